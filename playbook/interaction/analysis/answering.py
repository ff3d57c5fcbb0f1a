"""What an answer in time did to the next comment: all complaints together, and mild and severe ones apart.

Mild complaints are answered sooner, and end friendlier in any case. Who compares all early answers with all late ones
credits the answer with the mildness (confounding). Compared within mild and within severe, and put together again,
what is left is the answer's own (Mantel and Haenszel's weights). Intervals: Newcombe's for the difference of two shares
(Statistics in Medicine 17, 1998, 873-890), for several groups put together as Zou and Donner combine them (27, 2008,
1693-1702).
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

import pandas as pd

from playbook.claims.result import Outcome
from playbook.facts import Facts
from playbook.interaction.analysis.estimates import share
from playbook.interaction.analysis.waiting import waits
from playbook.language import Text

IN_TIME = 120.0  # minutes
Severity = Literal["mild", "severe"]
SEVERITIES: dict[Severity, Text] = {
    "mild": Text("轻的投诉", "mild complaints"),
    "severe": Text("重的投诉", "severe complaints"),
}


class Helped(NamedTuple):
    """How much likelier a friendly next comment is after an answer in time (a difference of shares), with interval.

    `soon` and `late` count the complaints, `friendly_soon` and `friendly_late` the shares. All NaN where either side
    has none.
    """

    soon: int
    late: int
    friendly_soon: float
    friendly_late: float
    difference: float
    low: float
    high: float

    @property
    def outcome(self) -> Outcome:
        """Tell whether the data say that it helps, that it does harm, or neither."""
        if self.low > 0:
            return "supported"
        return "refuted" if self.high < 0 else "cannot_tell"


def next_comments(facts: Facts, in_time: float = IN_TIME) -> pd.DataFrame | None:
    """Return the answered complaints whose reader wrote again: `severity, minutes, soon, friendly`.

    `friendly`: the thread's next comment is praise. None where there is no inbox.
    """
    table = waits(facts)
    if table is None:
        return None
    begun = table[table["severity"].notna() & table["answered"]].set_index("id")
    again = table[table["thread"] != table["id"]].sort_values("at").groupby("thread")["kind"].first().rename("next")
    both = begun.join(again, how="inner")
    return both.assign(soon=both["minutes"] <= in_time, friendly=both["next"] == "praise")[
        ["severity", "minutes", "soon", "friendly"]
    ]


def helped(facts: Facts, severity: Severity | None = None, in_time: float = IN_TIME) -> Helped:
    """Compare early with late answers as they stand: all together, or within mild or severe alone."""
    table = next_comments(facts, in_time)
    if table is None:
        return _together([])
    own = table if severity is None else table[table["severity"] == severity]
    return _together([own])


def helped_within(facts: Facts, in_time: float = IN_TIME) -> Helped:
    """Compare early with late answers within mild and within severe, and put the two together."""
    table = next_comments(facts, in_time)
    return _together([] if table is None else [own for _, own in table.groupby("severity")])


def in_time_by_severity(facts: Facts, in_time: float = IN_TIME) -> dict[Severity, float]:
    """Return the share of those complaints that were answered in time: what makes the plain comparison unfair."""
    table = next_comments(facts, in_time)
    if table is None:
        return {}
    soon = table.groupby("severity")["soon"].mean()
    return {name: float(soon[name]) for name in SEVERITIES if name in soon.index}


def _together(groups: list[pd.DataFrame]) -> Helped:
    """Put groups together, each weighing by what it can compare; those with one side alone are left out."""
    sides = [(own[own["soon"]]["friendly"], own[~own["soon"]]["friendly"]) for own in groups]
    sides = [(soon, late) for soon, late in sides if len(soon) and len(late)]
    if not sides:
        return Helped(0, 0, *(math.nan,) * 5)
    weights = [len(soon) * len(late) / (len(soon) + len(late)) for soon, late in sides]
    total = sum(weights)
    friendly_soon, friendly_late, down, up = 0.0, 0.0, 0.0, 0.0
    for (soon, late), each in zip(sides, weights, strict=True):
        weight = each / total
        ours, theirs = (share(int(side.sum()), len(side)) for side in (soon, late))
        friendly_soon += weight * ours.value
        friendly_late += weight * theirs.value
        down += weight**2 * ((ours.value - ours.low) ** 2 + (theirs.high - theirs.value) ** 2)
        up += weight**2 * ((ours.high - ours.value) ** 2 + (theirs.value - theirs.low) ** 2)
    difference = friendly_soon - friendly_late
    early, after = (sum(len(side[at]) for side in sides) for at in (0, 1))
    low, high = difference - math.sqrt(down), difference + math.sqrt(up)
    return Helped(early, after, friendly_soon, friendly_late, difference, low, high)
