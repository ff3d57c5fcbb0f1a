"""What each step, each friend to be mentioned and a dearer prize do to the number of entries.

One line through all past campaigns: log entries by steps, mentions, log prize value, and a level for each account
(least squares; intervals by Student's t). Campaigns were not drawn by lot: who asks more also differs in other ways.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

Floats = npt.NDArray[np.float64]
Term = Literal["steps", "mentions", "prize"]
TERMS: tuple[Term, ...] = ("steps", "mentions", "prize")
ENOUGH_TO_FIT = 20  # campaigns before a line is drawn: some three for each number that it has
MENTIONS = (0, 1, 3, 5, 10)  # article 8 asks for ten


@dataclass(frozen=True, eq=False)
class Fit:
    """The line: the names of its numbers, the numbers, (X'X)^-1, residuals each brought to full spread, and its sigma.

    `freedom` is the number of campaigns less that of the numbers.
    """

    names: tuple[str, ...]
    numbers: Floats
    inverse: Floats
    residuals: Floats
    sigma: float
    freedom: int

    def effect(self, term: Term, by: float = 1) -> tuple[float, float, float]:
        """Return by what factor `by` more of a term changes entries, with its 95% interval; NaN if never varied.

        Of `prize`, 1 more is a prize worth e times as much: `by = log(2)` is twice as much.
        """
        if term not in self.names:
            return math.nan, math.nan, math.nan
        at = self.names.index(term)
        reach = float(stats.t.ppf(0.975, self.freedom)) * self.sigma * math.sqrt(self.inverse[at, at])
        middle = float(self.numbers[at])
        low, high = sorted((by * (middle - reach), by * (middle + reach)))
        return math.exp(by * middle), math.exp(low), math.exp(high)

    def at(self, account: str, steps: float, mentions: float, prize_value: float) -> tuple[float, float]:
        """Return the line's log entries there, and its variance in units of sigma squared: more, the farther off."""
        told = {"steps": steps - 1, "mentions": mentions, "prize": float(log_prize(np.array([prize_value]))[0])}
        row = np.array([(told | {f"@{account}": 1.0}).get(name, 0.0) for name in self.names])
        return float(row @ self.numbers), float(row @ self.inverse @ row)


def log_prize(yuan: Floats) -> Floats:
    """Return the logs of prizes' values in units of 100 yuan; one of no value counts as one of 1 yuan."""
    logs: Floats = np.log(np.maximum(yuan, 1) / 100)
    return logs


def design(campaigns: pd.DataFrame) -> pd.DataFrame:
    """Return what the line is drawn by, a row a campaign: `steps` beyond the first, `mentions`, `prize`, accounts."""
    terms = {
        "steps": campaigns["steps"].astype(float) - 1,
        "mentions": campaigns["mentions_asked"].astype(float),
        "prize": log_prize(campaigns["prize_value"].to_numpy(dtype=float)),
    }
    accounts = pd.get_dummies(campaigns["account"].astype(str), dtype=float)
    return pd.concat([pd.DataFrame(terms), accounts.add_prefix("@")], axis=1)


def fit(campaigns: pd.DataFrame) -> Fit | None:
    """Draw the line through campaigns that had entries; None where fewer than ENOUGH_TO_FIT, or it is not determined.

    A term that never varied has no number.
    """
    columns = ["entries", "steps", "mentions_asked", "prize_value", "account"]
    known = campaigns.dropna(subset=columns)
    known = known[known["entries"] > 0]
    if len(known) < ENOUGH_TO_FIT:
        return None
    given = design(known)
    given = given[[name for name in given if name not in TERMS or given[name].std() > 0]]
    matrix, logs = given.to_numpy(), np.log(known["entries"].to_numpy(dtype=float))
    if np.linalg.matrix_rank(matrix) < matrix.shape[1]:
        return None
    inverse = np.linalg.inv(matrix.T @ matrix)
    numbers = inverse @ matrix.T @ logs
    left = logs - matrix @ numbers
    freedom = len(logs) - matrix.shape[1]
    pull = np.einsum("ij,jk,ik->i", matrix, inverse, matrix)  # how far each campaign draws the line to itself
    full = left / np.sqrt(np.clip(1 - pull, 1e-6, None))
    sigma = math.sqrt(float(left @ left) / freedom)
    return Fit(tuple(given.columns), numbers, inverse, full - full.mean(), sigma, freedom)


def at_mentions(campaigns: pd.DataFrame, counts: Sequence[int] = MENTIONS) -> pd.DataFrame:
    """Return what is left of the entries when so many friends must be mentioned, against none; by that number.

    `left` (1 is all of them) with `low` and `high`; `campaigns` that asked just so many: where it is 0 beyond the most
    ever asked, the line is drawn on past what anybody tried. NaN where no line can be drawn.
    """
    line = fit(campaigns)
    rows = [(math.nan,) * 3 if line is None else line.effect("mentions", count) for count in counts]
    table = pd.DataFrame(rows, index=list(counts), columns=["left", "low", "high"])
    asked = campaigns["mentions_asked"].value_counts()
    return table.assign(campaigns=[int(asked.get(count, 0)) for count in counts])


def at_steps(campaigns: pd.DataFrame) -> pd.DataFrame:
    """Return what is left of the entries at each number of steps from 1 on, against one step; as `at_mentions`."""
    line, most = fit(campaigns), int(campaigns["steps"].max()) if len(campaigns) else 0
    counts = range(1, most + 1)
    rows = [(math.nan,) * 3 if line is None else line.effect("steps", count - 1) for count in counts]
    table = pd.DataFrame(rows, index=list(counts), columns=["left", "low", "high"])
    asked = campaigns["steps"].value_counts()
    return table.assign(campaigns=[int(asked.get(count, 0)) for count in counts])
