"""The company's weekly measures of two years: counted from the posts where there are any, simulated before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.posts import reactions
from playbook.sample.counts import carried_over
from playbook.sample.effects import since_launch, trend
from playbook.sample.truths import Ints, Numbers, Planted, generator, read

FIRST, WEEKS = pd.Timestamp("2024-01-01"), 104
MEASURES = ["posts", "reactions", "followers", "reads", "profile_visits", "link_clicks", "orders"]
CARRIED_OVER = 0.5  # of a week's departure, to the next week (assumption)
SPREAD = {"reads": 0.3, "profile_visits": 0.25, "link_clicks": 0.25, "orders": 0.08}  # log units (assumption)
OF_A_WEEK = 0.25  # log units: spread of a week's reactions to a post in 2024 (assumption)
GAIN, GAIN_SPREAD = 0.003, 0.4  # followers won in a week, of those at the beginning; its spread (assumptions)
SHUT = pd.Timestamp("2024-02-12")  # the week of Spring Festival 2024: posts at a fifth


def make_weekly(posts: pd.DataFrame, seed: int, planted: Planted) -> pd.DataFrame:
    """Return `account, week` (its Monday), the measures (counts; empty where nobody wrote them down), `reads_capped`.

    Weeks that begin in 2025 count the posts table; those of 2024 have no posts behind them.
    """
    counted = _counted(posts)
    tables = [_account(counted, seed, name, planted) for name in planted["accounts"]]
    return pd.concat(tables, ignore_index=True)


def weeks() -> pd.DatetimeIndex:
    """Return the Mondays of the two years."""
    return pd.date_range(FIRST, periods=WEEKS, freq="7D")


def by_month(table: dict[str, float], when: pd.DatetimeIndex) -> Numbers:
    """Return a value for each week from a table of `month = value`; months it does not name have 0."""
    months = (when + pd.Timedelta(days=3)).month
    return np.array([table.get(str(month), 0.0) for month in months])


def from_new_year(when: pd.DatetimeIndex, planted: Planted) -> Ints:
    """Return the days from 1 January of the year of the posts; before it they count below 0."""
    return (when - pd.Timestamp(planted["year"], 1, 1)).days.to_numpy().astype(np.int64)


def _counted(posts: pd.DataFrame) -> pd.DataFrame:
    days = posts["posted_on"]
    monday = days - pd.to_timedelta(days.dt.day_of_week, unit="D")
    grouped = reactions(posts).astype("int64").groupby([posts["account"], monday])
    return pd.DataFrame({"posts": grouped.size(), "reactions": grouped.sum()})


def _account(counted: pd.DataFrame, seed: int, account: str, planted: Planted) -> pd.DataFrame:
    chance, told, when = generator(seed, "weekly", account), planted["weekly"], weeks()
    start, days = read("weekly.toml")[account], from_new_year(when, planted)
    growth = told["growth"] * (np.arange(WEEKS) / 52 - 1)
    noise = {name: spread * carried_over(WEEKS, CARRIED_OVER, chance) for name, spread in SPREAD.items()}
    season = by_month(told["season"], when)
    launched = account == planted["launch"]["account"]
    interest = since_launch(told["launch_interest"], days, planted) * launched
    bought = since_launch(told["launch_orders"], days, planted) * launched
    led = told["clicks_to_orders"] * np.concatenate([np.zeros(told["lead"]), noise["link_clicks"][: -told["lead"]]])
    logs = {
        "reads": growth + 0.5 * season + interest + noise["reads"],
        "profile_visits": growth + 0.3 * season + interest + noise["profile_visits"],
        "link_clicks": growth + 0.5 * season + noise["link_clicks"],
        "orders": growth + season + led + bought + noise["orders"],
    }
    table = pd.DataFrame({"account": account, "week": when} | _posts(counted, account, planted, chance))
    table["followers"] = _followers(start["followers"], chance)
    for name, log in logs.items():
        table[name] = chance.poisson(np.round(start[name] * np.exp(log), 6))
    table["reads_capped"] = table["reads"] >= told["reads_capped_at"]
    table["reads"] = table["reads"].clip(upper=told["reads_capped_at"])
    return _with_gap(table[["account", "week", *MEASURES, "reads_capped"]], told["missing"])


def _posts(counted: pd.DataFrame, account: str, planted: Planted, chance: np.random.Generator) -> dict[str, Ints]:
    """Return posts and reactions by week: counted in 2025, simulated in 2024 at the usual level (of logs) of 2025."""
    when = weeks()
    own, past = counted.loc[account].reindex(when, fill_value=0), when.year < planted["year"]
    days = from_new_year(when, planted)
    moved = trend(days, when.month.to_numpy(), planted)
    lift = since_launch(planted["launch"]["lift"], days, planted) * (account == planted["launch"]["account"])
    each = np.log1p((own["reactions"] / own["posts"].clip(lower=1)).to_numpy(dtype=float))
    usual = np.mean((each - moved - lift)[~past])
    number = chance.poisson(np.where(when == SHUT, 0.2, 1.0) * np.round(float(own["posts"][~past].mean()), 6))
    got = number * np.exp(np.round(usual + moved + OF_A_WEEK * chance.normal(size=WEEKS), 6))
    simulated = {"posts": number, "reactions": np.floor(got)}
    return {name: np.where(past, simulated[name], own[name]).astype(np.int64) for name in simulated}


def _followers(start: float, chance: np.random.Generator) -> Ints:
    """Return the number of followers: a steady gain with good and bad weeks of its own."""
    gains = start * GAIN * (1 + GAIN_SPREAD * carried_over(WEEKS, CARRIED_OVER, chance))
    return np.floor(start + np.cumsum(gains)).astype(np.int64)


def _with_gap(table: pd.DataFrame, missing: dict[str, Any]) -> pd.DataFrame:
    lost = (table["account"] == missing["account"]) & (table["week"].dt.strftime("%Y-%m") == missing["month"])
    table = table.astype(dict.fromkeys(MEASURES, "Int64") | {"reads_capped": "boolean"})
    table.loc[lost, [*MEASURES, "reads_capped"]] = pd.NA
    return table
