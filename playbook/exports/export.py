"""One export: recognised by its columns, its data rows taken one after the other, every one accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from playbook.exports import reasons
from playbook.exports.cells import Note, read_cells
from playbook.exports.files import Row, names, read_file
from playbook.exports.ids import rounded_ids
from playbook.exports.layouts import Layout, recognise, unknown
from playbook.exports.refusals import ExportError
from playbook.shown import visible

KEPT = Note("kept", "", "", reasons.NOTHING)
BAD_BYTE = re.compile("[\ud800-\udfff]")  # how `read_file` marks a byte that is not UTF-8
Post = dict[str, str]
Seen = dict[tuple[str, str], tuple[str, int]]  # account and post_id -> the file and line it was first read from


@dataclass(frozen=True, slots=True)
class Export:
    """One file as read: its name in the report, its account, its layout, its column names, its data rows."""

    file: str
    account: str
    layout: Layout
    header: list[str]
    rows: list[Row]


def open_export(path: Path, file: str) -> Export:
    """Read a file and recognise its layout; raise ExportError if it cannot be read or is unknown."""
    first, *rows = read_file(path)
    header = names(first.cells)
    layout = recognise(header)
    if layout is None:
        raise ExportError(unknown(header))
    return Export(file, visible(path.stem), layout, header, rows)


def take(export: Export, seen: Seen) -> Iterator[tuple[Row, Post | None, list[Note]]]:
    """Yield every data row with its post (None: left out) and its notes, at least one; add its posts to `seen`."""
    faults = [_fault(row, export.header) for row in export.rows]
    whole = [row for row, fault in zip(export.rows, faults, strict=True) if not fault]
    at = export.header.index(export.layout.column("post_id"))
    rounded = rounded_ids(row.cells[at] for row in whole)
    for row, fault in zip(tqdm(export.rows, desc=export.file, unit="", delay=2), faults, strict=True):
        post, notes = (None, [fault]) if fault else _post(row, export, rounded, seen)
        yield row, post, notes


def _post(row: Row, export: Export, rounded: bool, seen: Seen) -> tuple[Post | None, list[Note]]:
    fields = [export.layout.columns[column] for column in export.header]
    cells = {field: cell for field, cell in zip(fields, row.cells, strict=True) if field}
    post, notes = read_cells(cells, export.layout, rounded)
    left_out = [note for note in notes if note.status == "left_out"]
    if not left_out and post["post_id"]:
        left_out = _repeat(row, export, post["post_id"], seen)
    return (None, left_out) if left_out else ({"account": export.account, **post}, notes or [KEPT])


def _repeat(row: Row, export: Export, post_id: str, seen: Seen) -> list[Note]:
    """Return a note if the post was read before; remember it if not."""
    here = (export.file, row.line)
    file, line = seen.setdefault((export.account, post_id), here)
    if (file, line) == here:
        return []
    return [Note("left_out", "post_id", post_id, reasons.REPEAT.format(file=file, line=line, post_id=post_id))]


def _fault(row: Row, header: list[str]) -> Note | None:
    """Return why a whole row is left out before its cells are looked at; None if it is not."""
    cells, columns = len(row.cells), len(header)
    if row.broken:
        reason = reasons.BROKEN
    elif names(row.cells) == header:
        reason = reasons.HEADER_AGAIN
    elif cells != columns:
        reason = (reasons.TOO_FEW if cells < columns else reasons.TOO_MANY).format(cells=cells, columns=columns)
        reason += reasons.RUNS_ON.format(line=row.line, last=row.last) if row.last > row.line else reasons.NOTHING
    elif any(map(BAD_BYTE.search, row.cells)):
        reason = reasons.BAD_BYTES
    else:
        return None
    return Note("left_out", "", ",".join(row.cells), reason)
