"""What lesson and exercise 9.1 ask of the weekly sheet: right answers, and answers that people get wrong.

All take the facts first. Raises ValueError of a company without weekly measures: exercises are asked of the sample.
"""

from __future__ import annotations

import math
from typing import Literal

import pandas as pd

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.metrics.analysis.averages import Capped, Mixed, Part, in_time
from playbook.metrics.analysis.averages import capped as capped_of
from playbook.metrics.analysis.done import done, launched
from playbook.metrics.analysis.leads import Lead, first_to_move, leads, most_alike
from playbook.metrics.measures import MEASURES, MeasureName, Sort
from playbook.tables import half_up

Known = Literal["exact", "at_least", "nothing"]
When = Literal["before", "after"]
HALF = 0.5
NO_WEEKS = "wanted facts with weekly measures and the sheet of the desk"


def sort_of(facts: Facts, measure: MeasureName) -> Sort:  # noqa: ARG001 - every call of a spec takes the facts
    """Return of which sort a measure is."""
    return MEASURES[measure].sort


def moves_first(facts: Facts, account: str) -> str:
    """Return the measure that moves a week or more before an account's orders; `none` where none does for certain."""
    return first_to_move(_leads(facts, account)) or "none"


def looks_most(facts: Facts, account: str) -> str:
    """Return the measure whose curve looks most like an account's orders, which is no reason to follow it."""
    return most_alike(_leads(facts, account))


def a_week_ahead(facts: Facts, account: str, measure: str) -> Outcome:
    """Return what two years say of “more of this measure, and a week later more orders”."""
    return _leads(facts, account)[measure].moves[1].outcome


def tenth(facts: Facts, account: str, measure: str, part: Literal["value", "low", "high"] = "value") -> float:
    """Return by how many percent orders are higher (one decimal) if a measure was 10% higher the week before."""
    found = getattr(_leads(facts, account)[measure].moves[1], part)
    return half_up(1000 * math.expm1(math.log(1.1) * found)) / 10


def alike(facts: Facts, account: str, measure: str) -> float:
    """Return how alike a measure and an account's orders look (correlation, two decimals)."""
    return half_up(100 * _leads(facts, account)[measure].naive) / 100


def at_limit(facts: Facts, account: str, last: int) -> int:
    """Return in how many of the `last` weeks an account's counter of reads stood at its limit."""
    return _capped(facts, account, last).capped


def mean_told(facts: Facts, account: str, last: int) -> Known:
    """Return what the mean of reads as shown says of the true one: exact, or `at_least` once a week is at the limit."""
    return "at_least" if _capped(facts, account, last).capped else "exact"


def median_told(facts: Facts, account: str, last: int) -> Known:
    """Return what the median of reads as shown says: exact while fewer than half of the weeks are at the limit."""
    found = _capped(facts, account, last)
    return "exact" if found.capped < HALF * found.weeks else "at_least"


def in_two_hours(facts: Facts, account: str | None = None, part: Part | None = None, when: When = "after") -> int:
    """Return the percent answered within two hours before or after the duty rule: in a part of the day, or in all."""
    found = _mixed(facts, account)
    rates = found.whole if part is None else found.parts[part]
    return half_up(100 * getattr(rates, when))


def at_old_mix(facts: Facts, account: str | None = None) -> int:
    """Return the percent that would be answered in two hours if as few wrote in the evening as before."""
    return half_up(100 * _mixed(facts, account).at_old_mix)


def halfway(facts: Facts, account: str | None = None) -> int:
    """Return the mean of day and evening after the rule, as whoever forgets their weights takes it."""
    parts = _mixed(facts, account).parts.values()
    return half_up(100 * sum(each.after for each in parts) / len(parts))


def advice(facts: Facts, account: str | None = None) -> str:
    """Return what the parts say of the duty rule: `keep` where both rose, `revert` where both fell, else `open`."""
    rose = {each.rose for each in _mixed(facts, account).parts.values()}
    return {frozenset({True}): "keep", frozenset({False}): "revert"}.get(frozenset(rose), "open")


def _leads(facts: Facts, account: str) -> dict[str, Lead]:
    found = leads(facts, account, without=launched(facts) if account == "flagship" else ())
    if not found:
        raise ValueError(NO_WEEKS)
    return found


def _capped(facts: Facts, account: str, last: int) -> Capped:
    if facts.weekly is None:
        raise ValueError(NO_WEEKS)
    first = facts.weekly["week"].max() - pd.Timedelta(days=7 * (last - 1))
    found = capped_of(facts, account, first)
    if found is None:
        raise ValueError(NO_WEEKS)
    return found


def _mixed(facts: Facts, account: str | None) -> Mixed:
    it = done(facts, "duty")
    found = None if it is None else in_time(facts, it.day, account)
    if found is None:
        raise ValueError(NO_WEEKS)
    return found
