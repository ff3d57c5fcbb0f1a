"""Words made harmless for a document: nothing in them acts, hides, or turns around what stands beside them."""

from __future__ import annotations

import unicodedata

from playbook.handbook.blocks import Words
from playbook.shown import visible

JOINER = "\u200d"  # holds emoji of several signs together; it does nothing else
ENDS = {"\u2028": "\n", "\u2029": "\n", "\r": "\n", "\t": " "}


def lines(words: Words) -> list[str]:
    r"""Return what words say in the reader's language, line by line, with what cannot be seen written out.

    Control characters, marks that turn the direction of writing, zero-width and private characters and halves of pairs
    become `\x00`, `\u202e`, …; spaces of any width and the joiner of emoji stay.
    """
    text = str(words).replace("\r\n", "\n")
    return ["".join(map(_shown, line)) for line in "".join(ENDS.get(sign, sign) for sign in text).split("\n")]


def one_line(words: Words) -> str:
    """Return the same on one line, for a title or a heading."""
    return " ".join(each.strip() for each in lines(words) if each.strip())


def _shown(sign: str) -> str:
    return sign if sign == JOINER or unicodedata.category(sign) == "Zs" else visible(sign)
