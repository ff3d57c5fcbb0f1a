"""The planner of keys: who may do what on which account, what stops when somebody is away, leaving, and lock-out."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import ClassVar

import ipywidgets as widgets

from playbook.controls import tick, wide
from playbook.facts import Facts
from playbook.fields import ManyOf, people
from playbook.governance import form_words as words
from playbook.governance.analysis.keyring import as_keys, called
from playbook.governance.form import GovernancePlanner, Others
from playbook.governance.keyed import codeless, locked, logged_out
from playbook.governance.keys import MAY, LeaveStep
from playbook.governance.parts_planners import fields, offered, told
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import accounts_said
from playbook.governance.words import ACTS, RIGHTS
from playbook.language import Text, join, same
from playbook.parts_planner import Group
from playbook.persons import known_as, person
from playbook.planners import ALL, STYLE, Asked, Desk

TABLE = """<style>
.gov-keys { border-collapse: collapse; font-size: .9em; line-height: 1.35; }
.gov-keys th, .gov-keys td { border: 1px solid var(--jp-border-color2, #cbd2d9); padding: .2em .5em; text-align: left;
  vertical-align: top; }
.gov-keys-wide { overflow-x: auto; max-width: 100%; }
</style>"""


class KeysPlanner(GovernancePlanner):
    """Settle the permission table, an account at a time: a line a person, a box a right."""

    parts: ClassVar[tuple[str, ...]] = ("keys", "two_steps", "leaving", "lockout")

    def __init__(
        self, desk: Desk[GovernancePlan], known: Facts, asked: Asked = ALL, others: Others | None = None
    ) -> None:
        self.account = widgets.Dropdown(
            options=[(each.name, each.id) for each in known.company.accounts], description=str(words.ACCOUNT),
            **wide("initial"),
        )  # fmt: skip
        self.two_steps = tick(words.TWO_STEPS)
        self.rights: dict[tuple[str, str], ManyOf] = {}  # by account and person
        self.name = widgets.Text(placeholder=str(words.NAME_ASKS), layout=widgets.Layout(width="auto"))
        self.add = widgets.Button(description=str(words.ADD_PERSON), layout={"width": "auto"})
        self.away = widgets.Dropdown(options=[("", "")], description=str(words.AWAY), **wide("initial"))
        self.today = widgets.Button(description=str(words.TAKE_TODAY), layout={"width": "auto"})
        self.today.on_click(lambda _: self.take_today())
        self._added: list[str] = []
        self._people, self._stops, self._table = widgets.VBox(), widgets.HTML(), widgets.HTML()
        super().__init__(desk, known, asked, others)
        self.account.observe(lambda _: self._chosen(), "value")
        self.away.observe(lambda _: self._chosen(), "value")
        self.two_steps.observe(lambda change: self._secured(on=change["new"]), "value")
        self.add.on_click(lambda _: self.put_person())

    def grouped(self, known: Facts) -> list[Group]:
        """Return the groups beneath the table: leaving, and lock-out."""
        names, acts = people(known.company), offered(ACTS)
        return [
            Group("leaving", words.HEADS["leaving"], fields(
                act=("act", acts), within=("within_hours", 720), by=("by", names),
            ), LeaveStep, words.ADDS["leaving"], [LeaveStep(act=each) for each in ACTS], words.BEGIN["leaving"],
            lambda each: told(acts[each.act], person(each.by, known))),
            Group("lockout", words.HEADS["lockout"], fields(
                call=("call", names), deputy=("lock_deputy", names), proof=("proof", None), where=("where", None),
                meanwhile=("meanwhile", None),
            )),
        ]  # fmt: skip

    def above(self) -> list[widgets.Widget]:
        """Return the table: whose account, a line a person, and another name."""
        picking = widgets.HBox([self.name, self.add], layout=widgets.Layout(flex_flow="row wrap"))
        today = [self.today] if self.facts.keys is not None else []
        return [*today, self.account, self.two_steps, self._people, picking]

    def aside(self) -> list[widgets.Widget]:
        """Return who may do what on all accounts, and what stops without somebody."""
        return [self._table, self.away, self._stops]

    # ---- what is changed

    def _chosen(self) -> None:
        if not self._showing:
            self._refresh()

    def _secured(self, *, on: bool) -> None:
        account = self.account.value
        if self._showing:
            return
        kept = [each for each in self.plan.two_steps if each != account]
        self.set_at("two_steps", [*kept, account] if on else kept)

    def put_person(self) -> None:
        """Put another name among those who may be given rights."""
        name = self.name.value.strip()
        if name and name not in self.everybody():
            self._added.append(name)
        self.name.value = ""
        self._refresh()

    def take_today(self) -> None:
        """Fill in who holds what today, and which accounts ask for a second step, as the data have it."""
        table = self.facts.keys
        if table is None:
            return
        card = {each.id for each in self.facts.company.people}
        keys = [
            each if each.who in card else each.model_copy(update={"who": str(called(each.who))})
            for each in as_keys(table)
        ]
        secured = [str(each) for each in table.loc[table["two_steps"].fillna(value=False), "account"].drop_duplicates()]
        self._change(lambda plan: plan.model_copy(update={"keys": keys, "two_steps": secured}))

    def _ticked(self, account: str, who: str) -> None:
        may = list(self.rights[account, who].value)

        def update(plan: GovernancePlan) -> GovernancePlan:
            return plan.with_key(plan.held(account, who).model_copy(update={"may": may}))

        self._change(update)

    def everybody(self) -> list[str]:
        """Return those who may be given rights: the card, the team, whoever has a role or a key, and names added."""
        plan = self.plan
        named = [each.who for part in (plan.members, plan.roles, plan.keys) for each in part]
        every = [each.id for each in self.facts.company.people] + [each.strip() for each in (*named, *self._added)]
        return list({known_as(each, self.facts): each for each in reversed(every) if each}.values())[::-1]

    # ---- what is shown

    def paint(self) -> None:
        """Show the chosen account's people with their rights, and the table of all."""
        account, everybody = self.account.value, self.everybody()
        self._showing = True
        self.two_steps.value = account in self.plan.two_steps
        lines = []
        for who in everybody:
            if (account, who) not in self.rights:
                line = ManyOf(words.RIGHTS_OF.format(name=person(who, self.facts)), RIGHTS)
                line.on_change = partial(self._ticked, account, who)
                self.rights[account, who] = line
            self.rights[account, who].show(list(self.plan.held(account, who).may))
            lines.append(self.rights[account, who])
        if self._people.children != tuple(lines):
            self._people.children = tuple(lines)
        options = ((str(words.NOBODY_AWAY), ""), *((str(person(who, self.facts)), who) for who in everybody))
        if self.away.options != options:
            chosen = self.away.value
            self.away.options = options
            self.away.value = chosen if chosen in everybody else ""
        self._showing = False
        self._table.value = self._table_html(everybody)
        self._stops.value = self._stops_html(self.away.value)

    def _table_html(self, everybody: list[str]) -> str:
        """Return who may do what: a row an account, a column a person who has any right."""
        shown = [who for who in everybody if any(each.who == who and each.may for each in self.plan.keys)]
        if not shown:
            return ""
        heads = "".join(f'<th scope="col">{escape(str(person(who, self.facts)))}</th>' for who in shown)
        rows = "".join(
            f'<tr><th scope="row">{escape(each.name)}</th>'
            + "".join(f"<td>{self._cell(each.id, who)}</td>" for who in shown)
            + "</tr>"
            for each in self.facts.company.accounts
        )
        head = escape(str(words.OVERVIEW))
        table = f'<table class="gov-keys"><tr><td></td>{heads}</tr>{rows}</table>'
        return f'{STYLE}{TABLE}<b>{head}</b><div class="gov-keys-wide">{table}</div>'

    def _cell(self, account: str, who: str) -> str:
        may = self.plan.held(account, who).may
        return escape(str(join([RIGHTS[each] for each in MAY if each in may]) if may else same("—")))

    def _stops_html(self, away: str) -> str:
        if not away:
            return ""
        who = person(away, self.facts)
        told: list[Text] = [
            words.STOPS[right] + Text("：", " ") + accounts_said(accounts, self.facts)
            for right, accounts in locked(self.plan, away, self.facts).items()
            if accounts and right not in {"password", "phone"}
        ]
        out = logged_out(self.plan, away, self.facts)
        if out:
            told.insert(0, words.LOCKED + Text("：", " ") + accounts_said(out, self.facts))
        if unreached := codeless(self.plan, away, self.facts):
            told.append(words.CODELESS + Text("：", " ") + accounts_said(unreached, self.facts))
        said = (
            words.STOPPED.format(who=who, what=join(told, "；", "; ")) if told else words.NOTHING_STOPS.format(who=who)
        )
        return f'<p class="planner-notice" role="status">{escape(str(said))}</p>'
