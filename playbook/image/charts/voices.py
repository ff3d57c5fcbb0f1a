"""In which voice we answer: whether two readers hear the same, and what those who were answered did next."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from playbook.account_charts import subtitle
from playbook.company_charts import of_company, rows_axis
from playbook.facts import Facts
from playbook.figures import FAINT, INK, MAIN, QUIET, SECOND, caption, chart
from playbook.image.analysis.voices import OCCASIONS, VOICES, agreement, confusion, outcomes
from playbook.image.words import PERSONAS, SITUATIONS
from playbook.language import Text

NO_VOICES = Text(
    "没有标过口吻的回复，看不出哪种口吻管用。\n抽一百条自家的回复，两个人各标一遍；或点本页开头的“改看示例公司”先学方法。",
    "There are no replies labelled by voice, so the data cannot tell what a voice does.\n"
    "Draw a hundred replies of yours and let two people label them; or press “Show the sample company”\n"
    "at the top of this page and learn the method first.",
)
OURS = Text("数据：{whose}，{count} 条回复", "Data: {whose}, {count} replies")
AGREED = Text(
    "行：第一个人标的；列：第二个人标的。蓝格：两人一致\n"
    "一致 {plain:.0%}；κ {kappa:.2f}（95% 区间 {low:.2f}–{high:.2f}）",
    "rows: the first reader; columns: the second; blue: both say the same\n"
    "they agree on {plain:.0%}; kappa {kappa:.2f} (95% interval {low:.2f} to {high:.2f})",
)
WENT_WELL = Text(
    "道谢或接着问的有几条／一共几条\n颜色越深，占得越多；斜线：不到 8 条，不下判断",
    "how many thanked us or asked on, of how many\ndarker: a larger share; hatched: fewer than 8, not judged",
)
GOT_ANGRY = Text("回过以后更气的占几成；横条：95% 区间", "share that got angry after our reply; bar: 95% interval")
STRONG = 0.55  # of a colour, from which white type reads better


def no_voices(facts: Facts) -> Text | None:
    """Say what is missing for a company without labelled replies."""
    return NO_VOICES if facts.voices is None else None


@of_company(Text("同一条回复，两个人听出同一种口吻吗？", "Do two readers hear the same voice in a reply?"), no_voices)
def two_readers(facts: Facts, title: Text) -> Figure:
    """Do two readers label replies alike, and which voices do they take for each other?"""
    voices = _known(facts)
    found, crossed = agreement(voices), confusion(voices)
    counts = crossed.to_numpy(dtype=int)
    sizes = counts.sum(axis=1).clip(min=1)
    figure, [axes] = chart(title, facts, height=4.0)
    for row in range(len(VOICES)):
        for column in range(len(VOICES)):
            number = int(counts[row, column])
            shown = str(number) if number else ""
            _cell(axes, (column, row), _Cell(shown, number / sizes[row], MAIN if row == column else SECOND))
    names = [str(PERSONAS[name]) for name in VOICES]
    _grid(axes, names, [name.replace(" ", "\n") for name in names])
    subtitle(
        axes, AGREED.format(plain=found.plain, kappa=found.kappa.value, low=found.kappa.low, high=found.kappa.high), 40
    )
    return _counted(figure, facts)


@of_company(Text("哪种口吻，在什么时候管用？", "Which voice works, and when?"), no_voices)
def what_readers_did(facts: Facts, title: Text) -> Figure:
    """Which voice makes readers thank us or ask on, in which situation?"""
    found = outcomes(_known(facts))
    figure, [axes] = chart(title, facts, height=4.0)
    for row, voice in enumerate(VOICES):
        for column, occasion in enumerate(OCCASIONS):
            each = found[occasion, voice]
            if not each.number:
                _cell(axes, (column, row), _Cell("—", 0))
                continue
            said = f"{round(each.well.value * each.number)}/{each.number}"
            share = each.well.value if each.told else 0
            _cell(axes, (column, row), _Cell(said, share, hatched=not each.told))
    _grid(axes, [str(PERSONAS[name]) for name in VOICES], [str(SITUATIONS[name]) for name in OCCASIONS])
    subtitle(axes, WENT_WELL, 28)
    return _counted(figure, facts)


@of_company(Text("来投诉的人，听了哪种口吻更气？", "Which voice makes a complaint worse?"), no_voices)
def angry_after_complaint(facts: Facts, title: Text) -> Figure:
    """After which voice did those who complained get angrier?"""
    found = outcomes(_known(facts))
    rows = sorted(((found["complaint", voice], voice) for voice in VOICES), key=lambda row: -_value(row[0].angry.value))
    figure, [axes] = chart(title, facts, height=2.9)
    for place, (each, _) in enumerate(rows):
        if not each.number:
            continue
        low, high = 100 * each.angry.low, 100 * each.angry.high
        axes.plot([low, high], [place, place], color=FAINT, linewidth=8, solid_capstyle="butt")
        axes.plot(100 * each.angry.value, place, "o", color=MAIN if each.told else "white", mec=MAIN, markersize=8)
        said = f"{round(each.angry.value * each.number)}/{each.number}"
        axes.annotate(said, (high, place), (7, 0), textcoords="offset points", va="center", color=INK)
    rows_axis(axes, [str(PERSONAS[voice]) for _, voice in rows])
    axes.set_xlim(-2, 108)
    axes.set_xticks([0, 25, 50, 75, 100], [f"{at}%" for at in (0, 25, 50, 75, 100)])
    subtitle(axes, GOT_ANGRY)
    return _counted(figure, facts)


class _Cell(NamedTuple):
    """What stands in a cell, how dark it is (a share), its colour, and whether it is hatched."""

    said: str
    share: float
    colour: str = MAIN
    hatched: bool = False


def _cell(axes: Axes, at: tuple[int, int], cell: _Cell) -> None:
    column, row = at
    corner = (column - 0.47, row - 0.45)
    shade = 0.06 + 0.84 * min(cell.share, 1)
    axes.add_patch(Rectangle(corner, 0.94, 0.9, facecolor=cell.colour, alpha=shade))
    if cell.hatched:
        axes.add_patch(Rectangle(corner, 0.94, 0.9, fill=False, hatch="///", edgecolor=FAINT, linewidth=0))
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1} if cell.hatched else None
    colour = "white" if cell.share > STRONG else INK
    axes.text(column, row, cell.said, ha="center", va="center", color=colour, bbox=box)


def _grid(axes: Axes, rows: list[str], columns: list[str]) -> None:
    axes.set_xlim(-0.5, len(columns) - 0.5)
    rows_axis(axes, rows)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_xticks(range(len(columns)), columns, color=QUIET)
    axes.xaxis.tick_top()
    axes.tick_params(length=0)
    for side in axes.spines.values():
        side.set_visible(False)


def _value(share: float) -> float:
    return -1 if math.isnan(share) else share


def _known(facts: Facts) -> pd.DataFrame:
    return facts.voices if facts.voices is not None else pd.DataFrame()


def _counted(figure: Figure, facts: Facts) -> Figure:
    return caption(figure, OURS.format(whose=facts.whose, count=len(_known(facts))))
