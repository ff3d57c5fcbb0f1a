"""Four ways in which an average misleads: one post that goes round, a shifting mix, a counter at its limit, a gap."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from playbook.facts import Facts
from playbook.posts import counted

Floats = npt.NDArray[np.float64]
TOP = 0.01  # share of an account's posts that are its largest
Part = Literal["day", "evening"]


class Heavy(NamedTuple):
    """What posts of an account got: mean and median, the largest, the mean without it, the share of the largest 1%.

    `posts` have whole counts; `above_mean` is the share of them that got more than the mean.
    """

    posts: int
    mean: float
    median: float
    largest: float
    mean_without: float
    top_share: float
    above_mean: float


class Rates(NamedTuple):
    """A share before and after, of a part or the whole: of how many each."""

    before: float
    after: float
    of_before: int
    of_after: int

    @property
    def rose(self) -> bool:
        """Tell whether it is higher after."""
        return self.after > self.before


@dataclass(frozen=True, slots=True)
class Mixed:
    """A share that is told by parts and in all: `parts` by name, the `whole`, and the whole `at_old_mix`.

    At the old mix, each part counts after as it did before: what is left is what the parts did.
    """

    parts: dict[Part, Rates]
    whole: Rates
    at_old_mix: float

    @property
    def contradicts(self) -> bool:
        """Tell whether every part moved one way and the whole the other."""
        moved = {part.rose for part in self.parts.values()}
        return len(moved) == 1 and self.whole.rose not in moved


@dataclass(frozen=True, slots=True)
class Capped:
    """A counter that stops at a limit, over some weeks: what the shown numbers make of it, and what is known.

    `shown` is their mean, which the true one is at least; `median` is exact while less than half of the weeks are
    capped (NaN otherwise); `likely` is the mean if logs are normal and capped weeks are told only to lie above.
    """

    weeks: int
    capped: int
    limit: float
    shown: float
    median: float
    likely: float


def heavy(facts: Facts, account: str, first: date | None = None, last: date | None = None) -> Heavy | None:
    """Return mean and median of what an account's posts got, from `first` to `last`; None without counts."""
    own = counted(facts.posts, account)
    days = own["posted_on"]
    got = own.loc[days.between(pd.Timestamp(first or days.min()), pd.Timestamp(last or days.max())), "reactions"]
    if len(got) < 2:  # noqa: PLR2004 - one post has no median beside its mean
        return None
    largest, top = float(got.max()), got.nlargest(max(1, round(TOP * len(got)))).sum()
    every = float(got.sum())
    return Heavy(
        len(got), float(got.mean()), float(got.median()), largest, (every - largest) / (len(got) - 1),
        float(top / every) if every else math.nan, float((got > got.mean()).mean()),
    )  # fmt: skip


def in_time(facts: Facts, day: pd.Timestamp, account: str | None = None, weeks: int = 25) -> Mixed | None:
    """Return which share was answered within two hours, by day and in the evening, `weeks` before a day and after it.

    Of all accounts together, or of one; None where there is no weekly sheet of the desk for both spans.
    """
    table = facts.replies
    if table is None:
        return None
    own = table if account is None else table[table["account"] == account]
    span = pd.Timedelta(days=7 * weeks)
    before = own[own["week"].between(day - span, day, inclusive="left")]
    after = own[own["week"].between(day, day + span, inclusive="left")]
    if before["week"].nunique() < weeks or after["week"].nunique() < weeks:
        return None
    return mixed(_by_part(before), _by_part(after))


def mixed(before: Mapping[Part, tuple[int, int]], after: Mapping[Part, tuple[int, int]]) -> Mixed:
    """Return shares by parts and in all, of (how many, of how many) for each part before and after.

    Parts of nothing have no share; they are left out.
    """
    both = [name for name in before if before[name][1] and after.get(name, (0, 0))[1]]
    parts = {
        name: Rates(before[name][0] / before[name][1], after[name][0] / after[name][1], before[name][1], after[name][1])
        for name in both
    }
    sums = [(sum(side[name][0] for name in both), sum(side[name][1] for name in both)) for side in (before, after)]
    (won, of), (won_after, of_after) = sums
    whole = Rates(won / of, won_after / of_after, of, of_after) if both else Rates(math.nan, math.nan, 0, 0)
    at_old = sum(part.after * part.of_before for part in parts.values()) / of if both else math.nan
    return Mixed(parts, whole, at_old)


def capped(
    facts: Facts, account: str, first: pd.Timestamp | None = None, last: pd.Timestamp | None = None
) -> Capped | None:
    """Return what is known of an account's reads over some weeks, whose counter stops; None without such weeks."""
    table = facts.weekly
    if table is None:
        return None
    own = table[(table["account"] == account) & table["reads"].notna()]
    own = own[own["week"].between(first or own["week"].min(), last or own["week"].max())]
    if own.empty:
        return None
    reads, at_limit = own["reads"].to_numpy(dtype=float), own["reads_capped"].fillna(value=False).to_numpy(dtype=bool)
    median = float(np.median(reads)) if at_limit.mean() < 0.5 else math.nan  # noqa: PLR2004 - half
    limit = float(reads[at_limit].max()) if at_limit.any() else math.nan
    return Capped(len(own), int(at_limit.sum()), limit, float(reads.mean()), median, _likely(reads, at_limit))


def missing(values: pd.Series) -> tuple[float, float, int]:
    """Return the mean of the known weeks, what it would be if the missing ones were zero, and how many are missing."""
    return float(values.mean()), float(values.fillna(0).mean()), int(values.isna().sum())


def _likely(reads: Floats, at_limit: npt.NDArray[np.bool_]) -> float:
    """Return the mean by the normal distribution of logs that fits best, capped weeks lying anywhere above."""
    if at_limit.all() or (reads <= 0).any():
        return math.nan
    if not at_limit.any():
        return float(reads.mean())
    told = stats.CensoredData(uncensored=np.log(reads[~at_limit]), right=np.log(reads[at_limit]))
    middle, spread = stats.norm.fit(told)
    return float(np.exp(middle + spread**2 / 2))


def _by_part(weeks: pd.DataFrame) -> dict[Part, tuple[int, int]]:
    total = weeks[["in_time", "asked", "in_time_evening", "asked_evening"]].sum()
    evening = int(total["in_time_evening"]), int(total["asked_evening"])
    return {"day": (int(total["in_time"]) - evening[0], int(total["asked"]) - evening[1]), "evening": evening}
