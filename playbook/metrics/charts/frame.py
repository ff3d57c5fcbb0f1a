"""What all charts of metrics share: weeks along an axis and in the caption, estimates as dots on their intervals."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.company_charts import rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, caption, chart
from playbook.language import Text
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.series import SAID, scale_of
from playbook.metrics.measures import MEASURES

NO_WEEKS = Text(
    "没有每周的数（阅读、访问、点击、订单），看不出这一样。\n先把后台的数一周一周记下来；或点本页开头的“改看示例公司”先学方法。",
    "There are no weekly measures (reads, visits, clicks, orders), so this cannot be shown.\n"
    "Note the back end’s numbers week by week, or press “Show the sample company” at the top of this page\n"
    "and learn the method first.",
)
EPOCH = pd.Timestamp("1970-01-01")
MONTHS = 7  # labels that fit side by side
NOT_MEASURED = Text("这个账号没有这个数：{name}。", "This account has no such measure: {name}.")


class Dot(NamedTuple):
    """A row: its label, an estimate with its interval, what its number says, whether it is drawn solid."""

    label: str
    estimate: Estimate
    said: str
    solid: bool = True


def named(measure: str) -> Text:
    """Return what a measure is called, as the scorecard calls it."""
    known = {str(name): each.name for name, each in MEASURES.items()}
    return known.get(measure) or SAID[measure]


def framed(title: Text, facts: Facts, weeks: pd.Index, height: float = 3.4) -> tuple[Figure, list[Axes]]:
    """Return an empty chart whose caption says from when to when its weeks are (the last one to its Sunday)."""
    figure, axes = chart(title, facts, height=height)
    last = pd.Timestamp(weeks[-1]) + pd.Timedelta(days=6)
    return caption(figure, facts.dated(pd.Timestamp(weeks[0]), last)), axes


def weeks_axis(axes: Axes) -> None:
    """Label months along the bottom, as few as fit."""
    first, last = (EPOCH + pd.Timedelta(days=end) for end in axes.get_xlim())
    months = pd.date_range(first, last, freq="MS")
    shown = months[:: max(1, -(-len(months) // MONTHS))]
    axes.set_xticks([on_axis(month) for month in shown], [f"{month:%Y-%m}" for month in shown])
    axes.tick_params(length=0)
    axes.margins(x=0.01)


def on_axis(day: pd.Timestamp) -> float:
    """Return where a day stands on an axis of dates: matplotlib counts days from 1970."""
    return float((day - EPOCH) / pd.Timedelta(days=1))


def from_zero(axes: Axes, measure: str, most: float) -> None:
    """Let an axis of counts or shares begin at 0, with a comma in large numbers and % for shares."""
    scale = scale_of(measure)
    if scale != "plain":
        axes.set_ylim(0, most * 1.12 or 1)
    low, high = axes.get_ylim()
    ticks = [float(tick) for tick in axes.get_yticks() if low <= tick <= high]
    said = {"plain": "{:+.1f}", "share": "{:.0%}", "log": "{:,.0f}"}[scale]
    axes.set_yticks(ticks, [said.format(tick).replace("-", "−") for tick in ticks])


def since_axis(axes: Axes, said: Text, last: int) -> None:
    """Label weeks since a day, every tenth, fewer where few are shown."""
    step = 10 if last > 12 else 5  # noqa: PLR2004 - labels side by side
    ticks = [at for at in range(-100, 101, step) if axes.get_xlim()[0] <= at <= axes.get_xlim()[1]]
    axes.set_xticks(ticks, [f"{at}".replace("-", "−") for at in ticks])
    axes.set_xlabel(str(said), loc="right", color=QUIET)
    axes.tick_params(length=0)


def dots(axes: Axes, rows: Sequence[Dot]) -> None:
    """Draw each estimate as a dot on its interval, the first on top, its number at the end; a line at no difference."""
    axes.axvline(0, color=QUIET, linewidth=1)
    for place, row in enumerate(rows):
        value, low, high = row.estimate
        if not math.isfinite(value):
            axes.annotate(row.said, (0, place), (7, 0), textcoords="offset points", va="center", color=QUIET)
            continue
        colour = MAIN if row.solid else QUIET
        axes.plot([low, high], [place, place], color=FAINT, linewidth=8, solid_capstyle="butt")
        axes.plot(value, place, "o", color=colour if row.solid else "white", mec=colour, markersize=8)
        axes.annotate(row.said, (high, place), (7, 0), textcoords="offset points", va="center", color=INK)
    rows_axis(axes, [row.label for row in rows])
    ends = [end for row in rows for end in (row.estimate.low, row.estimate.high) if math.isfinite(end)] or [0.0]
    low, high = min(0.0, *ends), max(0.0, *ends)
    reach = high - low or 1.0
    axes.set_xlim(low - 0.05 * reach, high + 0.4 * reach)
    axes.xaxis.set_major_formatter(lambda value, _: signed(value))


def signed(percent: float) -> str:
    """Return a change in per cent with its sign; the minus is a minus, not a hyphen."""
    return "0%" if abs(percent) < 0.5 else f"{percent:+.0f}%".replace("-", "−")  # noqa: PLR2004 - rounds to 0
