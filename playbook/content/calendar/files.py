"""The calendar as a CSV or an Excel workbook, and the rows of such a file read back, whoever saved it last."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from zipfile import BadZipFile

import pandas as pd
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from playbook.content.calendar.cells import AD_MARKS, AI_MARKS, DECLARED, HEADS, PLAIN, Cells, clean, guarded
from playbook.content.draft import STATUSES
from playbook.exports.encodings import encoding_of
from playbook.exports.refusals import ExportError
from playbook.language import LANGUAGES, Text
from playbook.shown import inert

CSV, XLSX = "csv", "xlsx"
TITLE = Text("日历", "Calendar")
WIDTHS = {"id": 8, "date": 12, "time": 8, "account": 16, "text": 60, "topic": 16, "mentions": 16, "notes": 24}
USUAL = 12  # characters wide
LONG = frozenset({"text", "notes"})  # older Excel shows #### for a long text in a cell formatted as text
MOST_ROWS = 20_000
SEPARATORS = (",", "\t", ";")
CHOICES: dict[str, list[Text]] = {
    "status": list(STATUSES.values()),
    "ad_mark": list(AD_MARKS.values()),
    "ai": [each for each in AI_MARKS.values() if each != DECLARED],
}
ZIP, OLD_EXCEL = b"PK", b"\xd0\xcf\x11\xe0"
NO_SHEET = Text(
    "{name} 打不开：它不是完整的 Excel 工作簿。请在 Excel 里另存为 .xlsx 或 CSV，再读一次；计划没有动。",
    "{name} cannot be opened: it is not a whole Excel workbook. Save it in Excel as .xlsx or CSV and read it again; "
    "the plan is as it was.",
)
OLD = Text(
    "{name} 是旧版 Excel 工作簿（.xls）。请在 Excel 里另存为 .xlsx，再读一次；计划没有动。",
    "{name} is an old Excel workbook (.xls). Save it in Excel as .xlsx and read it again; the plan is as it was.",
)
NO_TEXT = Text(
    "{name} 读不出文字。请换用课程存出来的 CSV 或 .xlsx；计划没有动。{why}",
    "No text can be read in {name}. Use the CSV or the .xlsx that the course saved; the plan is as it was. {why}",
)
NO_ID = Text(
    "{name} 里没有“编号”这一列，认不出哪一行是哪一条草稿。读到的列：{read}。"
    "请用课程存出来的文件，列可以换顺序，表头不要改；计划没有动。",
    "{name} has no column “id”, so nobody can tell which row is which draft. Columns read: {read}. Use the file that "
    "the course saved: its columns may be moved, their heads must stay. The plan is as it was.",
)
NOTHING = Text("没有", "none")


class CalendarFileError(ValueError):
    """A file that cannot be read as a calendar; `args[0]` is a Text: what, what was read, what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True)
