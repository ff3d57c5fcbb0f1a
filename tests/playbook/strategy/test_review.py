"""What the review finds in a strategy, and what it leaves alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from playbook.company import Account, Company
from playbook.facts import sample_facts
from playbook.plans import read_plan, written
from playbook.rules import Finding
from playbook.strategy.lists import Audience, Goal, Platform
from playbook.strategy.model_plan import changed_plan, flawed_goals, mended_goals, sound_plan
from playbook.strategy.parts import Maturity, Phase
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.review import review

FACTS = sample_facts()


def found(**example: Any) -> list[Finding]:  # noqa: ANN401 - as JSON
    return review(changed_plan(example), FACTS)


def ids(findings: list[Finding]) -> set[str]:
    return {each.rule.partition(".")[2] for each in findings}


def test_the_sound_plan_has_no_finding_and_survives_being_saved(reader: str) -> None:
    plan = sound_plan()
    assert review(plan, FACTS) == []
    assert StrategyPlan.model_validate_json(written(plan)) == plan
    assert {"zh": "重要客户管理（答复率）", "en": "look after key customers (share answered)"}[reader] in str(
        plan.said()
    )
    assert (plan.entries("service"), plan.entries("")) == (1, 3)


def test_nothing_decided_nothing_found() -> None:
    assert review(StrategyPlan(), FACTS) == []


def test_the_flawed_goals_have_four_faults_and_the_mended_ones_none(reader: str) -> None:
    assert ids(review(flawed_goals(FACTS), FACTS)) == {
        "three-goals", "no-vanity-goal", "earned-not-bought", "not-universal",
    }  # fmt: skip
    assert review(mended_goals(FACTS, []), FACTS) == []
    other = {"zh": "buy 3,000", "en": "买粉"}[reader]
    assert other not in written(flawed_goals(FACTS))


def test_the_platform_that_the_others_are_held_against_need_not_say_what_it_adds_though_another_is_larger() -> None:
    weibo, app = ({"choice": "keep", "share": share, "added": 0.0} for share in (67.0, 86.0))
    assert "reach-it-adds" not in ids(found(platforms={"0": weibo, "1": app | {"added": 26.0}}))
    assert "reach-it-adds" not in ids(found(platforms={"0": weibo | {"added": 7.0}, "1": app}))
    [finding] = [each for each in found(platforms={"0": weibo, "1": app}) if each.rule == "strategy.reach-it-adds"]
    assert finding.at == ("platforms/1",)


def test_a_refused_measure_is_told_with_the_reason_and_what_to_take(reader: str) -> None:
    [finding] = found(goals={"3": {"measure": "followers"}})
    assert finding.at == ("goals/3",)
    assert {"zh": "它几乎只涨不跌", "en": "it hardly ever falls"}[reader] in str(finding.what)
    assert {"zh": "留下的粉丝", "en": "followers kept"}[reader] in str(finding.mend)


@pytest.mark.parametrize(
    ("growth", "rule"),
    [
        ("初期花钱买粉", "earned-not-bought"), ("buy 5,000 followers", "earned-not-bought"),
        ("请水军", "earned-not-bought"), ("好评返现", "no-paid-praise"), ("pay for reviews", "no-paid-praise"),
    ],
)  # fmt: skip
def test_bought_readers_and_paid_praise_are_found_in_whatever_is_written(growth: str, rule: str) -> None:
    assert ids(found(phase={"growth": growth})) == {rule}
    assert ids(found(risks={"1": {"what": growth}})) == {rule}


@pytest.mark.parametrize("growth", ["不买粉，靠门店", "we never buy followers", "请买过的人写真话"])
def test_what_is_refused_or_only_sounds_alike_is_left_alone(growth: str) -> None:
    assert found(phase={"growth": growth}) == []


def test_a_goal_is_for_an_audience_of_the_plan_or_of_none_yet() -> None:
    assert ids(found(goals={"1": {"audience": "游客"}})) == {"segmented-targeting"}
    assert "segmented-targeting" not in ids(found(goals={"1": {"audience": "游客"}}, audiences=[]))


def test_a_sales_goal_waits_until_the_first_phase_is_over() -> None:
    [finding] = found(phase={"now": "accumulate"})
    assert (finding.rule, finding.at) == ("strategy.two-phase-growth", ("goals/2",))


@pytest.mark.parametrize(
    ("low", "high", "wrong"),
    [
        (88.0, 88.0, "goal-has-range"),
        (0.0, 0.0, "goal-has-range"),
        (92.0, 88.0, "goal-in-order"),
        (60.0, 70.0, "goal-in-order"),  # worse than today
        (90.0, 120.0, "goal-in-order"),  # a share
    ],
)
def test_a_target_is_a_range_that_goes_up_from_today(low: float, high: float, wrong: str) -> None:
    assert ids(found(goals={"1": {"low": low, "high": high}})) == {wrong}


def test_a_measure_of_another_purpose_is_found_with_the_goal_it_stands_at() -> None:
    assert [each.at for each in found(goals={"1": {"measure": "kept_followers", "purpose": "industry"}})] == [
        ("goals/1",)
    ]


def test_local_needs_its_region_and_somebody_in_it_and_the_trade_a_way_to_orders() -> None:
    assert ids(found(positioning={"region": ""})) == {"local-else-industry"}
    outside = {"1": {"place": "outside"}, "2": {"place": "outside"}}
    assert ids(found(audiences=outside)) == {"local-failure-cause"}
    assert ids(found(positioning={"scope": "industry", "conversion": "茶课"}, audiences=outside)) == set()


def test_personal_data_need_a_basis_only_if_some_are_kept() -> None:
    assert ids(found(audiences={"2": {"basis": "none"}})) == {"personal-data-basis"}
    assert found(audiences={"2": {"basis": "none", "keeps": ""}}) == []


@pytest.mark.parametrize(("year", "use", "wrong"), [(2012, "present", 1), (2012, "history", 0), (0, "history", 1)])
def test_a_figure_has_a_year_and_an_old_one_is_history(year: int, use: str, wrong: int) -> None:
    figure = {"what": "用户超三亿", "value": "3 亿", "year": year, "source": "第 4 篇", "use": use}
    assert [each.rule for each in found(figures=[figure])] == ["strategy.user-numbers-2012"] * wrong


def test_a_platform_kept_needs_hours_and_where_posts_are_synced_somebody_who_answers() -> None:
    kept = {"choice": "keep", "hours": 4.0, "posting": "synced"}
    assert ids(found(platforms={"2": kept})) == {"multi-platform-caution"}
    assert found(platforms={"2": kept | {"replies": 10}}) == []
    assert ids(found(platforms={"2": kept | {"replies": 10, "hours": 0.0}})) == {"multi-platform-caution"}


def test_the_level_is_the_highest_that_unbroken_evidence_reaches() -> None:
    assert Maturity(plan="x", listen="x", interact="x").reached == 2
    assert ids(found(maturity={"listen": "", "build": "x", "level": 1})) == {"two-explorations"}
    assert ids(found(maturity={"level": 5})) == {"seven-maturity-steps"}
    everything = dict.fromkeys(("network", "build", "manage"), "x")
    assert found(maturity=everything | {"level": 7}) == []
    assert ids(found(maturity=everything | {"level": 6})) == {"seven-maturity-steps"}


def test_no_strategy_keeps_another_companys_name_and_the_company_s_own_words_pass() -> None:
    assert ids(found(positioning={"effect": "让 250 车品的车主省心"})) == {"case-catering-training-brand"}
    assert found(positioning={"effect": "250 克装的茶，学员也买得起"}) == []


def test_a_company_of_its_own_is_judged_by_its_own_card_and_years() -> None:
    own = replace(
        FACTS,
        company=Company(name="云上书店", accounts=[Account(id="a1", name="云上书店")]),
        invented=False,
        reactions=None,
    )
    assert review(StrategyPlan(), own) == []
    findings = review(sound_plan(), own)
    assert ids(findings) == {"goal-has-account"}
    assert findings[0].at == ("goals/1", "goals/2", "goals/3")


def test_entries_without_a_name_go_by_their_number(reader: str) -> None:
    plan = StrategyPlan(audiences=[Audience(name="茶客"), Audience()])
    said = {str(each.what) for each in review(plan, FACTS) if each.rule == "strategy.follower-motives"}
    assert said == {
        {"zh": "没有写他们想要什么：茶客、第 2 项。", "en": "Nothing says what they want: 茶客, no. 2."}[reader]
    }


def test_a_part_that_is_begun_is_judged_alone() -> None:
    findings = review(StrategyPlan(platforms=[Platform(name="微博")]), FACTS)
    assert {at.partition("/")[0] for each in findings for at in each.at} == {"platforms", "channels"}
    assert {each.at for each in review(StrategyPlan(phase=Phase(now="market")), FACTS)} == {("phase",)}


def test_stances_bind_the_plan() -> None:
    held = {"multi-platform-sync": {"position": "by_hours"}}
    synced = {"posting": "synced", "replies": 9}
    assert ids(found(stances=held, platforms={"1": synced})) == {"multi-platform-caution"}
    assert ids(found(stances={"local-or-industry-scope": {"position": "industry"}})) == {"local-else-industry"}
    assert ids(found(stances={"positioning-first-or-emergent": {"position": "pilot"}})) == set()


def test_a_goal_keeps_its_dates() -> None:
    plan = read_plan(StrategyPlan, {"goals": [{"measure": "comments", "by": "2026-09-27"}]})
    assert plan.goals == [Goal(measure="comments", by=date(2026, 9, 27))]
