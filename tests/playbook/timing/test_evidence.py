import re
from dataclasses import replace

import pandas as pd
import pytest

from playbook.company import Company
from playbook.conflicts import conflicts
from playbook.facts import Facts, sample_facts
from playbook.language import Text

FACTS = sample_facts()
POSTS = FACTS.posts
TOPICS = [topic for topic, conflict in conflicts().items() if conflict.system == "timing"]


def empty(column: str) -> pd.Series:
    return pd.Series(pd.NA, POSTS.index, POSTS[column].dtype)


OWN = replace(FACTS, reactions=None, ledger=None, staff=None, invented=False)
POOR = {
    "dates alone": replace(OWN, posts=POSTS.assign(posted_at=empty("posted_at"))),
    "no counts": replace(OWN, posts=POSTS.assign(likes=empty("likes"))),
    "no source": replace(OWN, posts=POSTS.assign(source=empty("source"))),
    "five posts": replace(OWN, posts=POSTS.groupby("account").head(5)),
    "one post": replace(OWN, posts=POSTS.groupby("account").head(1)),
    "other accounts alone": replace(OWN, posts=POSTS[POSTS["account"] == "shop"]),
    "nobody on duty": replace(OWN, company=Company(name="甲", accounts=FACTS.company.accounts)),
}


def favours(topic: str, account: str, facts: Facts = FACTS) -> tuple[str, ...]:
    return conflicts()[topic].evidence(facts, account).favours


def said(topic: str, account: str = "flagship", facts: Facts = FACTS) -> Text:
    return conflicts()[topic].evidence(facts, account).said


@pytest.mark.parametrize("account", [each.id for each in FACTS.company.accounts])
def test_evidence_favours_positions_that_there_are(account: str) -> None:
    for topic in TOPICS:
        assert set(favours(topic, account)) <= conflicts()[topic].positions.keys()


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_give_a_sentence_in_both_languages_and_no_number_that_is_none(kind: str) -> None:
    for topic in TOPICS:
        told = said(topic, facts=POOR[kind])
        assert told.zh.endswith("。")
        assert told.en.strip().endswith(".")
        assert not re.search(r"\bnan\b|<NA>|NaT|[{}]", told.zh + told.en)


@pytest.mark.parametrize("kind", ["no counts", "five posts", "one post", "other accounts alone"])
def test_data_that_cannot_tell_favour_nothing(kind: str) -> None:
    assert {topic: favours(topic, "flagship", POOR[kind]) for topic in TOPICS} == dict.fromkeys(TOPICS, ())


def test_the_gap_speaks_for_one_hour_with_its_numbers() -> None:
    assert favours("gap-between-posts", "flagship") == ("one_hour",)
    told = said("gap-between-posts")
    for number in ("1,252", "1.40", "2025-01-01", "2025-12-31"):
        assert number in told.zh
        assert number in told.en


def test_hours_of_one_s_own_win_for_the_flagship_and_the_evening_is_as_good_for_the_shop() -> None:
    assert favours("best-hours", "flagship") == ("own_data",)
    assert favours("best-hours", "shop") == ("own_data", "evening")
    assert favours("universal-time-rules", "flagship") == ("own_data",)
    assert favours("universal-time-rules", "class") == ()


def test_no_weekday_is_best_and_few_posts_do_not_even_say_that() -> None:
    assert favours("best-days", "flagship") == ("even",)
    assert favours("best-days", "class") == ()


def test_weekends_are_worth_it_for_the_store() -> None:
    assert favours("weekend-posting", "store") == ("every_day",)
    assert favours("weekend-posting", "flagship") == ()  # somewhat less, which forbids nothing


def test_a_scheduler_costs_no_reactions_but_a_late_answer_asks_for_somebody_on_duty() -> None:
    assert favours("scheduling-tools", "flagship") == ("scheduled_attended",)
    assert favours("scheduling-tools", "flagship", OWN) == ("scheduled_attended", "scheduled")


def test_scheduled_posts_that_get_half_speak_for_the_hand() -> None:
    by_tool = POSTS["source"] == "定时发布"
    halved = {count: POSTS[count].mask(by_tool, POSTS[count] // 2) for count in ("likes", "comments", "reposts")}
    assert favours("scheduling-tools", "flagship", replace(FACTS, posts=POSTS.assign(**halved))) == ("by_hand",)


def test_better_wednesdays_and_thursdays_speak_for_the_middle_of_the_week() -> None:
    midweek = POSTS["posted_on"].dt.day_of_week.isin([2, 3])
    doubled = POSTS.assign(likes=POSTS["likes"].mask(midweek, POSTS["likes"] * 2 + 9))
    assert favours("best-days", "flagship", replace(FACTS, posts=doubled)) == ("midweek",)


def test_campaign_hours_need_a_log_and_enough_campaign_posts() -> None:
    topic = "article8-campaign-hours-vs-own-slots"
    assert favours(topic, "shop") == ("campaign_windows", "own_best")  # 21:00 is both
    assert favours(topic, "flagship") == ()
    assert "不足 20 条" in said(topic).zh
    assert "没有编辑日志" in said(topic, facts=OWN).zh


def test_what_the_log_does_not_hold_is_left_open() -> None:
    assert {favours("posting-vs-interacting", each.id) for each in FACTS.company.accounts} == {()}
    assert {favours("daily-volume", each.id) for each in FACTS.company.accounts} == {()}


def test_what_fits_in_a_day_is_said_of_the_card() -> None:
    assert "13 小时" in said("volume-vs-gap-feasibility").zh
    assert "没有排值班" in said("volume-vs-gap-feasibility", facts=POOR["nobody on duty"]).zh
