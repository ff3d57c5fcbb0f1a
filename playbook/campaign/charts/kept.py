"""Who came for the prize alone, who stayed, and who complained: shares of groups of campaigns, with intervals."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.campaign.analysis import GOALS, TIED, TYPES, Rate, rate, rates
from playbook.campaign.charts.of_campaigns import Bar, bar_of, framed, of_campaigns, of_whole, ranged
from playbook.facts import Facts
from playbook.language import Text

TO, ABOVE = Text("{high:g} 元以内", "up to {high:g} yuan"), Text("{low:g} 元以上", "above {low:g} yuan")
FROM_TO = Text("{low:g} 到 {high:g} 元", "{low:g} to {high:g} yuan")
TIMES = Text("，{n} 次", ", {n} campaigns")
OF_THESE = Text("其中：", "of these, ")
INTERVAL = Text("；横条：95% 区间，不到 5 次的没有", "\nbar: 95% interval; none below 5 campaigns")


@of_campaigns(Text("涨来的粉丝里，冲着奖品来的有几成？", "How many of the new followers came for the prize alone?"))
def hunters(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """Which share of new followers came for the prize alone, by whether it has to do with tea, and by its value?"""
    found = rates(campaigns, "prize_hunters", "new_followers", ["tied", "band"])
    bars = []
    for tied in (True, False):
        whole = rate(campaigns[campaigns["tied"].astype(bool) == tied], "prize_hunters", "new_followers")
        bars.append(_share(TIED[tied], whole))
        bars += [_share(OF_THESE + band_said(key[1]), each) for key, each in found.items() if key[0] == tied]
    figure, axes = framed(title, facts, campaigns, 0.42 * len(bars) + 1.7)
    ranged(axes, bars)
    of_whole(axes)
    subtitle(axes, Text("冲着奖品来的占新粉丝几成", "share of new followers") + INTERVAL)
    return figure


@of_campaigns(Text("为什么办的活动，留得住人？", "Campaigns for which goal keep their followers?"), kept=True)
def kept_by_goal(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """Which share of new followers is kept 90 days, by goal?"""
    return _kept(facts, campaigns, title, "goal", GOALS)


@of_campaigns(Text("哪一类活动，留得住人？", "Campaigns of which type keep their followers?"), kept=True)
def kept_by_type(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """Which share of new followers is kept 90 days, by type?"""
    return _kept(facts, campaigns, title, "type", TYPES)


@of_campaigns(Text("步骤多了，投诉多不多？", "Do more steps bring more complaints?"))
def complaints(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """How many complaints came for every 1,000 entries, by the number of steps?"""
    found = rates(campaigns, "complaints", "entries", "steps", 1000)
    bars = [
        bar_of(str(_counted(Text("{n} 步", "steps: {n}").format(n=key), each)), each, "{:.1f}")
        for key, each in found.items()
    ]
    figure, axes = framed(title, facts, campaigns, 0.42 * len(bars) + 1.5)
    ranged(axes, bars)
    subtitle(axes, Text("每 1,000 人次的投诉", "complaints for every 1,000 entries") + INTERVAL)
    return figure


def band_said(band: pd.Interval) -> Text:
    """Name a class of prize value."""
    if math.isinf(band.right):
        return ABOVE.format(low=band.left)
    return (FROM_TO if band.left else TO).format(low=band.left, high=band.right)


def _kept(facts: Facts, campaigns: pd.DataFrame, title: Text, by: str, names: dict[str, Text]) -> Figure:
    found = rates(campaigns, "kept_90", "new_followers", by)
    order: list[Any] = sorted(found, key=lambda key: -found[key].ratio if found[key].campaigns else math.inf)
    bars = [_share(names.get(key, Text(key, key)), found[key]) for key in order]
    figure, axes = framed(title, facts, campaigns, 0.42 * len(bars) + 1.7, kept=True)
    ranged(axes, bars)
    of_whole(axes)
    subtitle(axes, Text("90 天后还在的占新粉丝几成", "share of new followers there after 90 days") + INTERVAL)
    return figure


def _share(name: Text, found: Rate) -> Bar:
    said = "—" if math.isnan(found.ratio) else "{:.0%}"
    return bar_of(str(_counted(name, found)), found, said)


def _counted(name: Text, found: Rate) -> Text:
    return name + TIMES.format(n=found.campaigns)
