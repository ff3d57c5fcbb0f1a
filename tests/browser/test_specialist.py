"""The ninety days on a page: a level from the keyboard, a phone, a restart, and words that stay words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from playbook.plans import written
from playbook.specialist import words
from playbook.specialist.model_plan import sound_plan
from playbook.specialist.plan import SpecialistPlan
from playbook.steps import UNDO

from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 60  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/specialist"  # a page of these tests' own
CELLS = {"setup": "# ▶\nfrom playbook.specialist import planner", "days": "# ▶\nplanner.plan_days()"}
PLAN = "plans/specialist.json"
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def page(course: Course) -> str:
    """Put a page with the planner among the learner's."""
    return course.lay_page(PAGE, CELLS)


@pytest.fixture(scope="module")
def reader(browser: Browser, course: Course, page: str) -> Iterator[Reader]:
    """Open the page at a desktop once, with nothing planned yet."""
    (course.work / PLAN).unlink(missing_ok=True)
    with window(browser, course) as one:
        yield one.open(page)


def put(course: Course, plan: SpecialistPlan) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(plan), "utf-8")


# The phone comes first: two windows on one page would share its kernel.
def test_on_a_phone_nothing_is_cut(browser: Browser, course: Course, page: str) -> None:
    put(course, sound_plan())
    with window(browser, course, phone=True) as held:
        held.open(page)
        assert held.sideways() == []
        boxes = held.cell("days").locator("button, input, textarea, select").all()
        shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
        assert shown
        assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
        held.shoot("specialist")


def test_a_level_is_given_from_the_keyboard_and_taken_back(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    reader.page.evaluate("document.activeElement.blur()")
    reader.tab_to(words.LABELS["level"], TABS)
    keyboard.press("End")
    until(lambda: ((course.json(PLAN) or {}).get("abilities") or {}).get("learning", {}).get("level") == 4, "a level")
    reader.see("days", words.LABELS["evidence"].in_language(course.language))
    reader.tab_to(UNDO, 150)
    keyboard.press("Enter")
    until(lambda: course.json(PLAN)["abilities"] == {}, "the step taken back")
    assert reader.complaints == []


def test_a_restart_of_the_kernel_loses_nothing_and_code_stays_words(reader: Reader, course: Course) -> None:
    goal = sound_plan().goals[0].model_copy(update={"what": EVIL, "evidence": ""})
    first = sound_plan().days[0].model_copy(update={"goals": [goal]})
    put(course, sound_plan().model_copy(update={"days": [first, *sound_plan().days[1:]]}))
    before = (course.work / PLAN).read_bytes()
    reader.restart_kernel()
    reader.run_again()
    reader.see("days", EVIL)
    assert (course.work / PLAN).read_bytes() == before
    assert (reader.dialogs, reader.complaints) == ([], [])
