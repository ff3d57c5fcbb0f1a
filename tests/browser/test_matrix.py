"""The planner of the matrix under the mouse, under a finger, and from the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, Locator

from playbook.facts import sample_facts
from playbook.matrix.form import HOURS_A_WEEK, OWNER, PURPOSE
from playbook.matrix.plan import Relay
from playbook.matrix.words import WORDS, redrawn

from .board import PLAN, Board, lay_page, place
from .conftest import window
from .course import Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
SHOP, FOUNDER = ("shop", "flagship", "at_once"), ("founder", "flagship", "at_once")
LATER = ("shop", "flagship", "later")
TABS = 60  # how often a reader may have to press Tab from the top of the page
SAID = {"zh": "讲公司的事", "en": "company news"}
# Asked anew until it is there: the picture is drawn again whenever Python has answered.
MIDDLE_OF_ARROW = """(box, arrow) => {
  const node = box.querySelector(`[data-arrow="${arrow}"] .board-hit`), frame = node?.ownerSVGElement;
  if (!frame) return null;
  const at = node.getPointAtLength(node.getTotalLength() / 2), corner = frame.getBoundingClientRect();
  return [corner.x + at.x, corner.y + at.y];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, course: Course) -> Iterator[Reader]:
    """Open the page once."""
    with window(browser, course) as reader:
        yield reader.open(lay_page(course))


@pytest.fixture
def board(course: Course, page: Reader) -> Board:
    """Show the planner with nothing decided yet, and the reader at the top."""
    (course.work / PLAN).unlink(missing_ok=True)
    page.run_again()
    page.page.evaluate("document.activeElement.blur()")
    return Board(page)


def test_a_drag_from_card_to_card_draws_an_arrow_and_undo_takes_it_back(board: Board) -> None:
    board.drag("shop", "flagship")
    board.settle(SHOP)
    until(lambda: board.lines == 1, "an arrow in the picture")
    board.drag("founder", "flagship")
    board.settle(SHOP, FOUNDER)
    board.drag("shop", "flagship")  # what is drawn already stays, and one undo takes back one gesture
    board.reader.page.keyboard.press("Control+z")
    board.settle(SHOP)
    board.box.get_by_role("button", name=_word(board, "redo"), exact=True).click()
    board.settle(SHOP, FOUNDER)
    assert board.reader.complaints == []


def test_a_drag_that_ends_beside_the_cards_draws_nothing(board: Board, course: Course) -> None:
    mouse = board.reader.page.mouse
    box = board.card("shop").bounding_box()
    stage = board.box.locator(".board-lines").bounding_box()
    assert box
    assert stage
    mouse.move(box["x"] + 20, box["y"] + 20)
    mouse.down()
    mouse.move(stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2, steps=4)
    mouse.up()
    board.card("store").click()
    until(partial(_is_chosen, board.card("store")), "the card chosen that was clicked next")
    assert course.json(PLAN) is None


def test_a_click_on_the_words_of_a_card_chooses_it(board: Board) -> None:
    for account in ("shop", "jobs"):
        card = board.card(account)
        card.locator(".board-badge").click()
        until(partial(_is_chosen, card), f"{account} chosen")


def test_two_clicks_of_the_mouse_do_what_a_drag_does_and_do_it_back(board: Board) -> None:
    for wanted in ([SHOP], []):
        board.handle("shop").click()
        board.card("flagship").click()
        board.settle(*wanted)


def test_an_arrow_that_is_clicked_can_be_moved_to_later_and_taken_away(board: Board) -> None:
    board.drag("shop", "flagship")
    board.settle(SHOP)
    board.chip("shop>flagship").focus()
    board.box.get_by_text(_word(board, "make_later"), exact=True).click()
    board.settle(LATER)
    board.box.locator('[data-remove="shop>flagship"]').click()
    board.settle()


def test_a_line_of_the_picture_takes_its_arrow_in_hand(board: Board) -> None:
    mouse = board.reader.page.mouse
    board.drag("store", "class")
    board.settle(("store", "class", "at_once"))
    _hear_drawn(board, "store", "class")  # until Python has answered, the picture may move from under the mouse
    mouse.move(*until(lambda: board.box.evaluate(MIDDLE_OF_ARROW, "store>class"), "the arrow in the picture"))
    mouse.down()
    board.reader.page.keyboard.press("Home")  # another account is chosen, and all arrows are drawn anew
    mouse.up()
    until(lambda: _active(board, "when") == "store>class", "the chip of the arrow in hand")
    board.reader.page.keyboard.press("Delete")
    board.settle()
    assert _active(board, "account") == "store"


