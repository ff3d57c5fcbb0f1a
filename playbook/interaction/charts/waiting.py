"""How long readers wait: all of them and the answered alone, by part of the day, by kind."""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, caption, chart
from playbook.interaction import dates
from playbook.interaction.analysis.survival import Curve, curve
from playbook.interaction.analysis.waiting import PARTS, waiting_by, waits
from playbook.interaction.analysis.waiting import waiting as waiting_of
from playbook.interaction.kinds import message_said
from playbook.interaction.missing import THERE, lasted, no_inbox
from playbook.language import Text

SHORTEST, LONGEST = 10.0, 2880.0  # minutes that the axis shows
TICKS = (10, 60, 120, 360, 1440)
IN_TIME, HALF = 120.0, 0.5
SAID = {
    "all": Text("全部：一半等到 {median}", "all: half answered within {median}"),
    "answered": Text("只看回了的：{median}", "answered alone: {median}"),
    "in_time": Text("2 小时内回了 {share:.0%}", "{share:.0%} answered within 2 hours"),
}
ALL = Text(
    "已经得到回复的占多少；阴影是 95% 区间；还在等的也算在内",
    "share answered by then; shading: 95% interval; those still waiting are counted",
)
MEDIANS = Text(
    "一半的人等到的时间和 95% 区间\n括号里：来了几条，还有几条在等",
    "time by which half were answered, and its 95% interval\nin brackets: how many came, how many still wait",
)
COUNTED = Text("{median}（{came}，{left}）", "{median} ({came}, {left})")


@of_company(Text("读者要等多久，才等到回复？", "How long do readers wait for an answer?"), no_inbox)
def waiting(facts: Facts, title: Text) -> Figure:
    """How long do readers wait? Share answered by time: all of them, and, dashed, the answered alone."""
    table, told = waits(facts), waiting_of(facts)
    assert table is not None and told is not None  # noqa: S101, PT018 - `no_inbox` has seen to it
    known = table[table["answered"]]["minutes"].to_numpy(dtype=float)
    figure, [axes] = chart(title, facts, height=3.4)
    if len(known):
        alone = curve(known, np.ones(len(known), dtype=bool))
        axes.step(alone.times, 1 - alone.share, where="post", color=SECOND, linestyle="--", linewidth=1.6)
        _median(axes, alone, SAID["answered"], "right")
    axes.fill_between(told.times, 1 - told.high, 1 - told.low, step="post", color=FAINT, alpha=0.7)
    axes.step(told.times, 1 - told.share, where="post", color=MAIN, linewidth=2.2)
    _median(axes, told, SAID["all"], "left")
    share = told.ended_by(IN_TIME).value
    if not math.isnan(share):
        said = str(SAID["in_time"].format(share=share))
        axes.annotate(said, (IN_TIME, 0.02), (5, 0), textcoords="offset points", color=INK)
    axes.axvline(IN_TIME, color=QUIET, linewidth=1, linestyle=":")
    axes.axhline(HALF, color=QUIET, linewidth=1)
    _time_axis(axes)
    axes.set_ylim(0, 1)
    axes.set_yticks([0, HALF, 1], ["0%", "50%", "100%"])
    subtitle(axes, ALL)
    return caption(figure, dates.of_inbox(facts))


@of_company(Text("什么时候来的，等得最久？", "Whose wait is longest, by time of day?"), no_inbox)
def waiting_by_part(facts: Facts, title: Text) -> Figure:
    """Who waits longest? Median waits by part of day, then by whether somebody was on duty."""
    rows = [(str(PARTS[name]), each) for name, each in waiting_by(facts, "part").items()]  # type: ignore[index] # a part
    there = waiting_by(facts, "there")
    rows += [(str(said), there[key]) for key, said in THERE.items() if key in there]
    return _medians(facts, title, rows)


@of_company(Text("哪一类等得最久？", "Which kind of message waits longest?"), no_inbox)
def waiting_by_kind(facts: Facts, title: Text) -> Figure:
    """Which kind waits longest? Median waits by kind of message, the most frequent on top."""
    rows = [(str(message_said(str(key))), each) for key, each in waiting_by(facts, "kind").items()]
    return _medians(facts, title, rows)


def _medians(facts: Facts, title: Text, rows: list[tuple[str, Curve]]) -> Figure:
    figure, [axes] = chart(title, facts, height=0.46 * len(rows) + 1.5)
    for row, (_, each) in enumerate(rows):
        median = each.median
        low, high = (min(end, LONGEST) for end in (median.low, median.high))
        axes.plot([low, high], [row, row], color=FAINT, linewidth=6, solid_capstyle="butt")
        if math.isfinite(median.value):
            axes.plot(median.value, row, "o", color=MAIN, markersize=8, mec="white")
        said = COUNTED.format(median=lasted(median.value), came=each.count, left=each.lasting)
        axes.annotate(str(said), (1.02, row), xycoords=("axes fraction", "data"), va="center", color=INK)
    rows_axis(axes, [label for label, _ in rows])
    axes.axvline(IN_TIME, color=QUIET, linewidth=1, linestyle=":")
    _time_axis(axes)
    subtitle(axes, MEDIANS)
    return caption(figure, dates.of_inbox(facts))


def _median(axes: Axes, told: Curve, said: Text, side: Literal["left", "right"]) -> None:
    """Mark where a curve crosses the half, and say when: at its right, below the line, or at its left, above it."""
    colour, off = (MAIN, (6, -16)) if side == "left" else (SECOND, (-6, 8))
    at = told.median.value
    words = str(said.format(median=lasted(at)))
    if math.isinf(at):
        axes.annotate(words, (LONGEST, HALF), off, textcoords="offset points", ha="right", color=colour)
        return
    axes.plot(at, HALF, "o", color=colour, markersize=7, mec="white")
    axes.annotate(words, (at, HALF), off, textcoords="offset points", ha=side, color=colour)


def _time_axis(axes: Axes) -> None:
    axes.set_xscale("log")
    axes.set_xlim(SHORTEST, LONGEST)
    axes.set_xticks(TICKS, [str(_clock(minutes)) for minutes in TICKS])
    axes.get_xticklabels()[0].set_horizontalalignment("left")  # clear of the 0% beside it
    axes.minorticks_off()
    axes.tick_params(length=0)


def _clock(minutes: int) -> Text:
    """Label a moment of the axis."""
    hour, day = 60, 1440
    if minutes < hour:
        return Text(f"{minutes} 分", f"{minutes} min")
    if minutes < day:
        return Text(f"{minutes // hour} 小时", f"{minutes // hour} h")
    return Text(f"{minutes // day} 天", f"{minutes // day} d")
