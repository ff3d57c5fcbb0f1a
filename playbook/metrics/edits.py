"""Changing a row of a scorecard: what the planner's controls do."""

from __future__ import annotations

from typing import Any

from playbook.metrics.measures import MEASURES, MeasureName
from playbook.metrics.scorecard import AGES, Row

MONTH = 5  # weeks; what takes longer to show is long-term


def fresh_row(measure: MeasureName) -> Row:
    """Return a new row with what is usual of its measure: how long to wait, when to read it, and its horizon."""
    known = MEASURES[measure]
    ages = [age for age in AGES if age <= known.lag * 7][:3]
    return Row(
        measure=measure, lag=known.lag, ages=ages, horizon="long" if known.lag > MONTH or known.money else "short"
    )


def changed(row: Row, field: str, value: Any) -> Row:  # noqa: ANN401 - whatever the control holds
    """Return a row with one field changed, checked as a whole."""
    fields = {name: getattr(row, name) for name in Row.model_fields}
    return Row.model_validate(fields | {field: value})


def instead(row: Row, other: MeasureName | None) -> Row | None:
    """Return another measure in a row's place, with what is not of the measure itself; None where it only goes."""
    if other is None:
        return None
    kept = ("base_from", "base_to", "owner", "deputy", "weight")
    return fresh_row(other).model_copy(update={name: getattr(row, name) for name in kept})
