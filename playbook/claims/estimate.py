"""How much more: the ratio of typical posts, with an interval that is right for what posts are like.

A typical post is the median one, and an account is compared with itself alone, so that neither a viral post nor a
large account decides. Posts of the same days share their luck, and so do neighbouring days. Therefore whole calendar
weeks are drawn again, all accounts together (the bootstrap of `scipy.stats`), and the percentiles are widened for
few weeks (the "expanded percentile interval" of Hesterberg, The American Statistician 69, 2015, 371-386).
`tests/bench/claims.py` shows how often the interval holds the truth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

ENOUGH = 20  # posts on either side before they are compared: below, three lucky posts decide
ENOUGH_WEEKS = 8  # calendar weeks with posts on either side: below, a lucky week decides
RESAMPLES = 1999
AT_ONCE = 5_000_000  # posts x resamples held in memory
STEPS = 20_000  # a side of more posts is put into so many steps: the median is still exact to a 20,000th of the posts
POWER = 0.8  # four times in five
Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.integer[Any]]
Side = tuple[Floats, Floats]  # the values of a side in rising order; weeks x values: each week's weight up to there


@dataclass(frozen=True, slots=True)
class Estimate:
    """The ratio, the 95% interval from `low` to `high`, and the standard error of the ratio's logarithm."""

    ratio: float
    low: float
    high: float
    error: float


def weeks_of(compared: pd.DataFrame) -> int:
    """Return in how many calendar weeks the side that has fewer of them has posts."""
    weeks = compared.groupby("inside")["week"].nunique()
    return int(weeks.min()) if len(weeks) == 2 else 0  # noqa: PLR2004 - inside and outside


