"""How long readers wait for an answer, with those still waiting counted, and who waits longest.

Who looks at answered ones alone leaves out whoever waits longest: nobody has answered them yet.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Literal

import pandas as pd

from playbook.company import Company
from playbook.facts import Facts
from playbook.interaction.analysis.survival import Curve, curve
from playbook.language import Text
from playbook.once import once

By = Literal["kind", "part", "hour", "there", "severity", "account"]
Part = Literal["night", "morning", "afternoon", "evening"]
PARTS: dict[Part, Text] = {
    "night": Text("夜里（0—6 点）", "night (0 to 6)"),
    "morning": Text("上午（6—12 点）", "morning (6 to 12)"),
    "afternoon": Text("下午（12—18 点）", "afternoon (12 to 18)"),
    "evening": Text("晚上（18—24 点）", "evening (18 to 24)"),
}
HOURS_A_PART = 6
WITHIN = (30, 60, 120, 1440)  # minutes: by when an answer came


@once(8)
def waits(facts: Facts) -> pd.DataFrame | None:
    """Return the inbox with `minutes, answered, hour, part, there`; None where there is no inbox, or an empty one.

    `minutes` until the answer, or until the data end (midnight after their last day) where none came. `there` tells
    whether somebody was on duty when it arrived: by the card, less who was absent by the duty log; empty where the
    card has nobody.
    """
    inbox = facts.comments
    if inbox is None or inbox.empty:
        return None
    at, until = inbox["at"], inbox["answered_at"].fillna(watched_until(inbox))
    part = (at.dt.hour // HOURS_A_PART).map(dict(enumerate(PARTS)))
    return inbox.assign(
        minutes=(until - at).dt.total_seconds() / 60,
        answered=inbox["answered_at"].notna(),
        hour=at.dt.hour,
        part=part,
        there=somebody_there(facts, at),
    )


def watched_until(inbox: pd.DataFrame) -> pd.Timestamp:
    """Return when the data end: midnight after the last day on which anything was written or answered."""
    last: pd.Timestamp = inbox[["at", "answered_at"]].max().max()
    return last.normalize() + pd.Timedelta(days=1)


def waiting(facts: Facts, kind: str | None = None) -> Curve | None:
    """Return how long readers wait (all, or those of one kind); None where there is no inbox."""
    table = waits(facts)
    if table is None:
        return None
    return _curve(table if kind is None else table[table["kind"] == kind])


def waiting_by(facts: Facts, by: By, kind: str | None = None) -> dict[object, Curve]:
    """Return how long readers wait, by kind, part of day, hour, account, or whether somebody was there.

    The order is that of the day, else of the number of items; groups of which there are none are left out. Empty where
    there is no inbox.
    """
    table = waits(facts)
    if table is None:
        return {}
    own = table if kind is None else table[table["kind"] == kind]
    counts = own[by].value_counts(sort=by not in ("part", "hour"))
    names = sorted(counts.index) if by == "hour" else list(counts.index)
    order = [name for name in PARTS if name in names] if by == "part" else names
    return {name: _curve(own[own[by] == name]) for name in order if counts[name]}


def answered_alone(facts: Facts, how: Literal["mean", "median"], kind: str | None = None) -> float:
    """Return the mean or median minutes of the answered ones alone, which is too short; NaN where there are none."""
    table = waits(facts)
    if table is None:
        return math.nan
    own = table[table["answered"] & (table["kind"].eq(kind) if kind else True)]
    measure: Callable[[pd.Series], float] = pd.Series.mean if how == "mean" else pd.Series.median
    return float(measure(own["minutes"]))


def summary(curves: dict[object, Curve]) -> pd.DataFrame:
    """Return a row a curve: `items, waiting, median, low, high`, and the share answered within each of WITHIN."""
    rows = {
        name: {"items": each.count, "waiting": each.lasting, **each.median._asdict()}
        | {f"within_{minutes}": each.ended_by(minutes).value for minutes in WITHIN}
        for name, each in curves.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename(columns={"value": "median"})


def longest(curves: dict[object, Curve]) -> object:
    """Return the group whose median wait is longest; raises ValueError where there is none."""
    return max(curves, key=lambda name: curves[name].median.value)


def _curve(table: pd.DataFrame) -> Curve:
    return curve(table["minutes"].to_numpy(dtype=float), table["answered"].to_numpy(dtype=bool))


def somebody_there(facts: Facts, at: pd.Series) -> pd.Series:
    """Tell of each moment whether somebody was on duty, as `waits` does."""
    if not facts.company.staffed:
        return pd.Series(pd.NA, at.index, dtype="boolean")
    away = _absences(facts.staff)
    days = at.dt.tz_localize(None).dt.normalize()
    told = [_anybody(facts.company, day, hour, away) for day, hour in zip(days, at.dt.hour, strict=True)]
    return pd.Series(told, at.index, dtype="boolean")


def _absences(staff: pd.DataFrame | None) -> set[tuple[pd.Timestamp, str]]:
    """Return who was absent on which day, by the duty log; nobody where there is none."""
    if staff is None:
        return set()
    gone = staff[staff["absent"].fillna(value=False)]
    return set(zip(gone["on"], gone["person"], strict=True))


def _anybody(company: Company, day: pd.Timestamp, hour: int, away: set[tuple[pd.Timestamp, str]]) -> bool:
    return any((day, person.id) not in away for person in company.on_duty(day.day_of_week + 1, int(hour)))
