"""What the data on timing look like: each function answers one question with one chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullLocator

from playbook.claims import ENOUGH, OUTCOMES, Claim, Result, test_claim
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show, chart, hours_axis
from playbook.language import Text
from playbook.posts import originals, reactions, tells_hours
from playbook.timing.analysis import EVENING_RULE, WEEKEND_RULE, arrivals, by_hour
from playbook.week import clock

Floats = npt.NDArray[np.floating[Any]]
Draw = Callable[[Facts, str, Text], Figure]


class ChartOfAccount(Protocol):
    """A chart that a page calls without arguments, or with other facts, or for another account."""

    def __call__(self, known: Facts | None = None, account: str | None = None) -> Figure:
        """Draw it."""


NO_HOURS = Text(
    "这份导出只有日期，没有钟点，所以看不出读者几点回应。\n请用能导出发布时刻的工具重新导出，或点本页开头的“改看示例公司”先学方法。",
    "This export has dates but no time of day, so it cannot say when readers answer.\n"
    "Export again with a tool that keeps the time, or press “Show the sample company” "
    "at the top of this page\nand learn the method first.",
)
NO_COUNTS = Text(
    "这份数据没有完整的转发、评论、赞的数目，没有什么可以比较。\n请把这三列补上，再读一次；或点本页开头的“改看示例公司”先学方法。",
    "These data have no complete counts of reposts, comments and likes, so there is nothing to compare.\n"
    "Read them again with these three columns, or press “Show the sample company” "
    "at the top of this page\nand learn the method first.",
)
NOT_ENOUGH = Text(
    "还没有哪个钟点攒够 20 条微博，先不下判断。",
    "No hour has 20 posts behind it yet, so there is nothing to judge.",
)


def _of_account(title: Text) -> Callable[[Draw], ChartOfAccount]:
    """Make a chart of one account: of the present facts and the main account, unless told otherwise.

    Where the posts have no time of day, or no counts, a word stands in the chart's place.
    """

    def decorate(draw: Draw) -> ChartOfAccount:
        @wraps(draw)
        def drawn(known: Facts | None = None, account: str | None = None) -> Figure:
            facts = known or present_facts()
            name = account or facts.main
            said = title.format(name=facts.company.account(name).name)
            if not tells_hours(facts.posts):
                return cannot_show(said, NO_HOURS, facts)
            own = originals(facts.posts[facts.posts["account"] == name])
            return draw(facts, name, said) if reactions(own).notna().any() else cannot_show(said, NO_COUNTS, facts)

        return drawn

    return decorate


@_of_account(Text("@{name} 几点发微博？", "When does @{name} post?"))
def posting_hours(facts: Facts, name: str, title: Text) -> Figure:
    """When do we post? Posts by hour; the busiest hour is named."""
    table = by_hour(facts.posts, name)
    figure, [axes] = chart(title, facts)
    _bars(axes, table["posts"], Text("条数", "posts"))
    return figure


@_of_account(Text("读者几点来 @{name} 互动？", "When do readers react to @{name}?"))
def arrival_hours(facts: Facts, name: str, title: Text) -> Figure:
    """When do reactions come in? The reactions of a typical day by hour, over the posts of that hour."""
    if facts.reactions is None:
        return cannot_show(title, _NO_REACTIONS, facts)
    table, came = by_hour(facts.posts, name), arrivals(facts.reactions, name)
    figure, [above, below] = chart(title, facts, panels=2, height=2.3)
    _bars(above, table["posts"], Text("我们发的条数", "our posts"))
    _bars(below, came, Text("平常的一天，每个钟点来多少次互动", "reactions arriving on a typical day"), SECOND)
    return figure


@_of_account(Text("@{name}：发得多的钟点，回应也多吗？", "@{name}: do the busy hours pay?"))
def per_post(facts: Facts, name: str, title: Text) -> Figure:
    """How often do we post at an hour, and what does a typical post of that hour get?"""
    table = by_hour(facts.posts, name)
    typical = table["median"].where(table["posts"] >= ENOUGH)
    figure, [above, below] = chart(title, facts, panels=2, height=2.3)
    _bars(above, table["posts"], Text("条数", "posts"))
    _bars(below, typical, Text("一条微博通常得到的互动", "reactions to a typical post"), SECOND)
    return figure


@_of_account(Text("@{name}：平均数和中位数", "@{name}: the mean and the median"))
def mean_and_median(facts: Facts, name: str, title: Text) -> Figure:
    """Where do the average and the typical post part ways? Both by hour."""
    table = by_hour(facts.posts, name)
    table = table[table["posts"] >= ENOUGH]
    if table.empty:
        return cannot_show(title, NOT_ENOUGH, facts)
    figure, [axes] = chart(title, facts)
    axes.vlines(table.index, table["median"], table["mean"], color=FAINT, linewidth=2)
    axes.plot(table.index, table["mean"], "D", color=QUIET, label=str(Text("平均数", "mean")))
    axes.plot(
        table.index,
        table["median"],
        "o",
        color=SECOND,
        label=str(Text("中位数（通常的一条）", "median (the typical post)")),
    )
    top = int(table["mean"].to_numpy().argmax())
    axes.annotate(
        f"{table['mean'].iloc[top]:,.0f}",
        (table.index[top], table["mean"].iloc[top]),
        (6, 2),
        textcoords="offset points",
    )
    axes.set_ylim(bottom=0)
    axes.set_title(
        str(Text("每条互动；不足 20 条的钟点没有画", "reactions per post; hours with fewer than 20 posts left out")),
        loc="left",
        fontsize=11,
        color=QUIET,
    )
    axes.legend(frameon=False, loc="upper right")
    hours_axis(axes)
    return figure


@_of_account(Text("@{name}：每个钟点背后有多少条？", "@{name}: how many posts stand behind an hour?"))
def behind_each_hour(facts: Facts, name: str, title: Text) -> Figure:
    """How many posts stand behind each hour's figure? Every post a dot, on a logarithmic scale."""
    own = originals(facts.posts)
    own = own[(own["account"] == name) & own["posted_at"].notna()]
    spread = np.random.default_rng(0).uniform(-0.3, 0.3, len(own))
    gets = reactions(own).astype("Float64").to_numpy(dtype=np.float64, na_value=np.nan)
    table = by_hour(facts.posts, name)
    figure, [axes] = chart(title, facts, height=3.9)
    axes.plot(own["posted_at"].dt.hour + spread, gets + 1, ".", color=MAIN, alpha=0.3, markersize=4, mew=0)
    axes.plot(table.index, table["median"] + 1, "_", color=SECOND, markersize=13, mew=2.5)
    for hour, count in table["posts"][table["posts"] > 0].items():
        few = count < ENOUGH
        size, ink = (10.5, SECOND) if few else (8.5, QUIET)
        place, at = (float(str(hour)), 1.0), ("data", "axes fraction")
        axes.annotate(f"{count:,}", place, xycoords=at, ha="center", va="bottom", fontsize=size, color=ink)
        if few:  # three dots are easily overlooked, and they are the point
            thin = own["posted_at"].dt.hour == hour
            axes.plot(own["posted_at"].dt.hour[thin] + spread[thin], gets[thin] + 1, "o", color=SECOND, markersize=6)
    _name_the_highest(axes, own["posted_at"].dt.hour.to_numpy() + spread, gets)
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(lambda value, _: str(_round_number(value)))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    said = Text(
        "每条互动；红线是中位数；每上一条横线是 10 倍",
        "reactions per post; red: the median; each line is ten times the one below",
    )
    axes.set_title(str(said), loc="left", fontsize=11, color=QUIET, pad=18)
    hours_axis(axes)
    return figure


