"""What lesson and exercise 8.1 ask of words, alarms, the wave and a search: right answers, and wrong ones."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import pandas as pd

from playbook.crisis.analysis.alarms import ALARMS
from playbook.crisis.analysis.completeness import by_day, told_by
from playbook.crisis.analysis.judged import Judged as Rang
from playbook.crisis.analysis.judged import events_of, judge_facts
from playbook.crisis.analysis.keywords import Judged, complaints_by_week, judge_list, read_a_day
from playbook.crisis.analysis.lists import LISTS
from playbook.crisis.analysis.speed import Wave, crisis_of
from playbook.facts import Facts
from playbook.tables import half_up, rounded

Share = Literal["recall", "precision", "missed", "of_all", "found_of_ours", "ours_of_all"]
By = Literal["fits", "most_found", "least_read", "most_precise"]
Count = Literal["found", "right", "ours", "missed", "wrong", "read_a_day"]
Ring = Literal["rung", "false", "real"]
DAY = 1440  # minutes
ENOUGH = 90  # percent of what is about us that a list has to find

# ---------------------------------------------------------------- words


def found(facts: Facts, words: str = "name", what: Share = "recall", decimals: int = 0) -> float:
    """Return, in percent, how much of what is about us a list of LISTS finds (recall).

    Or what people take for it: the share of what it finds that is ours (precision), the share it misses, what it finds
    in all of what was labelled (of_all) or in ours (found_of_ours), or how much of all is ours (ours_of_all).
    """
    told = _listed(facts, words)
    value = {
        "recall": told.recall.value,
        "precision": told.precision.value,
        "missed": 1 - told.recall.value,
        "of_all": told.found / told.every,
        "found_of_ours": told.found / told.ours,
        "ours_of_all": told.ours / told.every,
    }[what]
    return rounded(100 * value, decimals)


def count(facts: Facts, words: str = "name", what: Count = "found") -> int:
    """Return how many labelled posts a list finds, how many of them (right) or of all are ours, what it gets wrong.

    `read_a_day`: what it brings to read on a usual day.
    """
    told = _listed(facts, words)
    if what == "read_a_day":
        return half_up(read_a_day(facts, told))
    return {
        "found": told.found,
        "right": told.right,
        "ours": told.ours,
        "missed": told.ours - told.right,
        "wrong": told.found - told.right,
    }[what]


def best_list(facts: Facts, lists: Sequence[str], by: By = "fits", least: float = ENOUGH) -> str:
    """Return which of some lists finds at least so many percent of what is about us, with least to read.

    Or what people take for it: the one that finds most of ours, has least to read, or is most often right.
    """
    told = {name: _listed(facts, name) for name in lists}
    if by == "most_found":
        return max(told, key=lambda name: (told[name].right, -told[name].found))
    if by == "most_precise":
        return max(told, key=lambda name: told[name].precision.value)
    enough = [name for name in told if by == "least_read" or 100 * told[name].recall.value >= least]
    if not enough:
        raise ValueError(f"of {list(lists)} none finds {least:g} percent")
    return min(enough, key=lambda name: told[name].found)


def complaints(facts: Facts, words: str, monday: str) -> int:
    """Return how many complaints a list finds in the week from a Monday (2025-11-03) on."""
    if facts.heard is None:
        raise ValueError("wanted facts with labelled posts")
    own = complaints_by_week(facts.heard, LISTS[words].words, LISTS[words].without)
    return int(own[pd.Timestamp(monday)])


# ---------------------------------------------------------------- alarms


def minutes(facts: Facts, alarm: str, event: str = "crisis") -> int:
    """Return after how many minutes of an event an alarm of ALARMS rings. Raises ValueError where it never does."""
    value = _judged(facts, alarm).minutes[event]
    if math.isinf(value):
        raise ValueError(f"the alarm {alarm} never rings in {event}")
    return int(value)


def days_before(facts: Facts, alarm: str, decimals: int = 0) -> float:
    """Return how many days before the crisis an alarm first rang in the slow burn. Raises ValueError if it did not."""
    rang, lasts = _judged(facts, alarm).minutes["slow_burn"], burn_lasts(facts)
    if math.isinf(rang):
        raise ValueError(f"the alarm {alarm} never rings in the slow burn")
    return rounded((lasts - rang) / DAY, decimals)


def rings(facts: Facts, alarm: str, which: Ring = "false") -> int:
    """Return how often an alarm rings: for nothing (false), in all (rung), or for something (real)."""
    told = _judged(facts, alarm)
    every, false = len(told.rung), len(told.false)
    return {"false": false, "rung": every, "real": every - false}[which]


def soonest(facts: Facts, alarms: Sequence[str], event: str = "crisis") -> str:
    """Return which alarm rings first of an event; of those alike, the one with fewest false rings."""
    return min(alarms, key=lambda name: (_judged(facts, name).minutes[event], rings(facts, name)))


def quietest(facts: Facts, alarms: Sequence[str]) -> str:
    """Return which alarm rings for nothing least often; of those alike, the one that rings least."""
    return min(alarms, key=lambda name: (rings(facts, name), rings(facts, name, "rung")))


def heard_early(facts: Facts, alarm: str) -> Literal["days_before", "never"]:
    """Tell whether an alarm rang in the slow burn at all."""
    return "never" if math.isinf(_judged(facts, alarm).minutes["slow_burn"]) else "days_before"


# ---------------------------------------------------------------- the wave


def arrived(facts: Facts, hours: int = 24, decimals: int = 0, *, left: bool = False) -> float:
    """Return the percent of the crisis' mentions that had come by so many hours, or was `left` to come."""
    share = _wave(facts).share[hours]
    return rounded(100 * (1 - share if left else share), decimals)


