"""From a file to rows of cells: nothing is dropped on the way, and what is no CSV in UTF-8 is refused.

A line ends at LF, CR LF or CR, as editors count; the first line of the file is 1. A cell in quotes may run over
several lines. Source for the shape of a CSV: RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playbook.exports import refusals
from playbook.exports.refusals import ExportError

MOST_LINES = 500  # of one row: a quote that is never closed must not swallow the rest of the file
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its first and last line, its cells, and whether it is `broken` (then the cells are its raw line)."""

    line: int
    last: int
    cells: list[str]
    broken: bool = False


def read_file(path: Path) -> list[Row]:
    """Return every row of a file, its header first; lines with nothing in them are no rows.

    Bytes that are not UTF-8 stand as lone surrogates. Raises ExportError for what cannot be read at all.
    """
    data = _bytes(path)
    if not data.removeprefix(BOM.encode()).strip(b" \t\r\n\x00"):
        raise ExportError(refusals.EMPTY)
    if refusal := refusals.by_first_bytes(data):
        raise ExportError(refusal)
    found = list(rows(io.StringIO(data.decode("utf-8-sig", "surrogateescape"), newline="").readlines()))
    if refusal := refusals.by_header(found[0].cells):
        raise ExportError(refusal)
    return found


def rows(lines: list[str]) -> Iterator[Row]:
    """Split lines into rows. After a row whose quotes do not match, reading goes on at the very next line."""
    at = 0
    while at < len(lines):
        reader = csv.reader((lines[each] for each in range(at, min(at + MOST_LINES, len(lines)))), strict=True)
        try:
            cells = next(reader)
        except csv.Error:
            yield Row(at + 1, at + 1, [lines[at].rstrip("\r\n")], broken=True)
            at += 1
            continue
        if cells:
            yield Row(at + 1, at + reader.line_num, cells)
        at += reader.line_num


def names(cells: list[str]) -> list[str]:
    """Return the column names of a header row, without a byte-order mark and spaces around them."""
    return [cell.strip(BOM + " \t") for cell in cells]


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise ExportError(refusals.FOLDER)
        if not path.exists():
            raise ExportError(refusals.MISSING)
        if not path.is_file():
            raise ExportError(refusals.NO_FILE)
        return path.read_bytes()
    except OSError as error:
        raise ExportError(refusals.UNREADABLE.format(why=error.strerror or type(error).__name__)) from error
