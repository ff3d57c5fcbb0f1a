from dataclasses import replace

import pytest

from playbook.facts import sample_facts
from playbook.language import LANGUAGES
from playbook.matrix.model_matrix import model_plan, tangled_plan
from playbook.matrix.review import review
from playbook.sample.variants import variant
from playbook.stance_planner import topics_to_decide

FACTS = sample_facts()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_is_let_pass_and_decides_all_that_a_company_has_to(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    model = model_plan(sample_facts())
    assert review(model, sample_facts()) == []
    assert set(model.stances) == set(topics_to_decide("matrix"))
    assert FACTS.register is not None
    assert {each.account for each in model.places} == set(FACTS.register["account"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tangle_gives_every_finding_that_the_lesson_clears(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", language)
    rules_found = {finding.rule.removeprefix("matrix.") for finding in review(tangled_plan(FACTS), FACTS)}
    assert rules_found == {
        "fit-company", "service-account-role", "owner-named", "staff-hours", "name-and-verification",
        "two-accounts-a-company", "says-whose", "differentiated-positioning", "two-accounts-parallel", "relay-adds",
    }  # fmt: skip


def test_the_model_leaves_out_a_relay_that_helps_nobody_in_another_variant() -> None:
    world = variant(1)  # there the flagship's relays help the store alone
    facts = replace(FACTS, posts=world.posts, relays=world.relays, ledger=None)
    assert [relay.at for relay in model_plan(facts).relays] == ["flagship>store"]
    assert review(model_plan(facts), facts) == []


def test_the_tangle_has_the_eight_accounts_of_the_register_and_the_relays_of_the_data() -> None:
    tangle = tangled_plan(FACTS)
    assert len(tangle.places) == 8
    assert {relay.by for relay in tangle.relays if relay.of == "class"} == {
        "flagship", "shop", "store", "service", "founder",
    }  # fmt: skip
    assert not any(place.hand_off for place in tangle.places)
    assert not any(relay.adds for relay in tangle.relays)


def test_the_tangle_of_a_company_without_a_register_has_the_accounts_of_its_card() -> None:
    tangle = tangled_plan(replace(FACTS, register=None, relays=None))
    assert [place.account for place in tangle.places] == [each.id for each in FACTS.company.accounts]
