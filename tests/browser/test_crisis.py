"""The planners of crises on a page: words from the keyboard, a restart, a phone in the hand, hostile words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator

from playbook.crisis.form import SHUT
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.statement_form import CLEAR, ISSUES
from playbook.language import Text
from playbook.plans import written

from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 40  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/crisis"  # a page of these tests' own
CELLS = {
    "setup": "# ▶\nfrom playbook.crisis import planner",
    "watch": "# ▶\nplanner.plan_watch()",
    "response": "# ▶\nplanner.plan_response()",
    "card": "# ▶\nplanner.show_card()",
}
PLAN = "plans/crisis.json"
EVIL = "<img src=x onerror=alert(1)>"
ADD, WORD, WHY = Text("加一个词", "Add a word"), Text("词", "Word"), Text("为什么", "Why")
DOING, DRAFTS = Text("在做什么、怎么补", "What we do"), Text("声明稿", "Statements")
SEARCHES = Text("一天搜几次", "Searches a day")


@pytest.fixture(scope="module")
def page(course: Course) -> str:
    """Put a page with the planners among the learner's."""
    return course.lay_page(PAGE, CELLS)


@pytest.fixture(scope="module")
def opened(browser: Browser, course: Course, page: str) -> Iterator[Reader]:
    """Open the page once."""
    (course.work / PLAN).unlink(missing_ok=True)
    with window(browser, course) as one:
        yield one.open(page)


@pytest.fixture
def reader(opened: Reader, course: Course) -> Reader:
    """Show the planners with nothing decided yet, and the reader at the top."""
    _put(course, CrisisPlan())
    opened.run_again()
    opened.page.evaluate("document.activeElement.blur()")
    return opened


# First, while no other window shows the page: of two on one kernel, one misses answers.
def test_on_a_phone_nothing_is_cut_and_every_section_opens(browser: Browser, course: Course, page: str) -> None:
    words = sound_plan().watch.words[:2]  # with all of them the page jumps when a finger scrolls it
    plan = sound_plan({"levels.2.name": "马上叫人" * 10, "watch.words": [each.model_dump() for each in words]})
    _put(course, plan)
    with window(browser, course, phone=True) as held:
        held.open(page)
        held.see("card", "马上叫人")
        for cell in ("watch", "response"):
            shut = held.cell(cell).get_by_role("button", name=SHUT)
            for _ in range(shut.count()):
                _open(shut)
        held.cell("watch").get_by_label(SEARCHES.in_language(course.language), exact=True).first.wait_for()
        held.shoot("crisis")
        assert held.sideways() == []
        for cell in ("watch", "response"):
            assert _out_of_sight(held.cell(cell)) == []
        assert held.complaints == []


def test_a_word_is_written_from_the_keyboard_alone_and_judged_at_once(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    reader.tab_to(ADD, TABS, whole=True)
    keyboard.press("Enter")
    reader.cell("watch").get_by_label(WORD.in_language(course.language), exact=True).wait_for()
    reader.page.evaluate("document.activeElement.blur()")
    reader.tab_to(WORD, TABS, whole=True)
    keyboard.type("岚间")
    reader.tab_to(Text("哪一类", "Kind"), TABS, whole=True)
    keyboard.press("ArrowDown")
    reader.tab_to(WHY, TABS, whole=True)
    keyboard.type("我们的名字")
    word = {"word": "岚间", "kind": "brand", "why": "我们的名字"}
    until(lambda: _saved(course)["watch"]["words"] == [word], "the word in the plan")
    reader.cell("watch").locator(".crisis-words").wait_for()
    assert reader.complaints == []


def test_a_draft_is_read_as_it_is_typed_and_a_restart_loses_nothing(reader: Reader, course: Course) -> None:
    _put(course, sound_plan())
    reader.run_again()
    _section(reader, DRAFTS).click()
    response = reader.cell("response")
    doing = response.get_by_label(DOING.in_language(course.language), exact=True)
    reader.see("response", CLEAR.in_language(course.language))
    doing.fill("这一批可以退，最终解释权归本店。")
    reader.see("response", ISSUES.format(count=1).in_language(course.language))
    until(lambda: "最终解释权" in _saved(course)["statements"][4]["doing"], "the words in the plan")
    reader.see("card", "最终解释权归本店")
    before = (course.work / PLAN).read_bytes()
    reader.restart_kernel()
    reader.run_again()
    _section(reader, DRAFTS).click()
    assert doing.input_value() == "这一批可以退，最终解释权归本店。"
    assert (course.work / PLAN).read_bytes() == before
    assert reader.complaints == []


def test_words_that_are_code_stay_words(reader: Reader, course: Course) -> None:
    places = ("watch.words.0.word", "levels.2.name", "levels.0.why", "first_hours.0.note", "statements.4.doing")
    _put(course, sound_plan(dict.fromkeys(places, EVIL) | {"levels.2.first_word": 600}))
    reader.run_again()
    for cell in ("watch", "response", "card"):
        until(lambda cell=cell: EVIL in reader.said(cell), f"the words in {cell}")  # type: ignore[misc]
    assert reader.dialogs == []
    assert reader.complaints == []
    reader.shoot("crisis")


def _open(shut: Locator) -> None:
    """Tap the first section that is shut, once it has come to rest where the finger goes."""
    left = shut.count()
    shut.first.scroll_into_view_if_needed()
    shut.page.wait_for_timeout(300)  # a page that scrolls has no condition to wait for
    shut.first.tap()
    until(lambda: shut.count() < left, "a section that opens")


def _out_of_sight(cell: Locator) -> list[dict[str, float]]:
    boxes = cell.locator("button, input, textarea, select").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect()).filter(box => box.width)"
        ".filter(box => box.left < 0 || box.right > 391).map(box => ({left: box.left, right: box.right}))"
    )
    return list(boxes)


def _put(course: Course, plan: CrisisPlan) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(plan), "utf-8")


def _saved(course: Course) -> dict[str, Any]:
    return course.json(PLAN) or {}


def _section(reader: Reader, title: Text) -> Locator:
    """Return the button that opens a section of the response."""
    return reader.cell("response").get_by_role("button", name=f"{SHUT} {title.in_language(reader.course.language)}")
