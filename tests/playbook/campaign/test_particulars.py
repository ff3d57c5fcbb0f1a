"""Each of the fifteen particulars is missed when it is not there, and none is when all are."""

import re
from typing import Any

import pytest

from playbook.campaign.model_brief import sound_brief
from playbook.campaign.particulars import PARTICULARS, announcement, missing, to_publish, unpublished
from playbook.facts import sample_facts
from playbook.rules import rule

COMPANY = sample_facts().company
EVERY = [each.id for each in PARTICULARS]
BOWL = {"name": "白瓷盖碗", "value": 120, "number": 3}
# What leaves out each particular, and no other.
WITHOUT: dict[str, dict[str, Any]] = {
    "prize-name": {"prizes": [BOWL | {"name": " "}]},
    "prize-type": {"prize_kind": None},
    "amount": {"prizes": [BOWL | {"value": 0}]},
    "number": {"prizes": [BOWL | {"number": 0}]},
    "who-may": {"who_may": ""},
    "how": {"actions": []},
    "draw-time": {"draw_on": None},
    "draw-how": {"draw_how": ""},
    "claim-time": {"claim_by": None},
    "claim-needs": {"claim_needs": ""},
    "claim-how": {"claim_how": ""},
    "delivery": {"delivery": ""},
    "forfeit": {"forfeit": ""},
    "organiser": {"contact": ""},
}
# A text as somebody writes it, a sentence for each particular.
WRITTEN = {
    "levels": "设一等奖、二等奖，",
    "prize-name": "白瓷盖碗和春茶茶样。",
    "prize-type": "都是实物。",
    "amount": "盖碗市价 120 元。",
    "number": "盖碗 3 只、茶样 20 份。",
    "who-may": "面向所有微博用户。",
    "how": "在本条下面留言。",
    "draw-time": "12 月 28 日开奖。",
    "draw-how": "由评委会选出。",
    "claim-time": "结果出来 10 天内请回复。",
    "claim-needs": "凭本人账号领。",
    "claim-how": "给我们私信。",
    "delivery": "包邮寄到家。",
    "forfeit": "逾期就当不要了。",
    "organiser": "主办：岚间茶馆，电话 0571-1234567。",
}


def ids(**changed: object) -> list[str]:
    return [each.id for each in missing(sound_brief(**changed), COMPANY)]


def test_there_are_fifteen_and_a_complete_brief_misses_none() -> None:
    assert len(EVERY) == len(set(EVERY)) == 15
    assert ids() == []


@pytest.mark.parametrize("particular", WITHOUT)
def test_a_brief_that_leaves_one_particular_open_is_told_of_that_one(particular: str) -> None:
    assert ids(**WITHOUT[particular]) == [particular]
    [found] = unpublished(sound_brief(**WITHOUT[particular]), COMPANY)
    assert found.rule == f"campaign.publish-{particular}"
    assert "一杯茶的故事" in found.what.en
    assert rule(found.rule).source.id == "law-promotions"


def test_without_a_prize_all_that_is_said_of_prizes_is_missing() -> None:
    assert ids(prizes=[]) == ["levels", "prize-name", "amount", "number"]


@pytest.mark.parametrize("particular", EVERY)
def test_a_text_of_ones_own_says_each_in_its_own_words_or_is_told(particular: str) -> None:
    assert ids(text="".join(WRITTEN.values())) == []
    rest = "".join(said for each, said in WRITTEN.items() if each != particular)
    brief = sound_brief(text=rest)
    assert [each.id for each in missing(brief, COMPANY)] == [particular]
    [found] = unpublished(brief, COMPANY)
    assert "the text to publish does not say it" in found.what.en


def test_the_announcement_put_into_the_text_passes() -> None:
    assert ids(text=announcement(sound_brief(), COMPANY).zh) == []


@pytest.mark.parametrize("particular", ["amount", "draw-time", "claim-needs", "delivery", "forfeit", "organiser"])
def test_a_line_cut_out_of_the_announcement_is_told(particular: str) -> None:
    label = next(each.label.zh for each in PARTICULARS if each.id == particular)
    lines = announcement(sound_brief(), COMPANY).zh.split("\n")
    assert ids(text="\n".join(line for line in lines if not line.startswith(f"{label}："))) == [particular]


def test_the_announcement_says_every_particular_in_both_languages_once() -> None:
    told = announcement(sound_brief(), COMPANY)
    for each in PARTICULARS:
        assert told.zh.count(f"\n{each.label.zh}：") == 1
        assert told.en.count(f"\n{each.label.en}: ") == 1
    assert "2026 年 12 月 14 日到 2026 年 12 月 25 日" in told.zh
    assert "first prize 120 yuan each, second prize 30 yuan each" in told.en


def test_a_single_prize_has_no_rank() -> None:
    told = announcement(sound_brief(prizes=[BOWL]), COMPANY).zh
    assert "奖项：只设一个奖" in told
    assert not re.search("一等奖", told)


def test_a_campaign_that_gives_nothing_has_nothing_of_this_to_publish() -> None:
    assert ids(form="vote", prizes=[], draw_how="", contact="") == []


def test_prizes_make_it_a_prize_campaign_whatever_its_form() -> None:
    assert "draw-how" in ids(form="vote", draw_how="")


def test_a_text_of_ones_own_goes_out_as_it_is() -> None:
    assert to_publish(sound_brief(text="只说一句"), COMPANY).zh == "只说一句"
