"""Who was there when the crisis came: its extra mentions by whether somebody was on duty."""

from __future__ import annotations

import math
from collections import Counter
from typing import NamedTuple

import pandas as pd

from playbook.crisis.analysis.speed import crisis_of
from playbook.facts import Facts
from playbook.interaction.analysis.waiting import somebody_there
from playbook.once import once

FIRST = 48  # hours: after two days little comes


class Hours(NamedTuple):
    """So many hours of the first FIRST, the extra mentions that came in them, and which share of all that is."""

    hours: int
    extra: float
    share: float


@once(8)
def by_duty(facts: Facts) -> dict[bool | None, Hours]:
    """Return the crisis' first hours by whether somebody was on duty (None: not known); empty without a crisis."""
    wave = crisis_of(facts)
    if wave is None:
        return {}
    at = pd.Series(pd.date_range(wave.starts, periods=FIRST, freq="h"))
    there = [None if pd.isna(each) else bool(each) for each in somebody_there(facts, at)]
    extra = wave.extra[:FIRST]
    told: dict[bool | None, Hours] = {}
    for key in (True, False, None):
        own = [float(one) for one, known in zip(extra, there, strict=True) if known is key]
        if own:
            told[key] = Hours(len(own), sum(own), sum(own) / float(extra.sum()))
    return told


def longest_alone(facts: Facts) -> float:
    """Return the longest stretch of the crisis' first two days with nobody on duty, in hours; NaN if not known."""
    wave = crisis_of(facts)
    if wave is None:
        return math.nan
    there = somebody_there(facts, pd.Series(pd.date_range(wave.starts, periods=FIRST, freq="h")))
    if there.isna().any():
        return math.nan
    alone = ~there.astype(bool)
    return float(alone.groupby((~alone).cumsum()).sum().max())


def most_of_one(facts: Facts) -> int:
    """Return for how many of the crisis' first hours the one person is on duty, by the card, who is there longest."""
    wave = crisis_of(facts)
    if wave is None:
        return 0
    every = pd.date_range(wave.starts, periods=FIRST, freq="h")
    there = Counter(each.id for at in every for each in facts.company.on_duty(at.day_of_week + 1, at.hour))
    return max(there.values(), default=0)
