"""Lists of a plan that a learner adds to (places, tools, words, levels): a row each, and a button for another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import ipywidgets as widgets

from playbook.controls import fitting, grid
from playbook.fields import Kind, ManyOf, control_of, is_typed, listen, show_in, value_of
from playbook.language import Text
from playbook.plans import Part

REMOVE = Text("去掉", "Remove")
OPEN, SHUT = "▾", "▸"
MOST, LEAST = 40, "14em"  # rows, and the room that a control needs


class Rows(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Rows of one kind of part. `fields` gives each field's label and what it holds (`fields.py`).

    `edit` is told of the whole list at every change, and whether it was written letter by letter; what a part holds
    beside these fields stays as it is. With a `title`, a part is a button with its title that opens the fields.
    """

    def __init__(
        self,
        part: type[Part],
        fields: Mapping[str, tuple[Text, Kind]],
        add: Text,
        edit: Callable[[list[Part], bool], None],
        title: Callable[[Any], Text] | None = None,
    ) -> None:
        self._part, self._fields, self._edit, self._showing = part, fields, edit, False
        self._shown: Sequence[Any] = ()
        self._title, self.heads = title, list[widgets.ToggleButton]()
        self.rows: list[dict[str, widgets.Widget]] = []
        self._open = widgets.VBox()
        self.add = widgets.Button(description=str(add), layout={"width": "auto"})
        self.add.on_click(lambda _: self._told([*self._parts(), part()], typed=False))
        super().__init__([self._open, self.add])

    def show(self, parts: Sequence[Any]) -> None:
        """Show the list as it stands in the plan; controls that are there already are kept."""
        self._showing, self._shown = True, parts
        if len(parts) != len(self.rows):
            opened = len(parts) - 1 if len(parts) == len(self.rows) + 1 else -1  # the one that was just added
            self.rows, self.heads = [self._row() for _ in parts], []
            self._open.children = [self._laid(place, row, place == opened) for place, row in enumerate(self.rows)]
        for row, each in zip(self.rows, parts, strict=True):
            for name, control in row.items():
                show_in(control, self._fields[name][1], getattr(each, name))
        self._entitle()
        self.add.disabled = len(parts) >= MOST
        self._showing = False

    def _row(self) -> dict[str, widgets.Widget]:
        row = {name: control_of(label, kind) for name, (label, kind) in self._fields.items()}
        for name, control in row.items():
            typed = is_typed(self._fields[name][1])
            listen(control, partial(self._changed, typed))
        return row

    def _entitle(self) -> None:
        """Say at each part’s button what it is, and whether it is open."""
        if self._title is None:
            return
        for head, each in zip(self.heads, self._shown, strict=True):
            said = self._title(each)
            head.description = head.tooltip = f"{OPEN if head.value else SHUT} {said}"

    def _folded(self, fields: list[widgets.Widget], opened: bool) -> list[widgets.Widget]:
        head = widgets.ToggleButton(value=opened, layout=fitting())
        head.add_class("planner-long")  # on a phone its text takes two lines
        body = widgets.VBox(fields)

        def fold() -> None:
            body.layout.display = None if head.value else "none"
            if not self._showing:
                self._entitle()

        head.observe(lambda _: fold(), "value")
        fold()
        self.heads.append(head)
        return [head, body]

    def _laid(self, place: int, row: dict[str, widgets.Widget], opened: bool) -> widgets.VBox:
        away = widgets.Button(description=str(REMOVE), layout={"width": "auto"})
        away.on_click(lambda _: self._told([each for at, each in enumerate(self._parts()) if at != place], typed=False))
        broad = [control for control in row.values() if isinstance(control, ManyOf | widgets.Textarea)]
        short = [control for control in row.values() if control not in broad]
        fields = [grid(short, LEAST), *broad, away]
        return widgets.VBox(self._folded(fields, opened) if self._title else fields)

    def _parts(self) -> list[Part]:
        return [
            self._part.model_validate(each.model_dump() | self._values(row))
            for each, row in zip(self._shown, self.rows, strict=True)
        ]

    def _values(self, row: dict[str, widgets.Widget]) -> dict[str, Any]:
        return {name: value_of(control, self._fields[name][1]) for name, control in row.items()}

    def _changed(self, typed: bool) -> None:
        if not self._showing:
            self._told(self._parts(), typed=typed)

    def _told(self, parts: list[Part], *, typed: bool) -> None:
        self._edit(parts[:MOST], typed)
