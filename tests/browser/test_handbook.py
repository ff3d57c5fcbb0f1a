"""The first page's part on the handbook: seen, built by keyboard and by finger, and the handbook opened from it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from classroom.handbook import BUILD, LOOK
from playbook.image.model_plan import sound_plan
from playbook.language import speaking
from playbook.plans import save

from .conftest import window
from .course import Course
from .reader import Reader

WAY = 120  # presses of Tab from the top of the page, at most: every lesson above is a link


def lay_plans(course: Course) -> None:
    """Lay a plan among the learner's, and one that is damaged."""
    with speaking(course.language):
        save(sound_plan(), course.work / "plans" / "image.json")
    (course.work / "plans" / "strategy.json").write_text("{", "utf-8")


def open_handbook(reader: Reader) -> Page:
    """Follow the link to the handbook that was just built."""
    link = reader.cell("handbook").get_by_role("link", name=LOOK.in_language(reader.course.language))
    with reader.page.context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()
    return opened.value


@contextmanager
def beside(first: Reader) -> Iterator[Reader]:
    """Yield a reader at another tab of the same window."""
    reader = Reader(first.page.context.new_page(), first.course)
    try:
        yield reader
    finally:
        reader.leave()


def test_the_keyboard_alone_builds_the_handbook_which_opens_beside_the_page(course: Course, reader: Reader) -> None:
    lay_plans(course)
    reader.open("start")
    reader.shoot("start-handbook")
    reader.tab_to(BUILD, WAY, whole=True)
    reader.page.keyboard.press("Enter")
    reader.see("handbook", LOOK.in_language(course.language))
    reader.shoot("start-handbook-built")
    assert (course.work / "plans" / "strategy.json").read_text("utf-8") == "{"
    handbook = open_handbook(reader)
    assert handbook.locator("h1").inner_text()
    assert handbook.get_by_text("strategy.json").count()
    assert reader.complaints == []


@pytest.mark.in_chinese
def test_with_another_page_of_the_course_open_the_links_to_handbook_and_chapters_lead_there_too(
    browser: Browser, course: Course
) -> None:
    with window(browser, course) as first:
        first.open("start")
        with beside(first) as reader:
            reader.open("start")
            assert "/workspaces/" in reader.page.url  # else JupyterLab no longer sets a second tab apart
            reader.cell("handbook").get_by_role("button", name=BUILD.in_language(course.language)).click()
            assert open_handbook(reader).locator("h1").inner_text()
            reader.cell("handbook").locator("a[href$='.ipynb']").first.click()
            reader.wait()
            assert reader.code_cells()
            assert reader.complaints == []


@pytest.mark.in_chinese
def test_on_a_phone_the_handbook_is_built_and_fits_the_screen(browser: Browser, course: Course) -> None:
    lay_plans(course)
    with window(browser, course, phone=True) as reader:
        reader.open("start")
        reader.cell("handbook").get_by_role("button", name=BUILD.in_language(course.language)).tap()
        reader.see("handbook", LOOK.in_language(course.language))
        reader.shoot("start-handbook-phone")
        assert reader.sideways() == []
        handbook = open_handbook(reader)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert handbook.evaluate(wide) <= 0
