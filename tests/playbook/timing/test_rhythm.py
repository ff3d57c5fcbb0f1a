from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.claims.same_hour import HELD, test_at_same_hour
from playbook.facts import sample_facts
from playbook.posts import COLUMNS, originals, reactions, typed
from playbook.timing.claims import ADVICE, Name, outcome, result_of, weekday_outcome
from playbook.timing.rhythm import by_day_count, by_gap, by_source, by_tool, by_weekday, day_counts, gaps

FACTS = sample_facts()
ACCOUNTS = [each.id for each in FACTS.company.accounts]


def posts(*rows: tuple[str, int], account: str = "a", **more: str) -> pd.DataFrame:
    """A posts table with one post for each time (`2025-03-03 15:00`, or a date alone) and number of likes."""
    table = []
    for at, likes in rows:
        day, _, clock = at.partition(" ")
        table.append(
            dict.fromkeys(COLUMNS, "")
            | {"account": account, "posted_on": day, "posted_at": f"{day}T{clock}:00+08:00" if clock else ""}
            | {"likes": str(likes), "comments": "0", "reposts": "0"}
            | more
        )
    return typed(pd.DataFrame(table))


def test_a_gap_runs_from_the_account_s_own_post_before_whatever_the_order_of_the_rows() -> None:
    mine = posts(("2025-03-03 12:30", 1), ("2025-03-03 10:00", 1), ("2025-03-04 10:00", 1))
    both = pd.concat([mine, posts(("2025-03-03 12:00", 1), account="b")], ignore_index=True)
    assert gaps(both).tolist()[0] == 150
    assert gaps(both).tolist()[2] == 21.5 * 60
    assert gaps(both).isna().tolist() == [False, True, False, True]


def test_a_repost_stands_in_nobody_s_way() -> None:
    relay = posts(("2025-03-03 10:50", 1), is_repost="true")
    table = pd.concat([posts(("2025-03-03 10:00", 1), ("2025-03-03 11:00", 1)), relay], ignore_index=True)
    assert gaps(table).dropna().tolist() == [60]
    assert day_counts(table).tolist()[:2] == [2, 2]


def test_sixty_minutes_are_an_hour_apart() -> None:
    table = by_gap(posts(("2025-03-03 10:00", 1), ("2025-03-03 11:00", 5), ("2025-03-03 11:59", 7)), "a")
    assert table["posts"].to_dict() == {"under_1": 1, "1_to_2": 1, "2_to_4": 0, "from_4": 0}
    assert table["median"]["under_1"] == 7
    assert np.isnan(table["median"]["2_to_4"])


def test_gaps_of_one_hour_of_the_day_alone() -> None:
    table = posts(("2025-03-03 09:30", 1), ("2025-03-03 10:00", 5), ("2025-03-03 11:30", 7))
    assert by_gap(table, "a", 10)["posts"].to_dict() == {"under_1": 1, "1_to_2": 0, "2_to_4": 0, "from_4": 0}


@pytest.mark.parametrize("account", ACCOUNTS)
def test_gap_classes_agree_with_a_loop_over_the_sample(account: str) -> None:
    table = originals(FACTS.posts)
    table = table[table["account"] == account].sort_values("posted_at")
    found: dict[str, list[int]] = {"under_1": [], "1_to_2": [], "2_to_4": [], "from_4": []}
    times, gets = table["posted_at"].tolist(), reactions(table).tolist()
    for before, at, got in zip(times, times[1:], gets[1:], strict=False):
        hours = (at - before).total_seconds() / 3600
        name = "under_1" if hours < 1 else "1_to_2" if hours < 2 else "2_to_4" if hours < 4 else "from_4"
        found[name].append(got)
    told = by_gap(FACTS.posts, account)
    assert told["posts"].to_dict() == {name: len(each) for name, each in found.items()}
    assert told["median"].to_dict() == {name: np.median(each) for name, each in found.items()}


