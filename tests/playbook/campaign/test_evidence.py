import re
from dataclasses import replace

import pytest

from playbook.campaign.evidence import campaign_threshold, prize_and_bought_word_of_mouth, role_of_campaigns
from playbook.campaign.plan import CampaignPlan
from playbook.conflicts import Evidence, conflicts
from playbook.facts import Facts, sample_facts
from playbook.planners import Desk
from playbook.stance_planner import StancePlanner
from tests.worlds import WORLDS

from .worlds import WORST, by_hand

FACTS = sample_facts()
CAMPAIGNS = FACTS.campaigns
assert CAMPAIGNS is not None
OWN = replace(
    FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None, comments=None,
    spread=None, campaigns=None, invented=False,
)  # fmt: skip
POOR = {
    "posts alone": OWN,
    "three campaigns": replace(FACTS, campaigns=CAMPAIGNS.head(3)),
    "five campaigns": replace(FACTS, campaigns=by_hand()),
    "nobody stayed": replace(FACTS, campaigns=by_hand(kept_90=[0, 0, 0, 0, 0])),
    "nothing known": replace(FACTS, campaigns=CAMPAIGNS.tail(4).head(4)),
    "the last fifteen": replace(FACTS, campaigns=CAMPAIGNS.tail(15)),
    "all asked the same": replace(FACTS, campaigns=CAMPAIGNS.assign(steps=2, mentions_asked=0)),
    "one sort of prize": replace(FACTS, campaigns=CAMPAIGNS[CAMPAIGNS["tied"].astype(bool)]),
    "not 90 days yet": replace(
        FACTS, campaigns=CAMPAIGNS.assign(kept_90=CAMPAIGNS["kept_90"].mask(CAMPAIGNS["kept_90"].notna()))
    ),
}


def all_three(facts: Facts = FACTS) -> list[Evidence]:
    return [
        judge(facts, "flagship") for judge in (campaign_threshold, role_of_campaigns, prize_and_bought_word_of_mouth)
    ]


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_give_a_sentence_in_both_languages_and_no_number_that_is_none(kind: str) -> None:
    for told in all_three(POOR[kind]):
        assert told.said.zh.endswith("。")
        assert told.said.en.strip().endswith(".")
        assert not re.search(r"\bnan\b|\binf\b|<NA>|NaT|None|[{}]|  ", told.said.zh + told.said.en)


def test_without_a_record_each_says_what_is_missing_and_favours_nothing() -> None:
    for told in all_three(OWN):
        assert "没有过去活动的记录" in told.said.zh
        assert told.favours == ()


@pytest.mark.parametrize("kind", ["three campaigns", "five campaigns", "not 90 days yet", "one sort of prize"])
def test_data_that_cannot_tell_of_prizes_favour_nothing(kind: str) -> None:
    assert prize_and_bought_word_of_mouth(POOR[kind], "shop").favours == ()


def test_a_low_threshold_is_what_the_campaigns_speak_for_and_ten_mentions_were_never_tried() -> None:
    told = campaign_threshold(FACTS, "flagship")
    assert told.favours == ("low_for_new", "low")
    assert "@ 10 位从来没试过" in told.said.zh
    assert "2023-01-15" in told.said.en
    assert campaign_threshold(POOR["all asked the same"], "flagship").favours == ()


def test_where_ten_were_tried_the_number_is_told_as_any_other() -> None:
    assert CAMPAIGNS is not None
    tried = CAMPAIGNS.assign(mentions_asked=CAMPAIGNS["mentions_asked"].replace(5, 10))
    assert "从来没试过" not in campaign_threshold(replace(FACTS, campaigns=tried), "flagship").said.zh


def test_the_largest_campaign_being_the_dearest_speaks_for_asking_why_first() -> None:
    told = role_of_campaigns(FACTS, "shop")
    assert "why_first" in told.favours
    assert "36 of 36" in told.said.en
    assert CAMPAIGNS is not None
    without = role_of_campaigns(replace(FACTS, campaigns=CAMPAIGNS[CAMPAIGNS["id"] != WORST]), "shop")
    assert "why_first" not in without.favours  # the next largest was a good one


def test_prizes_tied_to_the_business_are_spoken_for_even_without_the_one_that_stands_out() -> None:
    told = prize_and_bought_word_of_mouth(FACTS, "shop")
    assert told.favours == ("related",)
    assert "年末大抽奖（2024）" in told.said.zh
    assert "60%" in told.said.zh


@pytest.mark.parametrize("seed", range(6))
def test_other_worlds_speak_for_the_same_positions(seed: int) -> None:
    facts = replace(FACTS, campaigns=WORLDS[seed].campaigns)
    assert campaign_threshold(facts, "flagship").favours == ("low_for_new", "low")
    assert "why_first" in role_of_campaigns(facts, "flagship").favours
    assert prize_and_bought_word_of_mouth(facts, "flagship").favours == ("related",)


@pytest.mark.parametrize("topic", ["campaign-threshold", "role-of-campaigns", "prize-and-bought-word-of-mouth"])
def test_a_conflict_hears_its_evidence_and_has_the_positions_that_it_speaks_for(topic: str) -> None:
    told = conflicts()[topic].evidence(FACTS, "flagship")
    assert told.favours
    assert set(told.favours) <= set(conflicts()[topic].positions)


def test_what_the_campaigns_say_is_told_of_all_accounts(reader: str) -> None:
    shown = StancePlanner(Desk(CampaignPlan(), print), FACTS, ("campaign-threshold",), FACTS.main)
    [evidence] = [each.value for each in shown.children if "2023-01-15" in getattr(each, "value", "")]
    name = FACTS.company.name
    assert {"zh": f"{name}的 6 个账号：", "en": f"All 6 accounts of {name}: "}[reader] in evidence
    assert "@" not in evidence.split("2023-01-15")[0]
