"""What is wrong with a plan for crises. Each part that is begun is judged, no other."""

from __future__ import annotations

from typing import Any

from playbook.crisis.alarmed import alarmed
from playbook.crisis.begun import begun
from playbook.crisis.graded import graded
from playbook.crisis.held import unlike_stances
from playbook.crisis.judging import judged
from playbook.crisis.model_plan import sound_plan
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.spoken import spoken
from playbook.crisis.staffed import staffed, watch_staffed
from playbook.crisis.watched import watched
from playbook.facts import Facts, sample_facts
from playbook.rules import Finding


def review(plan: CrisisPlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with a plan; `at` names places of the plan (`levels`, `statements.0`, `watch.owner`)."""
    return [*review_watch(plan, facts), *review_response(plan, facts), *unlike_stances(plan, facts)]


def review_watch(plan: CrisisPlan, facts: Facts) -> list[Finding]:
    """Return what is wrong with the watch and the alarm alone."""
    return [*watched(plan, facts), *alarmed(plan, facts), *watch_staffed(plan, facts), *judged(plan, facts)]


def review_response(plan: CrisisPlan, facts: Facts) -> list[Finding]:
    """Return what is wrong with how the company responds: levels, people, statements, the first hours, afterwards."""
    return [*begun(plan, facts), *graded(plan, facts), *staffed(plan, facts), *spoken(plan, facts)]


def review_account(plan: CrisisPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Return the findings on the whole plan: a crisis is the company's, not one account's."""
    return review(plan, facts)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`): the sound one, changed in these places."""
    return review(sound_plan(example.get("change", {})), sample_facts())
