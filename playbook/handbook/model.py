"""Plans of all eleven systems for the sample company: a whole playbook, with which (almost) nothing is wrong.

One finding stays open, since only time can close it: the class has never posted at weekends, so nobody knows its hours.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from playbook.conflicts import Evidence, conflicts
from playbook.crisis.model_plan import sound_plan as crisis_plan
from playbook.facts import Facts
from playbook.governance.model_plan import COUNTED
from playbook.governance.model_plan import sound_plan as governance_plan
from playbook.handbook.model_draw import draw
from playbook.handbook.model_queue import content_plan, timing_plan
from playbook.image.model_plan import sound_plan as image_plan
from playbook.image.plan import ImagePlan
from playbook.interaction.model_plan import STANCES as INTERACTION
from playbook.interaction.model_plan import decided_follows, decided_replies
from playbook.interaction.plan import InteractionPlan
from playbook.language import LANGUAGES, Text, language
from playbook.matrix.model_matrix import model_plan as matrix_plan
from playbook.matrix.plan import MatrixPlan
from playbook.matrix.staffing import duty_of
from playbook.metrics.model_plan import sound_plan as metrics_plan
from playbook.metrics.plan import MetricsPlan
from playbook.once import once
from playbook.plans import Plan, read_plan
from playbook.specialist.model_plan import sound_plan as specialist_plan
from playbook.stances import Stance, StancePlan, seen_of
from playbook.strategy.lists import Goal
from playbook.strategy.model_plan import sound_data as strategy_data
from playbook.strategy.plan import StrategyPlan

LETTER = date(2026, 8, 10)  # the letter of application is made out anew each year, with the verification
FLAGSHIP = 27.0  # hours: with service’s 13 they are the forty of a week, in every plan
# What the governance plan needs beside the others: keys for who owns and who answers.
FITTED: dict[str, Any] = {
    "keys.11.may": ["post", "phone", "messages"],
    "keys.15.may": ["post", "messages"],
    "keys.+": [{"account": "founder", "who": "shen", "may": ["post", "messages"]}],
}
# And the crisis plan: whoever watches is not the one who coordinates. It is as of the day of the handbook: the list was
# read again; the next drill and the days that are watched, those of the campaign too, are to come.
WATCH_DAYS = [
    ("国庆", "1 October", "2026-10-01", "2026-10-07", (2, 2), "国庆排队"),
    ("年末抽奖", "the year-end draw", "2026-12-14", "2026-12-25", (2, 3), "年末抽奖"),
    ("春节", "Spring Festival", "2027-02-05", "2027-02-11", (2, 2), "春节营业 年礼"),
    ("3·15", "15 March", "2027-03-15", "2027-03-15", (7, 7), "假茶 投诉"),
]
WATCHED: dict[str, Any] = {
    "watch.owner": "tao", "watch.deputy": "xiaoman", "drill_on": "2026-07-15",
    "watch.reviewed_on": "2026-05-06", "watch.next_on": "2026-08-05",
    "watch.watch_days": [
        {
            "what": {"zh": zh, "en": en}, "first": first, "last": last,
            "before": before, "after": after, "searches": 8, "words": words,
        }
        for zh, en, first, last, (before, after), words in WATCH_DAYS
    ],
}  # fmt: skip


def sound_plans(facts: Facts) -> dict[str, Plan]:
    """Return every system's plan by its name, with its stances, in the reader's language."""
    metrics, timing = metrics_plan(facts), timing_plan(facts)
    plans: dict[str, StancePlan] = {
        "specialist": specialist_plan(facts),
        "strategy": _staffed(_aiming(read_plan(StrategyPlan, strategy_data(str)), metrics), facts),
        "image": _open(image_plan()),
        "matrix": _within_a_week(matrix_plan(facts)),
        "content": content_plan(facts),
        "timing": timing,
        "interaction": _interaction(facts),
        "campaign": draw(facts, timing),
        "crisis": crisis_plan(WATCHED, language()),
        "metrics": metrics,
        "governance": governance_plan(FITTED, language(), COUNTED),
    }
    return {system: _taking(plan, facts) for system, plan in plans.items()}


def _taking(plan: StancePlan, facts: Facts) -> StancePlan:
    """Return a plan with the sample company's stances; where these facts speak for another, it is left as it is."""
    taken = {}
    for topic, entry in _stances().items():
        if conflicts()[topic].system == plan.system:
            evidence, position = _weighed(facts, topic), entry["position"]
            if not evidence.favours or position in evidence.favours or entry.get("despite"):
                taken[topic] = Stance(
                    position=position, seen=seen_of(evidence), why=_why(Text.of(entry), evidence.said)
                )
    return plan.model_copy(update={"stances": plan.stances | taken})


def _why(why: Text, seen: Text) -> str:
    """Return a reason in the reader's language; nothing if it quotes a figure that was not seen in these facts."""
    pairs = [(why.in_language(each), seen.in_language(each)) for each in LANGUAGES]
    return str(why) if all(numbers(words) <= numbers(said) for words, said in pairs) else ""


@cache
def _stances() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("playbook.handbook").joinpath("model_stances.toml").read_text("utf-8"))


@once(200)
def _weighed(facts: Facts, topic: str) -> Evidence:
    return conflicts()[topic].evidence(facts, facts.main)


def numbers(words: str) -> set[str]:
    """Return the numbers in a text, as digits write them: without commas between thousands, `1298` or `0.36`."""
    return set(re.findall(r"\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", words)))


def _interaction(facts: Facts) -> InteractionPlan:
    """Return replies, routine and list together, with every stance."""
    replies, follows = decided_replies(facts, list(INTERACTION)), decided_follows(facts, [])
    triage = [  # the crisis plan leaves rumours to her too
        each.model_copy(update={"hand_to": "xiaoman"}) if each.kind == "rumour" else each for each in replies.triage
    ]
    return replies.model_copy(update={"triage": triage, "routine": follows.routine, "follows": follows.follows})


def _open(image: ImagePlan) -> ImagePlan:
    """Return the image of an account that has been open for years: no steps of an opening, no letter run out."""
    papers = [
        each.model_copy(update={"valid_until": LETTER}) if each.name == "letter" else each for each in image.papers
    ]
    return image.model_copy(update={"opening": [], "papers": papers})


def _within_a_week(matrix: MatrixPlan) -> MatrixPlan:
    """Return the matrix with the accounts of whoever has the flagship in one week of hours."""
    places = [
        each.model_copy(update={"hours": FLAGSHIP}) if each.account == "flagship" else each for each in matrix.places
    ]
    return matrix.model_copy(update={"places": places})


def _aiming(strategy: StrategyPlan, metrics: MetricsPlan) -> StrategyPlan:
    """Return the strategy with goals that aim where the scorecards do, from a base a tenth below."""
    return strategy.model_copy(update={"goals": [_like_card(goal, metrics) for goal in strategy.goals]})


def _staffed(strategy: StrategyPlan, facts: Facts) -> StrategyPlan:
    """Return the strategy with all hours on duty for Weibo, its first platform and the only one kept."""
    first, *others = strategy.platforms
    hours = sum(duty_of(facts.company).values())
    return strategy.model_copy(update={"platforms": [first.model_copy(update={"hours": hours}), *others]})


def _like_card(goal: Goal, metrics: MetricsPlan) -> Goal:
    row = metrics.card(goal.account).of(goal.measure) if goal.measure else None
    if row is None or row.low is None or row.high is None:
        return goal
    return goal.model_copy(update={"base": float(f"{0.9 * row.low:.2g}"), "low": row.low, "high": row.high})
