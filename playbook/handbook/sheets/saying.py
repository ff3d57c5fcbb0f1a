"""What a comparison of cells says, and how cells are held against each other."""

from __future__ import annotations

from typing import Any

from playbook.handbook.sheets.found import FoundCell
from playbook.handbook.sheets.kinds import Kind, Value, WrongCell, written
from playbook.handbook.sheets.plain import canonical, shown
from playbook.language import Language, Text, same
from playbook.shown import cut

FORMULA = Text("这里是公式或错误；写上值", "this is a formula or an error; write the value")
CONFLICT = Text(
    "生成时是“{was}”，计划现在是“{now}”，这里写的是“{here}”；重新生成手册，再改一次",
    "it was “{was}”, the plan now says “{now}”, this cell says “{here}”; build the handbook anew and change it there",
)
WRONG = Text("写的是“{here}”，{wanted}", "it says “{here}”; {wanted}")
NOTHING = Text("（空）", "(empty)")


def read_cell(kind: Kind, cell: FoundCell) -> Any:  # noqa: ANN401 - whatever a plan holds, as JSON
    """Return what a cell says; raise WrongCell with what it says and what is wanted."""
    if cell.formula:
        raise WrongCell(FORMULA)
    try:
        return kind.read(cell.raw)
    except WrongCell as error:
        raise WrongCell(WRONG.format(here=cut(cell.says), wanted=error.args[0])) from error


def said(value: Value, wanted: Language) -> str:
    """Return what a cell of a new workbook would say of a value, as one text."""
    return canonical(shown(value, wanted))


def short(says: str) -> Text:
    """Return what a cell says, at most a line of it; that it is empty."""
    return same(cut(says)) if says else NOTHING


def alike(one: str, other: str) -> bool:
    """Tell whether two cells say the same: spaces around them, and how lines end, are nobody's edit."""
    return written(one) == written(other)
