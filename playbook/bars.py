"""Two pictures that every system draws: bars with their numbers, and ratios with their intervals."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes

from playbook.claims import OUTCOMES, Outcome, Result
from playbook.figures import FAINT, INK, MAIN, QUIET
from playbook.language import Text

Row = tuple[str, float]  # a label and its value
GETS: dict[Outcome, Text] = {  # what an outcome says of a kind of posts of which nothing is claimed
    "supported": Text("更多", "more"),
    "refuted": Text("更少", "less"),
    "cannot_tell": OUTCOMES["cannot_tell"],
}
LESS, MORE = Text("← 更少", "← less"), Text("更多 →", "more →")


def bars(axes: Axes, rows: list[Row], colour: str = MAIN, *, sides: bool = True) -> None:
    """Draw a bar for each row, the first on top; a row without posts has none. Of two `sides` the second is hatched."""
    widths = [0.0 if math.isnan(value) else value for _, value in rows]
    drawn = axes.barh(range(len(rows)), widths, color=colour, alpha=0.75, height=0.55)
    if sides:
        drawn[-1].set(hatch="//", edgecolor="white")
    axes.bar_label(drawn, [f"{width:,.0f}" if width else "—" for width in widths], padding=4, fontsize=11, color=INK)
    axes.set_yticks(range(len(rows)), [label for label, _ in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xlim(0, max(widths) * 1.15 or 1)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(length=0)


def intervals(axes: Axes, rows: Sequence[Result], *, verdicts: bool, words: Mapping[Outcome, Text] = OUTCOMES) -> None:
    """Draw each ratio with its interval, the first on top; with their `verdicts`, those that tell are in colour.

    `words` say the verdicts: those of a claim, or `GETS`.
    """
    axes.axvline(1, color=QUIET, linewidth=1)
    for place, row in enumerate(rows):
        colour = MAIN if verdicts and row.outcome != "cannot_tell" else FAINT
        if row.unable is not None:
            box = {"facecolor": "white", "edgecolor": "none"}
            axes.annotate(str(row.unable), (1, place), va="center", ha="center", color=QUIET, bbox=box)
        else:
            axes.plot([row.low, row.high], [place, place], color=colour, linewidth=6, solid_capstyle="butt")
            axes.plot(row.ratio, place, "o", color=MAIN if colour == MAIN else QUIET, markersize=8, mec="white")
        if verdicts:
            axes.annotate(str(words[row.outcome]), (1.01, place), xycoords=("axes fraction", "data"), va="center")
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.set_xscale("log")
    axes.set_xlim(0.4, 4)
    ticks = [0.5, 0.7, 1, 1.4, 2, 3]
    axes.set_xticks(ticks, [str(Text("{n:g} 倍", "{n:g}×").format(n=tick)) for tick in ticks])
    axes.minorticks_off()
    for side, said, where in ((-12, LESS, "right"), (12, MORE, "left")):
        axes.annotate(
            str(said), (1, -0.12), (side, 0), xycoords=("data", "axes fraction"), textcoords="offset points",
            ha=where, va="top", color=QUIET,
        )  # fmt: skip
    axes.tick_params(length=0)
