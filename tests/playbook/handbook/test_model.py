"""The sample company takes a position on every question that is its own to answer, and says why."""

import re
from datetime import date
from functools import cache

import pytest

from playbook.campaign.particulars import to_publish
from playbook.campaign.plan import CampaignPlan
from playbook.coherence import coherence
from playbook.conflicts import conflicts
from playbook.facts import SAMPLE_ALONE, Facts, sample_facts
from playbook.handbook.held import PLANS, Held
from playbook.handbook.model import numbers, sound_plans
from playbook.handbook.sample import SAVED
from playbook.language import LANGUAGES, Language, speaking
from playbook.sample.card import sample_card
from playbook.sample.variants import variant
from playbook.stances import Stance, StancePlan, seen_of

OPEN = [topic for topic, each in conflicts().items() if each.decided == "stance"]
SEEDS = (1,)  # a variant's data take ten seconds to make
# What stays open in other companies, whatever they hold: hours that the data know too little, words that find too few.
NO_STANCE = {"timing.own-fans-first", "timing.own-audience-slots", "crisis.words-find-enough"}


@cache
def taken(facts: Facts, wanted: Language = "zh") -> dict[str, Stance]:
    """Return every stance of the plans for these facts, by topic."""
    with speaking(wanted):
        plans = sound_plans(facts).values()
    return {topic: each for plan in plans if isinstance(plan, StancePlan) for topic, each in plan.stances.items()}


def unlike_data(facts: Facts) -> list[str]:
    """Return the topics of positions that the main account's data speak against."""
    weighed = {topic: conflicts()[topic].evidence(facts, facts.main).favours for topic in taken(facts)}
    return [topic for topic, favours in weighed.items() if favours and taken(facts)[topic].position not in favours]


def test_every_question_that_a_company_decides_has_a_position_that_exists_and_none_besides() -> None:
    assert sorted(taken(sample_facts())) == sorted(OPEN)
    for topic, stance in taken(sample_facts()).items():
        assert stance.position in conflicts()[topic].positions


def test_what_was_seen_is_what_the_data_say() -> None:
    facts = sample_facts()
    for topic, stance in taken(facts).items():
        assert stance.seen == seen_of(conflicts()[topic].evidence(facts, facts.main))


def test_positions_are_those_that_the_data_speak_for_but_one_that_says_why_not() -> None:
    assert unlike_data(sample_facts()) == ["retention-vs-acquisition"]


def test_one_week_of_hours_holds_for_the_specialist_in_every_plan() -> None:
    plans = {name: plan.model_dump() for name, plan in sound_plans(sample_facts()).items()}
    owned = [each["hours"] for each in plans["matrix"]["places"] if each["owner"] == "xiaoman"]
    [member] = [each["hours"] for each in plans["governance"]["members"] if each["who"] == "xiaoman"]
    assert sum(plans["specialist"]["week"]["hours"].values()) == sum(owned) == member == 40


def test_on_the_day_of_the_handbook_what_was_found_is_past_and_what_is_due_is_to_come() -> None:
    plans = {name: plan.model_dump() for name, plan in sound_plans(sample_facts()).items()}
    crisis, watch = plans["crisis"], plans["crisis"]["watch"]
    found: list[date] = [watch["reviewed_on"], *(each["on"] for each in plans["metrics"]["reviews"])]
    due: list[date] = [
        crisis["drill_on"], watch["next_on"], *(each["first"] for each in watch["watch_days"]),
        *(each["valid_until"] for each in plans["image"]["papers"] if each["valid_until"]),
        plans["strategy"]["backing"]["review_on"], plans["governance"]["scheme"]["review_on"],
    ]  # fmt: skip
    assert max(found) < SAVED < min(due)


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_every_position_has_a_reason_of_its_own_in_the_readers_language(wanted: Language) -> None:
    reasons = [stance.why for stance in taken(sample_facts(), wanted).values()]
    assert all(reasons)
    assert len(set(reasons)) == len(OPEN)
    assert all(reason.endswith({"zh": ("。", "？"), "en": (".", "?")}[wanted]) for reason in reasons)
    assert all(any("一" <= sign <= "鿿" for sign in reason) is (wanted == "zh") for reason in reasons)


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_every_figure_in_a_reason_was_seen(wanted: Language) -> None:
    for stance in taken(sample_facts(), wanted).values():
        assert stance.seen is not None
        assert numbers(stance.why) <= numbers(stance.seen.text.in_language(wanted))


def test_stances_bring_nothing_to_mend_with_them() -> None:
    held = Held(sample_facts(), dict.fromkeys((*PLANS, "company")) | sound_plans(sample_facts()), None)
    assert [each.rule for found in held.findings.values() for each in found] == ["timing.own-fans-first"]
    assert coherence(held) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_another_company_keeps_what_its_own_data_bear_out(seed: int) -> None:
    world = variant(seed)
    tables = {name: world.table(name) for name in ("posts", *SAMPLE_ALONE)}
    facts = Facts(sample_card(), invented=True, **tables)
    stances = taken(facts)
    assert unlike_data(facts) == ["retention-vs-acquisition"]
    assert 0 < sum(not each.why for each in stances.values()) < len(stances)
    for stance in stances.values():
        assert stance.seen is not None
        assert numbers(stance.why) <= numbers(stance.seen.zh)
    held = Held(facts, dict.fromkeys((*PLANS, "company")) | sound_plans(facts), None)
    assert {each.rule for found in held.findings.values() for each in found} <= NO_STANCE
    assert coherence(held) == []


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_what_the_draw_publishes_is_chinese_throughout(wanted: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    facts = sample_facts()
    plan = sound_plans(facts)["campaign"]
    assert isinstance(plan, CampaignPlan)
    [brief] = plan.briefs
    published = to_publish(brief, facts.company).zh
    assert "奖品：白瓷盖碗" in published
    assert not re.search("[A-Za-z]", published)
