"""The planner of the week: slots on a grid with the audience behind it, and the findings beside it."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets
import numpy as np
import numpy.typing as npt

from playbook.conflicts import conflicts
from playbook.controls import fitting
from playbook.facts import Facts, facts
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, Asked, Desk, Planner, open_planner
from playbook.posts import tells_hours
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner, decide_in, topics_to_decide
from playbook.stances import Stance, seen_of
from playbook.timing.analysis import presence, strength
from playbook.timing.grid import WeekGrid
from playbook.timing.plan import GAP, GAPS, Slot, TimingPlan
from playbook.timing.review import review_account
from playbook.timing.suggester import Suggester
from playbook.timing.words import (
    BEHIND,
    COUNT,
    DATES_ALONE,
    EMPTY,
    FINE_SO_FAR,
    GAP_WORDS,
    MINUTES,
    WHY,
    WORDS,
    label,
    moved,
    shades,
)
from playbook.week import DAYS, clock

GAP_OF = {hours: position for position, hours in GAPS.items()}
LABEL = {"description_width": "initial"}  # as wide as its words
LONGEST = 2000  # characters of a reason
CELLS = [(day, hour) for day in range(1, 8) for hour in range(24)]


class WeekPlanner(Planner[TimingPlan]):
    """Set one account's slots at a time; the gap is the company's stance between two sources."""

    def __init__(self, desk: Desk[TimingPlan], known: Facts, asked: Asked = ALL) -> None:
        self._least = asked.least
        self._suggester = Suggester(known, asked.posts, self._suggested) if asked.posts else None
        shown = asked.accounts or tuple(each.id for each in known.company.accounts)
        first = known.main if known.main in shown else shown[0]
        self.account = widgets.Dropdown(
            options=[(f"@{known.company.account(each).name}", each) for each in shown],
            value=first,
            description=str(Text("账号", "Account")),
            style=LABEL,
        )
        self.behind = widgets.Dropdown(
            options=[
                (str(text), name) for name, text in BEHIND.items() if name == "strength" or known.reactions is not None
            ],
            description=str(Text("底色", "Shading")),
            style=LABEL,
            layout=fitting(),
        )
        self.gap = widgets.Dropdown(
            options=[(str(text), position) for position, text in GAP_WORDS.items()],
            description=str(Text("两条之间", "Between posts")),
            style=LABEL,
        )
        self.why = widgets.Textarea(
            placeholder=str(
                Text(
                    "为什么选这些时段？写给三个月后接手的人。",
                    "Why these hours? Write it for whoever takes over in three months.",
                )
            ),
            rows=4,
            layout=widgets.Layout(width="auto"),
        )
        self.minutes = widgets.BoundedIntText(
            value=desk.plan.minutes_a_post, min=5, max=480, description=str(MINUTES), style=LABEL
        )
        self.grid = WeekGrid(
            words={key: str(text) for key, text in WORDS.items()},
            days=[str(day) for day in DAYS],
            hours=[str(clock(hour)) for hour in range(24)],
        )
        self._count, self._why_head = widgets.HTML(), widgets.HTML()
        self._stances = StancePlanner(desk, known, asked.stances, first) if asked.stances else None
        super().__init__(desk, known, "week")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        beside = widgets.VBox(
            [self._count, self._findings, self._why_head, self.why, self._note],
            layout=widgets.Layout(flex="1 1 260px", min_width="240px", padding="0 0 0 12px"),
        )
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(self.facts.caption))}</p>')
        choices = widgets.HBox([self.account, self.behind, self.gap], layout=widgets.Layout(flex_flow="row wrap"))
        grid = widgets.Box([self.grid], layout=widgets.Layout(flex="0 1 540px", min_width="280px"))
        body = widgets.HBox([grid, beside], layout=widgets.Layout(flex_flow="row wrap", align_items="flex-start"))
        decided = [self._stances, self.minutes] if self._stances else []
        more = [*([self._suggester] if self._suggester else []), *decided]
        self.children = (choices, body, *more, whose)
        if not tells_hours(self.facts.posts):
            self.notice(DATES_ALONE)

    def _listen(self) -> None:
        self.grid.observe(self._slots_moved, "slots")
        self.grid.on_action(lambda action: {"undo": self.undo, "redo": self.redo, "clear": self.clear}[action]())
        self.account.observe(self._account_chosen, "value")
        self.behind.observe(lambda _: self._refresh(), "value")
        self.gap.observe(self._gap_chosen, "value")
        self.minutes.observe(self._minutes_set, "value")
        self.why.observe(self._reason_typed, "value")
        if self._suggester:
            suggester = self._suggester
            suggester.button.on_click(lambda _: suggester.suggest(self._desk.latest(), self.account.value))

    def clear(self) -> None:
        """Take every slot of the shown account out of the plan."""
        self._change(lambda plan: self._with(plan, []))

    def _account_chosen(self, change: dict[str, Any]) -> None:
        if self._stances:
            self._stances.look_at(change["new"])
        self._refresh()

    def _gap_chosen(self, change: dict[str, Any]) -> None:
        """Take the stance; as long as none is taken, the one shown is not a decision."""
        position = change["new"]

        def update(plan: TimingPlan) -> TimingPlan:
            if GAP_OF[plan.gap_hours] == position:
                return plan
            before = plan.stances.get(GAP)
            seen = seen_of(conflicts()[GAP].evidence(self.facts, self.account.value))
            stance = Stance(position=position, seen=seen, why=before.why if before else "")
            return plan.model_copy(update={"stances": plan.stances | {GAP: stance}})

        self._change(update, remember=False)

    def _slots_moved(self, change: dict[str, Any]) -> None:
        """Keep the slots (and their minutes) of the cells that stay; new cells are on the hour."""
        cells = [CELLS[cell] for cell in change["new"]]

        def update(plan: TimingPlan) -> TimingPlan:
            kept = {(slot.day, slot.hour): slot for slot in plan.of(self.account.value)}
            self.grid.done = str(moved(kept.keys(), cells))
            fresh = [Slot(account=self.account.value, day=day, hour=hour) for day, hour in cells]
            return self._with(plan, [kept.get((slot.day, slot.hour), slot) for slot in fresh])

        self._change(update)

    def _suggested(self, slots: list[Slot]) -> None:
        """Put a suggested week in the place of the account's slots."""
        self._change(lambda plan: self._with(plan, slots))

    def _minutes_set(self, change: dict[str, Any]) -> None:
        self._change(lambda plan: plan.model_copy(update={"minutes_a_post": change["new"]}), remember=False)

    def _reason_typed(self, change: dict[str, Any]) -> None:
        account = self.account.value

        def update(plan: TimingPlan) -> TimingPlan:
            others = {name: why for name, why in plan.why.items() if name != account}
            own = {account: change["new"][:LONGEST]} if change["new"].strip() else {}
            return plan.model_copy(update={"why": others | own})

        self._change(update, remember=False)

    def _restored(self, plan: TimingPlan) -> TimingPlan:
        """Give back the slots alone: reasons and stances are not undone with them."""
        return self.plan.model_copy(update={"slots": plan.slots})

    def _with(self, plan: TimingPlan, slots: list[Slot]) -> TimingPlan:
        others = [slot for slot in plan.slots if slot.account != self.account.value]
        return TimingPlan.model_validate(plan.model_copy(update={"slots": []}).model_dump() | {"slots": others + slots})

    def _review(self) -> list[Finding]:
        return review_account(self.plan, self.account.value, self.facts)

    def _clear(self) -> Text:
        planned = len(self.plan.of(self.account.value))
        if planned == 0:
            return EMPTY
        return NOTHING_FOUND if planned >= self._least else FINE_SO_FAR.format(missing=self._least - planned)

    def _show(self, findings: list[Finding]) -> None:
        account = self.account.value
        slots = {CELLS.index((slot.day, slot.hour)): slot for slot in self.plan.of(account)}
        flagged = {at for finding in findings for at in finding.at}
        duty = [self.facts.company.on_duty(day, hour) for day, hour in CELLS]
        values = self._behind(account)
        if self._suggester:
            self._suggester.show(self.plan, account)
        self.gap.value = GAP_OF[self.plan.gap_hours]
        self.minutes.value = self.plan.minutes_a_post
        self.why.value = self.plan.why.get(account, "")
        name = escape(self.facts.company.account(account).name)
        self._count.value = f"<b>{COUNT.format(name=name, count=len(slots))}</b>"
        self._why_head.value = f"<b>{WHY.format(name=name)}</b>"
        with self.grid.hold_sync():
            self.grid.slots = sorted(slots)
            self.grid.duty = [bool(people) for people in duty]
            self.grid.heat = shades(values)
            self.grid.flagged = sorted(cell for cell, slot in slots.items() if slot.at in flagged)
            self.grid.labels = [
                str(label(CELLS[cell], values[cell], [person.name for person in duty[cell]], is_set=cell in slots))
                for cell in range(len(CELLS))
            ]

    def _behind(self, account: str) -> npt.NDArray[np.float64]:
        if self.behind.value == "presence" and self.facts.reactions is not None:
            return presence(self.facts.reactions, account).reshape(-1)
        return strength(self.facts.posts, account).reshape(-1)


def plan_week(
    known: Facts | None = None, least: int = 0, *, stances: bool = False, posts: int = 0
) -> Planner[TimingPlan]:
    """Open the planner of the week on the company's own facts (else the sample's), where the learner left off.

    `least` is how many posts the page asks for; with `stances` the company's stances are taken beneath the grid, and
    with `posts` it offers the best week of so many.
    """
    bearing = known or facts()
    asked = Asked(least=least, stances=topics_to_decide(TimingPlan.system) if stances else (), posts=posts)
    return open_planner(TimingPlan, TimingPlan, lambda desk: WeekPlanner(desk, bearing, asked))


def decide(topic: str, known: Facts | None = None) -> Planner[TimingPlan]:
    """Ask for the stance on one topic; it goes into the plan of the week."""
    return decide_in(TimingPlan, topic, known)
