"""Synthetic exports in the layout of weibo-crawler 2020; no real text."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

import pytest

# fmt: off
HEADER = [
    "id", "bid", "正文", "原始图片url", "视频url", "位置", "日期", "工具", "点赞数", "评论数", "转发数",
    "话题", "@用户",
]
# fmt: on
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
        usual = {"id": number, "bid": f"z{number[-8:]}", "正文": "春茶到了", "日期": "2020-01-31", "工具": "手机"}
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
