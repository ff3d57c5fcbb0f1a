"""What past campaigns say: who was won, who stayed, what each of them cost, and who came for the prize alone.

Pure functions on the table `campaigns`. A group's ratio is that of its sums (all yuan spent on all followers kept), so
that a small lucky campaign does not decide; its interval draws whole campaigns again. What nobody can know yet, such as
who is still there after 90 days of a campaign that ended last week, is left out and counted, never zero.
"""

from __future__ import annotations

import math
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from playbook.claims.estimate import RESAMPLES, widened
from playbook.language import Text

Floats = npt.NDArray[np.float64]
Measure = Literal["entries", "new_followers", "kept_90", "per_kept"]
TYPES: dict[str, Text] = {
    "repost_draw": Text("有奖转发", "prize repost"),
    "discount": Text("优惠", "discount"),
    "quiz": Text("竞猜", "guessing"),
    "check_in": Text("到店打卡", "check-in at the store"),
    "tasting": Text("试饮", "tasting"),
    "stories": Text("征集故事", "stories"),
    "photos": Text("晒图", "photos"),
    "vote": Text("投票", "vote"),
}
GOALS: dict[str, Text] = {
    "followers": Text("涨粉", "more followers"),
    "sales": Text("卖货", "sales"),
    "readers": Text("留住老读者", "readers we have"),
    "visits": Text("到店", "visits to the store"),
}
TIED = {
    True: Text("奖品与茶有关", "prize to do with tea"),
    False: Text("奖品与茶无关", "prize with no tea in it"),
}
ENOUGH_CAMPAIGNS = 5  # in a group before its interval is told: below, one campaign decides
DAYS = 90  # after which who is still there counts as kept
BANDS = (0, 100, 200, math.inf)  # yuan: above the first, up to the second


class Rate(NamedTuple):
    """The ratio of two sums over `campaigns` campaigns, `left_out` more being unknown, with its 95% interval.

    `ratio` is NaN where nothing is known, infinite where the lower sum is 0; `low` and `high` are NaN where fewer than
    ENOUGH_CAMPAIGNS are known.
    """

    campaigns: int
    left_out: int
    ratio: float
    low: float
    high: float


def name_of(campaigns: pd.DataFrame, campaign: str) -> Text:
    """Return what a campaign was called, with its year: names come back every year. Raises KeyError for an unknown."""
    row = campaigns.set_index("id").loc[campaign]
    return Text("{zh}（{year}）", "{en} ({year})").format(zh=row["name_zh"], en=row["name_en"], year=row["starts"].year)


def costs(campaigns: pd.DataFrame) -> pd.DataFrame:
    """Return a row a campaign, by its id: what it cost in yuan for each follower won, and for each kept 90 days.

    `cost, entries, new_followers, kept_90, prize_hunters, per_won, per_kept, kept_share`: floats; NaN where it is not
    known, infinite where nobody was won or stayed.
    """
    names = ["cost", "entries", "new_followers", "kept_90", "prize_hunters"]
    table = campaigns.set_index("id")[names].astype("Float64").astype(float)
    return table.assign(
        per_won=_divided(table["cost"], table["new_followers"]),
        per_kept=_divided(table["cost"], table["kept_90"]),
        kept_share=table["kept_90"] / table["new_followers"].where(table["new_followers"] > 0),
    )


def ranks(campaigns: pd.DataFrame) -> pd.DataFrame:
    """Return the place of each campaign, 1 the best, by entries, new followers, followers kept, and yuan for each kept.

    Only campaigns whose followers have had their 90 days are ranked, so that the four orders are of the same.
    """
    known = costs(campaigns).dropna(subset=["kept_90"])
    most = {name: known[name].rank(ascending=False, method="min") for name in ("entries", "new_followers", "kept_90")}
    return pd.DataFrame(most | {"per_kept": known["per_kept"].rank(method="min")}).astype(int)


