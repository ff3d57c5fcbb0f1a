"""What is planted in the sample is found by the analysis, and traps are traps at first sight alone."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from playbook.claims import Result
from playbook.content import analysis, columns
from playbook.content.analysis import CLAIMS, Name, asks, by_length, length_result, outcome, result_of, video_hours
from playbook.content.columns import (
    COLUMNS,
    FORMS,
    filed,
    form_of,
    has_link,
    kind_outcome,
    kind_result,
    name_of,
    ranked,
    tells_columns,
    typical,
)
from playbook.facts import Facts
from playbook.sample import World
from playbook.sample.card import sample_card

from .poor import FACTS, OWN, POOR, POSTS

NEARLY_ALL = 19  # of 20 worlds


@cache
def world(seed: int) -> Facts:
    """A sample company of another year of luck: the two accounts that the truths are looked for in."""
    made = World(seed)
    posts = made.posts[made.posts["account"].isin(["flagship", "shop"])]
    return Facts(sample_card(), posts, None, invented=True, ledger=made.table("ledger"))


def found(account: str, name: Name) -> list[Result]:
    return [result_of(world(seed), account, name) for seed in range(20)]


PLANTED: list[tuple[str, Name, str]] = [
    ("shop", "knowledge", "supported"),
    ("shop", "discount", "refuted"),
    ("shop", "video_at_first_sight", "supported"),
    ("flagship", "question_comments", "supported"),
    ("flagship", "question_likes", "cannot_tell"),
    ("flagship", "question_reposts", "cannot_tell"),
]


@pytest.mark.parametrize(("account", "name", "expected"), PLANTED)
def test_what_is_planted_is_found(account: str, name: Name, expected: str) -> None:
    assert outcome(FACTS, account, name) == expected


def test_the_hour_takes_most_of_the_lift_of_the_shop_s_videos() -> None:
    naive, held = (result_of(FACTS, "shop", name) for name in ("video_at_first_sight", "video"))
    assert held.high < naive.ratio
    assert held.low < 1.35 < held.high  # 30% of the video's own is planted


@pytest.mark.slow
@pytest.mark.parametrize(("account", "name", "expected"), [each for each in PLANTED if each[2] != "cannot_tell"])
def test_what_is_planted_is_found_in_nearly_every_world(account: str, name: Name, expected: str) -> None:
    assert sum(result.outcome == expected for result in found(account, name)) >= NEARLY_ALL


@pytest.mark.slow
def test_a_question_brings_no_likes_in_any_world_that_chance_does_not_explain() -> None:
    told = [result.outcome != "cannot_tell" for result in found("flagship", "question_likes")]
    assert sum(told) <= 3  # one in twenty is expected


@pytest.mark.slow
def test_the_hour_takes_most_of_the_lift_that_videos_of_the_shop_seem_to_have() -> None:
    naive, held = (np.array([each.ratio for each in found("shop", name)]) for name in ("video_at_first_sight", "video"))
    assert (naive > held).sum() >= NEARLY_ALL
    assert 1.6 < np.median(naive) < 1.95  # +75% is planted, the hour's lift included
    assert 1.15 < np.median(held) < 1.45  # and 30% of the video's own


def test_a_link_seems_to_cost_reactions_only_where_pictures_are_compared_with_none() -> None:
    assert outcome(FACTS, "flagship", "link_at_first_sight") == "refuted"
    assert outcome(FACTS, "flagship", "link") == "cannot_tell"


@pytest.mark.slow
def test_links_that_seem_to_cost_and_cost_nothing_are_so_in_twenty_worlds() -> None:
    naive, plain = (np.array([each.ratio for each in found("shop", name)]) for name in ("link_at_first_sight", "link"))
    assert np.median(naive) < 0.9
    assert 0.92 < np.median(plain) < 1.08  # nothing is planted


def test_long_answers_of_the_service_seem_better_because_know_how_is_long() -> None:
    shown = FACTS.posts.assign(column=filed(FACTS)["column"])
    own = shown[(shown["account"] == "service") & shown["column"].notna()]
    long = own["text"].str.len() > 140
    assert (own.loc[long, "column"] == "knowledge").mean() > (own.loc[~long, "column"] == "knowledge").mean() + 0.3
    assert columns.kind_outcome(FACTS, "service", "long", "form") == "supported"
    assert outcome(FACTS, "service", "long") == "cannot_tell"


def test_columns_of_an_account_are_told_with_what_a_typical_post_gets() -> None:
    table = typical(FACTS, "flagship")
    assert list(table.index) == list(COLUMNS)
    own = FACTS.posts.merge(FACTS.ledger, on="post_id") if FACTS.ledger is not None else pd.DataFrame()
    notices = own[(own["account"] == "flagship") & (own["column"] == "notice")]
    assert table["posts"]["notice"] == len(notices)
    assert table["likes"]["notice"] == notices["likes"].median()
    assert kind_outcome(FACTS, "flagship", "knowledge") == "supported"
    assert kind_outcome(FACTS, "flagship", "discount") == "refuted"


def test_what_few_posts_tell_ranks_after_what_many_tell() -> None:
    posts = FACTS.posts.assign(likes=FACTS.posts["likes"].mask(filed(FACTS)["column"] == "campaign", 10**6))
    assert FACTS.ledger is not None
    both = FACTS.ledger.merge(FACTS.posts[["post_id", "account"]], on="post_id")
    campaigns = (both["column"] == "campaign") & (both["account"] == "flagship")
    few = both[~campaigns | (campaigns.cumsum() < 10)]
    facts = Facts(FACTS.company, posts, None, invented=True, ledger=few)
    assert 0 < typical(facts, "flagship")["posts"]["campaign"] < 20
    assert ranked(facts, "flagship", "likes")[-1] == "campaign"


def test_the_shop_s_readers_pass_on_what_they_do_not_like_most() -> None:
    assert ranked(FACTS, "shop", "reposts")[0] == "campaign"
    assert ranked(FACTS, "shop", "likes")[0] == "knowledge"


def test_forms_read_off_the_posts_are_those_of_the_log() -> None:
    assert FACTS.ledger is not None
    both = FACTS.ledger.merge(filed(FACTS), on="post_id", suffixes=("_noted", ""))
    assert (both["form"] == both["form_noted"]).mean() > 0.999


def test_a_form_that_an_export_cannot_tell_is_empty() -> None:
    three = POSTS.head(3).assign(
        text=["短", "短", "长" * 141],
        has_video=pd.array([pd.NA, True, False], "boolean"),
        has_image=pd.array([pd.NA, pd.NA, pd.NA], "boolean"),
        text_cut=pd.array([False] * 3, "boolean"),
    )
    assert form_of(three).fillna("?").tolist() == ["?", "video", "long"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("你喝过吗？", True),
        ("你喝过吗? [哈哈]", True),
        ("你喝过吗？ http://t.cn/A6lanjn1", True),
        ("你喝过吗？ 网页链接", True),
        ("你喝过吗？慢慢喝。", False),
        ("", False),
    ],
)
def test_a_question_at_the_end_is_one_whatever_ornament_follows(text: str, *, answer: bool) -> None:
    assert asks(text) is answer


def test_a_link_is_an_address_or_the_words_that_exports_put_for_it() -> None:
    assert has_link("见 http://t.cn/A6lanjn1")
    assert has_link("网页链接 慢慢喝。")
    assert not has_link("链接在主页。")


def test_each_post_lies_in_one_band_of_length() -> None:
    table = by_length(FACTS, "flagship")
    assert table["posts"].sum() == 2500
    assert by_length(POOR["cut"], "shop")["posts"].sum() == 0  # a text that is cut has no length
    assert length_result(FACTS, "flagship", "over_140").inside == table["posts"]["over_140"]


def test_videos_of_the_shop_go_out_in_the_evening() -> None:
    table = video_hours(FACTS, "shop")
    assert table.sum().round(6).tolist() == [1, 1]
    assert table.loc[19:, "video"].sum() > 0.7
    assert table.loc[19:, "others"].sum() < 0.2
    assert video_hours(POOR["no_pictures"], "shop").isna().all(axis=None)


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_give_a_verdict_or_say_why_there_is_none(kind: str) -> None:
    for result in (*(result_of(POOR[kind], "class", name) for name in CLAIMS),
                   *(kind_result(POOR[kind], "class", label, "form") for label in FORMS)):  # fmt: skip
        assert result.unable is not None or result.low <= result.ratio <= result.high


def test_a_company_without_a_log_has_forms_and_no_columns() -> None:
    assert not tells_columns(OWN, "shop")
    assert typical(OWN, "shop").empty
    assert list(typical(OWN, "shop", "form").index) == list(FORMS)
    assert result_of(OWN, "shop", "knowledge").unable is not None
    assert result_of(OWN, "shop", "question_comments").outcome == "supported"


def test_a_column_is_called_like_its_kind_and_an_unknown_one_by_its_own_name(reader: str) -> None:
    assert str(name_of("discount")) == {"zh": "折扣", "en": "discounts"}[reader]
    assert str(name_of("茶会")) == "茶会"
    assert str(name_of("video", "form")) == {"zh": "视频", "en": "video"}[reader]


def test_numbers_are_shown_as_tables_show_them() -> None:
    assert columns.typical_shown(FACTS, "shop", "discount") == 40
    assert analysis.ratio_shown(FACTS, "shop", "video_at_first_sight") == 1.8
