"""What the plans said when a workbook was built: a hidden sheet, by which an edit is told from a plan that changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook

from playbook.handbook.held import Held
from playbook.handbook.inert import one_line
from playbook.handbook.sheets.cells import Sheet
from playbook.handbook.sheets.plain import canonical, escaped, shown, unescaped
from playbook.language import LANGUAGES, Language

NAME, MARK, VERSION = "_handbook", "weibo-operations handbook", "1"
SHEET_MARK = "handbook:"


class NoBaseError(ValueError):
    """A workbook that `playbook build` did not make, or whose hidden sheet is gone or damaged."""


@dataclass(frozen=True)
class Was:
    """What a cell showed when the workbook was built, and the key of the place in a plan that it came from."""

    key: str
    shown: str


@dataclass(frozen=True)
class Base:
    """Every cell of a workbook as it was built: by sheet, row and column; `wanted` is the language it speaks.

    Without a row it is the head of a column, without a column too the name of the sheet.
    """

    wanted: Language
    cells: Mapping[tuple[str, str, str], Was]

    def rows(self, sheet: str) -> list[str]:
        """Return the ids of a sheet's rows."""
        return list(dict.fromkeys(row for of, row, _ in self.cells if of == sheet and row))

    def sheets(self) -> list[str]:
        """Return the ids of the sheets, in their order."""
        return list(dict.fromkeys(sheet for sheet, _, _ in self.cells))

    def called(self, sheet: str, column: str = "") -> str:
        """Return what a sheet, or a column of it, was called when the workbook was built."""
        return self.cells.get((sheet, "", column), Was("", sheet)).shown

    def columns(self, sheet: str) -> list[str]:
        """Return the ids of a sheet's columns, in their order."""
        return list(dict.fromkeys(column for of, _, column in self.cells if of == sheet and column))


def marked(sheet: Sheet) -> str:
    """Return what stands in the hidden first cell of a sheet, so that it can be found under another name."""
    return f"{SHEET_MARK}{sheet.id}"


def write(book: Workbook, made: Sequence[Sheet], held: Held, wanted: Language) -> None:
    """Add the hidden sheet: a line of its own at the head; then of each sheet its name, its heads, and every cell."""
    page = book.create_sheet(NAME)
    page.sheet_state = "hidden"
    lines: list[tuple[str, ...]] = [(MARK, VERSION, wanted, one_line(held.facts.company.name))]
    for sheet in made:
        lines.append((sheet.id, "", "", "", sheet.title.in_language(wanted)))
        lines += [(sheet.id, "", column.id, "", column.head.in_language(wanted)) for column in sheet.columns]
        for row in sheet.rows:
            for column in sheet.columns:
                cell = row.cells.get(column.id)
                value = canonical(shown(cell.value, wanted)) if cell else ""
                lines.append((sheet.id, row.id, column.id, cell.key if cell else "", value))
    for number, line in enumerate(lines, start=1):
        for at, words in enumerate(line, start=1):
            cell = page.cell(number, at)
            cell.value, cell.number_format = escaped(words) or None, "@"
            cell.data_type = "s" if words else "n"


def read(book: Workbook) -> Base:
    """Return what the hidden sheet says. Raises NoBaseError."""
    if NAME not in book.sheetnames:
        raise NoBaseError
    lines = [[unescaped(str(each or "")) for each in line] for line in book[NAME].iter_rows(values_only=True)]
    if not lines or lines[0][:2] != [MARK, VERSION] or lines[0][2] not in LANGUAGES:
        raise NoBaseError
    cells = {}
    for sheet, row, column, key, *rest in lines[1:]:
        cells[sheet, row, column] = Was(key, rest[0] if rest else "")
    return Base(lines[0][2], cells)