def test_a_day_counts_all_its_originals_and_a_half_known_day_is_left_out() -> None:
    table = posts(("2025-03-03", 1), ("2025-03-03", 3), ("2025-03-04", 10), ("2025-03-05", 4), ("2025-03-05", 4))
    table.loc[4, "likes"] = pd.NA
    found = by_day_count(table, "a")
    assert found.loc[1].to_dict() == {"days": 1, "posts": 1, "median": 10, "total": 10}
    assert found.loc[2].to_dict() == {"days": 1, "posts": 2, "median": 2, "total": 4}


def test_a_weekday_without_posts_is_empty_and_not_zero() -> None:
    table = by_weekday(posts(("2025-03-03", 4), ("2025-03-10", 6)), "a")
    assert table["posts"].tolist() == [2, 0, 0, 0, 0, 0, 0]
    assert table["median"][1] == 5
    assert np.isnan(table["median"][2])


def test_a_scheduler_is_known_by_its_name_and_an_empty_source_tells_nothing() -> None:
    sources = ["定时发布", "皮皮时光机", "iPhone客户端", ""]
    table = pd.concat([posts(("2025-03-03", 1), source=each) for each in sources], ignore_index=True)
    assert by_tool(table).tolist() == [True, True, False, pd.NA]
    assert by_source(table, "a")["posts"].to_dict() == {False: 1, True: 2}


def test_the_sample_s_schedulers_are_those_of_its_ledger() -> None:
    assert FACTS.ledger is not None
    told = FACTS.posts.assign(by_tool=by_tool(FACTS.posts)).merge(FACTS.ledger, on="post_id")
    assert (told["by_tool"] == told["scheduled"]).all()


@pytest.mark.parametrize("account", ACCOUNTS)
def test_the_planted_gap_is_found_on_every_account(account: str) -> None:
    result = result_of(FACTS, account, "apart")
    assert result.outcome == "supported"
    assert result.low < np.exp(0.3) < result.high


@pytest.mark.parametrize("account", ACCOUNTS)
def test_a_second_hour_no_midweek_and_no_hand_make_a_difference_where_none_is_planted(account: str) -> None:
    names: tuple[Name, ...] = ("two_hours", "midweek", "by_hand", "few_a_day")
    assert {outcome(FACTS, account, name) for name in names} == {"cannot_tell"}


def test_an_hour_s_own_level_is_no_effect_of_the_gap() -> None:
    """Posts close together are sent at a bad hour: against all others they look worse, at the same hour they do not."""
    weeks = [f"{day:%Y-%m-%d}" for day in pd.date_range("2025-03-03", periods=40, freq="2D")]
    rows = [
        row
        for n, day in enumerate(weeks)
        for row in [(f"{day} 10:00", 10 + n % 7), (f"{day} 10:30", 10 + n % 7), (f"{day} 15:00", 50 + n % 7)]
    ]
    table, claim = posts(*rows), ADVICE["apart"].claim
    held = test_at_same_hour(table, claim, "a")
    assert (held.outcome, held.traps) == ("cannot_tell", (HELD,))
    assert held.ratio == pytest.approx(1, abs=0.1)
    assert (held.inside, held.outside) == (39, 40)  # the first post has none before it; 15:00 is on one side alone


def test_without_a_time_of_day_a_claim_is_tested_as_it_stands() -> None:
    days = pd.date_range("2025-03-03", periods=100)
    table = posts(*[(f"{day:%Y-%m-%d}", 10 + n % 5) for n, day in enumerate(days)])
    result = test_at_same_hour(table, ADVICE["weekend"].claim, "a")
    assert HELD not in result.traps
    assert result.inside + result.outside == 100


def test_too_few_posts_are_not_compared() -> None:
    result = test_at_same_hour(posts(*[(f"2025-03-0{n} 10:00", 5) for n in range(1, 9)]), ADVICE["weekend"].claim, "a")
    assert (result.outcome, result.unable is None) == ("cannot_tell", False)


def test_a_weekday_that_does_better_is_told_and_a_lucky_dot_is_not() -> None:
    assert weekday_outcome(FACTS, "flagship", 7) == "cannot_tell"
    sundays = FACTS.posts["posted_on"].dt.day_of_week == 6
    better = FACTS.posts.assign(likes=FACTS.posts["likes"].mask(sundays, FACTS.posts["likes"] * 3 + 9))
    assert weekday_outcome(replace(FACTS, posts=better), "flagship", 7) == "supported"
