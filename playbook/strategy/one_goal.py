"""What each goal by itself needs, rule by rule: what is wrong with one, and what is said of those it is wrong with."""

from __future__ import annotations

from collections.abc import Callable

from playbook.language import Text
from playbook.strategy.lists import Goal
from playbook.strategy.models import MODELS
from playbook.strategy.raised import Texts, blank

WHOLE = 100
SERVING = frozenset(
    {
        "reply_time",
        "reply_share",
        "settled",
        "complaints",
        "comment_attitude",
        "kept_followers",
        "repeat_orders",
    }
)


def _beyond(goal: Goal) -> bool:
    """Tell whether a share is to go beyond the whole."""
    return goal.known is not None and goal.known.unit.en == "%" and max(goal.base, goal.low, goal.high) > WHOLE


def _behind(goal: Goal) -> bool:
    """Tell whether the whole range is worse than what there is today."""
    if goal.known is None or not goal.base or not goal.high:
        return False
    return goal.low >= goal.base if goal.known.down else goal.high <= goal.base


OF_ONE_GOAL: dict[str, tuple[Callable[[Goal], bool], Texts]] = {
    "account-purposes-seven": (
        lambda goal: not (goal.purpose and goal.measure),
        (
            Text("没有写目的，或者没有指标：{names}。", "No purpose, or no measure: {names}."),
            Text(
                "七个目的里选一个，再选一个看得出做到没有的指标。",
                "Choose one of the seven purposes, then a measure that tells whether it is met.",
            ),
        ),
    ),
    "ten-marketing-models": (
        lambda goal: goal.model is None or blank(goal.owner),
        (
            Text("没有写用哪种做法，或者没有人管：{names}。", "No model is chosen, or nobody owns it: {names}."),
            Text("十种做法里选一种，写上谁管。", "Choose one of the ten models and name who owns it."),
        ),
    ),
    "six-functions": (
        lambda goal: goal.function is None,
        (
            Text("没有写用微博的哪项功能：{names}。", "No function of the channel is named: {names}."),
            Text("六项功能里选一项。", "Choose one of the six functions."),
        ),
    ),
    "ad-labelled": (
        lambda goal: goal.model is not None and MODELS[goal.model].advert and not goal.labelled,
        (
            Text(
                "硬广、植入是广告，没有写明要标出来：{names}。",
                "Plain advertising and placement are adverts, and nothing says they are labelled: {names}.",
            ),
            Text(
                "标明“广告”，勾上；不愿意标，就换一种做法。",
                "Label it as an advert and tick the box; or choose another model.",
            ),
        ),
    ),
    "advantage-brand": (
        lambda goal: "brand" in {goal.purpose, goal.function} and goal.horizon == "short",
        (
            Text(
                "品牌的目标写成了短期：{names}。认知要长期才改得动。",
                "A goal of the brand is set for the short term: {names}. How people see a brand changes slowly.",
            ),
            Text(
                "改成长期，开头量一次，每季再量。", "Make it long-term; measure it at the start and after each quarter."
            ),
        ),
    ),
    "advantage-crm": (
        lambda goal: goal.function == "relations" and goal.measure is not None and goal.measure not in SERVING,
        (
            Text(
                "目标是维护关系，指标却看不出有没有答好、留住：{names}。",
                "The goal is relations, and its measure does not tell whether people were answered, or stayed: "
                "{names}.",
            ),
            Text(
                "改看答复、一次答好、回头客、留下的粉丝。",
                "Go by replies, settled at once, customers who come back, or followers kept.",
            ),
        ),
    ),
    "goal-has-range": (
        lambda goal: not (goal.low or goal.high) or goal.low == goal.high or goal.by is None or goal.horizon is None,
        (
            Text("没有写从几到几、到哪天，或者看长看短：{names}。", "No range, no date, or no horizon: {names}."),
            Text(
                "目标写成一段（从几到几），定下日子：一个点，碰运气也会过不去。",
                "Set a range and a date: a single point is missed by luck alone.",
            ),
        ),
    ),
    "goal-in-order": (
        lambda goal: goal.low > goal.high > 0 or _beyond(goal) or _behind(goal),
        (
            Text(
                "目标写反了、过了 100%，或者比现在还差：{names}。",
                "The target is the wrong way round, beyond 100%, or worse than today: {names}.",
            ),
            Text("看看“现在是几”，再写从几到几。", "Look at the value now, then write from where to where."),
        ),
    ),
    "data-driven-decisions": (
        lambda goal: goal.base_on is None,
        (
            Text(
                "没有写现在是几、哪天的数：{names}。",
                "Nothing says where it stands now, by data of which day: {names}.",
            ),
            Text(
                "从自家的表里读出现在的数，写上日子；没有表的，先记四周。",
                "Read today’s value off your own table and date it; without one, note four weeks first.",
            ),
        ),
    ),
}
