import io
import re
from collections.abc import Iterator
from datetime import date, timedelta
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from playbook.handbook.blocks import Chapter, Grid, Listing, Para
from playbook.handbook.inert import one_line
from playbook.handbook.word import write_word
from playbook.language import LANGUAGES, Language, speaking

from .whole import NEWEST, SHOWN, hostile, marked_handbook, pieces


def opened(*handbook: tuple[Language, list[Chapter]]) -> Document:
    return docx.Document(io.BytesIO(write_word(handbook, NEWEST)))


def lines(document: Document) -> list[str]:
    """Return what the document says, block after block, row after row."""
    return [line.strip() for each in _texts(document) for line in each.split("\n") if line.strip()]


def _texts(document: Document) -> Iterator[str]:
    for each in document.iter_inner_content():
        if isinstance(each, Table):
            yield from (cell.text for row in each.rows for cell in row.cells)
        else:
            yield each.text


@pytest.fixture(scope="module")
def marked() -> list[Chapter]:
    return marked_handbook()[0]


@pytest.fixture(scope="module")
def both(marked: list[Chapter]) -> Document:
    return opened(("zh", marked), ("en", marked))


def test_the_document_says_all_that_the_chapters_say_in_their_order(marked: list[Chapter], both: Document) -> None:
    told = iter([re.sub(r"^(☐ ?)?([0-9]+\.|•)?\t", "", each) for each in lines(both)])
    for language in LANGUAGES:
        with speaking(language):
            wanted = pieces(marked)
        assert [each for each in wanted if each not in told] == []


def test_chapters_and_sections_are_real_headings(marked: list[Chapter], both: Document) -> None:
    heads = [each.text for each in both.paragraphs if each._p.style == "Heading1"]
    assert heads == [str_of(each, language) for language in LANGUAGES for each in marked[1:]]
    assert both.styles["Heading 1"].style_id == "Heading1"
    assert sum(each._p.style == "Heading2" for each in both.paragraphs) > 40


def str_of(chapter: Chapter, language: Language) -> str:
    with speaking(language):
        return one_line(chapter.title)


def test_hostile_words_are_text_in_the_document_and_its_file_is_sound() -> None:
    packed = write_word([("zh", hostile())], NEWEST)
    document = docx.Document(io.BytesIO(packed))
    assert lines(document).count(SHOWN) > 20
    assert "长" * 40_000 in lines(document)
    with ZipFile(io.BytesIO(packed)) as parts:
        assert parts.testzip() is None
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b]", parts.read("word/document.xml").decode())
    assert len(document.core_properties.title) <= 255


def test_a_tables_head_comes_again_on_every_page_and_no_row_is_cut_unless_a_page_could_not_hold_it() -> None:
    grid = Grid("表", ["项目", "决定"], [["甲", "短"], ["乙", "长" * 5000]])
    table = opened(("zh", [Chapter("cover", "书"), Chapter("timing", "时", [grid])])).tables[0]
    head, short, long = (row._tr.get_or_add_trPr() for row in table.rows)
    assert head.find(qn("w:tblHeader")) is not None
    assert short.find(qn("w:tblHeader")) is None
    assert short.find(qn("w:cantSplit")) is not None
    assert long.find(qn("w:cantSplit")) is None


def test_the_contents_link_to_every_chapter_and_are_a_field_that_word_can_update(both: Document) -> None:
    body = both.element.body
    marks = [each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))]
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert len(marks) == len(set(marks))
    assert len({each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkStart"))}) == len(marks)
    assert set(links) == set(marks) - {"zh_part", "en_part"}
    codes = [each.text.split() for each in body.iter(qn("w:instrText"))]
    assert [each[-1] for each in codes] == ["zh_part", "en_part"]
    kinds = [each.get(qn("w:fldCharType")) for each in body.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"] * 2


def test_a_bookmark_ends_after_it_begins(both: Document) -> None:
    begun: set[str | None] = set()
    for each in both.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        if each.tag == qn("w:bookmarkStart"):
            begun.add(each.get(qn("w:id")))
        else:
            begun.remove(each.get(qn("w:id")))
    assert begun == set()


def test_it_prints_on_a4_with_a_chinese_font_and_a_page_number(both: Document) -> None:
    section = both.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    for style in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "Caption"):
        fonts = both.styles[style].element.rPr.rFonts
        assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
        assert fonts.get(qn("w:eastAsiaTheme")) is None
    assert "PAGE" in section.footer._element.xml


def test_a_list_keeps_its_numbers_and_boxes_and_begins_at_one_each_time() -> None:
    lists = [Listing(["先", "后"], ordered=True, boxes=True), Listing(["甲"], ordered=True), Listing(["乙"])]
    told = lines(opened(("zh", [Chapter("cover", "书"), Chapter("timing", "时", lists)])))
    assert told[-4:] == ["☐ 1.\t先", "☐ 2.\t后", "1.\t甲", "•\t乙"]


def test_the_same_chapters_give_the_same_bytes_and_the_date_is_the_plans(marked: list[Chapter]) -> None:
    book: list[tuple[Language, list[Chapter]]] = [("en", marked[:3])]
    assert write_word(book, NEWEST) == write_word(book, NEWEST)
    assert write_word(book, NEWEST) != write_word(book, NEWEST + timedelta(days=1))
    properties = opened(("en", marked[:3])).core_properties
    assert properties.modified is not None
    assert properties.modified.date() == NEWEST
    assert (properties.author, properties.comments, properties.language) == ("", "", "en")


def test_a_plan_saved_before_there_were_zip_files_still_gives_a_document() -> None:
    assert write_word([("zh", [Chapter("cover", "书"), Chapter("timing", "时", [Para("一")])])], date(1970, 1, 1))
