"""How many followers each version of a brief may keep, as a range, or that nobody has tried the like."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.campaign.charts.of_campaigns import Bar, framed, of_campaigns, ranged
from playbook.campaign.handed_over import versions
from playbook.campaign.outlook import Outlook
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.outlook_said import between
from playbook.facts import Facts
from playbook.language import Text

UNTRIED = Text("预计不了：没有试过这样的", "no estimate: never tried")
SUBTITLE = Text(
    "90 天后还在的新粉丝；圆点：居中；横条：十次里有八次落在里面",
    "new followers still there after 90 days\ndot: the middle; bar: eight times in ten it ends up there",
)


@of_campaigns(
    Text("同一场抽奖，一步一步改，指望留下几个人？", "One draw, changed step by step: how many may stay?"), kept=True
)
def expected(facts: Facts, campaigns: pd.DataFrame, title: Text) -> Figure:
    """How many new followers may each version of the brief handed over keep?"""
    bars = [_bar(said, outlook_of(brief, facts)) for said, brief in versions(facts)]
    figure, axes = framed(title, facts, campaigns, 0.42 * len(bars) + 1.7)
    ranged(axes, bars)
    subtitle(axes, SUBTITLE)
    return figure


def _bar(name: Text, told: Outlook) -> Bar:
    if told.kept is None:
        return Bar(str(name), math.nan, math.nan, math.nan, str(UNTRIED))
    return Bar(str(name), told.kept.middle, told.kept.low, told.kept.high, str(between(told.kept)).strip())
