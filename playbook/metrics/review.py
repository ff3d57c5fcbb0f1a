"""What is wrong with what a company measures, and with how it goes on. Each part that is begun is judged, no other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playbook.facts import Facts, sample_facts
from playbook.metrics.choosing import choosing
from playbook.metrics.comparing import comparing
from playbook.metrics.going_on import going_on
from playbook.metrics.held import unlike_stances
from playbook.metrics.model_plan import changed_plan
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.scorecard import Scorecard
from playbook.rules import Finding


def review(plan: MetricsPlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with a plan; `at` names an account, `account/measure`, or a part of the routine."""
    return [
        *(finding for card in plan.scorecards for finding in review_card(card, facts)),
        *going_on(plan, facts),
        *unlike_stances(plan, facts),
    ]


def review_card(card: Scorecard, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with one scorecard by itself: what it counts, then against what and when."""
    yield from choosing(card, facts)
    yield from comparing(card, facts)


def review_account(plan: MetricsPlan, account: str, facts: Facts) -> list[Finding]:
    """Return the findings on one account's card, and those on the whole company's routine."""
    others = {card.account for card in plan.scorecards} - {account}
    return [each for each in review(plan, facts) if not any(at.partition("/")[0] in others for at in each.at)]


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`) against the sample company.

    `card` is an account whose sound card is taken, `row` what is changed in its rows by measure (None: taken off),
    `head` what is changed in the card itself; all else are fields of the plan.
    """
    facts = sample_facts()
    return review(changed_plan(example, facts), facts)
