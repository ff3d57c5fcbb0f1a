"""Whom it is worth following: which kinds of account answer us and bring signals, and what reading them takes."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable

import pandas as pd

from playbook.facts import Facts
from playbook.interaction.analysis.estimates import rate, share
from playbook.interaction.kinds import FOLLOWS
from playbook.matrix.analysis import relay_log
from playbook.once import once
from playbook.posts import originals

WATCHED, WEEK = 90, 7  # days over which `commented`, `answered` and `signals` were counted
HOUR = 60.0


@once(16)
def by_kind(facts: Facts) -> pd.DataFrame | None:
    """Return a row a kind of account, in the order of the list of kinds; None where nobody listed candidates.

    `accounts, commented, answered, signals, minutes` (a week, of all of them), `hours` (over WATCHED days); `answers`
    (share of our comments that they answered) and `worth` (signals for an hour of reading), each with `_low` and
    `_high`.
    """
    table = facts.candidates
    if table is None or table.empty:
        return None
    sums = table.groupby("kind")[["commented", "answered", "signals", "minutes_a_week"]].sum()
    sums.insert(0, "accounts", table["kind"].value_counts())
    sums = sums.rename(columns={"minutes_a_week": "minutes"}).astype({"minutes": float})
    answers = [share(*counts) for counts in zip(sums["answered"].tolist(), sums["commented"].tolist(), strict=True)]
    sums["hours"] = sums["minutes"] * WATCHED / WEEK / HOUR
    worth = [rate(*each) for each in zip(sums["signals"].tolist(), sums["hours"].tolist(), strict=True)]
    for name, estimates in (("answers", answers), ("worth", worth)):
        sums[[name, f"{name}_low", f"{name}_high"]] = pd.DataFrame(estimates, sums.index)
    return sums.reindex([kind for kind in FOLLOWS if kind in sums.index])


def reading(facts: Facts, accounts: Collection[str] | None = None) -> float:
    """Return the minutes a week it takes to read these candidates (all, if None); NaN where there is no list.

    Accounts that are not on the list take nothing: nobody has looked at them.
    """
    own = _chosen(facts, accounts)
    return math.nan if own is None else float(own["minutes_a_week"].sum())


def signals_a_week(facts: Facts, accounts: Collection[str] | None = None) -> float:
    """Return how many useful signals a week these candidates brought; NaN where there is no list."""
    own = _chosen(facts, accounts)
    return math.nan if own is None else float(own["signals"].sum()) * WEEK / WATCHED


def of_kinds(facts: Facts, kinds: Collection[str]) -> list[str]:
    """Return the ids of the candidates of these kinds."""
    table = facts.candidates
    return [] if table is None else [str(each) for each in table.loc[table["kind"].isin(kinds), "id"]]


def minutes_each(facts: Facts, kinds: Collection[str] | None = None) -> float:
    """Return the minutes a week that an account (of these kinds) takes on average; NaN where none is listed."""
    own = _chosen(facts, None if kinds is None else of_kinds(facts, kinds))
    return math.nan if own is None or own.empty else float(own["minutes_a_week"].mean())


def growth(each: float, per_day: int = 5, weeks: Iterable[int] = range(53), days: int = 5) -> pd.DataFrame:
    """Return `followed` and `minutes` (of reading a week) by week, if so many are added a day and none is dropped.

    `each`: minutes a week that an account takes; `days`: working days of a week.
    """
    number = pd.Series({week: per_day * days * week for week in weeks})
    return pd.DataFrame({"followed": number, "minutes": number * each}).rename_axis("week")


def weeks_until_full(each: float, minutes: float, per_day: int = 5, days: int = 5) -> float:
    """Return after how many weeks the list takes more than the minutes on hand; `inf` where it never does."""
    a_week = each * per_day * days
    return minutes / a_week if a_week > 0 else math.inf


def own_reposts(facts: Facts) -> float:
    """Return which share of the reposts of our originals came from our own accounts; NaN where no count is known."""
    of = originals(facts.posts)
    every = float(of["reposts"].sum())
    ours = relay_log(facts)["repost_of"].isin(of["post_id"]).sum()
    return float(ours) / every if every else math.nan


def _chosen(facts: Facts, accounts: Collection[str] | None) -> pd.DataFrame | None:
    table = facts.candidates
    return table if table is None or accounts is None else table[table["id"].isin(list(accounts))]
