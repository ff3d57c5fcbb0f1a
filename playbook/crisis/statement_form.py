"""The drafts: a list to choose from, the parts of the chosen one, and how it reads with what is wrong in it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.crisis.form import Edit, Fields
from playbook.crisis.plan import MOST_STATEMENTS, CrisisPlan
from playbook.crisis.responding import Statement
from playbook.crisis.sections import statement_places
from playbook.crisis.words import statement_said
from playbook.language import Text
from playbook.microblog import length
from playbook.rules import Finding

ADD, REMOVE = Text("加一份声明稿", "Add a draft"), Text("删掉这一份", "Remove this draft")
CHOOSE = Text("声明稿", "Drafts")
READS = Text("发出去是这样（{count} 字）：", "This is what goes out ({count} characters by Weibo’s count):")
NOTHING_YET = Text("写了几样，这里就念得出来。", "Write its parts, and it can be read here.")
CLEAR = Text("✓ 这一份没有问题。", "✓ No issues in this draft.")
ISSUES = Text("有 {count} 处问题，写在旁边。", "Issues: {count}; they stand beside the form.")


class StatementForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Write the drafts one at a time; `edit` is told of a change, `set_all` of drafts added and taken out."""

    def __init__(self, edit: Edit, set_all: Callable[[list[Statement]], None]) -> None:
        self._edit, self._set_all, self._showing = edit, set_all, False
        self._plan = CrisisPlan()
        self._findings: list[Finding] = []
        self._forms: dict[int, Fields] = {}
        self.choice = widgets.Dropdown(
            options=[], description=str(CHOOSE), style={"description_width": "initial"}, layout={"width": "auto"}
        )
        self.add = widgets.Button(description=str(ADD), layout={"width": "auto"})
        self.remove = widgets.Button(description=str(REMOVE), layout={"width": "auto"})
        self._open, self._reads = widgets.VBox(), widgets.HTML()
        super().__init__([self.choice, widgets.HBox([self.add, self.remove], layout={"flex_flow": "row wrap"}),
                          self._open, self._reads])  # fmt: skip
        self.add.on_click(lambda _: self._added())
        self.remove.on_click(lambda _: self._removed())
        self.choice.observe(lambda _: self._chosen(), "value")

    @property
    def form(self) -> Fields:
        """Return the form of the chosen draft. Raises KeyError if none is chosen."""
        place = self.choice.value
        if place is None:
            raise KeyError("no draft is chosen")
        if place not in self._forms:
            self._forms[place] = Fields(statement_places(place), self._edit)
        return self._forms[place]

    def show(self, plan: CrisisPlan, findings: list[Finding]) -> None:
        """Show the drafts, the chosen one with how it reads."""
        gone = len(plan.statements) < len(self._plan.statements)
        self._plan, self._findings = plan, findings
        if gone:  # forms are by place, and the places have moved
            self._forms = {}
        names = [f"{place}. {statement_said(each)}" for place, each in enumerate(plan.statements, start=1)]
        options = tuple((name, place) for place, name in enumerate(names))
        chosen = self.choice.value
        self._showing = True
        if self.choice.options != options:
            with self.choice.hold_sync():
                self.choice.options = options
                self.choice.value = chosen if chosen in range(len(options)) else (len(options) - 1 if options else None)
        self._showing = False
        self.remove.disabled = not options
        self.add.disabled = len(options) >= MOST_STATEMENTS
        self._show_chosen()

    def _show_chosen(self) -> None:
        place: Any = self.choice.value
        self._open.children = () if place is None else (self.form,)
        if place is None:
            self._reads.value = ""
            return
        self.form.show(self._plan)
        statement = self._plan.statements[place]
        issues = [each for each in self._findings if f"statements.{place}" in each.at]
        self._reads.value = reads_html(statement, len(issues))

    def _chosen(self) -> None:
        if not self._showing:
            self._show_chosen()

    def _added(self) -> None:
        self._set_all([*self._plan.statements, Statement()])
        self.choice.value = len(self._plan.statements) - 1

    def _removed(self) -> None:
        gone = self.choice.value
        self._set_all([each for place, each in enumerate(self._plan.statements) if place != gone])


def reads_html(statement: Statement, issues: int) -> str:
    """Return how a draft reads, escaped, and that it has issues; read aloud as it changes."""
    if not statement.text:
        return f'<p class="planner-mend">{escape(str(NOTHING_YET))}</p>'
    head = escape(str(READS.format(count=length(statement.text))))
    said = escape(str(ISSUES.format(count=issues) if issues else CLEAR))
    return (
        f'<p class="planner-mend">{head}</p><div class="crisis-text" lang="zh">{escape(statement.text)}</div>'
        f'<p role="status" class="planner-{"notice" if issues else "clear"}">{said}</p>'
    )
