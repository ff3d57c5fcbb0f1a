import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para, Section
from playbook.handbook.html import page
from playbook.language import LANGUAGES, Language, speaking

from .whole import SHOWN, hostile, marked_handbook, pieces

OURS = {
    "html", "head", "meta", "title", "style", "body", "a", "nav", "main", "div", "header", "section", "h1", "h2", "h3",
    "h4", "h5", "h6", "p", "br", "ol", "ul", "li", "table", "caption", "thead", "colgroup",
    "col", "tbody", "tr", "th", "td",
}  # fmt: skip
OPEN = {"meta", "br", "col"}  # tags that are not closed
ATTRIBUTES = {
    "charset", "name", "content", "http-equiv", "class", "href", "id", "lang", "hreflang", "aria-label",
    "aria-labelledby", "scope", "data-head", "style",
}  # fmt: skip
BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "caption", "th", "td")


class Read(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and the text of each block, line by line."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.lines: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and a new line where a block begins."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag in BLOCKS or tag == "br":
            self.lines.append("")
        if tag not in OPEN:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag: the last that was opened."""
        assert self.open.pop() == tag, f"{tag} closes another tag"

    def handle_data(self, data: str) -> None:
        """Note text that stands in a block."""
        if any(each in BLOCKS for each in self.open):
            self.lines[-1] += data

    def of(self, tag: str) -> list[dict[str, str]]:
        """Return the attributes of every tag of this name."""
        return [attributes for name, attributes in self.tags if name == tag]

    def values(self, attribute: str) -> list[str]:
        """Return the values of this attribute, in the order of the page."""
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


def read(*handbook: tuple[Language, list[Chapter]]) -> Read:
    return Read(page(handbook))


@pytest.fixture(scope="module")
def marked() -> list[Chapter]:
    return marked_handbook()[0]


def test_hostile_words_are_text_on_the_page_and_nothing_else() -> None:
    text = page([("zh", hostile())])
    found = Read(text)
    assert {tag for tag, _ in found.tags} <= OURS
    assert {name for _, attributes in found.tags for name in attributes} <= ATTRIBUTES
    assert found.open == []
    assert found.lines.count(SHOWN) > 20
    assert not re.search("[\x00-\x08\x0b-\x1f\u200b-\u200c\u202a-\u202e\u2066-\u2069\ufeff\ufffe]", text)
    text.encode()  # no half of a sign is left


def test_a_text_of_forty_thousand_signs_stands_there_whole() -> None:
    assert "长" * 40_000 in read(("zh", hostile())).lines


def test_a_learners_line_breaks_stay_and_emoji_of_several_signs_stay_whole() -> None:
    family = "👩\u200d👧 一家"
    found = read(
        ("zh", [Chapter("cover", "书"), Chapter("timing", "时", [Para(f"第一行\r\n第二行\u2028{family}\t完")])])
    )
    assert ["第一行", "第二行", f"{family} 完"] == found.lines[-4:-1]


def test_the_page_says_all_that_the_chapters_say_in_their_order(marked: list[Chapter]) -> None:
    for language in LANGUAGES:
        with speaking(language):
            wanted = pieces(marked)
        told = iter([line.strip() for line in read((language, marked)).lines])
        assert [each for each in wanted if each not in told] == []


def test_fault_098_the_page_needs_no_network_and_runs_nothing(marked: list[Chapter]) -> None:
    text = page([("zh", marked)])
    found = Read(text)
    assert [each for each in found.values("href") if not each.startswith("#")] == []
    assert "default-src 'none'" in found.values("content")[1]
    style = text[text.index("<style>") : text.index("</style>")]
    assert not re.search(r"url\(|@import|https?:", style)


def test_every_link_leads_somewhere_and_no_address_stands_twice_also_in_both_languages(marked: list[Chapter]) -> None:
    found = read(("zh", marked), ("en", marked))
    ids = found.values("id")
    assert len(ids) == len(set(ids))
    assert {each.removeprefix("#") for each in found.values("href")} <= set(ids)
    assert {each.removeprefix("#") for each in found.values("href")} >= {
        f"{each}-{name}" for each in LANGUAGES for name in ("timing", "glossary")
    }
    assert set(found.values("aria-labelledby")) <= set(ids)


def test_each_language_is_named_where_it_begins(marked: list[Chapter]) -> None:
    both = read(("zh", marked), ("en", marked))
    assert [each["lang"] for each in both.of("div")] == ["zh-CN", "en"]
    assert both.of("html") == [{"lang": "zh-CN"}]
    assert read(("en", marked)).of("html") == [{"lang": "en"}]


def test_headings_go_down_a_level_at_a_time_and_tables_say_which_cells_are_heads(marked: list[Chapter]) -> None:
    found = read(("zh", marked))
    levels = [int(tag[1]) for tag, _ in found.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert {each.get("scope") for each in found.of("th")} == {"col", "row"}
    assert len(found.of("main")) == 1


def test_numbers_stand_right_boxes_can_be_ticked_and_each_cell_knows_the_head_of_its_column() -> None:
    table = Grid("表", ["项目", "几个"], [["甲", "3"]], numbers=[1])
    blocks: list[Block] = [table, Listing(["先"], ordered=True, boxes=True), Section("节", [Para("静", "quiet")])]
    found = read(("zh", [Chapter("cover", "书"), Chapter("timing", "时", blocks, alone=True)]))
    assert found.of("td") == [{"data-head": "几个", "class": "number"}]
    assert {"class": "boxes"} in found.of("ol")
    assert {"class": "quiet"} in found.of("p")
    assert any(each.get("class") == "chapter alone" for each in found.of("section"))


def test_a_row_that_no_page_could_hold_may_be_cut() -> None:
    table = Grid("", ["项目", "决定"], [["甲", "短"], ["乙", "长" * 5000]])
    assert read(("zh", [Chapter("cover", "书", [table])])).of("tr") == [{}, {}, {"class": "long"}]


def test_the_same_chapters_give_the_same_page(marked: list[Chapter]) -> None:
    assert page([("zh", marked), ("en", marked)]) == page([("zh", marked), ("en", marked)])
