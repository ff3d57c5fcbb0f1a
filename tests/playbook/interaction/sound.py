"""A plan of interaction with which nothing is wrong, and short ways to change a part of it."""

from collections.abc import Mapping
from typing import Any

from playbook.facts import Facts
from playbook.interaction.habits import Habits
from playbook.interaction.plan import Chosen, Handling, InteractionPlan, Routine
from playbook.interaction.review import review
from playbook.stances import Stance

# By kind: where, within, handed on to.
SAID: dict[str, tuple[str, int, str]] = {
    "praise": ("public", 480, ""),
    "question": ("public", 120, ""),
    "complaint": ("both", 90, "店长"),
    "order": ("private", 90, ""),
    "troll": ("none", 0, ""),
    "journalist": ("private", 60, "老岚"),
    "rumour": ("public", 60, "老岚"),
    "personal_data": ("both", 60, ""),
    "small_talk": ("public", 480, ""),
}
HABITS: dict[str, Any] = {
    "asks": 0.2,
    "forms": ["discussion", "poll", "guessing"],
    "prizes_ruled": True,
    "campaigns": "活动期间陶然每两小时看一次话题",
    "gatherings": [{"name": "城南吃喝", "says_who": True, "a_week": 2, "noted": True}],
    "reviews": dict.fromkeys(("collect", "ask", "repost", "credit", "comment", "thank", "criticism"), True),
    "leaders": [{"name": "写茶的苏木", "kind": "industry-expert", "tie": "gift", "disclosed": True, "traced": True}],
    "staff": dict.fromkeys(("takes_part", "voluntary", "says_so", "discreet", "counted_apart"), True),
    "welfare": 1,
    "organiser_checked": True,
    "growth": ["entries", "content", "interaction", "campaigns"],
    "keeping": 60,
    "winning": 40,
    "tools": [
        {"name": "手工", "kind": kind, "purpose": "每周做", "serves": "读得过来", "owner": "xiaoman"}
        for kind in ("voting", "publishing", "fans", "following", "analysis")
    ],
    "report": [
        "content-score", "reply-rate", "reply-time", "followed-back", "reader-threads", "origins", "kept-30", "new",
        "leader-reposts", "own-reposts", "topics",
    ],
}  # fmt: skip
ROUTINE = Routine(
    follows_a_day=1, same_day_comment=True, tidy_every=14, reading=120,
    acts_a_week={"search": 7, "comment": 60, "join": 1, "follow": 5},
)  # fmt: skip


def handling(kind: str, **changed: object) -> Handling:
    """The rule for a kind with which nothing is wrong, but for what is changed."""
    where, within, hand_to = SAID[kind]
    rule: dict[str, Any] = {"kind": kind, "where": where}
    if where != "none":
        rule |= {"answered_by": "*", "within": within, "clock": "on_duty", "tone": ["polite"], "hand_to": hand_to}
    return Handling(**rule | changed)


def replies(**changed: Mapping[str, object]) -> InteractionPlan:
    """A plan of replies; `complaint={"within": 5}` changes what it says of complaints."""
    return InteractionPlan(triage=[handling(kind, **changed.get(kind, {})) for kind in SAID])


def habits(**changed: object) -> InteractionPlan:
    """A plan of habits alone, with which nothing is wrong but for what is changed."""
    return InteractionPlan(habits=Habits.model_validate(HABITS | changed))


def whole() -> InteractionPlan:
    """A plan of everything, with which nothing is wrong."""
    follows = [Chosen(account="a15", kind="peer-fan", why="在别家下面常评论")]
    return InteractionPlan(triage=replies().triage, routine=ROUTINE, follows=follows, habits=habits().habits)


def stanced(plan: InteractionPlan, **stances: str) -> InteractionPlan:
    """The plan with stances, their topics written with `_` for `-`."""
    taken = {topic.replace("_", "-"): Stance(position=position) for topic, position in stances.items()}
    return plan.model_copy(update={"stances": taken})


def found(plan: InteractionPlan, facts: Facts, rule: str) -> list[str]:
    """What is said under one rule, in English."""
    return [finding.what.en for finding in review(plan, facts) if finding.rule.endswith(f".{rule}")]
