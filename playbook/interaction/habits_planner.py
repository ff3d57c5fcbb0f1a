"""The habits of conversation: questions, forms, places, reviews, leaders, staff, growth, tools and the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside, choice, grid, line, number, offer, tick
from playbook.facts import Facts
from playbook.interaction.growing import LEADERS, MEANS, TIES, TOOLS, growing
from playbook.interaction.habit_words import (
    ADD_LEADER,
    ADD_PLACE,
    ADD_TOOL,
    AS_NEEDED,
    CAMPAIGNS,
    CAMPAIGNS_ASKS,
    GIFT,
    GIFTS,
    HEADS,
    LABELS,
    NO_HABITS,
    NUMBERS,
    REVIEWS,
    STAFF,
    TICKS,
)  # fmt: skip
from playbook.interaction.habits import Gathering, Habits, OpinionLeader, Reviews, Staff, Tool
from playbook.interaction.held import unlike_stances
from playbook.interaction.plan import InteractionPlan
from playbook.interaction.talking import FORMS, MEASURES, talking
from playbook.language import Text
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.rows import Rows
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps

MANY: Mapping[str, Mapping[Any, Text]] = {"forms": FORMS, "growth": MEANS, "report": MEASURES}
OPEN = Text("还没有定", "not decided yet")
PERCENT, LINE = 100, 200
FOLDED = ("leaders", "forms", "gatherings", "reviews", "tools")  # what only some companies need


class HabitsPlanner(Planner[InteractionPlan]):
    """Settle the habits one by one; a group in which nothing is settled is not judged."""

    def __init__(self, desk: Desk[InteractionPlan], known: Facts, asked: Asked = ALL) -> None:
        self._showing = False
        self.numbers = {name: number(said, PERCENT) for name, said in NUMBERS.items()}
        for control in self.numbers.values():
            control.style.description_width = "initial"
        self.ticks = {name: tick(said) for name, said in TICKS.items()}
        self.many = {field: {each: tick(said) for each, said in told.items()} for field, told in MANY.items()}
        self.reviews = {name: tick(said) for name, said in REVIEWS.items()}
        self.staff = {name: tick(said) for name, said in STAFF.items()}
        self.gift, self.campaigns = choice(GIFT), line(CAMPAIGNS, CAMPAIGNS_ASKS)
        self.campaigns.style.description_width = "initial"
        kinds = {None: OPEN}
        self.lists = {
            "gatherings": Rows(Gathering, {name: (LABELS[name], kind) for name, kind in (
                ("name", None), ("a_week", 500), ("says_who", True), ("noted", True),
            )}, ADD_PLACE, partial(self._listed, "gatherings")),
            "leaders": Rows(OpinionLeader, {name: (LABELS[name], kind) for name, kind in (
                ("name", None), ("kind", kinds | LEADERS), ("tie", TIES), ("disclosed", True), ("traced", True),
            )}, ADD_LEADER, partial(self._listed, "leaders")),
            "tools": Rows(Tool, {name: (LABELS[name], kind) for name, kind in (
                ("name", None), ("kind", kinds | TOOLS), ("purpose", None), ("serves", None), ("owner", None),
                ("follows_by_itself", True), ("retired", True),
            )}, ADD_TOOL, partial(self._listed, "tools")),
        }  # fmt: skip
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        stances = [StancePlanner(desk, known, asked.stances, known.main)] if asked.stances else []
        super().__init__(desk, known, "habits")
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(known.caption))}</p>')
        begun = _settled(self.plan.habits, FOLDED) or any(topic in self.plan.stances for topic in asked.stances)
        self.children = (beside([*self._laid(stances, begun=begun), bar], [self._findings, self._note]), whose)
        self._listen()

    def _laid(self, stances: list[widgets.Widget], *, begun: bool) -> list[widgets.Widget]:
        """Return the controls in groups, each under its head; what not every company needs is folded until it is begun.

        Boxes to tick stand side by side, so that the findings stay in sight while one ticks.
        """
        groups = {
            "talk": [_side_by_side(self.numbers), _side_by_side(self.ticks), self.campaigns],
            "growth": [_side_by_side(self.many["growth"])],
            "report": [_side_by_side(self.many["report"])],
            "staff": [_side_by_side(self.staff)],
            "leaders": [self.lists["leaders"]],
            "forms": [_side_by_side(self.many["forms"])],
            "gatherings": [self.lists["gatherings"]],
            "reviews": [_side_by_side(self.reviews), self.gift],
            "tools": [self.lists["tools"]],
        }
        heads = {name: widgets.HTML(f"{STYLE}<b>{escape(str(HEADS[name]))}</b>") for name in groups}
        laid = {name: [heads[name], *controls] for name, controls in groups.items()}
        needed = [each for name, controls in laid.items() if name not in FOLDED for each in controls]
        folded = widgets.VBox([*(each for name in FOLDED for each in laid[name]), *stances])
        self.folded = widgets.Accordion([folded], titles=(str(AS_NEEDED),), selected_index=0 if begun else None)
        return [*needed, self.folded]

    def _listen(self) -> None:
        for name, control in self.numbers.items():
            control.observe(lambda change, name=name: self._number(name, change["new"]), "value")
        for name, control in self.ticks.items():
            control.observe(lambda change, name=name: self._edit(name, change["new"]), "value")
        for field, ticks in self.many.items():
            for control in ticks.values():
                control.observe(lambda _, field=field: self._edit(field, _ticked(self.many[field])), "value")
        for control in (*self.reviews.values(), self.gift):
            control.observe(
                lambda _: self._edit("reviews", self._of(self.reviews) | {"gift": self.gift.value}), "value"
            )
        for control in self.staff.values():
            control.observe(lambda _: self._edit("staff", self._of(self.staff)), "value")
        self.campaigns.observe(lambda change: self._edit("campaigns", change["new"][:LINE], typed=True), "value")

    def _number(self, name: str, value: int) -> None:
        self._edit(name, value / PERCENT if name == "asks" else value)

    @staticmethod
    def _of(ticks: Mapping[str, widgets.Checkbox]) -> dict[str, Any]:
        return {name: control.value for name, control in ticks.items()}

    def _listed(self, field: str, parts: list[Any], typed: bool) -> None:
        self._edit(field, [each.model_dump() for each in parts], typed=typed)

    def _edit(self, field: str, value: Any, *, typed: bool = False) -> None:  # noqa: ANN401 - whatever the control holds
        if self._showing:
            return

        def update(plan: InteractionPlan) -> InteractionPlan:
            habits = Habits.model_validate(plan.habits.model_dump() | {field: value})
            return plan.model_copy(update={"habits": habits})

        self._change(update, step=f"habits/{field}" if typed else "")

    def _restored(self, plan: InteractionPlan) -> InteractionPlan:
        """Give back the habits; all else of the plan stays."""
        return self.plan.model_copy(update={"habits": plan.habits})

    def _review(self) -> list[Finding]:
        return [*talking(self.plan), *growing(self.plan), *unlike_stances(self.plan)]

    def _clear(self) -> Text:
        return NO_HABITS if self.plan.habits == Habits() else NOTHING_FOUND

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - they stand beside the controls
        habits = self.plan.habits
        self._showing = True
        for name, control in self.numbers.items():
            control.value = round(habits.asks * PERCENT) if name == "asks" else getattr(habits, name)
        for name, control in self.ticks.items():
            control.value = getattr(habits, name)
        for field, ticks in self.many.items():
            _tick(ticks, {each: each in getattr(habits, field) for each in ticks})
        _tick(self.reviews, _values(habits.reviews))
        _tick(self.staff, _values(habits.staff))
        offer(self.gift, GIFTS, habits.reviews.gift)
        self.campaigns.value = habits.campaigns
        for field, rows in self.lists.items():
            rows.show(getattr(habits, field))
        self._showing = False
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future


def _settled(habits: Habits, fields: Iterable[str]) -> bool:
    """Tell whether any of these is no longer as it was: what was filled in must not be folded out of sight."""
    return any(getattr(habits, field) != getattr(Habits(), field) for field in fields)


def _side_by_side(controls: Mapping[Any, widgets.Widget]) -> widgets.GridBox:
    return grid([*controls.values()])


def _ticked(ticks: Mapping[Any, widgets.Checkbox]) -> list[Any]:
    return [each for each, control in ticks.items() if control.value]


def _tick(ticks: Mapping[Any, widgets.Checkbox], values: Mapping[Any, bool]) -> None:
    for each, control in ticks.items():
        control.value = values[each]


def _values(part: Reviews | Staff) -> dict[str, bool]:
    return part.model_dump()
