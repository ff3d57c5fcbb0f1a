"""From the cells of one row to one row of the posts table, with a note on each cell that could not be taken as it is.

A cell is never guessed at: what it does not tell stays empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from playbook.exports import reasons
from playbook.exports.ids import post_id
from playbook.exports.layouts import Layout
from playbook.language import Text
from playbook.posts import COUNTS

Status = Literal["kept", "mended", "left_out"]
COUNT = re.compile("[0-9]{1,12}")  # more digits would be more than there are people
EXAMPLE = datetime(2020, 1, 31)  # noqa: DTZ001 - a day, wherever one is


@dataclass(frozen=True, slots=True)
class Note:
    """What the report says of a row or of one cell of it: `field` is the posts column, `read` the cell as read."""

    status: Status
    field: str
    read: str
    reason: Text


Taken = tuple[str, Text | None]  # a cell as `playbook.posts.typed` wants it, and what had to be mended


def read_cells(cells: dict[str, str], layout: Layout, rounded: bool) -> tuple[dict[str, str], list[Note]]:
    """Return a row of the posts table (texts, for `playbook.posts.typed`) and its notes; no note means "kept".

    `cells` are by posts column (and "bid"); `rounded` says that ids of this file lost their last digit.
    """
    post: dict[str, str] = {}
    notes = []
    bid = cells.pop("bid")
    for field, cell in cells.items():
        post[field], reason = post_id(cell, bid, rounded) if field == "post_id" else READ[field](cell, layout)
        if reason:
            notes.append(_note(field, cell, reason, layout))
    capped = [field for field, ceiling in layout.ceiling.items() if post[field] == str(ceiling)]
    notes += [_note(field, post[field], reasons.CEILING, layout) for field in capped]
    known = all(post[field] for field in layout.ceiling)
    post["counts_capped"] = "true" if capped else "false" if known else ""
    post["id_damaged"] = _said(any(note.field == "post_id" for note in notes))
    return post, notes


def _note(field: str, read: str, reason: Text, layout: Layout) -> Note:
    status: Status = "left_out" if field == "posted_on" else "mended"
    example = EXAMPLE.strftime(layout.date)
    return Note(status, field, read, reason.format(column=layout.column(field), example=example, read=read))


def _said(true: bool) -> str:
    return "true" if true else "false"


def _date(cell: str, layout: Layout) -> Taken:
    written = cell.strip()
    if not written.isascii() or len(written) != len(EXAMPLE.strftime(layout.date)):
        return "", reasons.NO_DATE  # strptime would take 2020-1-5 and full-width digits
    try:
        return datetime.strptime(written, layout.date).date().isoformat(), None  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return "", reasons.NO_DATE


def _count(cell: str, layout: Layout) -> Taken:
    written = cell.strip()
    if COUNT.fullmatch(written):
        return str(int(written)), None
    return "", reasons.EMPTY_COUNT if written in layout.missing else reasons.NO_COUNT


def _words(cell: str, layout: Layout) -> Taken:  # noqa: ARG001 - has the shape of the others in READ
    return cell.replace("\x00", ""), reasons.NUL if "\x00" in cell else None


def _list(cell: str, layout: Layout) -> Taken:
    words, reason = _words(cell, layout)
    if reason and words.strip() in layout.missing:
        return "", reasons.NUL_ONLY
    found = [] if words in layout.missing else [each.strip() for each in words.split(layout.separator)]
    return json.dumps([each for each in found if each], ensure_ascii=False), reason


def _flag(cell: str, layout: Layout) -> Taken:
    words, reason = _words(cell, layout)
    told = words.strip() not in layout.missing
    return ("", reasons.NUL_ONLY) if reason and not told else (_said(told), None)


READ: dict[str, Callable[[str, Layout], Taken]] = {
    "posted_on": _date,
    "text": _words,
    "source": _words,
    "topics": _list,
    "mentions": _list,
    "has_image": _flag,
    "has_video": _flag,
    **dict.fromkeys(COUNTS, _count),
}
