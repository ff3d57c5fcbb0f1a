"""Whatever the cells of an export hold, every row is accounted for and nothing missing becomes zero or false."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from playbook.cli import main
from playbook.exports import batches, read_exports, report_csv, table
from playbook.exports.ids import ENOUGH_ZEROS
from playbook.microblog import mid_of
from playbook.posts import COUNTS, write_posts

KNOWN = {"1.2万": 12_000, "100万+": 1_000_000}
UNKNOWN, FALSE = {"null", "None", "nan", "NaN", "[]", "{}"}, {"", "0", "否", "false", "False"}
COLUMN = {"reposts": 10, "comments": 9, "likes": 8}
FLAG = {"has_image": 3, "has_video": 4}

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = st.one_of(st.integers(1, 12).map(str), st.just("3.79E+15"), st.just("3501756485200070"), anything)
counts = st.one_of(
    st.integers(0, 2_000_000).map(str), st.sampled_from(["1000000", "1.2万", "100万+", "", "-1"]), anything
)
dates = st.one_of(st.dates().map(str), st.sampled_from(["2026-02-30", "昨天 12:30", "2020/13/5", ""]), anything)
whole = st.tuples(
    ids, anything, anything, anything, anything, anything, dates, anything, counts, counts, counts, anything, anything
).map(list)


def ragged(row: list[str]) -> st.SearchStrategy[list[str]]:
    """Return rows with some cells cut off, or added."""
    return st.one_of(st.integers(1, 12).map(lambda size: row[:size]), st.just([*row, "more"]))


@st.composite
def tables(draw: st.DrawFn, header: list[str]) -> list[list[str]]:
    """Draw rows of the layout: whole, ragged, the header again, some of them twice."""
    rows = draw(st.lists(st.one_of(whole, whole.flatmap(ragged), st.just(header)), max_size=12))
    return rows + draw(st.lists(st.sampled_from(rows), max_size=3)) if rows else rows


@settings(max_examples=200, deadline=None)
@given(data=st.data(), ends=st.sampled_from(["\n", "\r\n"]))
def test_every_row_is_accounted_for_and_nothing_is_invented(
    data: st.DataObject, ends: str, header: list[str], write: Callable[..., Path]
) -> None:
    rows = data.draw(tables(header))
    reading = read_exports([write(rows, ends=ends)])
    status = reading.report.groupby("line")["status"].agg(lambda each: "/".join(sorted(set(each))))
    assert status.index.to_list() == lines(rows, ends)
    assert not any("{" in reason.zh + reason.en for reason in reading.report["reason"])
    assert set(status) <= {"kept", "mended", "left_out"}
    kept = [row for row, each in zip(rows, status, strict=True) if each != "left_out"]
    assert len(kept) == len(reading.posts)
    for row, (_, post) in zip(kept, reading.posts.iterrows(), strict=True):
        check(row, post)
    written = csv.reader(io.StringIO(report_csv(reading.report).removeprefix("\ufeff"), newline=""))
    assert len(list(written)) == 1 + len(reading.report)


@settings(max_examples=50, deadline=None)
@given(data=st.data(), size=st.integers(1, 5))
def test_a_file_read_in_small_pieces_gives_what_it_gives_at_once(
    data: st.DataObject, size: int, header: list[str], write: Callable[..., Path]
) -> None:
    rows = data.draw(tables(header))
    assume(
        sum(row[0].strip().endswith("0") for row in rows) < ENOUGH_ZEROS
    )  # else it is judged by what was read so far
    path = write(rows)
    whole = read_exports([path])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "BATCH", size)
        pieces = read_exports([path])
    pd.testing.assert_frame_equal(pieces.posts, whole.posts)
    pd.testing.assert_frame_equal(pieces.report, whole.report)


def test_the_command_writes_what_the_functions_write(
    post: Callable[..., list[str]], write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [post(正文='"a",\nb\r 😀', 转发数=count) for count in ("1", "", "1.2万", "1000000")]
    path = write([*rows, post(日期="昨天"), rows[0]])
    reading = read_exports([path])
    monkeypatch.setattr(table, "BATCH", 2)
    assert main(["read", str(path), "-o", str(tmp_path / "posts.csv")]) == 1
    assert (tmp_path / "posts.csv").read_bytes().decode() == write_posts(reading.posts)
    assert (tmp_path / "posts.report.csv").read_bytes().decode() == report_csv(reading.report)


def test_a_repeat_is_found_however_far_apart(
    post: Callable[..., list[str]], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "BATCH", 3)
    rows = [post() for _ in range(20)]
    reading = read_exports([write([*rows, rows[0], rows[19], *rows[7:9]])])
    assert len(reading.posts) == 20
    told = [reason.en for reason in reading.report["reason"][20:]]
    assert [line for line in (2, 21, 9, 10) if any(f"line {line} of" in each for each in told)] == [2, 21, 9, 10]


def test_memory_holds_one_batch_at_a_time(
    post: Callable[..., list[str]], write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "BATCH", 10)
    sizes = [len(batch.report) for batch in batches([write([post() for _ in range(95)])])]
    assert sum(sizes) == 95
    assert max(sizes) == 10


def lines(rows: list[list[str]], ends: str) -> list[int]:
    """Return the line each row begins in, counted from what stands between the cells."""
    found, line = [], 2
    for row in rows:
        found.append(line)
        stream = io.StringIO()
        csv.writer(stream, lineterminator=ends, quoting=csv.QUOTE_ALL).writerow(row)
        line += len(re.findall("\r\n|\r|\n", stream.getvalue()))
    return found


def check(row: list[str], post: pd.Series[Any]) -> None:
    """Compare a row that was kept with its cells, read in the plainest way."""
    assert str(post["posted_on"].date()) == row[6].strip()
    assert (post["text"] if pd.notna(post["text"]) else "") == row[2].replace("\x00", "").rstrip("\t")
    for field in COUNTS:
        cell = row[COLUMN[field]].strip()
        told = KNOWN.get(cell, int(cell) if re.fullmatch("[0-9]{1,12}", cell) else None)
        assert pd.isna(post[field]) if told is None else post[field] == told
    for field, place in FLAG.items():
        cell = row[place].replace("\x00", "").strip()
        unknown = cell in UNKNOWN or (not cell and "\x00" in row[place])
        assert pd.isna(post[field]) if unknown else post[field] == (cell not in FALSE)
    if post["id_damaged"]:
        assert pd.isna(post["post_id"]) or post["post_id"] == mid_of(row[1].strip())
    else:
        assert post["post_id"] == row[0].strip()
    if pd.isna(post["reposts"]) or pd.isna(post["comments"]):
        assert pd.isna(post["counts_capped"]) or post["counts_capped"]
    assert post[["posted_at", "is_repost", "repost_of", "edited"]].isna().all()
    assert pd.isna(post["text_cut"]) or post["text_cut"]
