"""What all planners share: the plan as their value, undo, findings beside it, and saving at every change."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any, Generic

import ipywidgets as widgets
import traitlets

from playbook.facts import Facts
from playbook.language import Text
from playbook.plans import P, PlanError, load, plan_file, save
from playbook.rules import Finding, named

Keep = Callable[[Any], object]

NOTHING_FOUND = Text("✓ 没有发现问题。", "✓ No issues found.")
FOUND = Text("发现 {count} 处问题：", "Issues found: {count}")
SAVED = Text("已保存。", "Saved.")
MEND = Text("怎么改：", "How to fix it: ")


class Planner(widgets.VBox, Generic[P]):  # type: ignore[misc]  # ipywidgets has no types
    """A plan, the data that bear on it, and the findings; a system's planner adds its own views.

    `value` is the plan as plain data. A subclass calls `_change` at every move and fills `_show`, which
    paints the views from `self.plan`, and `_review`.
    """

    value = traitlets.Dict()

    def __init__(self, plan: P, facts: Facts, keep: Keep) -> None:
        self.plan = plan
        self.facts = facts
        self._keep = keep
        self._past: list[P] = []
        self._future: list[P] = []
        self._findings = widgets.HTML()
        self._note = widgets.HTML()
        super().__init__()
        self._refresh()

    def notice(self, message: Text) -> None:
        """Show a line above the planner (a damaged plan put aside, data that cannot tell)."""
        line = widgets.HTML(f'<p class="planner-notice">{escape(str(message))}</p>')
        self.set_trait("children", (line, *self.children))

    def undo(self) -> None:
        """Take back the last change."""
        if self._past:
            self._future.append(self.plan)
            self._take(self._restored(self._past.pop()))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._future:
            self._past.append(self.plan)
            self._take(self._restored(self._future.pop()))

    def _change(self, plan: P, *, remember: bool = True) -> None:
        """Take a new plan, save it and show it; typing is not remembered for undo, letter by letter."""
        if plan == self.plan:
            return
        if remember:
            self._past.append(self.plan)
            self._future.clear()
        self._take(plan)

    def _take(self, plan: P) -> None:
        self.plan = plan
        self._keep(plan)
        self._note.value = f'<p class="planner-note">{escape(str(SAVED))}</p>'
        self._refresh()

    def _refresh(self) -> None:
        self.value = self.plan.model_dump(mode="json")
        findings = self._review()
        self._findings.value = findings_html(findings, self._clear())
        self._show(findings)

    def _restored(self, plan: P) -> P:
        """Return an earlier plan with what is typed since (and not remembered for undo) left as it is."""
        return plan

    def _review(self) -> list[Finding]:
        return []

    def _clear(self) -> Text:
        """Return what is said when there is no finding; an empty plan is not a good one."""
        return NOTHING_FOUND

    def _show(self, findings: list[Finding]) -> None:
        """Paint the views from the plan."""


def open_planner(kind: type[P], fresh: Callable[[], P], build: Callable[[P, Keep], Planner[P]]) -> Planner[P]:
    """Open a planner where the learner left off; a damaged plan is put aside and the planner says so.

    It saves to where it was opened from, even if pages have been told to show the other company since.
    """
    keep = partial(save, path=plan_file(kind))
    try:
        return build(load(kind, fresh), keep)
    except PlanError as error:
        planner = build(load(kind, fresh), keep)
        planner.notice(error.args[0])
        return planner


def findings_html(findings: list[Finding], clear: Text = NOTHING_FOUND) -> str:
    """Return findings as a list: what is wrong, which rule says so, and what would mend it. All text is escaped."""
    if not findings:
        return f'{STYLE}<p class="planner-clear">{escape(str(clear))}</p>'
    items = "".join(
        f"<li><p>{escape(str(each.what))}</p>"
        f'<p class="planner-mend">{escape(str(MEND))}{escape(str(each.mend))}</p>'
        f'<p class="planner-source">{escape(str(named(each.rule)))}</p></li>'
        for each in findings
    )
    head = escape(str(FOUND.format(count=len(findings))))
    return f'{STYLE}<p class="planner-count">{head}</p><ol class="planner-findings">{items}</ol>'


STYLE = """<style>
.planner-findings { padding-left: 1.3em; margin: 0; line-height: 1.45; }
.planner-findings li { margin-bottom: .7em; }
.planner-findings p, .planner-count, .planner-clear, .planner-note, .planner-notice { margin: 0 0 .15em; }
.planner-mend { color: var(--jp-ui-font-color1, #333); }
.planner-source, .planner-note { color: var(--jp-ui-font-color2, #666); font-size: .9em; }
.planner-clear { color: var(--jp-success-color0, #1b5e20); }
.planner-notice { border-left: 4px solid var(--jp-warn-color1, #b36b00); padding-left: .7em; }
</style>"""
