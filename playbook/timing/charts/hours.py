"""Hours: when we post, when readers answer, what a typical post gets, and how many posts stand behind it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, NullLocator

from playbook.account_charts import NOT_ENOUGH, of_account, subtitle
from playbook.claims import ENOUGH
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show, chart, hours_axis
from playbook.language import Text
from playbook.posts import originals, reactions
from playbook.timing.analysis import arrivals, by_hour
from playbook.week import clock

Floats = npt.NDArray[np.floating[Any]]
SOME_HOURS = Text("每条互动；不足 20 条的钟点没有画", "reactions per post; hours with fewer than 20 posts left out")
NO_REACTIONS = Text(
    "这里没有互动时间的数据。\n多数导出只有微博本身；往下看，用微博也能判断时段。",
    "There are no data on when reactions come in.\n"
    "Most exports hold only the posts; read on, posts alone can tell hours too.",
)


@of_account(Text("@{name} 几点发微博？", "When does @{name} post?"))
def posting_hours(facts: Facts, name: str, title: Text) -> Figure:
    """When do we post? Posts by hour; the busiest hour is named."""
    table = by_hour(facts.posts, name)
    figure, [axes] = chart(title, facts)
    hour_bars(axes, table["posts"], Text("条数", "posts"))
    return figure


@of_account(Text("读者几点来 @{name} 互动？", "When do readers react to @{name}?"))
def arrival_hours(facts: Facts, name: str, title: Text) -> Figure:
    """When do reactions come in? The reactions of a typical day by hour, over the posts of that hour."""
    if facts.reactions is None:
        return cannot_show(title, NO_REACTIONS, facts)
    table, came = by_hour(facts.posts, name), arrivals(facts.reactions, name)
    figure, [above, below] = chart(title, facts, panels=2, height=2.3)
    hour_bars(above, table["posts"], Text("我们发的条数", "our posts"))
    hour_bars(below, came, Text("平常的一天，每个钟点来多少次互动", "reactions arriving on a typical day"), SECOND)
    return figure


@of_account(Text("@{name}：发得多的钟点，回应也多吗？", "@{name}: do the busy hours pay?"))
def per_post(facts: Facts, name: str, title: Text) -> Figure:
    """How often do we post at an hour, and what does a typical post of that hour get?"""
    table = by_hour(facts.posts, name)
    typical = table["median"].where(table["posts"] >= ENOUGH)
    figure, [above, below] = chart(title, facts, panels=2, height=2.3)
    hour_bars(above, table["posts"], Text("条数", "posts"))
    hour_bars(below, typical, Text("一条微博通常得到的互动", "reactions to a typical post"), SECOND)
    return figure


@of_account(Text("@{name}：平均数和中位数", "@{name}: the mean and the median"))
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
    subtitle(axes, SOME_HOURS, pad=6)
    axes.legend(frameon=False, loc="upper right")
    hours_axis(axes)
    return figure


@of_account(Text("@{name}：每个钟点背后有多少条？", "@{name}: how many posts stand behind an hour?"))
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
    subtitle(axes, said, pad=18)
    hours_axis(axes)
    return figure


def hour_bars(axes: Axes, values: pd.Series, label: Text, colour: str = MAIN) -> None:
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
    subtitle(axes, label)
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
