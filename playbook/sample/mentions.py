"""The sample's mentions by the quarter hour over three months: a false alarm, a slow burn, and a crisis."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.sample.readers import arrived_by, by_hour
from playbook.sample.truths import Numbers, calibration, generator, truths

QUARTER = 0.25  # hours


def make_mentions(seed: int) -> pd.DataFrame:
    """Return `at, mentions, negative, by_verified` for every quarter hour: counts, each part of `mentions`."""
    truth, chance = truths()["mentions"], generator(seed, "mentions")
    at = pd.date_range(truth["first"], periods=truth["days"] * 96, freq="15min", tz=ZONE)
    usual = _usual(at, truth["usual"], chance)
    expected = {"usual": usual, "false_alarm": _spike(at, truth["false_alarm"]), "crisis": wave(at, truth["crisis"])}
    counts = {name: chance.poisson(level.round(6)) for name, level in expected.items()}
    negative, verified = np.zeros(len(at), int), np.zeros(len(at), int)
    for name, count in counts.items():
        share = _negative(at, truth) if name == "usual" else np.full(len(at), truth[name]["negative"])
        negative += chance.binomial(count, share)
        verified += chance.binomial(count, truth[name]["verified"])
    return pd.DataFrame({"at": at, "mentions": sum(counts.values()), "negative": negative, "by_verified": verified})


def _usual(at: pd.DatetimeIndex, usual: dict[str, Any], chance: np.random.Generator) -> Numbers:
    """Return what a quarter hour may expect on a usual day: hour, weekday, and luck of the day and of the moment."""
    days = len(at) // 96
    level = usual["a_day"] / 4 * by_hour()[at.hour] * np.array(usual["weekday"])[at.day_of_week]
    day, moment = usual["day_shape"], usual["moment_shape"]
    luck = np.repeat(chance.gamma(day, 1 / day, days), 96) * chance.gamma(moment, 1 / moment, len(at))
    return np.array(level * luck)


def _negative(at: pd.DatetimeIndex, truth: dict[str, Any]) -> Numbers:
    """Return the share of negatives among usual mentions; the slow burn raises it and adds no mentions."""
    burn, usual = truth["slow_burn"], truth["usual"]["negative"]
    known = [_hours(pd.Timestamp(burn[name], tz=ZONE), at[0]) for name in ("start", "peak", "end")]
    risen = np.interp(_hours(at, at[0]), known, [0.0, 1.0, 1.0], right=0.0)
    return np.asarray(usual + (burn["negative"] - usual) * risen)


def _spike(at: pd.DatetimeIndex, event: dict[str, Any]) -> Numbers:
    """Return the extra mentions of the false alarm: straight up to its peak, straight down to nothing."""
    known = [_hours(pd.Timestamp(event[name], tz=ZONE), at[0]) for name in ("start", "peak", "end")]
    shape = np.interp(_hours(at, at[0]), known, [0.0, 1.0, 0.0])
    return np.array(event["size"] * shape / shape.sum())


def wave(at: pd.DatetimeIndex, event: dict[str, Any]) -> Numbers:
    """Return the extra mentions of the crisis.

    Posts about it appear at a rising rate for `growth` hours; each then draws reactions by the measured arrival
    curve, fewer at hours when people sleep. The sum over all quarter hours is `size`.
    """
    hours, share = arrived_by(calibration()["reactions"]["arrived_after_hours"])
    arriving = np.diff(np.interp(np.arange(0, hours[-1] + QUARTER, QUARTER), hours, share))
    sparks = np.zeros(len(at))
    first = int(np.flatnonzero(at == pd.Timestamp(event["start"], tz=ZONE))[0])
    rising = np.arange(1, int(event["growth"] / QUARTER) + 1)
    sparks[first : first + len(rising)] = rising
    shape = np.convolve(sparks, arriving)[: len(at)] * by_hour()[at.hour]
    return np.array(event["size"] * shape / shape.sum())


def _hours(at: pd.DatetimeIndex | pd.Timestamp, since: pd.Timestamp) -> Any:  # noqa: ANN401 - one number or many
    return (at - since) / pd.Timedelta(hours=1)
