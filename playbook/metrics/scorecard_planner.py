"""The planner of scorecards: an account at a time, its measures with their latest weeks, and what is found in them."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.company import KINDS
from playbook.controls import beside, grid, wide
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.metrics import words
from playbook.metrics.comparing import YEAR
from playbook.metrics.edits import changed, fresh_row, instead
from playbook.metrics.held import unlike_stances
from playbook.metrics.measures import MEASURES, SORTS, MeasureName, fitting
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.review import review_card
from playbook.metrics.row_form import TYPED, RowForm
from playbook.metrics.scorecard import MOST_ROWS, Scorecard
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps

DATES = {"judged_from": words.JUDGED_FROM, "judged_to": words.JUDGED_TO, "verdict_on": words.VERDICT_ON}


class ScorecardPlanner(Planner[MetricsPlan]):
    """Choose what counts for one account after another; vanity is refused with its reason and what to take instead."""

    def __init__(self, desk: Desk[MetricsPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least, self._showing = asked.least, False
        accounts = asked.accounts or tuple(each.id for each in known.company.accounts)
        whole = wide("initial")
        self.account = widgets.Dropdown(
            options=[(known.company.account(each).name, each) for each in accounts],
            description=str(words.ACCOUNT), **whole,
        )  # fmt: skip
        self.dates = {name: widgets.DatePicker(description=str(said), **wide("9em")) for name, said in DATES.items()}
        self.year_ago = _button(words.YEAR_AGO)
        self.measure = widgets.Dropdown(description=str(words.MEASURE), **wide("initial"))
        self.add = _button(words.ADD)
        self.forms: dict[tuple[str, str], RowForm] = {}  # by account and measure
        self._refused, self._rows = widgets.VBox(), widgets.VBox()
        self._suggested, self._weighed = widgets.HTML(), widgets.HTML()
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self._stances = StancePlanner(desk, known, asked.stances, accounts[0]) if asked.stances else None
        super().__init__(desk, known, "scorecard")
        picking = widgets.HBox([self.measure, self.add], layout=widgets.Layout(flex_flow="row wrap"))
        left = [
            self.account, grid([*self.dates.values()], "17em"), self._suggested, picking, self._refused, self._weighed,
            self._rows, self.year_ago, bar,
        ]  # fmt: skip
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(known.caption))}</p>')
        body = beside(left, [self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)
        self.account.observe(lambda _: self._account_chosen(), "value")
        self.add.on_click(lambda _: self.put(self.measure.value))
        self.year_ago.on_click(lambda _: self.base_year_ago())
        for name, control in self.dates.items():
            control.observe(lambda change, name=name: self._dated(name, change["new"]), "value")

    @property
    def card(self) -> Scorecard:
        """Return the card of the chosen account."""
        return self.plan.card(self.account.value)

    # ---- what is changed

    def _account_chosen(self) -> None:
        if self._showing:
            return
        self._refused.children = ()
        if self._stances:
            self._stances.look_at(self.account.value)
        self._refresh()

    def put(self, measure: MeasureName | None) -> None:
        """Put a measure on the card, with what is usual of it; one that says little is refused."""
        if measure is None or self.card.of(measure):
            return
        known = MEASURES[measure]
        if known.refused is not None:
            self._refuse(measure)
            return
        if len(self.card.rows) >= MOST_ROWS:
            self._refused.children = (_notice(words.FULL.format(most=MOST_ROWS)),)
            return
        self._refused.children = ()
        account = self.account.value
        self.forms.pop((account, measure), None)
        self._form(account, measure).head.value = True
        self._card(account, lambda card: card.model_copy(update={"rows": [*card.rows, fresh_row(measure)]}))

    def _refuse(self, measure: MeasureName) -> None:
        known = MEASURES[measure]
        others = join([MEASURES[each].name for each in known.instead])
        said = words.NO.format(name=known.name, why=known.refused, instead=others)
        buttons = []
        for each in known.instead:
            button = _button(words.TAKE.format(name=MEASURES[each].name))
            button.on_click(lambda _, each=each: self._take_instead(each))
            buttons.append(button)
        self._refused.children = (_notice(said), widgets.HBox(buttons, layout={"flex_flow": "row wrap"}))

    def _take_instead(self, measure: MeasureName) -> None:
        """Put another measure on the card; the button that was pressed goes, so the focus moves to one that stays."""
        self.put(measure)
        self.add.focus()

    def base_year_ago(self) -> None:
        """Give every measure the same weeks of the year before as its base."""
        card = self.card
        if card.judged_from is None or card.judged_to is None:
            return
        first, last = (day - timedelta(days=YEAR) for day in (card.judged_from, card.judged_to))
        rows = [row.model_copy(update={"base_from": first, "base_to": last}) for row in card.rows]
        self._card(card.account, lambda now: now.model_copy(update={"rows": rows}))

    def _dated(self, name: str, day: date | None) -> None:
        if not self._showing:
            self._card(self.account.value, lambda card: card.model_copy(update={name: day}))

    def _edit(self, account: str, measure: MeasureName, field: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        def update(card: Scorecard) -> Scorecard:
            rows = [changed(row, field, value) if row.measure == measure else row for row in card.rows]
            return card.model_copy(update={"rows": rows})

        self._card(account, update, step=f"{account}/{measure}/{field}" if field in TYPED else "")

    def _swap(self, account: str, measure: MeasureName, other: MeasureName | None) -> None:
        """Take a measure off the card, or put another in its place: with the same weight, owner and base."""

        def update(card: Scorecard) -> Scorecard:
            keep = other if other and card.of(other) is None else None
            rows = [instead(row, keep) if row.measure == measure else row for row in card.rows]
            return card.model_copy(update={"rows": [row for row in rows if row is not None]})

        if other:
            self._form(account, other).head.value = True
        self._card(account, update)
        self.add.focus()

    def _card(self, account: str, update: Any, step: str = "") -> None:  # noqa: ANN401 - from a card to a card
        self._change(lambda plan: plan.with_card(update(plan.card(account))), step=step)

    def _restored(self, plan: MetricsPlan) -> MetricsPlan:
        """Give back the cards; all else of the plan stays."""
        return self.plan.model_copy(update={"scorecards": plan.scorecards})

    # ---- what is shown

    def _review(self) -> list[Finding]:
        """Return what is found on the chosen account's card, and where any card is unlike a stance."""
        card = self.card
        others = {each.account for each in self.plan.scorecards} - {card.account}
        held = [each for each in unlike_stances(self.plan, self.facts) if not others & _accounts(each)]
        return [*review_card(card, self.facts), *(each for each in held if not {"report", "pay"} & set(each.at))]

    def _clear(self) -> Text:
        count = len(self.card.rows)
        if not count:
            return words.EMPTY_CARD.format(name=self.facts.company.account(self.account.value).name)
        return NOTHING_FOUND if count >= self._least else words.SO_FAR.format(missing=self._least - count)

    def _form(self, account: str, measure: MeasureName) -> RowForm:
        if (account, measure) not in self.forms:
            edit, swap = partial(self._edit, account, measure), partial(self._swap, account, measure)
            self.forms[account, measure] = RowForm(measure, account, self.facts, edit, swap)
        return self.forms[account, measure]

    def _show(self, findings: list[Finding]) -> None:
        card = self.card
        self._showing = True
        self._show_accounts()
        for name, control in self.dates.items():
            control.value = getattr(card, name)
        self._offer(card)
        issues = Counter(at for each in findings for at in each.at)
        forms = [self._form(card.account, row.measure) for row in card.rows]
        for form, row in zip(forms, card.rows, strict=True):
            form.show(row, issues[f"{card.account}/{row.measure}"])
        if self._rows.children != tuple(forms):
            self._rows.children = tuple(forms)
        self._showing = False
        sums = {each: sum(row.weight for row in card.rows if row.horizon == each) for each in ("short", "long")}
        said = words.WEIGHED.format(total=sum(row.weight for row in card.rows), **sums)
        self._weighed.value = STYLE + (f'<p class="planner-count">{escape(str(said))}</p>' if card.rows else "")
        self.year_ago.disabled = card.judged_days is None or not card.rows
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future

    def _show_accounts(self) -> None:
        options = tuple((str(self._account_line(each)), each) for _, each in self.account.options)
        if tuple(self.account.options) != options:
            chosen = self.account.value
            with self.account.hold_sync():
                self.account.options = options
                self.account.value = chosen

    def _account_line(self, account: str) -> Text:
        name, count = self.facts.company.account(account).name, self.plan.entries(account)
        return words.COUNTED.format(name=name, count=count)

    def _offer(self, card: Scorecard) -> None:
        """Offer what is not on the card: first what fits the account, then the rest, last what is refused."""
        kind = self.facts.company.account(card.account).kind
        fit = [each for each in fitting(kind) if card.of(each.id) is None]
        rest = [each for each in MEASURES.values() if each not in fit and card.of(each.id) is None]
        rest.sort(key=lambda each: each.refused is not None)
        options = tuple(
            [(str(words.OFFERED.format(name=each.name, sort=SORTS[each.sort])), each.id) for each in fit]
            + [
                (str((words.REFUSED if each.refused else words.NOT_OURS).format(name=each.name)), each.id)
                for each in rest
            ]
        )
        if tuple(self.measure.options) != options:
            chosen = self.measure.value
            self.measure.options = options
            ids = [each for _, each in options]
            self.measure.value = chosen if chosen in ids else next(iter(ids), None)
        named = {sort: join([each.name for each in fit if each.sort == sort]) for sort in ("outcome", "leading")}
        lists = {sort: said if said.zh else words.NONE_LEFT for sort, said in named.items()}
        said = words.SUGGESTED.format(kind=KINDS[kind], outcomes=lists["outcome"], leading=lists["leading"])
        self._suggested.value = f'{STYLE}<p class="planner-source">{escape(str(said))}</p>'


def _accounts(finding: Finding) -> set[str]:
    return {at.partition("/")[0] for at in finding.at}


def _button(said: Text) -> widgets.Button:
    return widgets.Button(description=str(said), layout=widgets.Layout(width="auto"))


def _notice(said: Text) -> widgets.HTML:
    return widgets.HTML(f'<p class="planner-notice" role="status">{escape(str(said))}</p>')
