"""A short drill played to its end with the mouse and with the keyboard alone, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from playbook.crisis.drill_words import ENDED, REPORT

from .conftest import window
from .course import Course, until
from .drill import DRILL, STEPS, RoomView, lay_page, log
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 60  # how often a reader may have to press Tab from the top of the page


@pytest.fixture(scope="module")
def page(browser: Browser, course: Course) -> Iterator[Reader]:
    """Open the page once."""
    with window(browser, course) as reader:
        yield reader.open(lay_page(course))


@pytest.fixture
def room(course: Course, page: Reader) -> RoomView:
    """Show a drill in which nothing has happened yet, and the reader at the top."""
    (course.work / DRILL).unlink(missing_ok=True)
    page.run_again()
    page.page.evaluate("document.activeElement.blur()")
    return RoomView(page)


def test_a_drill_is_played_to_its_end_by_keyboard_alone_and_outlives_the_kernel(room: RoomView) -> None:
    _tab_to_room(room)
    room.press("1", "9")
    room.settle(2)
    room.press(*["ArrowRight"] * 4, "4")
    room.settle(7)
    before = (room.reader.course.work / DRILL).read_bytes()
    room.room.evaluate("node => { node.dataset.former = true; }")
    room.reader.restart_kernel()
    room.reader.run_again()
    again = RoomView(room.reader)
    until(lambda: again.room.get_attribute("data-former") is None, "the room that the new kernel shows")
    assert again.bars() == 7
    assert (room.reader.course.work / DRILL).read_bytes() == before
    _tab_to_room(again)
    again.press(*["."] * (STEPS - 7))
    played = again.settle(STEPS)
    assert [each["action"] for each in played["acts"]] == ["ask", "pause", "public"]
    room.reader.see("drill", REPORT.in_language(room.reader.course.language))
    again.press("2")
    until(lambda: ENDED.in_language(room.reader.course.language) in again.done, "a word that it has ended")
    assert room.reader.complaints == []


def test_a_drill_is_played_to_its_end_with_the_mouse(room: RoomView) -> None:
    room.card("ask").click()
    room.settle(1)
    room.cell.locator(".room-said").fill("听见了，<b>在查</b>")
    room.card("hold").click()
    room.settle(2)
    until(lambda: room.cell.locator(".room-said").input_value() == "", "an empty field of words")
    room.card("cheer").click()
    room.settle(3)
    for _ in range(STEPS - 3):
        room.button("step").click()
    played = room.settle(STEPS)
    told = [("ask", ""), ("hold", "听见了，<b>在查</b>"), ("cheer", "")]
    assert [(each["action"], each["said"]) for each in played["acts"]] == told
    room.reader.see("drill", REPORT.in_language(room.reader.course.language))
    assert room.cell.locator(".drill-report b", has_text="在查").count() == 0
    assert room.button("step").get_attribute("aria-disabled") == "true"
    assert room.reader.complaints == []


def test_the_clock_lets_time_pass_until_it_is_stopped_and_never_acts(room: RoomView) -> None:
    room.button("fast").click()
    assert room.runs
    until(lambda: log(room.reader.course).get("played", 0) >= 2, "two steps of the clock")
    room.button("pause").click()
    assert not room.runs
    room.reader.page.wait_for_timeout(400)  # what was on its way has come
    stopped = log(room.reader.course)
    room.reader.page.wait_for_timeout(1500)  # longer than a step of the quick clock
    assert log(room.reader.course) == stopped
    assert stopped["acts"] == []


def test_what_cannot_be_done_says_why_in_words(room: RoomView) -> None:
    card = room.card("correct")
    assert card.get_attribute("aria-disabled") == "true"
    why = card.locator(".room-card-note").inner_text()
    card.click(force=True)
    until(lambda: room.done == why, "a word why not")
    assert log(room.reader.course) == {}


def test_the_page_behind_hears_none_of_the_keys(room: RoomView) -> None:
    cells = [each["id"] for each in room.reader.code_cells()]
    room.room.focus()
    room.press("d", "d", "x", "b", "a", "Delete", "ArrowDown", "ArrowUp")
    room.cell.locator(".room-said").click()
    room.press("d", "d", "1", "9")
    assert room.cell.locator(".room-said").input_value() == "dd19"
    room.press("Escape", "x")
    assert [each["id"] for each in room.reader.code_cells()] == cells
    assert log(room.reader.course) == {}


def test_starting_again_can_be_taken_back(room: RoomView) -> None:
    room.room.focus()
    room.press("1", "9")
    before = room.settle(2)
    room.button("again").click()
    room.settle(0)
    room.button("undo").click()
    assert room.settle(2) == before


def test_on_a_phone_a_finger_plays_and_nothing_is_cut_off(browser: Browser, course: Course) -> None:
    (course.work / DRILL).unlink(missing_ok=True)
    with window(browser, course, phone=True) as reader:
        room = RoomView(reader.open(lay_page(course)))
        room.card("ask").tap()
        room.settle(1)
        for _ in range(5):
            room.button("step").tap()
        room.settle(6)
        reader.shoot("drill")
        assert reader.sideways() == []
        for each in (room.card("ask"), room.card("cheer"), room.button("step"), room.cell.locator(".room-picture")):
            box = each.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
            assert box["height"] >= 36
        assert reader.complaints == []


def _tab_to_room(room: RoomView) -> None:
    for _ in range(TABS):
        room.press("Tab")
        if room.room.evaluate("node => node.contains(document.activeElement)"):
            return
    pytest.fail(f"{TABS} presses of Tab do not reach the room")
