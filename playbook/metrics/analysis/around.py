"""Every account before and after a day: what came to all of them was not brought by what one of them did."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from playbook.facts import Facts
from playbook.metrics.analysis.before_after import A_YEAR, WEEKS
from playbook.metrics.analysis.lines import weeks_since
from playbook.metrics.analysis.series import series


@dataclass(frozen=True, slots=True)
class Around:
    """The mean week of a measure before a day and from it on, and so in the same weeks of the year before.

    Of known weeks alone; NaN where none is known. `missing` is how many weeks of this year are not.
    """

    before: float
    after: float
    before_last_year: float
    after_last_year: float
    missing: int

    @property
    def rise(self) -> float:
        """Return by how much it rose, in logs."""
        return _rise(self.before, self.after)

    @property
    def rise_last_year(self) -> float:
        """Return by how much it rose in the same weeks of the year before, in logs."""
        return _rise(self.before_last_year, self.after_last_year)


def around(facts: Facts, account: str, day: pd.Timestamp, weeks: int = WEEKS, measure: str = "orders") -> Around | None:
    """Return what a week of an account had in so many `weeks` before a day and from it on; None where nobody has it."""
    values = series(facts, account, measure)
    if values is None:
        return None
    since = weeks_since(pd.DatetimeIndex(values.index), day)
    spans = [(-weeks, -1), (0, weeks - 1), (-weeks - A_YEAR, -1 - A_YEAR), (-A_YEAR, weeks - 1 - A_YEAR)]
    parts = [values[since.between(*span)] for span in spans]
    before, after, before_then, after_then = (float(part.mean()) for part in parts)
    missing = 2 * weeks - sum(int(part.notna().sum()) for part in parts[:2])
    return Around(before, after, before_then, after_then, missing)


def _rise(before: float, after: float) -> float:
    """Return a rise in logs; NaN where one of the two is not known, or nothing."""
    return math.log(after / before) if before > 0 and after > 0 else math.nan