def came(facts: Facts, share: Literal["half", "most", "peak"] = "half") -> float:
    """Return after how many hours half of the crisis' mentions had come, four fifths, or the busiest hour was."""
    return float(getattr(_wave(facts), share))


# ---------------------------------------------------------------- the search


def number_of_days(facts: Facts, state: Literal["cut", "broken", "whole"] = "cut") -> int:
    """Return how many days a search was cut at its ceiling, broke off, or was read to the end."""
    return int((_days(facts)["state"] == state).sum())


def state_of(facts: Facts, day: str) -> str:
    """Return whether a day of the search is `cut`, `broken` or `whole`."""
    return str(_days(facts)["state"][pd.Timestamp(day)])


def found_of_day(facts: Facts, day: str, decimals: int = 0) -> float:
    """Return which percent of the mentions counted on a day the search returned."""
    return rounded(100 * float(_days(facts)["share"][pd.Timestamp(day)]), decimals)


def times_usual(facts: Facts, column: Literal["found", "counted"] = "counted", decimals: int = 0) -> float:
    """Return how many times a usual day the busiest one was, by the search or by the count."""
    told = told_by(facts, column)
    if told is None:
        raise ValueError("wanted facts with a search and counted mentions")
    return rounded(told.times, decimals)


def burn_lasts(facts: Facts) -> float:
    """Return how many minutes the slow burn smoulders before the crisis."""
    burn = next(each for each in events_of(facts) if each.id == "slow_burn")
    return float((burn.ends - burn.starts) / pd.Timedelta(minutes=1))


def _listed(facts: Facts, words: str) -> Judged:
    told = judge_list(facts, LISTS[words].words, LISTS[words].without)
    if told is None:
        raise ValueError("wanted facts with labelled posts")
    return told


def _judged(facts: Facts, alarm: str) -> Rang:
    told = judge_facts(facts, ALARMS[alarm])
    if told is None or "crisis" not in told.minutes:
        raise ValueError("wanted facts with counted mentions and a crisis")
    return told


def _wave(facts: Facts) -> Wave:
    told = crisis_of(facts)
    if told is None:
        raise ValueError("wanted facts with counted mentions and a crisis")
    return told


def _days(facts: Facts) -> pd.DataFrame:
    told = by_day(facts)
    if told is None:
        raise ValueError("wanted facts with a search and counted mentions")
    return told
