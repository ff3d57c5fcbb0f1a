"""What is wrong with a strategy. Each part that is begun is judged, no other."""

from __future__ import annotations

from typing import Any

from playbook.facts import Facts, sample_facts
from playbook.rules import Finding
from playbook.strategy.aimed import aimed
from playbook.strategy.around import around
from playbook.strategy.forbidden import forbidden
from playbook.strategy.held import unlike_stances
from playbook.strategy.model_plan import changed_plan
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.positioned import positioned
from playbook.strategy.readers import readers
from playbook.strategy.standing import standing
from playbook.strategy.where import where


def review(plan: StrategyPlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with a strategy; `at` names a part of the plan, or `part/number` from 1."""
    return [
        *positioned(plan, facts),
        *forbidden(plan),
        *aimed(plan, facts),
        *around(plan),
        *readers(plan, facts),
        *where(plan),
        *standing(plan),
        *unlike_stances(plan, facts),
    ]


def review_account(plan: StrategyPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - the whole company's
    """Review a strategy as exercises ask for it."""
    return review(plan, facts)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`) against the sample company.

    See `changed_plan` for how an example is written.
    """
    facts = sample_facts()
    return review(changed_plan(example), facts)
