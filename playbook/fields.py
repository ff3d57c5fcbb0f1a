"""A field of a form: what it may hold decides which control it has, and how its value is shown and read.

A kind is None (a line), a whole or a broken number (the most it may be), True (a box to tick), a mapping (one of
these), `Several` (any of these), `Names` (a line that suggests names and keeps ids), "date", or "text" (several lines).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal
from unicodedata import east_asian_width

import ipywidgets as widgets

from playbook.company import Company
from playbook.controls import choice, line, number, offer, tick, wide
from playbook.language import Text

NOTHING = Text("", "")
LINE, TEXT = 200, 600  # characters of a line, and of several lines
COLUMN = 12  # Latin letters that fit the column of labels; a Chinese sign takes two


class Several(dict[Any, Text]):
    """Options of which any may be ticked."""


class Names(dict[str, str]):
    """Ids by the names that a line suggests; another name is kept as it is written."""


def people(company: Company) -> Names:
    """Return the people of the card, for a line that asks who."""
    return Names({each.name: each.id for each in company.people})


Kind = dict[Any, Text] | Names | int | float | Literal["date", "text"] | None


class ManyOf(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A label and a box to tick for each option; `on_change` is told of all that are ticked, in the options' order."""

    def __init__(self, label: Text, options: Mapping[Any, Text]) -> None:
        self.ticks = {key: tick(said) for key, said in options.items()}
        self.on_change: Callable[[], None] | None = None
        self._showing = False
        boxes = widgets.HBox(list(self.ticks.values()), layout=widgets.Layout(flex_flow="row wrap", grid_gap="0 14px"))
        super().__init__([widgets.Label(str(label)), boxes])
        for each in self.ticks.values():
            each.observe(lambda _: self._ticked(), "value")

    def _ticked(self) -> None:
        if self.on_change and not self._showing:
            self.on_change()

    @property
    def value(self) -> tuple[Any, ...]:
        """Return what is ticked."""
        return tuple(key for key, each in self.ticks.items() if each.value)

    def show(self, ticked: list[Any]) -> None:
        """Tick these and no others, telling nobody."""
        self._showing = True
        for key, each in self.ticks.items():
            each.value = key in ticked
        self._showing = False


def control_of(label: Text, kind: Kind, asks: Text = NOTHING) -> widgets.Widget:
    """Return the control of a field; a label too long for the column of labels gets the room it needs."""
    if isinstance(kind, Several):
        return ManyOf(label, kind)
    control = _control(label, kind, asks)
    if kind is not True and sum(2 if east_asian_width(sign) in "WF" else 1 for sign in str(label)) > COLUMN:
        control.style.description_width = "initial"
    return control


def _control(label: Text, kind: Kind, asks: Text) -> widgets.Widget:
    if isinstance(kind, dict) and not isinstance(kind, Names):
        return choice(label)
    if kind is None or isinstance(kind, Names | str):
        return _written(label, kind, asks)
    if isinstance(kind, float):
        return widgets.BoundedFloatText(min=0, max=kind, description=str(label), **wide())
    return tick(label) if kind is True else number(label, kind)


def _written(label: Text, kind: Names | str | None, asks: Text) -> widgets.Widget:
    said = {"description": str(label), **wide()}
    if isinstance(kind, Names):
        return widgets.Combobox(options=list(kind), placeholder=str(asks), **said)
    if kind is None:
        return line(label, asks)
    return widgets.DatePicker(**said) if kind == "date" else widgets.Textarea(placeholder=str(asks), rows=2, **said)


def listen(control: widgets.Widget, told: Callable[[], None]) -> None:
    """Have a change of a control told."""
    if isinstance(control, ManyOf):
        control.on_change = told
    else:
        control.observe(lambda _: told(), "value")


def value_of(control: widgets.Widget, kind: Kind) -> Any:  # noqa: ANN401 - whatever the control holds
    """Return what a control holds, as the plan keeps it; a text that is too long is cut."""
    if isinstance(control, ManyOf):
        return list(control.value)
    value = control.value
    if isinstance(kind, Names):
        value = kind.get(value.strip(), value)
    return value[: TEXT if kind == "text" else LINE] if isinstance(value, str) else value


def show_in(control: widgets.Widget, kind: Kind, value: Any) -> None:  # noqa: ANN401 - whatever the plan holds
    """Show a value in a control; one that says the same is left alone, so that typing is not disturbed."""
    if isinstance(control, ManyOf):
        control.show(value)
    elif isinstance(kind, Names):
        shown = next((name for name, each in kind.items() if each == value), value)
        if kind.get(control.value.strip(), control.value) != value:
            control.value = shown
    elif isinstance(kind, dict) and not isinstance(kind, Names):
        offer(control, kind, value)
    elif control.value != value:
        control.value = value


def is_typed(kind: Kind) -> bool:
    """Tell whether a field is written letter by letter, or counted up step by step: one step of undo."""
    counted = isinstance(kind, int | float) and kind is not True
    return kind is None or kind == "text" or isinstance(kind, Names) or counted
