"""Faults of exports that were seen in tools and files, by their numbers; 6 to 8 are in test_numbered_dates_and_ids."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from playbook.exports import ExportError

from .invented import ABSENT, OTHER, POST, REPOST, Written
from .truths import differences, read, statuses, truth
from .writers import Layout, Row, cells, layout, layouts

Put = Callable[..., Path]
CRAWLER = layout("weibo_crawler_csv_original")
CRAWLER_ALL = layout("weibo_crawler_csv_all")
SEARCH = layout("weibo_search_csv")
SPIDER = layout("weiboSpider_csv_all")
TWEETS = layout("nghuyong_jsonl_tweet")


def line(layout: Layout, post: Written) -> list[str]:
    """Return a post's cells as they stand in a CSV line."""
    return ["" if cell is ABSENT else str(cell) for cell in cells(layout, post).values()]


def right(put: Put, layout: Layout, rows: list[Row], posts: list[Written]) -> dict[int, str]:
    """Read rows and compare what was kept with the posts; return what became of each row."""
    reading, found = read(put(layout, *rows))
    assert differences(found, [truth(layout, post, "tea") for post in posts]) == []
    return statuses(reading)


@pytest.mark.parametrize(
    ("export", "order"),
    [(SPIDER, "likes reposts comments"), (CRAWLER, "likes comments reposts"), (SEARCH, "reposts comments likes")],
)
def test_fault_01_three_orders_of_the_three_counts(export: Layout, order: str, put: Put) -> None:
    assert [what for what in export.columns.values() if what in order.split()] == order.split()
    _, rows = read(put(export, cells(export, POST)))
    assert [rows[0][field] for field in ("likes", "comments", "reposts")] == ["11", "22", "33"]


def test_fault_02_rows_that_stop_where_the_tool_has_no_more_to_tell(put: Put) -> None:
    rows: list[Row] = [line(CRAWLER_ALL, POST)[:19], line(CRAWLER_ALL, REPOST)[:37], line(CRAWLER_ALL, OTHER)]
    assert right(put, CRAWLER_ALL, rows, [POST, REPOST, OTHER]) == {2: "kept", 3: "kept", 4: "kept"}


@pytest.mark.parametrize("size", [1, 10, 18, 20, 36, 41])
def test_fault_02_rows_that_stop_elsewhere_are_left_out_and_not_shifted(size: int, put: Put) -> None:
    ragged: Row = [*line(CRAWLER_ALL, REPOST), "x", "x"][:size]
    found = right(
        put, CRAWLER_ALL, [line(CRAWLER_ALL, POST)[:19], ragged, line(CRAWLER_ALL, OTHER)[:19]], [POST, OTHER]
    )
    assert found == {2: "kept", 3: "left_out", 4: "kept"}


NARROW, WIDE = layout("weibo_crawler_csv_2019_12"), layout("weibo_crawler_csv_2019_14")
OWN = [*WIDE.columns, "是否原创"]
WIDEST = [*OWN, "源用户id", "源用户昵称", *(f"源微博{'uid' if each == 'uid' else each}" for each in WIDE.columns)]


def test_fault_02_a_layout_that_changes_in_mid_file_from_14_to_31_columns(put: Put) -> None:
    assert len(WIDEST) == 31
    original = [*line(WIDE, OTHER), "True"]
    # Of the post that was passed on: its author, nickname, number and so on, two places further left than named.
    repost = [*line(WIDE, REPOST), "False", "998877660000", "PRIVATE源", REPOST.repost_of, "原来的话", "https://x/"]
    repost += ["", "", "2009-09-09", "手机", "777", "777", "777", "", ""]
    assert (len(original), len(repost)) == (15, 29)
    reading, found = read(put(WIDE, line(WIDE, POST), ["\ufeff" + WIDEST[0], *WIDEST[1:]], original, repost))
    assert statuses(reading) == {2: "kept", 3: "left_out", 4: "kept", 5: "kept"}
    known = [truth(WIDE, post, "tea") for post in (POST, OTHER, REPOST)]
    known[1] |= {"is_repost": ("false",)}
    known[2] |= {"is_repost": ("true",), "repost_of": (REPOST.repost_of, "")}
    assert differences(found, known) == []


def test_fault_02_rows_of_14_cells_under_a_header_of_12_are_never_shifted(put: Put) -> None:
    reading, found = read(put(NARROW, line(NARROW, POST), line(WIDE, OTHER), line(NARROW, REPOST)))
    assert statuses(reading)[2] == statuses(reading)[4] == "kept"
    assert [row["post_id"] for row in found if row["post_id"] != OTHER.mid] == [POST.mid, REPOST.mid]
    assert all((row["likes"], row["comments"], row["reposts"]) == ("11", "22", "33") for row in found)


