"""From a CSV to tables: a header that may come again or change to another layout's, and rows however ragged.

A line ends at LF, CR LF or CR, as editors count; the first line of the file is 1. A cell in quotes may run over
several lines. Source for the shape of a CSV: RFC 4180.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from playbook.exports import reasons, refusals, remarks
from playbook.exports.encodings import BOM, Encoding, garbled, mended
from playbook.exports.layouts import first_names
from playbook.exports.refusals import ExportError
from playbook.exports.shapes import Row, Shape
from playbook.exports.table import Note, Table, batched
from playbook.exports.wanted import Wanted
from playbook.language import Text
from playbook.shown import cut

MOST_LINES = 500  # of one row: a quote that is never closed must not swallow the rest of the file
AROUND = BOM + " \t"  # what may stand around a column name
SEPARATORS = {",": (), "\t": (remarks.TABS,), ";": (remarks.SEMICOLONS,)}
"""What may stand between columns, and what is said of it."""


def tables(lines: Iterable[str], encoding: Encoding, wanted: Wanted) -> Iterator[Table]:
    """Yield the tables of a CSV, at least one; raise ExportError if its first row is the header of no layout."""
    source = iter(lines)
    start = _start(source)
    separator = _separator(start[-1], wanted)
    header, found = _header(row for row in rows(chain(start, source), separator) if row.line >= len(start))
    if bad := garbled(header):
        header = _mended_header(header, wanted, bad)
        found = map(_mended, found)
    shape = Shape.of(header, wanted.layout(header, "csv"), encoding.bad)
    yield Table(shape.layout, [], {}, remarks=(*encoding.remarks, *SEPARATORS[separator]))
    for batch in batched(found):
        for begins, part in _parts(batch, shape, wanted):
            shape = begins
            yield shape.table(part)


def _start(lines: Iterator[str]) -> list[str]:
    """Return the lines up to the first that holds something; raise ExportError if there is none."""
    start: list[str] = []
    for line in lines:
        start.append(line)
        if line.strip(AROUND + ",;\r\n"):
            return start
    raise ExportError(refusals.EMPTY)


def _separator(line: str, wanted: Wanted) -> str:
    """Return what stands between the columns: what makes a known header of the first line.

    If nothing does, a comma; where there is none, what makes the most columns, so that the person is told their names.
    """
    headers = {each: names(next(rows([line], each)).cells) for each in SEPARATORS}
    known = [each for each, header in headers.items() if wanted.known(header, "csv") or garbled(header)]
    if known or len(headers[","]) > 1:
        return [*known, ","][0]
    return max(headers, key=lambda each: len(headers[each]))


def _header(found: Iterator[Row]) -> tuple[list[str], Iterator[Row]]:
    """Return the names of the first row and the rows below.

    Commas behind the last name stand for columns without a name; if the next row ends before them, for nothing.
    """
    header = names(next(found).cells)
    below = list(islice(found, 1))
    named = len(header)
    while named and not header[named - 1]:
        named -= 1
    shorter = below and len(below[0].cells) == named
    return header[:named] if shorter else header, chain(below, found)


def rows(lines: Iterable[str], separator: str) -> Iterator[Row]:
    """Split lines into rows. After a row whose quotes do not match, reading goes on at the very next line."""
    source = iter(lines)
    again: deque[str] = deque()  # lines to be read once more
    held: list[str] = []  # lines of the row that is being read

    def feed() -> Iterator[str]:
        while len(held) < MOST_LINES:
            line = again.popleft() if again else next(source, None)
            if line is None:
                return
            held.append(line)
            yield line

    at, reader = 1, csv.reader(feed(), delimiter=separator, strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            again.extendleft(reversed(held[1:]))
            yield Row(at, at, [held[0].rstrip("\r\n")], reasons.BROKEN)
            del held[1:]
            reader = csv.reader(feed(), delimiter=separator, strict=True)
        else:
            if cells is None:
                return
            if cells:
                yield Row(at, at + len(held) - 1, cells)
        at += len(held)
        held.clear()


def names(cells: list[str]) -> list[str]:
    """Return the column names of a header row, without a byte-order mark and spaces around them."""
    return [cell.strip(AROUND) for cell in cells]


def _parts(batch: list[Row], shape: Shape, wanted: Wanted) -> Iterator[tuple[Shape, list[Row]]]:
    """Yield rows with their shape; another header begins a new part; each stands there as a row that is left out."""
    part: list[Row] = []
    known = first_names() | set(shape.header)
    for row in batch:
        if row.cells[0].strip(AROUND) in known and (begins := _begins(row, shape, wanted)):
            told = Row(row.line, row.last, names(row.cells), _header_told(shape, begins))
            if begins is shape:
                part.append(told)
            else:
                yield shape, part
                shape, part = begins, [told]
        else:
            part.append(row)
    yield shape, part


def _begins(row: Row, shape: Shape, wanted: Wanted) -> Shape | None:
    """Return the shape of the rows below if this row is a header."""
    read = names(row.cells)
    width = len(shape.header)
    if read[:width] == shape.header and not any(read[width:]):
        return shape
    layout = shape.layout if sorted(read) == sorted(shape.header) else wanted.known(read, "csv")
    return Shape.of(read, layout, shape.bad) if layout else None


def _header_told(before: Shape, after: Shape) -> Text:
    if before.layout is after.layout:
        return reasons.HEADER_AGAIN
    return reasons.HEADER_OTHER.format(layout=after.layout.name)


def _mended_header(header: list[str], wanted: Wanted, bad: str) -> list[str]:
    """Return the names that UTF-8 read as GBK once were; raise ExportError if they are lost."""
    before = [mended(name) or "" for name in header]
    if not wanted.known(before, "csv"):
        raise ExportError(refusals.GARBLED.format(found=cut(bad, 30)))
    return before


def _mended(row: Row) -> Row:
    before = [mended(cell) for cell in row.cells]
    cells = [cell for cell in before if cell is not None]
    if len(cells) < len(before):
        return row._replace(fault=reasons.GARBLED)
    return row._replace(cells=cells, note=Note("mended", "", "", reasons.UNGARBLED)) if cells != row.cells else row
