"""How drafts wait, which slots are missed and why, what a second reader is worth, what a deputy would change."""

from __future__ import annotations

import math

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.bars import bars
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, caption, chart
from playbook.governance.analysis.slipped import RISKY, slips
from playbook.governance.analysis.variations import SAID
from playbook.governance.analysis.variations import deputies as replayed
from playbook.governance.analysis.waiting import missed, slots_met, waited
from playbook.governance.analysis.waiting import waits as waits_of
from playbook.governance.missing import log_of, no_log
from playbook.governance.words import KINDS
from playbook.language import Text
from playbook.week import DAYS

LONGEST, STEP = 96, 4  # hours on the axis, hours in a bar
DARK = 65  # per cent, from which a cell is dark
FEW = 8  # slots, under which no share is printed
REASONS: dict[str, Text] = {
    "nobody": Text("到档期为止，一个小时都没有人审", "not an hour of anybody approving"),
    "queue": Text("有人审，前面排着别的", "somebody there, others first"),
    "sent_back": Text("退回改过", "sent back"),
}
WAITED = Text(
    "一条柱子 {step} 小时；{open} 篇始终没有批，不在柱子里，两条虚线算上了它们",
    "each bar is {step} hours; {open} never decided are in no bar, but both dashed lines count them",
)
PERCENT = Text(
    "错过的占百分之几；不到 {few} 条的格子不写", "share of slots missed, in per cent; blank under {few} slots"
)
CAUGHT = Text(
    "发出去以后查出错的占几成；空心：没有第二个人看，实心：有（抽签决定）\n右边：少了几个百分点，95% 区间",
    "posts with a slip found later; hollow: no second reader, solid: with one (by lot)\n"
    "right: points fewer, with the 95% interval",
)
REPLAYED = Text(
    "同一份记录重放一遍：{slots:,} 个档期赶上百分之几", "the same log replayed: per cent of {slots:,} slots met"
)


def _framed(title: Text, facts: Facts, height: float) -> tuple[Figure, Axes]:
    figure, [axes] = chart(title, facts, height=height)
    on = log_of(facts)["written_at"]
    caption(figure, facts.dated(on.min(), on.max()))
    return figure, axes


@of_company(Text("写好的稿子，要等多久才批？", "How long does a draft wait for approval?"), no_log)
def waits(facts: Facts, title: Text) -> Figure:
    """How long do drafts wait: the middle one, and nine in ten?"""
    figure, axes = _framed(title, facts, 3.6)
    hours, decided = waited(log_of(facts))
    found = waits_of(log_of(facts))
    edges = list(range(0, LONGEST + STEP, STEP))
    axes.hist(np.minimum(hours[decided], LONGEST - 1), edges, color=MAIN, alpha=0.75, rwidth=0.9)
    top = axes.get_ylim()[1]
    for at, height, said in (
        (found.median, 0.95, Text("估计一半在 {h:.1f} 小时内", "an estimated half within {h:.1f} hours")),
        (found.ninety, 0.6, Text("估计十篇里九篇在 {h:.0f} 小时内", "an estimated nine in ten within {h:.0f} hours")),
    ):
        if not math.isnan(at):
            right = at > LONGEST / 2
            axes.axvline(min(at, LONGEST), color=SECOND, linewidth=1.5, linestyle="dashed")
            axes.text(min(at, LONGEST) + (-1 if right else 1), top * height, str(said.format(h=at)),
                      ha="right" if right else "left", color=INK)  # fmt: skip
    ticks = range(0, LONGEST + 1, 24)
    last = Text("{h} 以上", "{h} or more").format(h=LONGEST)
    axes.set_xticks(ticks, [str(last) if each == LONGEST else str(each) for each in ticks])
    axes.set_xlabel(str(Text("等了几小时", "hours waited")))
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    subtitle(axes, WAITED.format(step=STEP, open=found.open))
    return figure


