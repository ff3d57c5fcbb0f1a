"""How the company responds: levels, roles, statements, the first hours, the norm, and what is done afterwards."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside
from playbook.crisis.board import STYLE as BOARD_STYLE
from playbook.crisis.edits import with_value
from playbook.crisis.form import Form
from playbook.crisis.held import unlike_stances
from playbook.crisis.model_plan import careless_response
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import is_begun
from playbook.crisis.responding import Statement
from playbook.crisis.review import review_response
from playbook.crisis.sections import response_sections
from playbook.crisis.statement_form import StatementForm
from playbook.facts import Facts
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps

EMPTY = Text("还没有分级。先加一级，从最轻的写起。", "There are no levels yet. Add one, beginning with the lightest.")
TAKE_HANDED = Text("拿交来的预案来改", "Load the plan we were handed")
SO_FAR = Text("到目前没有问题，还差 {missing} 级。", "No issues so far; levels still to set: {missing}.")
OWN = ("norm", "levels", "roles", "statements", "outlets", "same_words", "first_hours", "after", "after_drill",
       "drill_on")  # fmt: skip


class ResponsePlanner(Planner[CrisisPlan]):
    """Settle in quiet times what is done in loud ones; with `asked.handed` a colleague's plan can be taken over."""

    def __init__(self, desk: Desk[CrisisPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least = asked.least
        self.statements = StatementForm(self._edit, self._drafts)
        self.form = Form(response_sections(known), self._edit, "levels", {"statements": self.statements})
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self.handed = widgets.Button(description=str(TAKE_HANDED), layout=widgets.Layout(width="auto"))
        self.handed.layout.display = None if asked.handed else "none"
        self.handed.on_click(lambda _: self.take_handed())
        self._stances = StancePlanner(desk, known, asked.stances, known.main) if asked.stances else None
        super().__init__(desk, known, "response")
        whose = widgets.HTML(f'{STYLE}{BOARD_STYLE}<p class="planner-source">{escape(str(known.whose))}</p>')
        body = beside([self.handed, self.form, bar], [self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)

    def take_handed(self) -> None:
        """Put the plan that was handed over in place of how we respond; one step back brings back what was there."""
        given = careless_response(self.facts)
        self._change(lambda plan: plan.model_copy(update={name: getattr(given, name) for name in OWN}))

    def _edit(self, path: str, value: Any, typed: bool) -> None:  # noqa: ANN401 - whatever the control holds
        self._change(lambda plan: with_value(plan, path, value), step=path if typed else "")

    def _drafts(self, statements: list[Statement]) -> None:
        self._edit("statements", statements, False)

    def _restored(self, plan: CrisisPlan) -> CrisisPlan:
        """Give back how the company responds; the watch and the stances stay."""
        return self.plan.model_copy(update={name: getattr(plan, name) for name in OWN})

    def _review(self) -> list[Finding]:
        return [*review_response(self.plan, self.facts), *unlike_stances(self.plan, self.facts)]

    def _clear(self) -> Text:
        if not is_begun(self.plan):
            return EMPTY
        missing = self._least - len(self.plan.levels)
        return NOTHING_FOUND if missing <= 0 else SO_FAR.format(missing=missing)

    def _show(self, findings: list[Finding]) -> None:
        self.form.show(self.plan, findings)
        self.statements.show(self.plan, findings)
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future
