"""The measured curves that the tables about readers share."""

from __future__ import annotations

import numpy as np

from playbook.sample.truths import Numbers, calibration


def by_hour() -> Numbers:
    """Return the measured share of reactions that arrive in each of a day's 24 hours; they sum to 1."""
    shares = np.array(calibration()["reactions"]["by_hour"], dtype=np.float64)
    return np.asarray(shares / shares.sum())


def arrived_by(curve: dict[str, float]) -> tuple[Numbers, Numbers]:
    """Return hours and the share arrived by then, from 0, of a curve `hours = share`."""
    return np.array([0.0, *map(float, curve)]), np.array([0.0, *curve.values()])
