"""The planner of ninety days: where you stand, a lawful week, three stretches, contacts, and what you refuse."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import ipywidgets as widgets

from playbook.facts import Facts
from playbook.fields import Kind, Several, people
from playbook.language import Text
from playbook.part_form import Fields, PartForm, Section
from playbook.parts_planner import Group, PartsPlanner
from playbook.planners import ALL, STYLE, Asked, Desk
from playbook.rows import Rows
from playbook.rules import Finding
from playbook.specialist import words
from playbook.specialist.hours import hours_html
from playbook.specialist.plan import ABILITIES, REFUSALS, WORKS, AbilityName, Contact, Goal, SpecialistPlan
from playbook.specialist.review import review
from playbook.week import DAYS

UNDECIDED = Text("还没有定", "not decided yet")
MOST_HOURS = 168.0
LABELS = words.LABELS


class DaysPlanner(PartsPlanner[SpecialistPlan]):
    """Rate abilities with what shows them, divide a week, set three stretches with reviews, and say what is refused."""

    parts = ("who", "begins", "abilities", "functions", "week", "days", "contacts", "not_done", "hiring")

    def __init__(self, desk: Desk[SpecialistPlan], known: Facts, asked: Asked = ALL) -> None:
        self.abilities = {name: _form(_ability_fields(name), partial(self._rated, name)) for name in ABILITIES}
        self.goals = [
            Rows(Goal, _goal_fields(), words.ADDS["goals"], partial(self._stretch, at, "goals")) for at in range(3)
        ]
        self.days = [_form(_stretch_fields(known), partial(self._stretch, at)) for at in range(3)]
        hours: dict[str, tuple[Text, Kind]] = {name: (words.WORKS_SAID[name], MOST_HOURS) for name in WORKS}
        refusals: dict[str, tuple[Text, Kind]] = {name: (words.REFUSALS_SAID[name], "text") for name in REFUSALS}
        self.hours = _form(hours, partial(self._keyed, "week"))
        self.not_done = _form(refusals, partial(self._keyed, "not_done"))
        self._rated_in = {name: Section(words.ability(name), [form]) for name, form in self.abilities.items()}
        self._rated_in[ABILITIES[0]].head.value = True
        self._stretches = [
            Section(said, [self.goals[at], self.days[at]], opened=at == 0)
            for at, said in enumerate(words.STRETCHES_SAID)
        ]
        self._bars = widgets.HTML()
        super().__init__(desk, known, asked)

    def grouped(self, known: Facts) -> list[Group]:
        """Return the groups that are plain parts of the plan."""
        names = people(known.company)
        functions = Several(words.FUNCTIONS_SAID)
        departments: dict[Any, Text] = {None: UNDECIDED, **words.DEPARTMENTS_SAID}
        answered = Several({at + 1: day for at, day in enumerate(DAYS)})
        return [
            Group("", words.HEADS["person"], {
                "who": (LABELS["who"], names), "begins": (LABELS["begins"], "date"),
                "functions": (LABELS["functions"], functions),
            }),
            Group("week", words.HEADS["week"], {
                "days": (LABELS["days"], 7), "answers_days": (LABELS["answers_days"], answered),
                "answers_from": (LABELS["answers_from"], 24), "answers_to": (LABELS["answers_to"], 24),
            }),
            Group("contacts", words.HEADS["contacts"], {
                "department": (LABELS["department"], departments), "who": (LABELS["who"], names),
                "within": (LABELS["within"], 1000),
            }, Contact, words.ADDS["contacts"]),
            Group("hiring", words.HEADS["hiring"], {
                "asks": (LABELS["asks"], Several(words.ASKS_SAID)), "weights_first": (LABELS["weights_first"], True),
                "task": (LABELS["task"], "text"),
            }),
        ]  # fmt: skip

    def found(self, plan: SpecialistPlan) -> list[Finding]:
        """Return what is found in the whole plan."""
        return review(plan, self.facts)

    def aside(self) -> list[widgets.Widget]:
        """Return the hours against their limits."""
        return [self._bars]

    def paint(self) -> None:
        """Show the abilities, the hours, the stretches and what is refused."""
        plan = self.plan
        for name, form in self.abilities.items():
            form.show(plan.of(name))
            self._rated_in[name].entitle(_ability_said(plan, name))
        for at, form in enumerate(self.days):
            self.goals[at].show(plan.days[at].goals)
            form.show(plan.days[at])
        self.hours.show(_Keyed({name: plan.week.hours.get(name, 0.0) for name in WORKS}))
        self.not_done.show(_Keyed({name: plan.not_done.get(name, "") for name in REFUSALS}))
        self._bars.value = hours_html(plan, self.facts)

    def _shown(self, path: str) -> list[widgets.Widget]:
        """Return a group, with what belongs beneath it and is no plain part of the plan."""
        head = widgets.HTML(f"{STYLE}<b>{escape(str(words.HEADS['abilities']))}</b>")
        beneath: dict[str, list[widgets.Widget]] = {
            "": [head, *self._rated_in.values()],
            "week": [Section(words.HOURS, [self.hours], opened=True), *self._stretches],
            "contacts": [Section(words.HEADS["not_done"], [self.not_done])],
        }  # fmt: skip
        return [*super()._shown(path), *beneath.get(path, [])]

    def _review(self) -> list[Finding]:
        return self.found(self.plan)

    def _clear(self) -> Text:
        return words.NOT_BEGUN if self.plan == SpecialistPlan() else super()._clear()

    # ---- what is changed

    def _rated(self, name: AbilityName, field: str, value: Any, typed: bool) -> None:  # noqa: ANN401 - whatever the control holds
        def update(plan: SpecialistPlan) -> SpecialistPlan:
            one = plan.of(name).model_copy(update={field: value})
            return plan.model_copy(update={"abilities": plan.abilities | {name: one}})

        self._change(update, step=f"{name}/{field}" if typed else "")

    def _stretch(self, at: int, field: str, value: Any, typed: bool) -> None:  # noqa: ANN401 - as above
        def update(plan: SpecialistPlan) -> SpecialistPlan:
            days = [each.model_copy(update={field: value}) if at == n else each for n, each in enumerate(plan.days)]
            return plan.model_copy(update={"days": days})

        self._change(update, step=f"days/{at}/{field}" if typed else "")

    def _keyed(self, path: str, name: str, value: Any, typed: bool) -> None:  # noqa: ANN401 - as above
        def update(plan: SpecialistPlan) -> SpecialistPlan:
            if path == "week":
                week = plan.week.model_copy(update={"hours": plan.week.hours | {name: value}})
                return plan.model_copy(update={"week": week})
            return plan.model_copy(update={"not_done": plan.not_done | {name: value}})

        self._change(update, step=f"{path}/{name}" if typed else "")


class _Keyed:
    """Values by name, read as a form reads the fields of a part."""

    def __init__(self, values: dict[Any, Any]) -> None:
        self.__dict__.update(values)


def _form(fields: Fields, edit: Callable[[str, Any, bool], None]) -> PartForm:
    return PartForm(fields, edit, "17em")


def _ability_fields(name: AbilityName) -> dict[str, tuple[Text, Kind]]:
    levels: dict[Any, Text] = {None: UNDECIDED}
    levels |= {at: Text(f"{at} · ", f"{at} · ") + said for at, said in enumerate(words.KNOWN[name].levels)}
    return {
        "level": (LABELS["level"], levels), "wanted": (LABELS["wanted"], levels),
        "evidence": (LABELS["evidence"], None), "where": (LABELS["where"], None), "on": (LABELS["on"], "date"),
    }  # fmt: skip


def _goal_fields() -> dict[str, tuple[Text, Kind]]:
    abilities: dict[Any, Text] = {None: UNDECIDED, **{name: words.ability(name) for name in ABILITIES}}
    return {
        "ability": (LABELS["ability"], abilities), "what": (LABELS["what"], None),
        "evidence": (LABELS["goal_evidence"], None), "judged_by": (LABELS["judged_by"], dict(words.SHOWN_SAID)),
    }  # fmt: skip


def _stretch_fields(known: Facts) -> dict[str, tuple[Text, Kind]]:
    return {
        "trained_by": (LABELS["trained_by"], None), "new_form": (LABELS["new_form"], None),
        "stock": (LABELS["stock"], 366), "drill_on": (LABELS["drill_on"], "date"),
        "reviewer": (LABELS["reviewer"], people(known.company)), "review_on": (LABELS["review_on"], "date"),
        "outcome": (LABELS["outcome"], dict(words.OUTCOMES)),
        "functions": (LABELS["learn_functions"], Several(words.FUNCTIONS_SAID)),
    }  # fmt: skip


def _ability_said(plan: SpecialistPlan, name: AbilityName) -> Text:
    one = plan.of(name)
    if one.level is None:
        return words.ability(name)
    return words.RATED.format(
        name=words.ability(name), level=one.level, wanted="?" if one.wanted is None else one.wanted
    )
