"""The controls that forms are made of: as wide as their place, and given options only where these are others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import ipywidgets as widgets
from traitlets import Bunch, observe

from playbook.language import Text

FITTING = "calc(100% - 4px)"  # a control has 2 px around it


def fitting(**more: str | None) -> widgets.Layout:
    """Return the layout of a control as wide as its words, and no wider than its place."""
    return widgets.Layout(width="auto", max_width=FITTING, **more)


def wide(label: str = "7.5em") -> dict[str, Any]:
    """Return the look of a control as wide as its place, its label `label` wide."""
    return {"style": {"description_width": label}, "layout": fitting()}


class Choice(widgets.Dropdown):  # type: ignore[misc]  # ipywidgets has no types
    """A list in which an option may stand for None, “not decided yet”.

    A Dropdown takes the value None for “nothing chosen” and shows an empty line, whatever option says None: after an
    undo always, and when it is made as the hash seed has it.
    """

    @observe("value")
    def _propagate_value(self, change: Bunch) -> None:
        if change.new is None and None in self._options_values:
            self.index = self._options_values.index(None)
        else:
            super()._propagate_value(change)

    @observe("label")
    def _propagate_label(self, change: Bunch) -> None:
        if change.new is not None or None not in self._options_values:
            super()._propagate_label(change)


def choice(label: Text) -> Choice:
    """Return a list to choose from, empty until `offer` fills it."""
    return Choice(options=[("", None)], description=str(label), **wide())


def line(label: Text, asks: Text) -> widgets.Text:
    """Return a line to write on."""
    return widgets.Text(description=str(label), placeholder=str(asks), **wide())


def number(label: Text, most: int) -> widgets.BoundedIntText:
    """Return a whole number from 0 to `most`."""
    return widgets.BoundedIntText(min=0, max=most, description=str(label), **wide())


def tick(label: Text) -> widgets.Checkbox:
    """Return a box to tick."""
    return widgets.Checkbox(description=str(label), indent=False, layout=fitting())


def offer(control: widgets.Dropdown, options: Mapping[Any, Text], value: object) -> None:
    """Give a list its options only where they are others: an open list would close."""
    wanted = tuple((str(text), each) for each, text in options.items())
    if control.options != wanted:
        control.options = wanted
    control.value = value


def grid(controls: list[widgets.Widget], least: str = "20em") -> widgets.GridBox:
    """Return controls side by side where there is room, else beneath each other."""
    columns = f"repeat(auto-fit, minmax(min(100%, {least}), 1fr))"
    return widgets.GridBox(controls, layout=widgets.Layout(grid_template_columns=columns, width="100%"))


def beside(left: list[widgets.Widget], right: list[widgets.Widget]) -> widgets.HBox:
    """Return what is done and, beside it where there is room, what it leads to."""
    return widgets.HBox(
        [
            widgets.VBox(left, layout={"flex": "1 1 520px", "min_width": "280px"}),
            widgets.VBox(right, layout={"flex": "1 1 300px", "min_width": "260px", "padding": "0 0 0 12px"}),
        ],
        layout={"flex_flow": "row wrap", "align_items": "flex-start"},
    )
