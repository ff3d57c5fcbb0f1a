"""Opens a workbook that somebody has worked in and finds what is ours in it: by hidden marks, not by names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as Read
from openpyxl.worksheet.worksheet import Worksheet

from playbook.handbook.sheets import base
from playbook.handbook.sheets.base import SHEET_MARK, Base, NoBaseError
from playbook.handbook.sheets.found import Found, FoundCell, FoundRow, FoundSheet, ReadBackError, Trouble
from playbook.handbook.sheets.kinds import Raw
from playbook.handbook.sheets.plain import unescaped
from playbook.language import Text

LARGEST = 200_000_000  # bytes, unpacked
MOST_ROWS = 20_000
MOST_COLUMNS = 100  # columns that are looked through for notes of the team’s own
FIRST_ROW = 3
NO_WORKBOOK = Text(
    "{path} 不是 .xlsx 文件，或者已经损坏。在 Excel 或 LibreOffice 里打开，另存为 .xlsx，再读一次。",
    "{path} is not an .xlsx file, or it is damaged. Open it in Excel or LibreOffice, save it as .xlsx, and read that.",
)
NO_BASE = Text(
    "{path} 不是 playbook build 生成的手册，或者里面隐藏的 _handbook 表被删了。读不回来；请用没删过这张表的那一份。",
    "{path} was not made by playbook build, or its hidden sheet _handbook is gone, so it cannot be read back. Use a "
    "copy that still has the sheet.",
)
NO_SHEET = Text(
    "少了这张表，或者它隐藏的第 1 行被删了；请用没删过的那一份",
    "this sheet is gone, or its hidden row 1 is; use a copy that still has both",
)
TWO_SHEETS = Text(
    "这张表和“{other}”是同一张的两份；删掉一份", "this sheet and “{other}” are copies of one; delete one of them"
)
NO_COLUMN = Text(
    "少了一列（{column}），或者隐藏的第 1 行被删了；请用没删过的那一份",
    "a column is gone ({column}), or the hidden row 1 is; use a copy that still has it",
)
TWO_COLUMNS = Text("有两列都是 {column}；删掉一列", "two columns are {column}; delete one of them")
MERGED = Text("合并了单元格；先取消合并", "these cells are merged; unmerge them first")
TOO_LONG = Text("超过 {most} 行", "more than {most} rows")
TOO_LARGE = Text(
    "{path} 太大了，展开后超过 200 MB；去掉图片和别的附件，再读一次。",
    "{path} takes more than 200 MB once unpacked. Take out pictures and the like, and read it again.",
)


def found(path: Path) -> Found:
    """Read a workbook. Raises ReadBackError if it is none of ours, OSError if there is no such file."""
    try:
        book = load_workbook(path) if _unpacked(path) <= LARGEST else None
    except OSError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers do
        raise ReadBackError(NO_WORKBOOK.format(path=path)) from error
    if book is None:
        raise ReadBackError(TOO_LARGE.format(path=path))
    try:
        was = base.read(book)
    except NoBaseError as error:
        raise ReadBackError(NO_BASE.format(path=path)) from error
    return _Reading(book, was).found()


def _unpacked(path: Path) -> int:
    """Return how many bytes a workbook has once it is unpacked, as it says itself. Raises BadZipFile."""
    with ZipFile(path) as archive:
        return sum(entry.file_size for entry in archive.infolist())


class _Reading:
    """One reading of a workbook; troubles are gathered on the way."""

    def __init__(self, book: Workbook, was: Base) -> None:
        self._book, self._base = book, was
        self._troubles: list[Trouble] = []

    def found(self) -> Found:
        pages = self._pages()
        sheets = {}
        for sheet in self._base.sheets():
            if sheet not in pages:
                self._trouble(self._base.called(sheet), "", NO_SHEET)
                continue
            page, ids_at = pages[sheet]
            sheets[sheet] = self._sheet(sheet, page, ids_at)
        return Found(self._base, sheets, tuple(self._troubles))

    def _pages(self) -> dict[str, tuple[Worksheet, int]]:
        """Return each sheet of ours with the column of its ids: both are marked in its first row."""
        pages: dict[str, tuple[Worksheet, int]] = {}
        for page in self._book.worksheets:
            for cell in page[1]:
                if isinstance(cell.value, str) and cell.value.startswith(SHEET_MARK):
                    sheet = cell.value.removeprefix(SHEET_MARK)
                    if sheet in pages:
                        self._trouble(page.title, "", TWO_SHEETS.format(other=pages[sheet][0].title))
                    pages.setdefault(sheet, (page, cell.column))
        return pages

    def _sheet(self, sheet: str, page: Worksheet, ids_at: int) -> FoundSheet:
        columns = self._columns(sheet, page)
        for merged in page.merged_cells.ranges:
            if merged.max_row >= FIRST_ROW:
                self._trouble(page.title, str(merged), MERGED)
        if page.max_row > MOST_ROWS:
            self._trouble(page.title, "", TOO_LONG.format(most=MOST_ROWS))
            return FoundSheet(sheet, page.title, (), ())
        rows = tuple(self._rows(page, ids_at, columns))
        ours = {ids_at, *columns.values()}
        others = {
            cell.column_letter
            for line in page.iter_rows(min_row=FIRST_ROW, max_col=min(page.max_column, MOST_COLUMNS))
            for cell in line
            if isinstance(cell, Read) and cell.value is not None and cell.column not in ours
        }
        return FoundSheet(sheet, page.title, rows, tuple(sorted(others)))

    def _columns(self, sheet: str, page: Worksheet) -> dict[str, int]:
        """Return where each column stands, by the ids in the hidden first row."""
        columns: dict[str, int] = {}
        for cell in page[1]:
            if isinstance(cell.value, str) and cell.value in self._base.columns(sheet):
                if cell.value in columns:
                    self._trouble(
                        page.title, cell.coordinate, TWO_COLUMNS.format(column=self._base.called(sheet, cell.value))
                    )
                columns[cell.value] = cell.column
        for missing in (each for each in self._base.columns(sheet) if each not in columns):
            self._trouble(page.title, "", NO_COLUMN.format(column=self._base.called(sheet, missing)))
        return columns

    def _rows(self, page: Worksheet, ids_at: int, columns: Mapping[str, int]) -> Iterator[FoundRow]:
        for number in range(FIRST_ROW, page.max_row + 1):
            id_cell = _cell(page, number, ids_at)
            row = FoundRow(
                id_cell.says, id_cell.address, {name: _cell(page, number, at) for name, at in columns.items()}
            )
            if not row.is_empty:
                yield row

    def _trouble(self, sheet: str, cell: str, why: Text) -> None:
        self._troubles.append(Trouble(sheet, cell, why))


def _cell(page: Worksheet, row: int, column: int) -> FoundCell:
    cell = page.cell(row, column)
    formula = cell.data_type in {"f", "e"}
    return FoundCell(cell.coordinate, None if formula else _raw(cell.value), formula)


def _raw(value: object) -> Raw:
    """Return what a cell holds; a time may come as a part of the day, and what else there is as text."""
    if isinstance(value, timedelta) and timedelta() <= value < timedelta(days=1):
        return (datetime.min + value).time()  # noqa: DTZ901 - a time of day has no zone
    if value is None or isinstance(value, (int, float, date, time)):
        return value
    return unescaped(str(value))
