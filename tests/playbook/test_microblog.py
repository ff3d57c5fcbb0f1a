"""How a Weibo text works, held against values that were verified, and against hostile texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.microblog import (
    HOOK,
    SHORT_LINK,
    Chain,
    bid_of,
    chain,
    emoticons,
    hook,
    is_cut,
    length,
    links,
    mentions,
    mid_of,
    reply_to,
    says_nothing,
    super_topics,
    topics,
)

PAIRS = {
    "z0JH2lOMb": "3501756485200075",
    "ImTGkcdDn": "4454572602912349",
    "ImGTzxJJt": "4454081098040623",
    "Mb2vL5uUH": "4826312651310475",
    "LqlZNhJFm": "4762810834227120",
}
words = st.text(max_size=60)
pieces = st.lists(
    st.sampled_from(["#", "@", "//@", "[", "]", "http://", "a.b", "茶", ":", " ", "\n", "全文"]), max_size=80
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("a", 1),
        ("Test", 2),
        ("微博", 2),
        ("#话题#", 3),
        ("😀", 1),
        ("\x80\x80", 1),
        ("\x81\x81", 2),
        ("http://t.cn/A6ZSra22", 10),
        ("看这里 http://www.example.com/abc", 14),
        ("https://www.example.com/abc", 14),
        ("http://www.example.com/" + "a" * 117, 10),
        ("http://www.example.com/" + "a" * 127, 15),
        ("http://weibo.com/" + "a" * 21, 19),
        ("http://weibo.com/" + "a" * 24, 21),
        ("http://weibo.com/" + "a" * 30, 10),
        ("http://nodot", 6),
    ],
)
def test_a_text_counts_as_the_counter_of_2011_counted(text: str, count: int) -> None:
    assert length(text) == count


@given(words, words)
def test_a_text_without_links_costs_half_a_character_for_each_narrow_one(narrow: str, wide: str) -> None:
    text = re.sub("[^a-z]", "", narrow) + "茶" * len(wide)
    assert length(text) == -(-(len(text) + len(wide)) // 2)


def test_the_hook_is_what_a_list_shows_and_cuts_no_link() -> None:
    assert hook("茶" * 300) == "茶" * HOOK
    assert hook("春茶到了") == "春茶到了"
    text = "茶" * (HOOK - SHORT_LINK // 2 + 1) + "http://www.example.com/abc 再见"
    assert hook(text) == "茶" * (HOOK - SHORT_LINK // 2 + 1)


@given(st.text())
def test_the_hook_begins_the_text_and_fits(text: str) -> None:
    assert text.startswith(hook(text))
    assert length(hook(text)) <= HOOK


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#春茶#到了", ["春茶"]),
        ("#微博十年##我和微博的那些事#", ["微博十年", "我和微博的那些事"]),
        ("2019#微博之夜#盛典", ["微博之夜"]),
        ("# 春茶 #", ["春茶"]),
        ("#春茶[超话]##春茶#", ["春茶"]),
        ("春茶 #到了", []),
        ("##", []),
        ("#第一行\n第二行#", []),
        ("Let&#39;s go #春茶#", ["春茶"]),
        ("店#" + "很长的话" * 30 + "#春茶#", ["春茶"]),
        ("", []),
    ],
)
def test_a_topic_needs_both_hashes_and_may_touch_another(text: str, found: list[str]) -> None:
    assert topics(text) == found


def test_a_super_topic_is_told_from_a_topic() -> None:
    assert super_topics("#泡茶日常[超话]##泡茶日常#") == ["泡茶日常"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@岚间茶馆 早", ["岚间茶馆"]),
        ("谢谢@-樱满月-@茶客_01，@tea-house", ["-樱满月-", "茶客_01", "tea-house"]),
        ("写信到 tea@example.com 或 12@qq.com", []),
        ("10月1日@岚间茶馆 见，afternoon@岚间茶课", ["岚间茶馆", "岚间茶课"]),
        ("@TNT @918🚲", ["TNT", "918"]),
        ("@ab @", []),
        ("@" + "茶" * 16, []),
        ("@" + "茶" * 15, ["茶" * 15]),
    ],
)
def test_a_mention_is_a_nickname_after_an_at(text: str, found: list[str]) -> None:
    assert mentions(text) == found


def test_links_and_emoticons_are_found_without_what_stands_around_them() -> None:
    text = "看这里http://t.cn/A6ZSra22，或（https://www.example.com/a?b=c).[心][组图共11张][泡茶[超话]"
    assert links(text) == ["http://t.cn/A6ZSra22", "https://www.example.com/a?b=c"]
    assert emoticons(text) == ["心"]


def test_a_repost_is_taken_apart_newest_first() -> None:
    taken = chain("好茶//@南山林雪萍 :说得对[心]//@老岚：今天的茶//@-樱满月-:")
    assert taken == Chain("好茶", (("南山林雪萍", "说得对[心]"), ("老岚", "今天的茶"), ("-樱满月-", "")))
    assert chain("没有转发") == Chain("没有转发", ())


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("转发微博", True),
        ("转发微博。", True),
        ("轉發微博", True),
        ("快转微博", True),
        ("", True),
        ("\u200b", True),
        ("//@老岚:好茶", True),
        ("转发微博 //@老岚:好茶", True),
        ("好茶//@老岚:转发微博", False),
        ("转发微博抽奖", False),
    ],
)
def test_a_repost_without_words_of_its_own_says_nothing(text: str, nothing: bool) -> None:
    assert says_nothing(text) is nothing


def test_a_reply_names_whom_it_answers() -> None:
    assert reply_to("回复@岚间茶馆:好的") == "岚间茶馆"
    assert reply_to("好的，回复@岚间茶馆:") is None


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("春茶到了...全文", True),
        ("春茶到了…全文\u200b", True),
        ("春茶到了 ...展开c", True),
        ("春茶到了展开\ue627", True),
        ("活动将于明日展开", False),
        ("请看下面的全文", False),
        ("春茶到了……", False),
        ("", False),
    ],
)
def test_a_text_that_an_export_cut_short_is_known_by_its_end(text: str, cut: bool) -> None:
    assert is_cut(text) is cut


@pytest.mark.parametrize(("bid", "mid"), PAIRS.items())
def test_a_posts_number_and_its_short_form_lead_to_each_other(bid: str, mid: str) -> None:
    assert mid_of(bid) == mid
    assert bid_of(mid) == bid


@given(st.integers(1, 10**20 - 1).map(str))
def test_every_number_has_a_short_form_that_leads_back(mid: str) -> None:
    assert mid_of(bid_of(mid)) == mid


@pytest.mark.parametrize("bid", ["", "z0JH2lOM!", "zZZZZ", "0abc", "春茶", "z" * 13, "z0JH\n"])
def test_what_is_no_short_form_is_refused(bid: str) -> None:
    with pytest.raises(ValueError, match="short form"):
        mid_of(bid)


@pytest.mark.parametrize("mid", ["", "3.5E+15", "0123", "-1", "１２", "1" * 21])
def test_what_is_no_number_is_refused(mid: str) -> None:
    with pytest.raises(ValueError, match="1 to 20 digits"):
        bid_of(mid)


@given(st.one_of(st.text(), pieces.map("".join)))
def test_any_text_is_taken_apart_without_losing_words(text: str) -> None:
    taken = chain(text)
    assert all(each in text for each in (taken.said, *(part for pair in taken.passed for part in pair)))
    assert all(each in text for each in (*topics(text), *mentions(text), *links(text), *emoticons(text)))
    assert 0 <= length(text) <= len(text) + 1


HOSTILE = ["#", "@", "//@", "[", "http://", "http://a.", "a@", "@a", "#a", "//@a:", "...", "回复@", "\u200b"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    """A quadratic pattern would need hours for these; a linear one needs milliseconds."""
    text = piece * 300_000
    for look in (length, hook, topics, super_topics, mentions, links, emoticons, chain, says_nothing, reply_to, is_cut):
        look(text)
