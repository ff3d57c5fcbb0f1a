"""The line that every comparison of weeks is drawn by: a level, a trend, a season, and weeks that take after the last.

A good week is followed by a good one more often than chance has it; whoever reckons as if weeks were drawn by lot gets
intervals that are too narrow. Here a week's departure has a part that is carried over to the next (an autoregression of
order 1, over gaps too) and a part of its own. How much is carried, and how large the own part is, nobody knows: every
line is fitted for each pair of LUCK, and an estimate is the mixture of all, each with the weight that the data give it
(restricted likelihood, flat prior). With one best value in place of all, or without the own part, intervals of two
years of weeks held the truth 87 to 97 times in a hundred; these hold it 92 to 99 times (tests/bench/effects.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import linalg, optimize, special

from playbook.metrics.analysis.estimates import UNKNOWN, Estimate

Floats = npt.NDArray[np.float64]
CARRIED = (-0.3, -0.15, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # share taken over from the last week
OWN = (0.0, 0.25, 0.5, 0.75)  # share of a week's variance that is its own, where something is carried over
LUCK = [(carried, own) for carried in CARRIED for own in (OWN if carried > 0 else (0.0,))]
YEAR = 365.25 / 7  # weeks
SEASON_FROM = 65  # weeks that the data must span before a season can be told from a trend
WAVES = 3  # of a season: a year, half a year, four months
SPARE = 8  # weeks that must be left for each line beyond its numbers
FAR = 40.0  # standard errors: where an end of an interval is looked for


@dataclass(frozen=True, eq=False)
class Line:
    """A line through weeks: for each of LUCK its `weights`, `numbers` (x k) and their `spread` (x k x k).

    `freedom` is the number of weeks less k.
    """

    names: tuple[str, ...]
    weights: Floats
    numbers: Floats
    spread: Floats
    freedom: int

    def of(self, told: Mapping[str, float], level: float = 0.95) -> Estimate:
        """Return the sum of the line's numbers, each times what is `told` for its name, with its interval."""
        row = np.array([told.get(name, 0.0) for name in self.names])
        middles: Floats = self.numbers @ row
        errors: Floats = np.sqrt(np.einsum("i,rij,j->r", row, self.spread, row))
        low, high = (self._quantile(middles, errors, each) for each in ((1 - level) / 2, (1 + level) / 2))
        return Estimate(float(self.weights @ middles), low, high)

    def mean(self, names: Sequence[str], level: float = 0.95) -> Estimate:
        """Return the mean of some of the line's numbers."""
        return self.of(dict.fromkeys(names, 1 / len(names)), level) if names else UNKNOWN

    def draw(self, names: Sequence[str], size: int) -> Floats:
        """Return `size` draws (rows) of some of the line's numbers together; the same data always give the same."""
        chance = np.random.default_rng(0)
        at = [self.names.index(name) for name in names]
        often = chance.multinomial(size, self.weights)
        rows = [
            middle[at] + _root(spread[np.ix_(at, at)], chance, number, self.freedom)
            for middle, spread, number in zip(self.numbers, self.spread, often, strict=True)
            if number
        ]
        return np.concatenate(rows)

    def _quantile(self, middles: Floats, errors: Floats, share: float) -> float:
        """Return where the mixture of Student's t holds `share` below."""

        def beyond(value: float) -> float:
            return float(self.weights @ special.stdtr(self.freedom, (value - middles) / errors) - share)

        reach = FAR * errors.max() or 1e-9
        return float(optimize.brentq(beyond, middles.min() - reach, middles.max() + reach))


def _root(spread: Floats, chance: np.random.Generator, number: int, freedom: int) -> Floats:
    """Return draws of Student's t around 0 with this spread."""
    values, axes = np.linalg.eigh(spread)
    normal = chance.normal(size=(number, len(values))) @ (axes * np.sqrt(values.clip(min=0))).T
    scaled: Floats = normal / np.sqrt(chance.chisquare(freedom, size=(number, 1)) / freedom)
    return scaled


