"""Whatever the cells of an export hold, every row is accounted for and nothing missing becomes zero or false."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.exports import read_exports, report_csv
from playbook.posts import COUNTS

COLUMN = {"reposts": 10, "comments": 9, "likes": 8}
FLAG = {"has_image": 3, "has_video": 4}

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
ids = st.one_of(st.integers(1, 12).map(str), st.just("3.79E+15"), st.just("3501756485200070"), anything)
counts = st.one_of(
    st.integers(0, 2_000_000).map(str), st.sampled_from(["1000000", "1.2万", "100万+", "", "-1"]), anything
)
dates = st.one_of(st.dates().map(str), st.sampled_from(["2026-02-30", "昨天 12:30", "2020/1/5", ""]), anything)
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
    assert (post["text"] if pd.notna(post["text"]) else "") == row[2].replace("\x00", "")
    for field in COUNTS:
        cell = row[COLUMN[field]].strip()
        assert post[field] == int(cell) if re.fullmatch("[0-9]{1,12}", cell) else pd.isna(post[field])
    for field, place in FLAG.items():
        unknown = "\x00" in row[place] and not row[place].replace("\x00", "").strip()
        assert pd.isna(post[field]) if unknown else post[field] == bool(row[place].strip())
    if pd.notna(post["post_id"]):
        assert post["post_id"] in (row[0].strip(), row[1].strip())
    else:
        assert post["id_damaged"]
    if pd.isna(post["reposts"]) or pd.isna(post["comments"]):
        assert pd.isna(post["counts_capped"]) or post["counts_capped"]
    assert post[["posted_at", "is_repost", "repost_of", "text_cut", "edited"]].isna().all()
