"""How long drafts wait for approval, and which slots are missed: with those still waiting, not without them.

A draft that was withdrawn unread, or was waiting when the log ends, waited at least so long: it is censored. To leave
it out would make the wait look shorter than it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Literal

import numpy as np
import pandas as pd
from scipy import stats

from playbook.sample.truths import Flags, Ints

By = Literal["hour", "weekday", "kind"]
Why = Literal["nobody", "queue", "sent_back"]
WEEKEND, EVENING, STAMP = (6, 7), 18, 60  # weekdays (1 = Monday); an hour; seconds, less than which nobody has read
LEAST = 30  # drafts, under which a percentile is not told
OFTEN = 0.25  # of what is usual in an hour: less, as on days that make up for a holiday, is no hour of the approver


@dataclass(frozen=True)
class Waits:
    """Hours from writing to decision: the middle draft and nine of ten; nan where too few were ever decided.

    `met` is the share of slots met, `open` how many were never decided.
    """

    drafts: int
    open: int
    median: float
    ninety: float
    met: float


def waits(approvals: pd.DataFrame) -> Waits:
    """Return how long drafts waited (Kaplan and Meier’s estimate, with those that were never decided)."""
    hours, decided = waited(approvals)
    middle, ninety = (_percentile(hours, decided, share) for share in (0.5, 0.9))
    met = float(approvals["published_at"].notna().mean()) if len(approvals) else float("nan")
    return Waits(len(approvals), int((~decided).sum()), middle, ninety, met)


def waited(approvals: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """Return hours waited so far, and whether a decision ended the wait."""
    end = log_end(approvals)
    until = approvals["decided"].fillna(approvals["withdrawn_at"]).fillna(end)
    return (until - approvals["written_at"]).dt.total_seconds() / 3600, approvals["decided"].notna()


def log_end(approvals: pd.DataFrame) -> pd.Timestamp:
    """Return when the log ends: the midnight after the last moment in it that is no plan."""
    last = max(approvals[name].max() for name in ("written_at", "decided", "withdrawn_at"))
    return pd.Timestamp(last).normalize() + pd.Timedelta(days=1)


def waits_by(approvals: pd.DataFrame, by: By) -> pd.DataFrame:
    """Return a row for each hour or weekday of writing, or kind: `drafts, open, median, ninety, met`."""
    keys = {
        "hour": approvals["written_at"].dt.hour,
        "weekday": approvals["written_at"].dt.day_of_week + 1,
        "kind": approvals["kind"],
    }[by]
    rows = {key: vars(waits(part)) for key, part in approvals.groupby(keys)}
    return pd.DataFrame.from_dict(rows, orient="index")


def off_hours(moments: pd.Series) -> pd.Series:
    """Tell which moments are in the evening, from 18:00, or at the weekend."""
    late: pd.Series = (moments.dt.hour >= EVENING) | (moments.dt.day_of_week + 1).isin(WEEKEND)
    return late


def slots_met(approvals: pd.DataFrame) -> pd.DataFrame:
    """Return slots and how many were met, by weekday (1 = Monday) and hour of the slot: `weekday, hour, slots, met`."""
    at = approvals["slot"]
    keyed = pd.DataFrame({
        "weekday": at.dt.day_of_week + 1, "hour": at.dt.hour, "met": approvals["published_at"].notna().astype(int),
    })  # fmt: skip
    return keyed.groupby(["weekday", "hour"])["met"].agg(slots="size", met="sum").reset_index()


def missed(approvals: pd.DataFrame) -> pd.DataFrame:
    """Return the slots missed, each with `why`: nobody there in time, the queue, or sent back."""
    late = approvals[approvals["published_at"].isna() & (approvals["slot"] < log_end(approvals))]
    open_minutes = minutes_open(approvals)
    there = _between(open_minutes, late["written_at"], late["slot"], first_day(approvals))
    back = late["sent_back"].fillna(0) > 0
    why = np.select([there < STAMP, back], ["nobody", "sent_back"], "queue")
    return late.assign(why=why)


def careful(approvals: pd.DataFrame) -> pd.Series:
    """Tell which drafts an approver read: decided, and not within a minute."""
    return approvals["decided"].notna() & (approvals["read_seconds"].fillna(0) >= STAMP)


def hours_there(approvals: pd.DataFrame) -> set[tuple[int, int]]:
    """Return the (weekday, hour) in which drafts were read and decided again and again: when the approver was there."""
    first = approvals.loc[careful(approvals), "first_seen"]
    counts = Counter(zip((first.dt.day_of_week + 1).tolist(), first.dt.hour.tolist(), strict=True))
    usual = median(counts.values()) if counts else 0
    return {(int(day), int(hour)) for (day, hour), many in counts.items() if many >= OFTEN * usual}


def days_there(approvals: pd.DataFrame) -> set[int]:
    """Return the days, counted from the first one of the log, on which the approver read anything."""
    seen = approvals.loc[careful(approvals), "first_seen"].dt.tz_localize(None).dt.normalize()
    return set(((seen - first_day(approvals)).dt.days).tolist())


def first_day(approvals: pd.DataFrame) -> pd.Timestamp:
    """Return the day on which the log begins."""
    return pd.Timestamp(approvals["written_at"].min()).tz_localize(None).normalize()


def minutes_open(approvals: pd.DataFrame, covered: set[tuple[int, int]] | None = None) -> Ints:
    """Return, for each minute since the log's first day, how many minutes were covered up to it.

    `covered` are (weekday, hour); as in the log if None. An hour that the log's approver had counts only on days on
    which somebody read: not on holidays.
    """
    known, days = hours_there(approvals), days_there(approvals)
    first = first_day(approvals)
    size = (max(log_end(approvals), approvals["slot"].max()).tz_localize(None).normalize() - first).days + 2
    hours: Flags = np.zeros((size, 24), dtype=bool)
    for weekday, hour in known if covered is None else covered:
        on = np.arange(size)[(np.arange(size) + first.day_of_week) % 7 + 1 == weekday]
        hours[[day for day in on if (weekday, hour) not in known or day in days], hour] = True
    return np.concatenate([[0], np.cumsum(np.repeat(hours.ravel(), 60))])


def minute(moments: pd.Series, first: pd.Timestamp) -> Ints:
    """Return moments as whole minutes since midnight of the log's first day."""
    return np.asarray((moments.dt.tz_localize(None) - first).dt.total_seconds() // 60, dtype=np.int64)


def _between(open_minutes: Ints, start: pd.Series, end: pd.Series, first: pd.Timestamp) -> Ints:
    return np.asarray(open_minutes[minute(end, first)] - open_minutes[minute(start, first)])


def _percentile(hours: pd.Series, decided: pd.Series, share: float) -> float:
    """Return the first wait by which this share was decided; nan if it never was, or with too few drafts."""
    if len(hours) < LEAST or not decided.any():
        return float("nan")
    data = stats.CensoredData.right_censored(hours.to_numpy(dtype=float), ~decided.to_numpy(dtype=bool))
    curve = stats.ecdf(data).cdf
    reached = np.flatnonzero(curve.probabilities >= share)
    return float(curve.quantiles[reached[0]]) if len(reached) else float("nan")
