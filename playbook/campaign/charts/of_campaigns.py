"""What all charts of past campaigns share: the table, a caption that says how many, and values with their intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import wraps
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.campaign.analysis import ENOUGH_CAMPAIGNS, Rate
from playbook.campaign.dates import record_dates
from playbook.company_charts import ChartOfCompany, rows_axis
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, cannot_show, caption, chart
from playbook.language import Text

NO_CAMPAIGNS = Text(
    "没有办过活动的记录，答不了。\n请记下每次活动要做几步、奖品、花费、参加人次、涨粉、90 天后还在几个；\n"
    "或点本页开头的“改看示例公司”先学方法。",
    "There is no record of past campaigns, so the data cannot tell.\n"
    "Note of each: steps, prize, cost, entries, new followers, and how many are there after 90 days;\n"
    "or press “Show the sample company” at the top of this page and learn the method first.",
)
FEW = Text(
    "只有 {n} 次活动，不到 {least} 次，先不下判断。",
    "There are only {n} campaigns, fewer than {least}: nothing to judge yet.",
)
NOT_KNOWN = Text(
    "没有一次活动满了 90 天，还不知道谁留下了。",
    "No campaign is 90 days past yet, so nobody knows who stayed.",
)
Draw = Callable[[Facts, pd.DataFrame, Text], Figure]


class Bar(NamedTuple):
    """A value to draw with its interval: its label, what its number says, and whether it was `tried` (else hollow)."""

    label: str
    value: float
    low: float
    high: float
    said: str
    tried: bool = True


def of_campaigns(title: Text, *, kept: bool = False) -> Callable[[Draw], ChartOfCompany]:
    """Make a chart of all past campaigns; where there are none, too few, or (`kept`) none is known, it says so."""

    def decorate(draw: Draw) -> ChartOfCompany:
        @wraps(draw)
        def drawn(known: Facts | None = None) -> Figure:
            facts = known or present_facts()
            table = facts.campaigns
            if table is None or len(table) < ENOUGH_CAMPAIGNS:
                few = NO_CAMPAIGNS if table is None else FEW.format(n=len(table), least=ENOUGH_CAMPAIGNS)
                return cannot_show(title, few, facts)
            if kept and table["kept_90"].isna().all():
                return cannot_show(title, NOT_KNOWN, facts)
            return draw(facts, table, title)

        return drawn

    return decorate


def framed(
    title: Text, facts: Facts, campaigns: pd.DataFrame, height: float, *, kept: bool = False
) -> tuple[Figure, Axes]:
    """Return an empty chart whose caption says how many campaigns it shows, of which years, how many 90 days past."""
    figure, [axes] = chart(title, facts, height=height)
    return caption(figure, record_dates(facts, campaigns, kept=kept)), axes


def bar_of(label: str, found: Rate, said: str) -> Bar:
    """Return a group's rate as a bar; `said` has a place for the ratio: `"{:.0%}"`."""
    return Bar(label, found.ratio, found.low, found.high, said.format(found.ratio))


def ranged(axes: Axes, rows: Sequence[Bar]) -> None:
    """Draw each value as a dot on its interval, the first on top, its number beside it; what was not tried, hollow."""
    most = max((each for row in rows for each in (row.value, row.high) if math.isfinite(each)), default=1.0)
    for place, row in enumerate(rows):
        if not math.isnan(row.low):
            axes.plot([row.low, row.high], [place, place], color=FAINT, linewidth=8, solid_capstyle="butt")
        if math.isfinite(row.value):
            fill = MAIN if row.tried else "white"
            axes.plot(row.value, place, "o", color=fill, markersize=8, mec="white" if row.tried else QUIET)
        end = max((each for each in (row.value, row.high) if math.isfinite(each)), default=0.0)
        axes.annotate(row.said, (end, place), (7, 0), textcoords="offset points", va="center", color=INK)
    rows_axis(axes, [row.label for row in rows])
    axes.set_xlim(0, most * 1.25 or 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)


def of_whole(axes: Axes) -> None:
    """Put an axis of shares, from 0 to 100%, under what `ranged` drew: the ends of intervals can then be read off."""
    axes.set_xlim(0, 1.08)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    axes.spines["bottom"].set_visible(True)
    axes.spines["bottom"].set_bounds(0, 1)
