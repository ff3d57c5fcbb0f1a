"""What a measure may be expected to stand at in a week, by the year before and the trend, and whether it does."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.language import Text
from playbook.metrics.analysis.lines import SPARE, Line, course, drawn, marks, spans_season
from playbook.metrics.analysis.series import off_scale, on_scale

Verdict = Literal["inside", "above", "below", "unknown"]
SHOWN = 8  # latest weeks that are held against their range
LEAST = 12  # weeks before them that a range needs
VERDICTS: dict[Verdict, Text] = {
    "inside": Text("在范围里", "within its range"),
    "above": Text("高出范围", "above its range"),
    "below": Text("低于范围", "below its range"),
    "unknown": Text("没有数", "not known"),
}
TOO_FEW = Text(
    "在这几周以前只有 {weeks} 周有数，不到 {least} 周，说不出该在什么范围。",
    "Only {weeks} weeks before these are known, fewer than {least}: too few for a range.",
)
NO_SEASON = Text(
    "数据不到一年零三个月，季节分不出来，范围里只有走势。",
    "The data span less than a year and a quarter: too short to see a season; the range knows the trend alone.",
)


def ranges(values: pd.Series, measure: str, last: int = SHOWN, level: float = 0.95) -> pd.DataFrame:
    """Return the `last` weeks of a measure with their expected range, told by the weeks before them alone.

    `actual, middle, low, high` (as counted) and `verdict`, by week; empty where `too_few` says why. A week inside its
    range moves as weeks do: there is nothing to explain.
    """
    if too_few(values, last) is not None:
        return pd.DataFrame(columns=["actual", "middle", "low", "high", "verdict"])
    line, weeks = _line(values, measure, last), values.index[-last:]
    logs = on_scale(values, measure)
    rows = []
    for place, week in enumerate(weeks):
        name, actual = f"week {place}", float(values[week])
        ahead = None if line is None or name not in line.names else line.of({name: 1.0}, level)
        if ahead is None:
            rows.append((actual, *(float("nan"),) * 3, "unknown"))
            continue
        # The term of a week is how far it lies above what the weeks before it expect.
        expected = pd.Series([logs[week] - each for each in (ahead.value, ahead.high, ahead.low)])
        middle, low, high = off_scale(expected, measure).tolist()
        rows.append((actual, middle, low, high, _verdict(ahead.low, ahead.high)))
    return pd.DataFrame(rows, weeks, ["actual", "middle", "low", "high", "verdict"])


def too_few(values: pd.Series, last: int = SHOWN) -> Text | None:
    """Say that too few weeks are known before the `last` ones; None if there are enough."""
    before = values.iloc[:-last]
    weeks = int(before.notna().sum())
    least = LEAST + 2 * SPARE if spans_season(before.index) else LEAST
    return None if weeks >= least else TOO_FEW.format(weeks=weeks, least=least)


def knows_season(values: pd.Series, last: int = SHOWN) -> bool:
    """Tell whether the weeks before the `last` ones span enough of a year for ranges that know the season."""
    return spans_season(values.index[:-last])


def _line(values: pd.Series, measure: str, last: int) -> Line | None:
    weeks = pd.DatetimeIndex(values.index)
    since = pd.Series(range(-len(weeks) + last, last), index=weeks)
    terms = course(weeks, season=knows_season(values, last)).join(marks(weeks, since, 0, last - 1))
    return drawn(on_scale(values, measure), terms)


def _verdict(low: float, high: float) -> Verdict:
    if low > 0:
        return "above"
    return "below" if high < 0 else "inside"
