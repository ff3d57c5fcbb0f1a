from __future__ import annotations

from dataclasses import replace

import pytest

from playbook.campaign.brief import Brief
from playbook.campaign.chapter import chapter
from playbook.campaign.model_brief import sound_brief, sound_plan
from playbook.campaign.plan import CampaignPlan
from playbook.facts import sample_facts
from playbook.handbook.blocks import Para
from playbook.language import LANGUAGES

from ..chapters import enum_words, grids, marked, said, stand_as_words  # noqa: TID252 - tests are no package

FACTS = sample_facts()
FULL = {
    "changes": [{"on": "2026-12-16", "what": "多加十份茶样", "why": "参加的人多"}],
    "filing_number": "备 1", "price_before": 99.5, "price_charged": "上个月", "price_now": 88, "quantity": 40,
    "refund": "没有用的都退", "link": "https://weibo.com/u/1", "leader": "老岚", "leader_says_whose": True,
    "exclusive": True, "text": "",
}  # fmt: skip


@pytest.fixture(params=LANGUAGES, autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)


def test_whatever_a_learner_wrote_stands_in_the_chapter() -> None:
    plan, marks = marked(sound_plan(FULL))
    told = said(chapter(plan, FACTS))
    assert len(marks) > 30
    assert [each for each in marks if each not in told] == []


def test_no_id_and_no_word_of_the_plans_file_is_shown(reader: str) -> None:
    told = said(chapter(sound_plan(FULL | {"collects": ["phone", "id_number"]}), FACTS))
    words = enum_words(Brief) | {each.id for each in FACTS.company.accounts}
    shown = words if reader == "zh" else {each for each in words if "_" in each}
    assert stand_as_words(told, shown | {each.id for each in FACTS.company.people} | {"b1"}) == set()


def test_campaigns_stand_in_order_of_their_first_day_and_those_without_one_last() -> None:
    plan = sound_plan({"name": "后", "starts": "2026-12-20"}, {"name": "未定", "starts": None}, {"name": "先"})
    calendar = grids(chapter(plan, FACTS).blocks)[0]
    assert [str(row[0]) for row in calendar.rows] == ["先", "后", "未定"]


def test_every_field_of_a_brief_that_is_filled_in_is_told() -> None:
    bare = said(chapter(sound_plan({}), FACTS))
    filled = {"mentions": 77, "quantity": 4321, "price_before": 12.5, "replies": 88, "reveal_on": "2026-12-27"}
    for field, value in filled.items():
        told = said(chapter(sound_plan({field: value}), FACTS)).replace(",", "")
        assert told.count(str(value)) > bare.count(str(value)), field


def test_a_launch_at_midnight_is_an_hour_too(reader: str) -> None:
    told = said(chapter(sound_plan({"launch_hour": 0}), FACTS))
    assert ("几点发出：0 点" if reader == "zh" else "Goes out at: 0:00") in told


def test_what_goes_out_is_the_text_of_the_brief_or_the_announcement_with_what_it_lacks(reader: str) -> None:
    made = said(chapter(sound_plan({}), FACTS))
    assert "奖项：一等奖、二等奖" in made
    own = said(chapter(sound_plan({"text": "来写一杯茶\n写得好有奖"}), FACTS))
    assert "来写一杯茶\n写得好有奖" in own
    assert ("还缺" if reader == "zh" else "are missing") in own


def test_without_a_record_of_campaigns_nothing_is_expected() -> None:
    alone = replace(FACTS, campaigns=None)
    assert said(chapter(sound_plan({}), alone)) != said(chapter(sound_plan({}), FACTS))


def test_a_brief_that_is_just_begun_names_what_is_not_decided() -> None:
    plan = CampaignPlan(briefs=[Brief(id="b1", name="新茶会")])
    told = said(chapter(plan, FACTS))
    assert "新茶会" in told
    assert "从哪天到哪天" in told or "When" in told
    assert sound_brief().name not in told


def test_a_fresh_plan_says_in_one_line_what_is_not_decided() -> None:
    made = chapter(CampaignPlan(), FACTS)
    assert grids(made.blocks) == []
    [line] = [str(each.says) for each in made.blocks if isinstance(each, Para)]
    assert len(line.replace("；", ";").split(";")) == 3
