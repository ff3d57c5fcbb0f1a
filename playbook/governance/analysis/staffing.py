"""Hours against people: what posting, answering and approving take in a week, and what the shifts have."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from playbook.facts import Facts

POST_IN_REPLIES = 3  # a post takes as long as so many replies: an assumption of the register (truths.toml)


class Load(NamedTuple):
    """Of a usual week (means): hours on duty, posts written, replies; and what they come to.

    `a_post` and `a_reply` are minutes if the hours on duty were all spent on them: at most so long. `people` is how
    many share the hours, `accounts` how many accounts they serve.
    """

    hours: float
    posts: float
    replies: float
    people: int
    accounts: int

    @property
    def a_reply(self) -> float:
        """Return minutes a reply, at most."""
        return 60 * self.hours / (self.posts * POST_IN_REPLIES + self.replies)

    @property
    def a_post(self) -> float:
        """Return minutes a post, at most."""
        return self.a_reply * POST_IN_REPLIES

    def hours_for(self, posts: float) -> float:
        """Return the hours a week that so many posts take, with as many replies as now."""
        return (posts * self.a_post + self.replies * self.a_reply) / 60


def load(facts: Facts) -> Load | None:
    """Return a usual week of the duty log; None if there is none. Shifts not filled in or missed are left out."""
    if facts.staff is None or facts.staff.empty:
        return None
    log = facts.staff[facts.staff["posts_written"].notna()]
    shifts = log.drop_duplicates(["on", "person", "start"])
    all_shifts = facts.staff.drop_duplicates(["on", "person", "start"])
    there = len(all_shifts) * (~shifts["absent"].fillna(value=False)).mean()
    if log.empty or not there:
        return None
    weeks = ((facts.staff["on"].max() - facts.staff["on"].min()).days + 1) / 7
    filled_in = len(all_shifts) / len(shifts)
    hours = float((shifts["end"] - shifts["start"]).sum())
    posts, replies = float(log["posts_written"].sum()), float(log["replies"].sum())
    hours, posts, replies = (each * filled_in / weeks for each in (hours, posts, replies))
    return Load(hours, posts, replies, int(log["person"].nunique()), len(facts.company.accounts))


def posts_a_week(facts: Facts) -> float:
    """Return originals a week, of all accounts."""
    posts: pd.Series = facts.posts["posted_on"]
    return float(len(posts) * 7 / ((posts.max() - posts.min()).days + 1))
