"""The company’s columns as lines of controls: name, the readers’ question, topic word, kind; added and removed."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from playbook.content.kinds import KINDS
from playbook.content.plan import Column, ContentPlan
from playbook.content.words import (
    ADD_COLUMN,
    COLUMN_ANSWERS,
    COLUMN_NAME,
    COLUMN_TOPIC,
    COLUMNS,
    KIND,
    NEW_KIND,
    NO_KIND,
    REMOVE,
)
from playbook.language import Text

MOST = 20  # columns
LONGEST = 200  # characters of a line
HASH = "#＃"  # belongs to a post, not to the word
Update = Callable[[ContentPlan], ContentPlan]
Change = Callable[[Update, str], None]
TYPED: dict[str, tuple[Text, str]] = {
    "name": (COLUMN_NAME, "9em"),
    "answers": (COLUMN_ANSWERS, "18em"),
    "topic": (COLUMN_TOPIC, "10em"),
}


class ColumnRows(widgets.Accordion):  # type: ignore[misc]  # ipywidgets has no types
    """The columns, folded away when there are some.

    `change` takes what to do to the plan, and where it is typed (empty: nowhere): letters typed on in one place are
    one step to take back.
    """

    def __init__(self, plan: ContentPlan, change: Change) -> None:
        self._change = change
        self._rows: dict[str, _Row] = {}
        self._kind = _kinds("", NEW_KIND)
        self.add = widgets.Button(description=str(ADD_COLUMN), icon="plus")
        self.add.on_click(lambda _: self._change(_with_one_more(self._kind.value), ""))
        self._body = widgets.VBox()
        super().__init__([self._body], selected_index=None if plan.columns else 0)
        self.show(plan)

    @property
    def rows(self) -> dict[str, _Row]:
        """Return the rows by the id of their column."""
        return self._rows

    def show(self, plan: ContentPlan) -> None:
        """Show the plan’s columns; rows that stay keep their controls, so that typing is not disturbed."""
        self.titles = (str(COLUMNS.format(count=len(plan.columns))),)
        wanted = [each.id for each in plan.columns]
        if wanted != list(self._rows) or not self._body.children:
            self._rows = {each: self._rows.get(each) or _Row(each, self._change) for each in wanted}
            last = widgets.HBox([self._kind, self.add], layout=widgets.Layout(flex_flow="row wrap"))
            self._body.children = (*self._rows.values(), last)
        self.add.disabled = len(wanted) >= MOST
        for column in plan.columns:
            self._rows[column.id].show(column)


class _Row(widgets.HBox):  # type: ignore[misc]  # ipywidgets has no types
    """One column; every change goes into the plan at once."""

    def __init__(self, column_id: str, change: Change) -> None:
        self._id, self._change, self._showing = column_id, change, False
        self.typed = {
            name: widgets.Text(placeholder=str(said), tooltip=str(said), layout=widgets.Layout(width=width))
            for name, (said, width) in TYPED.items()
        }
        self.kind = _kinds("")
        self.remove = widgets.Button(description=str(REMOVE), layout=widgets.Layout(width="6em"))
        for name, field in self.typed.items():
            field.observe(lambda change, name=name: self._put(name, change["new"][:LONGEST]), "value")
        self.kind.observe(lambda change: self._put("kind", change["new"]), "value")
        self.remove.on_click(lambda _: self._change(_without(self._id), ""))
        super().__init__(
            [*self.typed.values(), self.kind, self.remove],
            layout=widgets.Layout(flex_flow="row wrap", margin="0 0 6px 0"),
        )

    def show(self, column: Column) -> None:
        """Show what the plan says of the column."""
        self._showing = True
        for name, field in self.typed.items():
            field.value = getattr(column, name)
        if column.kind not in {value for _, value in self.kind.options}:
            self.kind.options = [*self.kind.options, (column.kind, column.kind)]
        self.kind.value = column.kind
        self._showing = False

    def _put(self, name: str, value: str) -> None:
        if self._showing:
            return
        if name == "topic" and value != (word := value.strip(HASH)):
            self.typed[name].value = word  # which comes here again, without its signs
            return

        def update(plan: ContentPlan) -> ContentPlan:
            columns = [each.model_copy(update={name: value}) if each.id == self._id else each for each in plan.columns]
            return plan.model_copy(update={"columns": columns})

        self._change(update, f"{self._id}/{name}")


def _kinds(value: str, label: Text | None = None) -> widgets.Dropdown:
    options = [(str(NO_KIND), ""), *((str(kind.name), key) for key, kind in KINDS.items())]
    made = widgets.Dropdown(options=options, value=value, tooltip=str(KIND), layout=widgets.Layout(width="12em"))
    if label is not None:
        made.description, made.style, made.layout.width = str(label), {"description_width": "initial"}, "auto"
    return made


def _with_one_more(kind: str) -> Update:
    """Add a column of a kind, called as the kind is until somebody gives it a name."""

    def update(plan: ContentPlan) -> ContentPlan:
        taken = {each.id for each in plan.columns} | {each for mix in plan.mixes for each in mix.shares}
        fresh = next(name for number in range(1, len(taken) + 2) if (name := f"c{number}") not in taken)
        named = str(KINDS[kind].name) if kind in KINDS else ""
        return plan.model_copy(update={"columns": [*plan.columns, Column(id=fresh, name=named, kind=kind)]})

    return update


def _without(gone: str) -> Update:
    """Take a column and its shares out; the other shares stay as they are, so that the sum tells what is missing."""

    def update(plan: ContentPlan) -> ContentPlan:
        mixes = [
            mix.model_copy(update={"shares": {each: share for each, share in mix.shares.items() if each != gone}})
            for mix in plan.mixes
        ]
        columns = [each for each in plan.columns if each.id != gone]
        return plan.model_copy(update={"columns": columns, "mixes": mixes})

    return update
