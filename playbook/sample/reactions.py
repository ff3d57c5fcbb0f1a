"""The sample's reactions by day and hour: when the readers of each account reacted to anything it posted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.posts import reactions
from playbook.sample.truths import Ints, Numbers, Planted, calibration, effect_by_hour, generator, truths

REACH = 72  # hours over which a post's reactions are spread; the measured curve ends here
WEEK = 168  # hours


def make_reactions(posts: pd.DataFrame, seed: int, planted: Planted | None = None) -> pd.DataFrame:
    """Return reactions by `account, on, hour` for every hour of the year (what falls after it is left out)."""
    world = planted or truths()
    start = pd.Timestamp(world["year"], 1, 1, tz=ZONE)
    days = np.arange(str(world["year"]), str(world["year"] + 1), dtype="datetime64[D]")
    first = ((posts["posted_at"] - start) // pd.Timedelta(hours=1)).to_numpy(dtype=np.int64)
    got, account = reactions(posts).to_numpy(dtype=float), posts["account"].to_numpy()
    tables = []
    for name in world["accounts"]:
        awake, own = np.roll(_awake(name, world), -24 * start.day_of_week), account == name
        expected = arriving(first[own], got[own], awake, 24 * len(days))
        # Rounded, so that a last digit that differs between machines moves no draw.
        arrived = generator(seed, "reactions", name).poisson(np.round(expected, 6))
        tables.append(pd.DataFrame({"account": name, "on": np.repeat(days.astype(str), 24), "reactions": arrived}))
    table = pd.concat(tables, ignore_index=True)
    table.insert(2, "hour", np.tile(np.arange(24), len(table) // 24))
    return table


def arriving(first: Ints, got: Numbers, awake: Numbers, hours: int) -> Numbers:
    """Return how many reactions are expected in each hour.

    Args:
        first: Hour of each post, counted from the beginning.
        got: What each post gets in all.
        awake: How much of the audience is there in each of 168 hours, counted from the beginning.
        hours: How many hours are asked for.
    """
    when = first[:, None] + np.arange(REACH)[None, :]
    share = _lag()[None, :] * awake[when % WEEK]
    share *= (got / share.sum(axis=1))[:, None]
    return np.bincount(when.ravel(), weights=share.ravel(), minlength=hours + REACH)[:hours].astype(np.float64)


def _awake(account: str, planted: Planted) -> Numbers:
    """Return how much of the audience is there in each of the week's 168 hours from Monday (relative)."""
    base = np.array(calibration()["reactions"]["by_hour"])
    return np.array((base * np.exp(1.5 * effect_by_hour(account, planted))).reshape(-1))


def _lag() -> Numbers:
    """Return the share of reactions that arrive in each hour after the post, were everybody always awake."""
    measured = calibration()["reactions"]["arrived_after_hours"]
    known = [0.0, *map(float, measured)]
    return np.diff(np.interp(np.arange(REACH + 1), known, [0.0, *measured.values()]))
