"""The board of accounts as an object: what it takes, what it refuses, and the actions it passes on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from traitlets import TraitError

from playbook.matrix import board as module
from playbook.matrix.board import MatrixBoard
from playbook.matrix.words import WORDS

SYNCED = {"arrows", "chosen", "cards", "flagged", "labels", "notes", "words", "done"}
SOURCE = Path(module.__file__).with_suffix(".js").read_text(encoding="utf-8")
STYLE = Path(module.__file__).with_suffix(".css").read_text(encoding="utf-8")
SHOP, FOUNDER = ["shop", "flagship", "at_once"], ["founder", "flagship", "later"]


def test_a_new_board_has_neither_accounts_nor_arrows() -> None:
    board = MatrixBoard()
    assert (board.cards, board.arrows, board.chosen) == ([], [], "")


def test_two_boards_share_no_list() -> None:
    first, second = MatrixBoard(), MatrixBoard()
    first.arrows = [SHOP]
    assert second.arrows == []


def test_everything_the_browser_draws_is_synced() -> None:
    assert set(MatrixBoard().traits(sync=True)) >= SYNCED


def test_drawing_an_arrow_tells_an_observer_once() -> None:
    board, seen = MatrixBoard(arrows=[SHOP]), []
    board.observe(lambda change: seen.append((change.old, change.new)), "arrows")
    board.arrows = [SHOP, FOUNDER]
    assert seen == [([SHOP], [SHOP, FOUNDER])]


@pytest.mark.parametrize(
    ("arrows", "told"),
    [
        ([["shop", "flagship"]], "read ['shop', 'flagship']; wanted [by, of, at_once or later]"),
        ([["shop", "flagship", "soon"]], "read ['shop', 'flagship', 'soon']; wanted [by, of, at_once or later]"),
        ([["shop", "shop", "later"]], "read shop to itself; wanted two accounts"),
        ([SHOP, ["shop", "flagship", "later"]], "read shop>flagship twice; wanted each pair once"),
    ],
)
def test_an_arrow_that_makes_no_sense_is_refused_and_leaves_the_board_as_it_was(
    arrows: list[list[str]], told: str
) -> None:
    board = MatrixBoard(arrows=[FOUNDER])
    with pytest.raises(TraitError, match=re.escape(f"arrows: {told}")):
        board.arrows = arrows
    assert board.arrows == [FOUNDER]


def test_an_arrow_and_the_one_that_comes_back_are_two() -> None:
    back = ["flagship", "shop", "later"]
    assert MatrixBoard(arrows=[SHOP, back]).arrows == [SHOP, back]


@pytest.mark.parametrize("kind", ["undo", "redo"])
def test_an_action_of_the_reader_reaches_every_listener(kind: str) -> None:
    board, heard = MatrixBoard(), []
    board.on_action(lambda action: heard.append(("first", action)))
    board.on_action(lambda action: heard.append(("second", action)))
    board._handle_custom_msg({"kind": kind}, [])
    assert heard == [("first", kind), ("second", kind)]


def test_a_listener_that_left_hears_nothing() -> None:
    board = MatrixBoard()
    heard: list[str] = []
    leave = board.on_action(heard.append)
    leave()
    board._handle_custom_msg({"kind": "undo"}, [])
    assert heard == []


@pytest.mark.parametrize("message", [{"kind": "clear"}, {"kind": ["undo"]}, {}, "undo", None])
def test_any_other_message_is_passed_over(message: object) -> None:
    board = MatrixBoard()
    heard: list[str] = []
    board.on_action(heard.append)
    board._handle_custom_msg(message, [])
    assert heard == []


def test_the_module_and_the_style_travel_with_the_widget() -> None:
    state = MatrixBoard().get_state()
    assert state["_esm"].endswith(SOURCE)
    assert state["_css"] == STYLE


def test_the_docstring_the_module_and_the_planner_name_the_same_words() -> None:
    assert {word for word in WORDS if f"`{word}`" not in (MatrixBoard.__doc__ or "")} == set()
    assert {word for word in WORDS if not re.search(rf'"{word}"|words\.{word}\b', SOURCE)} == set()


def test_the_module_has_no_words_of_its_own_and_takes_no_text_for_markup() -> None:
    code = re.sub(r"//.*", "", SOURCE)
    assert re.findall(r"[\u4e00-\u9fff]", code) == []
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", code)


def test_every_class_of_the_style_is_one_of_the_board() -> None:
    names = set(re.findall(r"\.(-?[a-zA-Z][\w-]*)", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)))
    assert {name for name in names if not re.fullmatch(r"board(-[a-z_]+)*", name)} == set()
