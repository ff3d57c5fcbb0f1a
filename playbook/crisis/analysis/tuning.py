"""Alarms tuned in some worlds and judged in others: judged where it was tuned, any rule looks good."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np

from playbook.crisis.analysis.alarms import Kind, Rule, rule
from playbook.crisis.analysis.counts import Counts, Of, counts
from playbook.crisis.analysis.judged import MONTH, judge_alarm, sample_events
from playbook.interaction.analysis.estimates import Estimate, rate
from playbook.sample.mentions import make_mentions

TUNED_ON = range(100, 108)  # seeds of the worlds in which numbers are chosen
JUDGED_ON = range(500, 508)  # and of those in which they are judged
MOST_FALSE = 1.0  # false alarms a month that somebody who sleeps beside the telephone puts up with
GRIDS: dict[Kind, dict[str, tuple[float, ...]]] = {
    "fixed": {"at_least": (6, 8, 10, 12, 16, 25, 40, 60, 100, 200)},
    "same_hour": {"times": (1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)},
    "robust": {"score": (3, 4, 5, 6, 7, 8, 10)},
}
SHARES = (0.15, 0.18, 0.2, 0.25, 0.3, 0.4)


class Figures(NamedTuple):
    """What a rule does over several worlds.

    False alarms a month with their interval; the median minutes to the crisis and to the slow burn (`inf` where fewer
    than half were found), the longest to the crisis, and in which share of the worlds the slow burn was found.
    """

    rule: Rule
    false_a_month: Estimate
    crisis: float
    crisis_longest: float
    slow_burn: float
    slow_burn_found: float


def over(tried: Rule, seeds: Iterable[int] = JUDGED_ON) -> Figures:
    """Return what a rule does in the worlds of these seeds."""
    events = sample_events()
    judged = [judge_alarm(tried, world(seed), events) for seed in seeds]
    crisis, burn = (np.array([each.minutes[name] for each in judged]) for name in ("crisis", "slow_burn"))
    a_month = rate(sum(len(each.false) for each in judged), sum(each.days for each in judged) / MONTH)
    return Figures(tried, a_month, _middle(crisis), float(crisis.max()), _middle(burn), float(np.isfinite(burn).mean()))


def tuned(
    kind: Kind,
    of: Of,
    minutes: int,
    seeds: Iterable[int] = TUNED_ON,
    most_false: float = MOST_FALSE,
    **given: Any,  # noqa: ANN401 - a rule's other numbers
) -> Figures | None:
    """Return the quickest rule of a kind with at most so many false alarms a month, in the worlds of these seeds.

    Quickest to the crisis and, of those alike, to the slow burn; then the one with fewest false alarms. None where all
    ring more often.
    """
    grid = {"at_least": SHARES} if (kind, of) == ("fixed", "negative_share") else GRIDS[kind]
    numbers = [dict(zip(grid, each, strict=True)) for each in product(*grid.values())]
    tried = [over(rule(kind, of=of, minutes=minutes, **given, **each), seeds) for each in numbers]
    allowed = [each for each in tried if each.false_a_month.value <= most_false and math.isfinite(each.crisis)]
    return min(allowed, key=lambda each: (each.crisis, each.slow_burn, each.false_a_month.value), default=None)


@cache
def world(seed: int) -> Counts:
    """Return the mentions of a world."""
    return counts(make_mentions(seed))


def _middle(minutes: Sequence[float] | np.ndarray) -> float:
    ordered = np.sort(minutes)
    return float((ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2)
