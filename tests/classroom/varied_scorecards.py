"""The right scorecard of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.facts import sample_facts
from playbook.metrics.plan import MetricsPlan
from playbook.plans import read_plan

FEW = {"discussion": 50, "comments": 30, "orders": 20}
WRONG: tuple[tuple[str, dict[str, Any]], ...] = (  # a measure, and what is changed of it
    ("reposts", {"measure": "followers", "origin": "back_end"}),
    ("reposts", {"measure": "reply_time", "origin": "desk"}),
    ("comments", {"low": 10.0, "high": 10.0}),
    ("comments", {"base_to": "2025-05-30"}),
    ("orders", {"base_from": "2026-02-02", "base_to": "2026-03-01"}),
    ("comments", {"ages": [7]}),
    ("comments", {"why": ""}),
    ("comments", {"definition": " "}),
    ("comments", {"origin": None}),
    ("comments", {"if_rises": ""}),
    ("comments", {"deputy": ""}),
    ("comments", {"weight": 5}),
)


def varied_scorecards(field: PlanField) -> Iterator[MetricsPlan]:
    """Yield the right card with a verdict too soon, with few measures, and with one measure changed."""
    right: Any = field.expect.value(sample_facts())
    [card] = right["scorecards"]
    yield _plan(card | {"verdict_on": "2026-04-12"})
    few = [row | {"weight": weight} for row in card["rows"] if (weight := FEW.get(row["measure"]))]
    yield _plan(card | {"rows": few})
    for measure, changes in WRONG:
        rows = [row | (changes if row["measure"] == measure else {}) for row in card["rows"]]
        yield _plan(card | {"rows": rows})


def _plan(card: dict[str, Any]) -> MetricsPlan:
    return read_plan(MetricsPlan, {"scorecards": [card]})
