"""Whom to follow: which kinds answer, bring signals and take time; and when five a day are too many to read."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, WARN, caption, chart
from playbook.interaction import dates
from playbook.interaction.analysis.candidates import by_kind, minutes_each, weeks_until_full
from playbook.interaction.analysis.candidates import growth as growth_of
from playbook.interaction.kinds import followed_said
from playbook.interaction.missing import no_candidates
from playbook.language import Text

PER_DAY, HOURS_ON_HAND, WEEKS = 5, 3.0, 12
PANELS = (
    ("answers", Text("评论它，\n答了几成", "our comments\nthat it answered"), MAIN, "{:.0%}"),
    ("worth", Text("读 1 小时，得几条\n有用的消息", "signals for an\nhour of reading"), SECOND, "{:.1f}"),
    ("minutes", Text("都读一遍，\n一周几分钟", "minutes a week\nto read them all"), WARN, "{:.1f}"),
)
ON_HAND = Text("手上有\n{hours:g} 小时", "{hours:g} hours\non hand")
FULL = Text("第 {week} 周起读不完", "too many from week {week} on")
TAKES = Text(
    "每周要读几小时：一天关注 {n} 个，一周五天，不清理\n每个一周约 {each:.1f} 分钟",
    "hours of reading a week: {n} a day, five days a week, none dropped\nabout {each:.1f} minutes a week for each",
)


@of_company(Text("哪一类账号值得关注？", "Which kinds of account are worth following?"), no_candidates)
def kinds(facts: Facts, title: Text) -> Figure:
    """Which kinds are worth following? What they answer, what they bring for an hour of reading, what they take."""
    found = by_kind(facts)
    assert found is not None  # noqa: S101 - `no_candidates` has seen to it
    table = found.sort_values("worth", ascending=False, kind="stable")
    figure, [whole] = chart(title, facts, height=0.36 * len(table) + 1.5)
    whole.remove()
    every = list(figure.subplots(1, len(PANELS), sharey=True))
    for axes, (name, said, colour, form) in zip(every, PANELS, strict=True):
        _bars(axes, table, name, colour, form)
        subtitle(axes, said)
    rows_axis(every[0], [str(followed_said(str(kind))) for kind in table.index])
    return caption(figure, dates.of_candidates(facts))


@of_company(
    Text("一天关注 5 个，几周以后读不完？", "Five a day: after how many weeks are they too many to read?"),
    no_candidates,
)
def growth(facts: Facts, title: Text) -> Figure:
    """When is the list too long? Hours of reading a week, week by week, against the hours on hand."""
    each = minutes_each(facts)
    hours = growth_of(each, PER_DAY, range(WEEKS + 1))["minutes"] / 60
    figure, [axes] = chart(title, facts, height=3.2)
    over = hours.to_numpy(dtype=float) > HOURS_ON_HAND
    drawn = axes.bar(hours.index, hours, color=np.where(over, SECOND, MAIN), width=0.7)
    for bar, late in zip(drawn, over, strict=True):
        bar.set_hatch("//" if late else "")
        bar.set_edgecolor("white")
    axes.bar_label(drawn, [f"{value:.0f}" if value else "" for value in hours], fontsize=9, color=INK, padding=2)
    axes.axhline(HOURS_ON_HAND, color=QUIET, linewidth=1)
    said = str(ON_HAND.format(hours=HOURS_ON_HAND))
    axes.annotate(said, (1.01, HOURS_ON_HAND), xycoords=("axes fraction", "data"), va="center", color=QUIET)
    full = weeks_until_full(each, HOURS_ON_HAND * 60, PER_DAY)
    if math.isfinite(full) and full < WEEKS:
        axes.annotate(str(FULL.format(week=math.floor(full) + 1)), (0.02, 0.9), xycoords="axes fraction", color=SECOND)
    axes.set_xticks(hours.index, [str(Text("{n} 周", "{n} wk").format(n=week)) for week in hours.index], fontsize=9)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.tick_params(length=0)
    subtitle(axes, TAKES.format(n=PER_DAY, each=each))
    return caption(figure, dates.of_candidates(facts))


def _bars(axes: Axes, table: pd.DataFrame, name: str, colour: str, form: str) -> None:
    """Draw a bar a kind with its number, and its interval where there is one."""
    values = table[name].to_numpy(dtype=float)
    axes.barh(range(len(values)), np.nan_to_num(values), color=colour, alpha=0.75, height=0.55)
    ends = values
    if f"{name}_high" in table:
        low, ends = (table[f"{name}_{end}"].to_numpy(dtype=float) for end in ("low", "high"))
        for row, (left, right) in enumerate(zip(low, ends, strict=True)):
            axes.plot([left, right], [row, row], color=FAINT if colour == INK else INK, linewidth=1)
    for row, (value, end) in enumerate(zip(values, ends, strict=True)):
        said = "—" if math.isnan(value) else form.format(value)
        axes.annotate(said, (np.nan_to_num(end), row), (4, 0), textcoords="offset points", va="center", color=INK)
    axes.set_xlim(0, float(np.nanmax(ends)) * 1.35 or 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)
