"""Tables of the Word document: columns as wide as what stands in them asks for, and a head that repeats."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Emu, Pt
from docx.table import _Cell

from playbook.handbook import word_parts as parts
from playbook.handbook.blocks import Grid, Words
from playbook.handbook.columns import is_long, is_short, shares
from playbook.handbook.inert import lines, one_line

AFTER = Pt(8)  # below a table


def write_table(document: Document, block: Grid, width: int, size: float | None) -> None:
    """Add a table of this width (EMU) to the end of a document, in this size (points) or that of plain cells."""
    told = (block.head, *block.rows)
    table = document.add_table(rows=len(told), cols=len(block.head))
    table.autofit = False
    parts.dress(table, one_line(block.title))
    wide = [Emu(int(width * each)) for each in shares(block)]
    short = is_short(block)
    for column, each in zip(table.columns, wide, strict=True):
        column.width = each
    for at, (row, words) in enumerate(zip(table.rows, told, strict=True)):
        cells = row.cells
        for cell, each in zip(cells, wide, strict=True):
            cell.width = each
        _write(cells, words, block, size, head=at == 0)
        if at in {0, len(block.rows) - 1} or (short and at < len(block.rows)):  # nor does the last row stand alone
            cells[0].paragraphs[0].paragraph_format.keep_with_next = True
        if not is_long(words):
            parts.whole(row)
        if at == 0:
            parts.repeated(row, cells)
    document.add_paragraph().paragraph_format.line_spacing = AFTER


def _write(cells: Sequence[_Cell], words: Sequence[Words], block: Grid, size: float | None, *, head: bool) -> None:
    for at, (cell, each) in enumerate(zip(cells, words, strict=True)):
        paragraph = cell.paragraphs[0]
        parts.write(paragraph, lines(each), size, bold=head or at == 0)
        if at in block.numbers:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
