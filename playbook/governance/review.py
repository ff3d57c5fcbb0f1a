"""What is wrong with who leads, who may do what, how a post goes out, and what is rewarded."""

from __future__ import annotations

from typing import Any

from playbook.facts import Facts, sample_facts
from playbook.governance.flowing import flowing
from playbook.governance.held import unlike_stances
from playbook.governance.keyed import keyed
from playbook.governance.model_plan import sound_plan
from playbook.governance.paid import coordinated, paid
from playbook.governance.plan import GovernancePlan
from playbook.governance.teamed import teamed
from playbook.metrics.plan import MetricsPlan
from playbook.rules import Finding
from playbook.timing.plan import TimingPlan


def review(
    plan: GovernancePlan, facts: Facts, timing: TimingPlan | None = None, metrics: MetricsPlan | None = None
) -> list[Finding]:
    """Find what is wrong with a plan; `at` names its part. `timing` and `metrics` are the company's plans, if known."""
    return [
        *teamed(plan, facts),
        *keyed(plan, facts),
        *flowing(plan, facts, timing),
        *coordinated(plan),
        *paid(plan, facts, metrics),
        *unlike_stances(plan, facts),
    ]


def review_account(plan: GovernancePlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - the whole company's
    """Return all findings: governance is the whole company's (what an exercise asks a review for)."""
    return review(plan, facts)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review the sound plan, changed in these places (the examples in `rules.toml`), against the sample company.

    `without` are places left empty, `stance` is the position on staff and time; `freed` says that the metrics plan lets
    sales go.
    """
    changes = dict(example)
    stance, freed = changes.pop("stance", None), changes.pop("freed", False)
    changes |= dict.fromkeys(changes.pop("without", []))
    plan = sound_plan(changes, stance=stance)
    stances = {"sales-and-roi": {"position": "freed"}} if freed else {}
    return review(plan, sample_facts(), None, MetricsPlan.model_validate({"stances": stances}))
