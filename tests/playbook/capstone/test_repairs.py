"""Contradictions that learners repair: each is there until it is repaired, some repairs only move it, and none lies."""

import pytest

from playbook.capstone.houses import House, facts_of, houses, people_of
from playbook.capstone.plan import RepairPlan
from playbook.capstone.plants import plants
from playbook.capstone.repairs import LEAST, MOST, drawn, repairs
from playbook.capstone.review import UNTRUE, clashes_of, faults_of, mended, plans_of, planted, review
from playbook.capstone.sound import made, sound
from playbook.coherence import coherence
from playbook.facts import sample_facts
from playbook.handbook.held import PLANS, Held

FACTS = sample_facts()
SEEDS = range(40)
# Every contradiction that can be repaired, with a seed that draws it.
SEED_OF = {
    check: next(seed for seed in range(400) if check in {each.check for each in drawn(seed)}) for check in repairs()
}


def left(plan: RepairPlan) -> set[str]:
    return {each.rule for each in review(plan, "", FACTS)}


@pytest.mark.parametrize("wanted", ["zh", "en"])
def test_the_plans_as_saved_fit_together(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    plans = sound("zh" if wanted == "zh" else "en")
    assert list(plans) == list(PLANS)
    assert coherence(Held(FACTS, plans, None)) == []


@pytest.mark.slow
def test_the_plans_as_saved_are_those_that_the_models_make() -> None:
    again = made()
    for language in ("zh", "en"):
        saved = {name: plan.model_dump(mode="json", exclude_defaults=True) for name, plan in sound(language).items()}
        assert saved == again[language], "write them again: python -m playbook.capstone.sound"


def test_a_seed_draws_three_to_five_contradictions_and_always_the_same() -> None:
    assert {len(drawn(seed)) for seed in SEEDS} == set(range(LEAST, MOST + 1))
    assert all({each.check for each in drawn(seed)} <= set(plants()) for seed in SEEDS)
    drawn.cache_clear()
    assert [each.check for each in drawn(1646)] == [
        "slot-without-key", "writing-over-hours", "left-but-named", "targets-apart",
    ]  # fmt: skip


@pytest.mark.parametrize("house", houses())
@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_seed_plants_is_found_alone_and_one_way_leaves_nothing_open(house: House, seed: int) -> None:
    assert left(planted(FACTS, house, seed)) == {f"capstone.{each.check}" for each in drawn(seed)}
    assert left(mended(FACTS, house, seed)) == set()


def test_mended_plans_have_no_finding_that_the_sound_ones_do_not_have() -> None:
    before = Held(FACTS, sound("zh"), None).findings
    after = Held(FACTS, plans_of(mended(FACTS, "lanjian", 1736)), None).findings
    assert {name: len(found) for name, found in after.items()} == {name: len(found) for name, found in before.items()}


@pytest.mark.parametrize("check", repairs())
def test_of_what_may_be_changed_about_a_contradiction_not_everything_repairs_it(check: str) -> None:
    plan = mended(FACTS, "lanjian", SEED_OF[check])
    others = [plan.choosing(place, option) for place in repairs()[check].places for option in place.options]
    outcomes = [left(each) for each in others]
    assert set() in outcomes
    assert any(outcomes)


@pytest.mark.parametrize("check", repairs())
def test_each_contradiction_stays_until_a_place_of_its_own_is_changed(check: str) -> None:
    plan = mended(FACTS, "lanjian", SEED_OF[check])
    for place in repairs()[check].places:
        plan = plan.choosing(place, place.first)
    assert left(plan) == {f"capstone.{check}"}


def test_a_slot_more_makes_two_contradictions_of_one() -> None:
    plan = planted(FACTS, "lanjian", 1736)
    now = left(plan.choosing(plan.places()["monday"], "three")) - left(plan)
    assert now == {"capstone.slots-without-drafts", "capstone.week-unlike-mix"}


@pytest.mark.parametrize(("place", "option"), [("minutes", "forty-five"), ("member", "here"), ("card-range", "high")])
def test_what_only_makes_the_list_shorter_is_told_and_not_taken(place: str, option: str) -> None:
    plan = mended(FACTS, "tingquan", 1646)
    found = faults_of(plan.choosing(plan.places()[place], option))
    assert UNTRUE in {each.rule for each in found}
    assert all("{" not in each.what.zh + each.what.en for each in found)


def test_no_week_of_last_year_reached_what_the_repair_calls_out_of_reach() -> None:
    assert FACTS.replies is not None
    weeks = FACTS.replies[(FACTS.replies["account"] == "service") & (FACTS.replies["week"] >= "2025-01-01")]
    assert (100 * weeks["in_time"] / weeks["asked"]).max() < 80


def test_repairs_of_other_plans_are_not_those_that_were_asked_for() -> None:
    plan = mended(FACTS, "tingquan", 1646)
    assert review(plan, "tingquan/1646", FACTS) == []
    assert [each.rule for each in review(plan, "tingquan/3", FACTS)] == ["capstone.other"]


def test_a_place_or_an_option_that_there_is_not_changes_nothing() -> None:
    plan = RepairPlan.model_validate(
        {"seed": 1736, "choices": [{"place": "nowhere", "option": "x"}, {"place": "launch", "option": "noon"}]}
    )
    assert plan.taken() == {}
    assert len(clashes_of(plan)) == len(drawn(1736))


@pytest.mark.parametrize("wanted", ["zh", "en"])
def test_nothing_of_the_other_house_bears_the_names_of_the_sample(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    plans = plans_of(planted(FACTS, "tingquan", 1646))
    told = facts_of("tingquan").company.model_dump_json() + "".join(each.model_dump_json() for each in plans.values())
    ours = (
        "岚",
        "小满",
        "沈牧",
        "陶然",
        "城南",
        "何苗",
        "anjian",
        "Xiaoman",
        "Shen Mu",
        "Tao Ran",
        "South Gate",
        "He Miao",
    )
    assert [each for each in ours if each in told] == []
    assert {"tao", "lan", "gone"} <= set(people_of("tingquan"))
