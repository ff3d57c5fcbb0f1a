"""`handbook.xlsx`: what a team works in. It can be read back, and the same plans give the same bytes."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from playbook.handbook.held import Held
from playbook.handbook.inert import one_line
from playbook.handbook.sheets import base
from playbook.handbook.sheets.all_sheets import sheets
from playbook.handbook.sheets.cells import Cell, Row, Sheet
from playbook.handbook.sheets.dropdowns import Dropdowns
from playbook.handbook.sheets.guide import TITLE as GUIDE
from playbook.handbook.sheets.guide import guide
from playbook.handbook.sheets.kinds import Number
from playbook.handbook.sheets.moments import Day
from playbook.handbook.sheets.paper import height, on_a4
from playbook.handbook.sheets.plain import escaped, shown
from playbook.handbook.sheets.settled import settled
from playbook.language import Language, Text, language

FONTS: dict[Language, str] = {"zh": "Microsoft YaHei", "en": "Calibri"}
HEAD, READ_ONLY, THEIRS = (PatternFill("solid", fgColor=each) for each in ("1F4E5F", "EFEFEF", "FFF6DA"))
LINE = Side(style="thin", color="C9C9C9")
BORDER = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
ID, ID_WIDTH = Text("编号", "Id"), 6
IDS_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3  # the ids of the columns (hidden), their heads, the first entry
LONG = 255  # characters: older Excel shows #### for more in a cell formatted as text
SPARE = 50  # rows below the last that have drop-downs, on a sheet where rows may be added
LAID = Alignment(vertical="top", horizontal="left", wrap_text=True)
FALLBACK = date(2026, 1, 1)  # the date in a workbook of a company without a plan


def workbook(held: Held) -> bytes:
    """Return the workbook in the reader's language; the same plans give the same bytes."""
    wanted = language()
    made = sheets(held)
    book = Workbook()
    guide(book.worksheets[0], held, made, wanted, FONTS[wanted])
    lists = Dropdowns(wanted)
    for sheet in made:
        _Writer(book.create_sheet(sheet.title.in_language(wanted)), sheet, lists, wanted).write()
    base.write(book, made, held, wanted)
    lists.write(book)
    book.properties.creator = one_line(held.facts.company.name)
    book.properties.title = GUIDE.in_language(wanted)
    stream = io.BytesIO()
    book.save(stream)
    return settled(stream.getvalue(), held.newest or FALLBACK)


class _Writer:
    """Writes one sheet."""

    def __init__(self, page: Worksheet, sheet: Sheet, lists: Dropdowns, wanted: Language) -> None:
        self._page, self._sheet, self._lists, self._wanted = page, sheet, lists, wanted
        self._font = Font(name=FONTS[wanted])

    def write(self) -> None:
        """Write the ids of the columns, their heads, and the rows; freeze, filter and print them."""
        page, columns = self._page, self._sheet.columns
        self._text(IDS_ROW, 1, base.marked(self._sheet))
        self._head(1, ID, ID_WIDTH)
        for at, column in enumerate(columns, start=2):
            self._text(IDS_ROW, at, column.id)
            self._head(at, column.head, column.width)
        page.row_dimensions[IDS_ROW].hidden = True
        page.row_dimensions[HEAD_ROW].height = height(
            (column.head.in_language(self._wanted), column.width) for column in columns
        )
        for number, row in enumerate(self._sheet.rows, start=FIRST_ROW):
            self._row(number, row)
        self._offer()
        last = max(HEAD_ROW, HEAD_ROW + len(self._sheet.rows))
        page.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(len(columns) + 1)}{last}"
        page.freeze_panes = f"B{FIRST_ROW}"
        page.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
        on_a4(page, self._sheet.title.in_language(self._wanted))

    def _head(self, at: int, head: Text, width: int) -> None:
        cell = self._page.cell(HEAD_ROW, at)
        self._text(HEAD_ROW, at, head.in_language(self._wanted))
        cell.font = Font(name=FONTS[self._wanted], bold=True, color="FFFFFF")
        cell.fill, cell.alignment, cell.border = HEAD, LAID, BORDER
        self._page.column_dimensions[get_column_letter(at)].width = width

    def _row(self, number: int, row: Row) -> None:
        self._cell(number, 1, Cell(row.id))
        told = []
        for at, column in enumerate(self._sheet.columns, start=2):
            cell = row.cells.get(column.id, Cell())
            self._cell(number, at, cell, theirs=bool(column.theirs))
            told.append((shown(cell.value, self._wanted), column.width))
        self._page.row_dimensions[number].height = height(told)

    def _cell(self, number: int, at: int, cell: Cell, *, theirs: bool = False) -> None:
        value, made = shown(cell.value, self._wanted), self._page.cell(number, at)
        if isinstance(value, str):
            self._text(number, at, value)
        else:
            made.value = value
        made.font, made.alignment, made.border = self._font, LAID, BORDER
        if theirs or cell.place is None:
            made.fill = THEIRS if theirs else READ_ONLY
        made.number_format = _format(cell, value)

    def _text(self, number: int, at: int, words: str) -> None:
        r"""Write words as text whatever they begin with: `=1+1` is no formula."""
        cell = self._page.cell(number, at)
        cell.value = escaped(words)
        cell.data_type = "s"

    def _offer(self) -> None:
        """Give every cell that has choices its drop-down, and the empty rows below on a sheet that may grow."""
        rows = self._sheet.rows
        for at, column in enumerate(self._sheet.columns, start=2):
            letter = get_column_letter(at)
            for number, row in enumerate(rows, start=FIRST_ROW):
                cell = row.cells.get(column.id, Cell())
                if column.theirs or (cell.place and cell.kind.choices):
                    choices, strict = (column.theirs, False) if column.theirs else (cell.kind.choices, cell.kind.strict)
                    self._lists.offer(self._page, f"{letter}{number}", choices, strict=strict)
            growing = self._sheet.growing
            if growing and column.id in growing.fields and growing.fields[column.id][0].choices:
                kind, below = growing.fields[column.id][0], FIRST_ROW + len(rows)
                spare = f"{letter}{below}:{letter}{below + SPARE - 1}"
                self._lists.offer(self._page, spare, kind.choices, strict=kind.strict)


def _format(cell: Cell, value: object) -> str:
    """Return how a cell is formatted: what is typed into a cell of text stays text."""
    if isinstance(value, date) or (cell.place and isinstance(cell.kind, Day)):
        return "yyyy-mm-dd"
    if isinstance(value, (int, float)) or (cell.place and isinstance(cell.kind, Number)):
        return "General"
    return "General" if isinstance(value, str) and len(value) > LONG else "@"
