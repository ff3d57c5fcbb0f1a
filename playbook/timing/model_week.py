"""Weeks that the review lets pass: what an exercise shows as one right answer among many."""

from __future__ import annotations

from playbook.conflicts import conflicts
from playbook.facts import Facts
from playbook.stances import Stance, seen_of
from playbook.timing.plan import TimingPlan
from playbook.timing.suggest import suggest
from playbook.timing.suggester import constraints


def decided_week(facts: Facts, account: str, posts: int, topics: list[str]) -> TimingPlan:
    """Return the stances that the account's data speak for (else the first position), and the best week under them."""
    plan = TimingPlan(stances={topic: _stance(topic, facts, account) for topic in topics})
    made = suggest(facts, account, constraints(plan, posts))
    return plan.model_copy(update={"slots": [each.slot for each in made.slots]})


def _stance(topic: str, facts: Facts, account: str) -> Stance:
    conflict = conflicts()[topic]
    evidence = conflict.evidence(facts, account)
    return Stance(position=(*evidence.favours, *conflict.positions)[0], seen=seen_of(evidence))
