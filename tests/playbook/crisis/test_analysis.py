import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from playbook.crisis.analysis.completeness import by_day, days_in, hours_of, told_by
from playbook.crisis.analysis.counts import counts
from playbook.crisis.analysis.duty import by_duty, longest_alone, most_of_one
from playbook.crisis.analysis.judged import Event, sample_events
from playbook.crisis.analysis.speed import HOURS, NOT_TOLD, crisis_of, measured, wave

from .worlds import FACTS, OWN, SEEDS, counted, world

A_DAY = 96
PEAK = pd.Timestamp("2025-11-13")

# ---------------------------------------------------------------- the wave


def made(extra: list[int]) -> tuple[Event, pd.DataFrame]:
    """Return 32 days of two mentions each quarter hour, with so many more an hour from the 29th day on."""
    mentions = np.full(32 * A_DAY, 2)
    first = 28 * A_DAY
    mentions[first : first + 4 * len(extra)] += np.repeat(extra, 4)
    table = counted(mentions=list(mentions))
    return Event("crisis", table["at"][first], table["at"][first + 4 * len(extra) - 1], real=True), table


def test_a_wave_is_told_with_the_usual_taken_off() -> None:
    event, table = made([10, 30, 20, 20, 10, 10])
    told = wave(counts(table), event)
    assert told is not None
    assert told.total == 400
    assert [told.share[hour] for hour in (1, 2, 4, 6, 24)] == pytest.approx([0.1, 0.4, 0.8, 1.0, 1.0])
    assert (told.half, told.most) == (2.5, 4.0)
    assert told.peak == 1.5
    assert told.fell == 2.5  # the hour that then ends holds half of the busiest one


def test_a_wave_that_was_not_watched_to_its_end_is_not_told() -> None:
    event, table = made([10])
    assert wave(counts(table.head(29 * A_DAY)), event) is None
    assert wave(counts(table.assign(mentions=2)), event) is None
    assert wave(counts(table), event._replace(starts=table["at"][0])) is None


@pytest.mark.parametrize("seed", SEEDS)
def test_half_of_the_crisis_has_come_by_the_evening_and_five_sixths_by_the_next_morning(seed: int) -> None:
    told = crisis_of(world(seed))
    assert told is not None
    assert told.half == pytest.approx(6.5, abs=0.5)
    assert told.share[24] == pytest.approx(0.84, abs=0.03)
    assert told.peak == pytest.approx(4.75, abs=0.75)
    assert told.total == pytest.approx(9000, rel=0.05)


def test_the_measured_curves_are_those_that_were_published() -> None:
    assert measured("wide", (72,)) == {72: 1.0}  # of all that ever came, 89.3% had by then
    assert measured("wide")[24] == pytest.approx(0.78 / 0.893)
    assert measured("wide")[1] < measured("relayed")[1]  # rumours are not the faster at first
    assert set(measured("wide")) == set(HOURS)
    assert "答不了" in NOT_TOLD.zh


def test_a_company_of_its_own_has_no_crisis_on_record() -> None:
    assert crisis_of(OWN) is None
    assert crisis_of(replace(FACTS, invented=False)) is None


# ---------------------------------------------------------------- who was there


def test_the_hours_of_the_crisis_are_told_by_whether_somebody_was_there() -> None:
    told = by_duty(FACTS)
    assert told[True].hours + told[False].hours == 48
    assert told[True].share + told[False].share == pytest.approx(1)
    assert told[False].hours == 27  # from 22 to 9 on the first night, from 18 on the second
    assert longest_alone(FACTS) == 16
    assert most_of_one(FACTS) == 17  # 8 hours of the first day, 9 of the second


def test_a_card_with_nobody_on_duty_tells_of_nobody() -> None:
    nobody = FACTS.company.model_copy(update={"people": []})
    facts = replace(FACTS, company=nobody)
    assert list(by_duty(facts)) == [None]
    assert math.isnan(longest_alone(facts))
    assert most_of_one(facts) == 0
    assert by_duty(OWN) == {}
    assert math.isnan(longest_alone(OWN))
    assert most_of_one(OWN) == 0


# ---------------------------------------------------------------- the search


@pytest.mark.parametrize("seed", SEEDS)
def test_the_worst_days_are_cut_at_the_ceiling_and_look_alike(seed: int) -> None:
    table = by_day(world(seed))
    assert table is not None
    cut = days_in(world(seed), "cut")
    assert PEAK in cut
    assert set(table.loc[cut, "found"]) == {500.0}
    assert table["counted"][PEAK] > 5000
    searched, counted_days = told_by(world(seed), "found"), told_by(world(seed), "counted")
    assert searched is not None
    assert counted_days is not None
    assert counted_days.peak == PEAK
    assert counted_days.times > 5 * searched.times


def test_days_that_broke_off_are_told_from_quiet_ones() -> None:
    broken = days_in(FACTS, "broken")
    assert [f"{day:%m-%d}" for day in broken] == ["10-01", "10-14", "11-08"]
    table = by_day(FACTS)
    assert table is not None
    assert (table.loc[broken, "page"] == 1).all()


def test_on_a_cut_day_the_search_has_the_last_hours_alone() -> None:
    told = hours_of(FACTS, PEAK)
    assert told is not None
    assert told["counted"].idxmax() == 14
    assert told.loc[:19, "found"].sum() == 0
    assert told["found"].sum() == 500
    assert hours_of(FACTS, pd.Timestamp("2024-01-01")) is None


def test_without_a_count_nothing_is_said_of_a_search() -> None:
    for facts in (OWN, replace(FACTS, mentions=None), replace(FACTS, searched=None)):
        assert by_day(facts) is None
        assert days_in(facts, "cut") == []
        assert told_by(facts, "found") is None
        assert hours_of(facts, PEAK) is None


def test_the_three_events_are_there_in_order() -> None:
    told = sample_events()
    assert [each.id for each in told] == ["false_alarm", "slow_burn", "crisis"]
    assert [each.real for each in told] == [False, True, True]
    assert told[1].ends == told[2].starts
