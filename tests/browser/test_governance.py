"""The planners of governance on a page: a right from the keyboard, a restart, a phone, and words that stay words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from playbook.governance import form_words as words
from playbook.governance.model_plan import sound_plan
from playbook.governance.plan import GovernancePlan
from playbook.governance.words import RIGHTS
from playbook.plans import written
from playbook.steps import UNDO

from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 60  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/governance"  # a page of these tests' own, with every planner of the system
CELLS = {
    "setup": "# ▶\nfrom playbook.governance import planner",
    "keys": "# ▶\nplanner.plan_keys()",
    "roles": "# ▶\nplanner.plan_roles()",
    "flow": "# ▶\nplanner.plan_workflow()",
    "reward": "# ▶\nplanner.plan_reward()",
}
PLAN = "plans/governance.json"
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def page(course: Course) -> str:
    """Put a page with the planners among the learner's."""
    return course.lay_page(PAGE, CELLS)


@pytest.fixture(scope="module")
def reader(browser: Browser, course: Course, page: str) -> Iterator[Reader]:
    """Open the page at a desktop once, with nothing planned yet."""
    (course.work / PLAN).unlink(missing_ok=True)
    with window(browser, course) as one:
        yield one.open(page)


def put(course: Course, plan: GovernancePlan) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(plan), "utf-8")


def keys(course: Course) -> list[dict[str, Any]]:
    """Return the permissions as they are saved; none as long as there is no plan."""
    found: list[dict[str, Any]] = (course.json(PLAN) or {}).get("keys", [])
    return found


# The phone comes first: two windows on one page would share its kernel.
def test_on_a_phone_nothing_is_cut_and_the_chart_fits(browser: Browser, course: Course, page: str) -> None:
    put(course, sound_plan())
    with window(browser, course, phone=True) as held:
        held.open(page)
        until(lambda: held.cell("flow").locator("svg.gov-flow rect").count() >= 9, "the state chart")
        assert held.sideways() == []
        for cell in ("keys", "roles", "flow", "reward"):
            boxes = held.cell(cell).locator("button, input, textarea, select, svg.gov-flow").all()
            shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
            assert shown
            assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
        held.shoot("governance")


def test_a_right_is_given_and_taken_back_from_the_keyboard(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    reader.page.evaluate("document.activeElement.blur()")
    reader.tab_to(words.ACCOUNT, TABS)
    reader.tab_to(RIGHTS["post"], TABS)
    keyboard.press("Space")
    until(lambda: [each["may"] for each in keys(course)] == [["post"]], "a right in the plan")
    assert keys(course)[0]["account"] == "flagship"
    reader.tab_to(UNDO, TABS)
    keyboard.press("Enter")
    until(lambda: keys(course) == [], "the step taken back")
    assert reader.complaints == []
    reader.shoot("governance")


def test_a_restart_of_the_kernel_loses_nothing(reader: Reader, course: Course) -> None:
    put(course, sound_plan())
    reader.run_again()
    before = (course.work / PLAN).read_bytes()
    reader.restart_kernel()
    reader.run_again()
    reader.see("keys", words.OVERVIEW.in_language(course.language))
    assert (course.work / PLAN).read_bytes() == before
    assert reader.complaints == []


def test_words_that_are_code_stay_words(reader: Reader, course: Course) -> None:
    changes = {"roles.2.who": EVIL, "roles.2.deputy": EVIL, "keys.0.who": EVIL, "handovers.0.what": EVIL,
               "handovers.0.proof": "", "workflow.covers.0.who": EVIL}  # fmt: skip
    put(course, sound_plan(changes))
    reader.run_again()
    for cell in ("keys", "roles", "reward"):
        reader.see(cell, EVIL)
    assert reader.dialogs == []
    assert reader.complaints == []
