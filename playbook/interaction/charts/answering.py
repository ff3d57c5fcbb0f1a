"""What an answer in time does: the plain comparison beside the one within mild and within severe complaints."""

from __future__ import annotations

import math

from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.claims import OUTCOMES
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, caption, chart
from playbook.interaction import dates
from playbook.interaction.analysis.answering import SEVERITIES, Helped, helped, helped_within, in_time_by_severity
from playbook.interaction.missing import NO_COMPLAINTS, TOGETHER_SAID, WITHIN_SAID, no_inbox
from playbook.interaction.tables.shown import signed
from playbook.language import Text

SAID = Text("{points}，{outcome}", "{points}, {outcome}")
POINTS = Text(
    "2 小时内回的，下一条转好的比例高多少个百分点，95% 区间\n"
    "轻的有 {mild:.0%} 回得及时，重的 {severe:.0%}：混在一起，轻重的差别也算了进去",
    "more friendly next comments, in percentage points, 95% interval\n"
    "in time: {mild:.0%} of the mild, {severe:.0%} of the severe; mixed, that counts too",
)
PLAIN = Text(
    "2 小时内回的，下一条转好的比例高多少个百分点，95% 区间",
    "more friendly next comments, in percentage points, 95% interval",
)


def _nothing_to_compare(facts: Facts) -> Text | None:
    missing = no_inbox(facts)
    if missing is not None:
        return missing
    return NO_COMPLAINTS if math.isnan(helped(facts).difference) else None


@of_company(
    Text("2 小时内回复，读者会转好吗？", "Does an answer within two hours win readers over?"), _nothing_to_compare
)
def answered_in_time(facts: Facts, title: Text) -> Figure:
    """Does an answer in time help? The plain difference, that within mild and severe, and the two put together."""
    rows = [(TOGETHER_SAID, helped(facts), SECOND)]
    rows += [(said, helped(facts, severity), QUIET) for severity, said in SEVERITIES.items()]
    rows += [(WITHIN_SAID, helped_within(facts), MAIN)]
    told = [row for row in rows if not math.isnan(row[1].difference)]
    figure, [axes] = chart(title, facts, height=0.55 * len(told) + 1.9)
    axes.axvline(0, color=QUIET, linewidth=1)
    for place, (_, each, colour) in enumerate(told):
        axes.plot([each.low, each.high], [place, place], color=FAINT, linewidth=6, solid_capstyle="butt")
        axes.plot(each.difference, place, "D" if colour == SECOND else "o", color=colour, markersize=8, mec="white")
        words = str(SAID.format(points=signed(each.difference), outcome=OUTCOMES[each.outcome]))
        axes.annotate(words, (1.02, place), xycoords=("axes fraction", "data"), va="center", color=INK)
    rows_axis(axes, [str(_label(said, each)) for said, each, _ in told])
    axes.set_xlim(-0.3, 0.9)
    ticks = (-0.2, 0, 0.2, 0.4, 0.6, 0.8)
    axes.set_xticks(ticks, [signed(tick) if tick else "0" for tick in ticks])
    share = in_time_by_severity(facts)
    subtitle(axes, POINTS.format(**share) if len(share) == len(SEVERITIES) else PLAIN)
    return caption(figure, dates.of_inbox(facts))


def _label(said: Text, each: Helped) -> Text:
    """Name a comparison, with how many were answered early and late."""
    return said + Text("\n早 {soon} 条，晚 {late} 条", "\n{soon} early, {late} late").format(
        soon=each.soon, late=each.late
    )
