"""What exercise 4.1 asks of the question bank: each answer is right, and each mistake is another answer."""

import pytest

from playbook.content.asked import groups, most_asked, questions
from playbook.content.heard_questions import (
    DOCTOR,
    DOCTORS,
    balance,
    belongs,
    in_order,
    next_best,
    number_of,
    points_short,
    share_of,
)

from .poor import FACTS, OWN

FOUR = ["brewing", "buying", "choosing", "visiting"]


def test_a_group_is_asked_more_than_posted_alike_or_posted_more() -> None:
    assert [balance(FACTS, each) for each in ("hours", "buying", "visiting")] == ["asked_more", "alike", "posted_more"]
    assert balance(FACTS, "choosing", "store") == "asked_more"  # asked once, and never written about


def test_shares_of_several_groups_are_those_of_the_account_named() -> None:
    two = most_asked(FACTS, "store")[:2]
    assert share_of(FACTS, two, "store") == round(100 * number_of(FACTS, two, "store") / 21)
    told = {share_of(FACTS, two, "store"), share_of(FACTS, two), share_of(FACTS, two[:1], "store"),
            share_of(FACTS, two, "store", "posts_share"), number_of(FACTS, two, "store")}  # fmt: skip
    assert len(told) == 5


def test_the_widest_gap_comes_first_whatever_is_asked_most() -> None:
    assert in_order(FACTS, FOUR) == ["brewing", "choosing", "buying", "visiting"]
    assert len({tuple(in_order(FACTS, FOUR, by=by)) for by in ("gap", "asked", "posts")}) == 3


def test_points_short_are_questions_less_posts() -> None:
    asked, posted = (share_of(FACTS, ["hours"], "store", each) for each in ("share", "posts_share"))
    assert points_short(FACTS, "hours", "store") == pytest.approx(asked - posted, abs=1)
    assert points_short(FACTS, "visiting", "store") < 0


def test_what_a_doctor_must_answer_is_not_sorted() -> None:
    assert belongs(FACTS, "孕妇能喝龙井吗？还是喝白水保险？") == DOCTOR
    assert belongs(FACTS, "最晚几点进店还能点茶？") == "hours"
    assert belongs(FACTS, "茶课小朋友能上吗？八岁。") == "other"


def test_the_doctor_s_words_take_nothing_out_of_a_group() -> None:
    asked = questions(FACTS)
    assert asked is not None
    medical = asked[asked["text"].str.contains("|".join(DOCTORS))]
    assert len(medical) == 2
    assert not set(medical["group"]) & set(groups())


def test_the_next_column_depends_on_what_one_wants() -> None:
    beside = ["knowledge"]
    assert next_best(FACTS, "flagship", "reposts", beside) == "tea"
    assert next_best(FACTS, "flagship", "comments", beside) == "people"


def test_without_an_inbox_there_is_nothing_to_ask() -> None:
    with pytest.raises(ValueError, match="no inbox"):
        number_of(OWN, ["hours"])
