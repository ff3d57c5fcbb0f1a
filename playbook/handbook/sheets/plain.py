r"""What a cell's value is in a spreadsheet: text that Excel, LibreOffice and a reader of XML all leave as it is.

What cannot be seen is written out (`\u202e`); what a spreadsheet would read as an escape of its own (`_x0041_`) is
escaped; a text longer than a cell holds is cut, and says so.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from playbook.handbook.inert import lines
from playbook.handbook.sheets.kinds import Raw, Value, written
from playbook.language import Language, Text

LONGEST = 32_767  # characters of a cell; what is longer would be lost without a word
CUT = Text(
    "……（一格只放得下这么多，全文见 handbook.html）", "… (a cell holds no more; the whole text is in handbook.html)"
)
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
MIDNIGHT = time()


def shown(value: Value, wanted: Language) -> str | int | float | date | None:
    """Return what a cell shows in a language: a number or a day as it is, words inert; None if it is empty."""
    said = value.in_language(wanted) if isinstance(value, Text) else value
    if not isinstance(said, str):
        return said
    words = "\n".join(lines(said))
    if _room(words) > LONGEST:
        end = CUT.in_language(wanted)
        words = _first(words, LONGEST - _room(end)) + end
    return words or None


def is_cut(value: Value, wanted: Language) -> bool:
    """Tell whether a cell holds only the beginning of its text."""
    said = shown(value, wanted)
    return isinstance(said, str) and said.endswith(CUT.in_language(wanted))


def restored(typed: str, before: str) -> str:
    r"""Return what was typed with the signs that the cell had written out (`\u200b`) as they were before."""
    for sign in set(before):
        out = "\n".join(lines(sign))
        if out.startswith("\\") and out != sign:
            typed = typed.replace(out, sign)
    return typed


def escaped(words: str) -> str:
    """Return words with what would be an escape of the file format escaped itself."""
    return ESCAPE.sub("_x005F_", words)


def unescaped(words: str) -> str:
    """Return words as they were before they were escaped, by us or by a spreadsheet."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)


def canonical(cell: Raw) -> str:
    """Return what a cell says as one text, the same whichever program saved it: `2026-03-30`, `12`, `09:30`, `true`."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == MIDNIGHT else cell.isoformat(" ")
    if isinstance(cell, time):
        return f"{cell:%H:%M}"
    if isinstance(cell, bool):
        return str(cell).lower()
    return written(cell)


def _room(words: str) -> int:
    """Return how much of a cell words take: it is counted in UTF-16, so that an emoji counts twice."""
    return len(escaped(words).encode("utf-16-le", "surrogatepass")) // 2


def _first(words: str, room: int) -> str:
    """Return as many of the words as fit into the room."""
    words = words[:room]
    while (over := _room(words) - room) > 0:
        words = words[: len(words) - -(-over // 7)]  # an escape takes six more than the sign it stands for
    return words
