"""What python-docx has no name for: fonts for Chinese, heads that repeat, bookmarks, links, the contents field."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from playbook.language import language

LATIN, CHINESE = "Arial", "Microsoft YaHei"
HEAD, LINE, TINT = RGBColor(0x12, 0x40, 0x4A), "C5CCCD", "EFF3F3"
THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
SETTINGS = 'TOC \\o "1-1" \\h \\z \\n \\b {bookmark}'  # chapters of this part, linked, without page numbers


def made(tag: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of WordprocessingML: `made("shd", fill="EFF3F3")` is `<w:shd w:fill="EFF3F3"/>`."""
    element: BaseOxmlElement = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def typeface(style: ParagraphStyle, size: float, *, head: bool = False) -> None:
    """Give a style our fonts, one for each script: else Word sets Chinese in any font it finds."""
    style.font.size = Pt(size)
    if head:
        style.font.color.rgb = HEAD
        style.font.bold, style.font.italic = True, False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in THEMES:
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script, font in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", CHINESE), ("cs", LATIN)):
        fonts.set(qn(f"w:{script}"), font)


def proofread(document: Document) -> None:
    """Say which languages the document is in, for spelling and for screen readers: English, and simplified Chinese."""
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None  # noqa: S101 - the template that comes with python-docx has it
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(made("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))


def write(paragraph: Paragraph, told: Sequence[str], size: float | None = None, *, bold: bool = False) -> list[Run]:
    """Write lines to the end of a paragraph; where no size is given, the style's stands."""
    runs = [paragraph.add_run(each) for each in told]
    for run in runs:
        settle(run)
        if size is not None:
            run.font.size = Pt(size)
        if bold:
            run.font.bold = True
    for run in runs[:-1]:
        run.add_break()
    return runs


def without_thumbnail(document: Document) -> None:
    """Take away the picture of an empty page, by which file managers would show the document."""
    package = document.part.package
    assert package is not None  # noqa: S101 - a document that was opened has one
    for name in [name for name, each in package.rels.items() if each.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[name]


def settle(run: Run) -> None:
    """Set what Chinese and Latin share (curly quotes, dashes) as Chinese does, for a Chinese reader."""
    if language() == "zh" and not run.text.isascii():
        run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")  # noqa: SLF001 - no other way in


def bookmark(first: BaseOxmlElement, last: BaseOxmlElement, name: str, number: int) -> None:
    """Put a bookmark around what stands from one element to another."""
    first.insert_element_before(made("bookmarkStart", id=str(number), name=name), "w:r", "w:hyperlink")
    last.append(made("bookmarkEnd", id=str(number)))


def link(paragraph: Paragraph, words: str, name: str) -> Run:
    """Add a link to a bookmark to the end of a paragraph."""
    run = paragraph.add_run(words)
    holder = made("hyperlink", anchor=name, history="1")
    paragraph._p.append(holder)  # noqa: SLF001 - python-docx makes no link inside a document
    holder.append(run._element)  # noqa: SLF001
    return run


def contents_field(paragraphs: Sequence[Paragraph], name: str) -> None:
    """Make paragraphs the contents list of what a bookmark holds: right as it stands, and updated on request."""
    first, last = paragraphs[0], paragraphs[-1]
    begin = [
        _run(made("fldChar", fldCharType="begin")),
        _run(_code(name)),
        _run(made("fldChar", fldCharType="separate")),
    ]
    for each in begin:
        first._p.insert_element_before(each, "w:hyperlink")  # noqa: SLF001 - likewise
    last._p.append(_run(made("fldChar", fldCharType="end")))  # noqa: SLF001


def page_number(paragraph: Paragraph) -> None:
    """Add the number of the page to a paragraph."""
    for each in (made("fldChar", fldCharType="begin"), _code_of("PAGE"), made("fldChar", fldCharType="end")):
        paragraph._p.append(_run(each))  # noqa: SLF001 - likewise


def dress(table: Table, title: str) -> None:
    """Give a table thin lines and cells with some room, and its title for whoever hears it read."""
    properties = table._tbl.tblPr  # noqa: SLF001 - likewise
    borders, margins = made("tblBorders"), made("tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(made(side, val="single", sz="4", space="0", color=LINE))
    for side, room in (("top", "40"), ("left", "80"), ("bottom", "40"), ("right", "80")):
        margins.append(made(side, w=room, type="dxa"))
    # The order is that of the format's schema; Word refuses a file that has another.
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")
    if title:
        properties.append(made("tblCaption", val=title))


def repeated(row: _Row, cells: Sequence[_Cell]) -> None:
    """Let a row stand at the top of every page that its table reaches, with a tint."""
    row._tr.get_or_add_trPr().append(made("tblHeader"))  # noqa: SLF001 - likewise
    for cell in cells:
        cell._tc.get_or_add_tcPr().append(made("shd", val="clear", color="auto", fill=TINT))  # noqa: SLF001


def whole(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().insert(0, made("cantSplit"))  # noqa: SLF001 - likewise


def _run(inner: BaseOxmlElement) -> BaseOxmlElement:
    run = made("r")
    run.append(inner)
    return run


def _code(name: str) -> BaseOxmlElement:
    return _code_of(SETTINGS.format(bookmark=name))


def _code_of(words: str) -> BaseOxmlElement:
    code = made("instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = f" {words} "
    return code
