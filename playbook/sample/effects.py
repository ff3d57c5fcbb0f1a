"""What is planted in a post's counts, in log units: one function for what moves all three, one for a single count."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from playbook.sample.truths import Ints, Numbers, Planted, calibration, effect_by_hour

LAST_DAY = 364  # of a year, counted from 0


def moves(table: pd.DataFrame, account: str, planted: Planted) -> Numbers:
    """Return what the planted effects add to all three log counts of each draft (see `when.drafts`)."""
    hour = effect_by_hour(account, planted)[table["weekday"], table["hour"]]
    column = table["column"].map(planted["column"]["effect"]).fillna(0.0).to_numpy(dtype=float)
    near = np.where(table["gap"] < planted["gap"]["minutes"], planted["gap"]["effect"], 0.0)
    form = weekday_effect(table["weekday"].to_numpy()) + lifted(table)
    return np.asarray(hour + form + column + near + table["bonus"] + _over_the_year(table, account, planted))


def moves_only(table: pd.DataFrame, count: str, planted: Planted) -> Numbers:
    """Return what the planted effects add to one of the counts alone."""
    if count == "comments":
        return np.where(table["question"], planted["question"]["comments"], 0.0)
    if count == "reposts":
        return np.where(table["campaign_day"], planted["campaign_days"]["reposts"], 0.0)
    return np.zeros(len(table))


def lifted(table: pd.DataFrame) -> Numbers:
    """Return what picture, video and topic add to all three log counts, as measured."""
    return np.asarray(sum(table[name].to_numpy() * size for name, size in calibration()["posts"]["lift"].items()))


def weekday_effect(weekdays: Ints) -> Numbers:
    """Return what the weekday (0 = Monday) adds to all three, as measured."""
    return np.asarray(np.log1p(np.array(calibration()["posts"]["weekday_percent"]) / 100)[weekdays])


def since_launch(lift: Sequence[float], days: Ints, planted: Planted) -> Numbers:
    """Return what an effect told by the week since the launch adds on days counted from 1 January of its year."""
    since = (days - (pd.Timestamp(planted["launch"]["on"]).day_of_year - 1)) // 7
    steps = np.array([0.0, *lift, 0.0])  # nothing before it, nothing when it is over
    return np.asarray(steps[(since + 1).clip(0, len(steps) - 1)])


def trend(days: Ints, months: Ints, planted: Planted) -> Numbers:
    """Return growth (0 in the middle of the year) and season; days before the year count below 0."""
    season = np.array([planted["trend"]["season"].get(str(month), 0.0) for month in range(1, 13)])
    return np.asarray(planted["trend"]["growth"] * (days / LAST_DAY - 0.5) + season[months - 1])


def _over_the_year(table: pd.DataFrame, account: str, planted: Planted) -> Numbers:
    days = table["day"].to_numpy()
    moved = trend(days, table["month"].to_numpy(), planted)
    launch = planted["launch"]
    return moved + since_launch(launch["lift"], days, planted) if account == launch["account"] else moved
