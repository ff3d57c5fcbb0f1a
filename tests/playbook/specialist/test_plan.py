"""A specialist's plan: each rule finds its counterexample, the sound plan passes, and what is refused is not found."""

import pytest

from playbook.facts import sample_facts
from playbook.language import LANGUAGES
from playbook.rules import coverage, rules
from playbook.specialist.held import BAR, ETHICS
from playbook.specialist.model_plan import begin, changed_plan, sound_plan
from playbook.specialist.plan import SpecialistPlan
from playbook.specialist.review import review
from playbook.specialist.words import KNOWN
from playbook.stances import Stance

FACTS = sample_facts()


def found(**changes: object) -> set[str]:
    paths = {path.replace("__", "."): value for path, value in changes.items()}
    return {each.rule.removeprefix("specialist.") for each in review(changed_plan(paths), FACTS)}


@pytest.fixture(scope="module")
def covered() -> dict[str, object]:
    return {each.id: wrong for each, wrong in coverage("specialist")}


@pytest.mark.parametrize("rule", rules("specialist"))
def test_every_rule_finds_its_counterexample_and_lets_the_good_one_pass(rule: str, covered: dict[str, object]) -> None:
    assert covered[rule] is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sound_plan_has_no_finding_in_either_language(language: str) -> None:
    assert review(changed_plan({}, "en" if language == "en" else "zh"), FACTS) == []


def test_an_empty_plan_is_neither_praised_nor_blamed() -> None:
    assert review(SpecialistPlan(), FACTS) == []


def test_the_plan_to_mend_has_the_planted_faults_and_no_others() -> None:
    assert {each.rule.removeprefix("specialist.") for each in review(begin(FACTS), FACTS)} == {
        "evidence-for-level", "working-time", "hard-work", "no-counts-that-are-bought", "trust-first",
        "reviewer-is-another",
    }  # fmt: skip


def test_an_ability_that_is_to_rise_is_told_what_the_level_wanted_can_do() -> None:
    plan = changed_plan({"abilities.writing.level": 2, "abilities.writing.wanted": 3})
    plan = plan.model_copy(update={"days": [each.model_copy(update={"goals": []}) for each in plan.days]})
    [finding] = [each for each in review(plan, FACTS) if each.rule == "specialist.ability-writing"]
    assert KNOWN["writing"].levels[3].zh in finding.mend.zh
    assert KNOWN["writing"].levels[2].zh not in finding.mend.zh


def test_forty_hours_are_lawful_and_one_more_is_not() -> None:
    assert "working-time" not in found(week__hours__learning=3.0)
    assert "working-time" in found(week__hours__learning=4.0)


def test_an_evening_with_somebody_on_duty_may_be_promised() -> None:
    assert "flexible-work" not in found(week__answers_days=[1, 2, 3, 4], week__answers_to=22)
    assert "flexible-work" in found(week__answers_days=[5], week__answers_to=22)


@pytest.mark.parametrize("said", ["不刷粉，不买评论", "没有刷粉"])
def test_words_that_refuse_are_not_taken_for_a_plan_to_do_it(said: str) -> None:
    assert "nothing-brushed" not in found(days__0__new_form=said)


@pytest.mark.parametrize("said", ["半夜刷粉", "买 1000 粉丝".replace(" ", ""), "buy some followers"])
def test_bought_followers_are_found_wherever_the_plan_says_so(said: str) -> None:
    assert "nothing-brushed" in found(days__0__new_form=said)


def test_a_target_of_sales_may_come_after_the_first_thirty_days() -> None:
    assert "trust-first" not in found(days__1__goals__0__judged_by="sales")
    assert "trust-first" in found(days__0__goals__0__what="销售额 3 万元")


def test_positions_against_the_law_are_closed_whatever_the_plan_says() -> None:
    stances = {BAR: Stance(position="counts"), ETHICS: Stance(position="no_limits")}
    rules_found = {each.rule for each in review(sound_plan().model_copy(update={"stances": stances}), FACTS)}
    assert {"specialist.recruit-conditions", "specialist.cheap-hype-attitude"} <= rules_found


def test_who_writes_a_name_of_their_own_is_held_to_the_law_and_not_to_a_card() -> None:
    assert "hard-work" not in found(who="Somebody New", week__hours__learning=9.0)
