"""How a sheet is printed: A4, landscape, as wide as the page, with its name above and its page below."""

from __future__ import annotations

from openpyxl.worksheet.worksheet import Worksheet

LANDSCAPE, A4, MARGIN = "landscape", 9, 0.4  # paper and inches, as Excel counts them


def on_a4(page: Worksheet, title: str) -> None:
    """Set a sheet up for printing; it grows downwards over as many pages as it takes."""
    page.page_setup.orientation, page.page_setup.paperSize = LANDSCAPE, A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddHeader.left.text, page.oddFooter.right.text = title, "&P / &N"
    page.page_margins.left = page.page_margins.right = MARGIN
