"""The right ninety days of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator

from classroom.exercise import PlanField
from playbook.specialist.model_plan import changed_plan
from playbook.specialist.plan import SpecialistPlan

WRONG: tuple[dict[str, object], ...] = (
    {"abilities.writing.evidence": ""},
    {"week.hours.fan-interaction": 12},
    {"week.hours.fan-interaction": 16},
    {"days.0.goals.0.judged_by": "followers"},
    {"days.1.goals.0.judged_by": "followers"},
    {"days.0.goals.0.judged_by": "sales"},
    {"days.2.reviewer": "xiaoman"},
    {"days.1.review_on": None},
    {"not_done.brushing": ""},
    {"abilities.data": {}},
)


def varied_days(field: PlanField) -> Iterator[SpecialistPlan]:
    """Yield the sound plan with one thing wrong, and one with no goals."""
    for changes in WRONG:
        yield changed_plan(changes)
    yield changed_plan({f"days.{at}.goals": [] for at in range(3)})
