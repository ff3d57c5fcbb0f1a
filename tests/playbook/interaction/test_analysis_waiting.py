import math
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from playbook.interaction.analysis.answering import helped, helped_within, in_time_by_severity, next_comments
from playbook.interaction.analysis.survival import curve
from playbook.interaction.analysis.waiting import (
    answered_alone,
    longest,
    summary,
    waiting,
    waiting_by,
    waits,
    watched_until,
)
from playbook.sample.truths import truths
from tests.worlds import WORLDS, Made

from .poor import ALONE, FACTS, OWN, POOR, inbox, of_world

TRUTH = truths()["inbox"]["complaint"]
OF_WORLDS = Made(WORLDS, lambda seed: of_world(WORLDS[seed], "comments"))


def test_five_items_of_which_two_wait_come_out_as_worked_by_hand() -> None:
    # 10 and 20 answered, 30 still waiting, 40 answered, 50 still waiting: 4/5, 4/5 x 3/4, and of the two left one.
    told = curve(np.array([10.0, 20, 30, 40, 50]), np.array([True, True, False, True, False]))
    assert told.share.tolist() == pytest.approx([0.8, 0.6, 0.6, 0.3, 0.3])
    assert told.median.value == 40
    assert told.after(25).value == pytest.approx(0.6)
    assert told.ended_by(9).value == 0
    assert told.mean_until(40) == pytest.approx(10 + 0.8 * 10 + 0.6 * 20)
    assert math.isnan(told.after(51).value)


def test_the_figures_are_those_of_the_library() -> None:
    table = waits(FACTS)
    assert table is not None
    told = waiting(FACTS)
    assert told is not None
    data = stats.CensoredData.right_censored(table["minutes"].to_numpy(), (~table["answered"]).to_numpy())
    curve_of = stats.ecdf(data).sf
    band: Any = curve_of.confidence_interval(method="log-log")
    for time in (30.0, 60.0, 120.0, 1440.0):
        estimate = told.after(time)
        expected = [float(each.evaluate(np.array(time))) for each in (curve_of, band.low, band.high)]
        assert list(estimate) == pytest.approx(expected)


def test_half_answered_is_not_reached_while_most_wait() -> None:
    told = waiting(replace(FACTS, comments=inbox(10, None, None)))
    assert told is not None
    assert told.median.value == math.inf
    assert (told.count, told.lasting) == (3, 2)


def test_the_last_answer_does_not_make_the_upper_end_sure() -> None:
    told = waiting(replace(FACTS, comments=inbox(30)))
    assert told is not None
    assert told.median.value == 30
    assert told.median.high == math.inf
    assert told.after(500).value == 0


def test_who_waits_is_watched_to_midnight_after_the_last_day() -> None:
    table = inbox(60, None)
    assert str(watched_until(table)) == "2025-10-14 00:00:00+08:00"
    told = waits(replace(FACTS, comments=table))
    assert told is not None
    assert told["minutes"].tolist() == [60, 14 * 60]


def test_the_answered_alone_make_the_wait_look_a_third_as_long() -> None:
    told = waiting(FACTS)
    assert told is not None
    assert told.median.value == pytest.approx(316.33, abs=0.01)
    assert told.median.low < 200
    assert told.median.high > 550
    assert answered_alone(FACTS, "median") < 0.4 * told.median.value
    assert answered_alone(FACTS, "mean") == pytest.approx(342.57, abs=0.01)


@pytest.mark.parametrize("seed", OF_WORLDS)
def test_in_every_world_the_evening_waits_longest_and_the_answered_alone_wait_less(seed: int) -> None:
    facts = OF_WORLDS[seed]
    assert longest(waiting_by(facts, "part")) == "evening"
    told = waiting(facts)
    assert told is not None
    assert answered_alone(facts, "median") < told.median.value


def test_with_somebody_there_the_wait_is_hours_shorter() -> None:
    there = waiting_by(FACTS, "there")
    assert there[True].median.high < there[False].median.low


