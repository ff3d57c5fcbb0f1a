"""Rhythm: the gap to the post before, how many posts a day, and which days of the week."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from playbook.account_charts import of_account, subtitle
from playbook.claims import ENOUGH
from playbook.claims.same_hour import HELD
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show, chart
from playbook.language import Text
from playbook.timing.analysis import by_hour
from playbook.timing.claims import weekday_result
from playbook.timing.rhythm import GAPS, by_day_count, by_gap, by_weekday
from playbook.week import DAYS, clock

ENOUGH_DAYS = 8  # days of a kind: below, a lucky day decides
TOO_FEW = Text("不足 20 条", "fewer than 20")
POSTS = Text("{n:,} 条", "{n:,} posts")
AGAINST_OTHERS = Text(
    "{same}这一天的一条是别的日子的几倍；竖条是 95% 区间",
    "{same}a post of this day against the other days; the bar is the 95% interval",
)
SAME_HOUR = Text("同一钟点里，", "at the same hour, ")
FEW_DAYS = Text(
    "条数相同的日子都不到 8 天，还看不出多发一条会怎样。",
    "No number of posts a day has 8 days behind it yet, so nothing can be said of one post more.",
)


@of_account(Text("@{name}：隔得太近，回应会少吗？", "@{name}: do posts close together get less?"))
def gaps(facts: Facts, name: str, title: Text) -> Figure:
    """Do posts close to the one before get less? By class of gap, at all hours and at the busiest hour alone."""
    busiest = int(by_hour(facts.posts, name)["posts"].to_numpy().argmax())
    figure, [above, below] = chart(title, facts, panels=2, height=2.4)
    _gap_bars(
        above,
        by_gap(facts.posts, name),
        Text("所有钟点：通常的一条得到的互动", "all hours: reactions to a typical post"),
    )
    alone = Text("只看 {hour}发的：短间隔多在忙的钟点，所以同一钟点里再比一次",
                 "{hour} alone: short gaps are common at busy hours, so compare within one")  # fmt: skip
    _gap_bars(below, by_gap(facts.posts, name, busiest), alone.format(hour=clock(busiest)))
    return figure


@of_account(Text("@{name}：一天多发一条，多得多少？", "@{name}: what does one more post on a day bring?"), hours=False)
def day_counts(facts: Facts, name: str, title: Text) -> Figure:
    """What does one more post on a day bring? The total of a typical day and the typical post, by posts a day."""
    table = by_day_count(facts.posts, name)
    table = table[table["days"] >= ENOUGH_DAYS]
    if table.empty:
        return cannot_show(title, FEW_DAYS, facts)
    figure, [above, below] = chart(title, facts, panels=2, height=2.4)
    _by_number(above, table["total"], MAIN, Text("通常的一天合计得到的互动", "reactions to all posts of a typical day"))
    _by_number(
        below, table["median"], SECOND, Text("其中每条：通常得到的互动", "each of them: reactions to a typical post")
    )
    number = Text(
        "这一天发了几条（不到 8 天的条数没有画）", "posts on the day (numbers with fewer than 8 days left out)"
    )
    below.set_xlabel(str(number), loc="left", fontsize=10)
    return figure


@of_account(
    Text("@{name}：哪几天发得多，哪几天回应多？", "@{name}: which days are busy, and which days pay?"), hours=False
)
def weekdays(facts: Facts, name: str, title: Text) -> Figure:
    """Which days do we post on, and which get more? Posts by weekday over the ratio to the other days."""
    table = by_weekday(facts.posts, name)
    figure, [above, below] = chart(title, facts, panels=2, height=2.4)
    bars = above.bar(range(7), table["posts"], color=MAIN, alpha=0.6, width=0.6)
    above.bar_label(bars, [f"{n:,}" for n in table["posts"]], padding=2, fontsize=10)
    above.set_ylim(0, table["posts"].max() * 1.15)
    subtitle(above, Text("我们发的条数", "our posts"))
    above.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    _day_ratios(below, facts, name)
    for axes in (above, below):
        axes.set_xlim(-0.6, 6.6)
        axes.set_xticks(range(7), [str(day) for day in DAYS])
        axes.tick_params(length=0)
    return figure


def _gap_bars(axes: Axes, table: pd.DataFrame, said: Text) -> None:
    known = table["posts"] >= ENOUGH
    heights = table["median"].where(known).fillna(0)
    bars = axes.bar(range(len(table)), heights, color=SECOND, alpha=0.75, width=0.6)
    bars[0].set(hatch="//", edgecolor="white")
    labels = [f"{height:,.0f}" if told else str(TOO_FEW) for height, told in zip(heights, known, strict=True)]
    axes.bar_label(bars, labels, padding=2, fontsize=10.5, color=INK)
    axes.set_ylim(0, heights.max() * 1.15 or 1)
    names = [f"{each.name}\n{POSTS.format(n=n)}" for each, n in zip(GAPS.values(), table["posts"], strict=True)]
    axes.set_xticks(range(len(table)), names)
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.tick_params(length=0)
    subtitle(axes, said)


def _by_number(axes: Axes, values: pd.Series, colour: str, said: Text) -> None:
    axes.plot(values.index, values, "o-", color=colour, linewidth=1.5, markersize=6)
    for number, value in values.items():
        axes.annotate(f"{value:,.0f}", (float(str(number)), value), (0, 7), textcoords="offset points", ha="center",
                      fontsize=8.5, color=QUIET)  # fmt: skip
    axes.set_ylim(0, values.max() * 1.25)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=16))
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    axes.grid(axis="y", color=FAINT, linewidth=0.6)
    axes.tick_params(length=0)
    subtitle(axes, said)


def _day_ratios(axes: Axes, facts: Facts, name: str) -> None:
    """Draw, for each weekday, a typical post against those of the other six days (same hour), with its interval."""
    axes.axhline(1, color=QUIET, linewidth=1)
    rows = [weekday_result(facts, name, day) for day in range(1, 8)]
    for place, row in enumerate(rows):
        if row.unable is not None:
            axes.annotate(str(TOO_FEW), (place, 1), ha="center", va="bottom", fontsize=9, color=QUIET)
            continue
        axes.plot([place, place], [row.low, row.high], color=FAINT, linewidth=7, solid_capstyle="butt")
        axes.plot(place, row.ratio, "o", color=SECOND, markersize=7, mec="white")
        axes.annotate(
            f"{row.ratio:.2f}",
            (place, row.ratio),
            (8, -4),
            textcoords="offset points",
            fontsize=9.5,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
        )
    axes.set_yscale("log")
    told = [row for row in rows if row.unable is None]
    axes.set_ylim(min([0.55, *(row.low * 0.9 for row in told)]), max([1.8, *(row.high * 1.1 for row in told)]))
    axes.set_yticks([0.7, 1, 1.4], [str(Text("{n:g} 倍", "{n:g}×").format(n=tick)) for tick in (0.7, 1, 1.4)])
    axes.minorticks_off()
    at_hour = SAME_HOUR if any(HELD in row.traps for row in told) else Text("", "")
    subtitle(axes, AGAINST_OTHERS.format(same=at_hour))
