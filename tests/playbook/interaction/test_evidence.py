import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from playbook.conflicts import Evidence, conflicts
from playbook.facts import Facts
from playbook.interaction import evidence

from .poor import ALONE, CANDIDATES, COMMENTS, FACTS, FOLLOWERS, OWN, POOR

JUDGES: dict[str, Callable[[Facts, str], Evidence]] = {name: getattr(evidence, name) for name in evidence.__all__}


def told(name: str, facts: Facts = FACTS) -> Evidence:
    return JUDGES[name](facts, "flagship")


@pytest.mark.parametrize("name", JUDGES)
def test_every_topic_of_the_system_is_weighed_here_and_favours_positions_that_there_are(name: str) -> None:
    conflict = conflicts()[name.replace("_", "-")]
    assert conflict.weighed_by == f"playbook.interaction.evidence:{name}"
    assert set(told(name).favours) <= set(conflict.positions)
    assert told(name).whole


@pytest.mark.parametrize("kind", POOR)
@pytest.mark.parametrize("name", JUDGES)
def test_poor_data_give_a_sentence_in_both_languages_and_no_number_that_is_none(name: str, kind: str) -> None:
    said = told(name, POOR[kind]).said
    assert said.zh.endswith("。")
    assert said.en.strip().endswith(".")
    assert not re.search(r"\bnan|<NA>|NaT|None|\binf\b|[{}]|  ", said.zh + said.en)


@pytest.mark.parametrize("name", JUDGES)
def test_posts_alone_favour_nothing_and_say_what_is_missing(name: str) -> None:
    found = told(name, OWN)
    assert found.favours == ()
    assert "答不了" in found.said.zh


def test_follow_back_groups_answer_less_and_bring_less_than_chosen_accounts() -> None:
    found = told("follow_back_groups")
    assert found.favours == ("targeted", "limited")
    assert "答了 1 次" in found.said.zh
    lively = CANDIDATES.assign(answered=CANDIDATES["commented"], signals=9)
    assert told("follow_back_groups", replace(FACTS, candidates=lively)).favours == ()


def test_lists_without_a_kind_that_wastes_time_are_favoured_beside_going_by_use() -> None:
    found = told("whom_to_follow")
    assert found.favours == ("five_groups", "three_targets", "by_use")
    assert "业内资讯" in found.said.zh.split("明显少的")[1]
    assert found.said.zh.endswith("一类“明显少”的也没有的，是第 1 篇和第 8 篇。")
    alike = CANDIDATES.assign(signals=2, minutes_a_week=3.0).astype(CANDIDATES.dtypes.to_dict())
    assert told("whom_to_follow", replace(FACTS, candidates=alike)).favours == ()


def test_five_a_day_outgrow_the_hours_on_duty_within_the_year() -> None:
    assert told("number_of_follows").favours == ("limited", "necessary")
    assert told("number_of_follows", replace(FACTS, company=ALONE)).favours == ()
    short = CANDIDATES.assign(minutes_a_week=0.1).astype(CANDIDATES.dtypes.to_dict())
    assert told("number_of_follows", replace(FACTS, candidates=short)).favours == ()


def test_what_asking_for_follows_brings_is_said_not_to_be_known() -> None:
    found = told("soliciting_by_mention_and_dm")
    assert found.favours == ()
    assert "is not in the data" in found.said.en


def test_ways_of_winning_that_hardly_anybody_outlasts_speak_for_keeping() -> None:
    found = told("retention_vs_acquisition")
    assert found.favours == ("keep_first",)
    assert "40 元" in found.said.zh
    assert "元" not in told("retention_vs_acquisition", replace(FACTS, campaigns=None)).said.zh
    alike = FOLLOWERS[FOLLOWERS["origin"].isin(["content", "search"])].assign(origin="content")
    assert told("retention_vs_acquisition", replace(FACTS, followers=alike)).favours == ()


def test_on_bought_followers_the_law_decides_whatever_the_data_say() -> None:
    found = told("buying_fans")
    assert found.favours == ()
    assert "9 位是空壳" in found.said.zh
    none = FOLLOWERS[FOLLOWERS["origin"] != "bought"]
    assert "法律" in told("buying_fans", replace(FACTS, followers=none)).said.zh
    assert conflicts()["buying-fans"].decided == "law"


def test_idle_follow_back_groups_speak_for_the_article_s_own_principle() -> None:
    assert told("article6_growth_means_vs_principle").favours == ("principle",)
    assert told("article6_growth_means_vs_principle", replace(FACTS, candidates=None)).favours == ()


def test_criticism_answered_in_time_speaks_for_showing_it() -> None:
    found = told("showing_only_praise")
    assert found.favours == ("both",)
    assert "24 个百分点" in found.said.zh
    assert "只数每位读者的第一条" in found.said.zh
    cross = COMMENTS.assign(kind=COMMENTS["kind"].where(COMMENTS["thread"] == COMMENTS["id"], "complaint"))
    assert told("showing_only_praise", replace(FACTS, comments=cross)).favours == ()
