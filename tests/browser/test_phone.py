"""The pages on a phone: 390 pixels wide, a finger and no mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from .conftest import window
from .course import LESSON, Course
from .reader import Reader
from .week import PLAN, Week

pytestmark = pytest.mark.in_chinese


@pytest.fixture(scope="module", params=["start", LESSON])
def held(request: pytest.FixtureRequest, browser: Browser, course: Course) -> Iterator[Reader]:
    """Open a page on a phone; that the others fit on a screen as narrow is told in `test_pages.py`."""
    with window(browser, course, phone=True) as reader:
        reader.open(request.param)
        reader.shoot(request.param.replace("/", "-"))
        yield reader


def test_nothing_but_tables_and_charts_scrolls_sideways(held: Reader) -> None:
    assert held.sideways() == []


def test_a_page_runs_there_too(held: Reader) -> None:
    assert [cell["id"] for cell in held.code_cells() if cell["count"] is None] == []
    assert held.complaints == []


@pytest.mark.parametrize("held", [LESSON], indirect=True)
def test_on_a_phone_a_tap_sets_a_slot_on_every_day_of_the_week(held: Reader, course: Course) -> None:
    (course.work / PLAN).unlink(missing_ok=True)
    held.run_again()
    week = Week(held)
    days = [(day, 15) for day in range(1, 8)]
    for day in days:
        week.cell(*day).tap()
    week.settle(*days)
    for day in days:
        box = week.cell(*day).bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["width"] >= 30
    week.cell(*days[3]).tap()
    week.settle(*days[:3], *days[4:])
