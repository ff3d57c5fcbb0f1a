"""The form of a part of a crisis plan: sections that open with a button, and in each the controls and lists of rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from typing import Any, NamedTuple

import ipywidgets as widgets

from playbook.controls import grid
from playbook.crisis.edits import value_at
from playbook.crisis.plan import CrisisPlan
from playbook.fields import NOTHING, Kind, ManyOf, control_of, is_typed, listen, show_in, value_of
from playbook.language import Text
from playbook.plans import Part
from playbook.rows import Rows
from playbook.rules import Finding

Edit = Callable[[str, Any, bool], None]  # a place, its new value, and whether it was written letter by letter
OPEN, SHUT = "▾", "▸"
LEAST = "15em"  # the room that a control needs
HEAD = Text("{sign} {title}", "{sign} {title}")
ISSUES = Text("{sign} {title}：有 {count} 处问题", "{sign} {title} (issues: {count})")


class Single(NamedTuple):
    """A place of the plan with one control."""

    path: str
    label: Text
    kind: Kind
    asks: Text = NOTHING


class ListOf(NamedTuple):
    """A place of the plan that holds a list: the fields of a row, and what the button for another says."""

    path: str
    part: type[Part]
    fields: Mapping[str, tuple[Text, Kind]]
    add: Text


class Section(NamedTuple):
    """Places that are opened together; findings at `at` (or beneath it) are mended here."""

    id: str
    title: Text
    places: tuple[Single | ListOf, ...]
    at: tuple[str, ...] = ()
    about: Text = NOTHING


class Fields(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """The controls of some places, short ones side by side; `edit` is told of every change."""

    def __init__(self, places: tuple[Single | ListOf, ...], edit: Edit) -> None:
        self._edit, self._showing = edit, False
        self.controls: dict[str, widgets.Widget] = {}
        self.lists: dict[str, Rows] = {}
        self._kinds = {each.path: each.kind for each in places if isinstance(each, Single)}
        super().__init__(self._laid(places))

    def _laid(self, places: tuple[Single | ListOf, ...]) -> list[widgets.Widget]:
        """Return the controls in their order, short ones that follow one another side by side."""
        laid: list[widgets.Widget] = []
        short: list[widgets.Widget] = []
        for each in places:
            made = self._list(each) if isinstance(each, ListOf) else self._single(each)
            if isinstance(made, Rows | ManyOf | widgets.Textarea):
                laid += [*([grid(short, LEAST)] if short else []), made]
                short = []
            else:
                short.append(made)
        return [*laid, *([grid(short, LEAST)] if short else [])]

    def _single(self, place: Single) -> widgets.Widget:
        control = self.controls[place.path] = control_of(place.label, place.kind, place.asks)
        listen(control, partial(self._changed, place.path))
        return control

    def _list(self, place: ListOf) -> Rows:
        rows = self.lists[place.path] = Rows(place.part, place.fields, place.add, partial(self._listed, place.path))
        return rows

    def show(self, plan: CrisisPlan) -> None:
        """Show these places as they stand in the plan."""
        self._showing = True
        for path, control in self.controls.items():
            show_in(control, self._kinds[path], value_at(plan, path))
        for path, rows in self.lists.items():
            rows.show(value_at(plan, path))
        self._showing = False

    def _changed(self, path: str) -> None:
        if not self._showing:
            kind = self._kinds[path]
            self._edit(path, value_of(self.controls[path], kind), is_typed(kind))

    def _listed(self, path: str, parts: list[Part], typed: bool) -> None:
        if not self._showing:
            self._edit(path, parts, typed)


class Form(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Sections, of which `opened` is open at first; another view can be put into one (`extra`)."""

    def __init__(
        self, sections: tuple[Section, ...], edit: Edit, opened: str, extra: Mapping[str, widgets.Widget] | None = None
    ) -> None:
        self.sections = sections
        self.heads: dict[str, widgets.ToggleButton] = {}
        self.fields: dict[str, Fields] = {}
        self._bodies: dict[str, widgets.VBox] = {}
        self._issues: Counter[str] = Counter()
        rows: list[widgets.Widget] = []
        for each in sections:
            head = self.heads[each.id] = widgets.ToggleButton(
                value=each.id == opened,
                layout=widgets.Layout(width="auto", max_width="100%", align_self="flex-start"),
            )
            head.observe(lambda _: self._fold(), "value")
            fields = self.fields[each.id] = Fields(each.places, edit)
            about = widgets.HTML(f'<p class="planner-source">{escape(str(each.about))}</p>' if each.about.zh else "")
            parts = [about, fields, *([extra[each.id]] if extra and each.id in extra else [])]
            self._bodies[each.id] = widgets.VBox(parts, layout=widgets.Layout(padding="0 0 8px"))
            rows += [head, self._bodies[each.id]]
        super().__init__(rows)
        self._fold()

    def control(self, path: str) -> widgets.Widget:
        """Return the control of a place. Raises KeyError if the form has none."""
        return {path: each for fields in self.fields.values() for path, each in fields.controls.items()}[path]

    def rows(self, path: str) -> Rows:
        """Return the list at a place. Raises KeyError if the form has none."""
        return {path: each for fields in self.fields.values() for path, each in fields.lists.items()}[path]

    def show(self, plan: CrisisPlan, findings: list[Finding]) -> None:
        """Show the plan, and at each section how much is found there."""
        for fields in self.fields.values():
            fields.show(plan)
        self._issues = Counter(where_mended(self.sections, finding) for finding in findings)
        self._fold()

    def _fold(self) -> None:
        for each in self.sections:
            head, count = self.heads[each.id], self._issues[each.id]
            said = (ISSUES if count else HEAD).format(sign=OPEN if head.value else SHUT, title=each.title, count=count)
            head.description = head.tooltip = str(said)
            self._bodies[each.id].layout.display = None if head.value else "none"


def where_mended(sections: tuple[Section, ...], finding: Finding) -> str:
    """Return the section in which a finding is mended: the first that has the place it names; empty if none has."""
    for place in finding.at:
        for each in sections:
            paths = (*each.at, *(one.path for one in each.places))
            if any(place == path or place.startswith(f"{path}.") for path in paths):
                return each.id
    return ""
