"""Who follows what: how far audiences overlap, and what a further account adds."""

from __future__ import annotations

import math

import pandas as pd
from matplotlib.figure import Figure

from playbook.account_charts import subtitle
from playbook.company_charts import rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, chart
from playbook.language import Text
from playbook.matrix.analysis import by_reach, name_of
from playbook.matrix.analysis import overlap as shares
from playbook.matrix.charts.of_audiences import of_audiences

DARK = 0.7  # from this share on a cell is dark enough for white figures
WRAP = 5  # letters of a name in a line above a column


@of_audiences(Text("每个账号的读者，还关注了哪几个？", "Whose readers follow which other account?"))
def overlap(facts: Facts, audiences: pd.DataFrame, title: Text) -> Figure:
    """How far do the audiences overlap? Of each row's followers, the share who follow the column too."""
    table = shares(audiences)
    figure, [axes] = chart(title, facts, height=0.45 * len(table) + 1.6)
    axes.imshow(table.fillna(0), cmap="Blues", vmin=0, vmax=1.2, aspect="auto")
    for row, of in enumerate(table.index):
        for column, also in enumerate(table.columns):
            share = float(table.loc[of, also])
            said = "" if of == also else _percent(share)
            axes.annotate(said, (column, row), ha="center", va="center", color="white" if share >= DARK else INK)
    names = [str(name_of(facts, str(name))) for name in table.index]
    rows_axis(axes, names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xticks(range(len(names)), [_wrapped(name) for name in names], fontsize=8.5)
    for side in axes.spines.values():
        side.set_visible(False)
    subtitle(
        axes, Text("每一行的粉丝里，有多少也关注那一列", "of those who follow the row, how many follow the column too")
    )
    return figure


@of_audiences(Text("多开一个账号，多触及多少人？", "How many more people does a further account reach?"))
def reach_of_sets(facts: Facts, audiences: pd.DataFrame, title: Text) -> Figure:
    """What does each further account add? People already reached in grey, people added in colour; the widest first."""
    added = by_reach(audiences)
    figure, [axes] = chart(title, facts, height=0.42 * len(added) + 1.3)
    total = added.cumsum().to_numpy(dtype=float)
    more = added.to_numpy(dtype=float)
    axes.barh(range(len(added)), total - more, color=FAINT, height=0.6)
    axes.barh(range(len(added)), more, left=total - more, color=MAIN, height=0.6)
    for row, (new, upto) in enumerate(zip(more, total, strict=True)):
        axes.annotate(f"+{new:,.0f}", (upto, row), (5, 0), textcoords="offset points", va="center", color=INK)
    axes.set_xlim(0, total.max() * 1.16 or 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    rows_axis(axes, [str(name_of(facts, str(name))) for name in added.index])
    said = Text(
        "灰：前面几个已触及的人；蓝：这个账号新增的人", "grey: reached by those above; blue: added by this account"
    )
    subtitle(axes, said)
    return figure


def _percent(share: float) -> str:
    if math.isnan(share):
        return "—"
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"  # noqa: PLR2004 - what would be shown as nought


def _wrapped(name: str) -> str:
    """Break a name above a column: at its spaces, or after a few Chinese characters."""
    if " " in name:
        return name.replace(" ", "\n")
    return "\n".join(name[at : at + WRAP] for at in range(0, len(name), WRAP))
