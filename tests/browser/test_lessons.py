"""What a lesson tells its reader to do, done on its own page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator

from playbook.content import words
from playbook.interaction.kinds import message_said
from playbook.interaction.words import A_DAY, CLOCK, CLOCKS, ON_DUTY, READING, TIDY, WHERE, WHERES, WHO, WITHIN
from playbook.language import Text
from playbook.matrix.words import WORDS
from playbook.rules import named

from .board import PLAN, Board
from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
RELAYS, DRAFTS = "03_matrix/02_draw_the_relays", "04_content/03_mend_a_draft"
INBOX, FOLLOWS = "06_interaction/01_answer_the_inbox", "06_interaction/02_choose_whom_to_follow"
CONTENT, REPLIES = "plans/content.json", "plans/interaction.json"
HELPS = ("flagship", "shop", "at_once")


@pytest.fixture
def fresh(browser: Browser, course: Course) -> Iterator[Reader]:
    """Show a reader who has planned nothing yet."""
    for plan in (PLAN, CONTENT, REPLIES):
        (course.work / plan).unlink(missing_ok=True)
    with window(browser, course) as reader:
        yield reader


def test_the_three_arrows_of_the_lesson_do_what_it_says(fresh: Reader, course: Course) -> None:
    board = Board(fresh.open(RELAYS))
    board.drag("flagship", "shop")
    board.settle(HELPS)
    board.card("flagship").click()
    board.chip("flagship>shop").focus()
    board.box.get_by_text(WORDS["make_later"].in_language(course.language), exact=True).click()
    board.settle((*HELPS[:2], "later"))
    board.chip("flagship>shop").focus()
    board.box.get_by_text(WORDS["make_at_once"].in_language(course.language), exact=True).click()
    board.settle(HELPS)
    board.drag("flagship", "class")
    board.settle(("flagship", "class", "at_once"), HELPS)
    fresh.see("plan", named("matrix.relay-adds").in_language(course.language))
    fresh.see("plan", "1.15")
    assert fresh.complaints == []


def test_a_colleagues_draft_is_taken_in_and_mended_as_one_types(fresh: Reader, course: Course) -> None:
    fresh.open(DRAFTS)
    queue = fresh.cell("plan")
    queue.get_by_role("button", name=words.TAKE_IN.format(count=6).in_language(course.language)).click()
    until(lambda: (course.json(CONTENT) or {}).get("queue"), "six drafts in the plan")
    found = queue.locator(".planner-source", has_text=named("content.absolute-words").in_language(course.language))
    found.first.wait_for()
    text = queue.locator("textarea").first
    text.fill(text.input_value().replace("全网最好喝的", "松烟味最淡的"))
    found.first.wait_for(state="detached")
    until(lambda: "全网" not in course.json(CONTENT)["queue"][0]["text"], "the mended words in the plan")
    assert fresh.complaints == []


def test_a_promise_by_the_clock_fails_and_one_in_time_on_duty_holds(fresh: Reader, course: Course) -> None:
    board = fresh.open(INBOX).cell("plan")
    _fill_in(board, course)
    late = board.locator(".planner-source", has_text=named("interaction.time-in-reach").in_language(course.language))
    late.first.wait_for()
    row = board.locator("table.replay tr", has_text=message_said("question").in_language(course.language))
    until(lambda: row.locator("td").all_inner_texts()[1:4] == ["150", "115", "35"], "those in time and those late")
    waited = row.locator("td").last.inner_text()
    clock = board.get_by_label(CLOCK.in_language(course.language), exact=True)
    clock.select_option(CLOCKS["on_duty"].in_language(course.language))
    until(lambda: row.locator("td").all_inner_texts()[1:4] == ["150", "150", "0"], "all in time")
    late.first.wait_for(state="detached")
    assert row.locator("td").last.inner_text() == waited
    assert fresh.complaints == []


def test_five_follows_a_day_cannot_be_read_and_one_can(fresh: Reader, course: Course) -> None:
    board = fresh.open(FOLLOWS).cell("plan")
    for said, number in ((A_DAY, "5"), (TIDY, "14"), (READING, "180")):
        _set(board, said, number, course)
    fresh.see("plan", "333")
    found = board.locator(
        ".planner-source", has_text=named("interaction.follow-volume-balance").in_language(course.language)
    )
    found.first.wait_for()
    _set(board, A_DAY, "1", course)
    found.first.wait_for(state="detached")
    fresh.see("plan", "67")
    assert fresh.complaints == []


def _set(board: Locator, said: Text, number: str, course: Course) -> None:
    control = board.get_by_label(said.in_language(course.language), exact=True)
    control.fill(number)
    control.press("Enter")


def _fill_in(board: Locator, course: Course) -> None:
    """Settle that whoever is on duty answers questions in public within 60 minutes."""
    where, who, within = (
        board.get_by_label(said.in_language(course.language), exact=True) for said in (WHERE, WHO, WITHIN)
    )
    where.select_option(WHERES["public"].in_language(course.language))
    for control, value in ((who, ON_DUTY.in_language(course.language)), (within, "60")):
        control.fill(value)
        control.press("Enter")
