"""Three rules that ring when more is said of us than usual, each a few numbers that a plan can hold.

All three look at the last `minutes` of one measure: all mentions, the negative ones, or their share. What is usual is
taken from the past alone, as whoever stands at the alarm knows it. After ringing, an alarm rests: a thing that begins
meanwhile is told later. The numbers that rules begin with are those that `tuning` finds for negative mentions.

The running score is the distance from the median in units of the median absolute deviation (Hampel, Journal of the
American Statistical Association 69, 1974, 383-393), with at least the spread that a count or share has by chance.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.crisis.analysis.counts import A_DAY, QUARTER, Counts, Floats, Of, of_days_before, within
from playbook.language import Text

Kind = Literal["fixed", "same_hour", "robust"]
Flags = npt.NDArray[np.bool_]
WEEK = 7 * A_DAY
FEW_WEEKS, FEW_DAYS = 2, 14  # of the past before a rule says what is usual
FLOOR = 3.0  # mentions a window: three times next to nothing is still next to nothing
MAD = 1.4826  # the median absolute deviation of a normal spread is 1 / 1.4826 of its standard deviation
MEASURES: dict[Of, Text] = {
    "mentions": Text("全部提及", "all mentions"),
    "negative": Text("负面提及", "negative mentions"),
    "negative_share": Text("负面的占比", "the share of negatives"),
}


@dataclass(frozen=True)
class Fixed:
    """Rings when the last `minutes` hold `at_least` so many (of a share: from 0 to 1), whatever the hour."""

    kind: ClassVar[Kind] = "fixed"
    of: Of = "negative"
    minutes: int = 60
    at_least: float = 6.0
    rest_hours: float = 6.0

    def rings(self, told: Counts) -> Flags:
        """Tell of each quarter hour whether the rule is met."""
        now, _ = within(told, self.of, self.minutes)
        return np.asarray(now >= self.at_least)


@dataclass(frozen=True)
class SameHour:
    """Rings when the last `minutes` hold `times` what the same hours of the past `weeks` held on average."""

    kind: ClassVar[Kind] = "same_hour"
    of: Of = "negative"
    minutes: int = 60
    times: float = 2.0
    weeks: int = 4
    rest_hours: float = 6.0

    def rings(self, told: Counts) -> Flags:
        """Tell of each quarter hour whether the rule is met; never before FEW_WEEKS are known."""
        now, _ = within(told, self.of, self.minutes)
        before = np.stack([_earlier(now, week * WEEK) for week in range(1, self.weeks + 1)])
        known = np.isfinite(before).sum(axis=0)
        usual = np.nansum(before, axis=0) / np.maximum(known, 1)
        least = 0.0 if self.of == "negative_share" else FLOOR
        return np.asarray((now >= self.times * np.maximum(usual, least)) & (known >= FEW_WEEKS) & (now > 0))


@dataclass(frozen=True)
class Robust:
    """Rings when the last `minutes` lie `score` spreads above the median of the same time on the past `days`."""

    kind: ClassVar[Kind] = "robust"
    of: Of = "negative"
    minutes: int = 60
    score: float = 6.0
    days: int = 28
    rest_hours: float = 6.0

    def rings(self, told: Counts) -> Flags:
        """Tell of each quarter hour whether the rule is met; never before FEW_DAYS are known."""
        now, every = within(told, self.of, self.minutes)
        before = of_days_before(now, self.days)
        usual, known = _median(before)
        apart, _ = _median(np.abs(before - usual[:, None]))
        if self.of == "negative_share":
            chance = np.sqrt(np.clip(usual * (1 - usual), 0.01, None) / np.maximum(every, 1))
        else:
            chance = np.sqrt(np.maximum(usual, 1.0))
        with np.errstate(invalid="ignore"):
            reached = now >= usual + self.score * np.fmax(MAD * apart, chance)
        return np.asarray(reached & (known >= FEW_DAYS))


Rule = Fixed | SameHour | Robust
ALARMS: dict[str, Rule] = {  # those that a lesson holds against each other
    "count_all": Fixed(of="mentions", at_least=40),
    "count_negative": Fixed(),
    "same_hour": SameHour(),
    "robust": Robust(),
    "share_of_day": Robust(of="negative_share", minutes=1440, score=4),
}
RULES: dict[Kind, type[Fixed | SameHour | Robust]] = {each.kind: each for each in (Fixed, SameHour, Robust)}


def rule(kind: Kind, **numbers: Any) -> Rule:  # noqa: ANN401 - each rule has numbers of its own
    """Return a rule by its kind, with those numbers that it has; what a plan keeps for the other two is left aside."""
    plain = RULES[kind]()
    return replace(plain, **{name: value for name, value in numbers.items() if name in vars(plain)})


def rung(rule: Rule, told: Counts) -> pd.DatetimeIndex:
    """Return the moments at which an alarm rings: when it is met and not at rest."""
    met = np.flatnonzero(rule.rings(told))
    rest = max(1, math.ceil(pd.Timedelta(hours=rule.rest_hours) / QUARTER))
    kept, awake = [], 0
    while len(met):
        kept.append(int(met[0]))
        awake = kept[-1] + rest
        met = met[np.searchsorted(met, awake) :]
    return told.known_at[kept]


def said(rule: Rule) -> Text:
    """Say a rule in a sentence without a full stop."""
    window = Text("{n} 分钟", "{n} minutes") if rule.minutes < 120 else Text("{n:g} 小时", "{n:g} hours")  # noqa: PLR2004
    span = window.format(n=rule.minutes if rule.minutes < 120 else rule.minutes / 60)  # noqa: PLR2004
    one = rule.of == "negative_share"
    told = {
        "span": span,
        "of": MEASURES[rule.of],
        "reach": "reaches" if one else "reach",
        "lie": "lies" if one else "lie",
    }
    if isinstance(rule, Fixed):
        much = f"{rule.at_least:.0%}" if rule.of == "negative_share" else f"{rule.at_least:g}"
        return Text("{span}里{of}到 {much} 就响", "rings when {of} {reach} {much} within {span}").format(
            **told, much=much
        )
    if isinstance(rule, SameHour):
        return Text(
            "{span}里{of}到前 {weeks} 周同一钟点的 {times:g} 倍就响",
            "rings when {of} within {span} {reach} {times:g} times those at the same hour of the past {weeks} weeks",
        ).format(**told, weeks=rule.weeks, times=rule.times)
    return Text(
        "{span}里{of}比前 {days} 天同一钟点的中位数高出 {score:g} 个偏差就响",
        "rings when {of} within {span} {lie} {score:g} deviations above the median "
        "at that hour of the past {days} days",
    ).format(**told, days=rule.days, score=rule.score)


def _earlier(values: Floats, by: int) -> Floats:
    """Return what stood `by` quarter hours earlier; NaN before the data begin."""
    moved = np.full(len(values), np.nan)
    moved[by:] = values[: max(len(values) - by, 0)]
    return moved


def _median(rows: Floats) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return the median of what is known in each row, and how many that are; NaN of nothing."""
    ordered = np.sort(rows, axis=1)  # what is not known comes last
    known = np.isfinite(rows).sum(axis=1)
    low, high = np.maximum(known - 1, 0) // 2, known // 2
    at = np.arange(len(rows))
    return (ordered[at, low] + ordered[at, np.minimum(high, rows.shape[1] - 1)]) / 2, known
