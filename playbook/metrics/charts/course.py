"""The course of a measure by the week: inside its range or not, mean and median, a counter at its limit, a gap."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import NO_COUNTS, NO_POSTS, subtitle
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show
from playbook.language import Text
from playbook.metrics.analysis.baseline import knows_season, ranges, too_few
from playbook.metrics.analysis.series import series
from playbook.metrics.charts.frame import NO_WEEKS, NOT_MEASURED, framed, from_zero, named, weeks_axis
from playbook.posts import counted, originals

OF_BASELINE = Text("{name}的{measure}，最近这几周算不算反常？", "{name}, {measure}: out of the ordinary lately?")
OF_MEAN = Text("{name}一周的平均数，是谁拉高的？", "{name}: what pulls the mean of a week up?")
OF_CAP = Text("{name}的阅读数，到了上限的几周有多少？", "{name}: how many reads in the weeks at the limit?")
OF_GAP = Text("{name}的{measure}，没有数的几周算几？", "{name}, {measure}: what do weeks without numbers count for?")
RANGE = Text(
    "带子：只凭之前的走势和季节，这几周该在的范围（95%）\n{out} 周出了范围",
    "band: where these weeks should lie, by trend and season before them alone (95%)\nout of their range: {out}",
)
RANGE_SHORT = Text(
    "带子：只凭之前的走势，这几周该在的范围（95%）；季节分不出来\n{out} 周出了范围",
    "band: where these weeks should lie, by the trend before them (95%)\nno season yet; out of range: {out}",
)
MEANS = Text("细线：平均每条；粗线：通常一条（中位数）", "thin: mean of a post; thick: a typical post (median)")
LARGEST = Text("这一周有一条得了 {largest:,}", "one post of this week got {largest:,}")
CAPPED = Text(
    "空心：后台到 {limit:,.0f} 就不再数，真数在线上或更高（{capped} 周）",
    "hollow: the counter stops at {limit:,.0f}; the true number lies there or above ({capped} weeks)",
)
NEVER_CAPPED = Text("没有一周到上限", "no week is at a limit")
MISSED = Text("灰底：{missing} 周没有人记，不是零", "grey: {missing} weeks that nobody wrote down; they are not zero")


def baseline(known: Facts | None = None, account: str | None = None, measure: str = "typical_reactions") -> Figure:
    """Are the latest weeks of a measure out of the ordinary, by the weeks before them?"""
    facts = known or present_facts()
    name, values, title = _asked(facts, account, measure, OF_BASELINE)
    if values is None:
        return cannot_show(title, _lacking(facts, name, measure), facts)
    few = too_few(values)
    if few is not None:
        return cannot_show(title, few, facts)
    table, shown = ranges(values, measure), values.iloc[-104:]
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(shown.index), 3.8)
    axes.plot(shown.index, shown, color=QUIET, linewidth=1)
    axes.fill_between(table.index, table["low"].astype(float), table["high"].astype(float), color=MAIN, alpha=0.25)
    axes.plot(table.index, table["actual"], color=INK, linewidth=2)
    out = table[table["verdict"].isin(["above", "below"])]
    axes.plot(out.index, out["actual"], "o", color=SECOND, markersize=8, mec="white")
    weeks_axis(axes)
    from_zero(axes, measure, float(max(shown.max(), table["high"].max())))
    subtitle(axes, (RANGE if knows_season(values) else RANGE_SHORT).format(out=len(out)))
    return figure


def mean_and_median(known: Facts | None = None, account: str | None = None) -> Figure:
    """What pulls the mean of a week up: by week, mean and median of what a post got."""
    facts = known or present_facts()
    name, values, title = _asked(facts, account, "typical_reactions", OF_MEAN)
    if values is None:
        return cannot_show(title, _lacking(facts, name, "typical_reactions"), facts)
    own = counted(facts.posts, name)
    grouped = own.groupby(own["posted_on"] - pd.to_timedelta(own["posted_on"].dt.day_of_week, unit="D"))["reactions"]
    table = grouped.agg(["mean", "median", "max"]).reindex(values.index)
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(table.index), 3.6)
    axes.plot(table.index, table["mean"], color=SECOND, linewidth=1.2)
    axes.plot(table.index, table["median"], color=MAIN, linewidth=2.6)
    peak = pd.Timestamp(str(table["mean"].idxmax()))
    axes.annotate(
        str(LARGEST.format(largest=int(table["max"][peak]))), (peak, table["mean"][peak]), (-8, -4),
        textcoords="offset points", ha="right", va="top", color=INK,
    )  # fmt: skip
    weeks_axis(axes)
    from_zero(axes, "typical_reactions", float(table["mean"].max()))
    subtitle(axes, MEANS)
    return figure


def at_the_limit(known: Facts | None = None, account: str | None = None) -> Figure:
    """How many reads were there in the weeks whose counter stood at its limit?"""
    facts = known or present_facts()
    name, _, title = _asked(facts, account, "reads", OF_CAP)
    if facts.weekly is None:
        return cannot_show(title, NO_WEEKS, facts)
    own = facts.weekly[facts.weekly["account"] == name].set_index("week")[["reads", "reads_capped"]].dropna()
    if own.empty:
        return cannot_show(title, NOT_MEASURED.format(name=named("reads")), facts)
    reads, capped = own["reads"].astype(float), own["reads_capped"].astype(bool)
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(own.index))
    axes.vlines(own.index[capped], reads[capped], reads[capped] * 1.1, color=SECOND, linestyles="dotted")
    axes.plot(own.index, reads, color=FAINT, linewidth=1)
    axes.plot(own.index[~capped], reads[~capped], "o", color=MAIN, markersize=4)
    axes.plot(own.index[capped], reads[capped], "o", color="white", mec=SECOND, markersize=7)
    weeks_axis(axes)
    from_zero(axes, "reads", float(reads.max()))
    told = CAPPED.format(limit=reads[capped].max(), capped=int(capped.sum())) if capped.any() else NEVER_CAPPED
    subtitle(axes, told)
    return figure


def with_gap(known: Facts | None = None, account: str | None = None, measure: str = "orders") -> Figure:
    """What do weeks without numbers count for? They are left out, never zero."""
    facts = known or present_facts()
    name, values, title = _asked(facts, account, measure, OF_GAP)
    if values is None:
        return cannot_show(title, _lacking(facts, name, measure), facts)
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(values.index))
    missing = values.index[values.isna()]
    for week in missing:
        axes.axvspan(week - pd.Timedelta(days=3.5), week + pd.Timedelta(days=3.5), color=FAINT, alpha=0.6, lw=0)
    axes.plot(values.index, values, color=MAIN, linewidth=1.6)
    weeks_axis(axes)
    from_zero(axes, measure, float(values.max()))
    subtitle(axes, MISSED.format(missing=len(missing)))
    return figure


def _asked(facts: Facts, account: str | None, measure: str, title: Text) -> tuple[str, pd.Series | None, Text]:
    """Return the account, its measure by week, and the question about it."""
    name = account or facts.main
    said = title.format(name=facts.company.account(name).name, measure=named(measure))
    return name, series(facts, name, measure), said


def _lacking(facts: Facts, account: str, measure: str) -> Text:
    """Say why there is no such measure."""
    if originals(facts.posts[facts.posts["account"] == account]).empty:
        return NO_POSTS
    if measure in {"typical_reactions", "reactions", "per_post", "reposts", "comments"}:
        return NO_COUNTS
    return NO_WEEKS if facts.weekly is None else NOT_MEASURED.format(name=named(measure))
