"""Lists that a learner adds to: places, tools, peers, changes; a row each, and a button for another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import ipywidgets as widgets

from playbook.company import Company
from playbook.controls import choice, grid, line, number, offer, tick, wide
from playbook.language import Text
from playbook.plans import Part

Options = Mapping[Any, Text]
Field = Options | int | Company | tuple[str, ...] | Literal["date"] | None
NOTHING = Text("", "")
REMOVE = Text("去掉", "Remove")
LONGEST, MOST = 200, 40  # characters of a line; rows


class Person(widgets.Combobox):  # type: ignore[misc]  # ipywidgets has no types
    """Somebody: a name of the company card, which stands for its id, or one that is not on it, as it is written."""

    def __init__(self, label: Text, company: Company) -> None:
        self._ids = {each.name: each.id for each in company.people}
        super().__init__(options=list(self._ids), description=str(label), **wide())

    @property
    def who(self) -> str:
        """Return the id of whoever is named, or the name as it stands."""
        written = self.value.strip()
        return self._ids.get(written, written)

    def show(self, who: str) -> None:
        """Show somebody by id or name; what says the same is left as it is written."""
        if who != self.who:
            names = {each: name for name, each in self._ids.items()}
            self.value = names.get(who, who)


class PartRows(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Rows of one kind of part. `fields` gives each field's label and, by what it holds, its control.

    A field is a line (None), a box to tick (True), a whole number up to so many (an int), a day ("date"), somebody (the
    company whose card names people), a line with suggestions (a tuple), or a choice (a mapping). `edit` is told of the
    whole list at every change, and whether it was written letter by letter; fields without a control stay as they are.
    """

    def __init__(
        self,
        part: type[Part],
        fields: Mapping[str, tuple[Text, Field]],
        add: Text,
        edit: Callable[[list[Part], bool], None],
    ) -> None:
        self._part, self._fields, self._edit, self._showing = part, fields, edit, False
        self._shown: Sequence[Part] = ()
        self.rows: list[dict[str, widgets.Widget]] = []
        self._open = widgets.VBox()
        self.add = widgets.Button(description=str(add), layout={"width": "auto"})
        self.add.on_click(lambda _: self._told([*self._parts(), part()], typed=False))
        super().__init__([self._open, self.add])

    def show(self, parts: Sequence[Any]) -> None:
        """Show the list as it stands in the plan; controls that are there already are kept."""
        self._showing = True
        self._shown = parts
        if len(parts) != len(self.rows):
            self.rows = [self._row() for _ in parts]
            self._open.children = [self._laid(place, row) for place, row in enumerate(self.rows)]
        for row, each in zip(self.rows, parts, strict=True):
            for name, control in row.items():
                value, options = getattr(each, name), self._fields[name][1]
                if isinstance(options, Mapping):
                    offer(control, options, value)
                elif isinstance(control, Person):
                    control.show(value)
                else:
                    control.value = value
        self.add.disabled = len(parts) >= MOST
        self._showing = False

    def _row(self) -> dict[str, widgets.Widget]:
        row = {name: self._control(name) for name in self._fields}
        for name, control in row.items():
            typed = isinstance(control, widgets.Text)
            control.observe(lambda _, typed=typed: self._changed(typed), "value")
            if not isinstance(control, widgets.Checkbox):
                control.description = str(self._fields[name][0])
        return row

    def _control(self, name: str) -> widgets.Widget:
        label, options = self._fields[name]
        if isinstance(options, Mapping):
            return choice(label)
        if isinstance(options, Company):
            return Person(label, options)
        if isinstance(options, tuple):
            return widgets.Combobox(options=options, **wide())
        if options == "date":
            return widgets.DatePicker(**wide())
        if options is None:
            return line(label, NOTHING)
        return tick(label) if options is True else number(label, options)

    def _laid(self, place: int, row: dict[str, widgets.Widget]) -> widgets.VBox:
        away = widgets.Button(description=str(REMOVE), layout={"width": "auto"})
        away.on_click(lambda _: self._told([each for at, each in enumerate(self._parts()) if at != place], typed=False))
        return widgets.VBox([grid([*row.values()], "14em"), away])

    def _parts(self) -> list[Part]:
        return [
            each.model_copy(update={name: self._value(control) for name, control in row.items()})
            for each, row in zip(self._shown, self.rows, strict=True)
        ]

    @staticmethod
    def _value(control: widgets.Widget) -> Any:  # noqa: ANN401 - whatever the control holds
        if isinstance(control, Person):
            return control.who[:LONGEST]
        return control.value[:LONGEST] if isinstance(control, widgets.Text) else control.value

    def _changed(self, typed: bool) -> None:
        if not self._showing:
            self._told(self._parts(), typed=typed)

    def _told(self, parts: list[Part], *, typed: bool) -> None:
        self._edit(parts[:MOST], typed)