def estimate(compared: pd.DataFrame) -> Estimate:
    """Return typical inside / typical outside; wants `inside, week, units, weight` without empty cells.

    `units` and `weight` come from `in_units` and `balanced`.
    """
    weeks, week = np.unique(compared["week"], return_inverse=True)
    ordered = compared.assign(week=week).sort_values("units", kind="stable")
    inside, outside = (_side(ordered[ordered["inside"] == side], len(weeks)) for side in (True, False))
    observed = _ratio(np.ones((1, len(weeks))), inside, outside, math.nan)[0]

    def drawn(picked: Whole, axis: int) -> Floats:  # noqa: ARG001 - scipy names the axis, here always the last
        return _ratio(_times(picked, len(weeks)), inside, outside, observed)

    reach = widened(weeks_of(compared))
    tried = stats.bootstrap(
        (np.arange(len(weeks)),),
        drawn,
        n_resamples=RESAMPLES,
        batch=max(1, AT_ONCE // min(len(compared), 2 * STEPS)),
        vectorized=True,
        method="percentile",
        confidence_level=float(1 - 2 * stats.norm.sf(reach)),
        rng=np.random.default_rng(0),  # the same data always tell the same
    )
    low, high = tried.confidence_interval
    return Estimate(float(observed), float(low), float(high), float(np.log(high / low) / (2 * reach)))


def widened(units: int) -> float:
    """Return how many standard errors an interval must reach to hold the truth 95 times in 100 with so few units.

    A unit is what is drawn again: a week, a campaign.
    """
    return float(stats.t.ppf(0.975, units - 1) * np.sqrt(units / (units - 1)))


def in_units(compared: pd.DataFrame) -> pd.Series:
    """Return what each post got in units of its account's level, so that accounts can be laid over one another.

    The level is the geometric mean: it moves both sides of an account alike, and so leaves the ratio alone. (The
    median would not: in a small account it is one of the posts, and draws the ratio towards 1.) 1 is added first, so
    that accounts whose typical post gets nothing can be compared.
    """
    logs = pd.Series(np.log1p(compared["gets"].to_numpy(dtype=float)), compared.index)
    return pd.Series(np.exp(logs - logs.groupby(compared["account"]).transform("mean")))


def balanced(compared: pd.DataFrame) -> pd.Series:
    """Return the weight of each post, so that an account weighs the same inside as outside.

    It weighs by the posts it can compare (inside x outside / all), shared among its posts of a side. Weights are whole
    millionths of the largest (a single account has one weight), so that sums are exact everywhere.
    """
    side = compared.groupby(["account", "inside"])["gets"].transform("size")
    every = compared.groupby("account")["gets"].transform("size")
    weight = (every - side) / every
    return (weight / weight.groupby(compared["inside"]).transform("max") * 1_000_000).round()


def rough_error(compared: pd.DataFrame) -> float:
    """Return the standard error of as many independent posts, where there are too few for `estimate`.

    NaN where a side has none.
    """
    inside = int(compared["inside"].sum())
    if not 0 < inside < len(compared):
        return math.nan
    logs = np.log(compared["units"])
    spread = stats.median_abs_deviation(
        logs - logs.groupby([compared["account"], compared["inside"]]).transform("median"), scale="normal"
    )
    each = 1 / inside + 1 / (len(compared) - inside)
    return float(np.sqrt(np.pi / 2 * each) * spread)  # a median's variance is pi / 2 times a mean's


def posts_needed(posts: int, error: float, effect: float) -> int:
    """Return how many posts tell an effect (0.2 is 20%) four times in five, where so many have this `error`."""
    reach = stats.norm.ppf(0.975) + stats.norm.ppf(POWER)
    return int(np.ceil(posts * (reach * error / np.log1p(effect)) ** 2))


def _side(posts: pd.DataFrame, weeks: int) -> Side:
    """Count a side: `posts` in rising order. Beyond STEPS posts, neighbours in this order share a step."""
    steps = min(len(posts), STEPS)
    step = np.arange(len(posts)) * steps // len(posts)
    weights = np.zeros((weeks, steps))
    np.add.at(weights, (posts["week"].to_numpy(), step), posts["weight"].to_numpy())
    return posts["units"].groupby(step).median().to_numpy(), weights.cumsum(axis=1)


def _times(picked: Whole, weeks: int) -> Floats:
    """Return how often each week was picked: resamples x weeks, from resamples x picks."""
    rows = np.arange(len(picked))[:, None] * weeks
    return np.bincount((rows + picked).ravel(), minlength=len(picked) * weeks).reshape(-1, weeks).astype(float)


def _ratio(times: Floats, inside: Side, outside: Side, unknown: float) -> Floats:
    """Return the ratio for each row of `times`; `unknown` where a side has no post in the weeks that were picked."""
    ratio = _medians(times, inside) / _medians(times, outside)
    return np.where(np.isnan(ratio), unknown, ratio)


def _medians(times: Floats, side: Side) -> Floats:
    """Return the weighted median of a side, each post counted as often as its week was picked; NaN without posts."""
    values, by_week = side
    whole = times @ by_week[:, -1]
    lower = _first(times, by_week, whole / 2, np.greater_equal)
    upper = _first(times, by_week, whole / 2, np.greater)
    known = whole > 0
    return np.where(known, (values[lower] + values[upper * known]) / 2, np.nan)


def _first(times: Floats, by_week: Floats, aim: Floats, reaches: np.ufunc) -> Whole:
    """Return, for each row of `times`, the first value at which its running weight reaches what it aims at.

    It is looked for by halves: the weights of all values in all rows would be millions of numbers. One past the last
    value where none does.
    """
    by_value, rows = np.ascontiguousarray(by_week.T), len(times)
    low, high = np.zeros(rows, int), np.full(rows, len(by_value))
    for _ in range(len(by_value).bit_length()):
        middle = np.minimum((low + high) // 2, len(by_value) - 1)
        there = reaches(np.einsum("rw,rw->r", times, by_value[middle]), aim)
        looked = low < high
        low, high = np.where(looked & ~there, middle + 1, low), np.where(looked & there, middle, high)
    return low
