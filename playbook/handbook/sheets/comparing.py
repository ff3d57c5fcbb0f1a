"""What somebody changed in a workbook: each cell as it was built, as the plan is now, and as it was found.

A cell that is as it was built is no edit, whatever became of the plan since. One that was changed while the plan stayed
is an edit. One that was changed while the plan changed too is a conflict, unless both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from playbook.handbook.sheets.base import Was
from playbook.handbook.sheets.cells import Cell, Item, Sheet
from playbook.handbook.sheets.edits import Compared, Edit
from playbook.handbook.sheets.found import Found, FoundCell, FoundRow, FoundSheet, Trouble
from playbook.handbook.sheets.kinds import Kind, Value, WrongCell, written
from playbook.handbook.sheets.plain import canonical, is_cut, restored, shown
from playbook.language import Language, Text, join, same
from playbook.shown import cut

FORMULA = Text("这里是公式或错误；写上值", "this is a formula or an error; write the value")
READ_ONLY = Text(
    "灰格只给看，改了读不回去，原来是“{was}”；到它的出处去改",
    "a grey cell is for reading and said “{was}”; change it where it comes from",
)
IS_CUT = Text(
    "这一格只放得下开头，改了会丢掉后面的；在规划器里改",
    "this cell holds only the beginning of its text; change it in the planner",
)
CONFLICT = Text(
    "生成时是“{was}”，计划现在是“{now}”，这里写的是“{here}”；重新生成手册，再改一次",
    "it was “{was}”, the plan now says “{now}”, this cell says “{here}”; build the handbook anew and change it there",
)
GONE = Text(
    "生成时是“{was}”，这里写的是“{here}”，计划里已经没有这一条了；重新生成手册",
    "it was “{was}” and is “{here}” here, but the plan no longer has this entry; build the handbook anew",
)
WRONG = Text("写的是“{here}”，{wanted}", "it says “{here}”; {wanted}")
TWICE = Text(
    "编号 {id} 在 {other} 已经有了；要添一行，就清空这一格",
    "the id {id} stands in {other} already; clear this cell if the row is a new one",
)
NO_SUCH_ID = Text(
    "没有编号 {id}；要添一行，就清空这一格", "there is no id {id}; clear this cell if the row is a new one"
)
ROWS_GONE = Text(
    "少了编号 {ids} 的行；这张表不能删行，请放回去", "rows are gone: {ids}. None can be deleted here; put them back"
)
NO_NEW_ROWS = Text("这一行没有编号；这张表不能添行", "this row has no id, and no rows can be added here")
NOT_OF_NEW = Text("新加的行不收这一列", "a new row takes nothing in this column")
NEEDED = Text("新加的行要填这一格", "a new row needs this cell")
NEW_ROW, ROW_GONE, NOTHING = (
    Text("（新的一行）", "(new row)"),
    Text("（删了这一行）", "(row deleted)"),
    Text("（空）", "(empty)"),
)


def compared(found: Found, now: Iterable[Sheet]) -> Compared:
    """Compare a workbook with the sheets that the plans would make of it now."""
    sheets = {sheet.id: sheet for sheet in now}
    rows = [row for sheet in sheets.values() for row in sheet.rows]
    known = _Now(sheets, {cell.key: cell for row in rows for cell in row.cells.values() if cell.key})
    told = Compared(troubles=list(found.troubles))
    if not told.troubles:  # of a sheet that lost a column, every row would be told of
        for page in found.sheets.values():
            _Comparing(found, page, known, told).compare()
    return told


@dataclass(frozen=True)
class _Now:
    """The sheets that the plans would make now, by id, and their cells by key."""

    sheets: Mapping[str, Sheet]
    cells: Mapping[str, Cell]


class _Comparing:
    """The comparison of one sheet."""

    def __init__(self, found: Found, page: FoundSheet, known: _Now, told: Compared) -> None:
        self._found, self._page, self._name, self._told = found, page, page.id, told
        self._now, self._cells = known.sheets.get(page.id), known.cells
        now = self._now
        self._wanted: Language = found.base.wanted
        self._theirs = {each.id for each in now.columns if each.theirs} if now else set()
        self._items = {row.item.key: row.item for row in now.rows if row.item} if now else {}

    def compare(self) -> None:
        seen: dict[str, FoundRow] = {}
        ids = set(self._found.base.rows(self._name))
        for row in self._page.rows:
            if not row.id:
                self._added(row)
            elif row.id in seen or row.id not in ids:
                why = TWICE.format(id=row.id, other=seen[row.id].at) if row.id in seen else NO_SUCH_ID.format(id=row.id)
                self._trouble(row.at, why)
            else:
                seen[row.id] = row
                for column, cell in row.cells.items():
                    self._cell(row, column, cell)
        self._deleted([each for each in self._found.base.rows(self._name) if each not in seen])

    def _cell(self, row: FoundRow, column: str, cell: FoundCell) -> None:
        was = self._found.base.cells.get((self._name, row.id, column), Was("", ""))
        if column in self._theirs:
            self._told.kept += cell.says != was.shown
        elif cell.formula:
            self._trouble(cell.address, FORMULA)
        elif not _same(cell.says, was.shown):
            if was.key:
                self._changed(was, cell)
            else:
                self._trouble(cell.address, READ_ONLY.format(was=cut(was.shown)))

    def _changed(self, was: Was, cell: FoundCell) -> None:
        now = self._cells.get(was.key)
        if now is None or now.place is None:
            return self._trouble(cell.address, GONE.format(was=cut(was.shown), here=cut(cell.says)))
        if is_cut(now.value, self._wanted):
            return self._trouble(cell.address, IS_CUT)
        try:
            value = _read(now.kind, cell)
        except WrongCell as error:
            return self._trouble(cell.address, error.args[0])
        if isinstance(value, str) and isinstance(now.value, str):
            value = restored(value, now.value)
        said, wanted = self._said(now.value), self._said(now.kind.shown(value))
        if said == wanted:
            return None  # the plan says the same by now, or it was only written otherwise
        if not _same(said, was.shown):
            told = CONFLICT.format(was=cut(was.shown), now=cut(said), here=cut(wanted))
            return self._trouble(cell.address, told)
        edit = Edit(self._page.name, cell.address, _shown(said), _shown(wanted), now.place, value)
        self._told.edits.append(edit)
        return None

    def _added(self, row: FoundRow) -> None:
        growing = self._now.growing if self._now else None
        if growing is None:
            return self._trouble(row.at, NO_NEW_ROWS)
        entry: dict[str, Any] = {}
        said: list[Text] = []
        for column, cell in row.cells.items():
            if column not in growing.fields:
                if cell.says or cell.formula:
                    self._trouble(cell.address, NOT_OF_NEW)
                continue
            kind, name = growing.fields[column]
            try:
                value = _read(kind, cell)
            except WrongCell as error:
                self._trouble(cell.address, error.args[0])
                continue
            entry |= {name: value} if name else value
            said.append(_shown(self._said(kind.shown(value))))
        told = join(said, "，", ", ")
        self._told.edits.append(Edit(self._page.name, row.at, NEW_ROW, told, growing.place, entry, "add"))
        return None

    def _deleted(self, ids: list[str]) -> None:
        """Take deleted rows out of the plan where rows may go, and only if the plan still says what they said."""
        kept: list[str] = []
        for row in ids:
            cells = {
                column: was
                for (sheet, of, column), was in self._found.base.cells.items()
                if (sheet, of) == (self._name, row) and was.key
            }
            item = self._item_of(cells.values())
            if item is not None:
                self._removed(row, item, cells)
            elif cells and not self._is_gone(cells):
                kept.append(row)
        if kept:
            self._trouble("", ROWS_GONE.format(ids=join([same(each) for each in kept])))

    def _removed(self, row: str, item: Item, cells: Mapping[str, Was]) -> None:
        own = {column: was for column, was in cells.items() if was.key.startswith(f"{item.key}:")}
        for was in own.values():
            said = self._said(self._cells[was.key].value)
            if not _same(said, was.shown):
                told = CONFLICT.format(was=cut(was.shown), now=cut(said), here=ROW_GONE)
                return self._trouble(row, told)
        before = join([same(cut(was.shown)) for was in own.values() if was.shown], "，", ", ")
        self._told.edits.append(Edit(self._page.name, row, before, ROW_GONE, item.place, does="remove"))
        return None

    def _item_of(self, cells: Iterable[Was]) -> Item | None:
        keys = [was.key for was in cells]
        return next((each for key, each in self._items.items() if any(of.startswith(f"{key}:") for of in keys)), None)

    def _is_gone(self, cells: Mapping[str, Was]) -> bool:
        """Tell whether the plan itself has dropped the entry: then a row that is gone says nothing new."""
        return not any(was.key in self._cells for was in cells.values())

    def _said(self, value: Value) -> str:
        return canonical(shown(value, self._wanted))

    def _trouble(self, cell: str, why: Text) -> None:
        self._told.troubles.append(Trouble(self._page.name, cell, why))


def _read(kind: Kind, cell: FoundCell) -> Any:  # noqa: ANN401 - whatever a plan holds, as JSON
    """Return what a cell says; raise WrongCell with what it says and what is wanted."""
    if cell.formula:
        raise WrongCell(FORMULA)
    try:
        return kind.read(cell.raw)
    except WrongCell as error:
        raise WrongCell(WRONG.format(here=cut(cell.says), wanted=error.args[0])) from error


def _shown(said: str) -> Text:
    return same(cut(said)) if said else NOTHING


def _same(one: str, other: str) -> bool:
    """Tell whether two cells say the same: spaces around them, and how lines end, are nobody's edit."""
    return written(one) == written(other)
