"""Ways to repair a contradiction: each is tried on the plans, and some only move it."""

from functools import cache

import pytest

from playbook.capstone.given import given
from playbook.capstone.planted import clashes, compared, drawn
from playbook.capstone.plants import plants
from playbook.capstone.repairs import Way, mended, tried, ways
from playbook.facts import Facts, sample_facts
from playbook.handbook.model import sound_plans
from playbook.plans import Plan

FACTS = sample_facts()


@cache
def sound(facts: Facts) -> dict[str, Plan]:
    """Return the plans that fit together."""
    return sound_plans(facts)


@cache
def repairing(check: str) -> tuple[Way, ...]:
    """Return the ways that repair the contradiction of a check."""
    return tuple(each for each in ways()[check] if tried(check, each, FACTS, sound).repaired)


@pytest.mark.parametrize("check", ways())
def test_of_the_ways_to_repair_a_contradiction_some_repair_it_and_some_do_not(check: str) -> None:
    assert check in plants()
    assert 0 < len(repairing(check)) < len(ways()[check])


def test_an_account_that_nobody_plans_for_is_repaired_only_when_the_last_plan_has_let_it_go() -> None:
    half, whole = ways()["account-given-up"][1:]
    assert {each.systems for each in tried("account-given-up", half, FACTS, sound).clashes} >= {("matrix", "content")}
    assert tried("account-given-up", whole, FACTS, sound).repaired


def test_a_slot_more_and_no_draft_for_it_only_moves_the_contradiction() -> None:
    outcome = tried("launch-without-slot", ways()["launch-without-slot"][1], FACTS, sound)
    assert {each.id for each in outcome.clashes} == {"slots-without-drafts", "week-unlike-mix"}


@pytest.mark.parametrize("seed", range(8))
def test_repaired_one_after_the_other_the_plans_fit_together_again(seed: int) -> None:
    handed, checks = drawn(FACTS, seed, sound, tuple(ways()))
    plans = dict(handed)
    for at, check in enumerate(checks):
        assert {each.id for each in clashes(plans, FACTS)} == set(checks[at:])
        plans = mended(plans, repairing(check)[0], sound(FACTS))
    assert compared(plans, handed, sound(FACTS), FACTS).repaired


def test_what_the_capstone_hands_over_is_told_in_the_brief_and_can_be_repaired() -> None:
    handed = given(1)
    plans = dict(handed.plans)
    assert str(len(handed.checks)) in handed.brief.zh
    assert handed.facts.company.name in handed.brief.en
    for check in handed.checks:
        plans = mended(plans, repairing(check)[0], handed.sound)
    assert compared(plans, handed.plans, handed.sound, handed.facts).repaired
