"""What came after a day: by the week since, as it read at several ages, and the same weeks of the year before."""

from __future__ import annotations

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.claims import OUTCOMES
from playbook.company_charts import of_company
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show
from playbook.language import Text
from playbook.metrics.analysis.before_after import A_YEAR, twice
from playbook.metrics.analysis.done import NOT_NOTED, asked, done, year_before
from playbook.metrics.analysis.estimates import UNKNOWN
from playbook.metrics.analysis.launch import effect, readings
from playbook.metrics.analysis.lines import first_week, weeks_since
from playbook.metrics.charts.frame import Dot, dots, framed, from_zero, on_axis, signed, since_axis, weeks_axis

AROUND = 10  # weeks before and after that the year-on-year picture shows
EXPECTED = Text(
    "点：每周订单；线：照走势、季节和上一周的点击该有的；竖条：95% 区间\n新茶上市以后头 {lag} 周事先说好不判",
    "dots: orders of a week; line: expected by trend, season and clicks the week before; bars: 95%\n"
    "the first {lag} weeks since the launch are not judged, as was agreed",
)
READ = Text(
    "只凭当时已有的数：平均每周比该有的多几成，95% 区间\n右边的字：“上市让订单多了”这句话，数据怎么说",
    "by what was known then: the mean week above the expected; bar: 95% interval\n"
    "in words: what the data say of “the launch raised orders”",
)
AFTER_WEEKS = Text("上市后第 {n} 周末", "end of week {n}")
TWO_YEARS = Text(
    "每周订单。粗线：2025 年；细线：2024 年同样的几周\n后六周比前六周：2025 年 {now}，2024 年 {then}",
    "orders of a week; thick: 2025, thin: the same weeks of 2024\n"
    "six weeks from it against the six before: 2025 {now}, 2024 {then}",
)
HELD_THEN = Text("{year} 年那一场从这一周开始", "that of {year} began in this week")


def _no_launch(facts: Facts) -> Text | None:
    return NOT_NOTED if asked(facts, "launch") is None else None


def _no_campaign(facts: Facts) -> Text | None:
    return NOT_NOTED if asked(facts, "campaign") is None else None


@of_company(
    Text("新茶上市，订单多了没有，从第几周起？", "Did the launch bring orders, and from which week?"), _no_launch
)
def after_launch(facts: Facts, title: Text) -> Figure:
    """Did the launch bring orders, and from which week on does it show?"""
    question = asked(facts, "launch")
    found = NOT_NOTED if question is None else effect(question)
    if question is None or isinstance(found, Text):
        return cannot_show(title, found if isinstance(found, Text) else NOT_NOTED, facts)
    table, start = found.by_week, first_week(question.day)
    when = pd.DatetimeIndex([start + pd.Timedelta(days=7 * int(at)) for at in table.index])
    before = question.weekly[start - pd.Timedelta(days=7 * AROUND) : start - pd.Timedelta(days=1)]
    figure, [axes] = framed(title, facts, before.index.append(when), 3.8)
    # The interval is of the effect: what was expected lies so far below what came.
    low, high = ((1 + table["actual"]) / np.exp(table[end]) - 1 for end in ("high", "low"))
    axes.vlines(when, low, high, color=FAINT, linewidth=7)
    axes.plot(when, table["expected"], color=QUIET, linewidth=2)
    axes.plot(before.index, before, "o", color=QUIET, markersize=5)
    axes.plot(when, table["actual"], "o", color=MAIN, markersize=7)
    for at in {*table.index[table["low"] > 0][:1], table["value"].idxmax()}:
        place = when[list(table.index).index(at)], table["actual"][at]
        said = signed(100 * float(np.expm1(table["value"][at])))
        axes.annotate(said, place, (0, 7), textcoords="offset points", ha="center", color=INK)
    axes.axvline(on_axis(question.day), color=SECOND, linewidth=1.2, linestyle="dashed")
    weeks_axis(axes)
    from_zero(axes, "orders", float(max(table["actual"].max(), high.max(), before.max())))
    subtitle(axes, EXPECTED.format(lag=question.lag))
    return figure


@of_company(
    Text("早一点看和晚一点看，结论一样吗？", "Is the verdict the same whether one looks early or late?"), _no_launch
)
def read_early_and_late(facts: Facts, title: Text) -> Figure:
    """Is the verdict on the launch the same at weeks 1, 2, 4 and 8?"""
    question = asked(facts, "launch")
    if question is None:
        return cannot_show(title, NOT_NOTED, facts)
    rows = []
    for weeks, found in readings(question).items():
        mean = UNKNOWN if isinstance(found, Text) else found.mean
        said = f"{signed(mean.percent.value)}  {OUTCOMES[mean.outcome]}" if mean.known else str(found)
        label = str(AFTER_WEEKS.format(n=weeks))
        rows.append(Dot(label, mean.percent, said, solid=mean.outcome != "cannot_tell"))
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(question.weekly.index), 3.0)
    dots(axes, rows)
    subtitle(axes, READ)
    return figure


@of_company(
    Text("活动后订单多了，是活动带来的吗？", "Orders rose after the campaign: did it bring them?"), _no_campaign
)
def this_year_and_last(facts: Facts, title: Text) -> Figure:
    """Orders rose after the campaign: did they not rise in the same weeks of the year before?"""
    question, it = asked(facts, "campaign"), done(facts, "campaign")
    found = NOT_NOTED if question is None else twice(question)
    if question is None or it is None or isinstance(found, Text):
        return cannot_show(title, found if isinstance(found, Text) else NOT_NOTED, facts)
    values = question.weekly
    since = weeks_since(pd.DatetimeIndex(values.index), question.day)
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(values.index), 3.6)
    for shift, colour, width in ((0, MAIN, 2.6), (-A_YEAR, QUIET, 1.4)):
        own = values[since.between(shift - AROUND, shift + AROUND - 1)]
        axes.plot(since[own.index] - shift, own, color=colour, linewidth=width)
    axes.axvline(-0.5, color=SECOND, linewidth=1.2, linestyle="dashed")
    axes.annotate(str(it.name), (-0.5, 1), (5, -4), xycoords=("data", "axes fraction"), textcoords="offset points",
                  va="top", color=SECOND)  # fmt: skip
    before = year_before(facts, it)
    if before is not None and first_week(before) in values.index:
        place = since[first_week(before)] + A_YEAR, values[first_week(before)]
        axes.plot(*place, "o", color="white", mec=QUIET, markersize=7)
        axes.annotate(str(HELD_THEN.format(year=before.year)), place, (place[0], 0.25), va="top", color=INK,
                      textcoords=("data", "axes fraction"), arrowprops={"arrowstyle": "-", "color": QUIET})  # fmt: skip
    since_axis(axes, Text("距活动开始几周", "weeks since the campaign began"), AROUND)
    from_zero(axes, "orders", float(values[since.between(-AROUND, AROUND - 1)].max()))
    now, then = (signed(100 * float(np.expm1(each))) for each in (found.rise, found.rise_last_year))
    subtitle(axes, TWO_YEARS.format(now=now, then=then))
    return figure
