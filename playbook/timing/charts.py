"""What the data on timing look like: each function answers one question with one chart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, StrMethodFormatter

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show, chart, hours_axis
from playbook.language import Text
from playbook.posts import reactions, tells_hours
from playbook.timing.analysis import ENOUGH, Comparison, arrivals, by_hour, evening_rule, weekend_rule
from playbook.timing.week import clock

Test = Callable[[pd.DataFrame, str], Comparison]
NO_HOURS = Text(
    "这份导出只有日期，没有钟点，所以看不出读者几点回应。\n请用能导出发布时刻的工具重新导出，或点“回到示例公司”先学方法。",
    "This export has dates but no time of day, so it cannot say when readers answer.\n"
    "Export again with a tool that keeps the time, or learn the method on the sample company first.",
)
NOT_ENOUGH = Text(
    "还没有哪个钟点攒够 20 条微博，先不下判断。",
    "No hour has 20 posts behind it yet, so there is nothing to judge.",
)
OUTCOMES = {
    "supported": Text("支持", "supported"),
    "refuted": Text("不支持", "refuted"),
    "cannot_tell": Text("说不准", "cannot tell"),
}


def posting_hours(known: Facts | None = None, account: str | None = None) -> Figure:
    """When do we post? Posts by hour; the busiest hour is named."""
    facts = known or present_facts()
    name, title = _named(facts, account, Text("@{name} 几点发微博？", "When does @{name} post?"))
    if not tells_hours(facts.posts):
        return cannot_show(title, NO_HOURS, facts)
    table = by_hour(facts.posts, name)
    figure, [axes] = chart(title, facts)
    _bars(axes, table["posts"], Text("条数", "posts"))
    return figure


def arrival_hours(known: Facts | None = None, account: str | None = None) -> Figure:
    """When do reactions come in? The reactions of a typical day by hour, over the posts of that hour."""
    facts = known or present_facts()
    name, title = _named(facts, account, Text("@{name} 的互动几点到来？", "When do reactions reach @{name}?"))
    if facts.reactions is None:
        return cannot_show(title, _NO_REACTIONS, facts)
    table, came = by_hour(facts.posts, name), arrivals(facts.reactions, name)
    figure, [above, below] = chart(title, facts, panels=2, height=2.3)
    _bars(above, table["posts"], Text("我们发的条数", "our posts"))
    _bars(below, came, Text("一天里到来的互动", "reactions on a typical day"), SECOND)
    return figure


def per_post(known: Facts | None = None, account: str | None = None) -> Figure:
    """How often do we post at an hour, and what does a typical post of that hour get?"""
    facts = known or present_facts()
    name, title = _named(facts, account, Text("@{name}：发得多的钟点，回应也多吗？", "@{name}: do the busy hours pay?"))
    if not tells_hours(facts.posts):
        return cannot_show(title, NO_HOURS, facts)
    table = by_hour(facts.posts, name)
    typical = table["median"].where(table["posts"] >= ENOUGH)
    figure, [above, below] = chart(title, facts, panels=2, height=2.3)
    _bars(above, table["posts"], Text("条数", "posts"))
    _bars(below, typical, Text("一条微博通常得到的互动", "reactions to a typical post"), SECOND)
    return figure


def mean_and_median(known: Facts | None = None, account: str | None = None) -> Figure:
    """Where do the average and the typical post part ways? Both by hour."""
    facts = known or present_facts()
    name, title = _named(facts, account, Text("@{name}：平均数和中位数", "@{name}: the mean and the median"))
    if not tells_hours(facts.posts):
        return cannot_show(title, NO_HOURS, facts)
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
    axes.set_ylabel(str(Text("每条互动", "reactions per post")))
    axes.legend(frameon=False, loc="upper right")
    hours_axis(axes)
    return figure


def behind_each_hour(known: Facts | None = None, account: str | None = None) -> Figure:
    """How many posts stand behind each hour's figure? Every post a dot, on a logarithmic scale."""
    facts = known or present_facts()
    name, title = _named(
        facts, account, Text("@{name}：每个钟点背后有多少条？", "@{name}: how many posts stand behind an hour?")
    )
    if not tells_hours(facts.posts):
        return cannot_show(title, NO_HOURS, facts)
    own = facts.posts[(facts.posts["account"] == name) & facts.posts["posted_at"].notna()]
    spread = np.random.default_rng(0).uniform(-0.3, 0.3, len(own))
    gets = reactions(own).astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    table = by_hour(facts.posts, name)
    figure, [axes] = chart(title, facts, height=3.9)
    axes.plot(own["posted_at"].dt.hour + spread, gets + 1, ".", color=MAIN, alpha=0.25, markersize=4, mew=0)
    axes.plot(table.index, table["median"] + 1, "_", color=SECOND, markersize=13, mew=2.5)
    for hour, row in table[table["posts"] > 0].iterrows():
        few = row["posts"] < ENOUGH
        axes.annotate(
            f"{row['posts']:.0f}", (float(str(hour)), 1), xycoords=("data", "axes fraction"), ha="center", va="bottom",
            fontsize=10 if few else 8.5, color=SECOND if few else QUIET,
        )  # fmt: skip
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
    axes.set_ylabel(str(Text("每条互动（对数刻度）；横线：中位数", "reactions per post (log scale); bar: median")))
    hours_axis(axes)
    return figure


