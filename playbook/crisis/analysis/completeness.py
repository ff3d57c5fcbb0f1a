"""Is a sample from a keyword search complete? What it found by day beside what was counted, and where it was cut.

A search shows fifty pages a query and no more (README of dataabc/weibo-search). On a busy day the tool reads back from
midnight until the pages are full, so that the busiest hours are just those that are missing.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import numpy as np
import pandas as pd

from playbook.facts import Facts
from playbook.once import once

CEILING = 50  # pages of a query
BROKEN = 0.3  # a day that found less than this of what is usual broke off
State = Literal["cut", "broken", "whole"]


class Told(NamedTuple):
    """What one column says of the weeks: its busiest day, that day against the median day, and its share of all."""

    peak: pd.Timestamp
    times: float
    share: float


@once(8)
def by_day(facts: Facts) -> pd.DataFrame | None:
    """Return, by day, `found` by the search, `counted` mentions, `share` of the two, `page` (the last) and `state`.

    `state`: cut at the ceiling, broken off early (a share far below the median's), or whole. None where there is no
    search, or nothing was counted to hold it against.
    """
    searched, mentions = facts.searched, facts.mentions
    if searched is None or searched.empty or mentions is None or mentions.empty:
        return None
    of_day = searched.groupby("on").agg(found=("rows", "sum"), page=("page", "max"))
    counted = mentions["mentions"].groupby(mentions["at"].dt.tz_localize(None).dt.normalize()).sum().astype(float)
    table = of_day.assign(counted=counted.reindex(of_day.index)).dropna(subset=["counted"])
    if table.empty:
        return None
    share = table["found"].astype(float) / table["counted"].where(table["counted"] > 0)
    cut = (table["page"].fillna(0) >= CEILING).to_numpy(dtype=bool)
    usual = share[~cut].median()
    broken = (share < BROKEN * usual).to_numpy(dtype=bool) & ~cut
    state = np.select([cut, broken], ["cut", "broken"], "whole")
    return table.assign(found=table["found"].astype(float), share=share, state=state)


def days_in(facts: Facts, state: State) -> list[pd.Timestamp]:
    """Return the days in a state, in order; none where it is not known."""
    table = by_day(facts)
    return [] if table is None else list(table.index[table["state"] == state])


def told_by(facts: Facts, column: Literal["found", "counted"]) -> Told | None:
    """Return what a column says of the same days; None where it is not known."""
    table = by_day(facts)
    if table is None or not table[column].sum():
        return None
    values = table[column]
    most = float(values.max())
    return Told(pd.Timestamp(str(values.idxmax())), most / float(values.median()), most / float(values.sum()))


@once(8)
def hours_of(facts: Facts, day: pd.Timestamp) -> pd.DataFrame | None:
    """Return, by hour of a day, what the search `found` and what was `counted`; None where either is not known."""
    table = by_day(facts)
    if table is None or day not in table.index or facts.searched is None or facts.mentions is None:
        return None
    found = facts.searched[facts.searched["on"] == day].set_index("hour")["rows"].astype(float)
    of_day = facts.mentions[facts.mentions["at"].dt.tz_localize(None).dt.normalize() == day]
    counted = of_day["mentions"].astype(float).groupby(of_day["at"].dt.hour).sum()
    return pd.DataFrame({"found": found, "counted": counted}).reindex(range(24)).fillna(0.0)