@of_company(Text("哪些档期老是错过？", "Which slots are missed again and again?"), no_log)
def slots_missed(facts: Facts, title: Text) -> Figure:
    """At which weekday and hour are slots missed?"""
    figure, axes = _framed(title, facts, 3.9)
    table = slots_met(log_of(facts))
    hours = range(int(table["hour"].min()), int(table["hour"].max()) + 1)
    share = np.full((7, len(hours)), np.nan)
    for weekday, hour, slots, met in table.itertuples(index=False):
        if slots >= FEW:
            share[weekday - 1, hour - hours[0]] = 100 * (1 - met / slots)
    axes.imshow(np.ma.masked_invalid(share), cmap="Oranges", vmin=0, vmax=100, aspect="auto")
    for (row, column), value in np.ndenumerate(share):
        if not np.isnan(value):
            colour = "white" if value > DARK else INK
            axes.text(column, row, f"{value:.0f}", ha="center", va="center", fontsize=9.5, color=colour)
    rows_axis(axes, [str(day) for day in DAYS])
    axes.set_xticks(range(len(hours)), [str(Text("{h} 点", "{h}").format(h=hour)) for hour in hours], fontsize=9.5)
    axes.spines[["left", "bottom"]].set_visible(False)
    subtitle(axes, PERCENT.format(few=FEW))
    return figure


@of_company(Text("档期是怎么错过的？", "How were the slots missed?"), no_log)
def why_missed(facts: Facts, title: Text) -> Figure:
    """For how many missed slots was nobody there, how many had a queue before them, how many were sent back?"""
    found = missed(log_of(facts))["why"].value_counts()
    figure, axes = _framed(title, facts, 2.4)
    bars(axes, [(str(said), float(found.get(why, 0))) for why, said in REASONS.items()], sides=False)
    subtitle(axes, Text("错过的档期，个", "slots missed"))
    return figure


@of_company(Text("第二个人看一遍，少出多少错？", "How many slips does a second reader save?"), no_log)
def second_reader(facts: Facts, title: Text) -> Figure:
    """In which kinds of draft does a second reader find anything?"""
    figure, axes = _framed(title, facts, 3.8)
    kinds = [kind for kind in KINDS if kind == "plain" or kind in RISKY]
    found = slips(log_of(facts), "kind")
    highest = max(100 * found[kind].without.share for kind in kinds)
    for row, kind in enumerate(kinds):
        it = found[kind]
        one, other = 100 * it.without.share, 100 * it.with_it.share
        axes.plot([one, other], [row, row], color=FAINT, linewidth=5, solid_capstyle="butt", zorder=1)
        axes.plot(one, row, "o", mfc="white", mec=QUIET, markersize=9)
        axes.plot(other, row, "o", color=MAIN, markersize=9)
        said = Text("少 {less:.0f}（{low:.0f} 到 {high:.0f}）", "{less:.0f} fewer ({low:.0f} to {high:.0f})")
        told = said.format(less=100 * it.less, low=100 * it.low, high=100 * it.high) if math.isfinite(it.low) else ""
        axes.annotate(str(told).replace("-", "−"), (1.01, row), xycoords=("axes fraction", "data"), va="center")
    rows_axis(axes, [str(KINDS[kind]) for kind in kinds])
    axes.set_xticks(range(0, 101, 5))
    axes.set_xlim(-1, max(5.0, highest) + 1)
    axes.xaxis.set_major_formatter(lambda each, _: f"{each:.0f}%")
    subtitle(axes, CAUGHT)
    return figure


@of_company(Text("多一个人代批，能多赶上几个档期？", "How many more slots would a deputy meet?"), no_log)
def deputies(facts: Facts, title: Text) -> Figure:
    """What would have been met with somebody who approves in the evening, at weekends, within an hour?"""
    found = replayed(log_of(facts))
    figure, axes = _framed(title, facts, 3.6)
    bars(axes, [(str(SAID[name]), 100 * each.share) for name, each in found.items()], sides=False)
    subtitle(axes, REPLAYED.format(slots=found["today"].slots))
    return figure