@pytest.mark.parametrize("said", ["积极", "1", "", "春茶,山水"])
def test_fault_03_an_extra_value_after_the_mentions(said: str, put: Put) -> None:
    at = list(CRAWLER.columns).index("@用户") + 1
    extra = [[*row[:at], said, *row[at:]] for row in (line(CRAWLER, POST), line(CRAWLER, OTHER))]
    assert right(put, CRAWLER, [*extra], [POST, OTHER]) == {2: "mended", 3: "mended"}
    ragged = [line(CRAWLER_ALL, POST)[:19], line(CRAWLER_ALL, REPOST)[:37]]
    both: list[Row] = [[*row[:at], said, *row[at:]] for row in ragged]
    assert right(put, CRAWLER_ALL, both, [POST, REPOST]) == {2: "mended", 3: "mended"}


@pytest.mark.parametrize("at", [0, 2, 5, 9, 18])
def test_fault_03_an_extra_value_elsewhere_is_not_taken_for_it(at: int, put: Put) -> None:
    row = line(CRAWLER, POST)
    assert right(put, CRAWLER, [[*row[:at], "x", *row[at:]], line(CRAWLER, OTHER)], [OTHER]) == {
        2: "left_out",
        3: "kept",
    }


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_fault_04_a_header_again_at_each_run(mark: str, put: Put) -> None:
    again: Row = [mark + column if number == 0 else column for number, column in enumerate(SPIDER.columns)]
    found = right(put, SPIDER, [again, line(SPIDER, POST), again, again, line(SPIDER, OTHER)], [POST, OTHER])
    assert found == {2: "left_out", 3: "kept", 4: "left_out", 5: "left_out", 6: "kept"}


@pytest.mark.parametrize("second", [each for each in layouts() if each.form == "csv"], ids=lambda each: each.id)
@pytest.mark.parametrize("first", [NARROW, SPIDER], ids=lambda each: each.id)
def test_fault_04_another_known_header_in_mid_file_changes_the_layout(first: Layout, second: Layout, put: Put) -> None:
    reading, found = read(put(first, line(first, POST), list(second.columns), line(second, OTHER), line(second, POST)))
    assert statuses(reading)[2] == "kept"
    assert statuses(reading)[3] == "left_out"
    assert statuses(reading)[4] == "kept"
    assert differences(found[:2], [truth(first, POST, "tea"), truth(second, OTHER, "tea")]) == []


@pytest.mark.parametrize(
    ("cell", "count", "capped"),
    [
        ("1.2万", "12000", "false"),
        ("9819.3万", "98193000", "false"),
        ("3亿", "300000000", "false"),
        ("1.005万", "10050", "false"),
        ("100万+", "1000000", "true"),
        ("1万+", "10000", "true"),
        ("", "", ""),
        ("赞", "", ""),
        ("转发", "", ""),
        ("万", "", ""),
        ("1.2.3万", "", ""),
        ("-1万", "", ""),
    ],
)
@pytest.mark.parametrize("export", [SEARCH, layout("MediaCrawler_contents_2026", "jsonl")], ids=["csv", "jsonl"])
def test_fault_05_counts_in_words(export: Layout, cell: str, count: str, capped: str, put: Put) -> None:
    row = cells(export, POST) | {export.column("likes", "likes_text"): cell}
    reading, found = read(put(export, row, cells(export, OTHER)))
    assert (found[0]["likes"], found[0]["counts_capped"]) == (count, capped)
    assert (found[0]["comments"], found[0]["reposts"]) == ("22", "33")
    assert statuses(reading) == {1 + (export.form == "csv"): "mended", 2 + (export.form == "csv"): "kept"}


