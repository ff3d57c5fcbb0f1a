"""How a file's text is encoded: decided once for the whole file, reading it through in blocks.

UTF-8 is tried first. A file that is not UTF-8 throughout is UTF-8 with some bad bytes or GBK, whichever leaves fewer
bytes unread. What cannot be read stands in the text as a lone surrogate (in UTF-16 as U+FFFD).
"""

from __future__ import annotations

import codecs
import io
import re
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from playbook.exports import refusals, remarks
from playbook.exports.layouts import layouts
from playbook.exports.refusals import ExportError
from playbook.language import Text

BLOCK = 1 << 20
BOM = "\ufeff"
LOST = "\ufffd"
PRIVATE = re.compile("[\ue000-\uf8ff]")  # GBK has places without a sign; programs leave them out
MOST_LOST = 0.2  # of what is not ASCII: with more, a file is not in that encoding


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding, what to say of the file, and how bytes that are not in it are marked (None: there are none)."""

    name: str
    remarks: tuple[Text, ...] = ()
    bad: re.Pattern[str] | None = None

    def opened(self, raw: BinaryIO) -> io.TextIOWrapper:
        """Return the file's text from its beginning, line ends as they are."""
        raw.seek(0)
        errors = "replace" if self.name == "utf-16" else "surrogateescape"
        return io.TextIOWrapper(raw, self.name, errors=errors, newline="")


def encoding_of(raw: BinaryIO) -> Encoding:
    """Return how a file is encoded; raise ExportError if no encoding fits or there is nothing in it."""
    raw.seek(0)
    start = raw.read(BLOCK)
    if not start.removeprefix(codecs.BOM_UTF8).strip(b" \t\r\n\x00") and not raw.read(1):
        raise ExportError(refusals.EMPTY)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16", (remarks.UTF_16,), re.compile(LOST))
    if start.count(0) > len(start) / 8:  # every Latin letter of UTF-16 has one
        raise ExportError(refusals.UNMARKED)
    if _is_utf8(raw):
        return Encoding("utf-8-sig")
    utf8, gbk = _lost(raw, "utf-8"), _lost(raw, "gb18030")
    surrogates = re.compile("[\ud800-\udfff]")
    if utf8 <= MOST_LOST:
        return Encoding("utf-8-sig", bad=surrogates)
    if gbk <= MOST_LOST:
        return Encoding("gb18030", (remarks.GBK,), surrogates)
    raise ExportError(refusals.NOT_TEXT)


def _is_utf8(raw: BinaryIO) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    raw.seek(0)
    try:
        while block := raw.read(BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _lost(raw: BinaryIO, encoding: str) -> float:
    """Return what share of a file's characters beyond ASCII an encoding cannot read."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    lost = others = 0
    raw.seek(0)
    while block := raw.read(BLOCK):
        text = decoder.decode(block)
        lost += text.count(LOST)
        others += len(text) - len(text.encode("ascii", "ignore"))
    return lost / others if others else 0.0


def mended(garbled: str) -> str | None:
    """Return the text that was UTF-8, was read as GBK and saved again; None if it cannot be brought back."""
    try:
        return garbled.encode("gb18030").decode("utf-8")
    except UnicodeError:
        return None


def garbled(header: list[str]) -> str | None:
    """Return a column name that is a known one read in the wrong encoding; None if there is none."""
    return next((name for name in header if name in _wrong_names()), None)


@cache
def _wrong_names() -> frozenset[str]:
    """Return the known names as they look after UTF-8 was read as GBK, whatever became of what has no sign there."""
    names = [name.encode() for layout in layouts() for name in layout.columns if not name.isascii()]
    whole = [name.decode("gb18030", errors) for name in names for errors in ("ignore", "replace")]
    return frozenset(
        shown
        for each in whole
        for shown in (each, PRIVATE.sub("", each), PRIVATE.sub("?", each), each.replace(LOST, "?"))
    )
