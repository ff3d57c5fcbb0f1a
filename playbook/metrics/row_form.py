"""The form of one measure on a scorecard: it opens with a button, and its latest weeks stand beneath its target."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import Choice, fitting, grid, line, number, offer, tick, wide
from playbook.facts import Facts
from playbook.fields import control_of, people, show_in, value_of
from playbook.language import Text
from playbook.metrics import words
from playbook.metrics.measures import MEASURES, ORIGINS, SORTS, Measure, MeasureName
from playbook.metrics.picture import picture_html
from playbook.metrics.scorecard import AGES, MOST_LINE, Row

SHUT, OPENED = "▸", "▾"
TYPED = ("why", "definition", "if_falls", "if_rises", "owner", "deputy", "low", "high", "lag", "weight", "sample")
LINES = ("why", "definition", "if_falls", "if_rises")
DATES = ("base_from", "base_to")
WHO = ("owner", "deputy")
LABEL = "9em"


class Amount(widgets.Text):  # type: ignore[misc]  # ipywidgets has no types
    """A number to write, which may be left empty: a number box would make 0 of it, and 0 is a target."""

    @property
    def amount(self) -> float | None:
        """Return what is written as a number; None of nothing, or of what is none."""
        try:
            found = float(self.value.replace(",", "").replace("，", "").strip())
        except ValueError:
            return None
        return found if abs(found) <= 1e9 else None  # noqa: PLR2004 - nan and infinities are none either

    def show(self, amount: float | None) -> None:
        """Show a number; what says the same is left as it is written."""
        if amount != self.amount:
            self.value = "" if amount is None else f"{amount:.10g}"


class RowForm(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Controls for one measure; `edit(field, value)` is told of every change, `swap(measure)` of what to take instead.

    `remove()` is called when it is to go.
    """

    def __init__(
        self,
        measure: MeasureName,
        account: str,
        known: Facts,
        edit: Callable[[str, Any], None],
        swap: Callable[[MeasureName | None], None],
    ) -> None:
        self.measure, self._account, self._known, self._edit, self._showing = measure, account, known, edit, False
        self._names = people(known.company)
        self._issues, self._row = 0, Row(measure=measure)
        self._drawn: tuple[float | None, float | None] | None = None  # the target in the picture, once there is one
        of = MEASURES[measure]
        self.head = widgets.ToggleButton(layout=fitting(align_self="flex-start"))
        self.head.add_class("planner-long")  # on a phone its text takes two lines
        self.controls: dict[str, widgets.Widget] = self._made(of)
        self.ages = {age: tick(words.AGES[age]) for age in AGES}
        self._picture = widgets.HTML()
        self.remove = widgets.Button(description=str(words.REMOVE), layout={"width": "auto"})
        self.remove.on_click(lambda _: swap(None))
        self.instead = {each: self._instead(each, swap) for each in of.instead}
        self._body = widgets.VBox(self._laid(of))
        super().__init__([self.head, self._body])
        self.head.observe(lambda _: self._fold(), "value")
        for field, control in self.controls.items():
            control.observe(lambda _, field=field: self._changed(field), "value")
        for control in self.ages.values():
            control.observe(lambda _: self._changed("ages"), "value")
        self._fold()

    def _made(self, of: Measure) -> dict[str, widgets.Widget]:
        def dated(label: Text) -> widgets.DatePicker:
            return widgets.DatePicker(description=str(label), **wide(LABEL))

        made: dict[str, widgets.Widget] = {
            "why": line(words.WHY, words.WHY_ASKS),
            "definition": line(words.DEFINITION, of.counts),
            "origin": Choice(options=[("", None)], description=str(words.ORIGIN)),
            "sample": number(words.SAMPLE, 100_000),
            "base_from": dated(words.BASE_FROM),
            "base_to": dated(words.BASE_TO),
            "low": Amount(description=str(words.LOW.format(unit=of.unit))),
            "high": Amount(description=str(words.HIGH.format(unit=of.unit))),
            "lag": number(words.LAG, 104),
            "owner": control_of(words.OWNER, self._names),
            "deputy": control_of(words.DEPUTY, self._names),
            "if_falls": line(words.IF_FALLS, Text("", "")),
            "if_rises": line(words.IF_RISES, Text("", "")),
            "horizon": Choice(options=[("", None)], description=str(words.HORIZON)),
            "weight": number(words.WEIGHT, 100),
        }
        for control in made.values():
            control.style.description_width = LABEL
            control.layout = fitting()
        if of.id != "comment_attitude":
            made["sample"].layout.display = "none"
        return made

    def _instead(self, measure: MeasureName, swap: Callable[[MeasureName | None], None]) -> widgets.Button:
        said = words.TAKE.format(name=MEASURES[measure].name)
        button = widgets.Button(description=str(said), layout={"width": "auto"})
        button.on_click(lambda _: swap(measure))
        return button

    def _laid(self, of: Measure) -> list[widgets.Widget]:
        told = [
            words.COUNTS.format(counts=of.counts),
            words.GAMED.format(gamed=of.gamed),
            words.USUAL.format(lag=of.lag),
        ]
        notes = "".join(f'<p class="planner-source">{escape(str(each))}</p>' for each in told)
        pairs = (
            ("origin", "lag"), ("horizon", "weight"), ("base_from", "base_to"), ("low", "high"), ("owner", "deputy"),
        )  # fmt: skip
        read = widgets.HBox(
            [widgets.Label(str(words.READ)), *self.ages.values()],
            layout=widgets.Layout(flex_flow="row wrap", grid_gap="0 12px"),
        )
        return [
            widgets.HTML(notes),
            *(self.controls[each] for each in LINES[:2]),
            *(grid([self.controls[each] for each in pair], "15em") for pair in pairs),
            self.controls["sample"],
            read,
            *(self.controls[each] for each in LINES[2:]),
            self._picture,
            widgets.HBox([*self.instead.values(), self.remove], layout=widgets.Layout(flex_flow="row wrap")),
        ]

    def _changed(self, field: str) -> None:
        if self._showing:
            return
        if field == "ages":
            self._edit(field, [age for age, control in self.ages.items() if control.value])
            return
        control = self.controls[field]
        if isinstance(control, Amount):
            self._edit(field, control.amount)
        elif field in WHO:
            self._edit(field, value_of(control, self._names))
        else:
            self._edit(field, control.value[:MOST_LINE] if isinstance(control, widgets.Text) else control.value)

    def show(self, row: Row, issues: int) -> None:
        """Show a row as it stands in the plan, and how much is found in it."""
        self._showing = True
        for field, control in self.controls.items():
            value = getattr(row, field)
            if field == "origin":
                offer(control, {None: words.OPEN} | {each: ORIGINS[each] for each in _origins(row)}, value)
            elif field == "horizon":
                offer(control, words.HORIZONS, value)
            elif isinstance(control, Amount):
                control.show(value)
            elif field in WHO:
                show_in(control, self._names, value)
            else:
                control.value = value
        for age, control in self.ages.items():
            control.value = age in row.ages
        self._showing = False
        self._row, self._issues = row, issues
        self._fold()

    def _fold(self) -> None:
        """Open or shut; a head says how the measure stands, and the picture is drawn only where it is seen."""
        said = words.ROW_ISSUES if self._issues else words.ROW
        known = self._row.known
        self.head.description = self.head.tooltip = str(
            said.format(
                sign=OPENED if self.head.value else SHUT, name=known.name, weight=self._row.weight,
                sort=SORTS[known.sort], count=self._issues,
            )
        )  # fmt: skip
        self._body.layout.display = None if self.head.value else "none"
        target = (self._row.low, self._row.high)
        if self.head.value and target != self._drawn:
            self._picture.value, self._drawn = picture_html(self._row, self._account, self._known), target


def _origins(row: Row) -> list[Any]:
    """Return the places a measure can come from; where a plan names another, that too, so that it can be seen."""
    return [*row.known.origins, *([row.origin] if row.origin and row.origin not in row.known.origins else [])]
