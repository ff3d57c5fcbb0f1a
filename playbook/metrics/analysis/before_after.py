"""Before and after a day as people compare it, and in the same weeks of the year before."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd

from playbook.language import Text
from playbook.metrics.analysis.launch import Asked, Effect, effect
from playbook.metrics.analysis.lines import weeks_since

WEEKS = 6  # before and after
A_YEAR = 52  # weeks
NOT_KNOWN = Text(
    "前后各 {weeks} 周，今年或者去年有几周没有数，不比。",
    "Of the {weeks} weeks before and after, this year or last, some are not known: no comparison.",
)


@dataclass(frozen=True, eq=False)
class Twice:
    """A measure's mean of the weeks before and after a day, this year and in the same weeks of the year before.

    `effect` is what came beyond trend and season, with its interval, or why it cannot be told.
    """

    before: float
    after: float
    before_last_year: float
    after_last_year: float
    effect: Effect | Text

    @property
    def rise(self) -> float:
        """Return by how much it rose this year, in logs: what the plain comparison takes for the effect."""
        return math.log(self.after / self.before)

    @property
    def rise_last_year(self) -> float:
        """Return by how much it rose in the same weeks of the year before."""
        return math.log(self.after_last_year / self.before_last_year)

    @property
    def beyond(self) -> float:
        """Return how much more it rose this year, in logs."""
        return self.rise - self.rise_last_year


def twice(asked: Asked) -> Twice | Text:
    """Return before and after a day (`asked.weeks` each) beside the year before, or why it cannot be told."""
    values, weeks = asked.weekly, asked.weeks
    since = weeks_since(pd.DatetimeIndex(values.index), asked.day)
    spans = [(-weeks, -1), (0, weeks - 1), (-weeks - A_YEAR, -1 - A_YEAR), (-A_YEAR, weeks - 1 - A_YEAR)]
    parts = [values[since.between(*span)] for span in spans]
    if any(len(part) < weeks or part.isna().any() or part.sum() <= 0 for part in parts):
        return NOT_KNOWN.format(weeks=weeks)
    before, after, before_then, after_then = (float(part.mean()) for part in parts)
    return Twice(before, after, before_then, after_then, effect(asked))
