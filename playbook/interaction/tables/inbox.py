"""The inbox in numbers: who waited how long, and what an answer in time did."""

from __future__ import annotations

import math

import pandas as pd

from playbook.claims import OUTCOMES
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.analysis.answering import SEVERITIES, Helped, helped, helped_within
from playbook.interaction.analysis.estimates import Estimate
from playbook.interaction.analysis.survival import Curve
from playbook.interaction.analysis.waiting import PARTS, WITHIN, answered_alone, waiting_by
from playbook.interaction.analysis.waiting import waiting as waiting_of
from playbook.interaction.kinds import message_said
from playbook.interaction.missing import NEVER, THERE, TOGETHER_SAID, WITHIN_SAID, lasted, no_inbox
from playbook.interaction.questions import one_day as day_of
from playbook.interaction.tables.shown import cannot_tell, decimal, percent, signed
from playbook.language import Text
from playbook.tables import INTERVAL, NOTHING, VERDICT, between, number, table

WAITS = Text("还在等", "still waits")
EARLY = Text("早回的（{hours} 小时内）", "early (within {hours} h)")
IN_TIME, TWO_DAYS, HOUR = 120.0, 2880.0, 60
OR_MORE = Text("{low} 以上", "{low} or more")
HEADS = [
    Text("来了几条", "came"), Text("还在等", "still waiting"),
    Text("一半等到（小时）", "half answered within (h)"), INTERVAL,
    *(Text(f"{minutes} 分钟内回了", f"answered within {minutes} min") for minutes in WITHIN[:-1]),
    Text("一天内回了", "within a day"),
]  # fmt: skip


def waiting(known: Facts | None = None) -> pd.DataFrame:
    """How long each kind of message waits: a row a kind, most frequent first, those still waiting counted."""
    facts = known or present_facts()
    rows = {str(message_said(str(key))): each for key, each in waiting_by(facts, "kind").items()}
    return _waits(facts, rows, Text("哪一类", "kind"))


def waiting_by_part(known: Facts | None = None) -> pd.DataFrame:
    """How long they wait by part of the day, and by whether somebody was on duty when they came."""
    facts = known or present_facts()
    rows = {str(said): each for key, said in PARTS.items() for name, each in waiting_by(facts, "part").items()
            if name == key}  # fmt: skip
    there = waiting_by(facts, "there")
    rows |= {str(said): there[key] for key, said in THERE.items() if key in there}
    return _waits(facts, rows, Text("什么时候来的", "came"))


def one_day(known: Facts | None = None, account: str = "flagship", day: str = "2025-10-20") -> pd.DataFrame:
    """What came to an account on a day, in order: its kind, and the minutes until the answer, if it came."""
    facts = known or present_facts()
    missing = no_inbox(facts)
    if missing is not None:
        return cannot_tell(missing)
    table_of = day_of(facts, account, day)
    rows = [
        (str(message_said(kind)), str(WAITS) if math.isnan(minutes) else number(minutes))
        for kind, minutes in zip(table_of["kind"].tolist(), table_of["minutes"].tolist(), strict=True)
    ]
    names = table_of["at"].dt.strftime("%H:%M").tolist()
    heads = [Text("哪一类", "kind"), Text("等了几分钟", "minutes waited")]
    return table(rows, names, heads, Text("几点来的", "came at"))


def measures(known: Facts | None = None, kind: str | None = None) -> pd.DataFrame:
    """How long they wait, by five measures: with those still waiting, and by the answered ones alone."""
    facts = known or present_facts()
    told = waiting_of(facts, kind)
    if told is None:
        return cannot_tell(no_inbox(facts) or Text("", ""))
    rows = [
        (_minutes(told.median.value),),
        (_minutes(answered_alone(facts, "median", kind)),),
        (_minutes(answered_alone(facts, "mean", kind)),),
        (_minutes(told.mean_until(TWO_DAYS)),),
        (percent(told.ended_by(IN_TIME).value),),
    ]
    names = [
        Text("还在等的也算：一半等到（分钟）", "everyone, still waiting or not: half answered within (min)"),
        Text("只看回了的：一半等到（分钟）", "those answered alone: half answered within (min)"),
        Text("只看回了的：平均等（分钟）", "those answered alone: mean wait (min)"),
        Text(
            "还在等的也算：头两天里平均等（分钟）",
            "everyone, still waiting or not: mean wait, counting two days at most (min)",
        ),
        Text("还在等的也算：2 小时内回了", "everyone, still waiting or not: answered within 2 hours"),
    ]
    return table(rows, [str(name) for name in names], [Text("多少", "value")], Text("怎么算", "how it is counted"))


def in_time(known: Facts | None = None, *, hours: int = 2, verdicts: bool = True) -> pd.DataFrame:
    """What an answer within so many hours did to the next comment: mixed, mild, severe, and the two put together.

    Differences in percentage points. Without `verdicts`, an exercise asks for them.
    """
    facts = known or present_facts()
    missing = no_inbox(facts)
    if missing is not None:
        return cannot_tell(missing)
    heads = [
        EARLY.format(hours=hours), Text("其中转好", "of them friendly"),
        Text("晚回的", "late"), Text("其中转好", "friendly"), Text("差几个百分点", "difference, points"), INTERVAL,
    ]  # fmt: skip
    limit = 60.0 * hours
    told = {TOGETHER_SAID: helped(facts, None, limit)}
    told |= {said: helped(facts, name, limit) for name, said in SEVERITIES.items()}
    told |= {WITHIN_SAID: helped_within(facts, limit)}
    rows = [(*_helped(each), *([str(OUTCOMES[each.outcome])] if verdicts else [])) for each in told.values()]
    return table(
        rows, [str(said) for said in told], [*heads, *([VERDICT] if verdicts else [])], Text("怎么比", "compared")
    )


def _waits(facts: Facts, curves: dict[str, Curve], corner: Text) -> pd.DataFrame:
    missing = no_inbox(facts)
    if missing is not None:
        return cannot_tell(missing)
    return table([_row(each) for each in curves.values()], list(curves), HEADS, corner)


def _row(told: Curve) -> tuple[str, ...]:
    median = told.median
    shares = (percent(told.ended_by(minutes).value) for minutes in WITHIN)
    half = str(NEVER) if math.isinf(median.value) else decimal(median.value / HOUR)
    return f"{told.count:,}", f"{told.lasting:,}", half, _between(median), *shares


def _between(median: Estimate) -> str:
    """Return the interval of a median in hours; "or more" where its upper end is not reached."""
    if math.isinf(median.low) or math.isnan(median.low):
        return NOTHING
    low = decimal(median.low / HOUR)
    return str(OR_MORE.format(low=low)) if math.isinf(median.high) else f"{low}–{decimal(median.high / HOUR)}"


def _minutes(minutes: float) -> str:
    return str(lasted(minutes)) if math.isinf(minutes) else number(minutes)


def _helped(each: Helped) -> tuple[str, ...]:
    if math.isnan(each.difference):
        return f"{each.soon:,}", NOTHING, f"{each.late:,}", NOTHING, NOTHING, NOTHING
    return (
        f"{each.soon:,}", percent(each.friendly_soon), f"{each.late:,}", percent(each.friendly_late),
        signed(each.difference), between(signed(each.low), signed(each.high)),
    )  # fmt: skip
