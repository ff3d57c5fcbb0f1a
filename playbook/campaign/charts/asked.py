"""What every step and every friend to be mentioned leaves of the entries."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.campaign.analysis_entries import ENOUGH_TO_FIT, at_mentions, at_steps
from playbook.campaign.charts.of_campaigns import FEW, Bar, framed, of_campaigns, ranged
from playbook.facts import Facts
from playbook.figures import cannot_show
from playbook.language import Text

NO_LINE = Text(
    "过去的活动要求得都一样，或者总是一起变，分不出哪样起了作用。",
    "Past campaigns all asked the same, or what they asked always changed together: the data cannot tell which did it.",
)
SUBTITLE = Text(
    "别的都一样时，{one} 100 人次还剩几个\n横条：95% 区间；空心：从来没试过，只是把线画过去",
    "what is left of 100 entries with {one}, all else equal\nbar: 95% interval; hollow: never tried, the line extended",
)


@of_campaigns(Text("要求多 @ 几位好友，来的人剩多少？", "How many still enter when more friends must be mentioned?"))
def mentions(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """What is left of the entries when 1, 3, 5 or 10 friends must be mentioned?"""
    table = at_mentions(campaigns)
    labels = _labels(table, Text("@ {n} 位，{times} 次", "friends: {n}, {times} campaigns"))
    return _left(facts, campaigns, title, _bars(table, labels), Text("不要求 @ 时的", "no mention"))


@of_campaigns(Text("多一步，来的人剩多少？", "How many still enter with every further step?"))
def steps(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """What is left of the entries with every further step?"""
    table = at_steps(campaigns)
    labels = _labels(table, Text("{n} 步，{times} 次", "steps: {n}, {times} campaigns"))
    return _left(facts, campaigns, title, _bars(table, labels), Text("只要一步时的", "one step"))


def _labels(table: pd.DataFrame, name: Text) -> list[str]:
    return [str(name.format(n=n, times=times)) for n, times in table["campaigns"].items()]


def _bars(table: pd.DataFrame, labels: list[str]) -> list[Bar]:
    """Return what is left as bars; none where no line could be drawn."""
    known = zip(labels, table.astype(float).itertuples(index=False), strict=True)
    return [
        Bar(label, left, low, high, f"{left * 100:.0f}", tried=times > 0)
        for label, (left, low, high, times) in known
        if not math.isnan(left)
    ]


def _left(facts: Facts, campaigns: pd.DataFrame, title: Text, bars: list[Bar], one: Text) -> Figure:
    if not bars:
        few = len(campaigns) < ENOUGH_TO_FIT
        return cannot_show(title, FEW.format(n=len(campaigns), least=ENOUGH_TO_FIT) if few else NO_LINE, facts)
    figure, axes = framed(title, facts, campaigns, 0.42 * len(bars) + 1.7)
    ranged(axes, bars)
    subtitle(axes, SUBTITLE.format(one=one))
    return figure
