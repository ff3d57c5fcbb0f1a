import math

import numpy as np
import pandas as pd
import pytest

from playbook.crisis.analysis.alarms import ALARMS, Fixed, Robust, Rule, SameHour, rule, rung, said
from playbook.crisis.analysis.counts import Counts, counts, within
from playbook.crisis.analysis.judged import Event, counts_of, events_of, judge_alarm, judge_facts, sample_events
from playbook.crisis.analysis.tuning import JUDGED_ON, MOST_FALSE, TUNED_ON, over, tuned

from .worlds import FACTS, OWN, SEEDS, counted, world

A_DAY = 96


def quiet(days: int = 35, **at: int) -> Counts:
    """Return two mentions every quarter hour, one day in two three; `at`: so many more on d<quarter>."""
    mentions = np.tile(np.repeat([2, 3], A_DAY), days)[: days * A_DAY].copy()
    for name, more in at.items():
        mentions[int(name[1:])] += more
    return counts(counted(mentions=list(mentions), negative=[0] * len(mentions)))


def test_a_window_holds_what_the_last_minutes_brought_and_nothing_before_they_are_over() -> None:
    told = counts(counted(mentions=[1, 2, 3, 4] * 24, negative=[0, 1, 0, 1] * 24))
    now, every = within(told, "mentions", 60)
    assert np.isnan(now[:3]).all()
    assert now[3:7].tolist() == [10, 10, 10, 10]
    assert within(told, "negative", 30)[0][3] == 1
    assert every is now


def test_a_share_is_told_of_twenty_mentions_or_more() -> None:
    told = counts(counted(mentions=[4] * A_DAY, negative=[1] * A_DAY))
    share, _ = within(told, "negative_share", 75)
    assert math.isnan(share[3])
    assert share[4] == 0.25


def test_a_quarter_hour_that_was_not_counted_silences_the_windows_that_hold_it() -> None:
    table = counted(mentions=[5] * A_DAY).drop(index=[10])
    now, _ = within(counts(table), "mentions", 30)
    assert np.isnan(now[10:12]).all()
    assert now[12] == 10


@pytest.mark.parametrize("tried", [Fixed(of="mentions", at_least=30), SameHour(of="mentions", times=3),
                                   Robust(of="mentions", score=6)])  # fmt: skip
def test_each_rule_rings_when_the_quarter_hour_of_a_leap_is_over_and_then_rests(tried: Rule) -> None:
    leap = 30 * A_DAY + 40
    rings = rung(tried, quiet(**{f"d{leap}": 40}))
    assert list(rings) == [quiet().begun[leap] + pd.Timedelta(minutes=15)]


def test_an_alarm_rings_again_when_its_rest_is_over_and_the_thing_is_not() -> None:
    busy = {f"d{30 * A_DAY + quarter}": 40 for quarter in range(8)}
    assert len(rung(Fixed(of="mentions", at_least=30, rest_hours=1), quiet(**busy))) == 3
    assert len(rung(Fixed(of="mentions", at_least=30, rest_hours=6), quiet(**busy))) == 1


def test_what_is_usual_is_taken_from_the_past_alone() -> None:
    later = {f"d{33 * A_DAY + quarter}": 400 for quarter in range(A_DAY)}
    leap = 30 * A_DAY + 40
    for tried in (SameHour(of="mentions"), Robust(of="mentions")):
        assert rung(tried, quiet(**{f"d{leap}": 40}))[0] == rung(tried, quiet(**{f"d{leap}": 40}, **later))[0]


def test_a_rule_that_needs_the_past_is_silent_before_it_knows_any() -> None:
    for tried in (SameHour(of="mentions"), Robust(of="mentions")):
        assert len(rung(tried, quiet(d500=400))) == 0
    assert len(rung(Fixed(of="mentions", at_least=100), quiet(d500=400))) == 1


def test_a_rule_is_made_of_a_kind_and_of_those_numbers_that_it_has() -> None:
    made = rule("fixed", of="mentions", at_least=40, times=3, score=2, rest_hours=2)
    assert made == Fixed(of="mentions", at_least=40, rest_hours=2)
    assert isinstance(rule("robust"), Robust)


