"""How many followers have nobody behind them: a visible rule, its errors, and the share once these are put right.

No rule is right about everybody: a silent reader looks empty, and an empty account that was made to look alive does
not. A few followers, drawn by lot, were looked at by hand. They tell how many of the suspected are empty and how many
of the others, and these two shares, each weighed by its side of the whole sample, give the corrected share (double
sampling: Tenenbein, Journal of the American Statistical Association 65, 1970, 1350-1361). With a part drawn by lot it
errs less than correcting by the rule's hits and misses alone (Rogan and Gladen 1978), which divides by a small number.
All intervals are a bootstrap of the six cells: suspected or not; found empty, found real, or not checked.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.facts import Facts
from playbook.interaction.analysis.estimates import UNKNOWN, Estimate
from playbook.interaction.analysis.retention import watched_until
from playbook.once import once

DRAWS, INTERVAL = 4000, (2.5, 97.5)
MARKS = 5
Cells = npt.NDArray[np.integer[Any]]  # … x 2 x 3: not suspected, suspected; found real, found empty, not checked


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of thumb: five marks, and from how many on an account is suspected.

    The marks: no post for `idle_days` (or none ever), fewer than `posts` posts, fewer than `followers` followers, more
    than `following` accounts followed, no picture. The figures are ours; the platform gives none.
    """

    marks: int = 2
    idle_days: int = 90
    posts: int = 5
    followers: int = 5
    following: int = 300


class Empty(NamedTuple):
    """What a rule finds and what is behind it; shares from 0 to 1, each with its interval.

    `suspected` by the rule; `right`: of the suspected, how many are empty; `missed`: of the others, how many are;
    `corrected`: of all, how many are empty, both sides weighed. From these `found`: of the empty ones, how many the
    rule suspects, and `spared`: of the real ones, how many it lets be. `checked` by hand, `known_empty` of them.
    """

    checked: int
    known_empty: int
    suspected: Estimate
    right: Estimate
    missed: Estimate
    found: Estimate
    spared: Estimate
    corrected: Estimate


class Wrong(NamedTuple):
    """What a rule does to every 1,000 followers, and what that costs: readers blocked, empty ones kept."""

    readers_blocked: float
    empty_kept: float
    cost: float


NOBODY = Empty(0, 0, *(UNKNOWN,) * 6)
RULE = Rule()


def marks(followers: pd.DataFrame, rule: Rule = RULE) -> pd.DataFrame:
    """Return the five marks of each follower, true or false: `idle, few_posts, few_followers, follows_many, faceless`.

    What is not known of an account is no mark against it.
    """
    idle = (watched_until(followers) - followers["last_post_on"]).dt.days
    told = pd.DataFrame(
        {
            "idle": (idle > rule.idle_days) | followers["posts"].eq(0),
            "few_posts": followers["posts"] < rule.posts,
            "few_followers": followers["followers"] < rule.followers,
            "follows_many": followers["following"] > rule.following,
            "faceless": ~followers["has_avatar"],
        }
    )
    return told.fillna(value=False).astype(bool)


def suspected(followers: pd.DataFrame, rule: Rule = RULE) -> pd.Series:
    """Tell of each follower whether the rule takes it for empty."""
    return marks(followers, rule).sum(axis=1) >= rule.marks


@once(32)
def empty(facts: Facts, rule: Rule = RULE) -> Empty:
    """Return the share of empty followers by the rule, its errors, and the corrected share.

    Counted over the whole sample, those who have left among them. All NaN where no followers are known, the errors
    and the corrected share where none was checked.
    """
    table = facts.followers
    if table is None or table.empty:
        return NOBODY
    cells = _cells(table, rule)
    drawn = np.random.default_rng(0).multinomial(len(table), cells.ravel() / len(table), DRAWS).reshape(-1, 2, 3)
    values, spread = _shares(cells[None]), _shares(drawn)
    told = [_estimate(value[0], draws) for value, draws in zip(values, spread, strict=True)]
    return Empty(int(cells[:, :2].sum()), int(cells[:, 1].sum()), *told)


def wrong_calls(facts: Facts, rule: Rule = RULE, reader: float = 1.0, kept: float = 1.0) -> Wrong:
    """Return what blocking whoever is suspected does wrong, in every 1,000 followers.

    `reader` is what it costs to block a silent reader, `kept` what it costs to keep an empty account, in any one unit.
    """
    told = empty(facts, rule)
    share = told.corrected.value
    blocked = 1000 * (1 - share) * (1 - told.spared.value)
    left = 1000 * share * (1 - told.found.value)
    return Wrong(blocked, left, reader * blocked + kept * left)


def cheapest(facts: Facts, reader: float = 1.0, kept: float = 1.0, rule: Rule = RULE) -> Rule | None:
    """Return the rule, by its number of marks, whose wrong calls cost least; None where it is best to block nobody.

    Or where nothing is known of anybody. To block nobody costs what all empty ones cost when kept.
    """
    tried = [replace(rule, marks=number) for number in range(1, MARKS + 1)]
    costs = {each: wrong_calls(facts, each, reader, kept).cost for each in tried}
    known = {each: cost for each, cost in costs.items() if not math.isnan(cost)}
    nobody = kept * 1000 * empty(facts, rule).corrected.value
    best = min(known, key=lambda each: known[each], default=None)
    return best if best is not None and known[best] < nobody else None


def _cells(followers: pd.DataFrame, rule: Rule) -> Cells:
    """Count followers by what the rule says (2) and what the hand found (3)."""
    found = followers["checked_empty"]
    column = np.where(found.isna(), 2, found.fillna(value=False).astype(int))
    return np.bincount(suspected(followers, rule).to_numpy(dtype=int) * 3 + column, minlength=6).reshape(2, 3)


def _shares(cells: Cells) -> tuple[npt.NDArray[np.float64], ...]:
    """Return the shares of `Empty`, in its order, for each table of cells; NaN where a side was not checked."""
    real, fake = cells[..., 0], cells[..., 1]
    with np.errstate(divide="ignore", invalid="ignore"):
        suspects = cells[..., 1, :].sum(axis=-1) / cells.sum(axis=(-2, -1))
        missed, right = np.moveaxis(fake / (real + fake), -1, 0)
        share = suspects * right + (1 - suspects) * missed
        found, spared = suspects * right / share, (1 - suspects) * (1 - missed) / (1 - share)
    return suspects, right, missed, found, spared, share


def _estimate(value: float, draws: npt.NDArray[np.float64]) -> Estimate:
    if math.isnan(value):
        return UNKNOWN
    low, high = np.nanpercentile(draws, INTERVAL)
    return Estimate(float(value), float(low), float(high))