def test_an_absence_in_the_duty_log_leaves_the_desk_empty() -> None:
    # On Tuesday 21 October at ten only Xiaoman would be on duty, and she is ill.
    ill = replace(FACTS, comments=inbox(90, at="2025-10-21T10:00:00+08:00"))
    for facts, there in ((ill, False), (replace(ill, staff=None), True)):
        table = waits(facts)
        assert table is not None
        assert bool(table["there"].iloc[0]) is there


def test_a_card_without_duty_does_not_tell_who_was_there() -> None:
    table = waits(replace(FACTS, company=ALONE))
    assert table is not None
    assert table["there"].isna().all()
    assert waiting_by(replace(FACTS, company=ALONE), "there") == {}


def test_groups_stand_in_the_order_of_the_day() -> None:
    assert list(waiting_by(FACTS, "part")) == ["night", "morning", "afternoon", "evening"]
    hours = list(waiting_by(FACTS, "hour"))
    assert hours == sorted(hours)  # type: ignore[type-var]
    assert next(iter(waiting_by(FACTS, "kind"))) == "complaint"
    assert summary(waiting_by(FACTS, "kind"))["items"].sum() == 629


def test_of_questions_most_are_answered_within_the_day() -> None:
    table = summary(waiting_by(FACTS, "kind"))
    assert table["within_1440"]["question"] > 0.9
    assert table["median"]["troll"] == math.inf
    assert table["within_120"]["journalist"] == 0


def test_without_an_inbox_nothing_is_told() -> None:
    assert all(each is None for each in (waits(OWN), waiting(OWN), next_comments(OWN)))
    assert waiting_by(OWN, "kind") == {}
    assert math.isnan(answered_alone(OWN, "mean"))
    assert math.isnan(helped(OWN).difference)
    assert in_time_by_severity(OWN) == {}


def test_the_plain_comparison_says_too_much_and_within_severity_a_quarter_is_left() -> None:
    plain, within = helped(FACTS), helped_within(FACTS)
    assert plain.difference == pytest.approx(0.392, abs=0.001)
    assert within.difference == pytest.approx(0.245, abs=0.001)
    assert (plain.soon, plain.late) == (within.soon, within.late) == (46, 71)
    assert helped(FACTS, "mild").outcome == helped(FACTS, "severe").outcome == within.outcome == "supported"
    share = in_time_by_severity(FACTS)
    assert share["mild"] > 2 * share["severe"]


def test_over_twenty_worlds_the_planted_effect_comes_back_and_the_plain_one_is_twice_it() -> None:
    within = [helped_within(facts) for facts in OF_WORLDS.values()]
    assert sum(each.low < TRUTH["effect"] < each.high for each in within) >= 19
    assert np.mean([each.difference for each in within]) == pytest.approx(TRUTH["effect"], abs=0.03)
    assert np.mean([helped(facts).difference for facts in OF_WORLDS.values()]) == pytest.approx(
        TRUTH["naive"], abs=0.03
    )
    assert not any(each.outcome == "refuted" for each in within)


def test_an_interval_of_one_group_is_newcombe_s() -> None:
    # Newcombe 1998, table II (a): 56/70 against 48/80 gives 0.2000, 0.0524 to 0.3339.
    begun = inbox(*[10] * 70, *[300] * 80, kind="complaint").assign(severity="mild")
    next_kinds = ["praise"] * 56 + ["complaint"] * 14 + ["praise"] * 48 + ["complaint"] * 32
    again = begun.assign(id="n" + begun["id"], severity=None, at=begun["answered_at"], kind=next_kinds)
    told = helped(replace(FACTS, comments=pd.concat([begun, again.astype({"severity": "string"})])))
    assert (told.difference, told.low, told.high) == pytest.approx((0.2, 0.0524, 0.3339), abs=0.00005)


@pytest.mark.parametrize("kind", POOR)
def test_poor_data_are_told_or_left_out(kind: str) -> None:
    facts = POOR[kind]
    told = helped_within(facts)
    assert math.isnan(told.difference) or told.low <= told.difference <= told.high
    for each in waiting_by(facts, "part").values():
        assert each.median.low <= each.median.value <= each.median.high
