"""What lesson and exercise 9.2 ask to be worked out by hand: weeks added up, peers set beside us, claims of a size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.analysis.around import around
from playbook.metrics.analysis.done import asked, done, noted
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.launch import Effect, effect
from playbook.metrics.analysis.lines import first_week
from playbook.metrics.analysis.peers_few import US, few
from playbook.tables import half_up

Of = Literal["expected", "actual", "ratio", "more", "mean"]
Peers = Literal["kept", "all", "none"]


def over_expected(facts: Facts, first: str, last: str, of_what: Of = "expected") -> int:
    """Return by how many per cent the weeks from one Monday to another (ISO) after the launch lie above the expected.

    Their sums, as the table shows them, whole. `of_what`: what people take for it, a share of the `actual` orders, the
    `ratio` in per cent, how many `more` orders, or the plain `mean` of the weeks’ per cents.
    """
    question = asked(facts, "launch")
    found = None if question is None else effect(question)
    if question is None or not isinstance(found, Effect):
        raise ValueError("wanted facts with a launch whose effect can be told")
    start = first_week(question.day)
    at = range((pd.Timestamp(first) - start).days // 7, (pd.Timestamp(last) - start).days // 7 + 1)
    weeks = found.by_week.loc[[week for week in at if week in found.by_week.index], ["actual", "expected"]]
    actual, expected = (sum(half_up(each) for each in weeks[name]) for name in ("actual", "expected"))
    by_week = 100 * np.expm1(found.by_week.loc[weeks.index, "value"].to_numpy(dtype=float))
    told = {
        "expected": 100 * (actual / expected - 1), "actual": 100 * (1 - expected / actual),
        "ratio": 100 * actual / expected, "more": actual - expected,
        "mean": sum(half_up(float(each)) for each in by_week) / len(by_week),
    }  # fmt: skip
    return half_up(told[of_what])


def duty_points(facts: Facts, weeks: int) -> int:
    """Return by how many points the attitude of comments had risen, read so many weeks after the duty rule; whole."""
    return half_up(100 * _duty(facts, weeks).value)


def duty_told(facts: Facts, weeks: int) -> Outcome:
    """Return the verdict on the duty rule, read after so many weeks."""
    return _duty(facts, weeks).outcome


def duty_shows(facts: Facts, read_at: Sequence[int] = (2, 4, 8, 16)) -> str:
    """Return the first of these readings that can tell it from nothing, and all after it as well; `never` if none."""
    clear = [duty_told(facts, weeks) != "cannot_tell" for weeks in read_at]
    first = next((at for at in range(len(clear)) if all(clear[at:])), None)
    return "never" if first is None else str(read_at[first])


def left_out(facts: Facts) -> int:
    """Return how many of the few peers had a trend of their own before the launch."""
    return int(_few(facts).drop(index=US)["apart"].astype(bool).sum())


def points_beyond(facts: Facts, peers: Peers = "kept") -> int:
    """Return by how many points our posts rose more than those of the few peers did on average; whole.

    `peers`: those kept, or what people take who leave none out (`all`), or look at us alone (`none`).
    """
    table = _few(facts)
    rises = 100 * (table["after"] / table["before"] - 1)
    others = rises.drop(index=US)
    if peers == "none":
        return half_up(float(rises[US]))
    if peers == "kept":
        others = others[~table.drop(index=US)["apart"].astype(bool)]
    return half_up(float(rises[US] - others.mean()))


def claim(facts: Facts, name: str, least: float = 0.0) -> Outcome:
    """Return what the data say of “the launch, or a campaign, raised orders by more than `least`” (0.5: by half)."""
    found = noted(facts, name)[1]
    told = None if found is None else effect(found)
    if not isinstance(told, Effect):
        raise TypeError(f"wanted facts in which the effect of {name} can be told")
    above = math.log1p(least)
    return Estimate(*(each - above for each in told.mean)).outcome


def mean_week(facts: Facts, account: str, decimals: int = 0, *, zero: bool = False) -> float:
    """Return an account’s orders of a week in the six weeks from the launch on, of known weeks, with `decimals`.

    `zero`: what people take for it who count weeks without a number as nothing.
    """
    it = done(facts, "launch")
    found = None if it is None else around(facts, account, it.day)
    if found is None:
        raise ValueError(f"wanted facts with a launch and orders of {account}")
    mean = found.after * (6 - found.missing) / 6 if zero else found.after
    return round(mean, decimals) if decimals else half_up(mean)


def _duty(facts: Facts, weeks: int) -> Estimate:
    question = asked(facts, "duty")
    found: Effect | Text | None = None if question is None else effect(question.first(weeks))
    if not isinstance(found, Effect):
        raise TypeError("wanted facts in which the duty rule is noted and comments are read")
    return found.mean


def _few(facts: Facts) -> pd.DataFrame:
    table = few(facts)
    if table.empty:
        raise ValueError("wanted facts with peers and a launch")
    return table
