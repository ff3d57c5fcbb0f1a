"""A number with its 95% interval, and what it says of a claim."""

from __future__ import annotations

import math
from typing import NamedTuple

from playbook.claims import Outcome


class Estimate(NamedTuple):
    """A number with its 95% interval; NaN where the data do not tell."""

    value: float
    low: float
    high: float

    @property
    def outcome(self) -> Outcome:
        """Return what it says of “it is more than nothing”: an interval that holds 0 cannot tell."""
        if self.low > 0:
            return "supported"
        return "refuted" if self.high < 0 else "cannot_tell"

    @property
    def percent(self) -> Estimate:
        """Return a difference of logs as a change in per cent: 0.5 is +65."""
        return Estimate(*(100 * math.expm1(each) for each in self))

    @property
    def known(self) -> bool:
        """Tell whether the data gave a number at all."""
        return math.isfinite(self.value)


UNKNOWN = Estimate(math.nan, math.nan, math.nan)
