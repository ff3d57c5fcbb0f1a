"""What lesson 6.2 tells beyond its tables, and what its moves are said to lead to."""

from __future__ import annotations

import pytest

from playbook.interaction.analysis.candidates import by_kind, growth, minutes_each
from playbook.interaction.analysis.empty import RULE, empty, suspected
from playbook.interaction.analysis.retention import watched_until
from playbook.interaction.follows_planner import FollowsPlanner
from playbook.interaction.habits_planner import HabitsPlanner
from playbook.interaction.planner import plan_follows, plan_habits

from .poor import CANDIDATES, FACTS, FOLLOWERS


@pytest.fixture
def board() -> FollowsPlanner:
    opened = plan_follows(FACTS, least=5)
    assert isinstance(opened, FollowsPlanner)
    opened.routine.follows_a_day.value, opened.routine.tidy_every.value = 5, 14
    opened.routine.reading.value = 180
    return opened


@pytest.fixture
def habits() -> HabitsPlanner:
    opened = plan_habits(FACTS)
    assert isinstance(opened, HabitsPlanner)
    return opened


def rules(planner: FollowsPlanner | HabitsPlanner) -> set[str]:
    return {finding.rule.removeprefix("interaction.") for finding in planner._review()}


def test_five_a_day_are_a_week_s_reading_and_then_too_many() -> None:
    hours = growth(minutes_each(FACTS), 5, (1, 2, 4, 52))["minutes"] / 60
    assert hours[1] < 3 < hours[2]
    assert [round(hours[week]) for week in (4, 52)] == [11, 144]
    assert growth(1, 5, (52,))["followed"].iloc[0] == 1300 == 1825 * 52 * 5 // 365


def test_three_comments_in_ten_are_answered_and_a_group_follows_us_for_nothing() -> None:
    table = by_kind(FACTS)
    assert table is not None
    assert (int(table["commented"].sum()), int(table["answered"].sum())) == (850, 257)
    group = CANDIDATES[CANDIDATES["kind"] == "follow-back-group"]
    assert group["follows_us"].all()
    assert group["signals"].sum() == 0


def test_the_corrected_share_is_put_together_as_the_lesson_does_it() -> None:
    guilty = suspected(FOLLOWERS, RULE)
    share = guilty.mean()
    assert round(share, 3) == 0.251
    assert share * 26 / 60 + (1 - share) * 5 / 140 == pytest.approx(empty(FACTS).corrected.value)
    assert round(100 * empty(FACTS).corrected.value, 1) == 13.5


def test_of_the_two_batches_a_third_is_left() -> None:
    bought = FOLLOWERS[FOLLOWERS["origin"] == "bought"]
    assert set(bought["joined_on"].dt.year) == {2024}
    assert (len(bought), int(bought["left_on"].isna().sum()), len(FOLLOWERS)) == (150, 50, 3000)
    assert watched_until(FOLLOWERS).year == 2025


def test_from_five_a_day_to_one_the_list_can_be_read(board: FollowsPlanner) -> None:
    assert "333" in board._sums.value
    assert rules(board) == {"follow-volume-balance"}
    board.routine.follows_a_day.value = 1
    assert "67" in board._sums.value
    assert rules(board) == set()


def test_a_ticker_of_prices_takes_time_for_nothing_and_a_customer_a_minute(board: FollowsPlanner) -> None:
    board.routine.follows_a_day.value = 1
    board.kind.value = "news"
    board.rows["a66"].followed.value = True
    board.rows["a66"].why.value = "行业里的事都有"
    assert rules(board) == {"reading-pays"}
    board.rows["a66"].followed.value = False
    board.kind.value = "loyal-customer"
    board.rows["a42"].followed.value = True
    board.rows["a42"].why.value = "每罐都说味道"
    assert rules(board) == set()
    assert "68" in board._sums.value


def test_the_three_moves_of_the_habits_lead_to_what_is_said_of_them(habits: HabitsPlanner) -> None:
    habits.numbers["asks"].value, habits.numbers["welfare"].value = 20, 1
    assert rules(habits) == {"public-welfare"}
    habits.ticks["organiser_checked"].value = True
    habits.many["growth"]["bought"].value = True
    assert "no-bought-followers" in rules(habits)
    habits.many["growth"]["bought"].value = False
    for means in ("entries", "content", "interaction", "campaigns"):
        habits.many["growth"][means].value = True
    assert rules(habits) == {"fan-sources-four"}
    for line in habits.many["report"].values():
        line.value = True
    assert rules(habits) == set()
    habits.staff["takes_part"].value = True
    assert rules(habits) == {"no-sock-puppets", "staff-participation", "create-followers"}
    for name in ("voluntary", "says_so", "discreet", "counted_apart"):
        habits.staff[name].value = True
    assert rules(habits) == set()
