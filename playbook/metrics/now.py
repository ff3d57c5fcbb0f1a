"""Where each measure of a card stands now, in its own unit, and within which range it was to be expected."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from playbook.facts import Facts
from playbook.metrics.analysis.baseline import SHOWN, Verdict, knows_season, ranges, too_few
from playbook.metrics.analysis.series import series
from playbook.metrics.measures import MeasureName
from playbook.once import once

PERCENT = 100
# What data hold as a share of 1 and a card has in per cent or points.
IN_PERCENT = frozenset({"reply_share", "conversion", "comment_attitude"})


class Now(NamedTuple):
    """The latest weeks of a measure in the card's unit: `actual, middle, low, high, verdict` by week, and all weeks.

    `season`: whether the range knows the season.
    """

    latest: pd.DataFrame
    known: pd.Series
    season: bool

    @property
    def last(self) -> float:
        """Return what the last known week had; NaN of none."""
        told = self.latest["actual"].dropna()
        return float(told.iloc[-1]) if len(told) else math.nan

    @property
    def outside(self) -> dict[Verdict, int]:
        """Return how many of the latest weeks lay above, below, or inside their range."""
        return {each: int((self.latest["verdict"] == each).sum()) for each in ("above", "below", "inside")}


@once(256)
def now(
    facts: Facts, account: str, measure: MeasureName, last: int = SHOWN, until: pd.Timestamp | None = None
) -> Now | None:
    """Return where a measure of an account stands; None where no data tell, or too few weeks do.

    `until` is the Monday of the last week that is taken for known; None: all are.
    """
    values = series(facts, account, measure)
    if values is None or (until is not None and until not in values.index):
        return None
    values = values if until is None else values[:until]
    if too_few(values, last) is not None:
        return None
    factor = PERCENT if measure in IN_PERCENT else 1
    latest = ranges(values, measure, last)
    for column in ("actual", "middle", "low", "high"):
        latest[column] = latest[column] * factor
    return Now(latest, values * factor, knows_season(values, last))


def has_range(account: str, measure: MeasureName, facts: Facts) -> bool:
    """Tell whether enough weeks of a measure are known for a range; cheaper than to reckon it."""
    values = series(facts, account, measure)
    return values is not None and too_few(values) is None


def known_weeks(account: str, measure: MeasureName, facts: Facts) -> pd.Series | None:
    """Return the known weeks of a measure in the card's unit; None where no data tell."""
    values = series(facts, account, measure)
    return None if values is None else values.dropna() * (PERCENT if measure in IN_PERCENT else 1)
