"""The planners of strategy on a page: a goal from the keyboard, a restart, a phone, and words that stay words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from playbook.metrics.measures import MEASURES
from playbook.part_form import SHUT
from playbook.plans import written
from playbook.steps import UNDO
from playbook.strategy import words
from playbook.strategy.model_plan import sound_plan
from playbook.strategy.plan import StrategyPlan

from .conftest import window
from .course import Course, open_all, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 80  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/strategy"  # a page of these tests' own, with every planner of the system
VIEWS = ("goals", "audiences", "platforms", "steps")
CELLS = {
    "setup": "# ▶\nfrom playbook.strategy import planner",
    "goals": "# ▶\nplanner.plan_goals()",
    "audiences": "# ▶\nplanner.plan_audiences()",
    "platforms": "# ▶\nplanner.plan_platforms()",
    "steps": "# ▶\nplanner.check_steps()",
}
PLAN = "plans/strategy.json"
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


def put(course: Course, plan: StrategyPlan) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(plan), "utf-8")


def goals(course: Course) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (course.json(PLAN) or {}).get("goals", [])
    return found


# The phone comes first: two windows on one page would share its kernel.
def test_on_a_phone_nothing_is_cut_and_every_part_opens(browser: Browser, course: Course, page: str) -> None:
    put(course, sound_plan())
    with window(browser, course, phone=True) as held:
        held.open(page)
        for view in VIEWS:
            shut = held.cell(view).get_by_role("button", name=SHUT)
            open_all(shut)
        assert held.sideways() == []
        for view in VIEWS:
            boxes = held.cell(view).locator("button, input, textarea, select").all()
            shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
            assert shown
            assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
        held.shoot("strategy")


def test_a_goal_is_made_from_the_keyboard_and_vanity_is_refused(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    reader.page.evaluate("document.activeElement.blur()")
    reader.tab_to(words.LABELS["for_whom"], TABS)
    keyboard.type("本城自己泡茶的人")
    reader.tab_to(words.HEADS["goals"], TABS)
    keyboard.press("Enter")
    reader.tab_to(words.ADDS["goals"], TABS)
    keyboard.press("Enter")
    until(lambda: len(goals(course)) == 1, "a goal in the plan")
    purpose = reader.cell("goals").get_by_label(words.LABELS["purpose"].in_language(course.language))
    purpose.focus()
    keyboard.press("ArrowDown")
    until(lambda: goals(course)[0]["purpose"] == "brand", "the purpose in the plan")
    reader.tab_to(words.LABELS["measure"], TABS)
    keyboard.press("End")  # what is refused stands last
    refused = MEASURES["reads"].refused
    assert refused is not None
    reader.see("goals", refused.in_language(course.language))
    reader.tab_to(UNDO, TABS)
    keyboard.press("Enter")
    until(lambda: goals(course)[0]["measure"] is None, "the step taken back")
    assert course.json(PLAN)["positioning"]["for_whom"] == "本城自己泡茶的人"
    assert reader.complaints == []
    reader.shoot("strategy")


def test_a_restart_of_the_kernel_loses_nothing(reader: Reader, course: Course) -> None:
    put(course, sound_plan())
    reader.run_again()
    before = (course.work / PLAN).read_bytes()
    reader.restart_kernel()
    reader.run_again()
    for_whom = reader.cell("goals").get_by_label(words.LABELS["for_whom"].in_language(course.language))
    assert for_whom.input_value() == sound_plan().positioning.for_whom
    assert (course.work / PLAN).read_bytes() == before
    assert reader.complaints == []


def test_words_that_are_code_stay_words(reader: Reader, course: Course) -> None:
    evil = {"audiences": [{"name": EVIL}], "platforms": [{"name": EVIL}], "goals": [{"account": EVIL}]}
    put(course, StrategyPlan.model_validate(evil))
    reader.run_again()
    for view in ("audiences", "platforms"):
        reader.see(view, EVIL)
    assert reader.dialogs == []
    assert reader.complaints == []
