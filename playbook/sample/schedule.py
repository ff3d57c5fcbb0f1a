"""When the sample company's campaigns ran, and on which account: what posts and campaigns both need to know."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import numpy as np

from playbook.sample.truths import Words, generator, read

A_YEAR = {2023: 13, 2024: 13, 2025: 14}
TURNS = ("flagship", "shop", "flagship", "store", "shop")  # whose turn it is
LASTS = (4, 9)  # days, first and last included


class Run(NamedTuple):
    """A campaign: `turn` is its place in its year, from 0; the first and the last day belong to it."""

    id: str
    turn: int
    account: str
    starts: date
    ends: date


@cache
def schedule(seed: int) -> tuple[Run, ...]:
    """Return all campaigns in order of time.

    A year has equal stretches, one campaign in each, so that a week lies free between two of an account.
    """
    chance = generator(seed, "campaigns", "when")
    return tuple(_run(year, turn, 365 // number, chance) for year, number in A_YEAR.items() for turn in range(number))


@cache
def running(seed: int, account: str, year: int) -> Words:
    """Return, for each day of a year, the id of the campaign that an account runs; empty on other days."""
    days, first = np.full(366, "", dtype=object), date(year, 1, 1)
    for run in schedule(seed):
        if run.account == account and run.starts.year == year:
            days[(run.starts - first).days : (run.ends - first).days + 1] = run.id
    return days


def names(seed: int) -> dict[str, str]:
    """Return what each campaign is called in Chinese, by id: the topic of its posts."""
    called = read("campaigns.toml")["name"]
    return {run.id: called[run.turn]["zh"] for run in schedule(seed)}


def _run(year: int, turn: int, stretch: int, chance: np.random.Generator) -> Run:
    lasts = int(chance.integers(LASTS[0], LASTS[1] + 1))
    starts = date(year, 1, 1) + timedelta(days=turn * stretch + int(chance.integers(0, stretch - lasts)))
    return Run(
        f"c{year % 100}{turn + 1:02d}", turn, TURNS[turn % len(TURNS)], starts, starts + timedelta(days=lasts - 1)
    )