@pytest.mark.parametrize(
    "export", [each for each in layouts() if each.id.startswith("weibo_crawler")], ids=lambda e: e.id
)
@pytest.mark.parametrize(("likes", "comments", "reposts"), [(1, 1_000_000, 2), (1, 2, 1_000_000)])
def test_fault_05_a_million_is_a_ceiling_where_the_tool_makes_one_of_it(
    export: Layout, likes: int, comments: int, reposts: int, put: Put
) -> None:
    reading, found = read(put(export, cells(export, replace(POST, likes=likes, comments=comments, reposts=reposts))))
    assert [found[0][field] for field in ("likes", "comments", "reposts")] == [str(likes), str(comments), str(reposts)]
    assert found[0]["counts_capped"] == "true"
    assert set(statuses(reading).values()) == {"mended"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk", "gb18030"])
@pytest.mark.parametrize("export", [CRAWLER, SPIDER, layout("MediaCrawler_contents_2026")], ids=lambda each: each.id)
def test_fault_09_any_usual_encoding_is_read(encoding: str, export: Layout, put: Put) -> None:
    path = put(export, cells(export, POST), cells(export, OTHER))
    path.write_bytes(path.read_bytes().decode("utf-8-sig").encode(encoding))
    reading, found = read(path)
    assert differences(found, [truth(export, post, "tea") for post in (POST, OTHER)]) == []
    assert statuses(reading) == {2: "kept", 3: "kept"}
    assert ("GB" in reading.summary.zh) == encoding.startswith("gb")
    assert ("GB" in reading.summary.en) == encoding.startswith("gb")


def test_fault_09_utf_8_saved_as_gbk_is_never_read_as_it_looks(put: Put) -> None:
    path = put(SPIDER, cells(SPIDER, POST))
    path.write_text(path.read_bytes().decode("utf-8-sig").encode().decode("gb18030", "replace"), "utf-8")
    assert path.read_text("utf-8").startswith("寰")
    with pytest.raises(ExportError) as caught:
        read(path)
    assert "UTF-8" in caught.value.args[0].zh
    assert "UTF-8" in caught.value.args[0].en


@pytest.mark.parametrize("export", [CRAWLER, SPIDER, SEARCH], ids=lambda each: each.id)
def test_fault_10_lost_emoticons_are_told_and_those_left_stay(export: Layout, put: Put) -> None:
    reading, found = read(put(export, cells(export, replace(POST, body="[哈哈]好茶"))))
    assert "[哈哈]" in found[0]["text"]
    assert "表情" in reading.summary.zh
    assert "emoticon" in reading.summary.en


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("好茶...全文", True),
        ("好茶…全文", True),
        ("好茶...展开", True),
        ("好茶展开c", True),
        ("好茶 ...全文\u200b", True),
        ("全文见网页链接", False),
        ("画卷慢慢展开。", False),
        ("好茶...", False),
        ("春茶超话 好茶\u200b网页链接", False),
        ("\ue627好茶O2", False),
    ],
)
@pytest.mark.parametrize("export", [CRAWLER, SEARCH, SPIDER, layout("MediaCrawler_contents_2025")], ids=lambda e: e.id)
def test_fault_11_texts_stay_as_written_and_cut_ones_are_marked(text: str, cut: bool, export: Layout, put: Put) -> None:
    reading, found = read(put(export, cells(export, POST) | {export.column("text"): text}))
    assert found[0]["text"] == text
    assert found[0]["text_cut"] in ({"true"} if cut else {"false", ""})
    assert set(statuses(reading).values()) == {"kept"}
    if cut and "topics" not in export.tells:
        assert (found[0]["topics"], found[0]["mentions"]) == ("", "")


@pytest.mark.parametrize(
    ("text", "is_long", "cut"),
    [("好茶", False, {"false"}), ("好茶", True, {"true"}), ("好茶" * 300, True, {"false", ""})],
)
def test_fault_11_what_the_site_says_of_long_texts(text: str, is_long: bool, cut: set[str], put: Put) -> None:
    _, found = read(put(TWEETS, cells(TWEETS, POST) | {"content": text, "isLongText": is_long}))
    assert found[0]["text_cut"] in cut


def test_fault_11_topics_and_mentions_come_from_the_text_where_there_is_no_column(put: Put) -> None:
    row = cells(SPIDER, POST) | {"微博正文": "#春茶##秋茶#到了 //@山人:好 转给@茶友 "}
    _, found = read(put(SPIDER, row))
    assert json.loads(found[0]["topics"]) == ["春茶", "秋茶"]
    assert json.loads(found[0]["mentions"]) == ["山人", "茶友"]


@pytest.mark.parametrize("export", [SEARCH, layout("weibo_search_sqlite")], ids=lambda each: each.id)
@pytest.mark.parametrize("first", ["the quoted", "the repost"])
def test_fault_12_a_quoted_original_is_no_post_of_its_own(export: Layout, first: str, put: Put) -> None:
    quoted = cells(export, replace(POST, mid=REPOST.repost_of)) | {"ip": "", "user_authentication": ""}
    alone = cells(export, OTHER) | {"ip": "", "user_authentication": ""}
    both = [cells(export, REPOST), quoted] if first == "the repost" else [quoted, cells(export, REPOST)]
    reading, found = read(put(export, *both, alone, cells(export, POST)))
    assert [row["post_id"] for row in found] == [REPOST.mid, OTHER.mid, POST.mid]
    gone = reading.report[reading.report["status"] == "left_out"]
    assert gone["line"].to_list() == [int(first == "the repost") + 1 + (export.form == "csv")]


def test_fault_12_a_post_that_was_found_itself_stays_though_it_is_quoted(put: Put) -> None:
    quoted = replace(POST, mid=REPOST.repost_of)
    found = right(put, SEARCH, [cells(SEARCH, quoted), cells(SEARCH, REPOST)], [quoted, REPOST])
    assert found == {2: "kept", 3: "kept"}
