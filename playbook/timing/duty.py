"""Who is there when a post goes out: hours on duty, first replies, and whether writing leaves time to answer."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd
from scipy import stats

from playbook.claims import ENOUGH
from playbook.company import Company
from playbook.facts import Facts
from playbook.posts import originals
from playbook.timing.rhythm import by_tool

SURE = 0.05  # a correlation that chance makes in fewer cases is told
WEEK = 7  # days


class DutyLog(NamedTuple):
    """What the duty log says of writing and answering, day by day, over all accounts.

    `days` with a log for everybody on duty; `posts` and `replies` of a typical day; `together`: the rank correlation of
    the two, each by the hour on duty, and `chance` how often chance alone makes one so far from zero (NaN if unknown).
    """

    days: int
    posts: float
    replies: float
    together: float
    chance: float

    @property
    def told(self) -> bool:
        """Tell whether the log shows more than chance."""
        return self.chance < SURE


def duty_hours(company: Company, day: int) -> list[int]:
    """Return the hours of a weekday (1 = Monday) in which somebody is on duty."""
    return [hour for hour in range(24) if company.on_duty(day, hour)]


def longest_stretch(company: Company, day: int) -> int:
    """Return how many hours on end somebody is on duty that weekday."""
    longest = running = 0
    for hour in range(24):
        running = running + 1 if company.on_duty(day, hour) else 0
        longest = max(longest, running)
    return longest


def duty_a_week(company: Company) -> int:
    """Return in how many hours of a week somebody is on duty (two at once count once)."""
    return sum(len(duty_hours(company, day)) for day in range(1, WEEK + 1))


def posts_a_week(posts: pd.DataFrame, account: str) -> float:
    """Return how many originals an account sends a week, from its first to its last; NaN over less than a week."""
    on = originals(posts[posts["account"] == account])["posted_on"]
    days = (on.max() - on.min()).days + 1 if len(on) else 0
    return len(on) * WEEK / days if days >= WEEK else math.nan


def attended(facts: Facts) -> pd.Series | None:
    """Tell of each row of the posts whether the duty log has somebody there at that hour; None without a log.

    Empty where a post has no time of day, and on days of which a shift was not filled in.
    """
    if facts.staff is None:
        return None
    shifts = facts.staff[["on", "person", "start", "end", "absent"]].drop_duplicates()
    at = facts.posts[["posted_on"]].assign(row=facts.posts.index, hour=facts.posts["posted_at"].dt.hour)
    met = at.merge(shifts, left_on="posted_on", right_on="on")
    met = met[(met["start"] <= met["hour"]) & (met["hour"] < met["end"])]
    unsure = facts.posts.index.isin(met.loc[met["absent"].isna(), "row"])
    there = facts.posts.index.isin(met.loc[met["absent"].eq(other=False).fillna(value=False), "row"])
    told = pd.Series(there, facts.posts.index, dtype="boolean")
    return told.mask((unsure & ~there) | facts.posts["posted_at"].isna())


def first_replies(facts: Facts, account: str) -> pd.DataFrame | None:
    """Return, for what was sent by hand (index False) and by a tool (True): `posts`, `answered`, median `minutes`.

    `there` and `minutes_there` count only posts that went out while somebody was on duty: tools are used most when
    nobody is, and that alone would make their first reply late. None where there is no editorial log.
    """
    log = _log(facts, account)
    if log is None:
        return None
    return pd.DataFrame({side: _waiting(log[log["by_tool"].eq(side)]) for side in (False, True)}).T


def writing_and_answering(facts: Facts) -> DutyLog | None:
    """Ask the duty log whether days with much writing have few replies; None where there is no log."""
    if facts.staff is None:
        return None
    there = facts.staff[~facts.staff["absent"].fillna(value=False)]
    shifts = there.groupby(["on", "person"]).agg(
        hours=("start", "first"), end=("end", "first"), posts=("posts_written", lambda column: column.sum(min_count=1)),
        replies=("replies", lambda column: column.sum(min_count=1)),
    )  # fmt: skip
    shifts["hours"] = shifts["end"] - shifts["hours"]
    day = shifts[shifts["posts"].notna().groupby(level="on").transform("all")].groupby(level="on").sum().astype(float)
    if len(day) < ENOUGH:
        return DutyLog(len(day), day["posts"].median(), day["replies"].median(), math.nan, math.nan)
    found = stats.spearmanr(day["posts"] / day["hours"], day["replies"] / day["hours"])
    return DutyLog(
        len(day), day["posts"].median(), day["replies"].median(), float(found.statistic), float(found.pvalue)
    )


def _log(facts: Facts, account: str) -> pd.DataFrame | None:
    """Return an account's originals with their entry in the editorial log, `by_tool` and `there`."""
    if facts.ledger is None:
        return None
    there = attended(facts)
    marks = {
        "by_tool": by_tool(facts.posts),
        "there": pd.array([pd.NA] * len(facts.posts), dtype="boolean") if there is None else there,
    }
    own = originals(facts.posts.assign(**marks)).merge(facts.ledger, on="post_id")
    own = own[own["account"] == account]
    return None if own.empty else own


def _waiting(log: pd.DataFrame) -> dict[str, float]:
    there = log[log["there"].eq(other=True)]
    return {
        "posts": len(log), "answered": int(log["first_reply_minutes"].count()), "minutes": _middle(log),
        "there": len(there), "minutes_there": _middle(there),
    }  # fmt: skip


def _middle(log: pd.DataFrame) -> float:
    """Return the median minutes to the first reply; NaN where nobody answered."""
    return float(log["first_reply_minutes"].astype("Float64").astype(float).median())
