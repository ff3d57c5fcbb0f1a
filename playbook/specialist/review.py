"""What is wrong with a specialist's plan. Each part that is begun is judged, no other."""

from __future__ import annotations

from typing import Any

from playbook.facts import Facts, sample_facts
from playbook.rules import Finding
from playbook.specialist.held import held
from playbook.specialist.model_plan import changed_plan
from playbook.specialist.ninety import ninety
from playbook.specialist.plan import SpecialistPlan
from playbook.specialist.refusing import hiring, refusing
from playbook.specialist.standing import standing
from playbook.specialist.working import contacts, working


def review(plan: SpecialistPlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with a plan; `at` names an ability, `week`, `days/0`, `contacts`, a refusal, or `hiring`."""
    return [
        *standing(plan),
        *working(plan, facts),
        *ninety(plan, facts),
        *(contacts(plan, facts) if plan.goals or plan.contacts else ()),
        *refusing(plan),
        *hiring(plan),
        *held(plan, facts),
    ]


def review_account(plan: SpecialistPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - a person's plan is the whole company's
    """Return the findings on the plan, whichever account is asked for."""
    return review(plan, facts)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`): what is changed in the sound plan, by path."""
    return review(changed_plan(example), sample_facts())
