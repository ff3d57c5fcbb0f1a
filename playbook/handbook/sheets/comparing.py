"""What somebody changed in a workbook: each cell as it was built, as the plan is now, and as it was found.

A cell that is as it was built is no edit, whatever became of the plan since. One that was changed while the plan stayed
is an edit. One that was changed while the plan changed too is a conflict, unless both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from playbook.handbook.sheets.base import Was
from playbook.handbook.sheets.cells import Sheet
from playbook.handbook.sheets.edits import Compared, Edit
from playbook.handbook.sheets.found import Found, FoundCell, FoundRow, FoundSheet, Trouble
from playbook.handbook.sheets.kinds import WrongCell
from playbook.handbook.sheets.plain import is_cut, restored
from playbook.handbook.sheets.rows import Now, Rows
from playbook.handbook.sheets.saying import CONFLICT, FORMULA, alike, read_cell, said, short
from playbook.language import Text
from playbook.shown import cut

READ_ONLY = Text(
    "灰格只给看，改了读不回去（原来：{was}）；到它的出处去改",
    "a grey cell is for reading and is not read back (it said: {was}); change it where it comes from",
)
IS_CUT = Text(
    "这一格只放得下开头，改了会丢掉后面的；在规划器里改",
    "this cell holds only the beginning of its text; change it in the planner",
)
GONE = Text(
    "生成时是“{was}”，这里写的是“{here}”，计划里已经没有这一条了；重新生成手册",
    "it was “{was}” and is “{here}” here, but the plan no longer has this entry; build the handbook anew",
)
TWICE = Text(
    "编号 {id} 在 {other} 已经有了；要添一行，就清空这一格",
    "the id {id} stands in {other} already; clear this cell if the row is a new one",
)
NO_SUCH_ID = Text(
    "没有编号 {id}；要添一行，就清空这一格", "there is no id {id}; clear this cell if the row is a new one"
)


def compared(found: Found, now: Iterable[Sheet]) -> Compared:
    """Compare a workbook with the sheets that the plans would make of it now."""
    sheets = {sheet.id: sheet for sheet in now}
    rows = [row for sheet in sheets.values() for row in sheet.rows]
    cells = {cell.key: cell for row in rows for cell in row.cells.values() if cell.key}
    told = Compared(troubles=list(found.troubles))
    if not told.troubles:  # of a sheet that lost a column, every row would be told of
        for page in found.sheets.values():
            _Comparing(found, page, Now(sheets.get(page.id), cells), told).compare()
    return told


class _Comparing:
    """The comparison of one sheet."""

    def __init__(self, found: Found, page: FoundSheet, now: Now, told: Compared) -> None:
        self._base, self._page, self._now, self._told = found.base, page, now, told
        self._rows = Rows(found.base, page, now, told)
        self._theirs = {each.id for each in now.sheet.columns if each.theirs} if now.sheet else set()

    def compare(self) -> None:
        seen: dict[str, FoundRow] = {}
        ids = set(self._base.rows(self._page.id))
        for row in self._page.rows:
            if not row.id:
                self._rows.added(row)
            elif row.id in seen or row.id not in ids:
                why = TWICE.format(id=row.id, other=seen[row.id].at) if row.id in seen else NO_SUCH_ID.format(id=row.id)
                self._trouble(row.at, why)
            else:
                seen[row.id] = row
                keys = self._rows.keys_now(row)
                for column, cell in row.cells.items():
                    was = self._base.cells.get((self._page.id, row.id, column), Was("", ""))
                    self._cell(was, column, cell, keys.get(was.key, was.key))
        self._rows.deleted([each for each in self._base.rows(self._page.id) if each not in seen])

    def _cell(self, was: Was, column: str, cell: FoundCell, key: str) -> None:
        if column in self._theirs:
            self._told.kept += cell.says != was.shown
        elif cell.formula:
            self._trouble(cell.address, FORMULA)
        elif not alike(cell.says, was.shown):
            if key:
                self._changed(was, cell, key)
            else:
                self._trouble(cell.address, READ_ONLY.format(was=short(was.shown)))

    def _changed(self, was: Was, cell: FoundCell, key: str) -> None:
        now = self._now.cells.get(key)
        if now is None or now.place is None:
            return self._trouble(cell.address, GONE.format(was=cut(was.shown), here=cut(cell.says)))
        if is_cut(now.value, self._base.wanted):
            return self._trouble(cell.address, IS_CUT)
        try:
            value = read_cell(now.kind, cell)
        except WrongCell as error:
            return self._trouble(cell.address, error.args[0])
        if isinstance(value, str) and isinstance(now.value, str):
            value = restored(value, now.value)
        before, after = (said(each, self._base.wanted) for each in (now.value, now.kind.shown(value)))
        if before == after:
            return None  # the plan says the same by now, or it was only written otherwise
        if not alike(before, was.shown):
            told = CONFLICT.format(was=cut(was.shown), now=cut(before), here=cut(after))
            return self._trouble(cell.address, told)
        self._told.edits.append(Edit(self._page.name, cell.address, short(before), short(after), now.place, value))
        return None

    def _trouble(self, cell: str, why: Text) -> None:
        self._told.troubles.append(Trouble(self._page.name, cell, why))
