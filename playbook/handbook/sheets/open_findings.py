"""The sheet of what is still open: what reviews find, what clashes, and a column for the team’s own notes on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playbook.coherence import coherence
from playbook.handbook.held import Held
from playbook.handbook.lessons import title
from playbook.handbook.sheets.cells import Cell, Column, Sheet, numbered, told
from playbook.language import Text
from playbook.rules import rule

TITLE = Text("还没有解决的", "Open issues")
ABOUT = Text(
    "哪份计划、哪条规则、哪里不合、怎么改。“进展”一列给团队自己用，不读回计划；计划改好了，重新生成手册，这一行就没有了。",
    "Which plan, which rule, what is wrong, what to do. The column “Progress” is the team’s own and is not read "
    "back; once the plan is mended and the handbook built anew, the row is gone.",
)
TOGETHER = Text("两份计划要合得上", "Two plans must fit together")
PROGRESS = (Text("没动", "open"), Text("在改", "being mended"), Text("改好了", "mended"), Text("不改", "left as it is"))
COLUMNS = (
    Column("system", Text("计划", "Plan"), 12),
    Column("what", Text("哪里不合", "What is wrong"), 60),
    Column("mend", Text("怎么改", "What to do"), 50),
    Column("rule", Text("规则", "Rule"), 28),
    Column("source", Text("谁说的", "Who says so"), 28),
    Column("progress", Text("进展", "Progress"), 12, PROGRESS),
)


def findings_sheet(held: Held) -> Sheet:
    """Return the sheet: the findings of each plan, then where two plans clash; it is empty if there is nothing."""
    return Sheet("findings", TITLE, ABOUT, COLUMNS, numbered("F", _rows(held)))


def _rows(held: Held) -> Iterator[tuple[Mapping[str, Cell], None]]:
    for system, found in held.findings.items():
        for each in found:
            name = rule(each.rule).name
            yield told(system=title(system), what=each.what, mend=each.mend, rule=name, source=each.source), None
    for clash in coherence(held):
        yield told(system=clash.between, what=clash.what, mend=clash.mend, rule=TOGETHER), None
