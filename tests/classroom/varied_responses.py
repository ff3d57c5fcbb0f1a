"""The right response of an exercise, made wrong in one place at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.crisis.edits import with_value
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.responding import Role
from playbook.facts import sample_facts
from playbook.plans import read_plan

WRONG: dict[str, Any] = {
    "levels": [],
    "levels.0.why": "",
    "levels.2.signs": ["health", "journalist", "authority", "staff"],
    "levels.1.first_word": 600,
    "roles.2.who": "",
    "roles.0.start": 8,
    "statements.0.attitude": "可能是个别顾客存放不当。",
    "statements.0.next_on": "有消息再说。",
    "first_hours.2.within": 300,
    "first_hours.9.act": "evidence",
}


def varied_responses(field: PlanField) -> Iterator[CrisisPlan]:
    """Yield the right response without a stance, with a second coordinator, and with one place changed."""
    right: Any = field.expect.value(sample_facts())
    plan = read_plan(CrisisPlan, right if isinstance(right, dict) else right.model_dump(mode="json"))
    yield plan.model_copy(update={"stances": {}})
    second = Role(duty="coordinator", who="tao", deputy="shen", start=9, end=22)
    yield plan.model_copy(update={"roles": [*plan.roles, second]})
    for path, value in WRONG.items():
        yield with_value(plan, path, value)
