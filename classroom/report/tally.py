"""What a cohort's first attempts say of each question: how many were right, what went wrong, what to do about it.

All functions are pure. The first attempt is what counts here, not the one that points are given for, which is mostly
mended by then.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest, pearsonr

from classroom.gradebook import Item

ENOUGH = 5  # learners; what fewer did is told of no group
MOVE_ON = 0.85  # of the learners right at the first attempt
SOME, MOST = 1 / 3, 2 / 3  # between them, learners can convince each other
DOMINANT = 0.5  # of those who were not right: from here on a mistake is the one to talk about
MOST_SEPARATED = 30  # learners: below, a correlation tells nothing
OTHERS = 5  # other questions that a learner must have tried, to be compared by them
TELLS, TELLS_NOT = 0.1, 0.2  # a correlation surely above the one, surely below the other
FLAT = 1e-9
Advice = Literal["pairs", "again", "word", "move_on", "too_few"]
Key = tuple[str, str]  # exercise, question
Flags = NDArray[np.float64]  # learners x questions: 1 right at first, 0 not, NaN not tried


@dataclass(frozen=True, slots=True)
class Separation:
    """Whether those who are right elsewhere are right here too: a correlation from -1 to 1 with its 95% interval.

    `unable` says why there is none.
    """

    value: float = 0
    low: float = 0
    high: float = 0
    learners: int = 0
    unable: Literal["few", "flat"] | None = None

    @property
    def outcome(self) -> Literal["tells", "tells_not", "cannot_tell"]:
        """Return what the interval lets one say."""
        if self.low > TELLS:
            return "tells"
        return "tells_not" if self.high < TELLS_NOT else "cannot_tell"


@dataclass(frozen=True, slots=True)
class Tally:
    """The first attempts at one question. `mistakes` are counted by their place in the spec, None: none listed."""

    exercise: str
    question: str
    right: int
    tried: int
    mistakes: tuple[tuple[int | None, int], ...]
    separation: Separation

    @property
    def rate(self) -> float:
        """Return the share that was right, 0 to 1; 0 if nobody tried."""
        return self.right / self.tried if self.tried else 0

    @property
    def interval(self) -> tuple[float, float]:
        """Return Wilson's 95% interval of the rate; it holds for few learners, for none right and for all."""
        if not self.tried:
            return 0, 1
        found = binomtest(self.right, self.tried).proportion_ci(method="wilson")
        return float(found.low), float(found.high)

    @property
    def dominant(self) -> int | None:
        """Return the listed mistake that at least half of those made who were not right, and at least five."""
        for place, learners in self.mistakes:
            if place is not None and learners >= max(ENOUGH, DOMINANT * (self.tried - self.right)):
                return place
        return None

    @property
    def advice(self) -> Advice:
        """Return what to do in the room."""
        if self.tried < ENOUGH:
            return "too_few"
        if round(self.rate, 2) >= MOVE_ON:  # as it is shown
            return "move_on"
        if self.rate > MOST:
            return "word"
        return "pairs" if self.rate >= SOME and self.dominant is not None else "again"


def tallies(items: Iterable[Item], exercises: Sequence[str], by_hand: Collection[tuple[str, str, str]]) -> list[Tally]:
    """Return a tally of each question that anybody tried, in the order of the course.

    What a person marked (`by_hand`: learner, exercise, question) has no first attempt to be judged.
    """
    found: dict[Key, dict[str, Item]] = defaultdict(dict)
    for item in items:
        if (item.learner, item.exercise, item.question) not in by_hand and right_at_first(item) is not None:
            found[item.exercise, item.question][item.learner] = item
    keys = sorted(found, key=lambda key: exercises.index(key[0]))  # stable: questions stay as they came
    separated = separations(_flags([found[key] for key in keys]))
    return [_tally(key, list(found[key].values()), each) for key, each in zip(keys, separated, strict=True)]


def right_at_first(item: Item) -> bool | None:
    """Tell whether the first attempt was right; None where there was none, or nobody can judge it yet.

    Who saw the solution before any attempt has a blank one, and was not right.
    """
    if item.first_outcome in {"to_mark", "error"}:
        return None
    if item.first_outcome is not None:
        return item.first_outcome == "right"
    return item.outcome == "right" if item.outcome in {"right", "partly", "wrong"} else None


def separations(flags: Flags) -> list[Separation]:
    """Return for each question (column) how being right there goes with the share of others that were right."""
    tried = ~np.isnan(flags)
    others = tried.sum(axis=1)[:, None] - tried
    right = np.nansum(flags, axis=1)[:, None] - np.nan_to_num(flags)
    counted = tried & (others >= OTHERS)
    return [
        _separation(flags[rows, column], right[rows, column] / others[rows, column])
        for column, rows in enumerate(counted.T)
    ]


def _separation(here: Flags, elsewhere: Flags) -> Separation:
    if len(here) < MOST_SEPARATED:
        return Separation(learners=len(here), unable="few")
    if np.ptp(here) < FLAT or np.ptp(elsewhere) < FLAT:
        return Separation(learners=len(here), unable="flat")
    found = pearsonr(here, elsewhere)
    low, high = found.confidence_interval()
    return Separation(float(found.statistic), float(low), float(high), len(here))


def _flags(columns: Sequence[dict[str, Item]]) -> Flags:
    learners = {learner: row for row, learner in enumerate(sorted({each for column in columns for each in column}))}
    flags = np.full((len(learners), len(columns)), np.nan)
    for place, column in enumerate(columns):
        for learner, item in column.items():
            flags[learners[learner], place] = bool(right_at_first(item))
    return flags


def _tally(key: Key, items: Sequence[Item], separation: Separation) -> Tally:
    wrong = [item.mistake for item in items if not right_at_first(item)]
    listed = Counter(wrong).most_common()
    return Tally(*key, len(items) - len(wrong), len(items), tuple(listed), separation)
