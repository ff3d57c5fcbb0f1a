"""A faulty cell or row of an export is told in the report, never guessed at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from playbook.exports import Reading, read_exports

from .invented import bid_of

Post = Callable[..., list[str]]
Write = Callable[..., Path]


def reported(reading: Reading) -> list[tuple[int, str, str]]:
    """Return line, status and field of every row of the report."""
    return list(reading.report[["line", "status", "field"]].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    "cell", ["1.2", "万", "", "-3", "+5", "12.0", "1,234", "1e3", "１２", "1\x002", "无", "9" * 30, "²"]
)
@pytest.mark.parametrize(("column", "field"), [("转发数", "reposts"), ("评论数", "comments"), ("点赞数", "likes")])
def test_a_count_that_is_no_whole_number_stays_empty(
    post: Post, write: Write, cell: str, column: str, field: str
) -> None:
    reading = read_exports([write([post(**{column: cell})])])
    assert reading.posts[field].isna().all()
    assert reported(reading) == [(2, "mended", field)]
    assert reading.report["read"][0] == cell.replace("\x00", "\\x00")
    assert column in reading.report["reason"][0].zh
    assert column in reading.report["reason"][0].en


@pytest.mark.parametrize(("cell", "count"), [("0", 0), ("007", 7), (" 12 ", 12), ("999999", 999999)])
def test_a_whole_number_is_taken_as_it_is(post: Post, write: Write, cell: str, count: int) -> None:
    reading = read_exports([write([post(转发数=cell)])])
    assert reading.posts["reposts"][0] == count
    assert reported(reading) == [(2, "kept", "")]


@pytest.mark.parametrize(
    ("cells", "capped", "status"),
    [
        ({"转发数": "1000000"}, True, "mended"),
        ({"评论数": "1000000"}, True, "mended"),
        ({"转发数": "1000000", "评论数": ""}, True, "mended"),
        ({"点赞数": "1000000"}, False, "kept"),
        ({"转发数": "999999"}, False, "kept"),
        ({"转发数": ""}, pd.NA, "mended"),
    ],
)
def test_a_million_is_marked_as_the_ceiling(
    post: Post, write: Write, cells: dict[str, str], capped: object, status: str
) -> None:
    reading = read_exports([write([post(**cells)])])
    assert reading.posts["counts_capped"][0] is capped or reading.posts["counts_capped"][0] == capped
    assert set(reading.report["status"]) == {status}
    assert (reading.posts["reposts"].dropna() == int(cells.get("转发数") or "2")).all()


@pytest.mark.parametrize(
    "cell", ["2026-02-30", "昨天 12:30", "", "２０２０-01-31", "43861", "2020-01-\x0031", "2020-01-31-12", "９"]
)
def test_a_row_without_a_date_of_the_calendar_is_left_out(post: Post, write: Write, cell: str) -> None:
    reading = read_exports([write([post(日期=cell, 转发数="1.2万"), post()])])
    assert len(reading.posts) == 1
    assert reported(reading) == [(2, "left_out", "posted_on"), (3, "kept", "")]
    assert reading.report["read"][0] == cell.replace("\x00", "\\x00")
    assert "日期" in reading.report["reason"][0].zh
    assert "日期" in reading.report["reason"][0].en


def test_any_day_of_the_calendar_is_read(post: Post, write: Write) -> None:
    reading = read_exports([write([post(日期="0001-01-01"), post(日期="2020-02-29"), post(日期="9999-12-31")])])
    assert reading.posts["posted_on"].dt.strftime("%Y-%m-%d").to_list() == ["0001-01-01", "2020-02-29", "9999-12-31"]


@pytest.mark.parametrize("cell", ["3.79E+15", "3.5e+15", "", "abc", "35017\x0056485200075", "９９９"])
def test_an_id_that_cannot_be_used_is_computed_from_the_bid(post: Post, write: Write, cell: str) -> None:
    reading = read_exports([write([post(id=cell, bid="z0JH2lOMb")])])
    assert reading.posts["post_id"][0] == "3501756485200075"
    assert reading.posts["id_damaged"][0]
    assert reported(reading) == [(2, "mended", "post_id")]
    assert "z0JH2lOMb" in reading.report["reason"][0].zh


def test_damaged_ids_without_a_bid_are_never_taken_for_the_same_post(post: Post, write: Write) -> None:
    reading = read_exports([write([post(id="3.79E+15", bid=""), post(id="3.79E+15", bid="?")])])
    assert len(reading.posts) == 2
    assert reading.posts["post_id"].isna().all()
    assert reading.posts["id_damaged"].all()


def test_ids_that_mostly_end_in_zero_were_rounded(post: Post, write: Write) -> None:
    true = [f"350175648520{each}7" for each in range(100, 108)]
    rounded = [post(id=each[:-1] + "0", bid=bid_of(each)) for each in true]
    reading = read_exports([write([*rounded, post(id="3501756485200999")])])
    assert reading.posts["id_damaged"].to_list() == [True] * 8 + [False]
    assert reading.posts["post_id"].to_list() == [*true, "3501756485200999"]
    assert reported(reading)[0] == (2, "mended", "post_id")


@pytest.mark.parametrize(("ending_in_zero", "others"), [(1, 0), (4, 0), (5, 5), (20, 20)])
def test_ids_that_end_in_zero_by_chance_are_whole(post: Post, write: Write, ending_in_zero: int, others: int) -> None:
    zeros = [post(id=f"350175648520{each}0") for each in range(100, 100 + ending_in_zero)]
    reading = read_exports([write([*zeros, *(post() for _ in range(others))])])
    assert not reading.posts["id_damaged"].any()
    assert set(reading.report["status"]) == {"kept"}


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_header_in_the_middle_is_left_out(post: Post, write: Write, header: list[str], mark: str) -> None:
    reading = read_exports([write([post(), [mark + header[0], *header[1:]], post()])])
    assert len(reading.posts) == 2
    assert reported(reading)[1] == (3, "left_out", "")
    assert "again" in reading.report["reason"][1].en


@pytest.mark.parametrize(("change", "cells"), [(lambda row: row[:-2], 11), (lambda row: [*row[:3], "x", *row[3:]], 14)])
def test_a_ragged_row_is_left_out_and_not_shifted(
    post: Post, write: Write, change: Callable[[list[str]], list[str]], cells: int
) -> None:
    reading = read_exports([write([post(), change(post()), post()])])
    assert len(reading.posts) == 2
    assert reported(reading)[1] == (3, "left_out", "")
    assert f"{cells} 格" in reading.report["reason"][1].zh


def test_a_quote_that_is_never_closed_costs_its_own_line_alone(post: Post, write: Write) -> None:
    path = write([post()])
    first, second = path.read_text("utf-8-sig").splitlines()
    path.write_text(f'{first}\n1,abc,"no end\n{second}\n3,"', "utf-8")
    reading = read_exports([path])
    assert len(reading.posts) == 1
    assert reported(reading) == [(2, "left_out", ""), (3, "kept", ""), (4, "left_out", "")]


def test_a_ragged_row_of_several_lines_says_which(post: Post, write: Write) -> None:
    reading = read_exports([write([["1", "abc", "a\nb\nc"], post()])])
    assert reported(reading) == [(2, "left_out", ""), (5, "kept", "")]
    assert "from line 2 to line 4" in reading.report["reason"][0].en


def test_an_open_quote_does_not_join_two_posts_into_one(post: Post, write: Write) -> None:
    path = write([post(正文="一"), post(正文="二"), post(正文="三")])
    path.write_text(path.read_text("utf-8-sig").replace('"一"', '"一'), "utf-8")
    reading = read_exports([path])
    assert reading.posts["text"].to_list() == ["二", "三"]
    assert reported(reading)[0] == (2, "left_out", "")


def test_a_row_with_bytes_that_are_not_utf_8_is_left_out(post: Post, write: Write) -> None:
    path = write([post(正文="MARK"), post()])
    path.write_bytes(path.read_bytes().replace(b"MARK", "春茶".encode("gbk")))
    reading = read_exports([path])
    assert len(reading.posts) == 1
    assert reported(reading) == [(2, "left_out", ""), (3, "kept", "")]


def test_nul_characters_are_taken_out_of_words_and_told(post: Post, write: Write) -> None:
    reading = read_exports(
        [write([post(正文="春\x00茶", 话题="a\x00,b", 工具="\x00", 原始图片url="\x00", 视频url="h\x00")])]
    )
    told = reading.posts.iloc[0]
    assert (told["text"], told["topics"]) == ("春茶", '["a", "b"]')
    assert pd.isna(told["source"])
    assert pd.isna(told["has_image"])
    assert told["has_video"]
    assert {field for _, _, field in reported(reading)} == {"text", "topics", "source", "has_image"}
    assert set(reading.report["status"]) == {"mended"}


def test_a_topic_cell_of_nul_characters_does_not_say_that_there_are_none(post: Post, write: Write) -> None:
    reading = read_exports([write([post(话题="\x00\x00")])])
    assert reading.posts["topics"].isna().all()


def test_several_faults_of_one_row_are_told_one_by_one(post: Post, write: Write) -> None:
    reading = read_exports([write([post(id="3.79E+15", 转发数="1.2万", 点赞数="", 评论数="1000000")])])
    assert {(2, "mended", field) for field in ("post_id", "reposts", "likes", "comments")} == set(reported(reading))
    assert reading.posts[["reposts", "comments"]].iloc[0].to_list() == [12_000, 1_000_000]
    assert reading.posts["likes"].isna().all()


@pytest.mark.parametrize(
    ("written", "kept"), [("春茶\t", "春茶"), ("春\t茶 ", "春\t茶 "), ("\u200b春茶\ue627", "\u200b春茶\ue627")]
)
def test_a_text_loses_its_last_tab_and_nothing_else(post: Post, write: Write, written: str, kept: str) -> None:
    assert read_exports([write([post(正文=written)])]).posts["text"].to_list() == [kept]


def test_a_number_with_spaces_and_a_tab_around_it_is_that_number(post: Post, write: Write) -> None:
    reading = read_exports([write([post(id=" 3501756485200075\t"), post(id="3501756485200075")])])
    assert reading.posts["post_id"].to_list() == ["3501756485200075"]
    assert reported(reading)[1] == (3, "left_out", "post_id")
