"""What people searched for before they met us, and who of them stayed."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, caption, chart
from playbook.image.analysis.searches import KINDS, Found, by_kind, by_month
from playbook.language import Text

NO_SEARCHES = Text(
    "没有搜索词的记录，看不出别人搜什么找到我们。\n后台若有“访客来源”，一个月抄一次；或点本页开头的“改看示例公司”先学方法。",
    "There is no record of search terms, so nobody can say what people look for.\n"
    "If the back end shows where visitors come from, note it month by month; or press “Show the sample company”\n"
    "at the top of this page and learn the method first.",
)
CAME = Text(
    "一年里打开我们主页的次数（括号里：搜了几次）", "times our page was opened in the year (in brackets: searches)"
)
STAYED = Text(
    "每打开 100 次，几次接着关注；横条：95% 区间", "follows for every 100 times it was opened; bar: 95% interval"
)
MONTH = Text("{month} 月", "{month}")
VISITS = Text("每月打开主页的次数", "times our page was opened, by month")
FOLLOWS = Text("其中接着关注的", "of these, those that ended in a follow")


def no_searches(facts: Facts) -> Text | None:
    """Say what is missing for a company without search terms."""
    return NO_SEARCHES if facts.searches is None else None


@of_company(
    Text("搜什么词的人来看，又有几个留下？", "Which searches bring visitors, and who of them stays?"), no_searches
)
def what_stays(facts: Facts, title: Text) -> Figure:
    """Which kind of search term brings visitors, and of which do they follow?"""
    found = by_kind(_known(facts))
    figure, [top, bottom] = chart(title, facts, panels=2, height=2.9)
    labels = [str(KINDS[kind]) for kind in found]
    _came(top, list(found.values()))
    for place, each in enumerate(found.values()):
        stay = each.stay
        bottom.plot([100 * stay.low, 100 * stay.high], [place, place], color=FAINT, linewidth=8, solid_capstyle="butt")
        bottom.plot(100 * stay.ratio, place, "o", color=MAIN, markersize=8)
        bottom.annotate(
            f"{100 * stay.ratio:.1f}", (100 * stay.high, place), (7, 0), textcoords="offset points", va="center"
        )
    bottom.set_xlim(0, 22)
    bottom.set_xticks([0, 5, 10, 15, 20])
    for axes in (top, bottom):
        rows_axis(axes, labels)
    subtitle(top, CAME)
    subtitle(bottom, STAYED)
    return _dated(figure, facts)


@of_company(Text("热点来的一大片，留下几个？", "A hot topic brings a crowd: how many stay?"), no_searches)
def months(facts: Facts, title: Text) -> Figure:
    """Month by month: how many came by hot topics and by product names, and how many followed?"""
    figure, panels = chart(title, facts, panels=2, height=2.6)
    for axes, measure, said in zip(panels, ("visits", "follows"), (VISITS, FOLLOWS), strict=True):
        table = by_month(_known(facts), measure)
        for kind, colour, dashes in (("hot", SECOND, "dashed"), ("product", MAIN, "solid")):
            values = table[kind].to_numpy()
            axes.plot(range(1, 13), values, color=colour, linestyle=dashes, marker="o", markersize=4)
            most = int(values.argmax())
            axes.annotate(
                f"{KINDS[kind]} {values[most]:,}", (most + 1, values[most]), (0, 6), textcoords="offset points",
                ha="center", color=INK,
            )  # fmt: skip
        axes.set_ylim(0, 1.25 * float(table[["hot", "product"]].to_numpy().max()))
        axes.set_xlim(0.3, 12.9)
        axes.set_xticks(range(1, 13), [str(MONTH.format(month=month)) for month in range(1, 13)])
        axes.tick_params(length=0)
        subtitle(axes, said)
    return _dated(figure, facts)


def _came(axes: Axes, found: list[Found]) -> None:
    axes.barh(range(len(found)), [each.visits for each in found], color=MAIN, alpha=0.75, height=0.55)
    for place, each in enumerate(found):
        axes.annotate(
            f"{each.visits:,} ({each.searches:,})", (each.visits, place), (5, 0), textcoords="offset points",
            va="center", color=INK,
        )  # fmt: skip
    axes.set_xlim(0, 1.4 * max(each.visits for each in found))
    axes.set_xticks([])
    axes.spines["bottom"].set_color(QUIET)


def _known(facts: Facts) -> pd.DataFrame:
    return facts.searches if facts.searches is not None else pd.DataFrame()


def _dated(figure: Figure, facts: Facts) -> Figure:
    on = _known(facts)["month"]
    return caption(figure, facts.dated(on.min(), on.max() + pd.offsets.MonthEnd()))
