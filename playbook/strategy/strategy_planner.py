"""The planner of strategy: the parts a page asks for, each under its head, with what is found beside them."""

from __future__ import annotations

from collections import Counter
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.controls import beside
from playbook.facts import Facts
from playbook.fields import Names
from playbook.language import Text
from playbook.part_form import PartForm, Section
from playbook.planners import ALL, NOTHING_FOUND, STYLE, Asked, Desk, Planner
from playbook.rows import Rows
from playbook.rules import Finding
from playbook.stance_planner import StancePlanner
from playbook.steps import steps
from playbook.strategy import words
from playbook.strategy.plan import StrategyPlan, goal_said
from playbook.strategy.review import review
from playbook.strategy.sections import LISTED, ONCE, fields
from playbook.strategy.told import told

TITLES = {"goals": goal_said}  # a goal has so many fields that each opens by itself


class StrategyPlanner(Planner[StrategyPlan]):
    """Decide some parts of the strategy; `view` names it among the views on a page, `empty` is said of an empty one."""

    def __init__(  # noqa: PLR0913, PLR0917 - a view is its parts, its name and what it says when empty
        self,
        desk: Desk[StrategyPlan],
        known: Facts,
        parts: tuple[str, ...],
        view: str,
        empty: Text,
        asked: Asked = ALL,
    ) -> None:
        self._parts, self._empty, self._least = parts, empty, asked.least
        self._audiences, self._all = Names(), list[Finding]()
        held = {part: fields(part, known, self._audiences) for part in parts}
        self.forms = {
            part: PartForm(held[part], partial(self._once, part), lines=True) for part in parts if part in ONCE
        }
        self.lists = {
            part: Rows(LISTED[part], held[part], words.ADDS[part], partial(self._listed, part), TITLES.get(part))
            for part in parts
            if part in LISTED
        }
        self._told = {part: widgets.HTML() for part in parts}
        self.sections = {
            part: Section(words.HEADS[part], [self._control(part), self._told[part]], opened=part == parts[0])
            for part in parts
        }
        for section in self.sections.values():
            section.head.observe(lambda _: self._refresh(), "value")
        self.undo_button, self.redo_button, bar = steps(self.undo, self.redo)
        self._stances = (
            StancePlanner(desk, known, asked.stances, known.main, f"{view}-stances") if asked.stances else None
        )
        super().__init__(desk, known, view)
        whose = widgets.HTML(f'<p class="planner-source">{escape(str(known.caption))}</p>')
        body = beside([widgets.HTML(STYLE), *self.sections.values(), bar], [self._findings, self._note])
        self.children = (body, *([self._stances] if self._stances else []), whose)

    def _control(self, part: str) -> widgets.Widget:
        return self.forms[part] if part in self.forms else self.lists[part]

    # ---- what is changed

    def _once(self, part: str, field: str, value: Any, typed: bool) -> None:  # noqa: ANN401 - whatever the control holds
        def update(plan: StrategyPlan) -> StrategyPlan:
            changed = ONCE[part].model_validate(getattr(plan, part).model_dump() | {field: value})
            return plan.model_copy(update={part: changed})

        self._change(update, step=f"{part}/{field}" if typed else "")

    def _listed(self, part: str, changed: list[Any], typed: bool) -> None:
        self._change(lambda plan: plan.model_copy(update={part: changed}), step=part if typed else "")

    def _restored(self, plan: StrategyPlan) -> StrategyPlan:
        """Give back the parts of this view; the others and the stances stay."""
        return self.plan.model_copy(update={part: getattr(plan, part) for part in self._parts})

    # ---- what is shown

    def _review(self) -> list[Finding]:
        """Return the findings in the parts that are open, and those on the plan as a whole; heads count the others."""
        mine = [each for each in review(self.plan, self.facts) if not each.at or _within(each) & set(self._parts)]
        opened = {part for part, section in self.sections.items() if section.opened}
        self._all = mine
        return [each for each in mine if not each.at or _within(each) & opened]

    def _clear(self) -> Text:
        blank = StrategyPlan()
        if all(getattr(self.plan, part) == getattr(blank, part) for part in self._parts):
            return self._empty
        if self._all:
            return words.ELSEWHERE.format(count=len(self._all))
        missing = self._least - len(self.plan.goals)
        return words.SO_FAR.format(missing=missing) if "goals" in self._parts and missing > 0 else NOTHING_FOUND

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - heads count all of them, open or shut
        issues = Counter(part for each in self._all for part in _within(each))
        self._audiences.clear()
        self._audiences.update(
            {each.name.strip(): each.name.strip() for each in self.plan.audiences if each.name.strip()}
        )
        for part in self._parts:
            self._control(part).show(getattr(self.plan, part))
            self.sections[part].fold(issues[part])
            self._told[part].value = told(part, self.plan)
        for row in self.lists["goals"].rows if "goals" in self.lists else []:
            row["audience"].options = tuple(self._audiences)
        self.undo_button.disabled, self.redo_button.disabled = not self._past, not self._future


def _within(finding: Finding) -> set[str]:
    """Return the parts of the plan that a finding points into."""
    return {at.partition("/")[0] for at in finding.at}
