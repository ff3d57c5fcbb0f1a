"""The picture of a drill: the clock, the mentions, what is known, and the cards of what can be done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import traitlets

from playbook.crisis.drill.actions import ACTS
from playbook.crisis.drill.log import LONGEST
from playbook.pictures import Picture, script

_ROWS: Any = traitlets.List(traitlets.Any())
Acting = Callable[[str, str], None]


class Room(Picture):
    """A crisis as it goes on. The browser sends an action with its words (`on_act`), and "undo" and "again".

    Its clock sends "wait" and nothing else. It has no words and no arithmetic of the model; all is set from Python.

    | trait | holds |
    |---|---|
    | `step`, `over` | how many steps have passed, and whether the drill has ended |
    | `alert` | counts what stops the clock |
    | `heard` | how many messages of the browser are dealt with: it sends the next one then |
    | `acts` | how many actions were taken: the field of words is emptied |
    | `clock` | day and hour in words |
    | `series` | `[mentions, negative]` a step |
    | `length`, `top` | steps across, and mentions at the top of the chart |
    | `across`, `up` | ticks `[share of the axis, label]` |
    | `charted` | the chart in a sentence |
    | `items` | `[head, text, gloss, grave]` a mention, the newest first |
    | `panel` | `[name, value, flagged]` |
    | `cards` | `[key, action, name, what it does, why not]` |
    | `journal` | `[clock, text, ours]`, the newest first |
    | `undoable` | whether the former drill can be brought back |
    | `done` | what has just happened, read aloud politely |
    | `words` | `room`, `chart`, `all`, `negative`, `inbox`, `cards`, `journal`, `said`, `draft`, `help`, buttons |
    """

    actions = ("undo", "redo", "again")
    _esm = script(Path(__file__))
    _css = Path(__file__).with_suffix(".css")

    step = traitlets.Int(0, min=0).tag(sync=True)
    over = traitlets.Bool(False).tag(sync=True)
    alert = traitlets.Int(0).tag(sync=True)
    acts = traitlets.Int(0).tag(sync=True)
    heard = traitlets.Int(0).tag(sync=True)
    clock = traitlets.Unicode().tag(sync=True)
    series: traitlets.List[Any] = traitlets.List(_ROWS).tag(sync=True)
    length = traitlets.Int(1, min=1).tag(sync=True)
    top = traitlets.Float(1.0, min=1.0).tag(sync=True)
    across: traitlets.List[Any] = traitlets.List(_ROWS).tag(sync=True)
    up: traitlets.List[Any] = traitlets.List(_ROWS).tag(sync=True)
    charted = traitlets.Unicode().tag(sync=True)
    items: traitlets.List[Any] = traitlets.List(_ROWS).tag(sync=True)
    panel: traitlets.List[Any] = traitlets.List(_ROWS).tag(sync=True)
    cards: traitlets.List[Any] = traitlets.List(_ROWS).tag(sync=True)
    journal: traitlets.List[Any] = traitlets.List(_ROWS).tag(sync=True)
    undoable = traitlets.Bool(False).tag(sync=True)

    def __init__(self, **traits: object) -> None:
        self._acting: list[Acting] = []
        super().__init__(**traits)

    def on_act(self, callback: Acting) -> None:
        """Call `callback` with each action of ACTS that the reader takes, and the words that go with it."""
        self._acting.append(callback)

    def _hear(self, widget: object, message: object, buffers: object) -> None:
        try:
            super()._hear(widget, message, buffers)
            self._take(message)
        finally:
            self.heard += 1

    def _take(self, message: object) -> None:
        if not isinstance(message, dict) or message.get("kind") != "act" or message.get("act") not in ACTS:
            return
        said = message.get("said")
        for each in tuple(self._acting):
            each(str(message["act"]), said.strip()[:LONGEST] if isinstance(said, str) else "")
