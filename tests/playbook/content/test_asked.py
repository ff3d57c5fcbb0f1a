from dataclasses import replace

import pytest

from playbook.content.asked import (
    OTHER,
    asked_shown,
    examples,
    group_of,
    groups,
    most_asked,
    name_of_group,
    question_bank,
    questions,
    widest_gap,
)
from playbook.sample.inbox import make_comments
from playbook.sample.truths import truths

from .poor import FACTS, OWN


@pytest.mark.parametrize("seed", range(20))
def test_what_readers_ask_most_is_found_again(seed: int) -> None:
    facts = replace(FACTS, comments=make_comments(seed, FACTS.posts))
    bank, planted = question_bank(facts), truths()["inbox"]["asked"]
    assert bank is not None
    assert abs(bank["asked"]["hours"] - planted["hours"]) <= 2
    assert abs(bank["asked"]["brewing"] - planted["brewing"]) <= 2
    assert most_asked(facts)[:2] == ["hours", "brewing"]
    assert widest_gap(facts) == "hours"


def test_every_question_is_counted_once_and_what_no_word_catches_is_told() -> None:
    bank, asked = question_bank(FACTS), questions(FACTS)
    assert bank is not None
    assert asked is not None
    assert bank["asked"].sum() == len(asked) == 150
    assert bank.index[-1] == OTHER
    assert bank["asked"][OTHER] == 14
    assert bank["share"].sum() == pytest.approx(1)
    assert bank.loc[OTHER, ["posts", "posts_share"]].isna().all()


def test_more_than_a_third_ask_when_we_open_and_one_post_in_fifty_says_so() -> None:
    assert asked_shown(FACTS, "hours", "share") == 37.3
    assert asked_shown(FACTS, "hours", "posts_share") == 2.2
    assert asked_shown(FACTS, "hours", "asked", "store") == 9


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("现在去还有位置吗，几点打烊？", "hours"),  # the first group that fits, so that each is counted once
        ("我这泡出来怎么是苦的？", "brewing"),
        ("这个能带上飞机吗？", OTHER),
    ],
)
def test_a_question_goes_where_its_first_word_leads(text: str, group: str) -> None:
    assert group_of(text) == group


def test_words_that_openings_use_do_not_make_a_post_speak_of_opening_hours() -> None:
    words = groups()["hours"].answers
    assert not any(word in greeting for word in words for greeting in ("打烊前聊两句。", "刚开门。", "开门啦。"))


def test_examples_are_questions_of_the_group_in_both_languages_and_unlike_each_other() -> None:
    for group in [*groups(), OTHER]:
        said = examples(FACTS, group)
        assert len({each.zh[:6] for each in said}) == len(said) == 2
        assert all(group_of(each.zh) == group for each in said)
        assert all(each.en.isascii() or "’" in each.en for each in said)


def test_a_company_without_an_inbox_has_no_question_bank() -> None:
    assert question_bank(OWN) is None
    assert questions(OWN) is None
    assert most_asked(OWN) == []
    assert examples(OWN, "hours") == []
    assert widest_gap(OWN) is None
    with pytest.raises(ValueError, match="no inbox"):
        asked_shown(OWN, "hours", "asked")


def test_an_account_that_nobody_asks_has_an_empty_bank() -> None:
    bank = question_bank(FACTS, "nobody")
    assert bank is not None
    assert bank["asked"].sum() == 0
    assert most_asked(FACTS, "nobody") == []
    assert widest_gap(FACTS, "nobody") is None


def test_a_group_is_named_in_the_reader_s_language(reader: str) -> None:
    assert str(name_of_group("brewing")) == {"zh": "怎么泡", "en": "how to brew"}[reader]
    assert str(name_of_group(OTHER)) == {"zh": "没有归类", "en": "in no group"}[reader]
