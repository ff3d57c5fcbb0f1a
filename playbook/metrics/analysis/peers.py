"""An account against its peers before and after a day: what came beyond what came to everybody.

What is compared are logs of reactions to a post, by week: of a single week they hang on its few largest posts, so the
mean of many weeks is taken. Peers with a trend of their own say nothing of what would have come; which they are is told
by the weeks before the day alone, before anybody looks at the effect.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import stats

from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.analysis.estimates import UNKNOWN, Estimate
from playbook.metrics.analysis.lines import course, drawn, weeks_since
from playbook.once import once

JUDGED = (3, 13)  # weeks since the day that are judged, the first and the last: a lag agreed on beforehand
LEAST_BEFORE, LEAST_PEERS = 26, 2
FAR = 2.5  # usual departures (median, times 1.48): how far out a week may lie before it is drawn in
STEP = 4  # weeks taken together in the picture of leads and lags
LEADS = 6  # such steps before the day that are drawn
STEEP = 0.15  # log units a year: a trend of one's own below this is none that matters over the weeks judged
NO_PEERS = Text(
    "没有同行每周的公开数（粉丝、条数、互动），没有谁可比。",
    "There are no weekly public counts of peers (followers, posts, reactions): there is nobody to compare with.",
)
FEW_PEERS = Text(
    "自己的走势和大家不一样的剔出去以后，只剩 {n} 家同行，不到 {least} 家，不比。",
    "Once peers with a trend of their own are left out, {n} remain, fewer than {least}: no comparison.",
)
TOO_SHORT = Text(
    "这一天以前，和同行都有数的只有 {weeks} 周，不到 {least} 周，说不准平时的差距。",
    "Of us and the peers only {weeks} weeks before this day are known, fewer than {least}: too few for a usual gap.",
)
NOTHING_AFTER = Text("要看的那几周还没有数。", "Nothing is known yet of the weeks to be judged.")


@dataclass(frozen=True, eq=False)
class Against:
    """An account against peers: the `difference` of log reactions to a post before and after, and what it rests on.

    `before`: what the gap to the peers that stay did in a year before the day (logs): parallel where it holds 0.
    `kept` and `apart`: the peers compared with, and those left out. `gap`: by week, how far above the peers (logs).
    """

    difference: Estimate
    before: Estimate
    kept: tuple[str, ...]
    apart: tuple[str, ...]
    gap: pd.Series

    @property
    def parallel(self) -> bool:
        """Tell whether the weeks before the day give no reason to doubt that both would have run alike."""
        return self.before.outcome == "cannot_tell"


def per_post(peers: pd.DataFrame) -> pd.DataFrame:
    """Return log reactions to a post by week (rows) and peer (columns); NaN where a peer posted nothing."""
    known = peers[peers["posts"] > 0]
    logs = (known["reactions"] / known["posts"]).astype(float).map(np.log1p).rename("logs")
    table: pd.DataFrame = known[["week", "peer"]].join(logs).pivot(index="week", columns="peer", values="logs")
    return table.reindex(pd.date_range(table.index.min(), table.index.max(), freq="7D"))


def own_trends(peers: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Return what each peer’s gap to the median of all did in a year before a day: `value, low, high` (logs), `apart`.

    Theil–Sen: the median slope of all pairs of weeks, which single posts that go round do not move. A peer is `apart`
    where the 95% interval holds no 0 and the slope is steep.
    """
    logs = per_post(peers)
    before = logs[weeks_since(pd.DatetimeIndex(logs.index), day) < 0]
    ahead = before.sub(before.median(axis=1), axis=0)
    rows = {}
    for peer, gap in ahead.items():
        told = _slope(gap) if gap.notna().sum() >= LEAST_BEFORE else UNKNOWN
        own = told.outcome != "cannot_tell" and abs(told.value) > STEEP
        rows[str(peer)] = (*told, own or not told.known)  # of too few weeks nobody can say that it ran alike
    return pd.DataFrame.from_dict(rows, orient="index", columns=["value", "low", "high", "apart"])


@once(32)
def against(
    facts: Facts, account: str, day: pd.Timestamp, weeks: tuple[int, int] = JUDGED, *, every: bool = False
) -> Against | Text:
    """Return what came to an account beyond what came to its peers, in some `weeks` since a day.

    All weeks before the day are what they are held against; the others after it are left out. `every`: compare with
    all peers, those with a trend of their own as well (which misleads).
    """
    if facts.peers is None or facts.weekly is None:
        return NO_PEERS
    trends = own_trends(facts.peers, day)
    left_out = () if every else tuple(trends.index[trends["apart"].astype(bool)])
    kept = tuple(peer for peer in trends.index if peer not in left_out)
    if len(kept) < LEAST_PEERS:
        return FEW_PEERS.format(n=len(kept), least=LEAST_PEERS)
    gap = _gap(facts, account, kept)
    since = weeks_since(pd.DatetimeIndex(gap.index), day)
    before = gap[since < 0]
    if before.notna().sum() < LEAST_BEFORE:
        return TOO_SHORT.format(weeks=int(before.notna().sum()), least=LEAST_BEFORE)
    judged = since.between(*weeks)
    if not gap[judged].notna().any():
        return NOTHING_AFTER
    return Against(_stepped(gap.where((since < 0) | judged), judged), _trend(before), kept, left_out, gap)


