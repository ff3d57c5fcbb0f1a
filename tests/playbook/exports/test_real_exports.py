"""Two real exports are read as a plain reading with the csv module reads them. They are no part of the course.

Only numbers are compared, so that a failing test prints no real text.
"""

from __future__ import annotations

import csv
import os
from hashlib import sha256
from pathlib import Path

import pytest

from playbook.exports import read_exports

SAMPLES = os.environ.get("COURSE_SAMPLES", "")
pytestmark = pytest.mark.skipif(not SAMPLES, reason="COURSE_SAMPLES names no folder with real exports")
COUNTS = {"reposts": "转发数", "comments": "评论数", "likes": "点赞数"}
LISTS = {"topics": "话题", "mentions": "@用户"}
FLAGS = {"has_image": "原始图片url", "has_video": "视频url"}
Facts = dict[str, object]


def plainly_read(path: Path) -> Facts:
    """Return what the csv module finds: rows, sums, empty cells, days, and a digest of ids and texts."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    days = sorted(row["日期"] for row in rows)
    return {
        "rows": len(rows),
        "sums": {field: sum(int(row[column]) for row in rows) for field, column in COUNTS.items()},
        "empty": {field: sum(not row[column] for row in rows) for field, column in (LISTS | FLAGS).items()},
        "without": [sum(not row[column] for row in rows) for column in ("正文", "工具")],
        "days": (days[0], days[-1]),
        "digest": digest([row["id"] + row["正文"] for row in rows]),
    }


def read_by_us(path: Path) -> Facts:
    """Return the same of the posts table."""
    posts = read_exports([path]).posts
    days = posts["posted_on"].dt.strftime("%Y-%m-%d")
    empty = {field: int((posts[field] == "[]").sum()) for field in LISTS}
    return {
        "rows": len(posts),
        "sums": {field: int(posts[field].sum()) for field in COUNTS},
        "empty": empty | {field: int((~posts[field]).sum()) for field in FLAGS},
        "without": [int(posts[field].isna().sum()) for field in ("text", "source")],
        "days": (days.min(), days.max()),
        "digest": digest((posts["post_id"] + posts["text"].fillna("")).to_list()),
    }


def digest(texts: list[str]) -> str:
    """Return a hash of texts in their order."""
    return sha256("\x00".join(texts).encode()).hexdigest()


@pytest.fixture(params=[0, 1])
def path(request: pytest.FixtureRequest) -> Path:
    """Return one of the two real exports."""
    number: int = request.param
    return sorted(Path(SAMPLES).rglob("*.csv"))[number]


def test_a_real_export_is_read_as_the_csv_module_reads_it(path: Path) -> None:
    assert read_by_us(path) == plainly_read(path)


def test_every_row_of_a_real_export_is_accounted_for(path: Path) -> None:
    statuses = read_exports([path]).report["status"].value_counts().to_dict()
    assert statuses == {"kept": plainly_read(path)["rows"]}
