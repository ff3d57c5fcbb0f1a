"""The planners of the specialist: ninety days, and the stances."""

from __future__ import annotations

from playbook.facts import Facts, facts
from playbook.planners import Asked, Planner, open_planner
from playbook.specialist.days_planner import DaysPlanner
from playbook.specialist.plan import SpecialistPlan
from playbook.stance_planner import decide_in


def plan_days(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[SpecialistPlan]:
    """Open the ninety days where the learner left off; `stances` are topics decided beneath."""
    bearing = known or facts()
    asked = Asked(stances=stances)
    return open_planner(SpecialistPlan, SpecialistPlan, lambda desk: DaysPlanner(desk, bearing, asked))


def decide(topic: str, known: Facts | None = None) -> Planner[SpecialistPlan]:
    """Ask for the stance on one topic; it goes into the plan of the specialist."""
    return decide_in(SpecialistPlan, topic, known)
