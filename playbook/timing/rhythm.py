"""How posts follow each other: the gap to the one before, how many a day, and on which days of the week."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from playbook.language import Text
from playbook.posts import counted, originals

HOUR = 60  # minutes


class Gap(NamedTuple):
    """A class of gaps: from `least` up to, not including, `below` minutes since the account's previous original."""

    name: Text
    least: float
    below: float


GAPS = {
    "under_1": Gap(Text("不到 1 小时", "under 1 hour"), 0, HOUR),
    "1_to_2": Gap(Text("1 到 2 小时", "1 to 2 hours"), HOUR, 2 * HOUR),
    "2_to_4": Gap(Text("2 到 4 小时", "2 to 4 hours"), 2 * HOUR, 4 * HOUR),
    "from_4": Gap(Text("4 小时以上", "4 hours and more"), 4 * HOUR, float("inf")),
}


def gaps(posts: pd.DataFrame) -> pd.Series:
    """Return, for each row of a posts table, the minutes since the account's previous original (float).

    Empty for reposts, for posts without a time of day, and for an account's first. Rows may come in any order.
    """
    at = originals(posts)["posted_at"].dropna().sort_values(kind="stable")
    before = at.groupby(posts["account"]).diff()
    minutes: pd.Series = (before.dt.total_seconds() / 60).reindex(posts.index)
    return minutes


def by_gap(posts: pd.DataFrame, account: str, hour: int | None = None) -> pd.DataFrame:
    """Return `posts` and `median` reactions for each class of `GAPS`; of posts that went out at `hour`, if given."""
    own = counted(posts.assign(gap=gaps(posts.reset_index(drop=True)).to_numpy()), account)
    if hour is not None:
        own = own[own["posted_at"].dt.hour == hour]
    rows = {
        name: own.loc[(own["gap"] >= each.least) & (own["gap"] < each.below), "reactions"]
        for name, each in GAPS.items()
    }
    return pd.DataFrame(
        {"posts": {name: len(gets) for name, gets in rows.items()},
         "median": {name: gets.median() for name, gets in rows.items()}},
    )  # fmt: skip


def day_counts(posts: pd.DataFrame) -> pd.Series:
    """Return, for each row of a posts table, how many originals its account sent on that day."""
    own = originals(posts)
    counts = own.groupby(["account", "posted_on"])["posted_on"].transform("size")
    told: pd.Series = counts.reindex(posts.index)
    return told


def by_day_count(posts: pd.DataFrame, account: str) -> pd.DataFrame:
    """Return, by number of originals on a day: `days`, `posts`, `median` reactions per post, typical `total` of a day.

    A day with a post whose counts are not known is left out: its total is not known either.
    """
    own = counted(posts.assign(on_the_day=day_counts(posts)), account)
    own = own[own.groupby("posted_on")["reactions"].transform("size") == own["on_the_day"]]
    own = own.astype({"on_the_day": int})
    day = own.groupby("posted_on").agg(number=("on_the_day", "first"), total=("reactions", "sum"))
    per_day = pd.DataFrame(day.groupby("number")["total"].agg(["size", "median"])).set_axis(["days", "total"], axis=1)
    return per_day.join(_typical(own, own["on_the_day"]))[["days", "posts", "median", "total"]]


def by_weekday(posts: pd.DataFrame, account: str) -> pd.DataFrame:
    """Return `posts` and `median` reactions for each weekday, 1 (Monday) to 7."""
    own = counted(posts, account)
    return _typical(own, own["posted_on"].dt.day_of_week + 1, list(range(1, 8)))


def by_source(posts: pd.DataFrame, account: str) -> pd.DataFrame:
    """Return `posts` and `median` reactions of what a tool sent (index True) and what was sent by hand (False)."""
    own = counted(posts.assign(by_tool=by_tool(posts)), account).dropna(subset=["by_tool"])
    return _typical(own, own["by_tool"].astype(bool), [False, True])


def by_tool(posts: pd.DataFrame) -> pd.Series:
    """Tell of each post whether a scheduler sent it, by its `source`; empty where the export does not say."""
    # Weibo's own tool calls itself 定时发布; 皮皮时光机 is the one that article 6 names.
    told: pd.Series = posts["source"].str.contains("定时|时光机").astype("boolean")
    return told


def _typical(own: pd.DataFrame, key: pd.Series, order: list[int] | None = None) -> pd.DataFrame:
    """Return `posts` and `median` reactions by a key, in this order; a key without posts has NaN."""
    found = pd.DataFrame(own.groupby(key)["reactions"].agg(["size", "median"])).set_axis(["posts", "median"], axis=1)
    table = found if order is None else found.reindex(order)
    return table.fillna({"posts": 0}).astype({"posts": int})
