"""Lists of words side by side: what each finds of what is about us, and how much else."""

from __future__ import annotations

import math
from collections.abc import Sequence

from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import rows_axis
from playbook.crisis.analysis.keywords import judge_list, read_a_day
from playbook.crisis.analysis.lists import LISTS
from playbook.crisis.missing import no_heard
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import FAINT, INK, MAIN, SECOND, cannot_show, caption, chart
from playbook.language import Text

TITLE = Text("哪张词表漏得少，又读得完？", "Which list misses little and can still be read?")
LOOK = Text(
    "● 说我们的，找到几成　◆ 找到的里面，几成是说我们的　（横条：95% 区间）",
    "● found, of ours   ◆ ours, of those found   (bar: 95%)",
)
TO_READ = Text("每天读 {n:,.0f} 条", "{n:,.0f} to read a day")
OF_300 = Text("300 条里读 {n:,.0f} 条", "{n:,.0f} of 300 to read")


def word_lists(known: Facts | None = None, names: Sequence[str] = tuple(LISTS)) -> Figure:
    """Which list misses little and can be read? Recall and precision of each, and what it brings to read in a day.

    `names` are those of LISTS.
    """
    facts = known or present_facts()
    missing = no_heard(facts)
    if missing is not None or facts.heard is None:
        return cannot_show(TITLE, missing or Text("", ""), facts)
    tried = [LISTS[name] for name in names]
    figure, [axes] = chart(TITLE, facts, height=0.75 * len(tried) + 1.3)
    caption(figure, facts.dated(facts.heard["at"].min(), facts.heard["at"].max()))
    for row, each in enumerate(tried):
        told = judge_list(facts, each.words, each.without)
        assert told is not None  # noqa: S101 - there are labelled posts
        for estimate, off, mark, colour in ((told.recall, -0.14, "o", MAIN), (told.precision, 0.14, "D", SECOND)):
            if not math.isnan(estimate.value):
                axes.plot([estimate.low, estimate.high], [row + off] * 2, color=FAINT, linewidth=6)
                axes.plot(estimate.value, row + off, mark, color=colour, markersize=8, mec="white")
                axes.annotate(f"{estimate.value:.0%}", (estimate.low, row + off), (-5, 0), ha="right", va="center",
                              textcoords="offset points", color=colour, fontsize=10)  # fmt: skip
        a_day = read_a_day(facts, told)
        said = OF_300.format(n=300 * told.found / told.every) if math.isnan(a_day) else TO_READ.format(n=a_day)
        axes.annotate(str(said), (1.02, row), xycoords=("axes fraction", "data"), va="center", color=INK)
    rows_axis(axes, [_broken(str(each.says)) for each in tried])
    axes.set_xlim(0, 1.05)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "25%", "50%", "75%", "100%"])
    subtitle(axes, LOOK)
    return figure


def _broken(said: str) -> str:
    """Return a long label on two lines, broken after a mark or a space near its middle."""
    if len(said.encode()) < 36:  # noqa: PLR2004 - twelve characters of Chinese, or a short line of English
        return said
    breaks = [at + 1 for at, sign in enumerate(said) if sign in "，、,; "]
    middle = min(breaks, key=lambda at: abs(at - len(said) / 2), default=len(said))
    return said[:middle].rstrip() + "\n" + said[middle:]
