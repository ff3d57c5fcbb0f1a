"""Alarms: when one would have rung, and what it costs to be told sooner."""

from __future__ import annotations

import math
import textwrap
from functools import cache

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company
from playbook.crisis.analysis.alarms import Fixed, Kind, Rule, rule, said
from playbook.crisis.analysis.counts import Of
from playbook.crisis.analysis.judged import counts_of, events_of, judge_facts
from playbook.crisis.analysis.tuning import GRIDS, JUDGED_ON, MOST_FALSE, Figures, over
from playbook.crisis.charts.months import daily, dated
from playbook.crisis.missing import NO_EVENTS, no_mentions
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, WARN, cannot_show, caption, chart
from playbook.language import Text, same

RUNG = Text("这个警报哪些时候会响？", "When would this alarm have rung?")
RINGS = Text("▼ 响了 {n} 次：{rule}", "▼ rang {n} times: it {rule}")
LINE = Text("线：每天提及几条（刻度是倍数）", "line: mentions a day (on a scale of multiples)")
WIDE = 84  # letters that fit the width of a chart; the Chinese fits as it is
LINES: tuple[tuple[Kind, Of, Text, str, str, str], ...] = (
    ("fixed", "mentions", Text("固定条数，全部提及", "fixed count, all mentions"), QUIET, "s", ":"),
    ("fixed", "negative", Text("固定条数，只数负面", "fixed count, negative ones"), MAIN, "o", "-"),
    ("same_hour", "negative", Text("比往周几倍，只数负面", "times past weeks, negative ones"), WARN, "^", "-."),
    ("robust", "negative", Text("高出几个偏差，只数负面", "deviations, negative ones"), SECOND, "D", "--"),
)
LOOK = Text(
    "横：一个月白响几次；竖：危机开始后几分钟才响；每一点是规则的一个数",
    "across: rings for nothing a month; up: minutes until it rings; a point: one number of a rule",
)
WHOSE = Text(
    "数据：示例公司的 {n} 个副本，运气各不相同（虚构）",
    "Data: {n} copies of the sample company, each with its own luck (invented)",
)
LIMIT = Text("一个月白响一次", "one ring for nothing a month")


def alarm_rung(known: Facts | None = None, tried: Rule | None = None) -> Figure:
    """When would an alarm have rung? Three months of mentions with each ring of a rule (the plain one if not told)."""
    facts = known or present_facts()
    missing, told = no_mentions(facts), counts_of(facts)
    if missing is not None or told is None:
        return cannot_show(RUNG, missing or Text("", ""), facts)
    alarm = tried or Fixed()
    judged = judge_facts(facts, alarm)
    rings = judged.rung if judged else ()
    figure, [axes] = chart(RUNG, facts, height=3.4)
    caption(figure, dated(facts, told))
    daily(axes, told, events_of(facts), above=True)
    low, high = axes.get_ylim()
    axes.set_ylim(low, high * 2)
    at = pd.DatetimeIndex(rings).tz_localize(None).to_numpy()
    axes.plot(at, [high * 1.4] * len(rings), "v", color=SECOND, markersize=6)
    rang = RINGS.format(n=len(rings), rule=said(alarm))
    subtitle(axes, _folded(rang) + same("\n") + LINE, pad=22)
    return figure


@of_company(
    Text("想早知道，要白响几回？", "To be told sooner: how many rings for nothing does it take?"),
    lambda facts: None if facts.invented else NO_EVENTS,
)
def tradeoff(facts: Facts, title: Text) -> Figure:
    """What does it cost to be told sooner? False alarms a month against minutes to the crisis, a line a rule."""
    figure, [axes] = chart(title, facts, height=3.8)
    for kind, of, label, colour, mark, line in LINES:
        told = [each for each in along(kind, of) if math.isfinite(each.crisis)]
        axes.plot(
            [each.false_a_month.value for each in told], [each.crisis for each in told], line + mark, color=colour,
            markersize=6, mec="white", label=str(label),
        )  # fmt: skip
    axes.axvline(MOST_FALSE, color=FAINT, linewidth=1)
    axes.annotate(str(LIMIT), (MOST_FALSE, 0.97), (5, 0), xycoords=("data", "axes fraction"), va="top",
                  textcoords="offset points", color=INK, fontsize=9)  # fmt: skip
    axes.set_xlim(-0.1, 3)
    axes.set_ylim(0, 140)
    axes.legend(frameon=False, loc="upper right")
    axes.tick_params(length=0)
    caption(figure, WHOSE.format(n=len(JUDGED_ON)))
    subtitle(axes, LOOK)
    return figure


def _folded(said: Text) -> Text:
    """Return a subtitle on as many lines as it needs."""
    return Text(said.zh, textwrap.fill(said.en, WIDE))


@cache
def along(kind: Kind, of: Of) -> tuple[Figures, ...]:
    """Return what a rule does in worlds it was not tuned in, at each of its grid's numbers."""
    [(name, numbers)] = GRIDS[kind].items()
    return tuple(over(rule(kind, of=of, **{name: each})) for each in numbers)
