"""What came after a day: week by week, as it read at several ages, and beside the year before."""

from __future__ import annotations

import math

import pandas as pd

from playbook.claims import OUTCOMES
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.metrics.analysis.baseline import VERDICTS, ranges, too_few
from playbook.metrics.analysis.before_after import twice as twice_of
from playbook.metrics.analysis.done import NOT_NOTED, asked
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.launch import effect
from playbook.metrics.analysis.launch import readings as readings_of
from playbook.metrics.analysis.lines import first_week
from playbook.metrics.analysis.series import series
from playbook.metrics.charts.frame import NOT_MEASURED, named, signed
from playbook.metrics.tables.shown import CHANGE, as_counted, change, changes, lacking
from playbook.tables import INTERVAL, NOTHING, VERDICT, number, table

WEEK, ACTUAL, EXPECTED = Text("哪一周（周一）", "week (its Monday)"), Text("实际", "actual"), Text("该有", "expected")
LOW, HIGH = Text("最低", "lowest"), Text("最高", "highest")
AFTER = Text("看到第几周", "read after weeks")
BEFORE_IT, AFTER_IT = Text("活动前六周", "six weeks before"), Text("活动起六周", "six weeks from it")
YEARS = (
    Text("2025 年", "2025"),
    Text("2024 年同几周", "the same weeks of 2024"),
    Text("扣除走势和季节", "beyond trend and season"),
)


def baseline(
    known: Facts | None = None, account: str | None = None, measure: str = "typical_reactions", last: int = 4
) -> pd.DataFrame:
    """Return the `last` weeks of a measure, the range in which they should lie, and whether they do."""
    facts = known or present_facts()
    values = series(facts, account or facts.main, measure)
    if values is None:
        return lacking(NOT_MEASURED.format(name=named(measure)))
    if (few := too_few(values, last)) is not None:
        return lacking(few)
    rows = [
        (*(as_counted(each, measure) for each in (actual, low, high)), str(VERDICTS[verdict]))
        for actual, _, low, high, verdict in ranges(values, measure, last).itertuples(index=False)
    ]
    names = [f"{week:%Y-%m-%d}" for week in values.index[-last:]]
    return table(rows, names, [ACTUAL, LOW, HIGH, VERDICT], WEEK)


def launch(known: Facts | None = None) -> pd.DataFrame:
    """Return each week since the launch, by its Monday: orders, what was expected, how much more, and its interval."""
    question = asked(known or present_facts(), "launch")
    found = NOT_NOTED if question is None else effect(question)
    if question is None or isinstance(found, Text):
        return lacking(found if isinstance(found, Text) else NOT_NOTED)
    rows = [
        (number(actual), number(expected), change(Estimate(*ends)), changes(Estimate(*ends)))
        for actual, expected, *ends in found.by_week.to_numpy(dtype=float).tolist()
    ]
    weeks = [first_week(question.day) + pd.Timedelta(days=7 * int(at)) for at in found.by_week.index]
    return table(rows, [f"{week:%Y-%m-%d}" for week in weeks], [ACTUAL, EXPECTED, CHANGE, INTERVAL], WEEK)


def readings(known: Facts | None = None) -> pd.DataFrame:
    """Return the mean effect of the launch as it read after 1, 2, 4 and 8 weeks, and the verdict each time."""
    question = asked(known or present_facts(), "launch")
    if question is None:
        return lacking(NOT_NOTED)
    rows, names = [], []
    for weeks, found in readings_of(question).items():
        names.append(str(weeks))
        if isinstance(found, Text):
            rows.append((NOTHING, NOTHING, str(found)))
        else:
            rows.append((change(found.mean), changes(found.mean), str(OUTCOMES[found.mean.outcome])))
    return table(rows, names, [CHANGE, INTERVAL, VERDICT], AFTER)


def twice(known: Facts | None = None) -> pd.DataFrame:
    """Return orders before and after the campaign, this year and last, and what came beyond trend and season."""
    question = asked(known or present_facts(), "campaign")
    found = NOT_NOTED if question is None else twice_of(question)
    if isinstance(found, Text):
        return lacking(found)
    rows = [
        (number(found.before), number(found.after), signed(100 * math.expm1(found.rise)), NOTHING),
        (
            number(found.before_last_year), number(found.after_last_year),
            signed(100 * math.expm1(found.rise_last_year)), NOTHING,
        ),
    ]  # fmt: skip
    if not isinstance(found.effect, Text):
        rows.append((NOTHING, NOTHING, change(found.effect.mean), changes(found.effect.mean)))
    corner = Text("平均每周的订单", "orders of a week")
    return table(rows, [str(each) for each in YEARS[: len(rows)]], [BEFORE_IT, AFTER_IT, CHANGE, INTERVAL], corner)
