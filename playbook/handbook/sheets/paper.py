"""How a sheet is laid out and printed: rows as tall as their text; A4, landscape, as wide as the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from unicodedata import east_asian_width

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LINE_HEIGHT, TALLEST = 17, 400  # points; a spreadsheet allows 409
LATIN, CHINESE = 1.0, 2.15  # how wide a character is
A4, MARGIN = 9, 0.4  # paper and inches, as Excel counts them


def height(cells: Iterable[tuple[object, int]]) -> int:
    """Return how tall a row is (points) whose cells hold this in columns so wide (in Latin characters)."""
    return min(TALLEST, LINE_HEIGHT * max(map(_lines, cells)))


def _lines(cell: tuple[object, int]) -> int:
    """Return how many lines a cell takes; a Chinese character takes more than two places."""
    value, width = cell
    return sum(
        max(1, math.ceil(sum(CHINESE if east_asian_width(sign) in "WF" else LATIN for sign in line) / width))
        for line in str(value or "").split("\n")
    )


def on_a4(page: Worksheet, title: str) -> None:
    """Set a sheet up for printing; it grows downwards over as many pages as it takes."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if page.oddHeader and page.oddFooter:  # every new sheet has both
        page.oddHeader.left.text, page.oddFooter.right.text = title, "&P / &N"
    page.page_margins.left = page.page_margins.right = MARGIN
