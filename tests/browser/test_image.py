"""The planners of the image on a page: a bio from the keyboard, a phone, and words that stay words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from playbook.image import words
from playbook.image.model_plan import sound_plan
from playbook.image.parts import Page
from playbook.image.plan import ImagePlan
from playbook.plans import written
from playbook.steps import UNDO

from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 60
PAGE = "scratch/image"  # a page of these tests' own, with every planner of the system
CELLS = {
    "setup": "# ▶\nfrom playbook.image import planner",
    "page": "# ▶\nplanner.plan_page()",
    "voice": "# ▶\nplanner.plan_voice()",
    "papers": "# ▶\nplanner.plan_papers()",
}
PLAN = "plans/image.json"
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def page(course: Course) -> str:
    """Put a page with the planners among the learner's."""
    return course.lay_page(PAGE, CELLS)


def put(course: Course, plan: ImagePlan) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(plan), "utf-8")


# The phone comes first: two windows on one page would share its kernel.
def test_on_a_phone_nothing_is_cut(browser: Browser, course: Course, page: str) -> None:
    put(course, sound_plan())
    with window(browser, course, phone=True) as held:
        held.open(page)
        assert held.sideways() == []
        for cell in CELLS.keys() - {"setup"}:
            boxes = held.cell(cell).locator("button, input, textarea, select, .image-phone").all()
            shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
            assert shown
            assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
        held.shoot("image")


@pytest.fixture(scope="module")
def reader(browser: Browser, course: Course, page: str) -> Iterator[Reader]:
    """Open the page at a desktop once, with nothing planned yet."""
    (course.work / PLAN).unlink(missing_ok=True)
    with window(browser, course) as one:
        yield one.open(page)


def test_a_bio_is_typed_drawn_saved_and_taken_back_from_the_keyboard(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    reader.page.evaluate("document.activeElement.blur()")
    reader.tab_to(words.LABELS["bio"], TABS, whole=True)  # a section’s head has the word too
    keyboard.type("岚间茶馆")
    until(lambda: ((course.json(PLAN) or {}).get("pages") or [{}])[0].get("bio") == "岚间茶馆", "the bio in the plan")
    until(lambda: "岚间茶馆" in reader.cell("page").locator(".image-bio").inner_text(), "the bio on the sketch")
    reader.tab_to(UNDO, TABS)
    keyboard.press("Enter")
    until(lambda: (course.json(PLAN) or {}).get("pages") == [], "the step taken back")
    assert reader.complaints == []


def test_words_that_are_code_stay_words(reader: Reader, course: Course) -> None:
    evil = Page(account="flagship", nickname=EVIL, bio=EVIL, cover=EVIL)
    voice = sound_plan().voice.model_copy(update={"speaker": EVIL})
    put(course, ImagePlan(pages=[evil], voice=voice))
    reader.run_again()
    for cell in ("page", "voice"):
        reader.see(cell, EVIL)
    assert reader.dialogs == []
    assert reader.complaints == []
