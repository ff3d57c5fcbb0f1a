"""One part of a plan as a form: a control for each field, and sections that open and shut with a count of issues."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

import ipywidgets as widgets

from playbook.controls import fitting, grid
from playbook.fields import Kind, ManyOf, control_of, is_typed, listen, show_in, value_of
from playbook.language import Text

Fields = Mapping[str, tuple[Text, Kind]]
OPEN, SHUT = "▾", "▸"
HEAD = Text("{sign} {title}", "{sign} {title}")
ISSUES = Text("{sign} {title}：有 {count} 处问题", "{sign} {title} (issues: {count})")


class PartForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls for some fields of a part; `edit` is told of a field, its value, and whether it is typed by letters.

    `least` is the room a control needs beside others; with `lines`, a line to write has a row of its own.
    """

    def __init__(
        self, fields: Fields, edit: Callable[[str, Any, bool], None], least: str = "16em", *, lines: bool = False
    ) -> None:
        self._fields, self._edit, self._showing = fields, edit, False
        self.controls = {name: control_of(label, kind) for name, (label, kind) in fields.items()}
        for name, control in self.controls.items():
            listen(control, partial(self._changed, name))
        runs = groupby(self.controls.items(), lambda each: self._broad(*each, lines=lines))
        laid = [(broad, [control for _, control in controls]) for broad, controls in runs]
        super().__init__([widgets.VBox(row) if broad else grid(row, least) for broad, row in laid])

    def _broad(self, name: str, control: widgets.Widget, *, lines: bool) -> bool:
        """Tell whether a control has a row of its own."""
        return isinstance(control, ManyOf | widgets.Textarea) or (lines and self._fields[name][1] is None)

    def show(self, part: object) -> None:
        """Show a part, or whatever has these fields, as it stands in the plan."""
        self._showing = True
        for name, control in self.controls.items():
            show_in(control, self._fields[name][1], getattr(part, name))
        self._showing = False

    def _changed(self, name: str) -> None:
        if not self._showing:
            kind = self._fields[name][1]
            self._edit(name, value_of(self.controls[name], kind), is_typed(kind))


class Section(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """A head that opens and shuts what stands beneath it, and says how much is found there."""

    def __init__(self, title: Text, body: Sequence[widgets.Widget], *, opened: bool = False) -> None:
        self._title, self._count = title, 0
        self._body = widgets.VBox(list(body), layout={"padding": "0 0 8px"})
        layout = fitting(align_self="flex-start")
        self.head = widgets.ToggleButton(value=opened, layout=layout)
        self.head.add_class("planner-long")  # on a phone its text takes two lines
        super().__init__([self.head, self._body])
        self.head.observe(lambda _: self.fold(self._count), "value")
        self.fold(0)

    @property
    def opened(self) -> bool:
        """Tell whether it is open."""
        return bool(self.head.value)

    def entitle(self, title: Text) -> None:
        """Say what stands beneath it, where that goes by what is written there."""
        self._title = title
        self.fold(self._count)

    def fold(self, count: int) -> None:
        """Say how much is found, and show the body or not."""
        self._count, is_open = count, self.head.value
        said = (ISSUES if count else HEAD).format(sign=OPEN if is_open else SHUT, title=self._title, count=count)
        self.head.description = self.head.tooltip = str(said)
        self._body.layout.display = None if is_open else "none"