def test_rings_for_nothing_are_counted_without_the_time_of_real_events() -> None:
    at = quiet().begun
    event = Event("crisis", at[30 * A_DAY], at[31 * A_DAY], real=True)
    told = judge_alarm(
        Fixed(of="mentions", at_least=30), quiet(**{f"d{20 * A_DAY}": 40, f"d{30 * A_DAY + 4}": 40}), [event]
    )
    assert (len(told.rung), len(told.false)) == (2, 1)
    assert told.minutes == {"crisis": 75.0}
    assert told.days == pytest.approx(35 - 14 - 1 - 1 / 24)  # the window after it holds some of it
    assert told.false_a_month.value == pytest.approx(30 / told.days)
    assert told.false_a_month.low < told.false_a_month.value < told.false_a_month.high


def test_a_false_alarm_is_no_event_that_should_ring() -> None:
    at = quiet().begun
    event = Event("false_alarm", at[30 * A_DAY], at[31 * A_DAY], real=False)
    told = judge_alarm(Fixed(of="mentions", at_least=30), quiet(**{f"d{30 * A_DAY + 4}": 40}), [event])
    assert (len(told.false), told.minutes) == (1, {})


@pytest.mark.parametrize("seed", SEEDS)
def test_counting_all_mentions_rings_at_the_false_alarm_and_within_an_hour_or_so_of_the_crisis(seed: int) -> None:
    told = judge_facts(world(seed), ALARMS["count_all"])
    assert told is not None
    false_alarm = next(each for each in sample_events() if each.id == "false_alarm")
    assert any(false_alarm.starts < each <= false_alarm.ends for each in told.false)
    assert 30 <= told.minutes["crisis"] <= 75


def test_counting_negatives_hears_the_crisis_sooner() -> None:
    told = [judge_facts(world(seed), ALARMS["same_hour"]) for seed in SEEDS]
    soon = sorted(each.minutes["crisis"] for each in told if each is not None)
    # One of these worlds rang for the slow burn that morning, and rested when the crisis began.
    assert soon[2] <= 45
    assert soon[3] == 360


@pytest.mark.parametrize("seed", SEEDS)
def test_only_the_share_of_a_day_sees_the_slow_burn_without_ringing_for_nothing(seed: int) -> None:
    share, counting_all = (judge_facts(world(seed), ALARMS[name]) for name in ("share_of_day", "count_all"))
    assert share is not None
    assert counting_all is not None
    assert share.minutes["slow_burn"] < 8 * 1440  # of ten and a half days
    assert math.isinf(counting_all.minutes["slow_burn"])
    assert len(share.false) <= 1
    burn = next(each for each in sample_events() if each.id == "slow_burn")
    assert share.by_chance(burn) < 0.4


def test_the_rules_of_the_lesson_hold_in_worlds_that_they_were_not_tuned_in() -> None:
    assert not set(TUNED_ON) & set(JUDGED_ON)
    for name in ("count_negative", "same_hour", "robust"):
        told = over(ALARMS[name])
        assert told.false_a_month.low <= MOST_FALSE
        assert told.crisis <= 45


def test_what_tuning_finds_is_what_the_rule_begins_with() -> None:
    found = tuned("fixed", "negative", 60)
    assert found is not None
    assert found.rule == Fixed()


def test_nothing_is_found_where_every_number_rings_too_often() -> None:
    assert tuned("fixed", "negative", 60, range(100, 101), most_false=-1.0) is None


def test_of_a_company_s_own_mentions_no_event_is_known() -> None:
    assert events_of(OWN) == ()
    assert counts_of(OWN) is None
    assert judge_facts(OWN, Fixed()) is None
    with pytest.raises(ValueError, match="without rows"):
        counts(counted(mentions=[]))


def test_a_rule_is_said_in_a_sentence() -> None:
    assert said(Fixed()).zh == "60 分钟里负面提及到 6 就响"
    assert said(ALARMS["share_of_day"]).en.startswith("rings when the share of negatives within 24 hours")
    assert "30%" in said(Fixed(of="negative_share", at_least=0.3)).en
    assert FACTS.mentions is not None
