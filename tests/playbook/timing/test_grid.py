"""The week grid as an object: what it takes, what it refuses, and the actions it passes on."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from traitlets import TraitError

from playbook.timing import grid as module
from playbook.timing.grid import CELLS, WeekGrid

SYNCED = {"slots", "heat", "duty", "flagged", "labels", "days", "hours", "words", "done"}
WORDS = {"grid", "help", "undo", "redo", "clear", "slot", "low", "high", "unknown", "duty", "flag"}
SOURCE = Path(module.__file__).with_suffix(".js").read_text(encoding="utf-8")
STYLE = Path(module.__file__).with_suffix(".css").read_text(encoding="utf-8")


def test_a_new_grid_is_an_empty_week_of_which_nothing_is_known() -> None:
    grid = WeekGrid()
    assert grid.slots == []
    assert grid.heat == [None] * 168
    assert (len(grid.labels), len(grid.days), len(grid.hours)) == (168, 7, 24)


def test_two_grids_share_no_list() -> None:
    first, second = WeekGrid(), WeekGrid()
    first.slots = [3]
    first.heat[0] = 1.0
    assert (second.slots, second.heat[0]) == ([], None)


def test_everything_the_browser_draws_is_synced() -> None:
    assert set(WeekGrid().traits(sync=True)) >= SYNCED


def test_setting_slots_tells_an_observer_once() -> None:
    grid, seen = WeekGrid(), []
    grid.observe(lambda change: seen.append((change.old, change.new)), "slots")
    grid.slots = [8, 20]
    assert seen == [([], [8, 20])]


@pytest.mark.parametrize("name", ["slots", "flagged"])
@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ([-1], "read cell -1; wanted 0 to 167"),
        ([CELLS], "read cell 168; wanted 0 to 167"),
        ([9, 9], "read 9 after 9; wanted each cell once, ascending"),
        ([20, 9], "read 9 after 20; wanted each cell once, ascending"),
    ],
)
def test_cells_out_of_the_week_twice_or_unsorted_are_refused(name: str, cells: list[int], told: str) -> None:
    with pytest.raises(TraitError, match=re.escape(f"{name}: {told}")):
        WeekGrid().set_trait(name, cells)


def test_refused_slots_leave_the_grid_as_it_was() -> None:
    grid = WeekGrid(slots=[1, 2])
    with pytest.raises(TraitError):
        grid.slots = [2, 1]
    assert grid.slots == [1, 2]


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("heat", [0.5] * 167, "heat: read 167 items; wanted 168"),
        ("duty", [True], "duty: read 1 items; wanted 168"),
        ("labels", [], "labels: read 0 items; wanted 168"),
        ("days", ["Mon"] * 8, "days: read 8 items; wanted 7"),
        ("hours", ["0"], "hours: read 1 items; wanted 24"),
        ("heat", [None] * 167 + [1.2], "heat: read 1.2 for cell 167; wanted 0 to 1"),
        ("heat", [float("nan")] + [None] * 167, "heat: read nan for cell 0; wanted 0 to 1"),
    ],
)
def test_a_list_that_does_not_fit_the_week_is_refused(name: str, values: list[Any], told: str) -> None:
    with pytest.raises(TraitError, match=re.escape(told)):
        WeekGrid().set_trait(name, values)


@pytest.mark.parametrize("kind", ["undo", "redo", "clear"])
def test_an_action_of_the_reader_reaches_every_listener(kind: str) -> None:
    grid, heard = WeekGrid(), []
    grid.on_action(lambda action: heard.append(("first", action)))
    grid.on_action(lambda action: heard.append(("second", action)))
    grid._handle_custom_msg({"kind": kind}, [])
    assert heard == [("first", kind), ("second", kind)]


def test_a_listener_that_left_hears_nothing() -> None:
    grid = WeekGrid()
    heard: list[str] = []
    leave = grid.on_action(heard.append)
    leave()
    grid._handle_custom_msg({"kind": "undo"}, [])
    assert heard == []


@pytest.mark.parametrize("message", [{"kind": "delete"}, {"kind": ["undo"]}, {}, "undo", None])
def test_any_other_message_is_passed_over(message: object) -> None:
    grid = WeekGrid()
    heard: list[str] = []
    grid.on_action(heard.append)
    grid._handle_custom_msg(message, [])
    assert heard == []


def test_the_module_and_the_style_travel_with_the_widget() -> None:
    state = WeekGrid().get_state()
    assert state["_esm"].endswith(SOURCE)
    assert state["_css"] == STYLE


def test_the_docstring_and_the_module_name_every_word() -> None:
    assert {word for word in WORDS if f"`{word}`" not in (WeekGrid.__doc__ or "")} == set()
    assert {word for word in WORDS if not re.search(rf'"{word}"|words\.{word}\b', SOURCE)} == set()


def test_the_module_takes_no_text_for_markup() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", SOURCE)


def test_every_class_of_the_style_is_one_of_the_week() -> None:
    names = set(re.findall(r"\.(-?[a-zA-Z][\w-]*)", re.sub(r"/\*.*?\*/", "", STYLE, flags=re.DOTALL)))
    assert {name for name in names if not re.fullmatch(r"week(-[a-z]+)*", name)} == set()
