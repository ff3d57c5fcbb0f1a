"""Records that are no posts, and whose a post is: JSON, authors, repeats."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from playbook.exports import read_exports

from .invented import ABSENT, POST
from .truths import statuses
from .writers import cells, layout

Put = Callable[..., Path]
TWEETS = layout("nghuyong_jsonl_tweet")
FIRST, SECOND = POST, replace(POST, mid="4454081098040623", author="998877665511")


@pytest.mark.parametrize(
    "line", ["{", "nonsense", "[1, 2]", "null", "1", '"茶"', '{"mid": 1}', "{'_id': '1'}", "[" * 3000, '{"_id": NaN']
)
def test_a_line_that_is_no_post_costs_itself_alone(line: str, put: Put) -> None:
    reading = read_exports([put(TWEETS, cells(TWEETS, FIRST), line, cells(TWEETS, SECOND))])
    assert reading.posts["post_id"].to_list() == [FIRST.mid, SECOND.mid]
    assert statuses(reading) == {1: "kept", 2: "left_out", 3: "kept"}


@pytest.mark.parametrize("element", [None, 1, "茶", [], {}, [[]]])
def test_an_element_that_is_no_post_costs_itself_alone(element: object, put: Put) -> None:
    archive = layout("weibo_archiver_post")
    path = put(archive, cells(archive, FIRST), cells(archive, SECOND))
    first, second = json.loads(path.read_bytes())
    path.write_text(json.dumps([first, element, second]), "utf-8")
    reading = read_exports([path])
    assert reading.posts["post_id"].to_list() == [FIRST.mid, SECOND.mid]
    assert statuses(reading) == {1: "kept", 2: "left_out", 3: "kept"}


def test_the_elements_before_the_place_where_a_file_breaks_off_are_kept_and_the_break_is_told(
    put: Put,
) -> None:
    archive = layout("weibo_archiver_post")
    path = put(archive, cells(archive, FIRST), cells(archive, SECOND))
    path.write_bytes(path.read_bytes()[:-40])
    reading = read_exports([path])
    assert reading.posts["post_id"].to_list() == [FIRST.mid]
    assert statuses(reading) == {1: "kept", 2: "left_out"}


def test_a_post_of_an_author_without_an_id_belongs_to_the_file(put: Put) -> None:
    path = put(TWEETS, cells(TWEETS, FIRST) | {"user": ABSENT}, cells(TWEETS, SECOND) | {"user": None})
    assert read_exports([path]).posts["account"].to_list() == ["tea", "tea"]


def test_one_number_twice_is_a_repeat_in_one_account_and_not_in_two(put: Put) -> None:
    search = layout("weibo_search_csv")
    twice = [replace(FIRST, likes=1), replace(FIRST, likes=2), replace(SECOND, mid=FIRST.mid)]
    reading = read_exports([put(search, *(cells(search, each) for each in twice))])
    assert reading.posts["likes"].to_list() == [1, 11]
    assert statuses(reading) == {2: "kept", 3: "left_out", 4: "kept"}


def test_a_repeat_is_found_between_exports_of_different_tools(put: Put) -> None:
    spider, search = layout("weiboSpider_json"), layout("weibo_search_csv")
    paths = [put(each, cells(each, FIRST)) for each in (spider, search)]
    reading = read_exports(paths)
    assert reading.posts["post_id"].to_list() == [FIRST.mid]
    assert reading.report["status"].to_list() == ["kept", "left_out"]


def test_one_author_has_one_account_whatever_tool_wrote_the_export(put: Put) -> None:
    names = ["weiboSpider_json", "weibo_crawler_json", "weibo_crawler_sqlite", "weibo_crawler_csv_2019_14"]
    names += ["MediaCrawler_contents_2025", "nghuyong_jsonl_tweet", "open_api_status", "crawl4weibo_post"]
    readings = [read_exports([put(layout(name), cells(layout(name), FIRST))]) for name in names]
    assert len({reading.posts["account"][0] for reading in readings}) == 1
