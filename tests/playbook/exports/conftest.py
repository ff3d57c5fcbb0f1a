"""Synthetic exports in the layout of weibo-crawler 2020, and places to write any export to; no real text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest

from .invented import bid_of
from .writers import Layout, Row, layout, save, suffix

HEADER = list(layout("weibo_crawler_csv_2020").columns)
NUMBERS = count(3501756485200071, 10)


@pytest.fixture(scope="session")
def header() -> list[str]:
    """Return the column names of the layout."""
    return list(HEADER)


@pytest.fixture(scope="session")
def post() -> Callable[..., list[str]]:
    """Return a maker of rows: an invented post, each with an id of its own, and any cells you name."""

    def make(**cells: str) -> list[str]:
        number = str(next(NUMBERS))
        usual = {"id": number, "bid": bid_of(number), "正文": "春茶到了", "日期": "2020-01-31", "工具": "手机"}
        usual |= {"点赞数": "5", "评论数": "3", "转发数": "2"} | {
            "@用户" if k == "用户" else k: v for k, v in cells.items()
        }
        return [usual.get(column, "") for column in HEADER]

    return make


@pytest.fixture(scope="session")
def write(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a writer of exports: rows under the header, in a new folder each time, as the tool writes them."""

    def make(
        rows: Sequence[Sequence[str]],
        name: str = "tea.csv",
        header: Sequence[str] = HEADER,
        encoding: str = "utf-8-sig",
        ends: str = "\n",
    ) -> Path:
        path = tmp_path_factory.mktemp("export") / name
        stream = io.StringIO()
        csv.writer(stream, lineterminator=ends, quoting=csv.QUOTE_ALL).writerows([header, *rows])
        path.write_bytes(stream.getvalue().encode(encoding))
        return path

    return make


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Layout], Path]:
    """Return a maker of places for an export, in a new folder each time."""
    return lambda layout: tmp_path_factory.mktemp("export") / f"tea{suffix(layout)}"


@pytest.fixture(scope="session")
def put(place: Callable[[Layout], Path]) -> Callable[..., Path]:
    """Return a writer of exports in any layout: rows as its tool writes them."""

    def make(layout: Layout, *rows: Row) -> Path:
        path = place(layout)
        save(layout, rows, path)
        return path

    return make
