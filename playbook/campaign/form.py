"""The form of one brief: sections that open with a button, and in each the fields with their controls."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from playbook.campaign.brief import Brief
from playbook.campaign.edits import value_at
from playbook.campaign.fields import RULES_OF, SECTIONS, Field, Section, section_of
from playbook.campaign.particulars import PARTICULARS
from playbook.company import Company
from playbook.controls import Choice, fitting, tick, wide
from playbook.fields import ManyOf
from playbook.language import Text
from playbook.rules import Finding

Edit = Callable[[str, Any], None]  # a field's path, its new value
OPEN, SHUT = "▾", "▸"
HEAD = Text("{sign} {title}", "{sign} {title}")
ISSUES = Text("{sign} {title}：有 {count} 处问题", "{sign} {title} (issues: {count})")
UNDECIDED = Text("还没有定", "not decided yet")
TAKE_OVER = Text("把右边的公告拿来改", "Take the announcement over and edit it")
MOST_COUNT, MOST_AMOUNT = 10**9, 10**9
LABEL = "9.5em"
ROWS = (".name", ".what", ".why", "draw_how", "tied_by")  # fields that have a row of their own


class BriefForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls for one brief; `edit(path, value)` is told of every change, `take_over()` that the text is wanted."""

    def __init__(self, company: Company, edit: Edit, take_over: Callable[[], None], opened: str = "what") -> None:
        self._company, self._edit, self._showing = company, edit, False
        self.controls: dict[str, widgets.Widget] = {}
        self.heads: dict[str, widgets.ToggleButton] = {}
        self.take_over = widgets.Button(description=str(TAKE_OVER), layout=widgets.Layout(width="auto"))
        self.take_over.on_click(lambda _: take_over())
        self._bodies = {section.id: self._body(section) for section in SECTIONS}
        rows: list[widgets.Widget] = []
        for section in SECTIONS:
            self.heads[section.id] = widgets.ToggleButton(
                value=section.id == opened,
                layout=fitting(align_self="flex-start"),
            )
            self.heads[section.id].observe(lambda _: self._fold(), "value")
            rows += [self.heads[section.id], self._bodies[section.id]]
        super().__init__(rows)
        self._issues: Counter[str] = Counter()
        self._fold()

    def show(self, brief: Brief, findings: list[Finding]) -> None:
        """Show a brief, and at each section how much is found there; a control that says the same is left alone."""
        self._showing = True
        for path, control in self.controls.items():
            value = value_at(brief, path)
            if isinstance(control, ManyOf):
                control.show(value)
            elif isinstance(control, widgets.Dropdown):
                _choose(control, value)
            elif control.value != value:
                control.value = value
        self._showing = False
        self._issues = Counter(where_mended(finding) for finding in findings)
        self._fold()

    def _fold(self) -> None:
        for section in SECTIONS:
            head, count = self.heads[section.id], self._issues[section.id]
            said = (ISSUES if count else HEAD).format(
                sign=OPEN if head.value else SHUT, title=section.title, count=count
            )
            head.description = head.tooltip = str(said)
            self._bodies[section.id].layout.display = None if head.value else "none"

    def _body(self, section: Section) -> widgets.Box:
        """Return a section's controls: short ones side by side where there is room, long ones as wide as the form."""
        for field in section.fields:
            self.controls[field.path] = self._control(field)
            if field.path.endswith(ROWS):
                self.controls[field.path].layout.grid_column = "1 / -1"
        controls = [self.controls[field.path] for field in section.fields]
        if section.id == "text":
            controls.append(self.take_over)
        columns = "repeat(auto-fit, minmax(min(100%, 22em), 1fr))"
        whole = section.id in {"text", "after", "do", "data"}
        layout = widgets.Layout(grid_template_columns="100%" if whole else columns, width="100%", padding="0 0 8px")
        return widgets.GridBox(controls, layout=layout)

    def _control(self, field: Field) -> widgets.Widget:
        if field.control == "many":
            many = ManyOf(field.label, field.options or {})
            many.on_change = lambda: self._changed(field.path, many.value)
            return many
        control = self._plain(field)
        control.observe(lambda change: self._changed(field.path, change["new"]), "value")
        return control

    def _plain(self, field: Field) -> widgets.Widget:
        said, look = str(field.label), wide(LABEL)
        if field.control in {"line", "text"}:
            kind = widgets.Text if field.control == "line" else widgets.Textarea
            return kind(description=said, placeholder=str(field.asks), **look)
        if field.control in {"count", "amount"}:
            kind = widgets.BoundedIntText if field.control == "count" else widgets.BoundedFloatText
            return kind(min=0, max=_most(field), description=said, **look)
        if field.control == "date":
            return widgets.DatePicker(description=said, **look)
        if field.control == "tick":
            return tick(field.label)
        return Choice(options=self._offered(field), description=said, **look)

    def _offered(self, field: Field) -> list[tuple[str, object]]:
        if field.control == "account":
            return [(str(UNDECIDED), ""), *((f"@{each.name}", each.id) for each in self._company.accounts)]
        if field.control == "person":
            return [(str(UNDECIDED), ""), *((each.name, each.id) for each in self._company.people)]
        return [(str(UNDECIDED), None), *((str(said), key) for key, said in (field.options or {}).items())]

    def _changed(self, path: str, value: object) -> None:
        if not self._showing:
            self._edit(path, value)


def where_mended(finding: Finding) -> str:
    """Return the section of the form in which a finding is mended; empty if it is not one of a brief's own."""
    rule = finding.rule.removeprefix("campaign.")
    for each in PARTICULARS:
        if rule == f"publish-{each.id}":
            return section_of(each.fields[0])
    if finding.rule.startswith("content."):
        return "text"
    return next((section for section, rules in RULES_OF.items() if rule in rules), "")


def _most(field: Field) -> float:
    most = {"mentions": 1000, "hours": 10_000}
    return most.get(field.path, MOST_COUNT if field.control == "count" else MOST_AMOUNT)


def _choose(control: widgets.Dropdown, value: object) -> None:
    """Choose a value; one that the list does not know (somebody who left the card) is added as it stands."""
    if value not in {key for _, key in control.options}:
        control.options = [*control.options, (str(value), value)]
    if control.value != value:
        control.value = value
