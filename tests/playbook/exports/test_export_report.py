"""The report accounts for every row and is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from playbook.exports import read_exports, report_csv
from playbook.shown import cut, inert, visible

Post = Callable[..., list[str]]
Write = Callable[..., Path]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "\x00=1", "  =1", "＝1", "＠a"])
def test_a_cell_that_could_start_a_formula_is_made_inert(cell: str) -> None:
    assert inert(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", " ", "1.2万", "a=1", "'=1", "春茶"])
def test_any_other_cell_is_written_as_it_is(cell: str) -> None:
    assert inert(cell) == cell


def test_what_cannot_be_seen_is_written_out() -> None:
    assert visible("a\x00\n\x1b\u200b\u202e\ue627\udcb4春😀") == "a\\x00\\n\\x1b\\u200b\\u202e\\ue627\\udcb4春😀"


@pytest.mark.parametrize("length", [0, 79, 80, 81, 100_000])
def test_what_was_read_is_cut_to_80_characters(length: int) -> None:
    assert len(cut("茶" * length)) == min(length, 80)
    assert len(cut("\x00" * length)) <= 80
    assert cut("茶" * length).endswith("…") == (length > 80)


def test_the_report_as_csv_is_read_back_the_same(post: Post, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", "zh")
    reading = read_exports([write([post(), post(转发数="=cmd|'/c calc'!A1"), post(日期='昨天 "12:30",\n')])])
    text = report_csv(reading.report)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert text.startswith("\ufeff")
    assert rows[0] == ["file", "line", "status", "field", "read", "reason"]
    assert rows[1] == ["tea.csv", "2", "kept", "", "", ""]
    assert rows[2][1:5] == ["3", "mended", "reposts", "'=cmd|'/c calc'!A1"]
    assert rows[3][1:5] == ["4", "left_out", "posted_on", '昨天 "12:30",\\n']
    assert [row[5] for row in rows[1:]] == [reason.zh for reason in reading.report["reason"]]


@pytest.mark.parametrize("name", ["=cmd.csv", "a\nb\x1b[2J.csv", "{0}%s\u202e.csv", "b\udcff.csv"])
def test_a_hostile_file_name_stays_a_name(post: Post, write: Write, name: str) -> None:
    try:
        path = write([post(转发数="")], name=name)
    except (OSError, UnicodeError):
        pytest.skip("this system does not allow such a file name")
    reading = read_exports([path])
    assert reading.report["file"].to_list() == [visible(name)]
    assert reading.posts["account"].to_list() == [visible(name.removesuffix(".csv"))]
    assert reading.summary.zh.replace("\n", "").isprintable()
    assert not report_csv(reading.report).splitlines()[1].startswith(("=", '"='))


def test_the_summary_counts_rows_and_says_what_the_export_cannot_tell(post: Post, write: Write) -> None:
    rows = [post(), post(转发数="", 点赞数=""), post(日期=""), post(日期="")]
    reading = read_exports([write(rows), write([post()], name="coffee.csv")])
    zh, en = reading.summary.zh.splitlines(), reading.summary.en.splitlines()
    assert zh[0].endswith("读到 4 行，照原样收下 1 行，修正后收下 1 行，未收 2 行。")
    assert en[0].endswith("rows read 4, kept as they are 1, kept and mended 1, left out 2.")
    assert zh[1].startswith("coffee.csv")
    assert sum("posted_at" in line and "钟点" in line for line in zh) == 1
    assert sum("posted_at" in line and "hours cannot be planned" in line for line in en) == 1
    assert "报告" in zh[-1]
    assert "report" in en[-1]


def test_the_summary_says_go_on_if_nothing_was_changed_and_stop_if_nothing_was_kept(post: Post, write: Write) -> None:
    assert "ready to use" in read_exports([write([post()])]).summary.en
    assert "no post was kept" in read_exports([write([post(日期="")])]).summary.en
