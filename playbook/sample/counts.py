"""The count model: log(1 + count) is a level, plus what moves the post, plus noise that the three counts share.

Noise: some posts are carried far by the platform (a heavy tail); each day is a good or a bad one for the
account, and takes after the day before (an assumption); the rest is the post's own. Sizes: `calibration.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate
from typing import Any

import numpy as np

from playbook.posts import COUNTS
from playbook.sample.truths import Ints, Numbers, calibration

BELOW_LIKES = {"likes": 0.0, "comments": 1.0, "reposts": 1.3}  # log units: a company's levels under that of its likes


def departures(days: Ints, moved: float, chance: np.random.Generator) -> dict[str, Numbers]:
    """Return how far each post's log counts lie from what is expected of them.

    Args:
        days: The day of each post, as a whole number of at least 0.
        moved: Variance that planted effects already give the posts; the noise leaves room for it, so that
            an account as a whole has the measured standard deviation.
        chance: Where the noise is drawn from.
    """
    fitted, assumed = calibration()["posts"]["fitted"], calibration()["posts"]["assumption"]
    shared, size = fitted["noise_correlation"], len(days)
    far = _carried_far(size, chance)
    by_day = np.sqrt(assumed["day_share"] / shared)
    of_post = np.sqrt(1 - assumed["day_share"] / shared)
    common = by_day * _of_day(days, chance) + of_post * chance.normal(size=size)
    taken = moved + _variance_of_far()
    found = {}
    for name, spread in calibration()["posts"]["within_account_sd"].items():
        own = spread * np.sqrt(1 - shared) * chance.normal(size=size)
        found[name] = far + np.sqrt(max(shared * spread**2 - taken, 0.0)) * common + own
    return found


def whole(logs: Numbers) -> Ints:
    """Return counts from log(1 + count): the nearest whole number, and never under 0."""
    return np.floor(np.exp(logs) - 0.5).clip(min=0).astype(np.int64)


def capped(counts: Mapping[str, Ints]) -> dict[str, Ints]:
    """Return counts as the platform shows them: comments and reposts stop at a million."""
    most = int(calibration()["posts"]["capped_at"])
    return {name: counts[name] if name == "likes" else counts[name].clip(max=most) for name in COUNTS}


def _far() -> dict[str, Any]:
    return dict(calibration()["posts"]["fitted"]["carried_far"])


def _carried_far(size: int, chance: np.random.Generator) -> Numbers:
    """Return the bonus of the few posts that go round, less its mean, so that levels stay levels."""
    far = _far()
    bonus = chance.exponential(far["mean"], size).clip(max=far["most"])
    return np.asarray(np.where(chance.random(size) < far["share"], bonus, 0.0) - far["share"] * far["mean"])


def _variance_of_far() -> float:
    far = _far()
    cut = far["most"] / far["mean"]
    squares = 2 * far["mean"] ** 2 * (1 - np.exp(-cut) * (1 + cut))
    return float(far["share"] * squares - (far["share"] * far["mean"]) ** 2)


def _of_day(days: Ints, chance: np.random.Generator) -> Numbers:
    """Return each post's share in its day's departure: standard normal, carried over to the next day."""
    carried = calibration()["posts"]["assumption"]["day_carried_over"]
    return carried_over(int(days.max()) + 1, carried, chance)[days]


def carried_over(size: int, carried: float, chance: np.random.Generator) -> Numbers:
    """Return standard normal departures of which each takes a share of the one before it (AR(1))."""
    shocks = chance.normal(size=size)
    shocks[1:] *= np.sqrt(1 - carried**2)
    return np.array(list(accumulate(shocks, lambda last, new: carried * last + new)))
