"""The mix over the year, beside the shares of article 8."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.account_charts import of_account, subtitle
from playbook.content.charts.by_kind import NO_LEDGER
from playbook.content.columns import COLUMNS, name_of, tells_columns
from playbook.content.mix import UNPLACED, against_article_8, class_name, shares
from playbook.facts import Facts
from playbook.figures import cannot_show, chart
from playbook.language import Text, same

# Told apart by their order, their number and their hatching as well.
INKS = ("#1f6f8b", "#7fb3c4", "#c8553d", "#e3a08f", "#9a6700", "#d9bb77", "#8a94a0")
HATCHES = ("", "//", "", "\\\\", "", "..", "")
PALE = {"#7fb3c4", "#e3a08f", "#d9bb77", "#8a94a0"}
WORTH = 0.035  # of the width: a narrower part has no room for its number
QUARTERS = Text("每个季度里各栏目占多少（%）", "share of each column by quarter (%)")
ARTICLE = Text(
    "第 8 篇的四类，和我们的微博归到这四类（怎么归是我们的读法）（%）",
    "the four classes of article 8, and our posts put into them by our own reading (%)",
)
ROWS = Text("第 8 篇", "article 8"), Text("我们", "we")


@of_account(Text("@{name}：一年里发了些什么？", "@{name}: what did a year of posts consist of?"), hours=False)
def mix_over_time(facts: Facts, name: str, title: Text) -> Figure:
    """What do the posts consist of? Shares of the columns by quarter above; below, article 8's classes and ours."""
    if not tells_columns(facts, name):
        return cannot_show(title, NO_LEDGER, facts)
    quarters, stated = shares(facts, name), against_article_8(facts, name)
    figure, [above, below] = chart(title, facts, panels=2, height=0.2 * len(quarters) + 1.75)
    _stacked(
        above,
        quarters,
        [name_of(str(column)) for column in quarters],
        [same(str(row)) for row in quarters.index],
        of_columns=True,
    )
    subtitle(above, QUARTERS, pad=30)
    rows = stated[["stated", "ours"]].T / 100
    _stacked(below, rows, [class_name(str(each)) for each in rows], list(ROWS))
    subtitle(below, ARTICLE, pad=30)
    return figure


def _stacked(axes: Axes, table: pd.DataFrame, names: list[Text], rows: list[Text], *, of_columns: bool = False) -> None:
    """Draw a row of parts for each row of the table (0 to 1), each part with its number where there is room.

    Parts `of_columns` look the same for every account, whichever columns it has.
    """
    left = pd.Series(0.0, table.index)
    for number, column in enumerate(table):
        place = list(COLUMNS).index(column) if of_columns and column in COLUMNS else number
        ink = INKS[-1] if column == UNPLACED else INKS[place % len(INKS)]
        hatch = HATCHES[place % len(HATCHES)]
        drawn = axes.barh(range(len(table)), table[column], 0.62, left, color=ink, hatch=hatch, edgecolor="white",
                          linewidth=0.5, label=str(names[number]))  # fmt: skip
        labels = [f"{100 * share:.0f}" if share >= WORTH else "" for share in table[column]]
        box = {"facecolor": ink, "edgecolor": "none", "pad": 1.0}
        axes.bar_label(drawn, labels, label_type="center", fontsize=9.5, color="black" if ink in PALE else "white",
                       bbox=box)  # fmt: skip
        left += table[column]
    axes.set_yticks(range(len(table)), [str(row) for row in rows])
    axes.set_ylim(len(table) - 0.4, -0.6)
    axes.set_xlim(0, 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)
    axes.legend(frameon=False, loc="lower left", bbox_to_anchor=(-0.01, 0.98), ncols=len(names), fontsize=9.5,
                handlelength=1.2, columnspacing=1.1, handletextpad=0.4)  # fmt: skip
