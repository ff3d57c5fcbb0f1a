"""The inbox under the keyboard alone, under a finger, and after a restart; the other planners beside it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser

from playbook.interaction.kinds import MESSAGES
from playbook.interaction.words import WHERE, WITHIN

from .conftest import window
from .course import Course, until
from .inbox import MARKS, InboxView, lay_page, marks
from .reader import Reader

pytestmark = pytest.mark.in_chinese
KEYS = [each.key for each in MESSAGES.values()]
PLAN = "plans/interaction.json"
TABS = 60  # how often a reader may have to press Tab from the top of the page


@pytest.fixture(scope="module")
def page(browser: Browser, course: Course) -> Iterator[Reader]:
    """Open the page once."""
    with window(browser, course) as reader:
        yield reader.open(lay_page(course))


@pytest.fixture
def inbox(course: Course, page: Reader) -> InboxView:
    """Show the inbox with nothing filed yet, and the reader at the top."""
    for name in (MARKS, PLAN):
        (course.work / name).unlink(missing_ok=True)
    page.run_again()
    page.page.evaluate("document.activeElement.blur()")
    return InboxView(page)


def test_thirty_messages_are_filed_by_keyboard_alone_and_outlive_the_kernel(inbox: InboxView, course: Course) -> None:
    _tab_to_list(inbox)
    filed = [KEYS[place % len(KEYS)] for place in range(30)]
    inbox.press(*filed)
    inbox.settle(30)
    assert inbox.chosen == 30
    kinds = {entry.key: kind for kind, entry in MESSAGES.items()}
    assert [kind for _, kind in sorted(marks(course).items())] == [kinds[key] for key in filed]
    before = (course.work / MARKS).read_bytes()
    inbox.reader.restart_kernel()
    inbox.reader.run_again()
    again = InboxView(inbox.reader)
    until(lambda: again.chosen == 30, "the first message that is not filed")
    assert (course.work / MARKS).read_bytes() == before
    assert inbox.reader.complaints == []


def test_arrows_walk_backspace_clears_and_enter_goes_to_the_next_not_filed(inbox: InboxView) -> None:
    inbox.list.focus()
    inbox.press("1", "2", "3")
    inbox.settle(3)
    inbox.press("ArrowUp", "ArrowUp", "Backspace")
    inbox.settle(2)
    assert inbox.chosen == 1
    inbox.press("Home", "Enter")
    assert inbox.chosen == 1
    inbox.press("Enter")
    assert inbox.chosen == 3
    inbox.press("End")
    assert inbox.chosen > 600
    inbox.press("Enter")
    assert inbox.chosen == 1


def test_undo_takes_back_one_filing_and_leads_to_it(inbox: InboxView) -> None:
    inbox.list.focus()
    inbox.press("1", "2", "3")
    inbox.settle(3)
    inbox.press("Control+z")
    inbox.settle(2)
    until(lambda: inbox.chosen == 2, "the message whose filing was taken back")
    inbox.press("Control+Shift+z")
    inbox.settle(3)


def test_the_page_behind_hears_none_of_the_keys(inbox: InboxView) -> None:
    cells = [each["id"] for each in inbox.reader.code_cells()]
    inbox.list.click()
    inbox.press("d", "d", "x", "b", "a", "0", "0", "Delete", "ArrowDown", "Escape", "ArrowUp")
    assert [each["id"] for each in inbox.reader.code_cells()] == cells
    assert inbox.list.evaluate("node => node === document.activeElement")
    assert marks(inbox.reader.course) == {}


def test_however_long_the_inbox_only_a_window_of_it_is_drawn(inbox: InboxView) -> None:
    count = inbox.box.locator(".inbox-row").count()
    inbox.list.focus()
    inbox.press(*["PageDown"] * 20)
    assert inbox.chosen > 100
    assert inbox.box.locator(".inbox-row").count() == count < 20
    chosen = inbox.box.locator('.inbox-row[aria-selected="true"]')
    assert int(chosen.get_attribute("aria-setsize") or 0) > 600
    assert inbox.list.get_attribute("aria-activedescendant") == chosen.get_attribute("id")


def test_the_mouse_chooses_and_files_what_the_keys_do(inbox: InboxView) -> None:
    inbox.box.locator('[data-place="4"]').click()
    assert inbox.chosen == 4
    inbox.box.locator('[data-kind="order"]').click()
    inbox.settle(1)
    assert list(marks(inbox.reader.course).values()) == ["order"]
    assert inbox.chosen == 5


def test_a_rule_set_above_is_replayed_beside_the_inbox(inbox: InboxView, course: Course) -> None:
    inbox.list.focus()
    inbox.press("2")
    inbox.settle(1)
    rules = inbox.reader.cell("plan")
    rules.get_by_label(str(WHERE.in_language(course.language)), exact=True).select_option(index=1)
    minutes = rules.get_by_label(str(WITHIN.in_language(course.language)), exact=True)
    minutes.fill("60")
    minutes.press("Enter")
    rules.locator("input[list]").first.fill("谁值班谁答")
    rules.locator("input[list]").first.press("Tab")
    until(partial(_is_settled, course), "a saved rule with all three")
    inbox.box.locator(".replay").wait_for()
    assert rules.locator(".replay").is_visible()
    assert inbox.reader.complaints == []


def test_on_a_phone_a_finger_files_and_nothing_is_cut_off(browser: Browser, course: Course) -> None:
    (course.work / MARKS).unlink(missing_ok=True)
    with window(browser, course, phone=True) as reader:
        inbox = InboxView(reader.open(lay_page(course)))
        inbox.box.locator('[data-kind="praise"]').tap()
        inbox.settle(1)
        inbox.box.locator('[data-place="3"]').tap()
        inbox.box.locator('[data-kind="order"]').tap()
        inbox.settle(2)
        assert reader.sideways() == []
        for each in (
            inbox.list,
            inbox.box.locator('[data-kind="small_talk"]'),
            inbox.box.locator("[data-action=next]"),
        ):
            box = each.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
            assert box["height"] >= 30
        reader.shoot("interaction")
        assert reader.complaints == []


def _is_settled(course: Course) -> bool:
    rules = (course.json(PLAN) or {"triage": []})["triage"]
    return [(each["where"], each["within"], each["answered_by"]) for each in rules] == [("public", 60, "*")]


def _tab_to_list(inbox: InboxView) -> None:
    for _ in range(TABS):
        inbox.press("Tab")
        if inbox.list.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"{TABS} presses of Tab do not reach the inbox")
