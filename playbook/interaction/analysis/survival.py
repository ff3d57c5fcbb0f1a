"""How long something lasts, with what has not ended yet counted: Kaplan and Meier's estimate, as scipy makes it.

Kaplan, E. L. and Meier, P., Journal of the American Statistical Association 53, 1958, 457-481; the band is on the
log-log scale (Kalbfleisch and Prentice), the interval of the median is read off the band (Brookmeyer and Crowley,
Biometrics 38, 1982, 29-41).
"""

from __future__ import annotations

import math
import warnings
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from playbook.interaction.analysis.estimates import LEVEL, UNKNOWN, Estimate

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
HALF = 0.5


@dataclass(frozen=True, eq=False)
class Curve:
    """The share that still lasts after each of `times` (in rising order), with its 95% band.

    `lasting` of `count` had not ended when the data did.
    """

    count: int
    lasting: int
    times: Floats
    share: Floats
    low: Floats
    high: Floats

    def after(self, time: float) -> Estimate:
        """Return the share that lasts longer than `time`; NaN where nobody was watched so long."""
        if not self.count or (time > self.times[-1] and self.share[-1] > 0):
            return UNKNOWN
        at = int(np.searchsorted(self.times, time, side="right")) - 1
        if at < 0:
            return Estimate(1.0, 1.0, 1.0)
        return Estimate(float(self.share[at]), float(self.low[at]), float(self.high[at]))

    def ended_by(self, time: float) -> Estimate:
        """Return the share that has ended by `time`."""
        lasts = self.after(time)
        return Estimate(1 - lasts.value, 1 - lasts.high, 1 - lasts.low)

    @property
    def median(self) -> Estimate:
        """Return the time by which half have ended; `inf` where fewer have, as may be the upper end alone."""
        if not self.count:
            return UNKNOWN
        return Estimate(*(_falls_to_half(self.times, band) for band in (self.share, self.low, self.high)))

    def mean_until(self, time: float) -> float:
        """Return how long it lasts on average, of the first `time` alone (the area under the curve)."""
        if math.isnan(self.after(time).value):
            return math.nan
        inside = self.times < time
        edges = np.concatenate(([0.0], self.times[inside], [time]))
        return float((np.diff(edges) * np.concatenate(([1.0], self.share[inside]))).sum())


def curve(lasted: Floats, ended: Flags) -> Curve:
    """Estimate a curve: how long each `lasted`, and which of them have `ended` (the others are still watched)."""
    if not len(lasted):
        return Curve(0, 0, *(np.array([]),) * 4)
    found = stats.ecdf(stats.CensoredData.right_censored(lasted, ~ended)).sf
    with warnings.catch_warnings(action="ignore", category=RuntimeWarning):  # the band has no value at 1 and at 0
        band: Any = found.confidence_interval(LEVEL, method="log-log")
    share = np.asarray(found.probabilities, dtype=float)
    low = np.where(np.isnan(band.low.probabilities), share, band.low.probabilities)
    # That the last one watched has ended too does not make the upper end surer than it was.
    high = pd.Series(band.high.probabilities).ffill().fillna(1.0).to_numpy(dtype=float)
    return Curve(len(lasted), int((~ended).sum()), np.asarray(found.quantiles, dtype=float), share, low, high)


def _falls_to_half(times: Floats, share: Floats) -> float:
    reached = np.flatnonzero(share <= HALF)
    return float(times[reached[0]]) if len(reached) else math.inf
