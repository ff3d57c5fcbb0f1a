"""The planners of governance: the team, the keys, the workflow, coordination and reward, and the stances."""

from __future__ import annotations

from playbook.facts import Facts, facts
from playbook.governance.form import GovernancePlanner, Others
from playbook.governance.keys_planner import KeysPlanner
from playbook.governance.parts_planners import RewardPlanner, RolesPlanner
from playbook.governance.plan import GovernancePlan
from playbook.governance.workflow_planner import WorkflowPlanner
from playbook.metrics.plan import MetricsPlan
from playbook.planners import Asked, Planner, open_desk, open_planner
from playbook.stance_planner import decide_in
from playbook.timing.plan import TimingPlan


def plan_roles(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[GovernancePlan]:
    """Open the team, its roles and the nine systems where the learner left off; `stances` are decided beneath."""
    return _open(RolesPlanner, known, stances)


def plan_keys(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[GovernancePlan]:
    """Open the permission table, with what is done when somebody leaves and when nobody can log in."""
    return _open(KeysPlanner, known, stances)


def plan_workflow(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[GovernancePlan]:
    """Open the workflow, drawn as a state chart beside its steps; it must meet the slots of the timing plan."""
    return _open(WorkflowPlanner, known, stances)


def plan_reward(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[GovernancePlan]:
    """Open what is rewarded, other departments and hand-overs."""
    return _open(RewardPlanner, known, stances)


def decide(topic: str, known: Facts | None = None) -> Planner[GovernancePlan]:
    """Ask for the stance on one topic; it goes into the plan of governance."""
    return decide_in(GovernancePlan, topic, known)


def _open(kind: type[GovernancePlanner], known: Facts | None, stances: tuple[str, ...]) -> Planner[GovernancePlan]:
    """Open a planner beside the plans of timing and metrics; one of these that is damaged is put aside, and said so."""
    bearing, asked = known or facts(), Asked(stances=stances)
    timing, no_timing = open_desk(TimingPlan, TimingPlan)
    metrics, no_metrics = open_desk(MetricsPlan, MetricsPlan)
    planner = open_planner(
        GovernancePlan, GovernancePlan, lambda desk: kind(desk, bearing, asked, Others(timing, metrics))
    )
    for damage in (no_timing, no_metrics):
        if damage:
            planner.notice(damage)
    return planner
