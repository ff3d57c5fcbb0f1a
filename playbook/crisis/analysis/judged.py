"""What an alarm would have done: how often it rings for nothing, and how long after the start of what matters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from playbook.crisis.analysis.alarms import FEW_DAYS, Rule, rung
from playbook.crisis.analysis.counts import Counts, counts
from playbook.datasets import ZONE
from playbook.facts import Facts
from playbook.interaction.analysis.estimates import Estimate, rate
from playbook.language import Text
from playbook.once import once
from playbook.sample.truths import truths

MONTH = 30  # days
EVENTS: dict[str, Text] = {
    "false_alarm": Text("虚惊", "the false alarm"),
    "slow_burn": Text("闷烧", "the slow burn"),
    "crisis": Text("危机", "the crisis"),
}


class Event(NamedTuple):
    """Something that happened, from when to when; `real`: somebody should have been told."""

    id: str
    starts: pd.Timestamp
    ends: pd.Timestamp
    real: bool


@dataclass(frozen=True, eq=False)
class Judged:
    """What a rule does on some weeks of mentions.

    `rung`: every ring; `false`: those at no real event; `days`: watched days without a real event; `false_a_month`: in
    30 of them; `minutes`: to the first ring of each real event since it began, `inf` if it never rang.
    """

    rung: tuple[pd.Timestamp, ...]
    false: tuple[pd.Timestamp, ...]
    days: float
    false_a_month: Estimate
    minutes: dict[str, float]

    def by_chance(self, event: Event) -> float:
        """Return how likely it would ring during an event by false alarms alone: finding it may be luck."""
        days = (event.ends - event.starts) / pd.Timedelta(days=1)
        return 1 - math.exp(-self.false_a_month.value * days / MONTH)


def sample_events() -> tuple[Event, ...]:
    """Return what is planted in the sample's mentions, in order of time."""
    planted = truths()["mentions"]
    return tuple(
        Event(name, _moment(planted[name]["start"]), _moment(planted[name]["end"]), name != "false_alarm")
        for name in EVENTS
    )


def events_of(facts: Facts) -> tuple[Event, ...]:
    """Return what is known to have happened while mentions were counted; of a company's own, nobody told us."""
    told = counts_of(facts)
    if told is None or not facts.invented:
        return ()
    return tuple(each for each in sample_events() if told.begun[0] <= each.starts < told.begun[-1])


def judge_alarm(rule: Rule, mentions: pd.DataFrame | Counts, events: Sequence[Event]) -> Judged:
    """Return what a rule would have done. The first FEW_DAYS are not judged: nobody knew yet what is usual.

    A ring while the window still holds some of a real event is none that rings for nothing.
    """
    told = mentions if isinstance(mentions, Counts) else counts(mentions)
    begins, ends = told.begun[0] + pd.Timedelta(days=FEW_DAYS), told.known_at[-1]
    rings = [each for each in rung(rule, told) if each > begins]
    real = [each for each in events if each.real]
    window = pd.Timedelta(minutes=rule.minutes)
    false = [each for each in rings if not any(one.starts < each <= one.ends + window for one in real)]
    days = (ends - begins - _covered(real, begins, ends, window)) / pd.Timedelta(days=1)
    minutes = {one.id: _first(rings, one) for one in real if one.starts >= begins}
    a_month = rate(len(false), days / MONTH)
    return Judged(tuple(rings), tuple(false), days, a_month, minutes)


@once(256)
def judge_facts(facts: Facts, rule: Rule) -> Judged | None:
    """Return what a rule would have done on a company's mentions; None where they were not counted."""
    told = counts_of(facts)
    return None if told is None else judge_alarm(rule, told, events_of(facts))


@once(8)
def counts_of(facts: Facts) -> Counts | None:
    """Return a company's mentions by the quarter hour; None where they were not counted."""
    return None if facts.mentions is None or facts.mentions.empty else counts(facts.mentions)


def _first(rings: Sequence[pd.Timestamp], event: Event) -> float:
    within = [each for each in rings if event.starts < each <= event.ends]
    return (within[0] - event.starts) / pd.Timedelta(minutes=1) if within else math.inf


def _covered(real: Sequence[Event], begins: pd.Timestamp, ends: pd.Timestamp, window: pd.Timedelta) -> pd.Timedelta:
    """Return how much of the time real events take, overlaps counted once; they come in order of time."""
    covered, until = pd.Timedelta(0), begins
    for each in real:
        low, high = max(each.starts, until), min(each.ends + window, ends)
        if high > low:
            covered, until = covered + (high - low), high
    return covered


def _moment(told: str) -> pd.Timestamp:
    return pd.Timestamp(told, tz=ZONE)
