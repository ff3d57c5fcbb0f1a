from dataclasses import replace

import pytest

from playbook.interaction.analysis.answering import helped, helped_within
from playbook.interaction.analysis.waiting import waiting
from playbook.interaction.questions import (
    credit,
    in_time_of,
    one_day,
    outcome,
    points,
    points_too_many,
    share_in_time,
    wait_of,
    wait_of_day,
    waits_longest,
)
from playbook.interaction.questions_follow import (
    empty_percent,
    kinds_in_order,
    minutes_of,
    of_a_thousand,
    origins_in_order,
    to_win,
    weeks_readable,
)

from .poor import COMMENTS, FACTS, FOLLOWERS, OWN, UNCHECKED, inbox

ORIGINS = ["content", "relay", "search", "campaign"]
KINDS = ["rival", "trouble-maker", "loyal-customer", "negative-poster"]


def test_the_three_ways_of_taking_a_wait_give_three_numbers() -> None:
    assert [wait_of(FACTS, "complaint", each) for each in ("all", "answered", "mean")] == [336, 156, 365]
    told = waiting(FACTS, "complaint")
    assert told is not None
    assert round(told.median.value) == wait_of(FACTS, "complaint")


def test_a_day_is_listed_as_it_came_and_its_median_can_be_counted_off() -> None:
    table = one_day(FACTS, "flagship", "2025-10-20")
    assert len(table) == 11
    assert table["minutes"].isna().sum() == 2
    waits = table["minutes"].fillna(float("inf")).tolist()
    assert wait_of_day(FACTS, "flagship", "2025-10-20") == sorted(waits)[5] == 316
    assert wait_of_day(FACTS, "flagship", "2025-10-20", "answered") == 260
    assert wait_of_day(FACTS, "flagship", "2025-10-20", "mean") == 418


def test_the_evening_waits_longest_and_the_afternoon_is_busiest() -> None:
    assert waits_longest(FACTS) == waits_longest(FACTS, "complaint") == "evening"
    assert waits_longest(FACTS, by="items") == "afternoon"
    assert waits_longest(FACTS, "complaint", "waiting") == "morning"
    assert waits_longest(FACTS, by="answered") == "evening"


def test_shares_count_those_still_waiting() -> None:
    assert share_in_time(FACTS) == 39
    assert share_in_time(replace(FACTS, comments=inbox(60, None, None, None))) == 25
    assert share_in_time(FACTS, "complaint", 1440) == 79


def test_the_mixed_comparison_claims_fifteen_points_too_many_and_the_rest_is_the_answer_s() -> None:
    assert [points(FACTS, each) for each in ("mixed", "mild", "severe", "apart")] == [39, 25, 24, 24]
    assert points_too_many(FACTS) == round(100 * (helped(FACTS).difference - helped_within(FACTS).difference)) == 15
    assert credit(FACTS) == "part"
    assert (in_time_of(FACTS, "mild"), in_time_of(FACTS, "severe")) == (53, 25)
    assert outcome(FACTS, "severe") == "supported"


def test_what_helps_alike_without_confounding_is_credited_whole_and_what_does_not_help_not_at_all() -> None:
    mild = COMMENTS[~COMMENTS["severity"].eq("severe").fillna(value=False)]
    assert credit(replace(FACTS, comments=mild)) == "all"
    cross = COMMENTS.assign(kind=COMMENTS["kind"].where(COMMENTS["thread"] == COMMENTS["id"], "complaint"))
    assert credit(replace(FACTS, comments=cross)) == "none"


def test_a_thousand_followers_are_shared_out_whole() -> None:
    told = {what: of_a_thousand(FACTS, what) for what in ("suspected", "empty", "blocked", "found", "kept")}
    assert told == {"suspected": 251, "empty": 135, "blocked": 142, "found": 109, "kept": 27}
    assert told["blocked"] + told["found"] == told["suspected"]
    assert [empty_percent(FACTS, what) for what in ("corrected", "suspected", "right")] == [14, 25, 43]
    assert of_a_thousand(FACTS, "suspected", marks=4) < 100


def test_who_stays_is_another_order_than_who_came() -> None:
    assert origins_in_order(FACTS, ORIGINS) == ["relay", "content", "search", "campaign"]
    assert origins_in_order(FACTS, ORIGINS, "joined") == ["content", "search", "campaign", "relay"]
    assert origins_in_order(FACTS, ORIGINS, "still_there") == ["content", "relay", "search", "campaign"]
    assert (to_win(FACTS, "relay"), to_win(FACTS, "campaign")) == (108, 334)


def test_kinds_differ_by_what_they_bring_for_the_time_they_take() -> None:
    orders = [kinds_in_order(FACTS, KINDS, by) for by in ("worth", "answers", "signals", "minutes")]
    assert orders[0] == ["loyal-customer", "negative-poster", "rival", "trouble-maker"]
    assert len({tuple(order) for order in orders}) == 4


def test_a_list_takes_minutes_and_lasts_for_weeks() -> None:
    assert minutes_of(FACTS, kinds=["peer"]) == 27.6
    assert minutes_of(FACTS, ["a01", "a02"]) == pytest.approx(18.0)
    assert weeks_readable(FACTS, 180) == 1
    assert weeks_readable(FACTS, 180, kinds=["loyal-customer", "peer-fan", "potential-customer"]) == 3


@pytest.mark.parametrize(
    "ask",
    [
        lambda: wait_of(OWN), lambda: waits_longest(OWN), lambda: one_day(OWN, "flagship", "2025-10-20"),
        lambda: points(OWN, "apart"), lambda: origins_in_order(OWN, ORIGINS), lambda: kinds_in_order(OWN, KINDS),
        lambda: of_a_thousand(replace(FACTS, followers=UNCHECKED), "empty"), lambda: to_win(OWN, "relay"),
        lambda: wait_of(FACTS, "troll"),
    ],
)  # fmt: skip
def test_what_the_data_do_not_tell_has_no_right_answer(ask: object) -> None:
    with pytest.raises(ValueError, match=r"data|facts"):
        ask()  # type: ignore[operator]


def test_an_order_of_origins_reads_the_followers_that_are_there() -> None:
    few = FOLLOWERS[FOLLOWERS["origin"] != "relay"]
    assert origins_in_order(replace(FACTS, followers=few), ["search", "content"]) == ["content", "search"]
