"""The form of the routine: how many follows a day, how often the list is tidied, and what is done every week."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import grid, number, tick
from playbook.interaction import words
from playbook.interaction.following import ACTS
from playbook.interaction.plan import Routine

NUMBERS = ("follows_a_day", "tidy_every", "reading")
TICKS = ("same_day_comment", "comment_is_copied", "follow_all_back")


class RoutineForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls for the routine; `edit(field, value)` is told of every change."""

    def __init__(self, edit: Callable[[str, Any], None]) -> None:
        self._edit, self._showing = edit, False
        self.follows_a_day, self.tidy_every = number(words.A_DAY, 100), number(words.TIDY, 730)
        self.reading = number(words.READING, 10080)
        self.same_day_comment, self.comment_is_copied = tick(words.SAME_DAY), tick(words.COPIED)
        self.follow_all_back = tick(words.ALL_BACK)
        self.acts = {act: number(said, 2000) for act, said in ACTS.items()}
        for control in (*(getattr(self, name) for name in NUMBERS), *self.acts.values()):
            control.style.description_width = "initial"
        head = widgets.HTML(f"<b>{escape(str(words.A_WEEK))}</b>")
        numbers = grid([getattr(self, name) for name in NUMBERS], "15em")
        super().__init__(
            [numbers, *(getattr(self, name) for name in TICKS), head, grid(list(self.acts.values()), "15em")]
        )
        for field in (*NUMBERS, *TICKS):
            getattr(self, field).observe(lambda change, field=field: self._changed(field, change["new"]), "value")
        for control in self.acts.values():
            control.observe(lambda _: self._changed("acts_a_week", self._counts()), "value")

    def _counts(self) -> dict[str, int]:
        return {act: control.value for act, control in self.acts.items() if control.value}

    def _changed(self, field: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        if not self._showing:
            self._edit(field, value)

    def show(self, routine: Routine) -> None:
        """Show the routine as it stands in the plan."""
        self._showing = True
        for field in (*NUMBERS, *TICKS):
            getattr(self, field).value = getattr(routine, field)
        for act, control in self.acts.items():
            control.value = routine.acts_a_week.get(act, 0)
        self._showing = False