def rate(campaigns: pd.DataFrame, top: str, bottom: str, scale: float = 1) -> Rate:
    """Return `scale` times the sum of a column over the sum of another, with its interval by the bootstrap.

    Whole campaigns are drawn again; the percentiles are widened for few campaigns as those of claims are.
    """
    known = campaigns[[top, bottom]].dropna().astype(float)
    left_out = len(campaigns) - len(known)
    ratio = _ratio(known[top].to_numpy(), known[bottom].to_numpy()) * scale
    if len(known) < ENOUGH_CAMPAIGNS or not math.isfinite(ratio):
        return Rate(len(known), left_out, ratio, math.nan, math.nan)
    tried = stats.bootstrap(
        (known[top].to_numpy(), known[bottom].to_numpy()),
        _ratio_drawn,
        n_resamples=RESAMPLES,
        paired=True,
        vectorized=True,
        method="percentile",
        confidence_level=float(1 - 2 * stats.norm.sf(widened(len(known)))),
        rng=np.random.default_rng(0),  # the same data always tell the same
    )
    low, high = tried.confidence_interval
    return Rate(len(known), left_out, ratio, float(low) * scale, float(high) * scale)


def rates(campaigns: pd.DataFrame, top: str, bottom: str, by: str | list[str], scale: float = 1) -> dict[Any, Rate]:
    """Return `rate` for each group of campaigns, in order of the groups' keys (of a list of columns: tuples).

    `by` is a column (`type`, `goal`, `tied`, `steps`, …), or `band`, a prize's class of value by BANDS, as (above, to].
    """
    table = campaigns.assign(band=pd.cut(campaigns["prize_value"].astype(float), BANDS))
    return {key: rate(group, top, bottom, scale) for key, group in table.groupby(by, observed=True)}


def spent(campaigns: pd.DataFrame, last: int | None = None) -> pd.DataFrame:
    """Return what the `last` campaigns (all, if None) went for, by goal: `campaigns`, `cost` and the share of each.

    Article 6 wants 40% for new followers and 60% for those there are, and does not say of what: both shares are told.
    """
    recent = campaigns.sort_values("starts").tail(last or len(campaigns))
    cost = recent["cost"].astype(float).groupby(recent["goal"])
    table = pd.DataFrame({"campaigns": cost.size(), "cost": cost.sum()})
    table = table.loc[[goal for goal in GOALS if goal in table.index]]
    number, money = table["campaigns"], table["cost"]
    return table.assign(campaigns_share=number / number.sum(), cost_share=money / money.sum())


def days_to_go(campaigns: pd.DataFrame, on: pd.Timestamp) -> pd.Series:
    """Return, for each campaign whose kept followers are not known, the days from `on` until they can be counted.

    0 where they could be by now; by id, the soonest first.
    """
    open_ones = campaigns[campaigns["kept_90"].isna()].set_index("id")
    left = (open_ones["ends"] + pd.Timedelta(days=DAYS) - on).dt.days
    return left.clip(lower=0).sort_values().astype(int)


def apart(one: Rate, other: Rate) -> bool | None:
    """Tell whether the first rate lies above the other (True), below (False), or their intervals meet (None)."""
    if one.low > other.high:
        return True
    return False if one.high < other.low else None


def _divided(top: pd.Series, bottom: pd.Series) -> pd.Series:
    return (top / bottom.where(bottom > 0)).mask(bottom == 0, math.inf)


def _ratio(top: Floats, bottom: Floats) -> float:
    if not len(top):
        return math.nan
    return float(top.sum() / bottom.sum()) if bottom.sum() else math.inf


def _ratio_drawn(top: Floats, bottom: Floats, axis: int) -> Floats:
    below: Floats = bottom.sum(axis=axis)
    drawn: Floats = np.divide(top.sum(axis=axis), below, out=np.full(below.shape, np.inf), where=below > 0)
    return drawn
