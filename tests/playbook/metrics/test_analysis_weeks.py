"""Weekly measures, periods that may be compared, and what a week may be expected to have."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from playbook.metrics.analysis.baseline import knows_season, ranges, too_few
from playbook.metrics.analysis.periods import compared, unequal
from playbook.metrics.analysis.series import off_scale, on_scale, series

from .worlds import FACTS, OWN, by_week, orders


def known(account: str, measure: str) -> pd.Series:
    found = series(FACTS, account, measure)
    assert found is not None
    return found


# ---------------------------------------------------------------- measures by the week


def test_a_month_that_nobody_wrote_down_is_missing_and_never_zero() -> None:
    values = known("store", "orders")
    assert values.isna().sum() == 5
    assert values.min() > 0
    assert (values.index[1:] - values.index[:-1] == pd.Timedelta(days=7)).all()


def test_reads_at_the_limit_are_not_known() -> None:
    values = known("flagship", "reads")
    assert values.isna().sum() == 11
    assert values.max() < 1_000_000


def test_followers_won_are_the_difference_of_two_weeks() -> None:
    followers, won = known("shop", "followers"), known("shop", "follower_growth")
    assert won.iloc[-1] == followers.iloc[-1] - followers.iloc[-2]


def test_attitude_lies_between_minus_one_and_one_and_only_where_comments_are_read() -> None:
    assert known("service", "comment_attitude").abs().max() <= 1
    assert series(FACTS, "store", "comment_attitude") is None


def test_own_posts_alone_tell_what_a_typical_post_got_in_each_whole_week() -> None:
    values = series(OWN, "flagship", "typical_reactions")
    assert values is not None
    assert len(values) == 51
    assert values.index[0] == pd.Timestamp("2025-01-06")  # 1 January was a Wednesday: its week is not whole
    own = FACTS.posts[(FACTS.posts["account"] == "flagship") & ~FACTS.posts["is_repost"].fillna(value=False)]
    week = own[own["posted_on"].between("2025-01-06", "2025-01-12")]
    assert values.iloc[0] == week[["reposts", "comments", "likes"]].sum(axis=1).median()


@pytest.mark.parametrize("measure", ["orders", "reads", "reply_share", "nonsense"])
def test_what_own_posts_do_not_tell_is_told_to_be_missing(measure: str) -> None:
    assert series(OWN, "flagship", measure) is None


@pytest.mark.parametrize(("measure", "value"), [("orders", 120.0), ("reply_share", 0.4), ("comment_attitude", -0.2)])
def test_each_measure_comes_back_from_the_scale_it_is_reckoned_on(measure: str, value: float) -> None:
    values = by_week([value])
    assert off_scale(on_scale(values, measure), measure).item() == pytest.approx(value)


# ---------------------------------------------------------------- periods


def test_only_equally_long_periods_with_the_same_weekdays_are_compared() -> None:
    week = (date(2025, 3, 3), date(2025, 3, 9))
    assert unequal(week, (date(2025, 3, 10), date(2025, 3, 16))) is None
    assert unequal(week, (date(2024, 3, 5), date(2024, 3, 11))) is None  # seven days hold each weekday once
    longer = unequal(week, (date(2025, 3, 10), date(2025, 3, 17)))
    assert longer is not None
    assert "7" in longer.en
    assert "8" in longer.en
    mixed = unequal((date(2025, 3, 3), date(2025, 3, 5)), (date(2025, 3, 10), date(2025, 3, 12)))
    assert mixed is None
    shifted = unequal((date(2025, 3, 3), date(2025, 3, 5)), (date(2025, 3, 14), date(2025, 3, 16)))
    assert shifted is not None
    assert "周六" in shifted.zh
    assert unequal(week, week) is not None
    assert unequal((date(2025, 3, 9), date(2025, 3, 3)), week) is not None


def test_sums_of_periods_of_which_one_lacks_weeks_are_refused_and_means_told() -> None:
    values = by_week([10.0, 10.0, np.nan, 20.0, 20.0, 20.0])
    first, second = (date(2023, 1, 2), date(2023, 1, 22)), (date(2023, 1, 23), date(2023, 2, 12))
    told = compared(values, first, second)
    assert (told.one, told.other) == (10, 20)
    assert (told.known, told.missing) == ((2, 3), (1, 0))
    assert told.refused is not None
    assert compared(values.fillna(10), first, second).refused is None


# ---------------------------------------------------------------- the range of a week


@pytest.mark.parametrize("seed", range(3))
def test_weeks_as_ever_lie_in_their_range_and_a_week_apart_does_not(seed: int) -> None:
    values = orders(np.random.default_rng(seed))
    usual = ranges(values, "orders", last=4)
    assert (usual["verdict"] == "inside").sum() >= 3
    assert ((usual["low"] < usual["middle"]) & (usual["middle"] < usual["high"])).all()
    odd = values.copy()
    odd.iloc[-1] *= 3
    odd.iloc[-2] /= 3
    assert ranges(odd, "orders", last=4)["verdict"].tolist()[-2:] == ["below", "above"]


def test_the_range_of_a_week_is_told_by_the_weeks_before_it_alone() -> None:
    values = orders(np.random.default_rng(1))
    changed = values.copy()
    changed.iloc[-4:] = 5000.0
    columns = ["middle", "low", "high"]
    before, after = (ranges(each, "orders", last=4)[columns].astype(float) for each in (values, changed))
    assert np.allclose(before, after)


def test_a_range_knows_the_season_where_the_year_before_is_known() -> None:
    weeks = np.arange(104)
    swing = by_week(np.round(200 * np.exp(0.5 * np.sin(2 * np.pi * weeks / 52.18) + 0.01 * np.cos(weeks * 7.0))))
    table = ranges(swing, "orders", last=6)
    assert knows_season(swing, 6)
    assert table["middle"].to_numpy(dtype=float) == pytest.approx(swing.iloc[-6:].to_numpy(), rel=0.05)
    assert not knows_season(swing.iloc[-50:], 6)


def test_too_few_weeks_have_no_range_but_a_reason() -> None:
    values = orders(np.random.default_rng(2), weeks=19)
    why = too_few(values)
    assert why is not None
    assert "11" in why.zh
    assert ranges(values, "orders").empty
    assert too_few(orders(np.random.default_rng(2), weeks=30)) is None


def test_a_week_that_is_not_known_has_no_verdict() -> None:
    values = orders(np.random.default_rng(3))
    values.iloc[-2] = np.nan
    table = ranges(values, "orders", last=3)
    assert table["verdict"].iloc[1] == "unknown"
    assert table["verdict"].iloc[0] != "unknown"


def test_facts_without_weeks_of_an_account_have_no_measure() -> None:
    assert FACTS.weekly is not None
    none = replace(FACTS, weekly=FACTS.weekly[FACTS.weekly["account"] != "shop"])
    assert series(none, "shop", "orders") is None
    assert series(none, "shop", "posts") is not None
