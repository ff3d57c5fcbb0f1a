"""What stands beside a measure: its peers, the measures that may lead it, and the parts of a share."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import of_company
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, cannot_show
from playbook.language import Text, same
from playbook.metrics.analysis.averages import Part, Rates, in_time
from playbook.metrics.analysis.done import NOT_NOTED, done, launched
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.leads import leads
from playbook.metrics.analysis.peers import JUDGED, NO_PEERS, STEP, against, leads_and_lags, own_trends
from playbook.metrics.charts.frame import NO_WEEKS, Dot, dots, framed, named, signed, since_axis

PARTS: dict[Part, Text] = {
    "day": Text("白天（9—18 点）", "by day (9:00–18:00)"),
    "evening": Text("晚上（18—9 点）", "evening (18:00–9:00)"),
}
ALL = Text("合在一起", "all together")
TRENDS = Text(
    "上市以前一年，和大家（中位数）的差距变了多少，95% 区间\n空心：走势和大家不一样，{apart} 家，不拿来比",
    "change of the gap to the median of all in a year before the launch; 95% interval\n"
    "hollow: a trend of its own; {apart} peers are not compared with",
)
GAPS = Text(
    "每条互动比同行多几成，每 {step} 周和上市以前的平均差距比；竖条：95% 区间\n虚线右边是上市以后：{said}",
    "reactions to a post above the peers, by {step} weeks, against the gap before the launch; bars: 95%\n"
    "right of the dashed line: after it; {said}",
)
FOUND = Text(
    "横轴 {first} 到 {last} 合起来 {value}（{low} 到 {high}）",
    "{first} to {last} on the axis together {value} ({low} to {high})",
)
LEADS = Text(
    "上一周多 10%，这一周的订单多百分之几（扣除走势、季节）；横条：95% 区间\n名称后：两条线看着有多像（相关系数）",
    "orders if it was 10% higher the week before, trend and season out; bar: 95%\n"
    "beside the name: how alike the two curves look (correlation)",
)
ALIKE = same("{name}  {naive}")
IN_TIME = Text(
    "两小时以内答了的占几成，值班办法改前、改后各 {weeks} 周",
    "answered within two hours, {weeks} weeks before and after the duty rule",
)


def _no_peers(facts: Facts) -> Text | None:
    if facts.peers is None or facts.weekly is None:
        return NO_PEERS
    return NOT_NOTED if done(facts, "launch") is None else None


@of_company(Text("哪几家同行，本来就和大家不一样？", "Which peers were already on a path of their own?"), _no_peers)
def trends_of_peers(facts: Facts, title: Text) -> Figure:
    """Which peers had a trend of their own before the launch, so that they are no measure for ours?"""
    it = done(facts, "launch")
    if it is None or facts.peers is None:
        return cannot_show(title, NO_PEERS, facts)
    table = own_trends(facts.peers, it.day).sort_values("value", ascending=False)
    rows = [
        Dot(str(peer), Estimate(value, low, high).percent, signed(100 * math.expm1(value)), solid=not apart)
        for peer, (value, low, high, apart) in zip(table.index, table.itertuples(index=False), strict=True)
    ]
    weeks = pd.DatetimeIndex(facts.peers["week"].drop_duplicates())
    figure, [axes] = framed(title, facts, weeks, 0.25 * len(rows) + 1.6)
    dots(axes, rows)
    subtitle(axes, TRENDS.format(apart=int(table["apart"].sum())))
    return figure


@of_company(Text("上市以后，我们比同行多走了多少？", "How far ahead of our peers did the launch take us?"), _no_peers)
def gap_to_peers(facts: Facts, title: Text) -> Figure:
    """How far above the peers did posts get, before the launch and after it?"""
    it = done(facts, "launch")
    found = NO_PEERS if it is None else against(facts, it.account, it.day)
    if it is None or isinstance(found, Text):
        return cannot_show(title, found if isinstance(found, Text) else NO_PEERS, facts)
    table = leads_and_lags(facts, it.account, it.day, found.kept)
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(found.gap.index), 3.8)
    at = np.array([float(first) + STEP / 2 for first in table.index])
    low, value, high = (100 * np.expm1(table[name].to_numpy(dtype=float)) for name in ("low", "value", "high"))
    colours = [QUIET if each < 0 else MAIN for each in at]
    axes.vlines(at, low, high, color=FAINT, linewidth=8)
    axes.scatter(at, value, color=colours, zorder=3, s=50)
    axes.axhline(0, color=QUIET, linewidth=1)
    axes.axvline(0, color=SECOND, linewidth=1.2, linestyle="dashed")
    axes.yaxis.set_major_formatter(lambda each, _: signed(each))
    axes.set_ylim(-100, max(200.0, float(np.nanmax(value)) * 1.3, min(500.0, float(np.nanmax(high)) * 1.05)))
    since_axis(axes, Text("距上市几周", "weeks since the launch"), int(at.max()))
    difference = found.difference.percent
    said = FOUND.format(
        first=JUDGED[0], last=JUDGED[1], **{key: signed(getattr(difference, key)) for key in ("value", "low", "high")}
    )
    subtitle(axes, GAPS.format(step=STEP, said=said))
    return figure


def what_leads(known: Facts | None = None, account: str | None = None) -> Figure:
    """Which measure moves a week before orders do, and which only looks like them?"""
    facts = known or present_facts()
    name = account or facts.main
    title = Text("{name}的订单，什么数先动？", "{name}: what leads orders?").format(
        name=facts.company.account(name).name
    )
    found = leads(facts, name, without=launched(facts) if name == "flagship" else ())
    if not found or facts.weekly is None:
        return cannot_show(title, NO_WEEKS, facts)
    rows = []
    for measure, lead in found.items():
        ahead = lead.moves[1]
        tenth = Estimate(*(100 * math.expm1(math.log(1.1) * end) for end in ahead))
        label = ALIKE.format(name=named(measure), naive=f"{lead.naive:.2f}" if math.isfinite(lead.naive) else "—")
        said = f"{tenth.value:+.1f}%".replace("-", "−") if tenth.known else "—"
        rows.append(Dot(str(label), tenth, said, solid=lead.ahead is not None))
    weeks = pd.DatetimeIndex(facts.weekly["week"].drop_duplicates())
    figure, [axes] = framed(title, facts, weeks, 0.45 * len(rows) + 1.6)
    dots(axes, rows)
    subtitle(axes, LEADS)
    return figure


def _no_desk(facts: Facts) -> Text | None:
    it = done(facts, "duty")
    return NOT_NOTED if it is None or in_time(facts, it.day) is None else None


@of_company(
    Text("值班办法改了以后，答得快的多了还是少了？", "With the new duty rule, are more answered in time, or fewer?"),
    _no_desk,
)
def parts_and_whole(facts: Facts, title: Text) -> Figure:
    """Are more answered in time since the duty rule, by part of the day and in all?"""
    it = done(facts, "duty")
    found = None if it is None else in_time(facts, it.day)
    if it is None or found is None or facts.replies is None:
        return cannot_show(title, NOT_NOTED, facts)
    figure, [axes] = framed(title, facts, pd.DatetimeIndex(facts.replies["week"].drop_duplicates()), 3.6)
    lines: list[tuple[Text, Rates, str, float]] = [(PARTS[part], each, MAIN, 1.8) for part, each in found.parts.items()]
    for name, each, colour, width in [*lines, (ALL, found.whole, SECOND, 3.0)]:
        axes.plot([0, 1], [each.before, each.after], "o-", color=colour, linewidth=width)
        for said, at, away, side in (
            (f"{name}  {each.before:.0%}", (0, each.before), -10, "right"),
            (f"{each.after:.0%}", (1, each.after), 10, "left"),
        ):
            axes.annotate(said, at, (away, 0), textcoords="offset points", ha=side, va="center", color=INK)
    axes.set_xlim(-0.8, 1.3)
    axes.set_ylim(0, 0.8)
    axes.set_xticks([0, 1], [str(Text("改前", "before")), str(Text("改后", "after"))])
    axes.set_yticks([])
    axes.tick_params(length=0)
    axes.spines[["left", "bottom"]].set_visible(False)
    subtitle(axes, IN_TIME.format(weeks=25))
    return figure