def test_the_keyboard_alone_makes_a_plan_that_outlives_the_kernel(board: Board, course: Course) -> None:
    page = board.reader.page
    _tab_to(board, "[data-account]")
    board.walk("shop")
    page.keyboard.press("Enter")
    until(lambda: board.done == _word(board, "picked").format(by=_name(board, "shop")), "a word on the arrow in hand")
    board.walk("flagship")
    offer = _word(board, "draw").format(by=_name(board, "shop"), of=_name(board, "flagship"))
    assert board.card("flagship").get_attribute("aria-label") == offer
    page.keyboard.press("Enter")
    board.settle(SHOP)
    assert _active(board, "account") == "shop"
    _hear_drawn(board, "shop", "flagship")  # late, it would take the place of the next word
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    until(lambda: board.done == _word(board, "cancelled"), "a word that nothing has changed")

    _tab_to(board, "[data-when]")
    page.keyboard.press("Enter")
    board.settle(LATER)
    _fill_form(board, course)
    before = (course.work / PLAN).read_bytes()
    board.reader.restart_kernel()
    board.reader.run_again()
    again = Board(board.reader)
    again.settle(LATER)
    again.card("shop").click()
    until(
        lambda: again.control(str(PURPOSE.in_language(course.language))).input_value() == SAID[course.language],
        "purpose",
    )
    assert (course.work / PLAN).read_bytes() == before


def test_delete_takes_an_arrow_away_and_leads_to_the_next(board: Board) -> None:
    board.drag("shop", "flagship")
    board.drag("shop", "class")
    board.settle(("shop", "class", "at_once"), SHOP)
    board.chip("shop>class").focus()
    board.reader.page.keyboard.press("Delete")
    board.settle(SHOP)
    assert _active(board, "when") == "shop>flagship"
    board.reader.page.keyboard.press("Delete")
    board.settle()
    assert _active(board, "account") == "shop"


def test_the_page_behind_hears_none_of_the_keys(board: Board) -> None:
    cells = [each["id"] for each in board.reader.code_cells()]
    board.card("flagship").click()
    for key in ("d", "d", "x", "b", "a", "Delete", "ArrowDown", "Escape"):  # in a notebook, these delete and add cells
        board.reader.page.keyboard.press(key)
    assert [each["id"] for each in board.reader.code_cells()] == cells
    assert board.shown == []


def test_on_a_phone_two_taps_draw_an_arrow_and_nothing_is_cut_off(browser: Browser, course: Course) -> None:
    (course.work / PLAN).unlink(missing_ok=True)
    with window(browser, course, phone=True) as reader:
        board = Board(reader.open(lay_page(course)))
        assert not board.box.locator(".board-lines").is_visible()
        board.handle("shop").tap()
        board.card("flagship").tap()
        board.settle(SHOP)
        board.handle("shop").tap()
        board.handle("class").tap()
        board.settle(SHOP, ("shop", "class", "at_once"))
        board.chip("shop>flagship").tap()
        board.settle(LATER, ("shop", "class", "at_once"))
        assert reader.sideways() == []
        for each in (board.handle("shop"), board.chip("shop>flagship"), board.card("jobs")):
            box = each.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 390
            assert min(box["width"], box["height"]) >= 30
        reader.shoot("matrix")
        assert reader.complaints == []


def _fill_form(board: Board, course: Course) -> None:
    """Write the purpose, choose the first owner, and set the hours, from control to control with Tab."""
    page, language = board.reader.page, course.language
    _tab_to(board, "select", label=OWNER.in_language(language))
    page.keyboard.press("ArrowDown")
    _tab_to(board, "input", label=HOURS_A_WEEK.in_language(language))
    page.keyboard.press("Control+a")
    page.keyboard.type("12")
    _tab_to(board, "input", label=PURPOSE.in_language(language))
    page.keyboard.type(SAID[language])
    wanted = {"owner": "xiaoman", "hours": 12.0, "purpose": SAID[language]}
    until(lambda: wanted.items() <= place(course, "shop").items(), f"a saved place with {wanted}")


def _tab_to(board: Board, what: str, label: str = "") -> None:
    """Press Tab until the focus is on such a thing, with that label if one is given."""
    for _ in range(TABS):
        board.reader.page.keyboard.press("Tab")
        here = board.reader.page.evaluate(
            "([what, label]) => document.activeElement.matches(what)"
            " && (!label || document.activeElement.labels?.[0]?.textContent === label)",
            [what, label],
        )
        if here:
            return
    pytest.fail(f"{TABS} presses of Tab do not reach {what} {label}")


def _hear_drawn(board: Board, by: str, of: str) -> None:
    """Wait until Python has said that the first arrow of the plan is drawn."""
    said = redrawn([], [Relay(by=by, of=of)], sample_facts()).in_language(board.reader.course.language)
    until(lambda: board.done == said, f"a word on the arrow drawn from {by} to {of}")


def _is_chosen(card: Locator) -> bool:
    return card.get_attribute("aria-current") == "true"


def _active(board: Board, key: str) -> str | None:
    value: str | None = board.reader.page.evaluate("key => document.activeElement.dataset[key] ?? null", key)
    return value


def _word(board: Board, key: str) -> str:
    return WORDS[key].in_language(board.reader.course.language)


def _name(board: Board, account: str) -> str:
    return board.card(account).locator(".board-name").inner_text()
