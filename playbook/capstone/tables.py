"""The tables of the capstone: what was handed over, where it clashes, and what ways to repair it there are."""

from __future__ import annotations

import pandas as pd

from playbook.capstone.planted import Outcome
from playbook.capstone.questions import found, tried
from playbook.capstone.repairs import ways
from playbook.capstone.rubric import levels
from playbook.handbook.lessons import title
from playbook.language import Text, join
from playbook.tables import NOTHING, table

PLANS, WHAT, MEND = Text("哪两份计划", "plans"), Text("什么合不到一起", "what clashes"), Text("怎么改", "what mends it")
WAY, AFTER = Text("怎么改", "way"), Text("改了以后", "afterwards")
REPAIRED = Text("改好了，别处也没有坏", "repaired, and nothing else broke")
NUMBER = Text("第 {number} 种", "way {number}")
IN_PLAN = Text("{system}：{what}", "{system}: {what}")
EMPTIED = Text("{system}的计划几乎清空了", "hardly anything is left of the plan of {system}")

POINTS, HAS = Text("{points} 分：{name}", "{points}: {name}"), Text("这样的理由有什么", "what such a reason has")
EXAMPLE, WHY = Text("例子", "example"), Text("为什么是这个分", "why this mark")
MARK = Text("分数", "mark")


def clash_table(seed: int) -> pd.DataFrame:
    """Return where the plans handed over clash: which plans, what, and what would mend it."""
    rows = [(str(each.what), str(each.mend)) for each in found(seed)]
    return table(rows, [str(each.between) for each in found(seed)], [WHAT, MEND], PLANS)


def way_table(seed: int, check: str, *, outcomes: bool = False) -> pd.DataFrame:
    """Return the ways to repair a contradiction; with `outcomes` also what came of each when it was tried."""
    numbers = range(1, len(ways()[check]) + 1)
    rows = [
        (str(ways()[check][number - 1].says), *([str(_after(tried(seed, check, number)))] if outcomes else []))
        for number in numbers
    ]
    names = [str(NUMBER.format(number=number)) for number in numbers]
    return table(rows, names, [WAY, *([AFTER] if outcomes else [])], Text("", ""))


def _after(outcome: Outcome) -> Text:
    """Say what is wrong after a repair; that nothing is."""
    if outcome.repaired:
        return REPAIRED
    told = [
        *(each.what for each in outcome.clashes),
        *(IN_PLAN.format(system=title(system), what=each.what) for system, each in outcome.findings),
        *(EMPTIED.format(system=title(system)) for system in (*outcome.emptied, *outcome.missing)),
    ]
    return join(list(dict.fromkeys(told)), "", " ") if told else Text(NOTHING, NOTHING)


def rubric_table() -> pd.DataFrame:
    """Return what a reason of each mark has."""
    names = [str(POINTS.format(points=each.points, name=each.name)) for each in levels()]
    return table([(str(each.has),) for each in levels()], names, [HAS], MARK)


def example_table() -> pd.DataFrame:
    """Return the marked examples, two for each mark."""
    told = [(each, example) for each in levels() for example in each.examples]
    names = [str(POINTS.format(points=each.points, name=each.name)) for each, _ in told]
    return table([(str(example.says), str(example.why)) for _, example in told], names, [EXAMPLE, WHY], MARK)
