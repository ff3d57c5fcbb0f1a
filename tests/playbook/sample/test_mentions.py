import numpy as np
import pandas as pd
import pytest

from playbook.sample.mentions import make_mentions, wave
from playbook.sample.readers import by_hour
from playbook.sample.truths import calibration, truths
from tests.worlds import WORLDS, Made

SEEDS = range(20)
TABLES = Made(SEEDS, lambda seed: WORLDS[seed].table("mentions").set_index("at"))
AT = pd.DatetimeIndex(TABLES[0].index)
TRUTH = truths()["mentions"]
ZONE = "Asia/Shanghai"


def when(event: str, name: str) -> pd.Timestamp:
    return pd.Timestamp(TRUTH[event][name], tz=ZONE)


def usual_days(table: pd.DataFrame) -> pd.DataFrame:
    days = AT.normalize()
    crisis = (days >= when("crisis", "start").normalize()) & (days <= when("crisis", "end").normalize())
    quiet: pd.DataFrame = table[~crisis & (days != when("false_alarm", "start").normalize())]
    return quiet


@pytest.mark.parametrize("seed", SEEDS)
def test_every_quarter_hour_of_the_three_months_is_there_and_parts_are_no_more_than_the_whole(seed: int) -> None:
    table = TABLES[seed]
    assert len(table) == TRUTH["days"] * 96
    assert table.index.equals(pd.date_range("2025-09-01", periods=len(table), freq="15min", tz=ZONE, unit="us"))
    assert table.min().min() >= 0
    assert (table["negative"] <= table["mentions"]).all()
    assert (table["by_verified"] <= table["mentions"]).all()


def test_usual_days_follow_the_measured_hours() -> None:
    # 200,000 mentions, but their luck comes by the quarter hour and the day: an hour's share errs by 0.0006 or so.
    pooled = pd.concat([usual_days(table) for table in TABLES.values()])
    share = pooled.groupby(pd.DatetimeIndex(pooled.index).hour)["mentions"].sum() / pooled["mentions"].sum()
    assert np.abs(share.to_numpy() - by_hour()).max() < 0.003


@pytest.mark.parametrize("seed", SEEDS)
def test_counts_vary_more_than_chance_alone_would(seed: int) -> None:
    noon = usual_days(TABLES[seed]).query("at.dt.hour == 12")["mentions"]
    assert noon.var() > 1.5 * noon.mean()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_false_alarm_is_large_not_negative_and_gone_after_two_hours(seed: int) -> None:
    table, start, end = TABLES[seed], when("false_alarm", "start"), when("false_alarm", "end")
    two_hours = pd.Timedelta(minutes=119)
    weeks = [start + pd.Timedelta(weeks=week) for week in (-3, -2, -1, 1, 2, 3, 4, 5, 6)]
    others = [table.loc[at : at + two_hours, "mentions"].sum() for at in weeks]
    alarm, after = table.loc[start : start + two_hours], table.loc[end : end + two_hours]
    assert alarm["mentions"].sum() > 4 * max(others)
    assert alarm["negative"].sum() / alarm["mentions"].sum() < TRUTH["usual"]["negative"]
    assert after["mentions"].sum() < 0.2 * alarm["mentions"].sum()


def weeks_before_the_crisis(seed: int) -> pd.DataFrame:
    return TABLES[seed].loc[: when("slow_burn", "peak") - pd.Timedelta(minutes=1)].resample("W-SUN").sum()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_slow_burn_is_the_most_negative_week_before_the_crisis(seed: int) -> None:
    weeks = weeks_before_the_crisis(seed)
    share = weeks["negative"] / weeks["mentions"]
    assert share.argmax() == len(share) - 1
    assert share.iloc[-1] > 1.4 * share.iloc[:-1].median()
    last_days = TABLES[seed].loc[when("slow_burn", "peak") : when("crisis", "start") - pd.Timedelta(minutes=1)].sum()
    assert last_days["negative"] / last_days["mentions"] > 1.7 * share.iloc[:-1].median()


def test_the_slow_burn_adds_no_mentions() -> None:
    # A week differs from the usual one by 0.1; the mean of twenty by 0.022, three times that is allowed.
    weeks = [weeks_before_the_crisis(seed)["mentions"] for seed in SEEDS]
    assert np.mean([week.iloc[-1] / week.iloc[:-1].median() for week in weeks]) == pytest.approx(1, abs=0.07)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_crisis_grows_peaks_and_is_over_when_the_truths_say(seed: int) -> None:
    hours = TABLES[seed]["mentions"].rolling(4).sum()
    start, peak, end = (when("crisis", name) for name in ("start", "peak", "end"))
    assert abs(AT[int(hours.argmax())] - peak) <= pd.Timedelta(minutes=90)
    assert hours[start] < 60
    assert hours[end:].max() < 60
    crisis = TABLES[seed].loc[start:end]
    assert crisis["negative"].sum() / crisis["mentions"].sum() > 0.5


def test_the_crisis_arrives_by_the_measured_curve() -> None:
    # It starts over five hours and people sleep: both hold it back by some hundredths against a single post.
    arrived = pd.Series(wave(AT, TRUTH["crisis"]), AT)[when("crisis", "start") :].cumsum() / TRUTH["crisis"]["size"]
    curve = calibration()["reactions"]["arrived_after_hours"]
    for hours, tolerance in ((12, 0.06), (24, 0.05), (48, 0.03)):
        assert arrived.iloc[hours * 4] == pytest.approx(curve[str(hours)] / curve["72"], abs=tolerance)


def test_the_same_seed_makes_the_same_mentions_and_another_seed_others() -> None:
    assert make_mentions(7).set_index("at").equals(TABLES[7])
    assert not TABLES[7].equals(TABLES[8])
