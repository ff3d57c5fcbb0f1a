"""Faults 6 to 8 of exports: dates in every form, nothing in many words, ids that a spreadsheet has damaged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from .invented import ABSENT, NOON, OTHER, POST, REPOST, SHANGHAI, bid_of
from .truths import read, statuses
from .writers import Layout, Row, cells, layout, layouts

Put = Callable[..., Path]
PAIRS = {
    "z0JH2lOMb": "3501756485200075",
    "ImTGkcdDn": "4454572602912349",
    "ImGTzxJJt": "4454081098040623",
    "Mb2vL5uUH": "4826312651310475",
    "LqlZNhJFm": "4762810834227120",
}
CRAWLER, SEARCH = layout("weibo_crawler_csv_original"), layout("weibo_search_csv")
SPIDER = layout("weiboSpider_csv_all")
NARROW, TWEETS = layout("weibo_crawler_csv_2019_12"), layout("nghuyong_jsonl_tweet")


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2020年06月05日 12:30", "2020-06-05T12:30:00+08:00"),
        ("2020-06-05 12:30", "2020-06-05T12:30:00+08:00"),
        ("2020-06-05 12:30:09", "2020-06-05T12:30:09+08:00"),
        ("2020-06-05T12:30", "2020-06-05T12:30:00+08:00"),
        ("2020-06-05T12:30:09", "2020-06-05T12:30:09+08:00"),
        ("2020-06-05 12:30:09+08:00", "2020-06-05T12:30:09+08:00"),
        ("2020-06-05 20:30:09+00:00", "2020-06-06T04:30:09+08:00"),
        ("Fri Jun 05 12:30:09 +0800 2020", "2020-06-05T12:30:09+08:00"),
        ("Fri Jun 05 20:30:09 +0000 2020", "2020-06-06T04:30:09+08:00"),
        ("1591331409", "2020-06-05T12:30:09+08:00"),
        ("1591331409000", "2020-06-05T12:30:09+08:00"),
        ("2020/6/5 12:30", "2020-06-05T12:30:00+08:00"),
        ("2020/06/05", ""),
        ("2020-06-05", ""),
    ],
)
@pytest.mark.parametrize("export", [CRAWLER, SEARCH, TWEETS], ids=lambda each: each.id)
def test_fault_06_dates_in_every_form(export: Layout, cell: str, at: str, put: Put) -> None:
    row = cells(export, POST) | dict.fromkeys(export.names("second", "with_t", "minute"), cell)
    _, found = read(put(export, row))
    assert (found[0]["posted_on"], found[0]["posted_at"]) == ((at or "2020-06-05")[:10], at)


def test_fault_06_two_styles_of_date_in_one_column(put: Put) -> None:
    styles = ["2020-06-05 12:30", "Fri Jun 05 12:30:00 +0800 2020", "2020年06月05日 12:30", "2020-06-05T12:30:00"]
    rows = [
        cells(SEARCH, replace(POST, mid=f"445457260291234{n}")) | {"发布时间": each} for n, each in enumerate(styles)
    ]
    assert {row["posted_at"] for row in read(put(SEARCH, *rows))[1]} == {NOON.isoformat()}


TAKEN = datetime(2026, 8, 14, 1, 0)  # noqa: DTZ001 - as a person types it: Shanghai is meant
RELATIVE = [
    ("刚刚", "2026-08-14T01:00:00+08:00"),
    ("3分钟前", "2026-08-14T00:57:00+08:00"),
    ("2小时前", "2026-08-13T23:00:00+08:00"),
    ("今天 00:30", "2026-08-14T00:30:00+08:00"),
    ("昨天 12:30", "2026-08-13T12:30:00+08:00"),
    ("06月05日 12:30", "2026-06-05T12:30:00+08:00"),
]


@pytest.mark.parametrize(("cell", "at"), RELATIVE)
@pytest.mark.parametrize("taken", [TAKEN, datetime(2026, 8, 13, 17, 0, tzinfo=UTC)])
def test_fault_06_a_date_that_counts_from_when_the_export_was_taken(
    cell: str, at: str, taken: datetime, put: Put
) -> None:
    reading, found = read(put(SEARCH, cells(SEARCH, POST) | {"发布时间": cell}), taken=taken)
    assert (found[0]["posted_on"], found[0]["posted_at"]) == (at[:10], at)
    assert statuses(reading) == {2: "mended"}


@pytest.mark.parametrize(("cell", "at"), RELATIVE)
@pytest.mark.parametrize(
    ("export", "crawled", "ticks"),
    [
        (TWEETS, "crawl_time", 1),
        (layout("weibo_cov_csv"), "crawl_time", 1),
        (layout("MediaCrawler_contents_2026"), "last_modify_ts", 1000),
    ],
    ids=["nghuyong", "cov", "MediaCrawler"],
)
def test_fault_06_a_date_that_counts_from_when_its_row_was_taken(
    export: Layout, crawled: str, ticks: int, cell: str, at: str, put: Put
) -> None:
    row = cells(export, POST) | {crawled: int(TAKEN.replace(tzinfo=SHANGHAI).timestamp()) * ticks}
    row |= dict.fromkeys([each for each in export.names("second", "minute", "zoned", "epoch") if each != crawled], cell)
    reading, found = read(put(export, row))
    assert (found[0]["posted_on"], found[0]["posted_at"]) == (at[:10], at)
    assert set(statuses(reading).values()) == {"mended"}


@pytest.mark.parametrize("cell", [cell for cell, _ in RELATIVE])
def test_fault_06_a_date_that_counts_from_nobody_knows_when(cell: str, put: Put) -> None:
    reading, found = read(put(SEARCH, cells(SEARCH, POST) | {"发布时间": cell}, cells(SEARCH, OTHER)))
    assert statuses(reading) == {2: "left_out", 3: "kept"}
    assert "--taken" in reading.report["reason"][0].zh
    assert "--taken" in reading.report["reason"][0].en
    assert [row["post_id"] for row in found] == [OTHER.mid]


@pytest.mark.parametrize("cell", ["12月31日 23:00", "02月29日 12:30"])
def test_fault_06_a_date_is_never_put_into_the_future(cell: str, put: Put) -> None:
    _, found = read(put(SEARCH, cells(SEARCH, POST) | {"发布时间": cell}, cells(SEARCH, OTHER)), taken=TAKEN)
    assert all(row["posted_at"] <= "2026-08-14T01:00:00+08:00" for row in found)


@pytest.mark.parametrize(
    "cell",
    ["2026-昨天-2: 0", "2026-02-30 12:00", "0000-00-00 00:00", "2020-06-05 25:00", "昨天", "", "99999999999999999999"],
)
def test_fault_06_nonsense_is_left_out(cell: str, put: Put) -> None:
    reading, found = read(put(SEARCH, cells(SEARCH, POST) | {"发布时间": cell}, cells(SEARCH, OTHER)), taken=TAKEN)
    assert statuses(reading) == {2: "left_out", 3: "kept"}
    assert reading.report["field"][0] == "posted_on"
    assert [row["post_id"] for row in found] == [OTHER.mid]


def test_fault_07_the_word_for_nothing_tells_nothing(put: Put) -> None:
    row = cells(SPIDER, POST) | {"发布工具": "无", "点赞数": "无"}
    reading, found = read(put(SPIDER, row, cells(SPIDER, REPOST)))
    assert (found[0]["source"], found[0]["likes"], found[0]["counts_capped"]) == ("", "", "")
    assert [each["has_image"] for each in found] == ["false", "true"]
    assert statuses(reading) == {2: "mended", 3: "kept"}


@pytest.mark.parametrize("missing", [None, ABSENT])
@pytest.mark.parametrize(
    ("export", "fields"),
    [
        (TWEETS, "likes comments reposts source is_repost has_image"),
        (layout("weibo_crawler_json"), "likes comments reposts source edited"),
        (layout("crawl4weibo_post"), "likes comments reposts source has_image"),
        (layout("weibo_archiver_post"), "likes comments reposts source has_image"),
        (layout("open_api_status"), "comments reposts source"),
    ],
    ids=["nghuyong", "weibo_crawler", "crawl4weibo", "archiver", "open_api"],
)
def test_fault_07_null_or_no_key_at_all_tells_nothing(export: Layout, fields: str, missing: object, put: Put) -> None:
    written = {"is_repost": ("original", "repost"), "has_image": ("picture_list",), "source": ("source", "source_html")}
    for field in fields.split():
        column = export.column(*written.get(field, (field,)))
        _, found = read(put(export, cells(export, OTHER), cells(export, POST) | {column: missing}))
        assert found[1][field] == "", column
        assert found[0][field] != "", column


@pytest.mark.parametrize(("bid", "mid"), PAIRS.items())
@pytest.mark.parametrize(
    "export", [e for e in layouts() if e.names("bid") and not e.names("mid", "mid_tab", "mid_number")]
)
def test_fault_08_an_id_that_is_only_a_bid_becomes_the_number(bid: str, mid: str, export: Layout, put: Put) -> None:
    assert bid_of(mid) == bid
    reading, found = read(put(export, cells(export, replace(POST, mid=mid))))
    assert (found[0]["post_id"], found[0]["id_damaged"]) == (mid, "false")
    assert set(statuses(reading).values()) == {"kept"}


def test_fault_08_an_id_that_pandas_wrote_with_a_point_has_lost_nothing(put: Put) -> None:
    reading, found = read(put(SEARCH, cells(SEARCH, POST) | {"id": f"{POST.mid}.0"}))
    assert (found[0]["post_id"], found[0]["id_damaged"]) == (POST.mid, "false")
    assert set(statuses(reading).values()) == {"kept"}


@pytest.mark.parametrize(("bid", "mid"), list(PAIRS.items())[:1])
@pytest.mark.parametrize("damaged", ["{mid:.2E}", "{mid:.14E}", "", "######", "4.75E15"])
@pytest.mark.parametrize("export", [CRAWLER, SEARCH, TWEETS], ids=lambda each: each.id)
def test_fault_08_a_damaged_id_gives_way_to_the_bid(bid: str, mid: str, damaged: str, export: Layout, put: Put) -> None:
    row = cells(export, replace(POST, mid=mid)) | {export.column("mid", "mid_tab"): damaged.format(mid=int(mid))}
    reading, found = read(put(export, row))
    assert (found[0]["post_id"], found[0]["id_damaged"]) == (mid, "true")
    assert set(statuses(reading).values()) == {"mended"}
    assert bid in "".join(str(reason.en) for reason in reading.report["reason"])


def test_fault_08_ids_rounded_to_15_digits_are_found_by_their_many(put: Put) -> None:
    posts = [replace(POST, mid=mid) for mid in PAIRS.values()]
    rows = [cells(SEARCH, post) | {"id": post.mid[:-1] + "0"} for post in posts]
    reading, found = read(put(SEARCH, *rows))
    assert [row["post_id"] for row in found] == list(PAIRS.values())
    assert {row["id_damaged"] for row in found} == {"true"}
    assert set(statuses(reading).values()) == {"mended"}


def test_fault_08_rounded_ids_are_found_though_the_header_comes_again(put: Put) -> None:
    numbers = list(PAIRS.values())
    rows: list[Row] = [cells(SEARCH, replace(POST, mid=mid)) | {"id": mid[:-1] + "0"} for mid in numbers]
    _, found = read(put(SEARCH, *rows[:2], list(SEARCH.columns), *rows[2:]))
    assert [(row["post_id"], row["id_damaged"]) for row in found] == [(mid, "true") for mid in numbers]


def test_fault_08_rounded_ids_without_a_bid_are_empty_and_no_repeats(put: Put) -> None:
    posts = [replace(POST, mid=f"44545726029123{n:02}") for n in range(11, 31)]
    rows = [cells(NARROW, post) | {"id": post.mid[:-1] + "0"} for post in posts]
    reading, found = read(put(NARROW, *rows))
    assert [(row["post_id"], row["id_damaged"]) for row in found] == [("", "true")] * 20
    assert set(statuses(reading).values()) == {"mended"}
