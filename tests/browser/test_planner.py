"""The planner of the week under the mouse and from the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from playbook.facts import sample_facts
from playbook.timing.review import review_account

from .conftest import window
from .course import LESSON, Course
from .reader import Reader
from .week import PLAN, Week, plan_of

pytestmark = pytest.mark.in_chinese

WEDNESDAY_10, WEDNESDAY_15, SATURDAY_21 = (3, 10), (3, 15), (6, 21)
TABS = 150  # how often a reader may have to press Tab from the top of the lesson


@pytest.fixture(scope="module")
def lesson(browser: Browser, course: Course) -> Iterator[Reader]:
    """Open the lesson once."""
    with window(browser, course) as reader:
        yield reader.open(LESSON)


@pytest.fixture
def week(course: Course, lesson: Reader) -> Week:
    """Show the planner with nothing planned yet, and the reader at the top."""
    (course.work / PLAN).unlink(missing_ok=True)
    lesson.run_again()
    lesson.page.evaluate("document.activeElement.blur()")
    return Week(lesson)


def test_the_three_moves_of_the_lesson_do_what_it_says(
    week: Week, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", course.language)  # the company card speaks the reader's language
    facts = sample_facts()
    week.cell(*WEDNESDAY_10).click()
    week.settle(WEDNESDAY_10)
    week.expect_findings(plan_of("flagship", WEDNESDAY_10), "flagship", facts)

    week.drag(WEDNESDAY_10, WEDNESDAY_15)
    week.settle(WEDNESDAY_15)
    week.expect_findings(plan_of("flagship", WEDNESDAY_15), "flagship", facts)
    rules = [
        {each.rule for each in review_account(plan_of("flagship", at), "flagship", facts)}
        for at in (WEDNESDAY_10, WEDNESDAY_15)
    ]
    assert rules[0] - rules[1] == {"timing.own-audience-slots"}

    week.cell(*SATURDAY_21).click()
    week.settle(WEDNESDAY_15, SATURDAY_21)
    week.expect_findings(plan_of("flagship", WEDNESDAY_15, SATURDAY_21), "flagship", facts)
    week.reader.page.keyboard.press("Control+z")
    week.settle(WEDNESDAY_15)
    assert course.json(PLAN) == plan_of("flagship", WEDNESDAY_15).model_dump(mode="json")


def test_the_keyboard_alone_does_all_the_mouse_does(week: Week, course: Course) -> None:
    page = week.reader.page
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-cell]')"):
            break
    else:
        pytest.fail(f"{TABS} presses of Tab do not reach the grid")
    _press(week, *["ArrowRight"] * 2, *["ArrowDown"] * 3, "Space")  # from Monday 7:00, where the working day begins
    week.settle(WEDNESDAY_10)
    _press(week, *["Shift+ArrowDown"] * 5)
    week.settle(WEDNESDAY_15)
    _press(week, *["ArrowRight"] * 3, *["ArrowDown"] * 6, "Space")
    week.settle(WEDNESDAY_15, SATURDAY_21)
    _press(week, "Control+z")
    week.settle(WEDNESDAY_15)
    assert course.json(PLAN) == plan_of("flagship", WEDNESDAY_15).model_dump(mode="json")


def test_the_page_behind_hears_none_of_the_keys(week: Week) -> None:
    cells = week.reader.code_cells()
    week.cell(*WEDNESDAY_10).click()
    _press(week, "d", "d", "x", "b", "Delete")  # in a notebook, these delete and add cells
    week.settle()
    assert [each["id"] for each in week.reader.code_cells()] == [each["id"] for each in cells]


def _press(week: Week, *keys: str) -> None:
    for key in keys:
        week.reader.page.keyboard.press(key)
