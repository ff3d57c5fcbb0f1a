"""What all pictures that a reader draws in share: words set from Python, and actions that the browser asks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import anywidget
import traitlets


def script(module: Path) -> str:
    """Return the browser side of a picture, which lies beside its module, with what all pictures share before it."""
    shared = Path(__file__).with_suffix(".js").read_text("utf-8")
    return shared + module.with_suffix(".js").read_text("utf-8")


class Picture(anywidget.AnyWidget):
    """A picture whose browser side has no words of its own and sends one of `actions` (`{kind: "undo"}`) when asked.

    `words` are all that it says, by key; `done` is what has just happened, shown above it and read aloud politely.
    """

    actions: ClassVar[tuple[str, ...]] = ("undo", "redo")
    words = traitlets.Dict(traitlets.Unicode(), key_trait=traitlets.Unicode()).tag(sync=True)
    done = traitlets.Unicode().tag(sync=True)

    def __init__(self, **traits: object) -> None:
        self._listeners: list[Callable[[str], None]] = []
        super().__init__(**traits)
        self.on_msg(self._hear)

    def on_action(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback` with each of `actions` that the reader asks for; the returned call ends that."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback)

    def _hear(self, _widget: object, message: object, _buffers: object) -> None:
        """Pass on an action; a message of any other form is none of ours."""
        kind = message.get("kind") if isinstance(message, dict) else None
        for action in self.actions:
            if kind == action:
                for listener in tuple(self._listeners):
                    listener(action)
