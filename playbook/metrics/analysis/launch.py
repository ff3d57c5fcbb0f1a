"""What came after a day, against what the weeks around it expect: by the week since, in all, and how soon it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pandas as pd

from playbook.language import Text
from playbook.metrics.analysis.estimates import UNKNOWN, Estimate
from playbook.metrics.analysis.lines import Line, course, drawn, first_week, marks, spans_season, weeks_since
from playbook.metrics.analysis.series import off_scale, on_scale

WEEKS = 8  # since the day: those an effect is read over, unless told otherwise
LEAST_BEFORE = 26  # weeks
READ_AT = (1, 2, 4, 8)  # weeks since: when a team is asked whether it worked
DRAWS = 4000
TOO_SHORT = Text(
    "这一天以前只有 {weeks} 周有数，不到 {least} 周，说不出没有它会怎样。",
    "Only {weeks} weeks before this day are known, fewer than {least}: too few to tell what to expect without it.",
)
NOTHING_AFTER = Text(
    "这一天以后，等满说好的那几周，还没有数。",
    "Nothing is known yet of the weeks after this day and the lag that was agreed on.",
)


@dataclass(frozen=True, eq=False)
class Asked:
    """What is asked: did a `measure` (`weekly`: by week) change after a `day`, over its first `weeks` weeks?

    The first `lag` of them are told and not judged: a lag agreed on beforehand. `held` is another measure held equal as
    it stood the week before: that takes out luck that has nothing to do with the day, and also whatever the day did by
    way of it. `without`: spans (first and last Monday) in which something else happened; their weeks are left out.
    """

    weekly: pd.Series
    measure: str
    day: pd.Timestamp
    weeks: int = WEEKS
    lag: int = 0
    held: pd.Series | None = None
    without: Sequence[tuple[pd.Timestamp, pd.Timestamp]] = field(default=())

    def first(self, weeks: int) -> Asked:
        """Return the same question as it stood when so many weeks had passed and nothing later was known."""
        last = first_week(self.day) + pd.Timedelta(days=7 * (weeks - 1))
        return replace(self, weekly=self.weekly[:last], weeks=weeks, lag=min(self.lag, weeks - 1))


@dataclass(frozen=True, eq=False)
class Effect:
    """What came after a day: for each week since and on average, how far above what was expected.

    `by_week` has `actual, expected` (as counted), `value, low, high` (logs, or the measure's own scale), by week since;
    `mean` is on that scale; `more` is how many more came in all, of counts; `season`: whether the line knows it.
    """

    by_week: pd.DataFrame
    mean: Estimate
    more: Estimate
    season: bool


@lru_cache(maxsize=64)
def effect(asked: Asked) -> Effect | Text:
    """Return what came after the day, or why it cannot be told.

    Weeks of the effect never help to say what was expected; as many again after them neither, since it may last.
    """
    index = pd.DatetimeIndex(asked.weekly.index)
    since = weeks_since(index, asked.day)
    logs = _others(asked, since)
    before = int(logs[since < 0].notna().sum())
    if before < LEAST_BEFORE:
        return TOO_SHORT.format(weeks=before, least=LEAST_BEFORE)
    terms = course(index).join(marks(index, since, 0, asked.weeks - 1))
    if asked.held is not None:
        terms["held"] = np.log1p(asked.held).shift(1).reindex(index)
    line = drawn(logs, terms)
    if line is None:
        return TOO_SHORT.format(weeks=before, least=LEAST_BEFORE)
    told = {int(name.removeprefix("week ")): name for name in line.names if name.startswith("week ")}
    judged = [name for at, name in told.items() if at >= asked.lag]
    if not judged:
        return NOTHING_AFTER
    table = _by_week(asked, line, told, since)
    return Effect(table, line.mean(judged), _more(table, line, judged), spans_season(index))


@lru_cache(maxsize=64)
def _at(asked: Asked, weeks: int) -> Effect | Text:
    return effect(asked.first(weeks))


def readings(asked: Asked, read_at: Sequence[int] = READ_AT) -> dict[int, Effect | Text]:
    """Return the effect as it read after so many weeks, when nothing later was known: `{1: …, 2: …, 4: …, 8: …}`."""
    return {weeks: _at(asked, weeks) for weeks in read_at}


def shows_from(asked: Asked) -> int | None:
    """Return after how many weeks the effect can first be told from nothing, and a week later as well.

    Each reading knows its own weeks alone, from the first after the lag (before, nothing is judged) to `asked.weeks`.
    None where no two readings in a row can tell. An effect that fades may be lost again at later readings, since all
    weeks since the lag are averaged.
    """
    told = readings(asked, range(asked.lag + 1, asked.weeks + 1)).values()
    clear = [not isinstance(each, Text) and each.mean.outcome != "cannot_tell" for each in told]
    return next((at for at, pair in enumerate(pairwise(clear), start=asked.lag + 1) if all(pair)), None)


def _others(asked: Asked, since: pd.Series) -> pd.Series:
    """Return the measure on its scale without the weeks in which this or something else may still work."""
    logs = on_scale(asked.weekly, asked.measure).mask(since.between(asked.weeks, 2 * asked.weeks - 1))
    for first, last in asked.without:
        logs = logs.mask((logs.index >= first) & (logs.index <= last) & ~since.between(0, asked.weeks - 1))
    return logs


def _by_week(asked: Asked, line: Line, told: dict[int, str], since: pd.Series) -> pd.DataFrame:
    rows = {}
    for at, name in told.items():
        actual, ahead = asked.weekly[since == at], line.of({name: 1.0})
        expected = off_scale(on_scale(actual, asked.measure) - ahead.value, asked.measure)
        rows[at] = (float(actual.iloc[0]), float(expected.iloc[0]), *ahead)
    return pd.DataFrame.from_dict(rows, orient="index", columns=["actual", "expected", "value", "low", "high"])


def _more(table: pd.DataFrame, line: Line, judged: list[str]) -> Estimate:
    """Return how many more came than expected over the weeks judged (of counts)."""
    rows = table.tail(len(judged))
    if rows.empty:
        return UNKNOWN
    drawn_more = ((1 + rows["actual"].to_numpy()) * -np.expm1(-line.draw(judged, DRAWS))).sum(axis=1)
    low, high = np.quantile(drawn_more, [0.025, 0.975])
    return Estimate(float((rows["actual"] - rows["expected"]).sum()), float(low), float(high))
