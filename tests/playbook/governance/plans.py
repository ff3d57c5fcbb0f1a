"""Short ways to the sound plan with one thing changed, and to what is found in it."""

from dataclasses import replace
from typing import Any

from playbook.company import Account, Company
from playbook.facts import SAMPLE_ALONE, Facts, sample_facts
from playbook.governance.model_plan import sound_plan
from playbook.governance.plan import GovernancePlan
from playbook.governance.review import review

FACTS = sample_facts()
NOTHING_ELSE: dict[str, Any] = dict.fromkeys(SAMPLE_ALONE)
CARD = Company(name="Ours", accounts=[Account(id="a", name="甲"), Account(id="b", name="乙")])
OWN = replace(FACTS, company=CARD, invented=False, **NOTHING_ELSE)  # nobody on duty, nothing but posts


def plan(changes: dict[str, Any] | None = None) -> GovernancePlan:
    """The sound plan changed in these places, in English."""
    return sound_plan(changes, "en")


def found(changes: dict[str, Any], rule: str, facts: Facts = FACTS) -> list[str]:
    """What is said under one rule of the sound plan so changed, in English."""
    return [each.what.en for each in review(plan(changes), facts) if each.rule == f"governance.{rule}"]


def rules_of(changes: dict[str, Any]) -> set[str]:
    """The rules that find something in the sound plan so changed."""
    return {each.rule.removeprefix("governance.") for each in review(plan(changes), FACTS)}
