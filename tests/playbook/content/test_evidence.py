import re
from dataclasses import replace

import pytest

from playbook.conflicts import Evidence, conflicts
from playbook.content import evidence
from playbook.facts import Facts
from playbook.language import Text

from .poor import FACTS, OWN, POOR

ASKED = {
    "leading-content-type": evidence.leading_content_type,
    "discounts-and-promotion-share": evidence.discounts_and_promotion_share,
    "company-news-and-product": evidence.company_news_and_product,
    "website-links": evidence.website_links,
    "text-length": evidence.text_length,
    "jokes-vs-relevance": evidence.jokes_vs_relevance,
    "induced-engagement": evidence.induced_engagement,
    "content-mix-sum": evidence.content_mix_sum,
}


def told(topic: str, account: str = "shop", facts: Facts = FACTS) -> Evidence:
    return ASKED[topic](facts, account)


def said(topic: str, account: str = "shop", facts: Facts = FACTS) -> Text:
    return told(topic, account, facts).said


@pytest.mark.parametrize("topic", ASKED)
def test_a_conflict_names_its_evidence(topic: str) -> None:
    assert conflicts()[topic].weighed_by == f"playbook.content.evidence:{topic.replace('-', '_')}"


@pytest.mark.parametrize("account", [each.id for each in FACTS.company.accounts])
def test_evidence_favours_positions_that_there_are(account: str) -> None:
    for topic in ASKED:
        assert set(told(topic, account).favours) <= conflicts()[topic].positions.keys()


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_give_a_sentence_in_both_languages_and_no_number_that_is_none(kind: str) -> None:
    for topic in ASKED:
        sentence = said(topic, "class", POOR[kind])
        assert sentence.zh.endswith("。")
        assert sentence.en.strip().endswith(".")
        assert not re.search(r"\bnan\b|<NA>|NaT|[{}]", sentence.zh + sentence.en)


@pytest.mark.parametrize("kind", ["no_counts", "five", "one", "elsewhere"])
def test_data_that_cannot_tell_favour_nothing(kind: str) -> None:
    assert {topic: told(topic, "class", POOR[kind]).favours for topic in ASKED} == dict.fromkeys(ASKED, ())


def test_know_how_speaks_for_itself_and_the_young_class_cannot_tell() -> None:
    assert told("leading-content-type").favours == ("own_data", "knowledge", "useful")
    assert told("leading-content-type", "class").favours == ()
    for number in ("1.54", "1.37", "1.70", "0.65", "2025-01-01", "2025-12-31"):
        assert number in said("leading-content-type").zh
        assert number in said("leading-content-type").en


def test_discounts_that_get_less_speak_for_few_of_them_and_orders_are_not_known() -> None:
    assert told("discounts-and-promotion-share").favours == ("five_percent", "occasional", "last")
    assert "23%" in said("discounts-and-promotion-share").en
    assert "订单" in said("discounts-and-promotion-share").zh


def test_discounts_that_get_more_speak_for_more_of_them() -> None:
    assert FACTS.ledger is not None
    discounts = FACTS.ledger.loc[FACTS.ledger["column"] == "discount", "post_id"]
    doubled = FACTS.posts["likes"].mask(FACTS.posts["post_id"].isin(discounts), FACTS.posts["likes"] * 4 + 9)
    facts = replace(FACTS, posts=FACTS.posts.assign(likes=doubled))
    assert told("discounts-and-promotion-share", "shop", facts).favours == ("followers_only",)


def test_product_posts_do_better_as_know_how() -> None:
    assert told("company-news-and-product").favours == ("extended",)


def test_links_cost_nothing_once_pictures_are_set_aside() -> None:
    assert told("website-links", "flagship").favours == ()
    assert "0.84" in said("website-links", "flagship").en
    assert "1.05" in said("website-links", "flagship").en


def test_length_is_told_within_its_column_where_there_is_a_log() -> None:
    assert told("text-length").favours == ()
    assert "同一栏目" in said("text-length").zh
    assert "同一栏目" not in said("text-length", facts=OWN).zh


def test_questions_bring_comments_and_neither_reposts_nor_likes() -> None:
    assert told("induced-engagement").favours == ("honest_questions",)
    assert told("induced-engagement", facts=OWN).favours == ("honest_questions",)


def test_questions_that_bring_reposts_too_speak_for_the_call_as_well() -> None:
    ends = FACTS.posts["text"].str.endswith("？")
    more = FACTS.posts["reposts"].mask(ends, FACTS.posts["reposts"] * 3 + 9)
    facts = replace(FACTS, posts=FACTS.posts.assign(reposts=more))
    assert told("induced-engagement", "shop", facts).favours == ("honest_questions", "closing_call")


def test_jokes_are_said_not_to_be_in_the_log() -> None:
    assert told("jokes-vs-relevance").favours == ()
    assert "没有逗乐这一栏" in said("jokes-vs-relevance").zh


def test_the_sum_is_arithmetic_and_what_has_no_place_is_told() -> None:
    assert told("content-mix-sum").favours == ()
    assert "25 + 45 + 20 + 5 = 95%" in said("content-mix-sum").en
    assert "95%" in said("content-mix-sum", facts=POOR["no_counts"]).zh
    assert "没有编辑日志" in said("content-mix-sum", facts=OWN).zh
