"""What every kind of file is turned into: some rows of one layout as columns of texts, and what was wrong with rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal, TypeVar

from playbook.exports import reasons
from playbook.exports.layouts import GIVES, Layout
from playbook.language import Text

BATCH = 20_000  # rows held at a time
SURROGATE = re.compile("[\ud800-\udfff]")
Status = Literal["kept", "mended", "left_out"]
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Note:
    """What the report says of a row or of one cell of it: `field` is the posts column, `read` the cell as read."""

    status: Status
    field: str
    read: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one layout: `lines` of the file, `columns` by the export's own names, all of the same length.

    `mended` has notes by the place of a row; `left_out` the rows that are not among them, line and note. `remarks` are
    said of the file once; `share` is how much of the file has been read, where its position does not
    tell.
    """

    layout: Layout
    lines: list[int]
    columns: dict[str, list[str]]
    mended: list[tuple[int, Note]] = field(default_factory=list)
    left_out: list[tuple[int, Note]] = field(default_factory=list)
    remarks: tuple[Text, ...] = ()
    share: float = 0.0


def left_out(reason: Text, read: str = "", column: str = "") -> Note:
    """Return the note of a row that is left out."""
    return Note("left_out", column, read, reason)


def batched(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield lists of at most BATCH items."""
    source = iter(items)
    while batch := list(islice(source, BATCH)):
        yield batch


def cell(value: object, null: str) -> str:
    """Return a value of JSON or SQLite as a cell of a CSV would hold it; `null` stands for None."""
    if isinstance(value, str):
        return value
    if value is None:
        return null
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return repr(value) if isinstance(value, float) else "" if isinstance(value, bytes) else str(value)


def whole_characters(columns: dict[str, list[str]], layout: Layout) -> list[tuple[int, Note]]:
    """Replace half characters (lone surrogates), which no file can hold, by U+FFFD; return a note for each cell."""
    notes = []
    for name, cells in columns.items():
        if not SURROGATE.search("".join(cells)):
            continue
        for place, each in enumerate(cells):
            if SURROGATE.search(each):
                cells[place] = SURROGATE.sub("\ufffd", each)
                notes.append((place, _half(layout, name, each)))
    return notes


def _half(layout: Layout, column: str, read: str) -> Note:
    name = next((name for name, paths in layout.fields.items() if column in paths), "")
    field = "account" if name in ("author", "name") else GIVES.get(name, (name,))[0]
    shown = "" if field == "account" else read  # the report names nobody
    return Note("mended", field, shown, reasons.HALF.format(column=column))
