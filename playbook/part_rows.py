"""Lists of the habits that a learner adds to: places, leaders, tools; a row each, and a button for another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as widgets

from playbook.controls import choice, grid, line, number, offer, tick
from playbook.language import Text
from playbook.plans import Part

Options = Mapping[Any, Text]
NOTHING = Text("", "")
REMOVE = Text("去掉", "Remove")
LONGEST, MOST = 200, 40  # characters of a line; rows


class HabitRows(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Rows of one kind of part. `fields` gives each field's label and, by what it holds, its control.

    A field is a line (a Text alone), a box to tick (True), a whole number up to so many (an int), or a choice.
    `edit` is told of the whole list at every change, and whether it was written letter by letter.
    """

    def __init__(
        self,
        part: type[Part],
        fields: Mapping[str, tuple[Text, Options | int | None]],
        add: Text,
        edit: Callable[[list[Part], bool], None],
    ) -> None:
        self._part, self._fields, self._edit, self._showing = part, fields, edit, False
        self.rows: list[dict[str, widgets.Widget]] = []
        self._open = widgets.VBox()
        self.add = widgets.Button(description=str(add), layout={"width": "auto"})
        self.add.on_click(lambda _: self._told([*self._parts(), part()], typed=False))
        super().__init__([self._open, self.add])

    def show(self, parts: list[Any]) -> None:
        """Show the list as it stands in the plan; controls that are there already are kept."""
        self._showing = True
        if len(parts) != len(self.rows):
            self.rows = [self._row() for _ in parts]
            self._open.children = [self._laid(place, row) for place, row in enumerate(self.rows)]
        for row, each in zip(self.rows, parts, strict=True):
            for name, control in row.items():
                value, options = getattr(each, name), self._fields[name][1]
                if isinstance(options, Mapping):
                    offer(control, options, value)
                else:
                    control.value = value
        self.add.disabled = len(parts) >= MOST
        self._showing = False

    def _row(self) -> dict[str, widgets.Widget]:
        row = {name: self._control(name) for name in self._fields}
        for name, control in row.items():
            typed = isinstance(control, widgets.Text)
            control.observe(lambda _, typed=typed: self._changed(typed), "value")
            if not isinstance(control, widgets.Checkbox):
                control.description = str(self._fields[name][0])
        return row

    def _control(self, name: str) -> widgets.Widget:
        label, options = self._fields[name]
        if isinstance(options, Mapping):
            return choice(label)
        if options is None:
            return line(label, NOTHING)
        return tick(label) if options is True else number(label, options)

    def _laid(self, place: int, row: dict[str, widgets.Widget]) -> widgets.VBox:
        away = widgets.Button(description=str(REMOVE), layout={"width": "auto"})
        away.on_click(lambda _: self._told([each for at, each in enumerate(self._parts()) if at != place], typed=False))
        return widgets.VBox([grid([*row.values()], "14em"), away])

    def _parts(self) -> list[Part]:
        return [self._part(**{name: self._value(control) for name, control in row.items()}) for row in self.rows]

    @staticmethod
    def _value(control: widgets.Widget) -> Any:  # noqa: ANN401 - whatever the control holds
        return control.value[:LONGEST] if isinstance(control, widgets.Text) else control.value

    def _changed(self, typed: bool) -> None:
        if not self._showing:
            self._told(self._parts(), typed=typed)

    def _told(self, parts: list[Part], *, typed: bool) -> None:
        self._edit(parts[:MOST], typed)
