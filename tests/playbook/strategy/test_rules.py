from collections.abc import Sized

import pytest

from playbook.conflicts import conflicts
from playbook.facts import sample_facts
from playbook.metrics.measures import MEASURES
from playbook.rules import coverage, rule, rules
from playbook.strategy.models import FUNCTIONS, MODELS, MOTIVES, PURPOSES, RUNGS, STEPS

RULES = rules("strategy")
HISTORY = {
    "channel-effects", "definition-web2", "four-advantages", "advantage-viral", "adopter-examples", "growth-reasons",
    "plan-template-five-points", "execution-plan-four-parts", "no-uniform-template", "platform-three-indicators",
}  # fmt: skip
TOPICS = {
    "positioning-first-or-emergent", "local-or-industry-scope", "multi-platform-sync", "market-figures-dated",
}  # fmt: skip


def test_every_rule_finds_its_counterexample_and_lets_its_good_example_pass() -> None:
    assert [(each.id, wrong.en) for each, wrong in coverage("strategy") if wrong] == []


def test_all_but_history_and_definitions_is_checked() -> None:
    assert {each.id.partition(".")[2] for each in RULES.values() if not each.checked_by} == HISTORY


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_every_position_names_rules_that_exist(topic: str) -> None:
    for position in conflicts()[topic].positions.values():
        assert [rule(name).id for name in position.rules] == list(position.rules)


def test_the_lists_are_as_long_as_the_articles_say() -> None:
    told: dict[str, Sized] = {
        "account-purposes-seven": PURPOSES, "ten-marketing-models": MODELS, "six-functions": FUNCTIONS,
        "follower-motives": MOTIVES, "seven-maturity-steps": RUNGS, "five-step-operating-model": STEPS,
    }  # fmt: skip
    assert {name: len(held) for name, held in told.items()} == {
        name: RULES[f"strategy.{name}"].values["count"] for name in told
    }


def test_a_measure_that_fits_a_purpose_is_none_that_is_refused() -> None:
    assert [each for purpose in PURPOSES.values() for each in purpose.measures if MEASURES[each].refused] == []


@pytest.mark.parametrize("topic", sorted(TOPICS))
def test_evidence_speaks_of_the_company_or_says_what_to_count(topic: str, reader: str) -> None:
    facts = sample_facts()
    evidence = conflicts()[topic].evidence(facts, facts.main)
    assert set(evidence.favours) <= set(conflicts()[topic].positions)
    assert str(evidence.said).strip()


def test_old_figures_of_the_market_are_held_against_the_year_of_the_data(reader: str) -> None:
    facts = sample_facts()
    evidence = conflicts()["market-figures-dated"].evidence(facts, facts.main)
    assert "as_told" not in evidence.favours
    assert str(facts.posts["posted_on"].max().year) in str(evidence.said)
