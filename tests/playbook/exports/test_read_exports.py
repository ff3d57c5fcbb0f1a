"""What an export tells reaches the posts table, and what it does not tell stays empty."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook import posts
from playbook.exports import read_exports
from playbook.exports.layouts import GIVES, Layout, by_columns, by_keys, layouts, warnings, without

Post = Callable[..., list[str]]
Write = Callable[..., Path]


def test_a_post_reaches_the_posts_table(post: Post, write: Write) -> None:
    row = post(正文="#春茶#到了 @茶友", 话题="春茶,茶，山", 用户="茶友,山人", 原始图片url="http://a/b.jpg", 位置="某地")
    table = read_exports([write([row])]).posts
    told = table.iloc[0]
    assert tuple(table.columns) == posts.COLUMNS
    assert (told["post_id"], told["account"], told["source"]) == (row[0], "tea", "手机")
    assert (told["reposts"], told["comments"], told["likes"]) == (2, 3, 5)
    assert str(told["posted_on"].date()) == "2020-01-31"
    assert (told["has_image"], told["has_video"], told["id_damaged"], told["counts_capped"]) == (True, *[False] * 3)
    assert json.loads(told["topics"]) == ["春茶", "茶，山"]
    assert told["mentions"] == '["茶友", "山人"]'
    assert "某地" not in posts.write_posts(table)


def test_what_the_layout_cannot_tell_is_empty(post: Post, write: Write) -> None:
    reading = read_exports([write([post(), post()])])
    assert reading.cannot_tell == {"posted_at", "is_repost", "repost_of", "text_cut", "edited"}
    assert reading.posts[sorted(reading.cannot_tell)].isna().all().all()
    assert not posts.tells_hours(reading.posts)


def test_no_topics_and_no_mentions_are_told_as_none(post: Post, write: Write) -> None:
    told = read_exports([write([post()])]).posts.iloc[0]
    assert (told["topics"], told["mentions"]) == ("[]", "[]")


@pytest.mark.parametrize(
    "text", ["", " ", "NA", "无", "null", "=1+1", "a\nb", "😀\ufe0f\u200d", "\ue627", "\u200b", "“”\u202e"]
)
def test_a_text_is_kept_as_it_is(post: Post, write: Write, text: str) -> None:
    reading = read_exports([write([post(正文=text)])])
    assert reading.posts["text"].fillna("").to_list() == [text]
    assert reading.report["status"].to_list() == ["kept"]


def test_columns_are_known_by_name_not_by_place(post: Post, write: Write, header: list[str]) -> None:
    row = post()
    forward = read_exports([write([row])]).posts
    backward = read_exports([write([row[::-1]], header=header[::-1])]).posts
    assert forward.equals(backward)


def test_a_header_alone_gives_an_empty_posts_table_with_its_types(write: Write, post: Post) -> None:
    empty, full = read_exports([write([])]), read_exports([write([post()])])
    assert empty.posts.empty
    assert empty.report.empty
    for column in (*posts.TEXTS, *posts.COUNTS, *posts.FLAGS):
        assert empty.posts[column].dtype == full.posts[column].dtype
    assert posts.write_posts(empty.posts).count("\n") == 1


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "\r\r\n"])
def test_the_line_is_the_one_where_the_row_begins(post: Post, write: Write, ends: str) -> None:
    reading = read_exports([write([post(), post(正文=f"a{ends}b{ends}c"), post()], ends=ends)])
    step = 2 if ends == "\r\r\n" else 1
    assert reading.report["line"].to_list() == [1 + step, 1 + 2 * step, 1 + 5 * step]
    assert reading.posts["text"][1] == f"a{ends}b{ends}c"


def test_a_line_separator_inside_a_text_is_no_line_end(post: Post, write: Write) -> None:
    reading = read_exports([write([post(正文="a\u2028b\x85c\x0cd"), post()])])
    assert reading.report["line"].to_list() == [2, 3]


def test_a_post_that_comes_twice_is_kept_once(post: Post, write: Write) -> None:
    first = post(转发数="1")
    reading = read_exports([write([first, post(), [*first[:10], "9", *first[11:]]])])
    assert reading.posts["reposts"].to_list() == [1, 2]
    assert reading.report.iloc[2][["line", "status", "field", "read"]].to_list() == [4, "left_out", "post_id", first[0]]
    assert "tea.csv" in reading.report["reason"][2].zh


def test_a_repeat_is_found_between_files_of_one_account_and_not_between_accounts(post: Post, write: Write) -> None:
    row = post()
    again, other = write([row]), write([row], name="coffee.csv")
    reading = read_exports([write([row]), again, other])
    assert reading.posts["account"].to_list() == ["tea", "coffee"]
    left_out = reading.report[reading.report["status"] == "left_out"]
    assert left_out["file"].to_list() == [str(again)]


def test_a_file_named_twice_is_read_once(post: Post, write: Write) -> None:
    path = write([post()])
    assert read_exports([path, path]).report["status"].to_list() == ["kept"]


def test_posts_survive_being_written_and_read_again(post: Post, write: Write, tmp_path: Path) -> None:
    table = read_exports([write([post(转发数=""), post(正文='"a",\nb 😀', 话题="a")])]).posts
    (tmp_path / "posts.csv").write_text(posts.write_posts(table), "utf-8", newline="")
    assert posts.read_posts(tmp_path / "posts.csv").equals(table)


@pytest.mark.parametrize("layout", layouts(), ids=lambda each: each.id)
def test_every_layout_is_whole(layout: Layout) -> None:
    others = {"bid", "author", "name", "taken"} | GIVES.keys()
    assert layout.fields.keys() <= {*posts.COLUMNS, *others} - {"account", "id_damaged", "counts_capped"}
    assert layout.fields.keys() >= {"when", "text", *posts.COUNTS}
    assert layout.fields.keys() & {"post_id", "bid"}
    assert layout.cannot_tell <= without().keys()
    assert set(layout.warns) <= warnings().keys()
    assert layout.columns or layout.needed
    columns = set(layout.columns)
    assert columns >= {*layout.stops, *layout.skips, *layout.inserted, *layout.quoted}
    assert not columns or columns >= {path for paths in layout.fields.values() for path in paths}


def test_no_two_layouts_can_be_taken_for_one_another() -> None:
    for layout in layouts():
        for form in layout.forms - {"json"}:
            assert by_columns(layout.columns, form) is layout
        if "json" in layout.forms:
            assert by_keys({*layout.needed, *(path for paths in layout.fields.values() for path in paths)}) is layout
