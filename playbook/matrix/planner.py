"""The planner of the matrix: a board of accounts with arrows, the form of the chosen one, figures and findings."""

from __future__ import annotations

from collections import Counter
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.facts import Facts, facts
from playbook.language import Text
from playbook.matrix.board import MatrixBoard
from playbook.matrix.form import TYPED, AccountForm
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.matrix.register import accounts_of, registered
from playbook.matrix.relay import matrix_reach
from playbook.matrix.review import review
from playbook.matrix.words import (
    ASKED,
    EMPTY,
    FINE_SO_FAR,
    SAID_OF_PEOPLE,
    TAKE_OVER,
    TAKEN,
    TAKES,
    WORDS,
    card,
    card_label,
    figures,
    has_place,
    redrawn,
    relay_label,
    span,
)
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner, open_planner
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner, decide_in, topics_to_decide


class MatrixPlanner(Planner[MatrixPlan]):
    """Decide on one account at a time, and draw who relays whom; a matrix is the whole company's."""

    def __init__(self, desk: Desk[MatrixPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least = asked.least
        self._showing = False
        self._register = registered(known)
        self._adds: dict[str, tuple[int, int, int]] = {}
        every = accounts_of(known, desk.plan)
        first = next((each for each in (*asked.accounts, known.main) if each in every), every[0])
        self.board = MatrixBoard(words={key: str(text) for key, text in WORDS.items()}, chosen=first)
        self._forms: dict[str, AccountForm] = {}  # by account: what is typed late still lands where it was typed
        self._open = widgets.VBox()
        self.take_over = widgets.Button(description=str(TAKE_OVER), tooltip=str(TAKES), layout={"width": "auto"})
        self.asked = widgets.Checkbox(
            description=str(ASKED), indent=False, layout={"width": "auto", "max_width": "100%"}
        )
        self._figures = widgets.HTML()
        self._stances = StancePlanner(desk, known, asked.stances, known.main) if asked.stances else None
        super().__init__(desk, known, "matrix")
        self._lay_out()
        self.board.observe(self._redrawn, "arrows")
        self.board.observe(self._account_chosen, "chosen")
        self.board.on_action(lambda action: {"undo": self.undo, "redo": self.redo}[action]())
        self.take_over.on_click(lambda _: self._take_over())
        self.asked.observe(self._platform_asked, "value")

    def _lay_out(self) -> None:
        draft = widgets.HTML(f'<span class="planner-source">{escape(str(TAKES))}</span>')
        begin = widgets.HBox([self.take_over, draft], layout={"flex_flow": "row wrap", "align_items": "center"})
        left = widgets.VBox(
            [*([begin] if self._register else []), self.board, self._open, self.asked],
            layout={"flex": "1 1 560px", "min_width": "280px"},
        )
        beside = widgets.VBox(
            [self._figures, self._findings, self._note],
            layout={"flex": "1 1 260px", "min_width": "240px", "padding": "0 0 0 12px"},
        )
        body = widgets.HBox([left, beside], layout={"flex_flow": "row wrap", "align_items": "flex-start"})
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(self.facts.caption))}</p>')
        self.children = (body, *([self._stances] if self._stances else []), whose)

    @property
    def form(self) -> AccountForm:
        """Return the form of the chosen account; each account has one of its own."""
        chosen = self.board.chosen
        if chosen not in self._forms:
            self._forms[chosen] = AccountForm(self.facts, partial(self._edit, chosen), self._relay_says)
        return self._forms[chosen]

    # ---- what is changed

    def _account_chosen(self, _: object) -> None:
        if not self._showing:
            self._refresh()

    def _redrawn(self, change: dict[str, Any]) -> None:
        """Take the arrows as the board has them; a relay that stays keeps what it says."""
        if self._showing:
            return

        def update(plan: MatrixPlan) -> MatrixPlan:
            kept = {relay.at: relay for relay in plan.relays}
            drawn = [Relay(by=by, of=of, when=when) for by, of, when in change["new"]]
            relays = [kept.get(each.at, each).model_copy(update={"when": each.when}) for each in drawn]
            self.board.done = str(redrawn(plan.relays, relays, self.facts))
            return _with(plan, relays=relays)

        self._change(update)

    def _edit(self, account: str, field: str, value: Any) -> None:  # noqa: ANN401 - whatever the control holds
        """Take a change of an account’s form; without a fate the account has no place."""

        def update(plan: MatrixPlan) -> MatrixPlan:
            if field == "fate" and value is None:
                return _with(plan, places=[each for each in plan.places if each.account != account])
            place = plan.of(account).model_copy(update={field: value})
            if has_place(plan, account):
                return _with(plan, places=[place if each.account == account else each for each in plan.places])
            return _with(plan, places=[*plan.places, place])

        self._change(update, remember=field not in TYPED)

    def _relay_says(self, at: str, words: str) -> None:
        def update(plan: MatrixPlan) -> MatrixPlan:
            said = {"adds": words}
            return _with(plan, relays=[each.model_copy(update=said) if each.at == at else each for each in plan.relays])

        self._change(update, remember=False)

    def _take_over(self) -> None:
        """Give each account of the register that has no place yet the one the register knows."""

        def update(plan: MatrixPlan) -> MatrixPlan:
            fresh = [each.place for name, each in self._register.items() if not has_place(plan, name)]
            self.board.done = str(TAKEN.format(count=len(fresh)))
            return _with(plan, places=[*plan.places, *fresh])

        self._change(update)

    def _platform_asked(self, change: dict[str, Any]) -> None:
        if not self._showing:
            self._change(lambda plan: plan.model_copy(update={"platform_asked": change["new"]}))

    def _restored(self, plan: MatrixPlan) -> MatrixPlan:
        """Give back what was decided; what is written, and the stances, are not undone with it."""
        now = self.plan
        before = {place.account for place in plan.places}
        words = {relay.at: relay.adds for relay in now.relays}
        return _with(
            now,
            places=[
                *(_rewritten(place, now.of(place.account)) if has_place(now, place.account) else place
                  for place in plan.places),
                *(place for place in now.places if place.account not in before and _written(place)),
            ],
            relays=[each.model_copy(update={"adds": words.get(each.at, each.adds)}) for each in plan.relays],
            platform_asked=plan.platform_asked,
        )  # fmt: skip

    # ---- what is shown

    def _review(self) -> list[Finding]:
        return review(self.plan, self.facts)

    def _clear(self) -> Text:
        if not self.plan.places:
            return EMPTY
        missing = self._least - len(self.plan.places)
        return NOTHING_FOUND if missing <= 0 else FINE_SO_FAR.format(missing=missing)

    def _show(self, findings: list[Finding]) -> None:
        plan, every = self.plan, accounts_of(self.facts, self.plan)
        reach = matrix_reach(self.facts, plan)
        self._adds = reach.adds if reach else {}
        said = "".join(f'<p class="planner-count">{escape(str(each))}</p>' for each in figures(plan, self.facts, reach))
        self._figures.value = f'{STYLE}<div class="planner-figures">{said}</div>'
        self._showing = True
        self.take_over.disabled = all(has_place(plan, each) for each in self._register)
        self.asked.value = plan.platform_asked
        self._show_board(every, Counter(at for finding in findings for at in set(finding.at)))
        chosen = self.board.chosen
        self._open.children = (self.form,)
        self.form.show(plan, chosen, every, self._register.get(chosen))
        own = [relay for relay in plan.relays if relay.by == chosen]
        self.form.show_relays(own, {at: span(adds) for at, adds in self._adds.items()})
        self._showing = False

    def _show_board(self, every: list[str], issues: Counter[str]) -> None:
        plan, known = self.plan, self.facts
        labels = {each: card_label(plan, each, known, issues[each]) for each in every}
        labels |= {each.at: relay_label(each, known, self._adds.get(each.at), issues[each.at]) for each in plan.relays}
        with self.board.hold_sync():
            if self.board.chosen not in every:
                self.board.chosen = every[0]
            self.board.cards = [card(plan, each, known) for each in every]
            self.board.arrows = [[each.by, each.of, each.when] for each in plan.relays]
            self.board.flagged = [at for at in labels if issues[at]]
            self.board.labels = {at: str(text) for at, text in labels.items()}
            self.board.notes = {
                at: str(SAID_OF_PEOPLE.format(range=span(adds))) for at, adds in self._adds.items() if at in labels
            }


