"""Rows that somebody added, deleted, or moved so that they are another entry by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playbook.handbook.sheets.base import Base, Was
from playbook.handbook.sheets.cells import Cell, Growing, Item, Sheet
from playbook.handbook.sheets.edits import Compared, Edit
from playbook.handbook.sheets.found import FoundRow, FoundSheet, Trouble
from playbook.handbook.sheets.kinds import WrongCell
from playbook.handbook.sheets.saying import CONFLICT, alike, read_cell, said, short
from playbook.language import Text, join, same
from playbook.shown import cut

ROWS_GONE = Text(
    "少了编号 {ids} 的行；这张表不能删行，请放回去", "rows are gone: {ids}. None can be deleted here; put them back"
)
NO_NEW_ROWS = Text("这一行没有编号；这张表不能添行", "this row has no id, and no rows can be added here")
NOT_OF_NEW = Text("新加的行不收这一列", "a new row takes nothing in this column")
NEW_ROW, ROW_GONE = Text("（新的一行）", "(new row)"), Text("（删了这一行）", "(row deleted)")


@dataclass(frozen=True)
class Now:
    """What the plans would make of a sheet now (None if they make none), and of every cell by its key."""

    sheet: Sheet | None
    cells: Mapping[str, Cell]

    @property
    def growing(self) -> Growing | None:
        """Return where its rows may be added and deleted."""
        return self.sheet.growing if self.sheet else None

    @property
    def items(self) -> dict[str, Item]:
        """Return the entries that go with a row, by key."""
        return {row.item.key: row.item for row in self.sheet.rows if row.item} if self.sheet else {}


class Rows:
    """The rows of one sheet, against what was built and what the plan is now."""

    def __init__(self, base: Base, page: FoundSheet, now: Now, told: Compared) -> None:
        self._base, self._page, self._now, self._told = base, page, now, told
        self._items = now.items
        self._built = {was.key.rpartition(":")[0] for was in base.cells.values()}

    def added(self, row: FoundRow) -> None:
        """Take a row without an id as a new entry."""
        growing = self._now.growing
        if growing is None:
            return self._trouble(row.at, NO_NEW_ROWS)
        for column, cell in row.cells.items():
            if column not in growing.fields and (cell.says or cell.formula):
                self._trouble(cell.address, NOT_OF_NEW)
        entry, told = self._entry(row, growing)
        if self._newcomer(entry) is None:
            says = join([short(each) for each in told], "，", ", ")
            self._told.edits.append(Edit(self._page.name, row.at, NEW_ROW, says, growing.place, entry, "add"))
        return None

    def deleted(self, ids: list[str]) -> None:
        """Take deleted rows out of the plan where rows may go, and only if the plan still says what they said."""
        kept = [row for row in ids if not self._may_go(row)]
        if kept:
            self._trouble("", ROWS_GONE.format(ids=join([same(each) for each in kept])))

    def keys_now(self, row: FoundRow) -> dict[str, str]:
        """Return which keys the cells of a row have by now, if they are others: it was moved and read back before."""
        growing, own = self._now.growing, self._own(row.id)
        old = next((was.key.rpartition(":")[0] for was in own.values()), "")
        if growing is None or not old or old in self._items:
            return {}
        entry, _ = self._entry(row, growing, quiet=True)
        new = self._newcomer({name: entry.get(name) for name in growing.unique})
        return {was.key: f"{new}:{was.key.rpartition(':')[2]}" for was in own.values()} if new else {}

    def _entry(self, row: FoundRow, growing: Growing, *, quiet: bool = False) -> tuple[dict[str, Any], list[str]]:
        """Return what a row says as an entry of the plan, and how its cells would say it; tell of what it cannot."""
        entry: dict[str, Any] = {}
        told = []
        for column, (kind, name) in growing.fields.items():
            try:
                value = read_cell(kind, row.cells[column])
            except WrongCell as error:
                if not quiet:
                    self._trouble(row.cells[column].address, error.args[0])
                continue
            entry |= {name: value} if name else value
            told.append(said(kind.shown(value), self._base.wanted))
        return entry, told

    def _newcomer(self, values: Mapping[str, Any]) -> str | None:
        """Return the key of an entry with these values that was not there when the workbook was built."""
        return next(
            (
                key
                for key, item in self._items.items()
                if key not in self._built and all(item.data.get(name) == value for name, value in values.items())
            ),
            None,
        )

    def _own(self, row: str) -> dict[str, Was]:
        """Return the cells of the entry that goes with a row, as they were built; none where no row may go."""
        fields = self._now.growing.fields if self._now.growing else {}
        found = {column: self._base.cells.get((self._page.id, row, column)) for column in fields}
        return {column: was for column, was in found.items() if was and was.key}

    def _may_go(self, row: str) -> bool:
        """Tell whether nothing speaks against a row being gone; take its entry out of the plan."""
        own = self._own(row)
        if own:
            self._removed(row, own)
            return True
        keys = [was.key for (sheet, of, _), was in self._base.cells.items() if (sheet, of) == (self._page.id, row)]
        return not any(key in self._now.cells for key in keys if key)

    def _removed(self, row: str, own: Mapping[str, Was]) -> None:
        item = next((self._items.get(was.key.rpartition(":")[0]) for was in own.values()), None)
        if item is None:
            self._told.gone.append((self._page.name, row))
            return
        for was in own.values():
            now = said(self._now.cells[was.key].value, self._base.wanted)
            if not alike(now, was.shown):
                self._trouble(row, CONFLICT.format(was=cut(was.shown), now=cut(now), here=ROW_GONE))
                return
        before = join([same(cut(was.shown)) for was in own.values() if was.shown], "，", ", ")
        self._told.edits.append(Edit(self._page.name, row, before, ROW_GONE, item.place, does="remove"))

    def _trouble(self, cell: str, why: Text) -> None:
        self._told.troubles.append(Trouble(self._page.name, cell, why))
