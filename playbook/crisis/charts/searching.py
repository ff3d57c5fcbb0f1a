"""A search tool's curve beside the counted one: flat where it was cut, empty where it broke off."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company
from playbook.crisis.analysis.completeness import CEILING, by_day
from playbook.crisis.charts.months import date_ticks, multiples
from playbook.crisis.missing import no_searched
from playbook.facts import Facts
from playbook.figures import INK, MAIN, QUIET, SECOND, caption, chart
from playbook.language import Text

LOOK = Text(
    "每天几条（刻度是倍数）；○ 翻到第 {n} 页被截断的，× 只翻一页就断了的",
    "posts a day (on a scale of multiples); ○ cut at page {n}, × broken off after a page",
)
NTH = Text("{d} 日", "{d}th")
COUNTED, FOUND = Text("数出来的提及", "mentions counted"), Text("搜索返回的", "returned by the search")
BESIDE = {False: ((-10, 0), "right", "center"), True: ((12, 7), "left", "bottom")}  # of two days: the second
MARKS = {"cut": ("o", 10, SECOND), "broken": ("x", 9, INK)}


@of_company(Text("搜来的曲线，能信吗？", "Can the curve of a search be believed?"), no_searched)
def searched(facts: Facts, title: Text) -> Figure:
    """Can a search be believed? Posts it returned a day beside those counted, days that it cut or lost marked."""
    table = by_day(facts)
    assert table is not None  # noqa: S101 - `no_searched` has seen to it
    figure, [axes] = chart(title, facts, height=3.5)
    caption(figure, facts.dated(table.index[0], table.index[-1]))
    axes.plot(table.index, table["counted"].where(table["counted"] > 0), color=MAIN, label=str(COUNTED))
    axes.plot(table.index, table["found"].where(table["found"] > 0), "--", color=QUIET, label=str(FOUND))
    for state, (mark, size, colour) in MARKS.items():
        own = table[(table["state"] == state) & (table["found"] > 0)]
        axes.plot(own.index, own["found"], mark, markersize=size, mec=colour, mfc="none", mew=1.8, linestyle="none")
    top = pd.Timestamp(str(table["counted"].idxmax()))
    _numbered(axes, top, float(table["counted"].max()), MAIN)
    cut = table["state"] == "cut"
    last = table[cut & ~cut.shift(-1, fill_value=False)]  # of cut days in a row, the last has the number
    _days_named(axes, table[cut])
    for day, found in last["found"].items():
        _numbered(axes, pd.Timestamp(str(day)), float(found), SECOND)
    multiples(axes, table[["found", "counted"]].to_numpy(dtype=float).ravel())
    date_ticks(axes, pd.DatetimeIndex(table.index))
    axes.legend(frameon=False, loc="upper left")
    subtitle(axes, LOOK.format(n=CEILING))
    return figure


def _days_named(axes: Axes, cut: pd.DataFrame) -> None:
    """Write the day of the month under each ring; of two side by side, left of the first, above the second."""
    found = [(pd.Timestamp(str(day)), float(value)) for day, value in cut["found"].items()]
    for place, (day, value) in enumerate(found):
        near = [at for at, (other, _) in enumerate(found) if at != place and abs(other - day) <= pd.Timedelta(days=1)]
        where, across, up = ((0, -9), "center", "top") if not near else BESIDE[near[0] < place]
        axes.annotate(
            str(NTH.format(d=day.day)), (day, value), where, textcoords="offset points", ha=across, va=up, color=SECOND
        )


def _numbered(axes: Axes, day: pd.Timestamp, value: float, colour: str) -> None:
    """Write a day's number to the right of its point."""
    axes.annotate(f"{value:,.0f}", (day, value), (10, 0), textcoords="offset points", va="center", color=colour)
