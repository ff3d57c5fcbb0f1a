"""What the data say on strategy: who answered a survey and what that tells, platforms, purposes.

All shares are of those who answered the question; what was left blank is not counted. Intervals are 95%.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from playbook.interaction.analysis.estimates import UNKNOWN, Estimate, rate, share

WAYS = ("post", "counter", "parcel", "panel")
ROUNDS, ENOUGH = 50, 10  # of raking; answers below which a share is not told
Z = float(stats.norm.ppf(0.975))


def followers_of(survey: pd.DataFrame, ways: Sequence[str] = WAYS) -> pd.DataFrame:
    """Return the answers of those who follow us and were asked in one of `ways`."""
    return survey[survey["follows"].fillna(value=False) & survey["way"].isin(list(ways))]


def customers_of(survey: pd.DataFrame, ways: Sequence[str] = ("counter", "parcel", "panel")) -> pd.DataFrame:
    """Return the answers of those who have bought; by itself not those of the post, who chose themselves."""
    return survey[(survey["buys"] != "never") & survey["way"].isin(list(ways))]


def wanting(answers: pd.DataFrame, motive: str) -> Estimate:
    """Return which share of those who told why they follow named a motive."""
    told = answers["motives"].dropna()
    return share(int(_names(told, motive).sum()), len(told))


def in_region(answers: pd.DataFrame) -> Estimate:
    """Return which share of those who told where they live is of the service region."""
    told = answers["in_region"].dropna()
    return share(int(told.sum()), len(told))


def weights(answers: pd.DataFrame, known: pd.DataFrame) -> pd.Series:
    """Return a weight, mean 1, for each answer with age and region, so that both have the known shares (raking).

    What nobody knows of all followers, such as who answers for a prize, cannot be weighted.
    """
    told = answers.dropna(subset=["age", "in_region"])
    columns = {"age": told["age"].astype(str), "in_region": told["in_region"].map({True: "true", False: "false"})}
    weight = pd.Series(1.0, index=told.index)
    for _ in range(ROUNDS):
        for about, values in columns.items():
            aim = known[known["about"] == about].set_index("value")["share"].astype(float)
            now = weight.groupby(values).sum() / weight.sum()
            weight = weight * values.map(aim / now).astype(float)
    return weight / weight.mean()


def weighted_wanting(answers: pd.DataFrame, known: pd.DataFrame, motive: str) -> Estimate:
    """Return the share that named a motive, weighted, with the interval of as many answers as the weights leave."""
    told = answers.dropna(subset=["motives"])
    weight = weights(told, known)
    if weight.empty:
        return UNKNOWN
    named = _names(told["motives"].loc[weight.index], motive).astype(float)
    value = float((named * weight).sum() / weight.sum())
    size = float(weight.sum() ** 2 / (weight**2).sum())  # Kish: as many equal answers as these weighted ones are worth
    middle = (value + Z**2 / (2 * size)) / (1 + Z**2 / size)
    half = Z * math.sqrt(value * (1 - value) / size + Z**2 / (4 * size**2)) / (1 + Z**2 / size)
    return Estimate(value, middle - half, middle + half)


def orders_by_region(survey: pd.DataFrame) -> dict[bool, Estimate]:
    """Return orders a year for each 1,000 followers, of the region (True) and elsewhere (False).

    Of followers asked by the post or the panel: at the counter and by parcels only customers are met. The interval is
    that of a mean, since orders of one person come together.
    """
    asked = followers_of(survey, ("post", "panel")).dropna(subset=["in_region"])
    return {near: _mean(asked.loc[asked["in_region"] == near, "orders"].astype(float) * 1000) for near in (True, False)}


def reach(customers: pd.DataFrame, platforms: Sequence[str]) -> Estimate:
    """Return which share of customers uses at least one of the platforms in a week."""
    reached = customers[list(platforms)].fillna(value=False).any(axis=1)
    return share(int(reached.sum()), len(reached))


def adding(customers: pd.DataFrame, platform: str, have: Sequence[str] = ("weibo",)) -> Estimate:
    """Return which share of customers a platform would add to those that we reach already."""
    missed = ~customers[list(have)].fillna(value=False).any(axis=1)
    added = missed & customers[platform].fillna(value=False)
    return share(int(added.sum()), len(customers))


def synced_against_native(synced: pd.DataFrame, platform: str | None = None) -> Estimate:
    """Return how many times a native post's reactions a synced one gets: the ratio of means of log(1 + reactions)."""
    table = synced if platform is None else synced[synced["platform"] == platform]
    logs = table["reactions"].astype(float).map(math.log1p)
    logs = logs - logs.groupby(table["platform"]).transform("mean")
    sides = [logs[table["synced"] == side] for side in (True, False)]
    if min(map(len, sides)) < ENOUGH:
        return UNKNOWN
    test = stats.ttest_ind(*sides, equal_var=False)
    low, high = test.confidence_interval()
    return Estimate(*(float(np.exp(each)) for each in (sides[0].mean() - sides[1].mean(), low, high)))


def answered(synced: pd.DataFrame, *, by_sync: bool, platform: str | None = None) -> Estimate:
    """Return which share of comments that wanted an answer got one, under synced posts or under native ones."""
    table = synced if platform is None else synced[synced["platform"] == platform]
    side = table[table["synced"] == by_sync]
    return share(int(side["answered"].sum()), int(side["asked"].sum()))


def by_purpose(purposes: pd.DataFrame) -> pd.DataFrame:
    """Return a row a purpose: `account, hours, posts, orders, cost, measure`, `hour_share`, most hours first."""
    sums = purposes.groupby("purpose")[["hours", "posts", "orders", "cost"]].sum().astype(float)
    first = purposes.groupby("purpose")[["account", "measure"]].first()
    table = first.join(sums).assign(hour_share=sums["hours"] / sums["hours"].sum())
    return table.sort_values("hours", ascending=False, kind="stable")


def by_year(purposes: pd.DataFrame, purpose: str) -> list[float]:
    """Return the mean of a purpose's own measure over the quarters of each year, the earlier year first."""
    rows = purposes[purposes["purpose"] == purpose]
    years = rows["quarter"].str.slice(0, 4)
    return [float(value) for value in rows["value"].astype(float).groupby(years).mean().sort_index()]


def orders_an_hour(purposes: pd.DataFrame, purpose: str) -> Estimate:
    """Return orders traced to an hour of work on a purpose, with the lowest and the highest quarter.

    Only what a link or a code can trace: of a reputation kept, or a name known, it says nothing.
    """
    rows = purposes[purposes["purpose"] == purpose]
    hours, orders = (rows[name].astype(float) for name in ("hours", "orders"))
    if rows.empty or not hours.sum() > 0:
        return UNKNOWN
    each = orders / hours
    return Estimate(float(orders.sum() / hours.sum()), float(each.min()), float(each.max()))


def orders_rate(purposes: pd.DataFrame, purpose: str) -> Estimate:
    """Return orders an hour with the interval of a count over all quarters."""
    rows = purposes[purposes["purpose"] == purpose]
    return rate(int(rows["orders"].sum()), float(rows["hours"].sum()))


def _mean(values: pd.Series) -> Estimate:
    if len(values) < ENOUGH:
        return UNKNOWN
    half = Z * float(values.std()) / math.sqrt(len(values))
    return Estimate(float(values.mean()), float(values.mean()) - half, float(values.mean()) + half)


def _names(motives: pd.Series, motive: str) -> pd.Series:
    """Tell which answers name a motive: keys stand with a space between."""
    return motives.str.split().map(lambda named: motive in named).astype(bool)
