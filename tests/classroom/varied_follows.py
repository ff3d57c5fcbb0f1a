"""The right list of accounts to follow, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.facts import sample_facts
from playbook.interaction.plan import Chosen, InteractionPlan
from playbook.stances import Stance

ROUTINES: tuple[dict[str, Any], ...] = (
    {"reading": 20},
    {"acts_a_week": {"search": 7, "comment": 60, "follow": 5}},
    {"acts_a_week": {"search": 2, "comment": 60, "join": 1, "follow": 5}},
)
ADDED = (
    Chosen(account="a66", kind="news", why="行情都有"),
    Chosen(account="a22", kind="follow-back-group", why="会回关"),
    Chosen(account="a19", kind="peer"),
)


def varied_follows(field: PlanField) -> Iterator[InteractionPlan]:
    """Yield the right list without stances, with one more account, another week, or another stance."""
    right: Any = field.expect.value(sample_facts())
    plan = InteractionPlan.model_validate(right)
    yield plan.model_copy(update={"stances": {}})
    for changes in ROUTINES:
        yield plan.model_copy(update={"routine": plan.routine.model_copy(update=changes)})
    for more in ADDED:
        yield plan.model_copy(update={"follows": [*plan.follows, more]})
    yield plan.model_copy(update={"follows": plan.follows[:2]})
    five = {"whom-to-follow": Stance(position="five_groups")}
    yield plan.model_copy(update={"stances": plan.stances | five})
    daily = plan.routine.model_copy(update={"follows_a_day": 5, "reading": 600})
    a_day = {"number-of-follows": Stance(position="five_a_day")}
    yield plan.model_copy(update={"routine": daily, "stances": plan.stances | a_day})
