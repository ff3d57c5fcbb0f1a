"""From columns of cells to columns of the posts table, with a reason for each cell that was not taken as it is.

Every function takes whole columns: what is clean is read in one go, the rest cell by cell. A cell is never guessed
at: what it does not tell stays empty. Values are as `playbook.posts.typed` wants them; a count is a whole number.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from playbook import microblog
from playbook.exports import reasons
from playbook.language import Text

COUNT = re.compile("[0-9]{1,12}")  # more digits would be more than there are people
ABOUT = re.compile(r"([0-9]{1,8}(?:\.[0-9]{1,4})?) *(万|亿)(\+?)")
TIMES = {"万": 10_000, "亿": 100_000_000}
BUTTONS = frozenset({"转发", "评论", "赞", "点赞", "转", "评"})
TAG = re.compile(r"<a\b[^<>]*>([^<]*)</a>", re.IGNORECASE)
TRUE, FALSE = frozenset({"True", "true", "1", "是"}), frozenset({"False", "false", "0", "否"})
BY_EXCEL = {"TRUE": "True", "FALSE": "False"}  # how it writes them when it saves a CSV
NOTHING = frozenset({"", "null", "None", "nan", "NaN", "[]", "{}"})
LIMIT = microblog.HOOK  # a long text that is no longer than this was cut

Whys = dict[int, Text]


def counts(cells: list[str], missing: frozenset[str], ceiling: int | None) -> tuple[list[int | str], Whys, set[int]]:
    """Return counts ("" if unknown), why they are not their cells, and which of them are "this or more"."""
    is_count = COUNT.fullmatch
    found: list[int | str] = [int(cell) if is_count(cell) else "" for cell in cells]
    why: Whys = {}
    capped = {place for place, count in enumerate(found) if count == ceiling} if ceiling else set()
    why.update(dict.fromkeys(capped, _told(reasons.CEILING, ceiling or 0)))
    for place in [place for place, count in enumerate(found) if count == ""]:
        cell = cells[place].strip()
        if is_count(cell):
            found[place] = int(cell)
        elif about := ABOUT.fullmatch(cell):
            found[place] = count = int(Decimal(about[1]) * TIMES[about[2]])
            why[place] = _told(reasons.AT_LEAST if about[3] else reasons.ROUNDED, count)
            capped |= {place} if about[3] else set()
        elif not cell or cell in missing:
            why[place] = reasons.EMPTY_COUNT
        else:
            why[place] = reasons.WORD_COUNT if cell in BUTTONS else reasons.NO_COUNT
    return found, why, capped


@lru_cache(maxsize=1024)
def _told(reason: Text, count: int) -> Text:
    return reason.format(count=count, column="{column}")


def capped_flags(columns: list[list[int | str]], capped: set[int]) -> list[str]:
    """Return whether any count of a row is "this or more"; not known if one is missing."""
    told = ["false" if "" not in row else "" for row in zip(*columns, strict=True)]
    for place in capped:
        told[place] = "true"
    return told


def words(cells: list[str]) -> tuple[list[str], Whys]:
    """Return texts without NUL."""
    if "\x00" not in "".join(cells):
        return cells, {}
    found = [cell.replace("\x00", "") for cell in cells]
    return found, {place: reasons.NUL for place, cell in enumerate(cells) if "\x00" in cell}


def texts(cells: list[str]) -> tuple[list[str], Whys]:
    """Return the texts of posts as they are, but for NUL and tabs at the end."""
    found, why = words(cells)
    return [text.rstrip("\t") for text in found], why


def sources(cells: list[str], missing: frozenset[str]) -> tuple[list[str], Whys]:
    """Return what posts were sent with, without the link that the Open API puts around it."""
    found, why = words(cells)
    return [TAG.sub(r"\1", cell) if "<" in cell else "" if cell in missing else cell for cell in found], why


def flags(cells: list[str], missing: frozenset[str]) -> tuple[list[str], Whys]:
    """Return whether there is something in each cell; the tool's own word for nothing is "false"."""
    return _each(cells, lambda cell: _flag(cell, missing))


def _flag(cell: str, missing: frozenset[str]) -> tuple[str, Text | None]:
    shown = cell.replace("\x00", "").strip()
    if shown != cell.strip() and not shown:
        return "", reasons.NUL_ONLY
    if shown in missing or shown in FALSE:
        return "false", None
    return ("" if shown in NOTHING else "true"), None


def truths(cells: list[str], *, negated: bool = False) -> tuple[list[str], Whys]:
    """Return what cells of True and False say, or its opposite."""
    yes, no = ("false", "true") if negated else ("true", "false")
    return _each(cells, lambda cell: _truth(cell.strip(), yes, no))


def _truth(cell: str, yes: str, no: str) -> tuple[str, Text | None]:
    said = BY_EXCEL.get(cell, cell)
    if said in TRUE or said in FALSE:
        return (yes if said in TRUE else no), None
    return "", None if cell in NOTHING else reasons.NO_FLAG


def lists(cells: list[str], missing: frozenset[str], separator: str) -> tuple[list[str], Whys]:
    """Return names as JSON arrays."""
    return _each(cells, lambda cell: _list(cell, missing, separator))


def _list(cell: str, missing: frozenset[str], separator: str) -> tuple[str, Text | None]:
    shown = cell.replace("\x00", "")
    nul = reasons.NUL if shown != cell else None
    if not shown.strip() or shown in NOTHING:
        known = shown == "[]" or (shown in missing and not nul)
        return "[]" if known else "", reasons.NUL_ONLY if nul and not shown.strip() else nul
    if shown in missing:
        return "[]", nul
    names = _parsed(shown) if shown.startswith("[") else None
    if names is None:
        return _array(shown.split(separator)), nul
    if all(isinstance(each, (str, int)) for each in names):
        return _array([str(each) for each in names]), nul
    return "", reasons.NO_LIST


def _parsed(array: str) -> list[object] | None:
    """Return a JSON array; None if it is none: a topic, too, may begin with a bracket."""
    try:
        found: list[object] = json.loads(array)
    except (ValueError, RecursionError):
        return None
    return found


def named(texts: list[str], cut: list[str], find: Callable[[str], list[str]], sign: str) -> list[str]:
    """Return the topics or mentions that stand in the texts themselves; nothing where a text is cut or missing.

    `sign` must stand in a text that has any.
    """
    return [
        "" if not text or is_cut == "true" else _array(find(text)) if sign in text else "[]"
        for text, is_cut in zip(texts, cut, strict=True)
    ]


def cut(texts: list[str], is_long: list[str] | None, truncated: list[str] | None) -> list[str]:
    """Return whether texts are only a beginning: as their end shows or the export says; else not known."""
    found = [
        "true" if ("全文" in text[-8:] or "展开" in text[-8:]) and microblog.is_cut(text) else "" for text in texts
    ]
    for place, said in enumerate(is_long or ()):
        if said == "false" or (said == "true" and len(texts[place]) > LIMIT):
            found[place] = found[place] or "false"
        elif said == "true":
            found[place] = "true"
    for place, said in enumerate(truncated or ()):
        found[place] = found[place] or said
    return found


def _each(cells: list[str], read: Callable[[str], tuple[str, Text | None]]) -> tuple[list[str], Whys]:
    """Read each different cell once."""
    known = {cell: read(cell) for cell in set(cells)}
    why = {place: reason for place, cell in enumerate(cells) if (reason := known[cell][1])}
    return [known[cell][0] for cell in cells], why


def _array(names: list[str]) -> str:
    return json.dumps([name for each in names if (name := each.strip())], ensure_ascii=False)
