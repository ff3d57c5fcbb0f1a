"""Some rows of one file, read: the posts they give and what the report says of every one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from pathlib import Path

import pandas as pd

from playbook.exports import reasons
from playbook.exports.layouts import Layout
from playbook.exports.posts_of import Posts, Values
from playbook.exports.table import Note
from playbook.language import Text
from playbook.posts import COLUMNS, typed
from playbook.shown import cut

ReportRow = tuple[str, int, str, str, str, Text]


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one file, or why the file is `refused`.

    `columns` has the posts table's columns as texts (counts as whole numbers, "" if unknown), `report` the rows of
    the report, in the order of the file; `kept`, `mended` and `left_out` count rows; `remarks` are to be
    said of the file once.
    """

    path: Path
    file: str
    layout: Layout | None = None
    columns: Mapping[str, Values] = field(default_factory=lambda: {column: [] for column in COLUMNS})
    report: Sequence[ReportRow] = ()
    kept: int = 0
    mended: int = 0
    left_out: int = 0
    remarks: tuple[Text, ...] = ()
    refused: Text | None = None

    @property
    def posts(self) -> pd.DataFrame:
        """Return the posts table of these rows, with its types."""
        return typed(pd.DataFrame(dict(self.columns), columns=list(COLUMNS), dtype="object"))


def batch_of(path: Path, file: str, posts: Posts, remarks: Iterable[Text]) -> Batch:
    """Return the batch that comes of rows read: those left out taken out, every one told in the report."""
    table, lines = posts.table, posts.table.lines
    out = {place for place, note in posts.notes if note.status == "left_out"}
    told = [(place, note) for place, note in posts.notes if (place in out) == (note.status == "left_out")]
    noted = {place for place, _ in told}
    kept = [(file, line, "kept", "", "", reasons.NOTHING) for place, line in enumerate(lines) if place not in noted]
    report = kept + [_row(file, lines[place], note) for place, note in told]
    report += [_row(file, line, note) for line, note in table.left_out]
    if len(report) > len(kept):
        report.sort(key=lambda row: row[1])
    stay = [place not in out for place in range(len(lines))]
    columns = {name: list(compress(each, stay)) for name, each in posts.columns.items()} if out else posts.columns
    return Batch(
        path,
        file,
        table.layout,
        columns,
        report,
        kept=len(kept),
        mended=len(noted) - len(out),
        left_out=len(out) + len(table.left_out),
        remarks=(*table.remarks, *remarks),
    )


def _row(file: str, line: int, note: Note) -> ReportRow:
    return file, line, note.status, note.field, cut(note.read), note.reason
