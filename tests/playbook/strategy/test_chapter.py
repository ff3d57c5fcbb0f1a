from __future__ import annotations

import pytest

from playbook.facts import sample_facts
from playbook.handbook.blocks import Section
from playbook.language import LANGUAGES
from playbook.strategy.chapter import chapter
from playbook.strategy.lists import Audience, Figure, Goal, Platform, Touchpoint
from playbook.strategy.model_plan import changed_plan, sound_plan
from playbook.strategy.parts import Maturity, Phase, Positioning
from playbook.strategy.plan import StrategyPlan

from ..chapters import enum_words, grids, marked, said, shape, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
PEOPLE = {each.id for each in FACTS.company.people}
ACCOUNTS = {each.id for each in FACTS.company.accounts}


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def told(plan: StrategyPlan) -> str:
    return said(chapter(plan, FACTS))


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(sound_plan())
    shown = told(plan)
    assert len(marks) > 80
    assert [each for each in marks if each not in shown] == []


def test_both_languages_hold_the_same_words_of_the_learner(monkeypatch: pytest.MonkeyPatch) -> None:
    plan, _ = marked(sound_plan())
    shapes = []
    for each in LANGUAGES:
        monkeypatch.setenv("COURSE_LANGUAGE", each)
        shapes.append(shape(chapter(plan, FACTS)))
    assert shapes[0] == shapes[1]


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    plan, _ = marked(sound_plan(), skipped=("account", "owner"))
    words = enum_words(StrategyPlan) | ACCOUNTS if reader == "zh" else set()
    assert stand_as_words(told(plan), words | PEOPLE) == set()


def test_a_goal_goes_from_where_to_where_by_when_and_is_somebodys() -> None:
    goal = Goal(
        purpose="customers", measure="reply_share", base=71.5, low=80, high=1200, account="service", owner="tao"
    )
    [row] = grids(chapter(StrategyPlan(goals=[goal]), FACTS).blocks)[0].rows
    tao = next(each.name for each in FACTS.company.people if each.id == "tao")
    service = FACTS.company.account("service").name
    assert [str(each).replace("—", "–") for each in row][2:] == ["71.5", "80–1,200", f"@{service}", tao]


def test_whoever_meets_people_is_called_by_name() -> None:
    tao = next(each.name for each in FACTS.company.people if each.id == "tao")
    shown = told(StrategyPlan(touchpoints=[Touchpoint(where="柜台", who="tao")]))
    assert tao in shown.split("\n")


def test_a_number_of_the_market_keeps_its_year_as_a_year() -> None:
    assert "2,025" not in told(StrategyPlan(figures=[Figure(what="月活", value="5.88 亿", year=2025)]))


def test_personal_data_are_asked_for_only_where_some_are_kept() -> None:
    with_data, without = (told(StrategyPlan(audiences=[Audience(name="茶客", keeps=each)])) for each in ("地址", ""))
    [asked] = {"留着他们什么信息", "Personal data kept"} & set(with_data.split("\n"))
    assert asked not in without


def test_only_a_whole_trade_must_say_where_its_orders_come_from() -> None:
    local, trade = (
        told(StrategyPlan(positioning=Positioning(for_whom="茶客", scope=each))) for each in ("local", "industry")
    )
    asked = ("做全行业：单子从哪里来", "Whole trade: orders from")
    assert not any(each in local for each in asked)
    assert any(each in trade for each in asked)


def test_a_half_filled_strategy_shows_what_it_has() -> None:
    plan = StrategyPlan(
        phase=Phase(switch="kept_followers"), maturity=Maturity(level=2), platforms=[Platform(name="微博")]
    )
    assert "微博" in told(plan)
    assert len([each for each in chapter(plan, FACTS).blocks if isinstance(each, Section)]) == 4


def test_how_a_purpose_is_read_today_stands_beside_it() -> None:
    plan = changed_plan({"goals": {"1": {"purpose": "reputation"}}})
    assert any(each in told(plan) for each in ("不是让批评消失", "not to make criticism disappear"))


def test_a_fresh_plan_has_no_table() -> None:
    assert grids(chapter(StrategyPlan(), FACTS).blocks) == []
