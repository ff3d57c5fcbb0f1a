"""A number with its interval, and the two intervals of counts that every analysis here needs."""

from __future__ import annotations

import math
from typing import NamedTuple

from scipy import stats

LEVEL = 0.95


class Estimate(NamedTuple):
    """A number with its 95% interval; NaN where the data do not tell, `inf` where it is not reached."""

    value: float
    low: float
    high: float


UNKNOWN = Estimate(math.nan, math.nan, math.nan)


def share(count: int, every: int) -> Estimate:
    """Return a share with Wilson's interval; NaN of nothing."""
    if not every:
        return UNKNOWN
    low, high = stats.binomtest(count, every).proportion_ci(LEVEL, method="wilson")
    return Estimate(count / every, float(low), float(high))


def rate(count: int, over: float) -> Estimate:
    """Return how many there are in a unit of `over`, with the exact interval of a Poisson count; NaN over nothing."""
    if not over > 0:
        return UNKNOWN
    side = (1 - LEVEL) / 2
    low = stats.chi2.ppf(side, 2 * count) / 2 if count else 0.0
    return Estimate(count / over, float(low / over), float(stats.chi2.isf(side, 2 * count + 2) / 2 / over))
