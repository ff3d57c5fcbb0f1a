"""How fast a wave of mentions comes and goes, with what is usual taken off; and whether bad news is the faster.

What is usual is the median of the same quarter hours of the past weeks. The measured curves are those of 1,538 rumours
and 1,849 other posts (`playbook/sample/calibration.toml`): shares of what came within 72 hours of a post.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from playbook.crisis.analysis.counts import Counts, Floats, of_days_before, within
from playbook.crisis.analysis.judged import Event, counts_of, events_of
from playbook.facts import Facts
from playbook.language import Text
from playbook.once import once
from playbook.sample.readers import arrived_by
from playbook.sample.truths import calibration

HOURS = (1, 2, 4, 6, 12, 24, 48)
LASTING = 72  # hours that the measured curves were watched
WEEKS = 4
MEASURED: dict[str, Text] = {
    "wide": Text("实测：谣言", "measured: rumours"),
    "relayed": Text("实测：别的微博", "measured: other posts"),
}
NOT_TOLD = Text(
    "负面是不是传得更快，这些数据答不了。实测的两组是谣言和不是谣言的微博，谣言不等于负面；"
    "不是谣言的那组头一小时到得还多些。示例公司的转发没有标好坏，一次危机和一次虚惊也只各有一回。",
    "Whether bad news travels faster, these data cannot say. The two measured groups are rumours and other posts, and "
    "a rumour is not the same as bad news; the others even have more within the first hour. The sample’s reposts are "
    "not marked good or bad, and it has one crisis and one false alarm, no more.",
)


class Wave(NamedTuple):
    """An event in numbers: extra mentions above the usual ones, and when they came, in hours since its start.

    `extra` by the hour, for LASTING hours; `share` arrived by each of HOURS; `half` when half had come, `most` when
    four fifths had; `peak` the middle of its busiest hour; `fell` how long from there until an hour held half as much.
    """

    starts: pd.Timestamp
    extra: Floats
    share: dict[int, float]
    total: float
    half: float
    most: float
    peak: float
    fell: float


def wave(told: Counts, event: Event) -> Wave | None:
    """Return an event's wave; None where fewer than LASTING hours of it, or no week before it, were counted."""
    first = int(told.begun.searchsorted(event.starts))
    extra = told.mentions - _usual(told.mentions)
    quarters = extra[first : first + 4 * LASTING]
    if len(quarters) < 4 * LASTING or np.isnan(quarters).any():
        return None
    came = np.cumsum(quarters)
    total = float(came[-1])
    if total <= 0:
        return None
    hours = within(told._replace(mentions=extra), "mentions", 60)[0][first : first + 4 * LASTING]
    hours = np.where(np.isnan(hours), -np.inf, hours)
    top = int(np.argmax(hours))
    falls = np.flatnonzero(hours[top:] <= hours[top] / 2)
    return Wave(
        event.starts,
        quarters.reshape(-1, 4).sum(axis=1),
        {hour: float(came[4 * hour - 1] / total) for hour in HOURS},
        total,
        _reached(came / total, 0.5),
        _reached(came / total, 0.8),
        (top + 1) / 4 - 0.5,
        float(falls[0]) / 4 if len(falls) else float("inf"),
    )


@once(8)
def crisis_of(facts: Facts) -> Wave | None:
    """Return the wave of a company's last real event that was a crisis; None where none is known."""
    told = counts_of(facts)
    event = next((each for each in events_of(facts) if each.id == "crisis"), None)
    return None if told is None or event is None else wave(told, event)


def measured(kind: str, hours: Sequence[float] = HOURS) -> dict[float, float]:
    """Return the measured share arrived by each hour, of what came within LASTING hours, of a kind of MEASURED."""
    at, share = arrived_by(calibration()["spread"][kind]["arrived_after_hours"])
    return {hour: float(np.interp(hour, at, share) / np.interp(LASTING, at, share)) for hour in hours}


def _usual(values: Floats) -> Floats:
    """Return the median of the same quarter hour, weekday alike, of the past WEEKS; NaN without any."""
    weeks = of_days_before(values, 7 * WEEKS)[:, ::7]  # the first of them is the oldest, a whole number of weeks ago
    usual = np.full(len(values), np.nan)
    known = np.isfinite(weeks).any(axis=1)
    usual[known] = np.nanmedian(weeks[known], axis=1)
    return usual


def _reached(share: Floats, level: float) -> float:
    """Return after how many hours a share was reached for the first time."""
    return float(np.argmax(share >= level) + 1) / 4
