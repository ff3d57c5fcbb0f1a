"""The two buttons that take a step back and make it again."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from playbook.language import Text

UNDO, REDO = Text("撤销", "Undo"), Text("重做", "Redo")


def steps(undo: Callable[[], None], redo: Callable[[], None]) -> tuple[widgets.Button, widgets.Button, widgets.HBox]:
    """Return the buttons of undo and redo, and the line on which they stand."""
    back = widgets.Button(description=str(UNDO), layout={"width": "auto"})
    again = widgets.Button(description=str(REDO), layout={"width": "auto"})
    back.on_click(lambda _: undo())
    again.on_click(lambda _: redo())
    return back, again, widgets.HBox([back, again])
