"""The weekly course of a measure of an account: from the company's weekly sheet, and from its posts where these tell.

A company of its own that exported nothing but posts has what posts tell: their number, and what a typical one got.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import numpy as np
import pandas as pd
from scipy.special import expit

from playbook.facts import Facts
from playbook.language import Text
from playbook.once import once
from playbook.posts import COUNTS, originals, reactions

Scale = Literal["log", "share", "plain"]
Make = Callable[[pd.DataFrame], pd.Series]
WEEKLY: dict[str, Make] = {  # from a row a week of an account's weekly sheet
    "posts": lambda own: own["posts"],
    "reactions": lambda own: own["reactions"],
    "per_post": lambda own: own["reactions"] / own["posts"].where(own["posts"] > 0),
    "followers": lambda own: own["followers"],
    "follower_growth": lambda own: own["followers"].diff(),
    "reads": lambda own: own["reads"].mask(own["reads_capped"].fillna(value=False)),
    "profile_visits": lambda own: own["profile_visits"],
    "link_clicks": lambda own: own["link_clicks"],
    "orders": lambda own: own["orders"],
    "conversion": lambda own: own["orders"] / own["link_clicks"].where(own["link_clicks"] > 0),
}
REPLIES: dict[str, Make] = {  # from the weekly sheet of the desk
    "reply_share": lambda own: own["in_time"] / own["asked"].where(own["asked"] > 0),
    "comment_attitude": lambda own: (own["positive"] - own["negative"]) / own["read"].where(own["read"] > 0),
}
POSTS: dict[str, Callable[[pd.DataFrame], pd.Series]] = {  # what a post of a week counts; its median is the measure
    "typical_reactions": reactions,
    **{name: (lambda own, name=name: own[name]) for name in COUNTS if name != "likes"},  # type: ignore[misc]
}
SCALES: dict[str, Scale] = {"reply_share": "share", "conversion": "share", "comment_attitude": "plain"}
SAID: dict[str, Text] = {
    "reactions": Text("互动总数", "reactions"),
    "per_post": Text("平均每条的互动", "mean reactions to a post"),
}


@once(256)
def series(facts: Facts, account: str, measure: str) -> pd.Series | None:
    """Return a measure of an account by week (floats, an index of Mondays in a row); None where nobody has it.

    `measure` is one of `measures.toml`, or `reactions` (all of the week) or `per_post` (their mean). A week of which it
    is not known, or at which its counter stood at the limit, is NaN, never zero.
    """
    found = _found(facts, account, measure)
    if found is None or found.notna().sum() == 0:
        return None
    known = found.astype("Float64").astype(float)
    every = pd.date_range(known.index.min(), known.index.max(), freq="7D")
    return known.reindex(every).rename(measure)


def scale_of(measure: str) -> Scale:
    """Return how changes of a measure are reckoned: by factors, by odds of a share, or as they stand."""
    return SCALES.get(measure, "log")


def on_scale(values: pd.Series, measure: str) -> pd.Series:
    """Return values on the scale on which a line is drawn: log(1 + count), the log odds of a share, or as they are."""
    if scale_of(measure) == "log":
        return values.clip(lower=0).map(np.log1p)
    if scale_of(measure) == "share":
        inside = values.clip(0.005, 0.995)
        return (inside / (1 - inside)).map(np.log)
    return values


def off_scale(values: pd.Series, measure: str) -> pd.Series:
    """Return what `on_scale` gave, as it was counted."""
    if scale_of(measure) == "log":
        return values.map(np.expm1).clip(lower=0)
    return values.map(expit) if scale_of(measure) == "share" else values


def _found(facts: Facts, account: str, measure: str) -> pd.Series | None:
    for table, makes in ((facts.weekly, WEEKLY), (facts.replies, REPLIES)):
        own = None if table is None else table[table["account"] == account]
        if own is not None and measure in makes and len(own):
            return makes[measure](own.set_index("week").sort_index())
    return _of_posts(facts.posts, account, measure)


def _of_posts(posts: pd.DataFrame, account: str, measure: str) -> pd.Series | None:
    """Return what posts alone tell, by the whole weeks that the table covers: medians of originals, sums of all."""
    first, last = posts["posted_on"].min(), posts["posted_on"].max()
    own = posts[posts["account"] == account]
    if own.empty or not (measure in POSTS or measure in {"posts", "reactions", "per_post"}):
        return None
    weeks = pd.date_range(
        first + pd.Timedelta(days=-first.day_of_week % 7), last - pd.Timedelta(days=6), freq="W-MON"
    )  # a week that begins before the first day, or ends after the last, is not whole
    if measure in POSTS:
        own = originals(own)
    value = POSTS.get(measure, reactions)(own).astype("Float64")
    grouped = value.groupby(own["posted_on"] - pd.to_timedelta(own["posted_on"].dt.day_of_week, unit="D"))
    if measure == "posts":
        return grouped.size().reindex(weeks, fill_value=0)
    if measure == "reactions":
        return grouped.sum(min_count=1).reindex(weeks)
    return (grouped.mean() if measure == "per_post" else grouped.median()).reindex(weeks)
