"""The handbook as a Word document: real headings, tables whose heads repeat, and a contents list with links."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from playbook.handbook import word_parts as parts
from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para, Section, Words
from playbook.handbook.html import CONTENTS
from playbook.handbook.inert import lines, one_line
from playbook.handbook.sheets.settled import settled
from playbook.handbook.word_table import write_table
from playbook.language import Language, language, speaking

PAGE, MARGIN = (Mm(210), Mm(297)), Mm(18)
SIZES = {"Title": 24, "Heading 1": 17, "Heading 2": 13, "Heading 3": 11.5, "Heading 4": 10.5}
DEEPEST = 4  # headings
BODY, CELL = 10.5, 9.5  # points
SMALL, SMALL_CELL = 8.5, 7.5  # points, in a chapter that must stand on one page
QUIET, WARNING = RGBColor(0x56, 0x60, 0x64), RGBColor(0xA3, 0x34, 0x1F)
BOX, BULLET = "☐", "•"
HANGING = Mm(6)
BODY_TEXT = "BodyText"  # the id of a style; Heading1, Title and Caption are others
LONGEST_TITLE = 255  # characters, in the properties of a document


def write_word(handbook: Sequence[tuple[Language, Sequence[Chapter]]], made_on: date) -> bytes:
    """Return the document: the handbook in each of these languages, one after the other, a cover first in each.

    `made_on` is the date in the document's properties: no clock is read, so the same chapters give the same bytes.
    """
    document = _blank()
    names = count(1)
    for spoken, chapters in handbook:
        with speaking(spoken):
            _Part(document, names).write(chapters)
    with speaking(handbook[0][0]):
        properties = document.core_properties
        properties.title = one_line(handbook[0][1][0].title)[:LONGEST_TITLE]
        properties.author = properties.comments = ""
        properties.language = language()
    stream = io.BytesIO()
    document.save(stream)
    return settled(stream.getvalue(), made_on)


def _blank() -> Document:
    """Return a document without a word: A4, our fonts, a page number at the foot of every page."""
    document = docx.Document()
    parts.proofread(document)
    parts.without_thumbnail(document)
    parts.typeface(document.styles["Normal"], CELL)  # Normal is what cells have, since most words stand in them
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    document.styles["Normal"].paragraph_format.line_spacing = 1.1
    parts.typeface(document.styles["Body Text"], BODY)
    document.styles["Body Text"].paragraph_format.space_after = Pt(5)
    parts.typeface(document.styles["Caption"], CELL, head=True)
    document.styles["Caption"].paragraph_format.keep_with_next = True
    for name, size in SIZES.items():
        parts.typeface(document.styles[name], size, head=True)
        document.styles[name].paragraph_format.space_before = Pt(size - 3)
        document.styles[name].paragraph_format.space_after = Pt(3)
    chapter = document.styles["Heading 1"].paragraph_format
    chapter.page_break_before, chapter.space_before, chapter.space_after = True, Pt(0), Pt(6)
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    parts.page_number(foot)
    return document


class _Part:
    """Writes the handbook in the language of now to the end of a document."""

    def __init__(self, document: Document, names: count[int]) -> None:
        self.document, self.names = document, names
        self.width = int(PAGE[0] - 2 * MARGIN)
        self.small = False

    def write(self, chapters: Sequence[Chapter]) -> None:
        """Write the cover, the contents, and the chapters, each with a bookmark that the contents link to."""
        cover, *others = chapters
        title = self._paragraph(cover.title, "Title")
        title.paragraph_format.page_break_before = len(self.document.paragraphs) > 1
        self._blocks(cover.blocks, 1)
        entries = self._contents(others)
        heads = [self._chapter(each) for each in others]
        last = self.document.add_paragraph()
        parts.contents_field(entries, self._name("part"))
        parts.bookmark(heads[0], last._p, self._name("part"), next(self.names))  # noqa: SLF001 - likewise

    def _name(self, place: str) -> str:
        """Return the name of a bookmark: letters, digits and `_` are allowed, forty at most."""
        return f"{language()}_{place}".replace("-", "_")[:40]

    def _contents(self, chapters: Sequence[Chapter]) -> list[Paragraph]:
        head = self._paragraph(CONTENTS)
        head.paragraph_format.keep_with_next, head.runs[0].font.bold, head.runs[0].font.color.rgb = (
            True,
            True,
            parts.HEAD,
        )
        entries = []
        for each in chapters:
            entry = self._paragraph("")
            entry.paragraph_format.space_after = Pt(1)
            parts.settle(parts.link(entry, one_line(each.title), self._name(each.id)))
            entries.append(entry)
        return entries

    def _chapter(self, chapter: Chapter) -> BaseOxmlElement:
        """Write a chapter on pages of its own and return its heading."""
        self.small = chapter.alone
        head = self._paragraph(chapter.title, "Heading1")
        parts.bookmark(head._p, head._p, self._name(chapter.id), next(self.names))  # noqa: SLF001 - likewise
        self._blocks(chapter.blocks, 2)
        self.small = False
        return head._p  # noqa: SLF001

    def _blocks(self, blocks: Iterable[Block], level: int) -> None:
        for each in blocks:
            self._block(each, level)

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Para():
                self._para(block)
            case Listing():
                self._listing(block)
            case Grid():
                if one_line(block.title):
                    self._paragraph(block.title, "Caption")
                write_table(self.document, block, self.width, SMALL_CELL if self.small else None)
            case Section():
                self._paragraph(block.title, f"Heading{min(level, DEEPEST)}")
                self._blocks(block.blocks, level + 1)

    def _para(self, block: Para) -> None:
        for run in self._paragraph(block.says).runs:
            if block.kind == "quiet":
                run.font.color.rgb = QUIET
            if block.kind == "warning":
                run.font.color.rgb, run.font.bold = WARNING, True

    def _listing(self, block: Listing) -> None:
        """Write each entry with its sign: a numbered list of Word's own would count on from the last one."""
        for number, each in enumerate(block.says, start=1):
            sign = f"{number}." if block.ordered else "" if block.boxes else BULLET
            paragraph = self._paragraph(each, before=(f"{BOX} {sign}".strip() if block.boxes else sign) + "\t")
            layout = paragraph.paragraph_format
            layout.left_indent = HANGING * (2 if block.boxes and block.ordered else 1)
            layout.first_line_indent, layout.space_after = -layout.left_indent, Pt(2)
            layout.tab_stops.add_tab_stop(layout.left_indent)

    def _paragraph(self, words: Words, style: str = BODY_TEXT, before: str = "") -> Paragraph:
        """Write a paragraph: a plain one line by line, after what comes `before` it, any other on one line."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = style  # noqa: SLF001 - by its id: python-docx looks for a style's name far too long
        plain = style == BODY_TEXT
        first, *others = lines(words) if plain else [one_line(words)]
        parts.write(paragraph, [before + first, *others], SMALL if plain and self.small else None)
        if plain and self.small:
            paragraph.paragraph_format.space_after = Pt(2)
        return paragraph
