"""The right rules for an inbox, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.facts import sample_facts
from playbook.interaction.kinds import Message
from playbook.interaction.plan import InteractionPlan

CHANGED: tuple[tuple[Message, dict[str, Any]], ...] = (
    ("small_talk", {"where": None}),
    ("order", {"answered_by": ""}),
    ("question", {"clock": "always", "within": 30}),
    ("praise", {"within": 45}),
    ("journalist", {"hand_to": " "}),
    ("complaint", {"tone": ["amusing", "polite"]}),
    ("personal_data", {"where": "public"}),
    ("complaint", {"sheet": "对不起，我们保证马上解决。"}),
    ("complaint", {"sheet": "您自己没看清楚吧。"}),
    ("order", {"where": "none"}),
)


def varied_replies(field: PlanField) -> Iterator[InteractionPlan]:
    """Yield the right rules without a stance, and with one rule changed."""
    right: Any = field.expect.value(sample_facts())
    plan = InteractionPlan.model_validate(right)
    yield plan.model_copy(update={"stances": {}})
    for kind, changes in CHANGED:
        rules = [each.model_copy(update=changes if each.kind == kind else {}) for each in plan.triage]
        yield plan.model_copy(update={"triage": rules})