def drawn(logs: pd.Series, terms: pd.DataFrame) -> Line | None:
    """Draw the line of `logs` (by week) through `terms`; None where too few weeks are known, or it is not determined.

    Weeks of which anything is missing are left out; terms that are the same in all that remain have no number, except
    one that is never 0 (the level).
    """
    known = pd.concat([logs.rename("logs"), terms], axis=1).dropna().sort_index().astype(float)
    given = known[[name for name in terms if known[name].abs().max() > 0]]
    matrix = given.to_numpy()
    weeks, size = matrix.shape
    if weeks < size + SPARE or np.linalg.matrix_rank(matrix) < size:
        return None
    at = (known.index - known.index[0]).days.to_numpy(dtype=float) / 7
    fits = [_fit(known["logs"].to_numpy(), matrix, _alike(at, *luck)) for luck in LUCK]
    likely, numbers, spread = (np.array(part) for part in zip(*fits, strict=True))
    weights = np.exp(likely - likely.max())
    names = tuple(str(name) for name in given)
    return Line(names, weights / weights.sum(), numbers, spread, weeks - size)


def _alike(at: Floats, carried: float, own: float) -> Floats:
    """Return the correlations of the departures of weeks `at` these places in a row."""
    apart = np.abs(at[:, None] - at[None, :]).round()
    over: Floats = (1 - own) * np.sign(carried) ** apart * abs(carried) ** apart
    return over + own * np.eye(len(at))


def _fit(logs: Floats, matrix: Floats, alike: Floats) -> tuple[float, Floats, Floats]:
    """Return log restricted likelihood, numbers and spread, for departures that are so much `alike`."""
    root = linalg.cholesky(alike, lower=True)
    fresh = linalg.solve_triangular(root, np.column_stack([logs, matrix]), lower=True)
    basis, corner = np.linalg.qr(fresh[:, 1:])
    numbers: Floats = linalg.solve_triangular(corner, basis.T @ fresh[:, 0])
    rest, freedom = fresh[:, 0] - fresh[:, 1:] @ numbers, len(logs) - matrix.shape[1]
    squares = max(float(rest @ rest), 1e-12)
    inverse = linalg.solve_triangular(corner, np.eye(len(numbers)))
    likely = -freedom * math.log(squares) / 2 - np.log(np.diag(root)).sum() - np.log(np.abs(np.diag(corner))).sum()
    return float(likely), numbers, inverse @ inverse.T * squares / freedom


def course(weeks: pd.DatetimeIndex, *, season: bool | None = None) -> pd.DataFrame:
    """Return the terms of level, trend (in years) and season, by week; `season` None: where the span allows one."""
    years = (weeks - weeks[0]).days.to_numpy() / 365.25
    terms = {"level": np.ones(len(weeks)), "trend": years}
    if spans_season(weeks) if season is None else season:
        angle = 2 * np.pi * (weeks.day_of_year.to_numpy() / 365.25)
        for wave in range(1, WAVES + 1):
            terms |= {f"sin{wave}": np.sin(wave * angle), f"cos{wave}": np.cos(wave * angle)}
    return pd.DataFrame(terms, index=weeks)


def spans_season(weeks: pd.Index) -> bool:
    """Tell whether weeks span enough more than a year for a season to be told from a trend."""
    return len(weeks) > 0 and (weeks[-1] - weeks[0]).days >= 7 * SEASON_FROM


def marks(weeks: pd.DatetimeIndex, since: pd.Series, first: int, last: int, step: int = 1) -> pd.DataFrame:
    """Return a term for every `step` weeks from `first` to `last` of `since`, 1 in them: `week 0`, `week 1`, …."""
    starts = range(first, last + 1, step)
    table = {f"week {at}": since.between(at, min(at + step - 1, last)).to_numpy(dtype=float) for at in starts}
    return pd.DataFrame(table, index=weeks)


def first_week(day: pd.Timestamp) -> pd.Timestamp:
    """Return the Monday of the first week most of which lies after a day: its own if it is a Monday to Wednesday."""
    monday = day - pd.Timedelta(days=day.day_of_week)
    return monday if day.day_of_week < 3 else monday + pd.Timedelta(days=7)  # noqa: PLR2004 - Thursday


def weeks_since(weeks: pd.DatetimeIndex, day: pd.Timestamp) -> pd.Series:
    """Return how many weeks each week lies after the first one of a day, which is 0; before it they count below 0."""
    return pd.Series((weeks - first_week(day)).days // 7, index=weeks)