def _with(plan: MatrixPlan, **changes: object) -> MatrixPlan:
    """Return the plan with these fields, checked as a whole."""
    return MatrixPlan.model_validate({name: getattr(plan, name) for name in MatrixPlan.model_fields} | changes)


def _rewritten(place: Place, now: Place) -> Place:
    """Return an earlier place with what is written in the present one."""
    return place.model_copy(update={field: getattr(now, field) for field in TYPED})


def _written(place: Place) -> bool:
    return any(getattr(place, field) for field in TYPED)


def plan_matrix(known: Facts | None = None, least: int = 0, *, stances: bool = False) -> Planner[MatrixPlan]:
    """Open the planner of the matrix on the company's own facts (else the sample's), where the learner left off.

    `least` is how many accounts the page asks to decide on; with `stances` the company's stances are taken beneath.
    """
    bearing = known or facts()
    asked = Asked(least=least, stances=topics_to_decide(MatrixPlan.system) if stances else ())
    return open_planner(MatrixPlan, MatrixPlan, lambda desk: MatrixPlanner(desk, bearing, asked))


def decide(topic: str, known: Facts | None = None) -> Planner[MatrixPlan]:
    """Ask for the stance on one topic; it goes into the plan of the matrix."""
    return decide_in(MatrixPlan, topic, known)
