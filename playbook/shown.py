"""How text from an export is shown. It was written by strangers, so nothing in it may act."""

from __future__ import annotations

LONGEST = 80  # characters of a cell that a report shows
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\x00")  # what Excel and its like may run


def visible(raw: str) -> str:
    r"""Return a text on one line with control, zero-width and icon-font characters written out (`\x00`, `\u200b`)."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in raw)


def cut(raw: str, longest: int = LONGEST) -> str:
    """Return at most `longest` characters of a text, visible, with `…` where it was cut."""
    whole = visible(raw[: longest + 1])
    return whole if len(whole) <= longest else whole[: longest - 1] + "…"


def inert(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: a `'` goes before what could start one."""
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
