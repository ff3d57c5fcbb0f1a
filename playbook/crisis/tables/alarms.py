"""Alarms in numbers, at the sample company and in worlds that they were not tuned in; and what happened."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd

from playbook.crisis.analysis.alarms import ALARMS, Rule, said
from playbook.crisis.analysis.judged import EVENTS, Event, counts_of, events_of, judge_facts
from playbook.crisis.analysis.tuning import JUDGED_ON, over
from playbook.crisis.missing import NO_EVENTS, no_mentions
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.tables.shown import cannot_tell, decimal, percent
from playbook.language import Text
from playbook.tables import NOTHING, number, table

DAY = 1440  # minutes
RULES = tuple(ALARMS.values())
NEVER = Text("没响", "never")
RULE = Text("警报", "alarm")
FALSE, RUNG = Text("白响几次", "rings for nothing"), Text("一共响几次", "rings in all")
A_MONTH = Text("一个月白响几次", "rings for nothing a month")
TO_CRISIS = Text("危机开始几分钟后响", "minutes into the crisis")
TO_BURN = Text("闷烧开始几天后响", "days into the slow burn")
FOUND = Text("几成的副本响在闷烧里", "copies in which it rang in the slow burn")


def alarms(known: Facts | None = None, rules: Sequence[Rule] = RULES) -> pd.DataFrame:
    """What each alarm would have done in the company's own three months: rings, false ones, and how soon."""
    facts = known or present_facts()
    missing = no_mentions(facts)
    if missing is not None:
        return cannot_tell(missing)
    rows = []
    for each in rules:
        told = judge_facts(facts, each)
        assert told is not None  # noqa: S101 - `no_mentions` has seen to it
        burn = told.minutes.get("slow_burn", math.nan) / DAY
        false = f"{len(told.false):,}" if events_of(facts) else NOTHING
        rows.append((f"{len(told.rung):,}", false, _whole(told.minutes.get("crisis", math.nan)), _tenths(burn)))
    names = [str(said(each)) for each in rules]
    return table(rows, names, [RUNG, FALSE, TO_CRISIS, TO_BURN], RULE)


def elsewhere(rules: Sequence[Rule] = RULES, seeds: Sequence[int] = JUDGED_ON) -> pd.DataFrame:
    """What each alarm does in other worlds of the sample company: a single company may be lucky."""
    rows = []
    for each in rules:
        told = over(each, seeds)
        soon = _whole(told.crisis), _tenths(told.slow_burn / DAY)
        rows.append((decimal(told.false_a_month.value), *soon, percent(told.slow_burn_found)))
    return table(rows, [str(said(each)) for each in rules], [A_MONTH, TO_CRISIS, TO_BURN, FOUND], RULE)


def events(known: Facts | None = None) -> pd.DataFrame:
    """What happened: from when to when, how many mentions a day against the usual, and how many of them negative."""
    facts = known or present_facts()
    missing, told = no_mentions(facts), counts_of(facts)
    if missing is not None or told is None:
        return cannot_tell(missing or Text("", ""))
    if not events_of(facts):
        return cannot_tell(NO_EVENTS)
    heads = [
        Text("从", "from"), Text("到", "to"), Text("提及", "mentions"), Text("平常这么久有", "usual for as long"),
        Text("负面", "negative"),
    ]  # fmt: skip
    usual = float(np.nanmedian(told.mentions.reshape(-1, 96).sum(axis=1)))
    rows = [_event(each, told.begun, told.mentions, told.negative, usual) for each in events_of(facts)]
    return table(rows, [str(EVENTS[each.id]) for each in events_of(facts)], heads, Text("什么事", "what"))


def _event(
    event: Event, begun: pd.DatetimeIndex, mentions: np.ndarray, negative: np.ndarray, usual: float
) -> tuple[str, ...]:
    first, last = (int(begun.searchsorted(at)) for at in (event.starts, event.ends))
    came, bad = float(mentions[first:last].sum()), float(negative[first:last].sum())
    days = (event.ends - event.starts) / pd.Timedelta(days=1)
    return (
        f"{event.starts:%m-%d %H:%M}", f"{event.ends:%m-%d %H:%M}", number(came), number(usual * days),
        percent(bad / came if came else math.nan),
    )  # fmt: skip


def _whole(minutes: float) -> str:
    return str(NEVER) if math.isinf(minutes) else number(minutes)


def _tenths(days: float) -> str:
    return str(NEVER) if math.isinf(days) else decimal(days)
