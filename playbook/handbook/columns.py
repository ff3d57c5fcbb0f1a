"""How wide the columns of a table are, on a page and in Word: no word is cut, and long texts get the room left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import east_asian_width

from playbook.handbook.blocks import Grid, Words
from playbook.handbook.inert import lines

ROOM = 92  # letters that stand side by side on the page
GAP = 3  # letters that the edges of a cell take
LONGEST_WORD, LONGEST_LINE = 22, 160  # letters; what is longer is broken
FEW_ROWS, FEW_SIGNS = 8, 400  # up to which a table is kept on one page
LONG_ROW = 1500  # signs from which a row may run on over a page: kept whole, it might not fit on any
CHUNKS = re.compile(r"[^\s　-鿿＀-￯]+")  # what is not broken: letters, digits and signs without a space between


def shares(block: Grid) -> list[float]:
    """Return each column's share of the width (1 in all): its longest word, and more the more stands in it."""
    columns = [[line for cell in cells for line in lines(cell)] for cells in zip(block.head, *block.rows, strict=True)]
    least = [min(max(map(_word, told)), LONGEST_WORD) + GAP for told in columns]
    wished = [min(max(map(_wide, told)), LONGEST_LINE) + GAP for told in columns]
    more = [want - need for want, need in zip(wished, least, strict=True)]
    spare = max(0, ROOM - sum(least)) / (sum(more) or 1)
    wide = [need + spare * extra for need, extra in zip(least, more, strict=True)]
    return [each / sum(wide) for each in wide]


def is_short(block: Grid) -> bool:
    """Tell whether a table is short enough to be kept on one page."""
    return len(block.rows) <= FEW_ROWS and sum(len(str(cell)) for row in block.rows for cell in row) <= FEW_SIGNS


def is_long(row: Sequence[Words]) -> bool:
    """Tell whether so much stands in a row that it must be cut where a page ends."""
    return sum(len(str(cell)) for cell in row) >= LONG_ROW


def _word(line: str) -> int:
    """Return the letters of a line's longest word; Chinese may be broken after any two signs."""
    return max((_wide(each) for each in CHUNKS.findall(line)), default=min(_wide(line), 4))


def _wide(line: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)
