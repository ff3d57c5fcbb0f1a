import numpy as np
import pandas as pd
import pytest

from playbook.claims import ENOUGH, test_claim
from playbook.facts import sample_facts
from playbook.posts import COLUMNS, typed
from playbook.timing.analysis import (
    EVENING_RULE,
    WEEKEND_RULE,
    average,
    best_hour,
    by_hour,
    outcome_of,
    presence,
    ranked,
    strength,
    typical,
    usual_of,
    what_lifts_mean,
)


def posts(*hours_and_likes: tuple[str, int], account: str = "a") -> pd.DataFrame:
    """A posts table with one post for each time (`2025-03-03 15:00`, or a date alone) and number of likes."""
    rows = []
    for at, likes in hours_and_likes:
        day, _, clock = at.partition(" ")
        rows.append(
            dict.fromkeys(COLUMNS, "")
            | {"account": account, "posted_on": day, "posted_at": f"{day}T{clock}:00+08:00" if clock else ""}
            | {"likes": str(likes), "comments": "0", "reposts": "0"}
        )
    return typed(pd.DataFrame(rows))


MONDAY, SATURDAY = "2025-03-03", "2025-03-08"
MONDAYS = [f"{day:%Y-%m-%d}" for day in pd.date_range(MONDAY, periods=12, freq="7D")]
SATURDAYS = [f"{day:%Y-%m-%d}" for day in pd.date_range(SATURDAY, periods=12, freq="7D")]


def weekly(days: list[str], hour: str, likes: list[int]) -> list[tuple[str, int]]:
    """Posts at an hour, spread over these days in turn."""
    return [(f"{days[n % len(days)]} {hour}", number) for n, number in enumerate(likes)]


def test_an_hour_has_count_total_mean_and_median() -> None:
    table = by_hour(posts(*[(f"{MONDAY} 15:30", n) for n in (1, 2, 9)], (f"{MONDAY} 16:00", 4)), "a")
    assert table.loc[15].to_dict() == {"posts": 3, "total": 12, "mean": 4, "median": 2}
    assert table.loc[16, "posts"] == 1
    assert table.loc[3, "posts"] == 0
    assert pd.isna(table["median"][3])


def test_times_are_read_in_shanghai_wherever_they_were_written() -> None:
    utc = typed(
        pd.DataFrame(
            [dict.fromkeys(COLUMNS, "1") | {"posted_on": MONDAY, "posted_at": f"{MONDAY}T07:00:00Z", "account": "a"}]
        )
    )
    assert by_hour(utc, "a").loc[15, "posts"] == 1


def test_one_viral_post_moves_the_mean_and_not_the_typical_post() -> None:
    table = posts(*[(f"{MONDAY} 08:00", 10)] * 20, (f"{MONDAY} 08:00", 100_000))
    assert typical(table, "a", 8) == 10
    assert average(table, "a", 8) > 4000
    assert what_lifts_mean(table, "a", 8) == "one_post"
    assert what_lifts_mean(posts(*[(f"{MONDAY} 08:00", n) for n in range(50, 80)]), "a", 8) == "many_posts"


def test_an_hour_with_too_few_posts_is_never_best_and_comes_last() -> None:
    table = posts(*[(f"{MONDAY} 10:00", 5)] * ENOUGH, *[(f"{MONDAY} 22:00", 500)] * (ENOUGH - 1))
    assert best_hour(table, "a") == 10
    assert ranked(table, "a") == ["10", "22"]
    assert ranked(table, "a", enough=0) == ["22", "10"]


def test_dates_alone_give_no_hours_and_no_error() -> None:
    table = posts(*[(MONDAY, 5)] * 50)
    assert best_hour(table, "a") is None
    assert by_hour(table, "a")["posts"].sum() == 0
    assert np.isnan(strength(table, "a")).all()
    assert outcome_of(table, "a", "evening") == "cannot_tell"
    assert usual_of(table, "a") == 5


def test_an_account_without_posts_has_no_hours_to_rank() -> None:
    assert ranked(posts((f"{MONDAY} 10:00", 5)), "nobody") == []


def test_workdays_are_pooled_and_so_is_the_weekend() -> None:
    table = posts(*[(f"{MONDAY} 10:00", 5)] * ENOUGH, *[(f"{SATURDAY} 10:00", 9)] * ENOUGH)
    week = strength(table, "a")
    assert week[:, 10].tolist() == [5, 5, 5, 5, 5, 9, 9]


def test_the_evening_is_six_to_eleven_on_workdays() -> None:
    table = posts(
        *weekly(MONDAYS, "17:59", [1] * 5), *weekly(MONDAYS, "18:00", [1] * 7), *weekly(MONDAYS, "22:59", [1] * 11),
        *weekly(MONDAYS, "23:00", [1] * 13), *weekly(SATURDAYS, "20:00", [1] * 17), *[(MONDAY, 1)] * 19,
    )  # fmt: skip
    compared = test_claim(table, EVENING_RULE, "a")
    assert (compared.inside, compared.outside) == (7 + 11, 5 + 13)


def test_the_weekend_hours_are_those_of_the_source() -> None:
    hours = [f"{hour}:30" for hour in range(24)]
    table = posts(*[(f"{SATURDAY} {hour:0>5}", 1) for hour in hours], (f"{MONDAY} 13:30", 1))
    compared = test_claim(table, WEEKEND_RULE, "a")
    assert (compared.inside, compared.outside) == (4, 20)


def test_too_few_evening_posts_are_not_compared() -> None:
    few = weekly(MONDAYS, "20:00", [50] * (ENOUGH - 1))
    compared = test_claim(posts(*few, *weekly(MONDAYS, "10:00", [5] * 100)), EVENING_RULE, "a")
    assert (compared.inside, compared.outcome) == (ENOUGH - 1, "cannot_tell")
    assert np.isnan(compared.ratio)


def test_a_clear_difference_is_told_either_way() -> None:
    low, high = list(range(10, 60)), list(range(40, 90))
    better = posts(*weekly(MONDAYS, "10:00", low), *weekly(MONDAYS, "20:00", high))
    worse = posts(*weekly(MONDAYS, "10:00", high), *weekly(MONDAYS, "20:00", low))
    assert outcome_of(better, "a", "evening") == "supported"
    assert outcome_of(worse, "a", "evening") == "refuted"
    assert outcome_of(better, "a", "weekend") == "cannot_tell"


def test_reposts_count_in_no_hour() -> None:
    own = posts(*weekly(MONDAYS, "10:00", [5] * 30))
    relays = posts(*weekly(MONDAYS, "20:00", [99] * 40)).assign(is_repost=pd.array([True] * 40, dtype="boolean"))
    both = pd.concat([own, relays], ignore_index=True)
    assert by_hour(both, "a").equals(by_hour(own, "a"))
    assert usual_of(both, "a") == 5
    assert best_hour(both, "a") == 10


def test_posts_of_another_account_change_nothing() -> None:
    own = posts(*[(f"{MONDAY} 10:00", 5)] * 30)
    both = pd.concat([own, posts(*[(f"{MONDAY} 20:00", 99)] * 30, account="b")], ignore_index=True)
    assert by_hour(both, "a").equals(by_hour(own, "a"))


@pytest.mark.parametrize("account", ["flagship", "shop"])
def test_presence_is_known_for_every_hour_of_the_week(account: str) -> None:
    table = sample_facts().reactions
    assert table is not None
    assert presence(table, account).shape == (7, 24)
    assert not np.isnan(presence(table, account)).any()
