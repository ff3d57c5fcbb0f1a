"""Accounts drawn from the measured platform: the same count model as the company's, with levels that spread as wide."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.posts import COUNTS
from playbook.sample.counts import capped, departures, whole
from playbook.sample.effects import lifted, weekday_effect
from playbook.sample.truths import Flags, Numbers, calibration, generator

A_DAY = 2  # posts of an account on a day; measured median 1.79 on days with a post
APART = 30  # days between one account's and the next one's, so that no day is carried over from one to the other


def platform_posts(seed: int, accounts: int, per_account: int) -> pd.DataFrame:
    """Return posts of so many accounts: `account` (0, 1, …), `weekday`, `image, video, topic`, and the three counts."""
    chance = generator(seed, "platform")
    size = accounts * per_account
    account = np.repeat(np.arange(accounts), per_account)
    day = np.tile(np.arange(per_account) // A_DAY, accounts)
    table = pd.DataFrame({"account": account, "weekday": day % 7} | forms(size, chance))
    moved = lifted(table) + weekday_effect(table["weekday"].to_numpy())
    noise = departures(day + account * (day.max() + APART), float(np.var(moved)), chance)
    levels = account_levels(accounts, chance)
    counts = {name: whole(levels[name][account] + moved + noise[name]) for name in COUNTS}
    return table.assign(**capped(counts))


def account_levels(size: int, chance: np.random.Generator) -> dict[str, Numbers]:
    """Return the level of each of so many accounts: the mean of log(1 + count) of its plain posts."""
    fitted = calibration()["posts"]["fitted"]
    common, shared = chance.normal(size=size), fitted["level_correlation"]
    found = {}
    for name in COUNTS:
        standing = np.sqrt(shared) * common + np.sqrt(1 - shared) * chance.normal(size=size)
        found[name] = np.interp(standing, fitted["at"], fitted["levels"][name])
    return found


def forms(size: int, chance: np.random.Generator) -> dict[str, Flags]:
    """Return which posts have a picture, a video, a topic; a video has no picture beside it."""
    share = calibration()["posts"]["share"]
    drawn = chance.random(size)
    video, image = drawn < share["video"], (drawn >= share["video"]) & (drawn < share["video"] + share["image"])
    return {"image": image, "video": video, "topic": chance.random(size) < share["topic"]}
