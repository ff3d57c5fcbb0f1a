"""The planners of strategy: what for, whom we speak to, where we are, how each step stands, and the stances."""

from __future__ import annotations

from playbook.facts import Facts, facts
from playbook.language import Text
from playbook.planners import ALL, Asked, Desk, Planner, open_planner
from playbook.stance_planner import decide_in
from playbook.strategy import words
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.strategy_planner import StrategyPlanner

GOALS = ("positioning", "promises", "backing", "goals", "not_done", "phase", "chain", "risks")
AUDIENCES = ("audiences",)
PLATFORMS = ("platforms", "channels", "not_done", "touchpoints", "figures")
STEPS = ("maturity", "diagnosis", "risks")


class GoalsPlanner(StrategyPlanner):
    """Mend the goals, the phase and what is not done, as an exercise asks."""

    def __init__(self, desk: Desk[StrategyPlan], known: Facts, asked: Asked = ALL) -> None:
        super().__init__(desk, known, ("goals", "phase", "not_done"), "goals", words.NO_GOALS, asked)


def plan_goals(
    *parts: str, known: Facts | None = None, least: int = 0, stances: tuple[str, ...] = ()
) -> Planner[StrategyPlan]:
    """Open the position, the goals and what is not done, where the learner left off.

    `parts` narrows it to some of `GOALS`; `least` is how many goals the page asks for; `stances` are topics decided
    beneath. Raises KeyError of a part that a strategy has not.
    """
    return _opened(parts or GOALS, "goals", words.NO_GOALS, known, Asked(least=least, stances=stances))


def plan_audiences(known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[StrategyPlan]:
    """Open the audiences, with how each is known."""
    return _opened(AUDIENCES, "audiences", words.NO_AUDIENCES, known, Asked(stances=stances))


def plan_platforms(*parts: str, known: Facts | None = None, stances: tuple[str, ...] = ()) -> Planner[StrategyPlan]:
    """Open the platforms, the other channels, what is left to them, and the touchpoints; `parts` as in `plan_goals`."""
    return _opened(parts or PLATFORMS, "platforms", words.NO_PLATFORMS, known, Asked(stances=stances))


def check_steps(known: Facts | None = None) -> Planner[StrategyPlan]:
    """Open the seven maturity steps with their evidence, the diagnosis of each step, and the risks."""
    return _opened(STEPS, "steps", words.NO_CHECK, known, Asked())


def decide(topic: str, known: Facts | None = None) -> Planner[StrategyPlan]:
    """Ask for the stance on one topic; it goes into the plan of strategy."""
    return decide_in(StrategyPlan, topic, known)


def _opened(parts: tuple[str, ...], view: str, empty: Text, known: Facts | None, asked: Asked) -> Planner[StrategyPlan]:
    bearing = known or facts()
    return open_planner(
        StrategyPlan, StrategyPlan, lambda desk: StrategyPlanner(desk, bearing, parts, view, empty, asked)
    )
