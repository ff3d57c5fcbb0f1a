"""One part of the plan under a head that opens and shuts it: an ability, the hours, or a stretch with its goals."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import ipywidgets as widgets

from playbook.controls import grid
from playbook.fields import Kind, ManyOf, control_of, is_typed, listen, show_in, value_of
from playbook.language import Text

OPEN, SHUT = "▾", "▸"
Fields = Mapping[str, tuple[Text, Kind]]


class PartForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A part's fields; `edit(name, value, typed)` is told of every change. `inside` stands above them."""

    def __init__(
        self, fields: Fields, edit: Callable[[str, Any, bool], None], *inside: widgets.Widget, opened: bool = False
    ) -> None:
        self._fields, self._edit, self._showing, self._title = fields, edit, False, ""
        self.controls = {name: control_of(label, kind) for name, (label, kind) in fields.items()}
        for name, control in self.controls.items():
            listen(control, partial(self._changed, name))
        self.head = widgets.ToggleButton(
            value=opened, layout=widgets.Layout(width="auto", max_width="100%", align_self="flex-start")
        )
        self.head.add_class("planner-long")
        broad = [each for each in self.controls.values() if isinstance(each, ManyOf | widgets.Textarea)]
        short = [each for each in self.controls.values() if each not in broad]
        self._body = widgets.VBox([*inside, grid(short, "17em"), *broad])
        super().__init__([self.head, self._body])
        self.head.observe(lambda _: self._fold(), "value")
        self._fold()

    def show(self, part: object, title: Text) -> None:
        """Show the part as it stands in the plan; a control that says the same is left alone."""
        self._showing, self._title = True, str(title)
        for name, control in self.controls.items():
            show_in(control, self._fields[name][1], getattr(part, name))
        self._showing = False
        self._fold()

    def _changed(self, name: str) -> None:
        if not self._showing:
            kind = self._fields[name][1]
            self._edit(name, value_of(self.controls[name], kind), is_typed(kind))

    def _fold(self) -> None:
        self.head.description = self.head.tooltip = f"{OPEN if self.head.value else SHUT} {self._title}"
        self._body.layout.display = None if self.head.value else "none"
