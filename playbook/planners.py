"""What all planners share: the plan as their value, undo, findings beside it, and saving at every change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path
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
MEND = Text("怎么改：", "What to do: ")


@dataclass(frozen=True)
class Asked:
    """What a page asks of a planner.

    `accounts` that are planned for (none named: all of the card), the `least` entries, the `stances` to take (topics of
    `conflicts.toml`), for how many `posts` a best week is offered (0: it is not), and which drafts of the sample are
    `handed` over (by id), as they read once they are `mended` or before.
    """

    accounts: tuple[str, ...] = ()
    least: int = 0
    stances: tuple[str, ...] = ()
    posts: int = 0
    handed: tuple[str, ...] = ()
    mended: bool = False


ALL = Asked()


class Desk(Generic[P]):
    """A plan as it stands, which all its views on a page share: one changes it, and all show it.

    `keep` saves it at every change; `reread` gives it as it is saved now, since another page may have changed it.
    """

    def __init__(self, plan: P, keep: Keep, reread: Callable[[], P] | None = None) -> None:
        self.plan = plan
        self._keep = keep
        self._reread = reread
        self._views: dict[str, Callable[[], None]] = {}

    def watch(self, view: str, show: Callable[[], None]) -> None:
        """Call `show` at every change; a page that is run again replaces its earlier view of that name."""
        self._views[view] = show

    def latest(self) -> P:
        """Return the plan as it is saved now."""
        if self._reread:
            self.plan = self._reread()
        return self.plan

    def take(self, plan: P) -> None:
        """Save a new plan and show it everywhere."""
        self.plan = plan
        self._keep(plan)
        for show in self._views.values():
            show()


class Planner(widgets.VBox, Generic[P]):  # type: ignore[misc]  # ipywidgets has no types
    """A plan, the data that bear on it, and the findings; a system's planner adds its own views.

    `value` is the plan as plain data. A subclass calls `_change` at every move and fills `_show`, which
    paints the views from `self.plan`, and `_review`. `view` names it among the views of one plan on a page.
    """

    value = traitlets.Dict()

    def __init__(self, desk: Desk[P], facts: Facts, view: str) -> None:
        self._desk = desk
        self.facts = facts
        self._past: list[P] = []
        self._future: list[P] = []
        self._step = ""  # what the last change remembered belongs to, if more may join it
        self._findings = widgets.HTML()
        self._note = widgets.HTML()
        super().__init__()
        self._refresh()
        desk.watch(view, self._refresh)

    @property
    def plan(self) -> P:
        """Return the plan as it stands."""
        return self._desk.plan

    def notice(self, message: Text) -> None:
        """Show a line above the planner (a damaged plan put aside, data that cannot tell)."""
        line = widgets.HTML(f'<p class="planner-notice">{escape(str(message))}</p>')
        self.set_trait("children", (line, *self.children))

    def undo(self) -> None:
        """Take back the last change."""
        self._step = ""
        if self._past:
            self._future.append(self._desk.latest())
            self._take(self._restored(self._past.pop()))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step = ""
        if self._future:
            self._past.append(self._desk.latest())
            self._take(self._restored(self._future.pop()))

    def _change(self, update: Callable[[P], P], *, remember: bool = True, step: str = "") -> None:
        """Change the latest plan, save it and show it.

        What `step` names, letter after letter, is taken back together, as long as nothing else is changed in between;
        what is not to `remember` is not taken back at all.
        """
        before = self._desk.latest()
        plan = update(before)
        if plan == before:
            return
        if remember and not (step and step == self._step):
            self._past.append(before)
            self._future.clear()
        if remember:
            self._step = step
        self._take(plan)

    def _take(self, plan: P) -> None:
        self._note.value = f'<p class="planner-note">{escape(str(SAVED))}</p>'
        self._desk.take(plan)

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


_desks: dict[Path, Desk[Any]] = {}


def open_planner(kind: type[P], fresh: Callable[[], P], build: Callable[[Desk[P]], Planner[P]]) -> Planner[P]:
    """Open a planner where the learner left off; a damaged plan is put aside and the planner says so.

    It saves to where it was opened from, even if pages have been told to show the other company since.
    """
    desk, damage = open_desk(kind, fresh)
    planner = build(desk)
    if damage:
        planner.notice(damage)
    return planner


def open_desk(kind: type[P], fresh: Callable[[], P]) -> tuple[Desk[P], Text | None]:
    """Return the desk on which the plan lies, as it is saved now, and what to say if a damaged one was put aside."""
    path = plan_file(kind)
    try:
        plan, damage = load(kind, fresh, path), None
    except PlanError as error:
        plan, damage = load(kind, fresh, path), error.args[0]
    desk = _desks.setdefault(path, Desk(plan, partial(save, path=path), partial(_saved, kind, path)))
    desk.plan = plan
    return desk, damage


def _saved(kind: type[P], path: Path) -> P:
    """Return a plan as it is saved now; as it stands on the desk if nothing is, or nothing that can be read."""
    on_desk: P = _desks[path].plan
    try:
        return load(kind, lambda: on_desk, path)
    except PlanError:
        return on_desk


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
.planner-reasons { border-collapse: collapse; line-height: 1.4; }
.planner-reasons th { text-align: left; white-space: nowrap; padding: .1em .8em .1em 0; vertical-align: top; }
.planner-reasons td { text-align: left; padding: .1em 0; }
.planner-long { height: auto; white-space: normal; text-align: left; line-height: 1.5; text-spacing-trim: space-all; }
.planner-notice { border-left: 4px solid var(--jp-warn-color1, #b36b00); padding-left: .7em; }
</style>"""
