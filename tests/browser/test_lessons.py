"""What a lesson tells its reader to do, done on its own page, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from playbook.content import words
from playbook.matrix.words import WORDS
from playbook.rules import named

from .board import PLAN, Board
from .conftest import window
from .course import Course, until
from .reader import Reader

RELAYS, DRAFTS = "03_matrix/02_draw_the_relays", "04_content/03_mend_a_draft"
CONTENT = "plans/content.json"
HELPS = ("flagship", "shop", "at_once")


@pytest.fixture
def fresh(browser: Browser, course: Course) -> Iterator[Reader]:
    """Show a reader who has planned nothing yet."""
    for plan in (PLAN, CONTENT):
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
