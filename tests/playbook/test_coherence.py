"""Plans held against each other: what clashes is found once, named in words, and nothing else is."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest

from playbook.capstone.plants import plant, plants
from playbook.coherence import CHECKS, Clash, coherence
from playbook.coherence.clash import PLANS as SAID
from playbook.content.draft import Draft
from playbook.content.plan import ContentPlan, Mix
from playbook.facts import Facts, sample_facts
from playbook.governance.plan import GovernancePlan
from playbook.handbook.held import PLANS, Held
from playbook.handbook.model import sound_plans
from playbook.image.model_plan import sound_plan as image_plan
from playbook.language import LANGUAGES
from playbook.matrix.plan import MatrixPlan, Place
from playbook.plans import Plan, read_plan
from playbook.rules import resolve
from playbook.strategy.lists import NotDone
from playbook.strategy.plan import StrategyPlan
from playbook.timing.plan import Slot, TimingPlan

FACTS = sample_facts()
HOSTILE = "</td><script>alert(1)</script>{0}{what}%s\u202e\x00=cmd"
# Plans that exercises begin with, each with faults of its own.
BEGUN = (
    "specialist.model_plan:begin", "strategy.model_plan:flawed_goals", "matrix.model_matrix:tangled_plan",
    "interaction.model_plan:rushed_replies", "interaction.model_plan:crowded_follows", "campaign.model_old:old_brief",
    "crisis.model_plan:careless_watch", "crisis.model_plan:hasty_response", "metrics.model_plan:flawed_card",
    "governance.model_plan:careless_keys", "governance.model_plan:careless_flow",
)  # fmt: skip


@cache
def whole() -> dict[str, Plan]:
    """Return a sound plan of each system."""
    return sound_plans(FACTS)


@cache
def planted(check: str) -> dict[str, Plan]:
    """Return the same with one contradiction."""
    return plant(whole(), check)


def clashes(plans: Mapping[str, Plan | None], facts: Facts = FACTS) -> list[Clash]:
    """Return where these plans clash."""
    return coherence(Held(facts, dict.fromkeys((*PLANS, "company")) | dict(plans), None))


@cache
def found(check: str) -> tuple[Clash, ...]:
    """Return what is found where one contradiction is planted."""
    return tuple(clashes(planted(check)))


def ids(plans: Mapping[str, Plan | None]) -> set[str]:
    """Return which checks find something."""
    return {each.id for each in clashes(plans)}


def alone(*plans: Plan) -> list[Clash]:
    """Return where these few plans clash; the others are not written."""
    return clashes({each.system: each for each in plans})


def edited(system: str, **changed: Any) -> Plan:  # noqa: ANN401 - whatever a plan holds
    """Return a sound plan with some fields changed."""
    plan = whole()[system]
    return read_plan(type(plan), plan.model_dump(mode="json") | changed)


@pytest.mark.parametrize("wanted", LANGUAGES)
def test_sound_plans_of_all_systems_fit_together(wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", wanted)
    assert clashes(sound_plans(FACTS)) == []


@pytest.mark.parametrize("check", plants())
def test_a_planted_contradiction_is_found_and_nothing_else(check: str) -> None:
    assert {each.id for each in found(check)} == {check}


def test_there_is_a_contradiction_for_every_check() -> None:
    assert {each.id for each in CHECKS} == set(plants())


@pytest.mark.parametrize("check", plants())
def test_a_clash_names_both_plans_in_both_languages(check: str) -> None:
    for clash, wanted in product(found(check), LANGUAGES):
        told = (clash.what + clash.mend).in_language(wanted).lower()
        for system in clash.systems:
            said = "公司卡" if wanted == "zh" else "company card"
            assert (SAID[system].in_language(wanted) if system in SAID else said) in told


@pytest.mark.parametrize("check", plants())
def test_a_clash_calls_people_and_accounts_by_their_names(check: str) -> None:
    raw = {*(each.id for each in FACTS.company.people), *(each.id for each in FACTS.company.accounts)}
    for clash in found(check):
        assert not re.findall(rf"\b(?:{'|'.join(raw)})\b|[{{}}]", clash.what.zh + clash.mend.zh)


@pytest.mark.parametrize("check", plants())
def test_each_clash_says_where_and_what_to_do(check: str) -> None:
    for clash in found(check):
        assert clash.mend.zh.endswith("。")
        assert clash.mend.en.endswith(".")
        assert {at.partition(":")[0] for at in clash.at} == set(clash.systems) - {"company"}


@pytest.mark.parametrize("missing", PLANS)
def test_a_system_without_a_plan_gives_no_clash(missing: str) -> None:
    for check in plants():
        if any(missing in clash.systems for clash in found(check)):
            left = clashes(planted(check) | {missing: None})
            assert not [each for each in left if missing in each.systems]


@pytest.mark.parametrize("seed", range(8))
def test_any_mix_of_plans_is_read_without_an_error(seed: int) -> None:
    chance = np.random.default_rng(seed)
    begun: list[Plan] = [resolve(f"playbook.{each}")(FACTS) for each in BEGUN]
    known = {name: [None, kind(), whole()[name]] for name, kind in PLANS.items()}
    for plan in (*begun, *(plan for check in plants() for plan in planted(check).values())):
        known[plan.system].append(plan)
    for _ in range(20):
        clashes({name: each[chance.integers(len(each))] for name, each in known.items()})


def test_a_company_with_nothing_but_posts_is_read_too() -> None:
    bare = Facts(FACTS.company, FACTS.posts, None, invented=False)
    for check in plants():
        assert check in {each.id for each in clashes(planted(check), bare)}


def test_what_a_learner_typed_is_told_as_it_stands() -> None:
    not_done = [NotDone(what=HOSTILE, instead="-")]
    place = Place(account="flagship", purpose=f"答问题，{HOSTILE}")
    [clash] = alone(StrategyPlan(not_done=not_done), MatrixPlan(places=[place]))
    assert HOSTILE in clash.what.zh
    assert HOSTILE in clash.what.en


# ---- week and drafts


def test_slots_of_an_account_of_which_content_knows_nothing_have_no_drafts() -> None:
    slots = [Slot(account="store", day=2, hour=13), Slot(account="store", day=4, hour=13)]
    [clash] = alone(TimingPlan(slots=slots), ContentPlan())
    assert "2 个时段" in clash.what.zh
    assert clash.at == ("timing:store/2/13", "timing:store/4/13", "content:queue")


def test_drafts_that_are_ideas_or_out_already_fill_no_slot() -> None:
    slots = [Slot(account="store", day=2, hour=13)]
    for status, found in (("idea", 1), ("draft", 0), ("approved", 0), ("published", 1), ("archived", 1)):
        draft = Draft.model_validate({"id": "d", "account": "store", "status": status})
        assert len(alone(TimingPlan(slots=slots), ContentPlan(queue=[draft]))) == found


def test_a_mix_of_as_many_posts_as_there_are_slots_is_no_clash_whichever_of_the_two_is_mended() -> None:
    slots = [Slot(account="store", day=day, hour=13) for day in (1, 2, 3)]
    queue = [Draft(id=f"d{n}", account="store") for n in range(4)]
    four = ContentPlan(mixes=[Mix(account="store", posts_a_week=4)], queue=queue)
    assert [each.id for each in alone(TimingPlan(slots=slots), four)] == ["week-unlike-mix"]
    assert alone(TimingPlan(slots=[*slots, Slot(account="store", day=4, hour=13)]), four) == []
    three = ContentPlan(mixes=[Mix(account="store", posts_a_week=3)], queue=queue)
    assert alone(TimingPlan(slots=slots), three) == []


def test_an_empty_week_does_not_ask_for_slots_or_drafts() -> None:
    assert alone(TimingPlan(), whole()["content"]) == []


def test_the_hours_that_the_strategy_gives_weibo_are_those_that_its_accounts_take() -> None:
    matrix = MatrixPlan(places=[Place(account="flagship", hours=60), Place(account="shop", hours=34.5)])

    def told(name: str, hours: float, **changed: str) -> list[str]:
        platform = {"name": name, "choice": "keep", "hours": hours} | changed
        return [each.what.zh for each in alone(StrategyPlan.model_validate({"platforms": [platform]}), matrix)]

    assert told("微博", 60) == ["策略计划给微博一周 60 小时，矩阵计划里各个账号加起来要 94.5 小时。"]
    assert len(told("Sina Weibo", 94.4)) == 1
    assert told("微博", 94.5) == told("微博", 0) == told("短视频", 10) == told("微博", 60, choice="close") == []


# ---- accounts


@pytest.mark.parametrize("system", ["strategy", "image", "content", "timing", "campaign", "metrics"])
def test_an_account_given_up_is_found_wherever_it_is_still_planned_for(system: str) -> None:
    matrix = MatrixPlan(places=[Place(account="flagship", fate="close")])
    found = [each for each in alone(matrix, whole()[system]) if each.id == "account-given-up"]
    assert [each.systems for each in found] == [("matrix", system)]
    assert "@岚间茶馆" in found[0].what.zh or "@Lanjian Teahouse" in found[0].what.zh


def test_a_key_to_an_account_given_up_is_no_clash() -> None:
    matrix = MatrixPlan(places=[Place(account="class", fate="close")])
    assert alone(matrix, whole()["governance"]) == []


def test_accounts_that_only_the_register_knows_are_known() -> None:
    slots = [Slot(account="ware", day=1, hour=15)]
    assert alone(TimingPlan(slots=slots)) == []
    assert [each.id for each in alone(TimingPlan(slots=[Slot(account="nowhere", day=1, hour=15)]))] == [
        "account-unknown"
    ]


# ---- people, keys, hours


@pytest.mark.parametrize(
    "system", ["specialist", "strategy", "image", "matrix", "content", "campaign", "crisis", "metrics"]
)
def test_whoever_has_left_is_found_in_each_plan_that_still_names_them(system: str) -> None:
    left = GovernancePlan.model_validate({"members": [{"who": who, "left": True} for who in ("xiaoman", "shen")]})
    plan = image_plan() if system == "image" else whole()[system]  # with an account still to be opened
    assert ("left-but-named", (system, "governance")) in {(each.id, each.systems) for each in alone(left, plan)}


def test_a_specialist_whom_neither_the_card_nor_the_team_knows_is_found() -> None:
    def told(who: str, **governance: Any) -> list[str]:  # noqa: ANN401 - whatever a plan holds
        return [each.id for each in alone(edited("specialist", who=who), edited("governance", **governance))]

    assert told("陈一禾") == ["specialist-unknown"]
    assert told("林小满") == told("xiaoman") == []
    assert "specialist-unknown" not in told("老岚")  # of the team, and not on the card
    assert told("陈一禾", members=[], roles=[]) == []  # no team is written down
    assert told("陈一禾", members=[{"who": "陈一禾", "hours": 40}]) == []
    assert told("陈一禾", members=[{"who": "陈一禾", "left": True}]) == ["left-but-named"]


def test_the_accounts_of_the_specialist_fit_into_the_week_that_is_planned() -> None:
    places = [Place(account="flagship", owner="xiaoman", hours=28), Place(account="service", owner="林小满", hours=13)]
    others = [Place(account="shop", owner="shen", hours=22), Place(account="class", owner="xiaoman", fate="close")]

    def told(hours: float) -> list[str]:
        plan = edited("specialist", week={"days": 5, "hours": {"fan-interaction": hours} if hours else {}})
        return [each.what.zh for each in alone(plan, MatrixPlan(places=[*places, *others]))]

    assert told(40) == ["矩阵计划里林小满管的账号一周要 41 小时，专员计划里林小满一周只排了 40 小时。"]
    assert told(41) == told(0) == []  # nothing is planned yet


def test_before_anybody_has_a_key_no_key_is_missed() -> None:
    bare = edited("governance", keys=[])
    assert ids(whole() | {"governance": bare}) == set()


def test_hours_of_somebody_outside_the_card_are_not_judged() -> None:
    slots = [Slot(account="flagship", day=6, hour=14)]
    keys = [{"account": "flagship", "who": "xiaoman", "may": ["post"]}]
    on_card = GovernancePlan.model_validate({"keys": keys})
    assert [each.id for each in alone(TimingPlan(slots=slots), on_card)] == ["slot-without-key"]
    other = GovernancePlan.model_validate({"keys": [*keys, {"account": "flagship", "who": "老岚", "may": ["post"]}]})
    assert alone(TimingPlan(slots=slots), other) == []


def test_a_slot_at_which_nobody_is_on_duty_is_left_to_the_timing_plans_own_review() -> None:
    keys = GovernancePlan.model_validate({"keys": [{"account": "flagship", "who": "xiaoman", "may": ["post"]}]})
    assert alone(TimingPlan(slots=[Slot(account="flagship", day=6, hour=3)]), keys) == []


def test_hours_on_end_are_told_as_a_span() -> None:
    [clash] = found("answer-without-key")
    assert "周六 10—19 点、周日 10—19 点" in clash.what.zh
    assert "Sat 10:00–19:00, Sun 10:00–19:00" in clash.what.en


# ---- campaigns, crises, aims


def test_a_campaign_is_watched_by_its_name_or_by_its_days() -> None:
    crisis = planted("campaign-unwatched")["crisis"].model_dump(mode="json")
    named = {"word": whole()["campaign"].model_dump()["briefs"][0]["name"], "kind": "industry_event"}
    crisis["watch"]["words"].append(named)
    assert ids(whole() | {"crisis": read_plan(PLANS["crisis"], crisis)}) == set()


def test_a_campaign_may_begin_at_any_slot_of_its_account_and_at_no_other_hour() -> None:
    brief = whole()["campaign"].model_dump(mode="json")["briefs"][0]
    found = {}
    for hour in range(24):
        campaign = edited("campaign", briefs=[brief | {"launch_hour": hour}])
        found[hour] = [each.id for each in alone(campaign, whole()["timing"])]
    assert {hour for hour, each in found.items() if not each} == {15, 16}  # the flagship's slots on a Monday


def test_ranges_that_touch_are_not_apart() -> None:
    row = next(each for each in whole()["metrics"].model_dump()["scorecards"] if each["account"] == "service")["rows"]
    low, high = next((each["low"], each["high"]) for each in row if each["measure"] == "reply_share")
    for wanted, apart in (((high, high + 5), False), ((high + 1, high + 5), True), ((low - 9, low - 1), True)):
        goal = {"purpose": "customers", "measure": "reply_share", "account": "service"}
        strategy = StrategyPlan.model_validate({"goals": [goal | {"low": wanted[0], "high": wanted[1]}]})
        assert bool(alone(strategy, whole()["metrics"])) is apart


def test_a_goal_without_an_account_may_be_followed_on_any_card() -> None:
    for measure, followed in (("settled", True), ("sign_ups", False)):
        strategy = StrategyPlan.model_validate({"goals": [{"purpose": "brand", "measure": measure}]})
        assert (alone(strategy, whole()["metrics"]) == []) is followed


def test_a_channel_that_does_not_hire_is_held_to_it_in_either_language() -> None:
    matrix = MatrixPlan(places=[Place(account="jobs", kind="recruitment")])
    for words in ("招人", "在微博上招聘", "hiring", "recruiting staff"):
        assert [each.id for each in alone(StrategyPlan(not_done=[NotDone(what=words)]), matrix)] == [
            "left-out-but-done"
        ]
    assert alone(StrategyPlan(not_done=[NotDone(what="urgent complaints")]), matrix) == []


def test_a_campaign_on_an_account_is_held_against_the_day_it_opens() -> None:
    brief = whole()["campaign"].model_dump(mode="json")["briefs"][0]
    opened = edited("image", opening=[{"name": "opened", "on": "2026-09-01", "owner": "shen"}])
    for starts, found in (("2026-08-31", 1), ("2026-09-01", 0)):
        campaign = edited("campaign", briefs=[brief | {"starts": starts}])
        assert len(alone(campaign, opened)) == found
        assert alone(campaign, whole()["image"]) == []  # it has been open for years


@pytest.mark.parametrize("typed", ["", "a/b", "{0}", "  "])
def test_an_account_that_is_no_id_is_told_of_and_breaks_nothing(typed: str) -> None:
    brief = whole()["campaign"].model_dump(mode="json")["briefs"][0] | {"account": typed}
    goals = [each | {"account": typed} for each in whole()["strategy"].model_dump(mode="json")["goals"]]
    found = ids(whole() | {"campaign": edited("campaign", briefs=[brief]), "strategy": edited("strategy", goals=goals)})
    assert ("account-unknown" in found) is bool(typed.strip())
    assert "campaign-before-verified" not in found