def evening_by_account(known: Facts | None = None) -> Figure:
    """Does the evening rule hold? One account a line: the ratio, its interval, and what the data say."""
    facts = known or present_facts()
    title = Text(
        "工作日 18—23 点发的微博，比别的钟点得到更多互动吗？",
        "On workdays, do posts from 18:00 to 23:00 get more than others?",
    )
    return _by_account(title, facts, evening_rule, verdicts=True)


def evening_table(known: Facts | None = None) -> pd.DataFrame:
    """The evening rule in numbers: a row an account, with the verdict."""
    facts = known or present_facts()
    heads = [
        Text("晚间条数", "evening posts"),
        Text("其余条数", "other posts"),
        Text("比值", "ratio"),
        Text("95% 区间", "95% interval"),
        Text("结论", "verdict"),
    ]
    rows = [
        (row.inside, row.outside, f"{row.ratio:.2f}", f"{row.low:.2f}–{row.high:.2f}", str(OUTCOMES[row.outcome]))
        for row in (evening_rule(facts.posts, each.id) for each in facts.company.accounts)
    ]
    table = pd.DataFrame(rows, [each.name for each in facts.company.accounts], [str(head) for head in heads])
    return table.rename_axis(columns=str(Text("账号", "account")))


def weekend_by_account(known: Facts | None = None) -> Figure:
    """Does the weekend rule hold? The same picture without the verdict, which is the reader's to give."""
    facts = known or present_facts()
    title = Text(
        "周末 13—14 点、17—20 点发的微博，比周末别的钟点得到更多互动吗？",
        "At weekends, do posts from 13:00 to 14:00 and 17:00 to 20:00 get more?",
    )
    return _by_account(title, facts, weekend_rule, verdicts=False)


def hours_table(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """One account's hours as a table: posts, all reactions, mean and median per post."""
    facts = known or present_facts()
    table = by_hour(facts.posts, account or facts.main)
    table = table[table["posts"] > 0].round(0).astype(int)
    table.index = pd.Index([str(clock(int(hour))) for hour in table.index])
    heads = {
        "posts": Text("微博条数", "posts"),
        "total": Text("互动合计", "reactions in all"),
        "mean": Text("平均每条", "mean per post"),
        "median": Text("中位数", "median"),
    }
    table = table.map("{:,}".format)
    return table.rename(columns={name: str(text) for name, text in heads.items()}).rename_axis(
        columns=str(Text("钟点", "hour"))
    )


TOO_FEW = Text("不足 20 条，不比较", "fewer than 20 posts: not compared")
_NO_REACTIONS = Text(
    "这里没有“互动按小时到来”的数据。\n多数导出只有微博本身；往下看，用微博也能判断时段。",
    "There are no data on when reactions come in.\n"
    "Most exports hold only the posts; read on, posts alone can tell hours too.",
)


def _named(facts: Facts, account: str | None, title: Text) -> tuple[str, Text]:
    name = account or facts.main
    return name, title.format(name=facts.company.account(name).name)


def _bars(axes: Axes, values: pd.Series, label: Text, colour: str = MAIN) -> None:
    """Draw a bar an hour, the tallest in full colour with its number; an hour nobody can judge has none."""
    heights = values.fillna(0).to_numpy(dtype=float)
    bars = axes.bar(range(24), heights, color=colour, alpha=0.45, width=0.8)
    top = int(heights.argmax())
    if heights[top] > 0:
        bars[top].set_alpha(1)
        axes.annotate(
            f"{heights[top]:,.0f}", (top, heights[top]), (0, 2), textcoords="offset points", ha="center", color=INK
        )
    axes.set_title(str(label), loc="left", fontsize=11, color=QUIET)
    axes.yaxis.set_major_locator(MaxNLocator(3, integer=True))
    hours_axis(axes)


def _by_account(title: Text, facts: Facts, test: Test, *, verdicts: bool) -> Figure:
    if not tells_hours(facts.posts):
        return cannot_show(title, NO_HOURS, facts)
    names = [each.id for each in facts.company.accounts if (facts.posts["account"] == each.id).any()]
    figure, [axes] = chart(title, facts, height=0.55 * len(names) + 1.3)
    _intervals(axes, [test(facts.posts, name) for name in names], facts, verdicts=verdicts)
    return figure


def _intervals(axes: Axes, rows: Sequence[Comparison], facts: Facts, *, verdicts: bool) -> None:
    axes.axvline(1, color=QUIET, linewidth=1)
    for place, row in enumerate(rows):
        known = row.outcome != "cannot_tell" or not verdicts
        if np.isnan(row.ratio):
            axes.annotate(str(TOO_FEW), (1, place), va="center", ha="center", color=QUIET)
        else:
            axes.plot(
                [row.low, row.high], [place, place], color=MAIN if known else FAINT, linewidth=5, solid_capstyle="butt"
            )
            axes.plot(row.ratio, place, "o", color=MAIN if known else QUIET)
        if verdicts:
            axes.annotate(str(OUTCOMES[row.outcome]), (1.01, place), xycoords=("axes fraction", "data"), va="center")
    labels = [
        Text("{name}（{n} 条）", "{name} ({n} posts)").format(
            name=facts.company.account(row.account).name, n=row.inside
        )
        for row in rows
    ]
    axes.set_yticks(range(len(rows)), [str(each) for each in labels])
    axes.set_xscale("log")
    ticks = [0.5, 0.7, 1, 1.4, 2, 3]
    axes.set_xticks(ticks, [f"{tick:g}×" for tick in ticks])
    axes.minorticks_off()
    axes.set_xlabel(str(Text("← 更少　　　更多 →", "← less      more →")))
    axes.invert_yaxis()
    axes.tick_params(length=0)
