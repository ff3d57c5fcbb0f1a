"""The watch and the alarm: what the words find and what the alarm would have done stand beside them, live."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside
from playbook.crisis.alarmed import NUMBER_OF
from playbook.crisis.board import alarm_html, words_html
from playbook.crisis.edits import with_value
from playbook.crisis.form import Form
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.review import review_watch
from playbook.crisis.sections import watch_sections
from playbook.crisis.watching import Watch
from playbook.facts import Facts
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps

EMPTY = Text("还没有写盯什么。先写一个词。", "Nothing is watched yet. Write a first word.")
SO_FAR = Text("到目前没有问题，还差 {missing} 个词。", "No issues so far; words still to write: {missing}.")


class WatchPlanner(Planner[CrisisPlan]):
    """Write the words, set who watches when, the watch days, and the alarm."""

    def __init__(self, desk: Desk[CrisisPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least = asked.least
        self.form = Form(watch_sections(known), self._edit, "words")
        self._words, self._alarm = widgets.HTML(), widgets.HTML()
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self._stances = StancePlanner(desk, known, asked.stances, known.main) if asked.stances else None
        super().__init__(desk, known, "watch")
        whose = widgets.HTML(f'{STYLE}<p class="planner-source">{escape(str(known.whose))}</p>')
        body = beside([self.form, bar], [self._words, self._alarm, self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)

    def _edit(self, path: str, value: Any, typed: bool) -> None:  # noqa: ANN401 - whatever the control holds
        self._change(lambda plan: with_value(plan, path, value), step=path if typed else "")

    def _restored(self, plan: CrisisPlan) -> CrisisPlan:
        """Give back the watch and the alarm; all else of the plan stays."""
        return self.plan.model_copy(update={"watch": plan.watch, "alarm": plan.alarm})

    def _show_number(self) -> None:
        """Show of the alarm's numbers the one that its rule goes by; none before a rule is chosen."""
        for kind, name in NUMBER_OF.items():
            self.form.control(f"alarm.{name}").layout.display = None if kind == self.plan.alarm.rule else "none"

    def _review(self) -> list[Finding]:
        return review_watch(self.plan, self.facts)

    def _clear(self) -> Text:
        if self.plan.watch == Watch():
            return EMPTY
        missing = self._least - len(self.plan.watch.searched)
        return NOTHING_FOUND if missing <= 0 else SO_FAR.format(missing=missing)

    def _show(self, findings: list[Finding]) -> None:
        self.form.show(self.plan, findings)
        self._show_number()
        self._words.value = words_html(self.plan, self.facts)
        self._alarm.value = alarm_html(self.plan, self.facts)
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future
