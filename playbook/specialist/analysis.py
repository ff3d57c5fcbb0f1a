"""What the data say of the job: where the hours of a week went, in what pieces, and what adverts ask for."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
from scipy.stats import binomtest

from playbook.facts import Facts
from playbook.specialist.tasks import TASKS

SHORT = 10  # minutes: a stretch shorter than this is a piece
MINUTES = 60


class Share(NamedTuple):
    """How many of all ask for something: the share, with its 95% interval (Wilson)."""

    value: float
    low: float
    high: float
    found: int
    every: int


class Pieces(NamedTuple):
    """A day of a diary: its blocks, how many were shorter than SHORT, and how many something broke off."""

    blocks: int
    short: int
    broken: int


def diary_of(facts: Facts, who: str) -> pd.DataFrame:
    """Return one person's week, a row for each block, with `day` (1 Monday) and `duty`; empty if nobody kept one."""
    if facts.diary is None:
        return pd.DataFrame(columns=["who", "start", "minutes", "task", "text", "text_en", "day", "duty"])
    own = facts.diary[facts.diary["who"] == who]
    duty = [TASKS[task].duty for task in own["task"]]
    return own.assign(day=own["start"].dt.day_of_week + 1, duty=duty)


def hours(facts: Facts, who: str) -> pd.DataFrame:
    """Return `meant` and `taken`, in hours, by task; `duty` beside them. Tasks in the order of the job's list."""
    taken = diary_of(facts, who).groupby("task")["minutes"].sum()
    meant = facts.intended
    planned = meant[meant["who"] == who].set_index("task")["minutes"] if meant is not None else taken.iloc[:0]
    table = pd.DataFrame({"meant": planned.astype(float), "taken": taken.astype(float)}).fillna(0.0) / MINUTES
    ordered = [task for task in TASKS if task in table.index]
    return table.loc[ordered].assign(duty=[TASKS[task].duty for task in ordered])


def share_of(facts: Facts, who: str, task: str) -> float:
    """Return the share of a week's hours that a task took; NaN if nobody kept a diary."""
    told = hours(facts, who)["taken"]
    return float(told.get(task, 0.0) / told.sum()) if len(told) else float("nan")


def by_duty(facts: Facts, who: str) -> pd.Series:
    """Return the hours taken by duty of the article (1 to 4; 0 is what its list has none of)."""
    return hours(facts, who).groupby("duty")["taken"].sum().reindex(range(5), fill_value=0.0)


def outside(facts: Facts, who: str) -> float:
    """Return the hours that lay outside the duty hours of the card."""
    own = diary_of(facts, who)
    person = next((each for each in facts.company.people if each.id == who), None)
    if person is None:
        return 0.0
    on = [
        any(row["day"] in shift.days and shift.start <= row["start"].hour < shift.end for shift in person.duty)
        for row in own.to_dict("records")
    ]
    return float(own.loc[[not each for each in on], "minutes"].sum()) / MINUTES


def pieces(facts: Facts, who: str, day: int) -> Pieces:
    """Return in how many pieces a day fell (1 Monday)."""
    own = diary_of(facts, who)
    own = own[own["day"] == day]
    return Pieces(len(own), int((own["minutes"] < SHORT).sum()), int(own["interrupted_by"].notna().sum()))


def torn_day(facts: Facts, who: str) -> int:
    """Return the weekday with most short pieces; 0 if there is no diary."""
    own = diary_of(facts, who)
    short = own[own["minutes"] < SHORT].groupby("day").size()
    return int(str(short.idxmax())) if len(short) else 0


def asked(adverts: pd.DataFrame, what: str) -> Share:
    """Return how many adverts ask for something: a flag of theirs, `experience`, or `unfit`."""
    flags = adverts["unfit"].notna() if what == "unfit" else adverts[what].astype("Int64") > 0
    count, every = int(flags.sum()), len(adverts)
    low, high = binomtest(count, every).proportion_ci(method="wilson")
    return Share(count / every, float(low), float(high), count, every)


def abilities_asked(adverts: pd.DataFrame) -> tuple[float, float]:
    """Return how many abilities an advert asks for on average: of those that want experience, and of the others."""
    names = ["learning", "new_forms", "sensitivity", "writing", "theory", "industry", "data", "graphics"]
    number = adverts[names].astype(int).sum(axis=1)
    some = adverts["experience"] > 0
    return float(number[some].mean()), float(number[~some].mean())
