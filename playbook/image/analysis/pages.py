"""Who opens a page and follows, before and after something on it changed, beside other accounts in the same weeks."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy import stats

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics.analysis.done import done
from playbook.metrics.analysis.estimates import UNKNOWN, Estimate
from playbook.once import once

PARTS: dict[str, Text] = {
    "name": Text("昵称", "nickname"),
    "avatar": Text("头像", "avatar"),
    "cover": Text("封面", "cover"),
    "bio": Text("简介", "bio"),
    "pinned": Text("置顶微博", "pinned post"),
    "tags": Text("标签改成跟热点换", "tags now follow hot topics"),
    "verified": Text("挂出认证标志", "mark of verification shown"),
}
STATE = list(PARTS)
LEAST = 12  # weeks known on each side before a change is judged
NEAR = pd.Timedelta(days=21)  # from something else that brought other people
WEEKS = 20  # before and after a change that are compared
ALL_AT_ONCE = Text("整页一起换（{count} 处）", "the whole page at once ({count} parts)")


class Change(NamedTuple):
    """A change on an account’s page: the first week with it, and the parts that changed (all of `PARTS`)."""

    account: str
    week: pd.Timestamp
    parts: tuple[str, ...]

    @property
    def said(self) -> Text:
        """Return what changed."""
        if len(self.parts) > 2:  # noqa: PLR2004 - more than two are no longer listed
            return ALL_AT_ONCE.format(count=len(self.parts))
        return join([PARTS[part] for part in self.parts])


class Effect(NamedTuple):
    """What came of a change: shares who follow before and after, and the gap to other accounts (a log) after it.

    `instead` names what happened at the same time and would explain it as well; None where nothing is known.
    """

    change: Change
    before: float
    after: float
    gap: Estimate
    instead: Text | None


@once(32)
def effects(facts: Facts) -> tuple[Effect, ...]:
    """Return every change on a page in order of time, and what came of it; nothing for a company without visits."""
    if facts.visits is None:
        return ()
    known = facts.visits.dropna(subset=["visits", "follows"])
    return tuple(_effect(facts, known, change) for change in changes(known))


def changes(visits: pd.DataFrame) -> list[Change]:
    """Return the weeks in which something on a page changed, in order of time."""
    found = []
    for account, own in visits.groupby("account", sort=False):
        state = own.set_index("week")[STATE].astype("string")
        moved = (state != state.shift()).iloc[1:]
        found += [
            Change(str(account), pd.Timestamp(str(week)), tuple(part for part in STATE if row[part]))
            for week, row in moved[moved.any(axis=1)].iterrows()
        ]
    return sorted(found, key=lambda each: each.week)


def share_by_week(visits: pd.DataFrame, account: str) -> pd.Series:
    """Return the share of visits that ended in a follow, by week; weeks without numbers are left out."""
    own = visits[visits["account"] == account].dropna(subset=["visits", "follows"]).set_index("week")
    return (own["follows"] / own["visits"]).astype(float)


def _effect(facts: Facts, known: pd.DataFrame, change: Change) -> Effect:
    span = pd.Timedelta(days=7 * WEEKS)
    near = known[known["week"].between(change.week - span, change.week + span, inclusive="left")]
    mine = near["account"] == change.account
    own = near[mine].set_index("week")
    same = _as_it_was(own, change)
    before, after = (_share(own[same & ((own.index >= change.week) == later)]) for later in (False, True))
    others = near[~mine & _unchanged(near)].groupby("week")[["follows", "visits"]].sum()
    gap = (_logs(own[same]) - _logs(others)).dropna()
    return Effect(change, before, after, _stepped(gap, change.week), _instead(facts, change))


def _as_it_was(own: pd.DataFrame, change: Change) -> pd.Series:
    """Tell of each week whether the page was as just before this change, or as since it, and no other way."""
    state = own[STATE].astype("string")
    edges = [state[state.index < change.week].iloc[-1], state[state.index >= change.week].iloc[0]]
    return (state == edges[0]).all(axis=1) | (state == edges[1]).all(axis=1)


def _unchanged(near: pd.DataFrame) -> pd.Series:
    """Tell of each row whether its account’s page stayed as it was through all these weeks."""
    versions = near.assign(page=near.groupby(STATE).ngroup()).groupby("account")["page"].transform("nunique")
    return versions == 1


def _share(weeks: pd.DataFrame) -> float:
    return float(weeks["follows"].sum() / weeks["visits"].sum()) if len(weeks) else math.nan


def _logs(weeks: pd.DataFrame) -> pd.Series:
    share = (weeks["follows"].astype(float) + 0.5) / (weeks["visits"].astype(float) + 1)
    return pd.Series(np.log(share.to_numpy()), weeks.index)


def _stepped(gap: pd.Series, week: pd.Timestamp) -> Estimate:
    """Return the step in a gap at a week; weeks that take after each other count for fewer than they are."""
    sides = [gap[gap.index < week], gap[gap.index >= week]]
    if min(map(len, sides)) < LEAST:
        return UNKNOWN
    left = pd.concat([side - side.mean() for side in sides])
    carried = max(0.0, float(left.autocorr()))
    freedom = len(left) - 2
    spread = math.sqrt(float((left**2).sum()) / freedom * (1 + carried) / (1 - carried))
    error = spread * math.sqrt(sum(1 / len(side) for side in sides))
    value = float(sides[1].mean() - sides[0].mean())
    half = float(stats.t.ppf(0.975, freedom)) * error
    return Estimate(value, value - half, value + half)


def _instead(facts: Facts, change: Change) -> Text | None:
    launch = done(facts, "launch")
    if launch is None or launch.account != change.account or abs(launch.day - change.week) > NEAR:
        return None
    return launch.name