def evening_by_account(known: Facts | None = None) -> Figure:
    """Does the evening rule hold? One account a line: the ratio, its interval, and what the data say."""
    facts = known or present_facts()
    title = Text(
        "工作日 18 点到 23 点发的，比别的钟点得到更多互动吗？",
        "On workdays, do posts from 18:00 to 23:00 get more than others?",
    )
    return _by_account(title, facts, EVENING_RULE, Text("晚间 {n} 条", "{n} evening posts"), verdicts=True)


def weekend_by_account(known: Facts | None = None) -> Figure:
    """Does the weekend rule hold? The same picture without the verdict, which is the reader's to give."""
    facts = known or present_facts()
    title = Text(
        "周末 13 点到 14 点、17 点到 20 点发的，比周末别的钟点得到更多互动吗？",
        "At weekends, do posts from 13:00 to 14:00 and 17:00 to 20:00 get more?",
    )
    return _by_account(title, facts, WEEKEND_RULE, Text("这些钟点 {n} 条", "{n} at these hours"), verdicts=False)


LESS, MORE = Text("← 更少", "← less"), Text("更多 →", "more →")
_NO_REACTIONS = Text(
    "这里没有互动时间的数据。\n多数导出只有微博本身；往下看，用微博也能判断时段。",
    "There are no data on when reactions come in.\n"
    "Most exports hold only the posts; read on, posts alone can tell hours too.",
)


