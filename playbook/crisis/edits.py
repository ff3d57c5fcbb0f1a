"""Changing one place of a crisis plan, which a control names by its path: `watch.owner`, `statements.2.ask`."""

from __future__ import annotations

from typing import Any

from playbook.crisis.plan import CrisisPlan
from playbook.plans import Part


def value_at(plan: Part, path: str) -> Any:  # noqa: ANN401 - whatever the place holds
    """Return what stands at a place. Raises IndexError where a list has no such entry."""
    value: Any = plan
    for step in path.split("."):
        value = value[int(step)] if isinstance(value, list) else getattr(value, step)
    return value


def with_value(plan: CrisisPlan, path: str, value: Any) -> CrisisPlan:  # noqa: ANN401 - whatever the control holds
    """Return the plan with one place changed, checked as a whole; as it is if a list has no such entry any more."""
    data = plan.model_dump()
    *steps, last = path.split(".")
    inner: Any = data
    for step in steps:
        if isinstance(inner, list) and int(step) >= len(inner):
            return plan
        inner = inner[int(step) if isinstance(inner, list) else step]
    inner[last] = [each.model_dump() if isinstance(each, Part) else each for each in value] if isinstance(
        value, list
    ) else value  # fmt: skip
    return CrisisPlan.model_validate(data)
