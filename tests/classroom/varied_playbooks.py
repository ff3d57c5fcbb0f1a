"""Playbooks with one thing open each: a contradiction left as it was planted, or one that was only written away."""

from __future__ import annotations

from collections.abc import Iterator

from classroom.exercise import PlanField
from playbook.capstone.plan import RepairPlan
from playbook.capstone.repairs import drawn
from playbook.facts import sample_facts
from playbook.plans import read_plan


def varied_playbooks(field: PlanField) -> Iterator[RepairPlan]:
    """Yield the right repairs with each place as it was planted, and each in another way; those of other plans."""
    right = read_plan(RepairPlan, field.expect.value(sample_facts()))
    yield right.model_copy(update={"seed": right.seed + 1})
    for repair in drawn(right.seed):
        as_planted = right
        for place in repair.places:
            as_planted = as_planted.choosing(place, place.first)
        yield as_planted
        for place in repair.places:
            for option in place.options:
                yield right.choosing(place, option)
                yield as_planted.choosing(place, option)