class Line:
    """A row of a file that holds something: its number in the sheet (the heads are in 1), and its cells by key."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """The rows of a file; `in_gbk` if it was saved in GBK, where Excel puts a `?` for what that cannot hold."""

    lines: tuple[Line, ...]
    in_gbk: bool = False


def to_csv(rows: list[Cells]) -> bytes:
    """Return rows as a CSV that Excel opens as it is: UTF-8 with its mark, and no cell that it would run or rewrite."""
    table = [[_for_csv(key, str(row[key])) for key in HEADS] for row in rows]
    written = pd.DataFrame(table, columns=_heads()).to_csv(index=False, lineterminator="\r\n")
    return written.encode("utf-8-sig")


def to_xlsx(rows: list[Cells]) -> bytes:
    """Return rows as a workbook: ids as text, days as days, heads that stay in sight, statuses to choose from."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # noqa: S101 - a new workbook has one
    sheet.title = str(TITLE)
    sheet.append(_heads())
    for number, row in enumerate(rows, start=2):
        for place, key in enumerate(HEADS, start=1):
            _put(sheet, number, place, key, clean(str(row[key])))
    _furnish(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def read_sheet(name: str, data: bytes) -> Sheet:
    """Return the rows of a CSV or a workbook, as the course or Excel saved it; raise CalendarFileError if none is."""
    if data.startswith(OLD_EXCEL):
        raise CalendarFileError(OLD.format(name=name))
    in_gbk = False
    if data.startswith(ZIP):
        rows = _of_workbook(name, data)
    else:
        rows, in_gbk = _of_csv(name, data)
    filled = ((number, row) for number, row in enumerate(islice(rows, MOST_ROWS), start=1) if any(map(str.strip, row)))
    heads = next(filled, (0, []))[1]
    keys = [_key(head) for head in heads]
    if "id" not in keys:
        raise CalendarFileError(NO_ID.format(name=name, read="、".join(heads) or NOTHING))
    return Sheet(tuple(Line(number, _cells(keys, row)) for number, row in filled), in_gbk)


def _heads() -> list[str]:
    return [str(head) for head in HEADS.values()]


def _for_csv(key: str, cell: str) -> str:
    whole = clean(cell)
    return inert(whole) if key in PLAIN else guarded(whole)


def _put(sheet: Worksheet, row: int, column: int, key: str, value: str) -> None:
    """Write a cell as what it is; words stay words, whatever they begin with."""
    cell = sheet.cell(row, column)
    if key == "date" and value:
        cell.value, cell.number_format = date.fromisoformat(value), "yyyy-mm-dd"
    elif key == "time" and value:
        cell.value, cell.number_format = time.fromisoformat(value), "hh:mm"
    elif key == "length" and value:
        cell.value = int(value)
    elif value:
        cell.value = value
        cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
        cell.quotePrefix = True  # and Excel leaves it alone when somebody edits the cell
        cell.alignment = Alignment(wrap_text=key in LONG, vertical="top")
    if key not in PLAIN | LONG:
        cell.number_format = "@"  # what somebody types here stays as it was typed


def _furnish(sheet: Worksheet) -> None:
    """Freeze the heads, set widths, and offer what status and marks may say."""
    sheet.freeze_panes = "B2"
    for place, key in enumerate(HEADS, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = WIDTHS.get(key, USUAL)
        sheet.cell(1, place).font = Font(bold=True)
        if key in CHOICES:
            listed = ",".join(map(str, CHOICES[key]))
            offered = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True)
            offered.add(f"{letter}2:{letter}{MOST_ROWS}")
            sheet.add_data_validation(offered)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(HEADS))}{max(2, sheet.max_row)}"


def _of_workbook(name: str, data: bytes) -> Iterator[list[str]]:
    """Return the rows of the first sheet that has a column of ids, else of the first."""
    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError, TypeError) as error:
        raise CalendarFileError(NO_SHEET.format(name=name)) from error
    sheets = [each for each in book.worksheets if isinstance(each, Worksheet)]
    if not sheets:
        raise CalendarFileError(NO_SHEET.format(name=name))
    first = next((each for each in sheets if _has_ids(each)), sheets[0])
    return ([_told(cell) for cell in row] for row in first.iter_rows(values_only=True))


def _has_ids(sheet: Worksheet) -> bool:
    top = sheet.iter_rows(max_row=20, values_only=True)  # heads may stand below a title
    return any(_key(_told(cell)) == "id" for row in top for cell in row)


def _told(cell: object) -> str:
    """Return a cell of a workbook in words."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if cell.time() == time() else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _of_csv(name: str, data: bytes) -> tuple[Iterator[list[str]], bool]:
    """Return the rows of a CSV, whatever separates its columns, and whether it is in GBK."""
    try:
        encoding = encoding_of(io.BytesIO(data))
    except ExportError as error:
        raise CalendarFileError(NO_TEXT.format(name=name, why=error.args[0])) from error
    text = encoding.opened(io.BytesIO(data)).read()
    separator = max(SEPARATORS, key=lambda each: sum(_key(head) is not None for head in _first(text, each)))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return _readable(name, rows), encoding.name == "gb18030"


def _readable(name: str, rows: Iterable[list[str]]) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise CalendarFileError(NO_TEXT.format(name=name, why=error)) from error


def _first(text: str, separator: str) -> list[str]:
    """Return the first row that holds something, as this separator cuts it."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return next((row for row in rows if any(map(str.strip, row))), [])
    except csv.Error:
        return []


def _key(head: str) -> str | None:
    """Return which column a head names, in either language."""
    said = head.strip("\ufeff \t'").casefold()
    return next(
        (key for key, text in HEADS.items() if said in {text.in_language(each).casefold() for each in LANGUAGES}), None
    )


def _cells(keys: list[str | None], row: list[str]) -> dict[str, str]:
    """Return the cells of a row by the key of their column; of two columns with the same head the first counts."""
    named = [(key, cell) for key, cell in zip(keys, row, strict=False) if key is not None]
    return {key: clean(cell) for key, cell in reversed(named)}
