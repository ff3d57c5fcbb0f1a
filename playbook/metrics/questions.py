"""What lesson and exercise 9.1 ask: which measure leads, what a capped counter tells, why parts and whole disagree."""

from __future__ import annotations

import math
from typing import Literal

import pandas as pd

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.metrics.analysis.averages import Capped, Mixed, Part, capped, in_time
from playbook.metrics.analysis.done import done, launched
from playbook.metrics.analysis.leads import Lead, first_to_move, leads, most_alike
from playbook.metrics.measures import MEASURES, MeasureName, Sort
from playbook.once import once
from playbook.tables import half_up

By = Literal["ahead", "alike", "same_week"]
End = Literal["value", "low", "high"]
Statement = Literal["exact", "at_least"]
When = Literal["before", "after"]
Fell = Literal["parts", "mix"]
TENTH = math.log(1.1)


def sort_of(facts: Facts, measure: MeasureName) -> Sort:  # noqa: ARG001 - every call of a spec takes facts
    """Return of which sort a measure is."""
    return MEASURES[measure].sort


def leading(facts: Facts, account: str, by: By = "ahead") -> str:
    """Return the measure that moves before orders do; `none` where none does.

    Or what people take for it: the one whose curve looks most `alike`, or the one that moves with them in the
    `same_week` most.
    """
    found = _leads(facts, account)
    if by == "ahead":
        return first_to_move(found) or "none"
    return most_alike(found) if by == "alike" else max(found, key=lambda name: found[name].moves[0].value)


def ahead(facts: Facts, account: str, measure: str) -> Outcome:
    """Return what two years say of “more of this measure, and a week later more orders”."""
    return _leads(facts, account)[measure].moves[1].outcome


def orders_by_a_tenth(facts: Facts, account: str, measure: str, end: End = "value") -> float:
    """Return by how many per cent orders are higher (one decimal) if a measure was 10% higher the week before.

    Or the `low` or `high` end of the interval.
    """
    return round(100 * math.expm1(TENTH * getattr(_leads(facts, account)[measure].moves[1], end)), 1)


def alike(facts: Facts, account: str, measure: str) -> float:
    """Return the plain correlation of a measure with orders, to two decimals."""
    return round(_leads(facts, account)[measure].naive, 2)


def statement(facts: Facts, account: str, last: int | None = None) -> Statement:
    """Return how the mean of reads may be stated: exact, or `at_least` where a week stood at the counter's limit."""
    return "at_least" if _capped(facts, account, last).capped else "exact"


def statement_of_median(facts: Facts, account: str, last: int | None = None) -> Statement:
    """Return how the median of reads may be stated: exact while the week in the middle is not at the limit."""
    return "exact" if math.isfinite(_capped(facts, account, last).median) else "at_least"


def weeks_at_limit(facts: Facts, account: str, last: int | None = None) -> int:
    """Return in how many of the `last` weeks (of all, if None) the counter of reads stood at its limit."""
    return _capped(facts, account, last).capped


def in_time_percent(
    facts: Facts, part: Part | None = None, when: When = "after", decimals: int = 0, account: str | None = None
) -> float:
    """Return the percent answered within two hours before or after the duty rule, by part of day (None: in all).

    Of all accounts together, or of one.
    """
    found = _mixed(facts, account)
    of = found.whole if part is None else found.parts[part]
    return _rounded(100 * (of.before if when == "before" else of.after), decimals)


def at_old_mix(facts: Facts, decimals: int = 0, account: str | None = None) -> float:
    """Return what the whole would be after the duty rule if as many had asked in the evening as before: percent."""
    return _rounded(100 * _mixed(facts, account).at_old_mix, decimals)


def halfway(facts: Facts, account: str | None = None) -> float:
    """Return the plain mean of both parts of the day after the duty rule, which forgets how many each has: percent."""
    parts = _mixed(facts, account).parts.values()
    return _rounded(100 * sum(each.after for each in parts) / len(parts), 0)


def why_fell(facts: Facts, account: str | None = None) -> Fell:
    """Return why fewer of all were answered in time: `mix` where every part got better, else the `parts`."""
    return "mix" if _mixed(facts, account).contradicts else "parts"


@once(32)
def _leads(facts: Facts, account: str) -> dict[str, Lead]:
    """Return what may lead orders; raise ValueError for a company without weekly measures."""
    found = leads(facts, account, without=launched(facts) if account == "flagship" else ())
    if not found:
        raise ValueError(f"{account} has no weekly measures beside orders")
    return found


def _capped(facts: Facts, account: str, last: int | None) -> Capped:
    first = None
    if facts.weekly is not None and last is not None:
        first = facts.weekly["week"].max() - pd.Timedelta(days=7 * (last - 1))
    found = capped(facts, account, first)
    if found is None:
        raise ValueError(f"nobody counts the reads of {account}")
    return found


def _mixed(facts: Facts, account: str | None = None) -> Mixed:
    it = done(facts, "duty")
    found = None if it is None else in_time(facts, it.day, account)
    if found is None:
        raise ValueError("wanted facts with the desk’s weekly sheet around the duty rule")
    return found


def _rounded(value: float, decimals: int) -> float:
    return half_up(value * 10**decimals) / 10**decimals if decimals else half_up(value)
