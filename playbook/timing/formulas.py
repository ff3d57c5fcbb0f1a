"""Circulating formulas for the hours of a post against hours of one's own, on posts that neither was made from.

Own hours are chosen on the first half of the period and everything is compared on the second: hours chosen and judged
on the same posts look better than they are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from playbook.claims import ENOUGH, Claim, Result, test_claim
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.once import once
from playbook.posts import timed
from playbook.timing.analysis import WEEKEND, at_hours, by_hour
from playbook.timing.windows import EVENING, GOLDEN, MEALS
from playbook.week import clock

BEST = 3  # hours of one's own
REGULAR = (10, 11, 14, 17)
Formula = Literal["own", "evening", "golden", "office"]
CIRCULATING: tuple[Formula, ...] = ("evening", "golden", "office")
Holds = Callable[[pd.DataFrame], pd.Series]


def _article_1(posts: pd.DataFrame) -> pd.Series:
    """Tell which posts keep to article 1: the evening on workdays, around meals at weekends."""
    weekend = posts["posted_on"].dt.isocalendar().day.isin(WEEKEND)
    told: pd.Series = at_hours(EVENING)(posts).mask(weekend, at_hours(MEALS)(posts))
    return told


HOLDS: dict[Formula, Holds] = {
    "evening": _article_1,
    "golden": at_hours(GOLDEN),
    "office": at_hours(REGULAR),
}
NAMES: dict[Formula, Text] = {
    "own": Text("自己的三个钟点", "our own three hours"),
    "evening": Text("第 1 篇的晚间", "article 1’s evenings"),
    "golden": Text("第 5 篇的黄金时段", "article 5’s golden hours"),
    "office": Text("第 8 篇的上班时间", "article 8’s office hours"),
}
# Article 5 says only 16:00 and 20:00 in figures; the start of work and the lunch break are our reading.
READINGS: dict[Formula, Text] = {
    "evening": Text(
        "工作日 18 点到 23 点，周末 13 点到 14 点、17 点到 20 点",
        "workdays 18:00 to 23:00, weekends 13:00 to 14:00 and 17:00 to 20:00",
    ),
    "golden": Text(
        "9 点、12 点、13 点、16 点、17 点、20 点（上班和午休是我们的读法，原文只写明 16 点和 20 点）",
        "9:00, 12:00, 13:00, 16:00, 17:00 and 20:00 (the article gives only 16:00 and 20:00 in figures; "
        "start of work and lunch are our reading)",
    ),
    "office": Text("10 点、11 点、14 点、17 点", "10:00, 11:00, 14:00 and 17:00"),
}
SAID = Text("{name}的微博互动更多", "Posts at {name} get more reactions")


@dataclass(frozen=True)
class Halves:
    """An account's hours chosen before `split` and everything compared from `split` on.

    `hours` are its own best three (fewer if fewer have enough posts), `chosen_from` the posts they were chosen from.
    `rest[formula]` compares a formula's posts of the second half with all others, `own_against[formula]` the own hours
    with the formula's, hours that both name left out; both are empty of what cannot be asked.
    `typical[formula]` is what a typical post of the second half gets there (NaN without posts), `usual` at any hour.
    """

    split: pd.Timestamp
    hours: tuple[int, ...]
    chosen_from: int
    rest: dict[Formula, Result]
    own_against: dict[Formula, Result]
    typical: dict[Formula, float]
    usual: float

    @property
    def hours_said(self) -> Text:
        """Name the own hours."""
        return join([clock(hour) for hour in self.hours])


@once(16)
def halves(facts: Facts, account: str) -> Halves | None:
    """Compare on one account; None if it has no posts with a time of day and counts. Once for the same facts."""
    own = timed(facts.posts, account)
    if own.empty:
        return None
    split = middle(own["posted_on"])
    first, second = own[own["posted_on"] < split], own[own["posted_on"] >= split]
    hours = best(first, account)
    own_holds: dict[Formula, Holds] = {"own": at_hours(hours)} if hours else {}
    holds = own_holds | HOLDS
    return Halves(
        split=split,
        hours=hours,
        chosen_from=len(first),
        rest={name: _tested(second, name, told, account) for name, told in holds.items()},
        own_against={
            name: _tested(second, "own", _either(at_hours(hours), HOLDS[name]), account)
            for name in (CIRCULATING if hours else ())
        },
        typical={name: float(second.loc[told(second).fillna(value=False), "reactions"].median())
                 for name, told in holds.items()},
        usual=float(second["reactions"].median()),
    )  # fmt: skip


def middle(on: pd.Series) -> pd.Timestamp:
    """Return the first day of the month that lies nearest the middle of a period."""
    half = on.min() + (on.max() - on.min()) / 2
    before: pd.Timestamp = half.to_period("M").start_time
    after: pd.Timestamp = before + pd.offsets.MonthBegin()
    return before if half - before <= after - half else after


def best(posts: pd.DataFrame, account: str) -> tuple[int, ...]:
    """Return the three hours at which a typical post gets most, in order of the day; hours with enough posts alone."""
    table = by_hour(posts, account)
    known = table[table["posts"] >= ENOUGH].sort_values("median", ascending=False, kind="stable")
    return tuple(sorted(int(hour) for hour in known.index[:BEST]))


def _either(one: Holds, other: Holds) -> Holds:
    """Tell on which side a post is: true for `one` alone, false for `other` alone, empty for both and for neither."""

    def told(posts: pd.DataFrame) -> pd.Series:
        inside, outside = one(posts), other(posts)
        answer: pd.Series = inside.mask(inside == outside)
        return answer

    return told


def _tested(posts: pd.DataFrame, name: Formula, holds: Holds, account: str) -> Result:
    return test_claim(posts, Claim(SAID.format(name=NAMES[name]), holds=holds, needs=("posted_at",)), account)
