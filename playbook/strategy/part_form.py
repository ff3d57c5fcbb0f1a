"""The controls of a part that stands once in the plan, and a section of the planner that opens with a button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import Any

import ipywidgets as widgets

from playbook.controls import grid
from playbook.fields import control_of, is_typed, listen, show_in, value_of
from playbook.language import Text
from playbook.plans import Part
from playbook.strategy.sections import Fields

LEAST = "16em"  # the room that a control needs
SHUT, OPENED = "▸", "▾"
HEAD = Text("{sign} {name}", "{sign} {name}")
HEAD_ISSUES = Text("{sign} {name} · 有 {count} 处问题", "{sign} {name} · issues: {count}")


class PartForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls for one part; `edit(part, step)` is told of every change, with the field's name if it is typed."""

    def __init__(self, part: type[Part], fields: Fields, edit: Callable[[Part, str], None]) -> None:
        self._part, self._fields, self._edit, self._showing = part, fields, edit, False
        self.controls = {name: control_of(label, kind) for name, (label, kind) in fields.items()}
        for name, control in self.controls.items():
            listen(control, partial(self._changed, name))
        runs = groupby(fields, lambda name: fields[name][1] is None)
        super().__init__([self._laid([*names], broad=broad) for broad, names in runs])

    def _laid(self, names: list[str], *, broad: bool) -> widgets.Box:
        """Return controls as they stand: sentences beneath each other, what is chosen side by side."""
        controls = [self.controls[name] for name in names]
        return widgets.VBox(controls) if broad else grid(controls, LEAST)

    def _changed(self, name: str) -> None:
        if not self._showing:
            values = {each: value_of(control, self._fields[each][1]) for each, control in self.controls.items()}
            self._edit(self._part.model_validate(values), name if is_typed(self._fields[name][1]) else "")

    def show(self, part: Part) -> None:
        """Show the part as it stands in the plan."""
        self._showing = True
        for name, control in self.controls.items():
            show_in(control, self._fields[name][1], getattr(part, name))
        self._showing = False


class Section(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A part of the plan under a head that opens and shuts it and says how much is found in it."""

    def __init__(self, name: Text, body: list[widgets.Widget], *, opened: bool) -> None:
        self._name, self._issues = name, 0
        self.head = widgets.ToggleButton(
            value=opened, layout=widgets.Layout(width="auto", max_width="100%", align_self="flex-start")
        )
        self.head.add_class("planner-long")  # on a phone its text takes two lines
        self._body = widgets.VBox(body)
        super().__init__([self.head, self._body])
        self.head.observe(lambda _: self._fold(), "value")
        self._fold()

    @property
    def opened(self) -> bool:
        """Tell whether it is open."""
        return bool(self.head.value)

    def count(self, issues: int) -> None:
        """Say in the head how many findings point into it."""
        self._issues = issues
        self._fold()

    def _fold(self) -> None:
        said: dict[str, Any] = {"sign": OPENED if self.head.value else SHUT, "name": self._name, "count": self._issues}
        self.head.description = self.head.tooltip = str((HEAD_ISSUES if self._issues else HEAD).format(**said))
        self._body.layout.display = None if self.head.value else "none"
