"""The sample's reactions by day and hour: when the readers of each account reacted to anything it posted."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.posts import ZONE, reactions
from playbook.sample.truths import Numbers, calibration, effect_by_hour, generator, truths

REACH = 72  # hours over which a post's reactions are spread; the measured curve ends here


def make_reactions(posts: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Return reactions by `account, on, hour` for every hour of the year (what falls after it is left out)."""
    return pd.concat([_account(posts, seed, name) for name in truths()["accounts"]], ignore_index=True)


def _account(posts: pd.DataFrame, seed: int, account: str) -> pd.DataFrame:
    own = posts[posts["account"] == account]
    hours = pd.date_range(f"{truths()['year']}-01-01", f"{truths()['year']}-12-31 23:00", freq="h", tz=ZONE)
    first = ((own["posted_at"] - hours[0]) // pd.Timedelta(hours=1)).to_numpy()
    when = first[:, None] + np.arange(REACH)[None, :]
    awake = np.tile(_awake(account), len(hours) // 168 + 2)[hours[0].day_of_week * 24 :]
    share = _lag()[None, :] * awake[when]
    share /= share.sum(axis=1, keepdims=True)
    expected = np.zeros(len(hours) + REACH)
    np.add.at(expected, when, share * reactions(own).to_numpy(dtype=float)[:, None])
    arrived = generator(seed, "reactions", account).poisson(expected[: len(hours)])
    return pd.DataFrame(
        {"account": account, "on": hours.strftime("%Y-%m-%d"), "hour": hours.hour, "reactions": arrived}
    )


def _awake(account: str) -> Numbers:
    """Return how much of the audience is there in each of the week's 168 hours (relative)."""
    base = np.array(calibration()["reactions"]["by_hour"])
    return np.array((base * np.exp(1.5 * effect_by_hour(account))).reshape(-1))


def _lag() -> Numbers:
    """Return the share of reactions that arrive in each hour after the post, were everybody always awake."""
    measured = calibration()["reactions"]["arrived_after_hours"]
    known = [0.0, *map(float, measured)]
    return np.diff(np.interp(np.arange(REACH + 1), known, [0.0, *measured.values()]))
