"""The numbers behind past campaigns, as tables that a page shows or quotes; empty where nothing is recorded."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, Literal, Protocol

import pandas as pd

from playbook.campaign.analysis import GOALS, TIED, TYPES, Rate, days_to_go, name_of, rate, rates
from playbook.campaign.analysis import costs as costs_of
from playbook.campaign.analysis import ranks as ranks_of
from playbook.campaign.analysis import spent as spent_on
from playbook.campaign.analysis_entries import MENTIONS, at_mentions, at_steps
from playbook.campaign.charts.kept import band_said
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.tables import INTERVAL, NOTHING, half_up, number, table

Group = Literal["type", "goal", "tied"]
Rows = tuple[Sequence[tuple[object, ...]], list[str]]
LARGEST = 6  # campaigns: what fits one look
CAMPAIGN, CAMPAIGNS = Text("活动", "campaign"), Text("几次", "campaigns")
COST, ENTRIES = Text("花费（元）", "cost (yuan)"), Text("参加人次", "entries")
WON, KEPT = Text("涨粉", "new followers"), Text("90 天后还在", "there after 90 days")
HUNTERS = Text("冲着奖品来的", "came for the prize")
PER_WON, PER_KEPT = Text("涨一个（元）", "yuan for each won"), Text("留下一个（元）", "yuan for each kept")
OF_PER_KEPT = Text("留下一个的 95% 区间", "its 95% interval")
NAMES: dict[Group, tuple[Text, Mapping[Any, Text]]] = {
    "type": (Text("类型", "type"), TYPES),
    "goal": (Text("目的", "goal"), GOALS),
    "tied": (Text("奖品", "prize"), TIED),
}


class TableOfCampaigns(Protocol):
    """A table that a page calls without arguments, with other facts, or for some campaigns alone (their ids)."""

    def __call__(self, known: Facts | None = None, campaigns: Sequence[str] | None = None) -> pd.DataFrame:
        """Make it."""


def _listing(*heads: Text) -> Callable[[Callable[[pd.DataFrame], Rows]], TableOfCampaigns]:
    """Make a table with a row a campaign: all of them, or those asked for, in the order asked."""

    def decorate(fill: Callable[[pd.DataFrame], Rows]) -> TableOfCampaigns:
        @wraps(fill)
        def filled(known: Facts | None = None, campaigns: Sequence[str] | None = None) -> pd.DataFrame:
            past = (known or present_facts()).campaigns
            if past is None:
                return table([], [], list(heads), CAMPAIGN)
            if campaigns is not None:
                past = past.set_index("id", drop=False).loc[list(campaigns)].reset_index(drop=True)
            rows, names = fill(past)
            return table(rows, names, list(heads), CAMPAIGN)

        return filled

    return decorate


@_listing(COST, ENTRIES, WON, KEPT, HUNTERS)
def counts(campaigns: pd.DataFrame) -> Rows:
    """What was counted of each campaign, and nothing reckoned from it: cost, entries, followers won and kept."""
    known = costs_of(campaigns)[["cost", "entries", "new_followers", "kept_90", "prize_hunters"]]
    return [tuple(number(each) for each in row) for row in known.to_numpy()], _names(campaigns, known.index)


@_listing(ENTRIES, WON, COST)
def largest(campaigns: pd.DataFrame) -> Rows:
    """What was reported of the LARGEST campaigns that most people entered: nobody had yet asked who stayed."""
    known = costs_of(campaigns).nlargest(LARGEST, "entries")[["entries", "new_followers", "cost"]]
    return [tuple(number(each) for each in row) for row in known.to_numpy()], _names(campaigns, known.index)


@_listing(COST, WON, KEPT, PER_WON, PER_KEPT)
def costs(campaigns: pd.DataFrame) -> Rows:
    """What a follower cost who was won, and one who was kept, the dearest kept first, those not known yet last."""
    known = costs_of(campaigns).sort_values("per_kept", ascending=False)
    columns = ["cost", "new_followers", "kept_90", "per_won", "per_kept"]
    rows = [(*(number(each) for each in row[:3]), _money(row[3]), _money(row[4])) for row in known[columns].to_numpy()]
    return rows, _names(campaigns, known.index)


@_listing(ENTRIES, WON, KEPT, PER_KEPT)
def ranks(campaigns: pd.DataFrame) -> Rows:
    """The place of each campaign that is 90 days past by four ways to count, 1 the best, in order of entries."""
    places = ranks_of(campaigns).sort_values("entries")
    return [tuple(row) for row in places.to_numpy().tolist()], _names(campaigns, places.index)


def pending(known: Facts | None = None) -> pd.DataFrame:
    """How many days after the end of the data it can be told who stayed, of campaigns where it is not known yet."""
    facts, heads = known or present_facts(), [Text("还要等几天", "days to go")]
    past = facts.campaigns
    if past is None:
        return table([], [], heads, CAMPAIGN)
    days = days_to_go(past, facts.posts["posted_on"].max())
    return table([(int(each),) for each in days], _names(past, days.index), heads, CAMPAIGN)


def groups(known: Facts | None = None, by: Group = "goal") -> pd.DataFrame:
    """What followers cost by goal, type or prize: campaigns, those not known yet, yuan for each won and each kept."""
    corner, names = NAMES[by]
    heads = [CAMPAIGNS, Text("其中没满 90 天", "not 90 days past"), PER_WON, PER_KEPT, OF_PER_KEPT, KEPT]
    past = (known or present_facts()).campaigns
    if past is None:
        return table([], [], heads, corner)
    won, kept = (rates(past, "cost", each, by) for each in ("new_followers", "kept_90"))
    shares = rates(past, "kept_90", "new_followers", by)
    rows = [
        (
            won[key].campaigns,
            each.left_out,
            _money(won[key].ratio),
            _money(each.ratio),
            _between(each.low, each.high),
            _percent(shares[key]),
        )
        for key, each in kept.items()
    ]
    return table(rows, [str(names[key]) for key in kept], heads, corner)


def hunters(known: Facts | None = None) -> pd.DataFrame:
    """Which share of the new followers came for the prize alone, by whether it has to do with tea, and its value."""
    heads, corner = [CAMPAIGNS, HUNTERS, INTERVAL], Text("奖品", "prize")
    past = (known or present_facts()).campaigns
    if past is None:
        return table([], [], heads, corner)
    found = rates(past, "prize_hunters", "new_followers", ["tied", "band"])
    rows, names = [], []
    for tied in (True, False):
        whole = rate(past[past["tied"].astype(bool) == tied], "prize_hunters", "new_followers")
        parts = [
            (TIED[tied] + Text("，", ", ") + band_said(key[1]), each) for key, each in found.items() if key[0] == tied
        ]
        for name, each in [(TIED[tied], whole), *parts]:
            names.append(str(name))
            rows.append((each.campaigns, _percent(each), _percents(each)))
    return table(rows, names, heads, corner)


def asked(
    known: Facts | None = None, mentions: Sequence[int] = MENTIONS, steps: Sequence[int] | None = None
) -> pd.DataFrame:
    """What is left of 100 entries at every number of steps (or these) and of friends to mention, all else equal."""
    heads = [CAMPAIGNS, Text("100 人次还剩", "left of 100 entries"), INTERVAL]
    corner = Text("要求", "asked")
    past = (known or present_facts()).campaigns
    if past is None:
        return table([], [], heads, corner)
    by_steps = at_steps(past)
    found = [
        (Text("{n} 步", "steps: {n}"), by_steps if steps is None else by_steps[by_steps.index.isin(steps)]),
        (Text("@ {n} 位", "friends to mention: {n}"), at_mentions(past, mentions)),
    ]
    rows, names = [], []
    for name, left in found:
        names += [str(name.format(n=n)) for n in left.index]
        for value, low, high, times in left[["left", "low", "high", "campaigns"]].to_numpy(dtype=float):
            rows.append((int(times), number(100 * value), _between(100 * low, 100 * high)))
    return table(rows, names, heads, corner)


def complaints(known: Facts | None = None) -> pd.DataFrame:
    """How many complaints came in all, and for every 1,000 entries, by steps."""
    heads = [CAMPAIGNS, Text("投诉", "complaints"), Text("每 1,000 人次", "for every 1,000 entries"), INTERVAL]
    corner = Text("步骤", "steps")
    past = (known or present_facts()).campaigns
    if past is None:
        return table([], [], heads, corner)
    found, counted = rates(past, "complaints", "entries", "steps", 1000), past.groupby("steps")["complaints"].sum()
    rows = [
        (each.campaigns, number(counted[steps]), _money(each.ratio), _between(each.low, each.high))
        for steps, each in found.items()
    ]
    return table(rows, [str(steps) for steps in found], heads, corner)


def orders(known: Facts | None = None) -> pd.DataFrame:
    """How many orders came for every 1,000 entries, and what each cost in yuan, by goal."""
    corner = NAMES["goal"][0]
    heads = [
        CAMPAIGNS, Text("每 1,000 人次的订单", "orders for every 1,000 entries"), INTERVAL,
        Text("一个订单（元）", "yuan for each order"),
    ]  # fmt: skip
    past = (known or present_facts()).campaigns
    if past is None:
        return table([], [], heads, corner)
    found, price = rates(past, "orders", "entries", "goal", 1000), rates(past, "cost", "orders", "goal")
    rows = [
        (each.campaigns, _money(each.ratio), _between(each.low, each.high), _money(price[goal].ratio))
        for goal, each in found.items()
    ]
    return table(rows, [str(GOALS[goal]) for goal in found], heads, corner)


def split(known: Facts | None = None, last: int | None = None) -> pd.DataFrame:
    """What the last campaigns (all, if None) went for: how many by goal, their cost, and the share of both."""
    heads = [CAMPAIGNS, Text("占次数", "share of campaigns"), COST, Text("占花费", "share of cost")]
    corner = Text("目的", "goal")
    past = (known or present_facts()).campaigns
    if past is None:
        return table([], [], heads, corner)
    found = spent_on(past, last)
    columns = ["campaigns", "campaigns_share", "cost", "cost_share"]
    rows = [
        (int(n), f"{of_n:.0%}", number(cost), f"{of_cost:.0%}") for n, of_n, cost, of_cost in found[columns].to_numpy()
    ]
    return table(rows, [str(GOALS[str(goal)]) for goal in found.index], heads, corner)


def _names(campaigns: pd.DataFrame, ids: pd.Index) -> list[str]:
    return [str(name_of(campaigns, str(each))) for each in ids]


def _money(value: float) -> str:
    """Return yuan as a table shows them, below ten with one decimal; a dash where there is no number."""
    if not math.isfinite(value):
        return NOTHING
    return f"{half_up(value):,}" if value >= 10 else f"{value:.1f}"  # noqa: PLR2004 - two figures that tell


def _percent(found: Rate) -> str:
    return NOTHING if math.isnan(found.ratio) else f"{found.ratio:.0%}"


def _percents(found: Rate) -> str:
    return NOTHING if math.isnan(found.low) else f"{found.low:.0%}–{found.high:.0%}"


def _between(low: float, high: float) -> str:
    return NOTHING if math.isnan(low) or low == high else f"{_money(low)}–{_money(high)}"
