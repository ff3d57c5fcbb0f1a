"""What is still open in plans that were repaired: contradictions between two of them, and faults within one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module

from playbook.capstone.houses import House, facts_of, people_of, renamed
from playbook.capstone.plan import RepairPlan
from playbook.capstone.plants import changed, plant
from playbook.capstone.repairs import drawn
from playbook.capstone.sound import sound
from playbook.coherence import Clash, coherence
from playbook.facts import Facts
from playbook.handbook.held import Held
from playbook.language import Language, Text, language
from playbook.modelled import in_language
from playbook.plans import Plan
from playbook.rules import Finding

OTHER = Text("这份答卷改的是另一套计划。", "These repairs belong to another set of plans.")
AGAIN = Text("回到题目，重新改这一套。", "Go back to the question and repair the plans it shows.")
SO_IT_IS = Text("换一种改法。", "Find another way.")
UNTRUE = "capstone.untrue"


def plans_of(repaired: RepairPlan) -> dict[str, Plan]:
    """Return the eleven plans as they stand: sound ones with what the draw planted, and what was changed since."""
    return dict(_plans(repaired.model_dump_json(), language()))


@lru_cache(maxsize=8)  # a review asks for the same dozens of times
def _plans(repaired: str, wanted: Language) -> Mapping[str, Plan]:
    wish = RepairPlan.model_validate_json(repaired)
    begun, named = _planted(wish.house, wish.seed, wanted)
    plans = begun
    for option in wish.taken().values():
        plans = changed(plans, in_language(option.changes, wanted))
    touched = {name: plan for name, plan in plans.items() if plan is not begun[name]}
    return {**named, **renamed(touched, wish.house)}


@lru_cache(maxsize=16)
def _planted(house: House, seed: int, wanted: Language) -> tuple[Mapping[str, Plan], Mapping[str, Plan]]:
    """Return the plans as a draw leaves them: of the sample company, and under this one's names."""
    plans: Mapping[str, Plan] = sound(wanted)
    for each in drawn(seed):
        plans = plant(plans, each.check)
    return plans, renamed(plans, house)


def clashes_of(repaired: RepairPlan) -> list[Clash]:
    """Return the contradictions between plans that are still there."""
    return coherence(Held(facts_of(repaired.house), plans_of(repaired), None))


def faults_of(repaired: RepairPlan) -> list[Finding]:
    """Return what a change made worse within one plan, and what makes the list shorter without being so."""
    people = people_of(repaired.house)
    untrue = [each.untrue.format(**people) for each in repaired.taken().values() if each.untrue]
    places = repaired.places()
    systems = dict.fromkeys(places[name].system for name in repaired.taken())
    found = [each for system in systems for each in _worse(repaired, system)]
    return [Finding(UNTRUE, each, SO_IT_IS) for each in untrue] + found


def own_findings(repaired: RepairPlan, system: str) -> list[Finding]:
    """Return what a system's own review finds in its plan as it stands, looking at no other plan."""
    return _reviewed(repaired, system)


def _worse(repaired: RepairPlan, system: str) -> list[Finding]:
    """Return what a system's review finds in its plan now, and found neither in the sound one nor in the planted."""
    untouched = repaired.model_copy(update={"choices": []})
    before: dict[str, set[str]] = {}
    for each in [*_reviewed(untouched, system), *_review(repaired.house, system, sound(language())[system])]:
        before.setdefault(each.rule, set()).update(each.at)
    return [
        each for each in _reviewed(repaired, system)
        if each.rule not in before or not set(each.at) <= before[each.rule]
    ]  # fmt: skip


def _reviewed(repaired: RepairPlan, system: str) -> list[Finding]:
    return _review(repaired.house, system, plans_of(repaired)[system])


def _review(house: House, system: str, plan: Plan) -> list[Finding]:
    return _run(house, system, plan.model_dump_json(), type(plan), language())


@lru_cache(maxsize=256)
def _run(house: House, system: str, plan: str, kind: type[Plan], wanted: Language) -> list[Finding]:  # noqa: ARG001 - names are in the reader's language
    found: list[Finding] = import_module(f"playbook.{system}.review").review(
        kind.model_validate_json(plan), facts_of(house)
    )
    return found


def review(repaired: RepairPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - the companies are their own
    """Return what is still open; `account` names the plans that a question asks for (`tingquan/7`; empty: any).

    A contradiction's rule is `capstone.<check>`.
    """
    if account and account != repaired.name:
        return [Finding("capstone.other", OTHER, AGAIN)]
    clashes = [Finding(f"capstone.{each.id}", each.what, each.mend, each.at) for each in clashes_of(repaired)]
    return clashes + faults_of(repaired)


def planted(facts: Facts, house: House, seed: int) -> RepairPlan:  # noqa: ARG001 - as questions call it
    """Return a draw of contradictions with nothing changed."""
    return RepairPlan(house=house, seed=seed)


def mended(facts: Facts, house: House, seed: int) -> RepairPlan:
    """Return a draw with one way of repairing it that leaves nothing open."""
    plan = planted(facts, house, seed)
    places = plan.places()
    for repair in drawn(seed):
        for place, option in repair.mended.items():
            plan = plan.choosing(places[place], option)
    return plan
