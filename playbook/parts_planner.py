"""Planners that are forms: groups of controls, each a list to add to or the fields of one part of the plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import Any, ClassVar

import ipywidgets as widgets

from playbook.controls import beside, grid
from playbook.facts import Facts
from playbook.fields import Kind, ManyOf, control_of, is_typed, listen, show_in, value_of
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.plans import Part
from playbook.rows import Rows
from playbook.rules import Finding
from playbook.stance_planner import S, StancePlanner
from playbook.steps import steps

ADD, NOTHING = Text("加一行", "Add a row"), Text("", "")
EMPTY = Text("还没有开始。", "Not begun yet.")


@dataclass(frozen=True)
class Group:
    """Some controls under a head; with a `title`, each part of a list opens from a button.

    `path` is a list of the plan (with its `part`), a part of it, or the plan (empty).

    `first` are parts with which an empty list can be begun, `begin` what the button for that says.
    """

    path: str
    head: Text
    fields: Mapping[str, tuple[Text, Kind]]
    part: type[Part] | None = None
    add: Text = ADD
    first: Sequence[Part] = ()
    begin: Text = NOTHING
    title: Callable[[Any], Text] | None = None


@dataclass
class _Laid:
    """The controls of one group."""

    rows: Rows | None = None
    one: dict[str, widgets.Widget] = field(default_factory=dict)
    begin: widgets.Button | None = None


class PartsPlanner(Planner[S]):
    """A planner of some parts of the plan: groups of controls, what is found in them, undo, and stances beneath.

    `parts` are the fields of the plan that are its own: what is found elsewhere, another planner shows.
    """

    parts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, desk: Desk[S], known: Facts, asked: Asked = ALL) -> None:
        self._showing = False
        self.groups = {group.path: group for group in self.grouped(known)}
        self.laid = {path: self._made(group) for path, group in self.groups.items()}
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self._stances = StancePlanner(desk, known, asked.stances, known.main) if asked.stances else None
        super().__init__(desk, known, type(self).__name__)
        left = [each for path in self.laid for each in self._shown(path)]
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(known.whose))}</p>')
        body = beside([*self.above(), *left, bar], [*self.aside(), self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)

    # ---- what a planner of its own adds

    def grouped(self, known: Facts) -> list[Group]:
        """Return the groups of controls, in their order."""
        raise NotImplementedError

    def found(self, plan: S) -> list[Finding]:
        """Return what is found in the whole plan."""
        raise NotImplementedError

    def above(self) -> list[widgets.Widget]:
        """Return what stands above the groups."""
        return []

    def aside(self) -> list[widgets.Widget]:
        """Return what stands above the findings."""
        return []

    def paint(self) -> None:
        """Show what a planner of its own shows besides."""

    # ---- the controls

    def _made(self, group: Group) -> _Laid:
        if group.part:
            told = partial(self._listed, group.path)
            laid = _Laid(rows=Rows(group.part, group.fields, group.add, told, group.title))
            if group.first:
                laid.begin = widgets.Button(description=str(group.begin), layout={"width": "auto"})
                laid.begin.on_click(lambda _: self._listed(group.path, list(group.first), typed=False))
            return laid
        one = {name: control_of(label, kind) for name, (label, kind) in group.fields.items()}
        for name, control in one.items():
            listen(control, partial(self._edited, group, name, control))
        return _Laid(one=one)

    def _shown(self, path: str) -> list[widgets.Widget]:
        laid = self.laid[path]
        head = widgets.HTML(f"{STYLE}<b>{escape(str(self.groups[path].head))}</b>")
        if laid.rows:
            return [head, *([laid.begin] if laid.begin else []), laid.rows]
        broad = [each for each in laid.one.values() if isinstance(each, ManyOf | widgets.Textarea | widgets.Text)]
        short = [each for each in laid.one.values() if each not in broad]
        return [head, *([grid(short, "17em")] if short else []), *broad]

    # ---- what is changed

    def _listed(self, path: str, parts: list[Any], typed: bool) -> None:
        self.set_at(path, parts, step=path if typed else "")

    def _edited(self, group: Group, name: str, control: widgets.Widget) -> None:
        if self._showing:
            return
        kind = group.fields[name][1]
        path = f"{group.path}.{name}" if group.path else name
        self.set_at(path, value_of(control, kind), step=path if is_typed(kind) else "")

    def set_at(self, path: str, value: Any, step: str = "") -> None:  # noqa: ANN401 - whatever a control holds
        """Change one place of the plan; one part is checked as a whole."""
        self._change(lambda plan: put(plan, path, value), step=step)

    def _restored(self, plan: S) -> S:
        """Give back this planner's parts; all else of the plan stays."""
        return self.plan.model_copy(update={name: getattr(plan, name) for name in self.parts})

    # ---- what is shown

    def _review(self) -> list[Finding]:
        return [each for each in self.found(self.plan) if set(each.at) & set(self.parts)]

    def _clear(self) -> Text:
        empty = type(self.plan)()
        begun = any(getattr(self.plan, each) != getattr(empty, each) for each in self.parts)
        return NOTHING_FOUND if begun else EMPTY

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - they stand beside the controls
        self._showing = True
        for path, laid in self.laid.items():
            held = at(self.plan, path)
            if laid.rows:
                laid.rows.show(held)
                if laid.begin:
                    laid.begin.layout.display = "none" if held else None
            for name, control in laid.one.items():
                show_in(control, self.groups[path].fields[name][1], getattr(held, name))
        self._showing = False
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future
        self.paint()


def at(plan: Any, path: str) -> Any:  # noqa: ANN401 - a plan, or a part of it
    """Return what stands at a place of a plan (`workflow.moves`); the plan itself if it is empty."""
    for name in path.split(".") if path else ():
        plan = getattr(plan, name)
    return plan


def put(part: Part, path: str, value: Any) -> Any:  # noqa: ANN401 - a plan, or a part of it, of the same kind
    """Return a plan with a value at a place of it, checked."""
    name, _, rest = path.partition(".")
    inner = put(getattr(part, name), rest, value) if rest else value
    return type(part).model_validate({each: getattr(part, each) for each in type(part).model_fields} | {name: inner})
