"""Slips found after a post went out: with and without a second reader, and after a stamp in place of a reading.

Who got a second reader was drawn by lot, so that the two halves are alike in all else. Stamps were not drawn: they are
of evenings and weekends, and what differs there may have other causes.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import pandas as pd

from playbook.claims import Outcome
from playbook.governance.analysis.waiting import STAMP
from playbook.governance.workflow import KINDS
from playbook.interaction.analysis.estimates import share

RISKY = ("price", "health", "prize", "hot")  # kinds in which a slip costs money, breaks a law, or both
LEAST = 30  # posts on each side, under which nothing is told
GroupBy = Literal["kind", "risk"]


class Side(NamedTuple):
    """Posts that went out, and in how many a slip was found later."""

    posts: int
    slips: int

    @property
    def share(self) -> float:
        """Return the share of posts with a slip; nan without posts."""
        return self.slips / self.posts if self.posts else float("nan")


class Slips(NamedTuple):
    """Slips without and with (a second reader; or read and stamped), and the difference of shares with its interval."""

    without: Side
    with_it: Side
    less: float
    low: float
    high: float

    @property
    def outcome(self) -> Outcome:
        """Return whether fewer slips are certain (supported), more (refuted), or neither."""
        if self.low > 0:
            return "supported"
        return "refuted" if self.high < 0 else "cannot_tell"


def slips(approvals: pd.DataFrame, by: GroupBy = "risk") -> dict[str, Slips]:
    """Return slips without and with a second reader: of plain and risky kinds, or of each kind."""
    out = approvals[approvals["published_at"].notna()]
    groups: dict[str, pd.Series] = {kind: out["kind"] == kind for kind in KINDS}
    if by == "risk":
        groups = {"plain": out["kind"] == "plain", "risky": out["kind"].isin(RISKY)}
    return {name: compared(out[rows], out.loc[rows, "second"].notna()) for name, rows in groups.items()}


def stamped(approvals: pd.DataFrame) -> Slips:
    """Return slips in risky kinds: of posts waved through within a minute, against those that were read."""
    out = approvals[approvals["published_at"].notna() & approvals["kind"].isin(RISKY)]
    return compared(out, out["read_seconds"].fillna(0) >= STAMP)


def compared(out: pd.DataFrame, with_it: pd.Series) -> Slips:
    """Return slips of the rest against those `with_it`; the interval is Newcombe's, of the difference of shares."""
    one, other = (Side(int(rows.sum()), int(out.loc[rows, "slip"].notna().sum())) for rows in (~with_it, with_it))
    if min(one.posts, other.posts) < LEAST:
        return Slips(one, other, one.share - other.share, float("-inf"), float("inf"))
    first, second = share(one.slips, one.posts), share(other.slips, other.posts)
    less = first.value - second.value
    low = less - math.hypot(first.value - first.low, second.high - second.value)
    high = less + math.hypot(first.high - first.value, second.value - second.low)
    return Slips(one, other, less, low, high)


def reading_hours(approvals: pd.DataFrame) -> dict[str, float]:
    """Return what second reading took in a week, in hours, of plain and of risky kinds."""
    weeks = max(1.0, (approvals["slot"].max() - approvals["slot"].min()).days / 7)
    groups = {"plain": approvals["kind"] == "plain", "risky": approvals["kind"].isin(RISKY)}
    return {name: float(approvals.loc[rows, "second_minutes"].sum()) / 60 / weeks for name, rows in groups.items()}
