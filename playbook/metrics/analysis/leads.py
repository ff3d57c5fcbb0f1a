"""Which measure moves first: what a measure tells of a later one, once trend, season and each other are taken out.

Two measures that both grow go together whatever they have to do with each other; that is the naive correlation.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from playbook.facts import Facts
from playbook.metrics.analysis.estimates import UNKNOWN, Estimate
from playbook.metrics.analysis.lines import Line, course, drawn
from playbook.metrics.analysis.series import on_scale, series
from playbook.once import once

LEAST = 13  # weeks
LAGS = (0, 1, 2, 3)  # weeks by which a measure may run ahead
ASKED = ("link_clicks", "profile_visits", "reads", "followers", "reactions")  # measures that might lead
MOVES = {"followers": "follower_growth"}  # a number that only ever grows is looked at by what it gained in a week


@dataclass(frozen=True, slots=True)
class Lead:
    """What a measure tells of an outcome: by lag, how many log units the outcome moves with one of the measure.

    `naive` is the plain correlation of the two as they stand (of logs); `moves` the estimate at each lag, intervals
    widened for so many being looked at; `weeks` how many are behind it.
    """

    measure: str
    naive: float
    moves: dict[int, Estimate]
    weeks: int

    @property
    def ahead(self) -> int | None:
        """Return the lag, of a week or more, at which it tells most for certain; None where none does."""
        clear = {lag: each for lag, each in self.moves.items() if lag > 0 and each.outcome == "supported"}
        return max(clear, key=lambda lag: clear[lag].value) if clear else None


@once(32)
def leads(
    facts: Facts,
    account: str,
    outcome: str = "orders",
    *,
    beside: str | None = None,
    without: tuple[tuple[pd.Timestamp, pd.Timestamp], ...] = (),
) -> dict[str, Lead]:
    """Return what each measure of ASKED tells of an outcome of an account; measures that nobody has are left out.

    All lags of one measure are looked at together. `beside`: another measure whose lags are held equal. `without`:
    spans (first and last Monday) that are left out, since something else moved the outcome.
    """
    found = series(facts, account, outcome)
    if found is None:
        return {}
    logs = on_scale(found, outcome)
    for first, last in without:
        logs = logs.mask((logs.index >= first) & (logs.index <= last))
    known = {name: each for name in ASKED if name != beside and (each := series(facts, account, name)) is not None}
    level = 1 - 0.05 / (len(LAGS) * max(1, len(known)))
    ran = {}
    for name, each in known.items():
        terms = course(pd.DatetimeIndex(logs.index)).join(_lagged(facts, account, name))
        line = drawn(logs, terms if beside is None else terms.join(_lagged(facts, account, beside)))
        moves = {lag: _of(line, f"{name} {lag}", level) for lag in LAGS}
        weeks = 0 if line is None else line.freedom + len(line.names)
        ran[name] = Lead(name, alike(on_scale(each, name), on_scale(found, outcome)), moves, weeks)
    return ran


def first_to_move(found: dict[str, Lead]) -> str | None:
    """Return the measure that runs ahead of the outcome and tells most of it; None where none does."""
    clear = {name: lead.moves[lead.ahead].value for name, lead in found.items() if lead.ahead is not None}
    return max(clear, key=clear.__getitem__) if clear else None


def most_alike(found: dict[str, Lead]) -> str:
    """Return the measure whose curve looks most like the outcome’s, which is no reason to follow it."""
    return max(found, key=lambda name: found[name].naive if math.isfinite(found[name].naive) else -1.0)


def alike(one: pd.Series, other: pd.Series) -> float:
    """Return the plain correlation of two curves; NaN of less than a quarter of a year, or where one stands still."""
    both = pd.concat([one, other], axis=1).dropna().to_numpy()
    if len(both) < LEAST or (both.std(axis=0) == 0).any():
        return math.nan
    return float(np.corrcoef(both.T)[0, 1])


def _lagged(facts: Facts, account: str, name: str) -> pd.DataFrame:
    """Return a measure as it moved 0, 1, 2, … weeks before, in logs; without columns where nobody has it."""
    moved = series(facts, account, MOVES.get(name, name))
    if moved is None:
        return pd.DataFrame()
    logs = on_scale(moved, name)
    return pd.DataFrame({f"{name} {lag}": logs.shift(lag) for lag in LAGS})


def _of(line: Line | None, name: str, level: float) -> Estimate:
    return UNKNOWN if line is None or name not in line.names else line.of({name: 1.0}, level)
