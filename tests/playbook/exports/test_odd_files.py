"""Files as people have them: saved again by Excel, copied, joined, still being written, or no export at all."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from playbook.cli import main
from playbook.exports import ExportError, read_exports
from playbook.language import Text

from .invented import ABSENT, OTHER, POST, PRIVATE
from .writers import cells, layout

Post = Callable[..., list[str]]
Put = Callable[..., Path]
Write = Callable[..., Path]
CRAWLER, TWEETS = layout("weibo_crawler_csv_original"), layout("nghuyong_jsonl_tweet")
DATABASE = layout("weibo_crawler_sqlite")


def refusal(*paths: Path) -> Text:
    """Return why nothing could be read."""
    with pytest.raises(ExportError) as caught:
        read_exports(list(paths))
    told = caught.value.args[0]
    assert isinstance(told, Text)
    return told


@pytest.mark.parametrize(("separator", "zh", "en"), [("\t", "制表符", "Tabs"), (";", "分号", "Semicolons")])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_columns_between_tabs_or_semicolons_are_read_and_that_is_said(
    separator: str, zh: str, en: str, encoding: str, post: Post, header: list[str], tmp_path: Path
) -> None:
    rows = [post(正文="好茶;再来, 一壶\t\n慢用"), post()]
    stream = io.StringIO()
    csv.writer(stream, delimiter=separator).writerows([header, *rows, header])
    path = tmp_path / "tea.csv"
    path.write_bytes(stream.getvalue().encode(encoding))
    reading = read_exports([path])
    assert reading.posts["text"].to_list() == [row[header.index("正文")] for row in rows]
    assert reading.report["status"].to_list() == ["kept", "kept", "left_out"]
    assert zh in reading.summary.zh
    assert en in reading.summary.en


def test_the_columns_of_an_unknown_file_between_semicolons_are_told_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "tea.csv").write_text("哪天;说了什么\n2020-06-05;好茶\n", "utf-8")
    assert "哪天、说了什么" in refusal(tmp_path / "tea.csv").zh
    reading = read_exports([tmp_path / "tea.csv"], mapped={"哪天": "posted_on", "说了什么": "text"})
    assert reading.posts["text"].to_list() == ["好茶"]


@pytest.mark.parametrize("at", [0, 5, None])
@pytest.mark.parametrize(("name", "shown"), [("客服备注", "客服备注"), ("", "没有列名"), ("{0}%s", "{0}%s")])
def test_a_column_that_nobody_knows_is_passed_over_and_named(
    name: str, shown: str, at: int | None, post: Post, write: Write, header: list[str]
) -> None:
    def wider(row: list[str], cell: str) -> list[str]:
        place = len(row) if at is None else at
        return [*row[:place], cell, *row[place:]]

    row = post()
    reading = read_exports([write([wider(row, PRIVATE), [*row, PRIVATE, "x"]], header=wider(header, name))])
    pd.testing.assert_frame_equal(reading.posts, read_exports([write([row])]).posts)
    assert reading.report["status"].to_list() == ["kept", "left_out"]
    assert shown in reading.summary.zh
    assert not reading.report["read"].str.contains(PRIVATE).any()


@pytest.mark.parametrize("name", ["id", "是否原创", "发布时间", "mblogid"])
def test_a_column_that_is_known_elsewhere_is_not_passed_over(
    name: str, post: Post, write: Write, header: list[str]
) -> None:
    assert name in refusal(write([[*post(), "x"]], header=[*header, name])).zh


def test_a_comma_behind_the_header_alone_stands_for_nothing(post: Post, tmp_path: Path, header: list[str]) -> None:
    lines = [",".join(each) for each in ([*header, ""], post(), [*header, ""], post())]
    (tmp_path / "tea.csv").write_text("\n".join([" ", ",,,", *lines]), "utf-8")
    report = read_exports([tmp_path / "tea.csv"]).report
    assert report[["line", "status"]].to_numpy().tolist() == [[4, "kept"], [5, "left_out"], [6, "kept"]]


@pytest.mark.parametrize(
    ("cell", "at"),
    [("2020-6-5 9:05", "2020-06-05T09:05:00+08:00"), ("2020.6.5", ""), ("2020-6/5", None), ("6/5/2020", None)],
)
def test_dates_as_excel_saves_them_are_read_if_the_year_comes_first(cell: str, at: str | None, put: Put) -> None:
    row = cells(CRAWLER, POST) | {"日期": cell, "完整日期": cell}
    posts = read_exports([put(CRAWLER, row, cells(CRAWLER, OTHER))]).posts
    assert len(posts) == (1 if at is None else 2)
    if at is not None:
        assert f"{posts['posted_on'][0]:%Y-%m-%d}" == "2020-06-05"
        assert ("" if pd.isna(posts["posted_at"][0]) else posts["posted_at"][0].isoformat()) == at


def test_true_and_false_as_excel_saves_them_are_read(put: Put) -> None:
    rows = [cells(CRAWLER, post) | {"是否编辑过": said} for post, said in ((POST, "TRUE"), (OTHER, "FALSE"))]
    reading = read_exports([put(CRAWLER, *rows)])
    assert reading.posts["edited"].to_list() == [True, False]
    assert set(reading.report["status"]) == {"kept"}


def test_a_copy_under_another_name_is_told(post: Post, write: Write) -> None:
    row = post()
    told = read_exports([write([row], "tea.csv"), write([row], "tea(1).csv")]).summary
    assert "tea(1).csv：有些博文已经从 tea.csv 读过" in told.zh
    assert "read from tea.csv" in told.en
    assert "tea(1).csv：" not in read_exports([write([row], "tea.csv"), write([post()], "tea(1).csv")]).summary.zh


def test_objects_one_after_the_other_on_several_lines_are_read(tmp_path: Path) -> None:
    told = [{key: value for key, value in cells(TWEETS, post).items() if value is not ABSENT} for post in (POST, OTHER)]
    first, second = (json.dumps(each, ensure_ascii=False, indent=1) for each in told)
    (tmp_path / "tea.json").write_text(f"\n{first}\n{second}\n{first[:40]}", "utf-8")
    reading = read_exports([tmp_path / "tea.json"])
    assert reading.posts["post_id"].to_list() == [POST.mid, OTHER.mid]
    begins = [2, 2 + len(first.splitlines()), 2 + len([*first.splitlines(), *second.splitlines()])]
    assert reading.report["line"].to_list() == begins
    assert reading.report["status"].to_list() == ["kept", "kept", "left_out"]


def _database(path: Path, *columns: str) -> Path:
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(f"CREATE TABLE weibo ({', '.join(columns)})")
        known = cells(DATABASE, POST)
        marks = ", ".join("?" for _ in columns)
        base.execute(f"INSERT INTO weibo VALUES ({marks})", [known.get(each, "x") for each in columns])  # noqa: S608 - marks
    return path


def test_a_database_that_is_being_written_is_refused(tmp_path: Path) -> None:
    path = _database(tmp_path / "tea.db", *DATABASE.columns)
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("PRAGMA cache_size = 5")  # so that what is not committed reaches the file
        writing.execute("BEGIN")
        for _ in range(12):
            writing.execute("INSERT INTO weibo SELECT * FROM weibo")
        assert "tea.db-journal" in refusal(path).zh
        writing.execute("ROLLBACK")
    path.with_name("tea.db-journal").write_bytes(bytes(512))  # as PRAGMA journal_mode = PERSIST leaves it
    assert len(read_exports([path]).posts) == 1


def test_a_database_with_a_column_more_is_read_and_one_with_others_is_told(tmp_path: Path) -> None:
    reading = read_exports([_database(tmp_path / "more.db", *DATABASE.columns, "region")])
    assert reading.posts["post_id"].to_list() == [POST.mid]
    assert "region" in reading.summary.zh
    assert "a1, b2" in refusal(_database(tmp_path / "other.db", "a1", "b2")).en


@pytest.mark.parametrize("content", ["[]", '{"weibo": []}', None])
def test_an_export_without_posts_is_told_as_that(content: str | None, write: Write, tmp_path: Path) -> None:
    if content is None:
        told = read_exports([write([])]).summary
    else:
        (tmp_path / "tea.json").write_text(content)
        told = refusal(tmp_path / "tea.json")
    assert "没有一条博文" in told.zh
    assert "no public posts" in told.en


@pytest.mark.parametrize(
    ("content", "zh", "en"),
    [
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><table>", "网页", "web page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)) * 9, "图片", "picture"),
    ],
)
def test_what_is_no_table_at_all_is_told_as_what_it_is(content: bytes, zh: str, en: str, tmp_path: Path) -> None:
    (tmp_path / "tea.xls").write_bytes(content)
    told = refusal(tmp_path / "tea.xls")
    assert zh in told.zh
    assert en in told.en


def test_of_very_many_files_the_summary_tells_the_first_and_the_rest_together(post: Post, write: Write) -> None:
    reading = read_exports([write([post()], f"{number}.csv") for number in range(50)])
    assert len(reading.posts) == len(reading.report) == 50
    assert "另有 30 个文件：读到 30 行" in reading.summary.zh
    assert "30 more files: rows read 30" in reading.summary.en


@pytest.mark.parametrize("out", [".", "tea.txt/posts.csv"])
def test_where_nothing_can_be_written_is_told_with_what_to_do(
    out: str, put: Put, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tea.txt").write_text("kept")
    assert main(["read", str(put(CRAWLER, cells(CRAWLER, POST))), "-o", str(tmp_path / out)]) == 2
    assert "-o" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["tea.txt"]
