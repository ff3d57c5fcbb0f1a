"""What stands in a workbook that somebody has worked in: its sheets, columns and rows, wherever they were moved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.handbook.sheets.base import Base
from playbook.handbook.sheets.kinds import Raw
from playbook.handbook.sheets.plain import canonical
from playbook.language import Text


class ReadBackError(ValueError):
    """A file that cannot be read back at all; `args[0]` is a Text that says what to do."""


@dataclass(frozen=True)
class Trouble:
    """What cannot be taken: the sheet as it is called in the file, the cell or cells, and why."""

    sheet: str
    cell: str
    why: Text

    @property
    def said(self) -> Text:
        """Return it as a sentence."""
        return Text("“{sheet}”{cell}：{why}。", "“{sheet}” {cell}: {why}.").format(
            sheet=self.sheet, cell=self.cell, why=self.why
        )


@dataclass(frozen=True)
class FoundCell:
    """A cell: its address, what it holds, and whether that is a formula or an error."""

    address: str
    raw: Raw
    formula: bool

    @property
    def says(self) -> str:
        """Return what it says, as text."""
        return canonical(self.raw)


@dataclass(frozen=True)
class FoundRow:
    """A row of a sheet: its id (empty if it has none), where that stands, and its cells by column."""

    id: str
    at: str
    cells: Mapping[str, FoundCell]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written in it."""
        return not self.id and not any(cell.says or cell.formula for cell in self.cells.values())


@dataclass(frozen=True)
class FoundSheet:
    """A sheet of ours: its id, its name in the file, its rows, and the letters of columns that are not ours."""

    id: str
    name: str
    rows: tuple[FoundRow, ...]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """A workbook as it was found, with what it was built from, and what is wrong with its shape."""

    base: Base
    sheets: Mapping[str, FoundSheet]
    troubles: tuple[Trouble, ...]
