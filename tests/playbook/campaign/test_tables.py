from dataclasses import replace
from typing import Any

import pytest

from playbook.campaign import tables
from playbook.facts import sample_facts

from .worlds import WORST, by_hand

FACTS = sample_facts()
OWN = replace(FACTS, campaigns=None, invented=False)
NAMES = [
    "counts",
    "largest",
    "costs",
    "ranks",
    "pending",
    "groups",
    "hunters",
    "asked",
    "complaints",
    "orders",
    "split",
]


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_a_missing_number(name: str, reader: str) -> None:
    for facts in (FACTS, OWN, replace(FACTS, campaigns=by_hand())):
        shown = getattr(tables, name)(facts).astype(str)
        assert not shown.isin(["nan", "<NA>", "None", "NaT", "inf"]).any().any()


@pytest.mark.parametrize("name", NAMES)
def test_a_company_without_a_record_has_an_empty_table_with_the_same_heads(name: str) -> None:
    of_own, of_sample = getattr(tables, name)(OWN), getattr(tables, name)(FACTS)
    assert of_own.empty
    assert list(of_own.columns) == list(of_sample.columns)


def test_what_was_counted_gives_no_answer_away(reader: str) -> None:
    table: Any = tables.counts(FACTS, [WORST, "c2408"])
    assert table.iloc[0].tolist() == ["46,180", "3,568", "1,923", "40", "1,884"]
    name = {"zh": "年末大抽奖（2024）", "en": "The Big Year-End Draw (2024)"}[reader]
    assert table.index[0] == name


def test_the_largest_are_told_as_their_reports_told_them_without_who_stayed() -> None:
    table: Any = tables.largest(FACTS)
    assert table.iloc[0].tolist() == ["3,568", "1,923", "46,180"]
    assert table["参加人次"].tolist() == ["3,568", "2,379", "2,024", "1,996", "1,763", "1,763"]
    assert "90 天后还在" not in table.columns


def test_costs_begin_with_the_dearest_and_end_with_what_is_not_known() -> None:
    table: Any = tables.costs(FACTS)
    assert table.iloc[0].tolist()[-2:] == ["24", "1,155"]
    assert set(table["留下一个（元）"].tail(4)) == {"—"}
    assert len(table) == 40


def test_the_campaign_with_most_entries_is_last_by_what_a_follower_kept_cost() -> None:
    assert tables.ranks(FACTS).iloc[0].tolist() == [1, 1, 26, 36]


def test_what_is_not_known_yet_says_when_it_will_be() -> None:
    assert tables.pending(FACTS)["还要等几天"].tolist() == [1, 25, 47, 75]


@pytest.mark.parametrize(("by", "groups"), [("goal", 4), ("type", 8), ("tied", 2)])
def test_groups_count_what_they_leave_out(by: tables.Group, groups: int) -> None:
    table: Any = tables.groups(FACTS, by)
    assert len(table) == groups
    assert table["几次"].sum() == 40
    assert table["其中没满 90 天"].sum() == 4


def test_prizes_are_told_whole_and_by_their_value() -> None:
    table: Any = tables.hunters(FACTS)
    assert table.loc["奖品与茶有关"].tolist() == [20, "15%", "13%–17%"]
    assert table.loc["奖品与茶无关，100 到 200 元"].tolist() == [3, "63%", "—"]


def test_ten_mentions_stand_with_no_campaign_that_asked_them() -> None:
    table: Any = tables.asked(FACTS)
    assert table.loc["@ 10 位"].tolist() == [0, "44", "26–75"]
    assert table.loc["1 步", "95% 区间"] == "—"


def test_a_page_can_show_some_steps_and_friends_alone() -> None:
    whole: Any = tables.asked(FACTS)
    table: Any = tables.asked(FACTS, mentions=(0, 10), steps=(1, 4))
    assert list(table.index) == ["1 步", "4 步", "@ 0 位", "@ 10 位"]
    assert table.loc["4 步"].tolist() == whole.loc["4 步"].tolist()


def test_complaints_tell_how_few_stand_behind_a_rate() -> None:
    assert tables.complaints(FACTS).iloc[-1].tolist()[:3] == [6, "10", "8.1"]


def test_the_last_campaigns_are_split_by_number_and_by_money() -> None:
    table: Any = tables.split(FACTS, last=14)
    assert table["几次"].sum() == 14
    assert table.loc["涨粉"].tolist() == [3, "21%", "7,808", "21%"]


def test_campaigns_held_to_sell_bring_orders_at_the_least_cost() -> None:
    table: Any = tables.orders(FACTS)
    assert table.loc["卖货"].tolist() == [15, "39", "28–50", "90"]
    assert min(int(each.replace(",", "")) for each in table["一个订单（元）"]) == 90
