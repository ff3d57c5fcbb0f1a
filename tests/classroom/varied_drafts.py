"""The mended drafts of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.content.plan import ContentPlan
from playbook.content.to_mend import draft_to_mend
from playbook.facts import sample_facts

# d24 was handed in with two faults; here each comes alone.
ALONE = {
    "d24": (
        "#学泡茶#两克茶，半分钟出汤，睡前一杯，安神助眠。",
        "#学泡茶#睡前一杯桂圆红茶，专家说坚持一个月，九成的人说好。",
    )
}


def varied_drafts(field: PlanField) -> Iterator[ContentPlan]:
    """Yield the mended drafts with one as it was handed in, with one fault left, emptied, without notes, one fewer."""
    right: Any = field.expect.value(sample_facts())
    plan = ContentPlan.model_validate(right)
    for each in plan.queue:
        yield with_changed(plan, each.id, text=draft_to_mend(each.id).draft.text)
        yield with_changed(plan, each.id, notes="")
        yield with_changed(plan, each.id, text="")
    for draft, texts in ALONE.items():
        for text in texts:
            yield with_changed(plan, draft, text=text)
    yield plan.model_copy(update={"queue": plan.queue[1:]})


def with_changed(plan: ContentPlan, draft: str, **changed: object) -> ContentPlan:
    """Return a plan with a draft changed."""
    queue = [each.model_copy(update=changed) if each.id == draft else each for each in plan.queue]
    return plan.model_copy(update={"queue": queue})
