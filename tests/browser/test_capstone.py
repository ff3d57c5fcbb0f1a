"""Plans repaired on a page: a phone shows all of it, the keyboard reaches every choice, a restart loses nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from playbook.capstone.houses import people_of
from playbook.capstone.planner import CLEAR, LESSON, label_of
from playbook.capstone.review import mended
from playbook.facts import sample_facts
from playbook.language import speaking
from playbook.plans import written
from playbook.steps import UNDO

from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 60  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/capstone"  # a page of these tests' own
CELLS = {
    "setup": "# ▶\nfrom playbook.capstone import building, planner",
    "plan": "# ▶\nplanner.repair_plans()",
    "build": "# ▶\nbuilding.make_handbook()",
}
PLAN = "plans/capstone.json"


@pytest.fixture(scope="module")
def page(course: Course) -> str:
    """Put a page with the planner and the button among the learner's."""
    (course.work / PLAN).unlink(missing_ok=True)
    return course.lay_page(PAGE, CELLS)


@pytest.fixture(scope="module")
def reader(browser: Browser, course: Course, page: str) -> Iterator[Reader]:
    """Open the page at a desktop once, with nothing repaired yet."""
    (course.work / PLAN).unlink(missing_ok=True)
    with window(browser, course) as one:
        yield one.open(page)


def choices(course: Course) -> list[dict[str, str]]:
    """Return what was changed, as it is saved; nothing as long as there is no plan."""
    found: list[dict[str, str]] = (course.json(PLAN) or {}).get("choices", [])
    return found


# The phone comes first: two windows on one page would share its kernel.
def test_on_a_phone_every_place_and_its_label_fit(browser: Browser, course: Course, page: str) -> None:
    with window(browser, course, phone=True) as held:
        held.open(page)
        until(lambda: held.cell("plan").locator("select").count() >= 8, "the places")
        assert held.sideways() == []
        boxes = held.cell("plan").locator("button, select, .repair-place > .widget-label, .repair-head").all()
        shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
        assert len(shown) > 20
        assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
        held.shoot("capstone")


def test_a_contradiction_is_repaired_and_taken_back_from_the_keyboard(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    place = next(each for each in LESSON.places().values() if each.id == "weekend-key")
    reader.page.evaluate("document.activeElement.blur()")
    with speaking(course.language):
        label = label_of(place, people_of(LESSON.house))
    reader.tab_to(label, TABS)
    keyboard.press("ArrowDown")
    until(lambda: choices(course) == [{"place": "weekend-key", "option": "messages"}], "the choice in the plan")
    reader.tab_to(UNDO, TABS)
    keyboard.press("Enter")
    until(lambda: choices(course) == [], "the step taken back")
    assert reader.complaints == []


def test_repaired_plans_are_there_again_after_a_restart(reader: Reader, course: Course) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(mended(sample_facts(), "lanjian", LESSON.seed)), "utf-8")
    reader.run_again()
    before = path.read_bytes()
    reader.restart_kernel()
    reader.run_again()
    reader.see("plan", CLEAR.in_language(course.language))
    assert path.read_bytes() == before
    assert reader.complaints == []


def test_the_button_makes_the_handbook(reader: Reader, course: Course) -> None:
    reader.cell("build").locator("button").click()
    until((course.work / "handbook" / "handbook.html").is_file, "the handbook")
    reader.see("build", "calendar.ics")
    assert reader.complaints == []
    reader.shoot("capstone")
