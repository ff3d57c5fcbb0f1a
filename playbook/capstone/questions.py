"""What the exercise asks of plans that contradict each other, computed from the plans as a draw left them."""

from __future__ import annotations

from typing import Literal

from playbook.capstone.analysis import given_hours, kept, writing_hours
from playbook.capstone.houses import House, facts_of
from playbook.capstone.plan import RepairPlan
from playbook.capstone.repairs import drawn
from playbook.capstone.review import clashes_of, faults_of, plans_of
from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.persons import same_person
from playbook.tables import rounded
from playbook.timing.plan import TimingPlan

HOUR = 60


def after(facts: Facts, house: House, seed: int, place: str, option: str) -> Literal["more", "same", "fewer"]:  # noqa: ARG001 - as questions call it
    """Return how many contradictions there are after one change, against before."""
    change = len(clashes_of(_changed(house, seed, place, option))) - len(clashes_of(RepairPlan(house=house, seed=seed)))
    return "more" if change > 0 else "fewer" if change < 0 else "same"


def settles(facts: Facts, house: House, seed: int, place: str, option: str) -> Literal["settled", "moved", "stands"]:  # noqa: ARG001 - as questions call it
    """Tell what one change does to the contradiction it is about: gone, gone with another trouble instead, or there."""
    plan, changed = RepairPlan(house=house, seed=seed), _changed(house, seed, place, option)
    check = next(repair.check for repair in drawn(seed) if place in {each.id for each in repair.places})
    before, now = ({each.id for each in clashes_of(one)} for one in (plan, changed))
    if check in now and not now - before:
        return "stands"
    return "moved" if now - before or faults_of(changed) else "settled"


def breaks(facts: Facts, house: House, seed: int, place: str, option: str) -> str:  # noqa: ARG001 - as questions call it
    """Return the check of the first contradiction that one change makes; `none` if it makes no new one."""
    before = {each.id for each in clashes_of(RepairPlan(house=house, seed=seed))}
    new = [each.id for each in clashes_of(_changed(house, seed, place, option)) if each.id not in before]
    return new[0] if new else "none"


def who_gets_in(facts: Facts, house: House, seed: int, account: str, when: list[int]) -> str:  # noqa: ARG001 - as questions call it
    """Return the id of the first on duty (`when`: weekday, hour) who may post or read messages, or `none`."""
    known, governance = facts_of(house), kept(plans_of(RepairPlan(house=house, seed=seed)), GovernancePlan)
    for each in known.company.on_duty(*when):
        if {"post", "messages"} & set(governance.held(account, each.id).may):
            return each.id
    return "none"


def fact_finder(facts: Facts, house: House, seed: int) -> Literal["left", "team"]:  # noqa: ARG001 - as questions call it
    """Tell whether whoever finds the facts in a crisis has left, by the governance plan, or belongs to the team."""
    plans, known = plans_of(RepairPlan(house=house, seed=seed)), facts_of(house)
    who = kept(plans, CrisisPlan).of("facts").who
    members = kept(plans, GovernancePlan).members
    return "left" if any(each.left and same_person(each.who, who, known) for each in members) else "team"


def short(facts: Facts, house: House, seed: int, account: str) -> float:  # noqa: ARG001 - as questions call it
    """Return how many hours a week writing takes beyond what the matrix gives an account, to one decimal."""
    plans = plans_of(RepairPlan(house=house, seed=seed))
    return rounded(writing_hours(plans, account) - given_hours(plans, account), 1)


def written_hours(facts: Facts, house: House, seed: int, account: str) -> float:  # noqa: ARG001 - as questions call it
    """Return how many hours a week the posts of an account take to write, to one decimal."""
    return rounded(writing_hours(plans_of(RepairPlan(house=house, seed=seed)), account), 1)


def posts_that_fit(facts: Facts, house: House, seed: int, account: str) -> int:  # noqa: ARG001 - as questions call it
    """Return how many whole posts fit the hours that the matrix gives an account."""
    plans = plans_of(RepairPlan(house=house, seed=seed))
    return int(given_hours(plans, account) * HOUR // kept(plans, TimingPlan).minutes_a_post)


def _changed(house: House, seed: int, place: str, option: str) -> RepairPlan:
    plan = RepairPlan(house=house, seed=seed)
    return plan.choosing(plan.places()[place], option)
