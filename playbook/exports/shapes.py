"""The rows under one header: which of them are whole, which the tool wrote shorter, which hold a cell too many."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from playbook.exports import reasons
from playbook.exports.layouts import Layout, told
from playbook.exports.remarks import passed_over
from playbook.exports.table import Note, Table, left_out
from playbook.language import Text
from playbook.posts import COUNTS

COUNT = re.compile(r"(?:[0-9.]+ *[万亿]?\+?)?")
DATE = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}.*", re.DOTALL)


class Row(NamedTuple):
    """One row: its first and last line, its cells, why none of them can be used, and what was mended in it."""

    line: int
    last: int
    cells: list[str]
    fault: Text | None = None
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A header with its layout. `places` gives, for each length a row may have, the column of each of its cells.

    `dates` are where the tool may put a cell too many before a date; `forms` what stands elsewhere if it did.
    `shows` says that the report may show a row as it was read: no column of it is personal or unknown. `passed_over`
    says which columns are not read.
    """

    header: list[str]
    layout: Layout
    bad: re.Pattern[str] | None
    places: dict[int, list[str]]
    dates: list[int]
    forms: dict[int, re.Pattern[str]]
    shows: bool
    passed_over: tuple[Text, ...]

    @classmethod
    def of(cls, header: list[str], layout: Layout, bad: re.Pattern[str] | None) -> Shape:
        """Return the shape of the rows under a header; `bad` finds what could not be decoded."""
        places = {len(header): header}
        for stop in layout.stops:
            after = layout.columns[layout.columns.index(stop) + 1 :]
            if set(header[-len(after) :]) == set(after):  # only where the columns are in the tool's order
                places[len(header) - len(after)] = header[: -len(after)]
        if layout.skips and tuple(header) == layout.columns:
            rest = [column for column in header if column not in layout.skips]
            places[len(rest)] = rest
        dates = [header.index(column) for column in layout.inserted if column in header]
        forms = {header.index(layout.column(name)): COUNT for name in COUNTS} if dates else {}
        forms |= {header.index(column): DATE for column in layout.fields["when"]} if dates else {}
        extra = passed_over(header, layout.columns) if layout.columns else ()
        shows = not extra and not set(header) & set(told()["personal"])
        return cls(header, layout, bad, places, dates, forms, shows, extra)

    def table(self, rows: Iterable[Row]) -> Table:
        """Return rows as a table, every one accounted for."""
        lines: list[int] = []
        cells: list[list[str]] = []
        mended: list[tuple[int, Note]] = []
        faulty: list[tuple[int, Note]] = []
        for row in rows:
            fitting = row if self._is_whole(row) else self._fit(row)
            if fitting.fault:
                faulty.append((row.line, left_out(fitting.fault, ",".join(row.cells) if self.shows else "")))
                continue
            if fitting.note:
                mended.append((len(lines), fitting.note))
            lines.append(row.line)
            cells.append(fitting.cells)
        columns = dict(zip(self.header, map(list, zip(*cells, strict=True)), strict=True)) if cells else {}
        return Table(self.layout, lines, columns, mended, faulty, self.passed_over)

    def _is_whole(self, row: Row) -> bool:
        """Tell whether a row can be taken as it is, as nearly all can."""
        if len(row.cells) != len(self.header) or row.fault or self.bad:
            return False
        return not self.dates or all(map(DATE.match, (row.cells[place] for place in self.dates)))

    def _fit(self, row: Row) -> Row:
        """Return a row with a cell for each column, or with why it cannot be."""
        if row.fault:
            return row
        cells, note = self._without_inserted(row.cells)
        columns = self.places.get(len(cells))
        if columns is None:
            return row._replace(fault=self._length(row))
        if self.bad and any(map(self.bad.search, cells)):
            return row._replace(fault=reasons.BAD_BYTES)
        if columns is not self.header:
            by_name = dict(zip(columns, cells, strict=True))
            cells = [by_name.get(column, "") for column in self.header]
        return row._replace(cells=cells, note=note or row.note)

    def _without_inserted(self, cells: list[str]) -> tuple[list[str], Note | None]:
        """Take out a cell too many, known by the date that must follow it and by the cells before."""
        rest, note = cells, None
        for place in self.dates:
            if place + 1 < len(rest) and not DATE.match(rest[place]) and DATE.match(rest[place + 1]):
                why = reasons.INSERTED.format(column=self.header[place - 1])
                note = Note("mended", "", rest[place] if self.shows else "", why)
                rest = rest[:place] + rest[place + 1 :]
        fits = all(form.fullmatch(rest[at].strip()) for at, form in self.forms.items() if at < len(rest))
        return (rest, note) if fits else (cells, None)

    def _length(self, row: Row) -> Text:
        cells, columns = len(row.cells), len(self.header)
        why = reasons.WRONG_LENGTH.format(cells=cells, columns=columns)
        return why + reasons.RUNS_ON.format(line=row.line, last=row.last) if row.last > row.line else why
