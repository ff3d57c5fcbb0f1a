"""A JSON text decoded value by value with Python's own decoder, so that memory is bounded by the longest value.

ijson 3.6 was tried: its C back end ends the process on an integer of 5,000 digits, and turns half a character into a
question mark.
"""

from __future__ import annotations

import json
import re
from typing import TextIO

PIECE = 1 << 16  # characters read at a time
LONGEST = 1 << 24  # characters of one value
NEAR_END = 20  # a fault so near the end of what was read may be mended by reading on
SIGN = re.compile(r"[^ \t\r\n]")
DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
"""Leaves numbers as they are written, as texts: none is rounded and none too long."""
Problem = (ValueError, RecursionError)
"""What the decoder raises for what is no JSON."""


class Pieces:
    """A JSON text that is decoded value by value."""

    def __init__(self, text: TextIO) -> None:
        self.text, self.held, self.at, self.lines, self.ended = text, "", 0, 1, False

    def next_sign(self) -> str:
        """Return the next character that is no space, without going past it; nothing at the end of the file."""
        while True:
            if found := SIGN.search(self.held, self.at):
                self.at = found.start()
                return found[0]
            self.at = len(self.held)
            if not self._more():
                return ""

    def skip(self) -> None:
        """Go past the next character."""
        self.at += 1

    def value(self) -> object:
        """Return the next value; raise ValueError or RecursionError if there is none."""
        self.next_sign()
        while True:
            try:
                found, end = DECODER.raw_decode(self.held, self.at)
            except json.JSONDecodeError as error:
                open_end = error.pos >= len(self.held) - NEAR_END or error.msg.startswith("Unterminated")
                if not open_end or len(self.held) - self.at > LONGEST or not self._more():
                    raise
            else:
                if end < len(self.held) or not self._more():  # a number may go on
                    self.at = end
                    return found

    def line(self) -> int:
        """Return the line that has been reached."""
        return self.lines + self.held.count("\n", 0, self.at)

    def _more(self) -> bool:
        if self.ended:
            return False
        self.lines += self.held.count("\n", 0, self.at)
        piece = self.text.read(max(PIECE, len(self.held) - self.at))
        self.held, self.at, self.ended = self.held[self.at :] + piece, 0, not piece
        return not self.ended
