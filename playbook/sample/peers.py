"""Invented competitors by the week, drawn from the measured platform; most of them move as the flagship does."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.posts import COUNTS
from playbook.sample.counts import capped, departures, whole
from playbook.sample.effects import trend
from playbook.sample.platform import account_levels
from playbook.sample.truths import Ints, Numbers, Planted, generator
from playbook.sample.weekly import WEEKS, from_new_year, weeks

ALIKE = (2.0, 6.0)  # log units: an account with this level of likes is one the company would call a peer
A_WEEK = (6.0, 0.5)  # posts of a peer in a week: median and spread in log units (measured: 1.79 on an active day)
POOL = 10  # accounts drawn from the platform for each peer wanted


def make_peers(seed: int, planted: Planted) -> pd.DataFrame:
    """Return `peer, week, followers, posts, reactions` of two years."""
    chance, told = generator(seed, "peers"), planted["peers"]
    size, when = int(told["count"]), weeks()
    levels = _levels(size, chance)
    number = _numbers(size, chance)
    peer, week = np.divmod(np.repeat(np.arange(size * WEEKS), number), WEEKS)
    moved = (
        trend(from_new_year(when, planted), when.month.to_numpy(), planted)[week]
        + _own_trend(seed, planted)[peer, week]
    )
    day = week * 7 + chance.integers(0, 7, len(week)) + peer * (WEEKS + 10) * 7
    noise = departures(day, 0.0, chance)
    counts = capped({name: whole(levels[name][peer] + moved + noise[name]) for name in COUNTS})
    total = np.bincount(peer * WEEKS + week, weights=sum(counts.values()), minlength=size * WEEKS)
    return pd.DataFrame(
        {
            "peer": np.repeat([f"p{at + 1:02d}" for at in range(size)], WEEKS),
            "week": np.tile(when, size),
            "followers": _followers(levels["likes"], chance).reshape(-1),
            "posts": number,
            "reactions": total.astype(np.int64),
        }
    )


def apart(seed: int, planted: Planted) -> Ints:
    """Return which peers (counted from 0) have a trend of their own."""
    size, several = int(planted["peers"]["count"]), int(planted["peers"]["apart"])
    return generator(seed, "peers", "apart").permutation(size)[:several]


def _levels(size: int, chance: np.random.Generator) -> dict[str, Numbers]:
    """Return levels of accounts of the platform that a company would compare itself with."""
    drawn = account_levels(size * POOL, chance)
    alike = np.flatnonzero((drawn["likes"] >= ALIKE[0]) & (drawn["likes"] <= ALIKE[1]))[:size]
    return {name: levels[alike] for name, levels in drawn.items()}


def _numbers(size: int, chance: np.random.Generator) -> Ints:
    """Return how many posts each peer sends in each week, peer by peer."""
    usual = np.round(A_WEEK[0] * np.exp(A_WEEK[1] * chance.normal(size=size)), 6)
    return chance.poisson(np.repeat(usual, WEEKS)).astype(np.int64)


def _own_trend(seed: int, planted: Planted) -> Numbers:
    """Return what each peer adds to everybody's trend, by peer and week: nothing for most."""
    slopes = np.zeros(int(planted["peers"]["count"]))
    chosen = apart(seed, planted)
    slopes[chosen] = np.resize(planted["peers"]["apart_growth"], len(chosen))
    return slopes[:, None] * (np.arange(WEEKS) / 52 - 1)[None, :]


def _followers(levels: Numbers, chance: np.random.Generator) -> Ints:
    gains = 1 + 0.003 * np.arange(WEEKS)[None, :] * chance.random((len(levels), 1))
    start = np.exp(levels + 6 + 0.5 * chance.normal(size=len(levels)))
    return np.floor(start[:, None] * gains).astype(np.int64)
