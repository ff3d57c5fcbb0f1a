"""Feedback pages: each learner reads of their own work alone, and nothing on the page acts."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from classroom.exercise import exercise_ids, load_spec
from classroom.feedback import feedback_page, file_stem
from classroom.gradebook import Item, Row, Status
from classroom.grading import Outcome
from classroom.markup import POLICY, tag
from classroom.outline import outline
from playbook.language import LANGUAGES, Language, Text, same

EXERCISE, NEXT, LAST = exercise_ids()[:3]
HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{7*7}}\u202e\x1b[31m"
KNOWN = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "section",
    "div",
    "span",
    "table",
    "caption",
    "thead",
}
KNOWN |= {"tbody", "tr", "th", "td", "p", "b", "br", "ul", "li", "h1", "h2", "h3", "h4", "svg", "rect", "line"}


class Page(HTMLParser):
    """A page read back: its elements, its attributes, its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, list[str]] = {}
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words += data


def row(exercise: str = EXERCISE, status: Status = "GRADED", note: str = "", name: str = "张三") -> Row:
    return Row("0012", name, exercise, status, None, 12, same(note))


def item(outcome: Outcome, message: str = "", exercise: str = EXERCISE, **more: Any) -> Item:  # noqa: ANN401
    question = next(iter(load_spec(exercise).exercise))
    points = {"right": 3, "partly": 1.5, "wrong": 0, "blank": 0}.get(outcome)
    given = {"question": question, "points": points, "max_points": 3, "first_outcome": None} | more
    return Item("0012", exercise, outcome=outcome, message=same(message), **given)


def read(rows: list[Row], items: list[Item], by_hand: dict[tuple[str, str, str], str] | None = None) -> Page:
    return Page(feedback_page(rows, items, by_hand or {}))


@pytest.fixture(params=LANGUAGES, autouse=True)
def spoken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Language:
    language: Language = request.param
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    return language


def test_a_page_says_what_was_not_right_and_why_which_lesson_to_read_and_how_it_began(spoken: Language) -> None:
    page = read([row()], [item("partly", "看错了一列", first_outcome="wrong")])
    title = next(lesson.title for lesson in outline().lessons() if lesson.id == EXERCISE)
    assert "看错了一列" in page.words
    assert page.words.count(title.in_language(spoken)) == 2  # to be read again, and its own heading
    first = Text("第一次作答：不对", "First attempt: Not right")
    assert first.in_language(spoken) in page.words
    assert "1.5" in page.words


def test_what_is_all_right_leaves_nothing_to_do(spoken: Language) -> None:
    page = read([row()], [item("right", "因为", first_outcome="right")])
    assert Text("都做完了", "All done").in_language(spoken) in page.words
    assert Text("第一次就对", "at the first attempt").in_language(spoken) in page.words


def test_fault_097_names_and_texts_of_strangers_stay_words() -> None:
    page = read([row(name=HOSTILE), row(NEXT, "FIX", HOSTILE)], [item("to_mark", HOSTILE)], {})
    assert page.tags <= KNOWN
    assert not {name for name in page.attributes if name.startswith("on") or name in {"href", "src", "style"}}
    assert page.attributes["content"].count(POLICY) == 1
    assert "<script>alert(1)</script>" in page.words
    assert "\\u202e" in page.words
    assert not {"\u202e", "\x1b"} & set(page.words)


def test_what_a_person_wrote_stands_beside_the_marks() -> None:
    marked = item("partly", "作答：好")
    page = read([row()], [marked], {(marked.learner, marked.exercise, marked.question): "再具体一点 <b>"})
    assert "再具体一点 <b>" in page.words


def test_notes_for_the_instructor_do_not_reach_the_learner() -> None:
    rows = [
        row(status="WARN", note="也说是 0013 的"),
        row(NEXT, "QUARANTINE", "和 0013 重名"),
        row(LAST, "ERROR", "boom"),
    ]
    page = read(rows, [item("error", "ValueError: /home/x/secret.py")])
    for secret in ("0013", "boom", "ValueError", "/home"):
        assert secret not in page.words


def test_a_file_to_mend_is_told_with_how() -> None:
    assert "文件是空的" in read([row(status="FIX", note="文件是空的")], []).words


@pytest.mark.parametrize("name", ["0012", "张三", "li-lei_7", "Li Lei", "a.b"])
def test_a_plain_id_names_its_file(name: str) -> None:
    assert file_stem(name) == name


@pytest.mark.parametrize("name", ["../../x", "C:\\x", "CON", "nul.txt", "a/b", ".hidden", "x" * 300, "", "a. ", "a\nb"])
def test_any_other_id_gets_a_name_that_leads_nowhere(name: str, tmp_path: Path) -> None:
    stem = file_stem(name)
    assert (tmp_path / f"{stem}.html").resolve().parent == tmp_path.resolve()
    (tmp_path / f"{stem}.html").write_text("", encoding="utf-8")
    assert "~" in stem


def test_ids_that_are_not_plain_never_share_a_file() -> None:
    assert len({file_stem(name) for name in ("a/b", "a\\b", "a:b", "a_b", "a/ b")}) == 5


def test_attributes_are_escaped_too() -> None:
    assert Page(tag("p", class_='"><script>')).tags == {"p"}
