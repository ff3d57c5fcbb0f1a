"""What all charts of a whole company share: its facts, and the word that stands where there are no data."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Protocol

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import cannot_show
from playbook.language import Text

NO_AUDIENCES = Text(
    "没有“谁同时关注哪几个账号”的数据，答不了。\n平台的后台一般不给这张表；可以请读者填一份问卷，或点本页开头的“改看示例公司”先学方法。",
    "There are no data on who follows which of the accounts, so this cannot be told.\n"
    "Back ends seldom give them; ask readers in a survey, or press “Show the sample company”\n"
    "at the top of this page and learn the method first.",
)
NO_RELAYS = Text(
    "这份数据里看不出自家账号互相转发过。\n请把几个账号的微博一起导出，带上转发的原微博编号；或点本页开头的“改看示例公司”先学方法。",
    "These data show no account of ours relaying another.\n"
    "Export all accounts together, with the id of the post that was relayed; or press\n"
    "“Show the sample company” at the top of this page and learn the method first.",
)
Draw = Callable[[Facts, Text], Figure]
DrawAudiences = Callable[[Facts, pd.DataFrame, Text], Figure]
Missing = Callable[[Facts], Text | None]


class ChartOfCompany(Protocol):
    """A chart that a page calls without arguments, or with other facts."""

    def __call__(self, known: Facts | None = None) -> Figure:
        """Draw it."""


def of_company(title: Text, missing: Missing) -> Callable[[Draw], ChartOfCompany]:
    """Make a chart of the whole company, of the present facts unless told otherwise.

    `missing` says what these data lack; a word then stands in the chart's place.
    """

    def decorate(draw: Draw) -> ChartOfCompany:
        @wraps(draw)
        def drawn(known: Facts | None = None) -> Figure:
            facts = known or present_facts()
            why = missing(facts)
            return draw(facts, title) if why is None else cannot_show(title, why, facts)

        return drawn

    return decorate


def of_audiences(title: Text) -> Callable[[DrawAudiences], ChartOfCompany]:
    """Make a chart of who follows what; where nobody knows, a word stands in its place."""

    def decorate(draw: DrawAudiences) -> ChartOfCompany:
        @wraps(draw)
        def drawn(known: Facts | None = None) -> Figure:
            facts = known or present_facts()
            table = facts.audiences
            return cannot_show(title, NO_AUDIENCES, facts) if table is None else draw(facts, table, title)

        return drawn

    return decorate


def rows_axis(axes: Axes, labels: list[str]) -> None:
    """Label rows from the top, and leave the horizontal axis without marks."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.4, -0.6)
    axes.tick_params(length=0)
