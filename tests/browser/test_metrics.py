"""The planners of metrics on a page: a card from the keyboard, a restart, a phone, and words that stay words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from playbook.facts import sample_facts
from playbook.metrics import words
from playbook.metrics.measures import MEASURES
from playbook.metrics.model_plan import sound_plan
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.row_form import SHUT
from playbook.plans import written
from playbook.steps import UNDO

from .conftest import window
from .course import Course, open_all, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
TABS = 60  # how often a reader may have to press Tab on the way to the next control
PAGE = "scratch/metrics"  # a page of these tests' own, with every planner of the system
CELLS = {
    "setup": "# ▶\nfrom playbook.metrics import planner",
    "cards": "# ▶\nplanner.plan_scorecard()",
    "routine": "# ▶\nplanner.plan_review()",
    "report": "# ▶\nplanner.monthly_report()",
}
PLAN = "plans/metrics.json"
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


def put(course: Course, plan: MetricsPlan) -> None:
    path = course.work / PLAN
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(written(plan), "utf-8")


def rows(course: Course) -> list[dict[str, Any]]:
    """Return the rows of the first card as they are saved; none as long as there is no card."""
    found: list[dict[str, Any]] = ((course.json(PLAN) or {}).get("scorecards") or [{}])[0].get("rows", [])
    return found


# The phone comes first: two windows on one page would share its kernel.
def test_on_a_phone_nothing_is_cut_and_every_row_opens(browser: Browser, course: Course, page: str) -> None:
    put(course, sound_plan(sample_facts()))
    with window(browser, course, phone=True) as held:
        held.open(page)
        shut = held.cell("cards").get_by_role("button", name=SHUT)
        until(lambda: shut.count() == 6, "six rows")
        open_all(shut)
        assert held.sideways() == []
        for cell in ("cards", "routine", "report"):
            boxes = held.cell(cell).locator("button, input, textarea, select, svg.metrics-now").all()
            shown = [box for each in boxes if each.is_visible() and (box := each.bounding_box())]
            assert shown
            assert [box for box in shown if box["x"] < 0 or box["x"] + box["width"] > 391] == []
        assert held.complaints == []
        held.shoot("metrics")


def test_a_measure_is_put_on_a_card_from_the_keyboard_and_vanity_is_refused(reader: Reader, course: Course) -> None:
    keyboard = reader.page.keyboard
    reader.page.evaluate("document.activeElement.blur()")
    reader.tab_to(words.MEASURE, TABS)
    keyboard.press("End")  # what is refused stands last
    reader.tab_to(words.ADD, TABS)
    keyboard.press("Enter")
    refused = MEASURES["reads"].refused
    assert refused is not None
    reader.see("cards", refused.in_language(course.language))
    assert rows(course) == []
    reader.tab_to(words.TAKE.format(name=MEASURES["link_clicks"].name), TABS)
    keyboard.press("Enter")
    until(lambda: [row["measure"] for row in rows(course)] == ["link_clicks"], "a measure on the card")
    reader.tab_to(words.WHY, TABS)
    keyboard.type("点进来的才会买")
    reader.tab_to(words.BASE_FROM, TABS)
    keyboard.type("03032025")
    reader.tab_to(words.LOW.format(unit=MEASURES["link_clicks"].unit), TABS)
    keyboard.type("1200")
    until(lambda: rows(course)[0]["low"] == 1200, "the target in the plan")
    reader.tab_to(words.OWNER, TABS)
    keyboard.type("林小满")
    keyboard.press("Tab")
    until(lambda: rows(course)[0]["owner"] == "xiaoman", "the owner in the plan")
    row = rows(course)[0]
    assert (row["why"], row["base_from"]) == ("点进来的才会买", "2025-03-03")
    reader.see("cards", words.GAMED.format(gamed=MEASURES["link_clicks"].gamed).in_language(course.language))
    assert reader.cell("cards").locator("svg.metrics-now circle").count() == 8
    reader.tab_to(UNDO, TABS)
    keyboard.press("Enter")
    until(lambda: rows(course)[0]["owner"] == "", "the step taken back")
    assert reader.complaints == []
    reader.shoot("metrics")


def test_a_restart_of_the_kernel_loses_nothing(reader: Reader, course: Course) -> None:
    put(course, sound_plan(sample_facts()))
    reader.run_again()
    before = (course.work / PLAN).read_bytes()
    reader.restart_kernel()
    reader.run_again()
    reader.see("cards", words.WEIGHED.format(total=100, short=65, long=35).in_language(course.language))
    assert reader.cell("routine").get_by_label(words.LABELS["reader"].in_language(course.language)).input_value()
    assert (course.work / PLAN).read_bytes() == before
    assert reader.complaints == []


def test_words_that_are_code_stay_words(reader: Reader, course: Course) -> None:
    plan = sound_plan(sample_facts())
    card = plan.card("flagship")
    row = card.rows[0].model_copy(update={"owner": EVIL, "deputy": EVIL, "why": EVIL})
    gaps = [plan.comparison.gaps[0].model_copy(update={"what": EVIL, "action": ""})]
    evil = plan.with_card(card.model_copy(update={"rows": [row, *card.rows[1:]]})).model_copy(
        update={"comparison": plan.comparison.model_copy(update={"gaps": gaps})}
    )
    put(course, evil)
    reader.run_again()
    for cell in ("routine", "report"):
        reader.see(cell, EVIL)
    assert reader.dialogs == []
    assert reader.complaints == []