def leads_and_lags(facts: Facts, account: str, day: pd.Timestamp, kept: Sequence[str]) -> pd.DataFrame:
    """Return the gap to the peers by STEP weeks since a day, each against all (other) weeks before the day.

    `value, low, high` (logs) by the first week of each step, LEADS steps before the day and all after it. Those before
    it should scatter around 0.
    """
    gap = _gap(facts, account, tuple(kept))
    since = weeks_since(pd.DatetimeIndex(gap.index), day)
    rows = {}
    for first in range(-LEADS * STEP, int(since.max()) + 1, STEP):
        judged = since.between(first, first + STEP - 1)
        if gap[judged].notna().any():
            rows[first] = _stepped(gap.where((since < 0) | judged), judged)
    return pd.DataFrame.from_dict(rows, orient="index", columns=["value", "low", "high"])


def standing(facts: Facts, account: str, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """Return us and every peer over the same weeks: `reactions_a_post`, and a week `per_1000` followers; medians.

    The index is `us` and the peers, most reactions for every 1,000 followers first. Followers may be inflated.
    """
    if facts.peers is None or facts.weekly is None:
        return pd.DataFrame(columns=["followers", "posts", "reactions_a_post", "per_1000"])
    own = facts.weekly[facts.weekly["account"] == account].assign(peer="us")
    table = pd.concat([own[list(facts.peers)], facts.peers])
    table = table[table["week"].between(first, last)].dropna().astype({"followers": float, "reactions": float})
    each = table.assign(
        reactions_a_post=table["reactions"] / table["posts"].where(table["posts"] > 0).astype(float),
        per_1000=1000 * table["reactions"] / table["followers"],
    )
    columns = ["followers", "posts", "reactions_a_post", "per_1000"]
    medians: pd.DataFrame = each.astype({"posts": float}).groupby("peer")[columns].median()
    return medians.sort_values("per_1000", ascending=False)


def _gap(facts: Facts, account: str, kept: Sequence[str]) -> pd.Series:
    """Return how far an account’s log reactions to a post lie above the mean of the peers that are kept, by week."""
    if facts.peers is None or facts.weekly is None:
        return pd.Series(dtype=float)
    own = facts.weekly[facts.weekly["account"] == account].assign(peer="us").dropna(subset=["posts", "reactions"])
    logs = per_post(facts.peers)[list(kept)]
    if own.empty:
        return pd.Series(math.nan, index=logs.index)
    ours = per_post(own)["us"]
    levels = logs - logs.mean()  # a peer that posts nothing in a week must not move the mean of the others
    return ours.sub(levels.mean(axis=1)).reindex(logs.index)


def _stepped(gap: pd.Series, judged: pd.Series) -> Estimate:
    """Return how much higher the gap stands in the weeks judged; single weeks far out are drawn in, on both sides."""
    terms = pd.DataFrame({"level": 1.0, "judged": judged.astype(float)}, index=gap.index)
    line = drawn(gap.groupby(judged).transform(_drawn_in), terms)
    return UNKNOWN if line is None else line.of({"judged": 1.0})


def _drawn_in(gap: pd.Series) -> pd.Series:
    """Bring weeks farther than FAR usual departures from the median to that distance: a post that went round."""
    middle = gap.median()
    reach = FAR * 1.4826 * (gap - middle).abs().median()
    return gap.clip(middle - reach, middle + reach) if reach > 0 else gap


def _trend(gap: pd.Series) -> Estimate:
    """Return what the gap did in a year (logs), a week taking after the last; single weeks far out are drawn in."""
    line = drawn(_drawn_in(gap), course(pd.DatetimeIndex(gap.index), season=False))
    return UNKNOWN if line is None else line.of({"trend": 1.0})


def _slope(gap: pd.Series) -> Estimate:
    """Return what a gap did in a year (logs), by Theil and Sen."""
    known = gap.dropna()
    years = (known.index - known.index[0]).days / 365.25
    slope, _, low, high = stats.theilslopes(known, years, 0.95)
    return Estimate(float(slope), float(low), float(high))
