import numpy as np
import pandas as pd
import pytest

from playbook.metrics.analysis.estimates import UNKNOWN, Estimate
from playbook.metrics.analysis.lines import LUCK, Line, course, drawn, first_week, marks, spans_season, weeks_since

from .worlds import by_week


def line_of(values: pd.Series, **terms: object) -> Line:
    weeks = pd.DatetimeIndex(values.index)
    found = drawn(values, course(weeks, season=False).assign(**terms))  # type: ignore[arg-type]
    assert found is not None
    return found


def test_for_one_kind_of_luck_the_line_is_that_of_generalised_least_squares() -> None:
    from statsmodels.regression.linear_model import (  # type: ignore[import-untyped]  # noqa: PLC0415 - dear to import
        GLS,
    )

    chance = np.random.default_rng(1)
    values = by_week(chance.normal(size=60)).drop(index=[pd.Timestamp("2023-03-06"), pd.Timestamp("2023-03-13")])
    line, terms = line_of(values), course(pd.DatetimeIndex(values.index), season=False)
    at = LUCK.index((0.4, 0.25))
    apart = np.abs(np.subtract.outer(*(2 * [(values.index - values.index[0]).days.to_numpy() / 7])))
    model = GLS(values.to_numpy(), terms.to_numpy(), sigma=0.75 * 0.4**apart + 0.25 * np.eye(len(values))).fit()
    assert line.numbers[at] == pytest.approx(model.params)
    assert line.spread[at] == pytest.approx(model.cov_params())
    assert line.freedom == model.df_resid


def test_weeks_that_take_after_each_other_make_an_interval_wider() -> None:
    chance = np.random.default_rng(2)
    lot = chance.normal(size=100)
    carried = [0.0]
    for step in chance.normal(size=100):
        carried.append(0.9 * carried[-1] + np.sqrt(1 - 0.81) * step)
    widths = [
        line.of({"level": 1.0}).high - line.of({"level": 1.0}).low
        for line in (line_of(by_week(lot)), line_of(by_week(carried[1:])))
    ]
    assert widths[1] > 1.5 * widths[0]


def test_a_term_that_marks_one_week_takes_that_week_out_of_the_line() -> None:
    chance = np.random.default_rng(3)
    values = by_week(chance.normal(size=50))
    wild = values.copy()
    wild.iloc[30] = 1000.0
    mark = pd.Series(np.arange(50) == 30, index=values.index).astype(float)
    assert line_of(wild, odd=mark).of({"trend": 1.0}) == pytest.approx(line_of(values, odd=mark).of({"trend": 1.0}))


def test_a_missing_week_is_left_out_and_is_no_zero() -> None:
    values = by_week(np.full(40, 7.0) + 0.01 * np.arange(40) % 2)
    gone = values.copy()
    gone.iloc[10:13] = np.nan
    assert line_of(gone).of({"level": 1.0}).value == pytest.approx(7.0, abs=0.1)


def test_too_few_weeks_and_terms_that_say_the_same_draw_no_line() -> None:
    values = by_week(np.arange(9.0))
    assert drawn(values, course(pd.DatetimeIndex(values.index), season=False)) is None
    longer = by_week(np.arange(30.0))
    terms = course(pd.DatetimeIndex(longer.index), season=False)
    assert drawn(longer, terms.assign(again=terms["trend"])) is None


def test_draws_scatter_as_the_interval_says() -> None:
    chance = np.random.default_rng(4)
    line = line_of(by_week(chance.normal(size=80)))
    low, high = np.quantile(line.draw(["level"], 4000)[:, 0], [0.025, 0.975])
    told = line.of({"level": 1.0})
    assert low == pytest.approx(told.low, abs=0.1 * (told.high - told.low))
    assert high == pytest.approx(told.high, abs=0.1 * (told.high - told.low))


def test_week_nought_is_the_first_most_of_which_lies_after_the_day() -> None:
    monday = pd.Timestamp("2025-05-12")
    assert [first_week(monday + pd.Timedelta(days=day)) for day in (0, 2)] == [monday, monday]
    assert first_week(pd.Timestamp("2025-09-27")) == pd.Timestamp("2025-09-29")
    weeks = pd.date_range("2025-05-05", periods=3, freq="7D")
    assert weeks_since(weeks, monday).tolist() == [-1, 0, 1]
    assert marks(weeks, weeks_since(weeks, monday), 0, 1).to_numpy().tolist() == [[0, 0], [1, 0], [0, 1]]


def test_a_season_is_told_only_where_more_than_a_year_is_known() -> None:
    assert not spans_season(pd.date_range("2025-01-06", periods=52, freq="7D"))
    assert spans_season(pd.date_range("2024-01-01", periods=104, freq="7D"))


def test_an_interval_that_holds_nothing_cannot_tell() -> None:
    assert Estimate(0.2, 0.1, 0.3).outcome == "supported"
    assert Estimate(-0.2, -0.3, -0.1).outcome == "refuted"
    assert Estimate(0.2, -0.1, 0.5).outcome == UNKNOWN.outcome == "cannot_tell"
    assert Estimate(np.log(1.5), 0.0, np.log(2)).percent == pytest.approx((50, 0, 100))
    assert not UNKNOWN.known
