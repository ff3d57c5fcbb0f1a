"""Goals with one fault each, of all that the rules' own examples have."""

from __future__ import annotations

from collections.abc import Iterator

from classroom.exercise import PlanField
from playbook.rules import rules
from playbook.strategy.model_plan import GOAL_PARTS, changed_plan, sound_plan
from playbook.strategy.plan import StrategyPlan


def varied_goals(field: PlanField) -> Iterator[StrategyPlan]:
    """Yield the sound goals with the fault of each rule that a goal's part can break, and too many or too few goals."""
    assert field
    for each in rules("strategy").values():
        example = each.counterexample or {}
        if (
            each.checked_by
            and set(example) - {"drop"} <= set(GOAL_PARTS)
            and set(example.get("drop", {})) <= set(GOAL_PARTS)
        ):
            plan = changed_plan(example)
            yield StrategyPlan.model_validate({name: getattr(plan, name) for name in GOAL_PARTS})
    sound = sound_plan()
    four = [*sound.goals, sound.goals[0]]
    for goals in (four, sound.goals[:1], []):
        yield StrategyPlan.model_validate({name: getattr(sound, name) for name in GOAL_PARTS} | {"goals": goals})
