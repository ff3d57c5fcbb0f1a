"""What lesson and exercise 7.2 ask of a campaign's terms: whether today's rules let something pass."""

from __future__ import annotations

from typing import Any, Literal

from playbook.campaign.model_brief import sound_plan
from playbook.campaign.review import review
from playbook.facts import Facts
from playbook.rules import rule

Answer = Literal["yes", "no"]


def allowed(facts: Facts, rule_id: str, changed: dict[str, Any]) -> Answer:
    """Return whether a sound brief changed in these fields (as JSON holds them) still passes a rule.

    Raises KeyError for a rule that no system has.
    """
    wanted = rule(rule_id).id
    return "no" if any(each.rule == wanted for each in review(sound_plan(changed), facts)) else "yes"