def _bars(axes: Axes, values: pd.Series, label: Text, colour: str = MAIN) -> None:
    """Draw a bar an hour with its number, the tallest in full colour; an hour nobody can judge has none."""
    heights = values.fillna(0).to_numpy(dtype=float)
    bars = axes.bar(range(24), heights, color=colour, alpha=0.45, width=0.8)
    top = int(heights.argmax())
    for hour, height in enumerate(heights):
        if height > 0:
            bars[hour].set_alpha(1 if hour == top else 0.45)
            size, ink = (10.5, INK) if hour == top else (8, QUIET)
            axes.annotate(
                f"{height:,.0f}",
                (hour, height),
                (0, 2),
                textcoords="offset points",
                ha="center",
                color=ink,
                fontsize=size,
            )
    axes.set_title(str(label), loc="left", fontsize=11, color=QUIET, pad=10)
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    hours_axis(axes)


def _round_number(value: float) -> Text:
    """Say a power of ten as each language does: 10 000 is 1 万 in Chinese."""
    in_ten_thousands = value >= 10_000  # noqa: PLR2004 - 万
    return Text(f"{value / 10_000:g} 万" if in_ten_thousands else f"{value:g}", f"{value:,.0f}")


def _name_the_highest(axes: Axes, hours: Floats, gets: Floats) -> None:
    top = int(np.nanargmax(gets))
    axes.plot(hours[top], gets[top] + 1, "o", color=INK, markersize=8)
    hour = clock(round(float(hours[top])))
    said = Text("{hour}最火的一条：{n:,.0f} 次", "the top post, at {hour}: {n:,.0f}").format(hour=hour, n=gets[top])
    axes.annotate(str(said), (hours[top], gets[top] + 1), (9, -4), textcoords="offset points", color=INK)


def _by_account(title: Text, facts: Facts, claim: Claim, counted: Text, *, verdicts: bool) -> Figure:
    if not tells_hours(facts.posts):
        return cannot_show(title, NO_HOURS, facts)
    names = [each.id for each in facts.company.accounts if (facts.posts["account"] == each.id).any()]
    figure, [axes] = chart(title, facts, height=0.55 * len(names) + 1.3)
    rows = [test_claim(facts.posts, claim, name) for name in names]
    _intervals(axes, rows, verdicts=verdicts)
    said = [Text(f"{facts.company.account(name).name}（", f"{facts.company.account(name).name} (") for name in names]
    labels = [name + counted.format(n=row.inside) + Text("）", ")") for name, row in zip(said, rows, strict=True)]
    axes.set_yticks(range(len(rows)), [str(each) for each in labels])
    return figure


def _intervals(axes: Axes, rows: Sequence[Result], *, verdicts: bool) -> None:
    axes.axvline(1, color=QUIET, linewidth=1)
    for place, row in enumerate(rows):
        colour = MAIN if verdicts and row.outcome != "cannot_tell" else FAINT
        if row.unable is not None:
            box = {"facecolor": "white", "edgecolor": "none"}
            axes.annotate(str(row.unable), (1, place), va="center", ha="center", color=QUIET, bbox=box)
        else:
            axes.plot([row.low, row.high], [place, place], color=colour, linewidth=6, solid_capstyle="butt")
            axes.plot(row.ratio, place, "o", color=MAIN if colour == MAIN else QUIET, markersize=8, mec="white")
        if verdicts:
            axes.annotate(str(OUTCOMES[row.outcome]), (1.01, place), xycoords=("axes fraction", "data"), va="center")
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xscale("log")
    axes.set_xlim(0.4, 4)
    ticks = [0.5, 0.7, 1, 1.4, 2, 3]
    axes.set_xticks(ticks, [str(Text("{n:g} 倍", "{n:g}×").format(n=tick)) for tick in ticks])
    axes.minorticks_off()
    for side, said, where in ((-12, LESS, "right"), (12, MORE, "left")):
        axes.annotate(
            str(said), (1, -0.12), (side, 0), xycoords=("data", "axes fraction"), textcoords="offset points",
            ha=where, va="top", color=QUIET,
        )  # fmt: skip
    axes.tick_params(length=0)
