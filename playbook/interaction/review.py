"""What is wrong with how a company answers, follows, talks and grows. Each part that is begun is judged, no other."""

from __future__ import annotations

from typing import Any

from playbook.facts import Facts, sample_facts
from playbook.interaction.answering import answering
from playbook.interaction.following import following
from playbook.interaction.growing import growing
from playbook.interaction.held import unlike_stances
from playbook.interaction.plan import InteractionPlan
from playbook.interaction.sheets import sheets
from playbook.interaction.talking import talking
from playbook.plans import read_plan
from playbook.rules import Finding


def review(plan: InteractionPlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with a plan; what the data do not hold (an inbox, candidates) is not judged.

    A finding's `at` names kinds of message, followed accounts, "routine", or fields of the habits.
    """
    return [
        *review_replies(plan, facts),
        *following(plan, facts),
        *talking(plan),
        *growing(plan),
        *unlike_stances(plan),
    ]


def review_replies(plan: InteractionPlan, facts: Facts) -> list[Finding]:
    """Return what is wrong with the rules for the inbox alone."""
    return [*answering(plan, facts), *sheets(plan, facts)]


def review_account(plan: InteractionPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Return the findings on the whole plan: the inbox belongs to the company, not to one account."""
    return review(plan, facts)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`) against the sample company."""
    return review(read_plan(InteractionPlan, example), sample_facts())
