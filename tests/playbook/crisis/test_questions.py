from dataclasses import replace
from functools import partial

import pytest

from playbook.crisis.analysis.alarms import ALARMS
from playbook.crisis.analysis.lists import LISTS
from playbook.crisis.questions import (
    Share,
    arrived,
    best_list,
    burn_lasts,
    came,
    complaints,
    count,
    days_before,
    found,
    found_of_day,
    heard_early,
    minutes,
    number_of_days,
    quietest,
    rings,
    soonest,
    state_of,
    times_usual,
)

from .worlds import FACTS, OWN, SEEDS, world

THREE = ["name", "names", "category"]

# ---------------------------------------------------------------- words


def test_the_share_that_the_name_finds_is_reckoned_from_the_counts_shown() -> None:
    assert (count(FACTS, what="right"), count(FACTS, what="ours")) == (113, 189)
    assert found(FACTS) == 60
    assert found(FACTS, decimals=1) == 59.8
    assert found(FACTS, what="recall") + found(FACTS, what="missed") == 100
    assert count(FACTS, what="missed") == 76


def test_each_wrong_way_to_reckon_gives_another_number() -> None:
    ways: tuple[Share, ...] = ("recall", "precision", "missed", "of_all", "found_of_ours", "ours_of_all")
    assert len({found(FACTS, what=what) for what in ways}) >= len(ways) - 1
    assert all(found(FACTS, what=what) != found(FACTS) for what in ways[1:])


@pytest.mark.parametrize("seed", SEEDS)
def test_one_list_of_three_finds_nine_in_ten_with_least_to_read_in_every_world(seed: int) -> None:
    facts = world(seed)
    assert best_list(facts, THREE) == "names"
    assert best_list(facts, THREE, "most_found") == "category"
    assert best_list(facts, THREE, "least_read") == "name"
    assert best_list(facts, ["name", "spelling", "names"], "most_precise") == "spelling"


def test_a_question_that_no_list_answers_is_refused() -> None:
    with pytest.raises(ValueError, match="none finds 90"):
        best_list(FACTS, ["name", "spelling"])


def test_what_a_day_takes_grows_with_the_list() -> None:
    assert count(FACTS, "name", "read_a_day") == 79
    assert count(FACTS, "names", "read_a_day") < count(FACTS, "category", "read_a_day")
    assert count(FACTS, "name", "wrong") == 14


def test_complaints_of_a_week_are_counted_by_list() -> None:
    assert (complaints(FACTS, "name", "2025-11-03"), complaints(FACTS, "names", "2025-11-03")) == (2, 6)


# ---------------------------------------------------------------- alarms


def test_an_alarm_s_minutes_and_rings_are_those_of_the_table() -> None:
    assert [minutes(FACTS, name) for name in ALARMS] == [60, 30, 30, 30, 90]
    assert rings(FACTS, "count_negative") == 1
    assert rings(FACTS, "count_negative", "rung") == rings(FACTS, "count_negative", "real") + 1
    assert days_before(FACTS, "share_of_day", 1) == pytest.approx(burn_lasts(FACTS) / 1440 - 1.8, abs=0.1)


def test_what_never_rings_has_no_minutes() -> None:
    assert heard_early(FACTS, "count_all") == "never"
    assert heard_early(FACTS, "share_of_day") == "days_before"
    with pytest.raises(ValueError, match="never rings"):
        minutes(FACTS, "count_all", "slow_burn")
    with pytest.raises(ValueError, match="never rings"):
        days_before(FACTS, "count_all")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_share_of_a_day_is_the_quietest_and_never_the_soonest(seed: int) -> None:
    facts = world(seed)
    assert rings(facts, quietest(facts, list(ALARMS))) == 0
    assert soonest(facts, ["count_all", "robust"]) == "robust"


# ---------------------------------------------------------------- the wave and the search


def test_what_had_come_and_what_was_left_make_a_whole() -> None:
    assert arrived(FACTS) == 83
    assert arrived(FACTS) + arrived(FACTS, left=True) == 100
    assert arrived(FACTS, 4) == 21
    assert came(FACTS) == 6.5
    assert came(FACTS, "peak") < came(FACTS) < came(FACTS, "most")


def test_days_of_the_search_are_told_by_their_last_page() -> None:
    assert (number_of_days(FACTS), number_of_days(FACTS, "broken")) == (2, 3)
    days = ("2025-11-13", "2025-11-14", "2025-11-15", "2025-11-08")
    assert [state_of(FACTS, day) for day in days] == ["cut", "cut", "whole", "broken"]
    assert found_of_day(FACTS, "2025-11-13") == 7
    assert (times_usual(FACTS), times_usual(FACTS, "found", 1)) == (58, 6.8)


@pytest.mark.parametrize("seed", SEEDS)
def test_answers_differ_between_worlds_and_keep_their_order(seed: int) -> None:
    facts = world(seed)
    assert number_of_days(facts) == 2
    assert state_of(facts, "2025-11-13") == "cut"
    assert times_usual(facts) > 5 * times_usual(facts, "found")
    assert 80 <= arrived(facts) <= 88
    told = [(found(world(each)), found_of_day(world(each), "2025-11-13", 1)) for each in SEEDS]
    assert len(set(told)) == len(told)


def test_a_company_without_these_data_is_asked_nothing() -> None:
    for ask in (found, arrived, number_of_days, times_usual, partial(minutes, alarm="count_all")):
        with pytest.raises(ValueError, match="wanted facts"):
            ask(OWN)
    with pytest.raises(ValueError, match="labelled"):
        complaints(replace(FACTS, heard=None), "name", "2025-11-03")
    assert set(LISTS) == {"name", "spelling", "names", "category"}
