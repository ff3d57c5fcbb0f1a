"""The form of one kind of message: where it is answered, by whom, how soon, in what tone, and an example."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import choice, grid, line, number, offer, tick, wide
from playbook.facts import Facts
from playbook.interaction import words
from playbook.interaction.kinds import MESSAGES, Message
from playbook.interaction.plan import ANYBODY, Handling
from playbook.planners import STYLE

TYPED = ("answered_by", "hand_to", "sheet")  # fields that are written, letter by letter
LENGTHS = {"answered_by": 200, "hand_to": 200, "sheet": 2000}
MOST = 10080  # minutes of a week


class ReplyForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls for one kind of message; `edit(field, value)` is told of every change."""

    def __init__(self, kind: Message, known: Facts, edit: Callable[[str, Any], None]) -> None:
        self.kind, self._edit, self._showing = kind, edit, False
        self._people = {str(words.ON_DUTY): ANYBODY} | {each.name: each.id for each in known.company.people}
        self.where, self.clock = choice(words.WHERE), choice(words.CLOCK)
        self.answered_by = widgets.Combobox(
            options=list(self._people), description=str(words.WHO), placeholder=str(words.WHO_ASKS), **wide()
        )
        self.within, self.hand_to = number(words.WITHIN, MOST), line(words.HAND_TO, words.HAND_ASKS)
        self.tones = {tone: tick(said) for tone, said in words.TONES.items()}
        self.sheet = widgets.Textarea(
            description=str(words.SHEET), placeholder=str(words.SHEET_ASKS), rows=3, continuous_update=False, **wide()
        )
        tones = widgets.HBox(list(self.tones.values()), layout={"flex_flow": "row wrap"})
        head = widgets.HTML(f"{STYLE}<b>{escape(str(MESSAGES[kind].name))}</b>")
        short = [self.where, self.answered_by, self.within, self.clock, self.hand_to]
        super().__init__([head, grid(short), tones, self.sheet])
        for field in ("where", "clock", "within", *TYPED):
            getattr(self, field).observe(lambda change, field=field: self._changed(field, change["new"]), "value")
        for control in self.tones.values():
            control.observe(lambda _: self._changed("tone", [t for t, c in self.tones.items() if c.value]), "value")

    def _changed(self, field: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        if self._showing:
            return
        if field == "answered_by":
            value = self._people.get(value.strip(), value.strip())
        self._edit(field, value[: LENGTHS[field]] if field in TYPED else value)

    def show(self, rule: Handling) -> None:
        """Show a rule as it stands in the plan."""
        self._showing = True
        offer(self.where, words.WHERES, rule.where)
        offer(self.clock, words.CLOCKS, rule.clock)
        names = {who: name for name, who in self._people.items()}
        self.answered_by.value = names.get(rule.answered_by, rule.answered_by)
        self.within.value, self.hand_to.value, self.sheet.value = rule.within, rule.hand_to, rule.sheet
        for tone, control in self.tones.items():
            control.value = tone in rule.tone
        for control in (self.answered_by, self.within, self.clock, self.hand_to, self.sheet, *self.tones.values()):
            control.disabled = rule.where == "none"
        self._showing = False
