"""What a changed cell of the calendar’s file changes of a draft, in either language; what it cannot is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playbook.content.calendar.cells import AD_MARKS, AI_MARKS, Names, id_of
from playbook.content.draft import LONGEST, STATUSES, Draft
from playbook.language import LANGUAGES, Text, join

MOST_TEXT, MOST_LINE, MOST_NOTES = 4 * LONGEST, 200, 2000  # characters that a draft holds
NO_COLUMN = Text("要计划里一个栏目的名字：{names}。", "Wanted: the name of a column of the plan: {names}.")
NONE_YET = Text("还没有栏目", "there are none yet")
NOT_ONE = Text("要其中一个：{names}。", "Wanted: one of {names}.")
TOO_LONG = Text("最多 {most} 个字，读到 {read} 个。", "At most {most} characters; read: {read}.")
NO_TEXT = Text(
    "正文空着，原来的留下。不要这条了，就把状态改成“归档”。",
    "The text is empty; the earlier one stays. To drop the draft, set its status to “archived”.",
)
NO_SIGNS = Text(
    "这一格里有读不出的字，没有收。请把文件另存为 UTF-8 的 CSV 或 .xlsx，再读一次。",
    "Some characters of this cell cannot be read, so it is left out. Save the file as a CSV in UTF-8 or as .xlsx and "
    "read it again.",
)


class Unread(ValueError):  # noqa: N818 - no error of ours: the cell is told of and left out
    """A cell that cannot be taken; `args[0]` is a Text: what is wanted."""


def _text(cell: str, draft: Draft, _: Names) -> dict[str, Any]:
    if not cell.strip() and draft.text:
        raise Unread(NO_TEXT)
    return {"text": _short(cell, MOST_TEXT)}


def _column(cell: str, draft: Draft, names: Names) -> dict[str, Any]:  # noqa: ARG001 - all readers of a cell are alike
    found = id_of(cell, names.columns)
    if cell.strip() and found is None:
        raise Unread(NO_COLUMN.format(names="、".join(names.columns.values()) or NONE_YET))
    return {"column": found or ""}


def _status(cell: str, draft: Draft, names: Names) -> dict[str, Any]:  # noqa: ARG001 - likewise
    return {"status": _one_of(cell, STATUSES)}


def _ad_mark(cell: str, draft: Draft, names: Names) -> dict[str, Any]:  # noqa: ARG001 - likewise
    return {"ad_marked": _one_of(cell, AD_MARKS)}


def _ai(cell: str, draft: Draft, names: Names) -> dict[str, Any]:  # noqa: ARG001 - likewise
    made, declared = _one_of(cell, AI_MARKS)
    return {"made_with_ai": made, "ai_declared": declared}


def _owner(cell: str, draft: Draft, names: Names) -> dict[str, Any]:  # noqa: ARG001 - likewise
    return {"owner": id_of(cell, names.people) or _short(cell.strip(), MOST_LINE)}


def _notes(cell: str, draft: Draft, names: Names) -> dict[str, Any]:  # noqa: ARG001 - likewise
    return {"notes": _short(cell, MOST_NOTES)}


TAKEN: dict[str, Callable[[str, Draft, Names], dict[str, Any]]] = {
    "text": _text,
    "column": _column,
    "status": _status,
    "ad_mark": _ad_mark,
    "ai": _ai,
    "owner": _owner,
    "notes": _notes,
}


def _short(cell: str, most: int) -> str:
    if any("\ud800" <= sign <= "\udfff" for sign in cell):
        raise Unread(NO_SIGNS)
    if len(cell) > most:
        raise Unread(TOO_LONG.format(most=most, read=len(cell)))
    return cell


def _one_of(cell: str, said: dict[Any, Text]) -> Any:  # noqa: ANN401 - a status, or a pair of ticks
    """Return the key of what a cell says in either language, or as its key."""
    called = cell.strip().casefold()
    for key, text in said.items():
        if called in {key, *(text.in_language(each).casefold() for each in LANGUAGES)}:
            return key
    raise Unread(NOT_ONE.format(names=join(list(said.values()))))
