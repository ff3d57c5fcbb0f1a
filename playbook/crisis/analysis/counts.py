"""Mentions by the quarter hour as arrays, and what a window of the last hours holds at each of them."""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Of = Literal["mentions", "negative", "negative_share"]
QUARTER = pd.Timedelta(minutes=15)
A_DAY = 96  # quarter hours
FEWEST = 20  # mentions in a window before its share of negatives is told: of ten, one more is ten points


class Counts(NamedTuple):
    """Mentions and negative ones of every quarter hour from a midnight on; NaN where nothing was counted.

    `begun` is when a quarter hour begins; its count is known when it ends.
    """

    begun: pd.DatetimeIndex
    mentions: Floats
    negative: Floats

    @property
    def known_at(self) -> pd.DatetimeIndex:
        """Return when each count is known."""
        return self.begun + QUARTER


def counts(mentions: pd.DataFrame) -> Counts:
    """Return a table `at, mentions, negative` as counts of whole days; raises ValueError for a table without rows."""
    if mentions.empty:
        raise ValueError("wanted mentions by the quarter hour, read a table without rows")
    table = mentions.set_index("at")[["mentions", "negative"]].astype("Float64").astype(float)
    first, last = table.index.min().normalize(), table.index.max().normalize() + pd.Timedelta(days=1)
    at = pd.date_range(first, last, freq=QUARTER, inclusive="left")
    table = table.reindex(at)
    return Counts(at, table["mentions"].to_numpy(), table["negative"].to_numpy())


def within(told: Counts, of: Of, minutes: int) -> tuple[Floats, Floats]:
    """Return, at each quarter hour, what the last `minutes` held, and of how many mentions that is.

    A count, or for `negative_share` a share from 0 to 1; NaN before so many minutes have passed and, for a share, where
    there are fewer than FEWEST mentions.
    """
    size = max(1, minutes // 15)
    every = _summed(told.mentions, size)
    if of == "mentions":
        return every, every
    negative = _summed(told.negative, size)
    if of == "negative":
        return negative, every
    enough = every >= FEWEST
    return np.divide(negative, every, out=np.full(len(every), np.nan), where=enough), every


def of_days_before(values: Floats, days: int) -> Floats:
    """Return what stood at the same time of day on each of the `days` before: an array of quarter hours x days.

    NaN where the data do not go back so far.
    """
    whole = values.reshape(-1, A_DAY)
    padded = np.vstack([np.full((days, A_DAY), np.nan), whole[:-1]])
    return np.lib.stride_tricks.sliding_window_view(padded, days, axis=0).reshape(-1, days)


def _summed(values: Floats, size: int) -> Floats:
    """Return the sum of each value and the ones before it, `size` in all; NaN where one of them is."""
    known = np.concatenate([[0.0], np.nancumsum(values)])
    unknown = np.concatenate([[0], np.cumsum(np.isnan(values))])
    summed = np.full(len(values), np.nan)
    if size <= len(values):
        whole = unknown[size:] == unknown[:-size]
        summed[size - 1 :] = np.where(whole, known[size:] - known[:-size], np.nan)
    return summed
