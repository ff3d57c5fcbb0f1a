"""From a CSV to tables: a header that may come again or change to another layout's, and rows however ragged.

A line ends at LF, CR LF or CR, as editors count; the first line of the file is 1. A cell in quotes may run over
several lines. Source for the shape of a CSV: RFC 4180.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator

from playbook.exports import reasons, refusals
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


def tables(lines: Iterable[str], encoding: Encoding, wanted: Wanted) -> Iterator[Table]:
    """Yield the tables of a CSV, at least one; raise ExportError if its first row is the header of no layout."""
    found = rows(lines)
    first = next(found, None)
    if first is None:
        raise ExportError(refusals.EMPTY)
    header = names(first.cells)
    if bad := garbled(header):
        header = _mended_header(header, wanted, bad)
        found = map(_mended, found)
    shape = Shape.of(header, wanted.layout(header, "csv"), encoding.bad)
    yield Table(shape.layout, [], {}, note=encoding.note)
    for batch in batched(found):
        for begins, part in _parts(batch, shape, wanted):
            shape = begins
            yield shape.table(part)


def rows(lines: Iterable[str]) -> Iterator[Row]:
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

    at, reader = 1, csv.reader(feed(), strict=True)
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            again.extendleft(reversed(held[1:]))
            yield Row(at, at, [held[0].rstrip("\r\n")], reasons.BROKEN)
            del held[1:]
            reader = csv.reader(feed(), strict=True)
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
            if begins.header == shape.header:
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
