"""The planner of the company card: its name, its accounts, and who is on duty when."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.company import KINDS, Account, Company, Shift
from playbook.facts import Facts, facts, first_card
from playbook.language import Text
from playbook.planners import Desk, Planner, open_planner
from playbook.plans import PlanError, read_plan
from playbook.rules import Finding
from playbook.week import DAYS

NAME = Text("公司", "Company")
OPEN = Text("公司卡：{name}（点开修改）", "Company card: {name} (open to edit)")
UNDO = Text("撤销", "Undo")
AFRESH = Text("恢复原样", "Restore the original card")
ACCOUNTS = Text("账号", "Accounts")
PEOPLE = Text(
    "值班（一行一个班次；同名的算同一个人）", "On duty (one line per shift; use the same name for the same person)"
)
ADD_ACCOUNT, ADD_SHIFT = Text("加一个账号", "Add an account"), Text("加一个班次", "Add a shift")
REMOVE = Text("去掉", "Remove")
NOT_YET = Text("还不能保存：{why}", "Not saved yet: {why}")
UNFINISHED = Text(
    "公司名、账号名、人名都要填，每个班次至少选一天，而且下班要晚于上班。",
    "Fill in every name, choose at least a day for each shift, and let it end after it begins.",
)
NEW_ACCOUNT, NEW_PERSON = Text("新账号", "New account"), Text("新同事", "New colleague")


class CompanyPlanner(Planner[Company]):
    """Edit the card; every change that makes sense is saved, and the others say what is missing."""

    def __init__(self, desk: Desk[Company], known: Facts) -> None:
        self._name = widgets.Text(value=desk.plan.name, description=str(NAME))
        self._accounts = _Rows(ADD_ACCOUNT, lambda: _account_row(None), self._edited)
        self._shifts = _Rows(ADD_SHIFT, lambda: _shift_row(str(NEW_PERSON), None), self._edited)
        self._showing = False
        self._card = widgets.Accordion()  # folded shut: on a first reading there is nothing to change
        super().__init__(desk, known, "card")
        self._name.observe(self._edited, "value")
        self._card.children = (self._parts(),)
        self._entitle()
        self.set_trait("children", (self._card,))

    def _entitle(self) -> None:
        self._card.titles = (str(OPEN.format(name=self.plan.name)),)

    def _parts(self) -> widgets.VBox:
        back = widgets.Button(description=str(UNDO))
        fresh = widgets.Button(description=str(AFRESH), layout=widgets.Layout(width="auto"))
        back.on_click(lambda _: self.undo())
        fresh.on_click(lambda _: self._change(lambda _: first_card()))
        parts = [
            widgets.HBox([back, fresh]),
            self._name,
            widgets.HTML(f"<b>{escape(str(ACCOUNTS))}</b>"),
            self._accounts,
            widgets.HTML(f"<b>{escape(str(PEOPLE))}</b>"),
            self._shifts,
            self._note,
        ]
        return widgets.VBox(parts)

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - a card has no findings yet
        """Fill the rows anew only where they say something else (after an undo), so that typing is not disturbed."""
        self._entitle()
        if self._written() == self.plan.model_dump(mode="json", exclude={"format"}):
            return
        self._showing = True
        self._name.value = self.plan.name
        self._accounts.fill([_account_row(each) for each in self.plan.accounts])
        self._shifts.fill([_shift_row(each.name, shift, each.id) for each in self.plan.people for shift in each.duty])
        self._showing = False

    def _edited(self, _: object = None) -> None:
        if self._showing:
            return
        try:
            card = read_plan(Company, self._written())
            self._change(lambda _: card)
        except PlanError:
            self._note.value = f'<p class="planner-notice">{escape(str(NOT_YET.format(why=UNFINISHED)))}</p>'

    def _written(self) -> dict[str, Any]:
        """Return the card as the controls stand; an account keeps its id, which plans refer to."""
        used = {row.identity for row in self._accounts.rows if row.identity}
        accounts = []
        for row in self._accounts.rows:
            row.identity = row.identity or _fresh_id(used)
            used.add(row.identity)
            accounts.append({"id": row.identity, "name": row.words.value, "kind": row.kind.value})
        people: dict[str, dict[str, Any]] = {}
        used = {row.identity for row in self._shifts.rows if row.identity}
        for row in self._shifts.rows:
            name = row.words.value.strip()
            if name not in people:
                taken = {person["id"] for person in people.values()}
                row.identity = row.identity if row.identity and row.identity not in taken else _fresh_id(used | taken)
                people[name] = {"id": row.identity, "name": name, "duty": []}
            person = people[name]
            days = [day for day, button in enumerate(row.days, start=1) if button.value]
            person["duty"].append({"days": days, "start": row.span.value[0], "end": row.span.value[1]})
        return {"name": self._name.value, "accounts": accounts, "people": list(people.values())}


class _Rows(widgets.VBox):  # type: ignore[misc]  # ipywidgets has no types
    """Rows of controls of which more can be added and each can be removed."""

    def __init__(self, add: Text, fresh: Callable[[], Any], changed: Callable[[], None]) -> None:
        self._fresh, self._changed = fresh, changed
        self._add = widgets.Button(description=str(add), icon="plus")
        self._add.on_click(lambda _: self._set([*self.rows, self._fresh()], tell=True))
        self.rows: list[Any] = []
        super().__init__([self._add])

    def fill(self, rows: list[Any]) -> None:
        """Show these rows."""
        self._set(rows, tell=False)

    def _set(self, rows: list[Any], *, tell: bool) -> None:
        for row in rows:
            if row not in self.rows:
                row.listen(
                    self._changed,
                    lambda _, gone=row: self._set([each for each in self.rows if each is not gone], tell=True),
                )
        self.rows = rows
        self.children = (*rows, self._add)
        if tell:
            self._changed()


class _Row(widgets.HBox):  # type: ignore[misc]  # ipywidgets has no types
    """One line of controls: `words` is its name, `identity` the id that plans know it by."""

    def __init__(self, words: str, controls: list[widgets.Widget], identity: str = "") -> None:
        self.identity = identity
        self.words = widgets.Text(value=words, layout=widgets.Layout(width="11em"))
        self._controls = [self.words, *controls]
        self._remove = widgets.Button(description=str(REMOVE), layout=widgets.Layout(width="6em"))
        super().__init__(
            [*self._controls, self._remove], layout=widgets.Layout(flex_flow="row wrap", margin="0 0 4px 0")
        )

    def listen(self, changed: Callable[[], None], removed: Callable[[object], None]) -> None:
        """Call `changed` at every change of a control and `removed` when the row is to go."""
        for control in self._controls:
            control.observe(lambda _: changed(), "value")
        self._remove.on_click(removed)


def _account_row(account: Account | None) -> _Row:
    kind = widgets.Dropdown(
        options=[(str(text), name) for name, text in KINDS.items()],
        value=account.kind if account else "brand",
        layout=widgets.Layout(width="11em"),
    )
    row = _Row(account.name if account else str(NEW_ACCOUNT), [kind], account.id if account else "")
    row.kind = kind
    return row


def _shift_row(name: str, shift: Shift | None, identity: str = "") -> _Row:
    on = shift.days if shift else [1, 2, 3, 4, 5]
    days = [
        widgets.ToggleButton(value=day in on, description=str(text), layout=widgets.Layout(width="4.4em"))
        for day, text in enumerate(DAYS, start=1)
    ]
    span = widgets.IntRangeSlider(
        value=(shift.start, shift.end) if shift else (9, 18), min=0, max=24, layout=widgets.Layout(width="15em")
    )
    row = _Row(name, [*days, span], identity)
    row.days, row.span = days, span
    return row


def _fresh_id(used: set[str]) -> str:
    return next(name for number in range(1, len(used) + 2) if (name := f"a{number}") not in used)


def plan_company(known: Facts | None = None) -> Planner[Company]:
    """Open the company card where it was left: the company's own, else the sample's, to look at and to edit."""
    bearing = known or facts()
    return open_planner(Company, first_card, lambda desk: CompanyPlanner(desk, bearing))
