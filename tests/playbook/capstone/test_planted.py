"""Contradictions drawn by a seed, a company nobody has met, and what counts as a repair."""

import json
import re
from collections import Counter

import pytest

from playbook.capstone.company import unseen, unseen_plans
from playbook.capstone.planted import FEWEST, MOST, checks_of, clashes, examined, planted, repaired
from playbook.capstone.plants import plants
from playbook.facts import sample_facts
from playbook.governance.plan import GovernancePlan
from playbook.handbook.model import sound_plans
from playbook.plans import Plan

FACTS = sample_facts()
SEEDS = range(20)


def test_a_seed_draws_three_to_five_contradictions_and_all_of_them_are_found() -> None:
    for seed in SEEDS:
        drawn = checks_of(FACTS, seed)
        assert FEWEST <= len(drawn) <= MOST
        assert {each.id for each in clashes(planted(FACTS, seed), FACTS)} == set(drawn)


def test_seeds_draw_different_contradictions_until_each_has_come_up() -> None:
    drawn = Counter(check for seed in range(80) for check in checks_of(FACTS, seed))
    assert set(drawn) == set(plants())


def test_the_same_seed_draws_the_same_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = []
    for wanted in ("zh", "en"):
        monkeypatch.setenv("COURSE_LANGUAGE", wanted)
        drawn.append([checks_of(FACTS, seed) for seed in range(5)])
    assert drawn[0] == drawn[1]


def test_plans_that_fit_together_are_repaired_and_those_handed_over_are_not() -> None:
    assert repaired(sound_plans(FACTS), FACTS, 0)
    found = examined(planted(FACTS, 0), FACTS, 0)
    assert {each.id for each in found.clashes} == set(checks_of(FACTS, 0))
    assert not found.repaired


def test_a_plan_that_is_gone_repairs_nothing() -> None:
    plans: dict[str, Plan] = {name: each for name, each in sound_plans(FACTS).items() if name != "governance"}
    assert examined(plans, FACTS, 0).missing == ("governance",)


def test_a_plan_that_is_emptied_repairs_nothing() -> None:
    found = examined({**sound_plans(FACTS), "governance": GovernancePlan()}, FACTS, 0)
    assert found.clashes == ()
    assert found.emptied == ("governance",)
    assert not found.repaired


def test_a_repair_that_breaks_a_rule_of_the_system_repairs_nothing() -> None:
    plans = sound_plans(FACTS)
    governance = plans["governance"].model_dump(mode="json")
    governance["two_steps"] = []
    found = examined({**plans, "governance": GovernancePlan.model_validate_json(json.dumps(governance))}, FACTS, 0)
    assert [(system, each.rule) for system, each in found.findings] == [("governance", "governance.two-steps")]


@pytest.mark.parametrize("wanted", ["zh", pytest.param("en", marks=pytest.mark.slow)])
def test_plans_of_a_company_nobody_has_met_fit_together_and_bear_its_names(
    wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    facts = unseen(1)
    plans = unseen_plans(facts)
    assert clashes(plans, facts) == []
    told = "".join(each.model_dump_json() for each in (*plans.values(), facts.company))
    assert not re.search(r"岚间|老岚|小满|沈牧|陶然|城南|Lanjian|\bLan\b|Xiaoman|Shen Mu|Tao Ran|South Gate", told)
    assert not facts.posts["text"].str.contains("岚间").any()
    assert ("青屿茶馆" if wanted == "zh" else "Qingyu Teahouse") == facts.company.name


def test_a_company_nobody_has_met_has_other_hours_than_the_sample_and_contradictions_of_its_own() -> None:
    facts = unseen(1)
    assert unseen_plans(facts)["timing"] != sound_plans(FACTS)["timing"]
    drawn = checks_of(facts, 1, unseen_plans)
    assert {each.id for each in clashes(planted(facts, 1, unseen_plans), facts)} == set(drawn)
    assert FEWEST <= len(drawn) <= MOST
