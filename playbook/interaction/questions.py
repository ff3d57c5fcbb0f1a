"""What lesson and exercise 6.1 ask of the data: waits, and what an answer in time did."""

from __future__ import annotations

import math
from typing import Literal

import pandas as pd

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.interaction.analysis.answering import Helped, helped, helped_within, in_time_by_severity
from playbook.interaction.analysis.waiting import answered_alone, longest, waiting, waiting_by, waits

Counting = Literal["all", "answered", "mean"]
Measure = Literal["median", "answered", "items", "waiting"]
Compared = Literal["mixed", "mild", "severe", "apart"]
Credit = Literal["all", "part", "none"]
POINTS = 5  # percentage points by which two comparisons must differ before one is said to claim too much


def wait_of(facts: Facts, kind: str | None = None, counting: Counting = "all") -> int:
    """Return the minutes by which half were answered, those still waiting counted, whole.

    Or what people take for it: the median or the `mean` of the answered alone. Raises ValueError without an inbox, and
    where more than half still wait.
    """
    if counting == "all":
        told = waiting(facts, kind)
        return whole(math.nan if told is None else told.median.value)
    return whole(answered_alone(facts, "median" if counting == "answered" else "mean", kind))


def wait_of_day(facts: Facts, account: str, day: str, counting: Counting = "all") -> int:
    """Return the same for what came to an account on one day, as `one_day` lists it: whoever still waits comes last.

    With an even number it is the later of the two in the middle.
    """
    table = one_day(facts, account, day)
    known = table["minutes"].dropna()
    if counting == "mean":
        return whole(float(known.mean()))
    every = known if counting == "answered" else table["minutes"].fillna(math.inf)
    return whole(float(every.quantile(0.5, interpolation="higher")))


def one_day(facts: Facts, account: str, day: str) -> pd.DataFrame:
    """Return what came to an account on a day: `at, kind, minutes` (whole; empty while it waits), as it came in.

    Raises ValueError without an inbox.
    """
    table = _inbox(facts)
    own = table[(table["account"] == account) & (table["at"].dt.strftime("%Y-%m-%d") == day)]
    minutes = own["minutes"].where(own["answered"]).round()
    told: pd.DataFrame = own.assign(minutes=minutes)[["at", "kind", "minutes"]].reset_index(drop=True)
    return told


def waits_longest(facts: Facts, kind: str | None = None, by: Measure = "median") -> str:
    """Return the part of the day whose messages wait longest: half of them are answered latest.

    Or what people take for it: by the median of the `answered` alone, by most `items`, by most still `waiting`. Raises
    ValueError without an inbox.
    """
    table = _inbox(facts)
    if by == "median":
        return str(longest(waiting_by(facts, "part", kind)))
    own = table if kind is None else table[table["kind"] == kind]
    parts = {
        "answered": own[own["answered"]].groupby("part")["minutes"].median(),
        "items": own["part"].value_counts(),
        "waiting": own.loc[~own["answered"], "part"].value_counts(),
    }
    return str(parts[by].idxmax())


def share_in_time(facts: Facts, kind: str | None = None, minutes: int = 120) -> int:
    """Return which share was answered within so many minutes, those still waiting counted, in whole per cent."""
    told = waiting(facts, kind)
    return whole(math.nan if told is None else 100 * told.ended_by(minutes).value)


def points(facts: Facts, compared: Compared) -> int:
    """Return how many percentage points more often the next comment is friendly after an answer within two hours."""
    return whole(100 * _compared(facts, compared).difference)


def outcome(facts: Facts, compared: Compared) -> Outcome:
    """Return whether the data say that an answer within two hours helps: mixed, in mild, in severe, or both apart."""
    return _compared(facts, compared).outcome


def points_too_many(facts: Facts) -> int:
    """Return by how many points the mixed comparison claims more than the one that keeps mild and severe apart."""
    return whole(100 * (helped(facts).difference - helped_within(facts).difference))


def credit(facts: Facts) -> Credit:
    """Return how much of the mixed difference is the quick answer's own: all, part, or none that can be told."""
    within = helped_within(facts)
    if within.outcome != "supported":
        return "none"
    return "part" if points_too_many(facts) > POINTS else "all"


def in_time_of(facts: Facts, severity: Literal["mild", "severe"]) -> int:
    """Return which share of the mild or severe complaints was answered within two hours, in whole per cent."""
    return whole(100 * in_time_by_severity(facts).get(severity, math.nan))


def whole(number: float) -> int:
    """Round a half up; raise ValueError for what is not known, or not reached."""
    if not math.isfinite(number):
        raise ValueError("the data do not tell")
    return math.floor(number + 0.5)


def _inbox(facts: Facts) -> pd.DataFrame:
    table = waits(facts)
    if table is None:
        raise ValueError("these facts have no inbox")
    return table


def _compared(facts: Facts, compared: Compared) -> Helped:
    if compared == "apart":
        return helped_within(facts)
    return helped(facts) if compared == "mixed" else helped(facts, compared)
