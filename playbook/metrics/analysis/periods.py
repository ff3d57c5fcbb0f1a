"""Two periods that may be compared: equally long, with the same weekdays in them, and nothing missing in one alone."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pandas as pd

from playbook.language import Text, join
from playbook.week import DAYS

WEEK = 7
BACKWARDS = Text("{first} 到 {last}：开始在结束后面。", "{first} to {last}: it begins after it ends.")
LENGTHS = Text(
    "一段 {one} 天，一段 {other} 天：长短不一，不能比。",
    "One period has {one} days, the other {other}: they are not equally long and cannot be compared.",
)
WEEKDAYS = Text(
    "两段里的{days}不一样多：星期几不配齐，不能比。取整周，或者都从同一个星期几起。",
    "The two periods have unequal numbers of these days: {days}. With different weekdays they cannot be compared; "
    "take whole weeks, or begin both on the same weekday.",
)
OVERLAP = Text("两段日子重着，不能自己和自己比。", "The two periods overlap: a period cannot be compared with itself.")
MISSING = Text(
    "一段缺 {one} 周的数，一段缺 {other} 周：只比平均每周的，不比总数。缺的不是零。",
    "One period lacks {one} weeks, the other {other}: compare what an average week has, not the sums. What is missing "
    "is not zero.",
)


class Compared(NamedTuple):
    """Two periods of a measure: what a known week had on average, how many weeks are known, and how many are missing.

    `refused` says why their sums cannot be compared (None: they can).
    """

    one: float
    other: float
    known: tuple[int, int]
    missing: tuple[int, int]
    refused: Text | None


def unequal(one: tuple[date, date], other: tuple[date, date]) -> Text | None:
    """Say why two periods (first and last day of each) cannot be compared; None if they can."""
    spans = [pd.date_range(first, last) for first, last in (one, other)]
    for (first, last), days in zip((one, other), spans, strict=True):
        if not len(days):
            return BACKWARDS.format(first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}")
    if len(spans[0]) != len(spans[1]):
        return LENGTHS.format(one=len(spans[0]), other=len(spans[1]))
    counts = [[int((days.day_of_week == day).sum()) for day in range(WEEK)] for days in spans]
    apart = [DAYS[day] for day in range(WEEK) if counts[0][day] != counts[1][day]]
    if apart:
        return WEEKDAYS.format(days=join(apart))
    return OVERLAP if len(spans[0].intersection(spans[1])) else None


def compared(values: pd.Series, one: tuple[date, date], other: tuple[date, date]) -> Compared:
    """Compare two periods of a weekly measure by the weeks that lie in them whole and are known."""
    parts = [_inside(values, span) for span in (one, other)]
    known = [int(part.notna().sum()) for part in parts]
    missing = [len(part) - number for part, number in zip(parts, known, strict=True)]
    refused = unequal(one, other)
    if refused is None and missing[0] != missing[1]:
        refused = MISSING.format(one=missing[0], other=missing[1])
    means = [float(part.mean()) for part in parts]
    return Compared(means[0], means[1], (known[0], known[1]), (missing[0], missing[1]), refused)


def _inside(values: pd.Series, span: tuple[date, date]) -> pd.Series:
    first, last = (pd.Timestamp(day) for day in span)
    weeks = pd.date_range(first + pd.Timedelta(days=-first.day_of_week % WEEK), last - pd.Timedelta(days=6), freq="7D")
    return values.reindex(weeks)
