"""The inbox once more, as the plan would have it answered: who takes what when, what is late, what is missed.

Whoever is on duty by the card takes the most urgent thing waiting (the nearest deadline first) and is busy until it is
answered. How long an answer takes is assumed: the minutes of its kind, give or take (log-normal, SPREAD), drawn once
for each message, so that a move of the plan changes the plan alone. What readers wrote is taken as it came: that a
quicker answer would have spared a second complaint is not simulated.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.company import Company
from playbook.facts import Facts
from playbook.interaction.desk import Spans, Waiting, worked_off
from playbook.interaction.kinds import MESSAGES, Message
from playbook.interaction.plan import ANYBODY, Handling, InteractionPlan
from playbook.once import once

SPREAD = 0.4  # sd of log minutes an answer takes: an assumption
HANDING = 2  # minutes to hand something to a desk outside: an assumption
SEED = 20251110
DAY = 24 * 60
OUTCOMES = ("in_time", "late", "never", "left_alone", "undecided")
TO_ANSWER = OUTCOMES[:3]
Minutes = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Replay:
    """What becomes of the inbox under a plan.

    `items`: a row a message in the order of the inbox: `id, kind, at, outcome` (one of OUTCOMES), `waited` (minutes
    until it is answered or handed on; infinite if never), `by` (a person's id, or ""). `waiting` is what was to be
    answered, `done` when it was and by whom, by its row; `duty`: minutes on duty over the same days, by person.
    """

    items: pd.DataFrame
    done: dict[int, tuple[float, str]]
    waiting: list[Waiting]
    duty: pd.Series

    @cached_property
    def load(self) -> pd.DataFrame:
        """Return the minutes worked, a row a person, a column an hour of the day in which an answer began."""
        return _load(self.done, self.waiting, [str(who) for who in self.duty.index])

    @cached_property
    def counts(self) -> dict[Message, Counter[str]]:
        """Return how many have each outcome, by kind, in the order of the kinds."""
        found: dict[str, Counter[str]] = {}
        for (kind, outcome), many in Counter(zip(self.items["kind"], self.items["outcome"], strict=True)).items():
            found.setdefault(kind, Counter())[outcome] = many
        return {kind: found[kind] for kind in MESSAGES if kind in found}

    @property
    def by_kind(self) -> pd.DataFrame:
        """Return, by kind, how many `came`, how many have each outcome, and the `median` minutes waited.

        The median is over all that are to be answered; infinite where half of them never are, NaN where none is.
        """
        counts = pd.crosstab(self.items["kind"], self.items["outcome"]).reindex(columns=list(OUTCOMES), fill_value=0)
        asked = self.items[self.items["outcome"].isin(TO_ANSWER)]
        median = asked.groupby("kind")["waited"].quantile(0.5, interpolation="lower")
        table = counts.assign(came=counts.sum(axis=1), median=median.reindex(counts.index))
        return table.loc[[kind for kind in MESSAGES if kind in table.index]]

    @property
    def misses(self) -> pd.DataFrame:
        """Return what is late or never answered, the longest wait first."""
        missed = self.items[self.items["outcome"].isin(("late", "never"))]
        return missed.sort_values(["waited", "at"], ascending=[False, True], kind="stable")


def replay(plan: InteractionPlan, facts: Facts, kinds: pd.Series | None = None) -> Replay | None:
    """Replay the inbox under a plan's rules and the card's duty; None where there is no inbox.

    `kinds` (by the message's id) are read in place of what the desk noted; what it does not name stays as noted.
    """
    if facts.comments is None or facts.comments.empty:
        return None
    if kinds is None:
        rules = tuple(each.model_dump_json(exclude={"sheet", "tone", "hand_to"}) for each in plan.triage)
        return _noted(facts, rules)
    told = facts.comments["id"].map(kinds).astype("string")
    return _run(facts, plan.triage, told.fillna(facts.comments["kind"]))


@once(16)
def _noted(facts: Facts, rules: tuple[str, ...]) -> Replay:
    """Replay what the desk noted; the same rules on the same inbox are replayed once."""
    return _run(facts, [Handling.model_validate_json(each) for each in rules], _inbox(facts)["kind"])


def _inbox(facts: Facts) -> pd.DataFrame:
    if facts.comments is None:
        raise ValueError("there is no inbox to replay")
    return facts.comments


def _run(facts: Facts, rules: list[Handling], kinds: pd.Series) -> Replay:
    inbox = _inbox(facts)
    first = inbox["at"].min().normalize()
    days = (inbox["at"].max().normalize() - first).days + 1
    spans = duty_spans(facts.company, first.day_of_week, days)
    arrived = (inbox["at"] - first).dt.total_seconds().to_numpy(dtype=float) / 60
    rule = {each.kind: each for each in rules}
    handled = [rule.get(kind) for kind in kinds.fillna("")]
    waiting = _waiting(handled, arrived, kinds, spans, days)
    done = worked_off(waiting, spans, days * DAY)
    answered = np.array([done[row][0] if row in done else np.inf for row in range(len(inbox))])
    items = pd.DataFrame(
        {
            "id": inbox["id"].to_numpy(), "kind": kinds.to_numpy(), "at": inbox["at"].array,
            "outcome": _outcomes(handled, answered, {each.row: each.deadline for each in waiting}),
            "waited": answered - arrived, "by": [done[row][1] if row in done else "" for row in range(len(inbox))],
        }
    )  # fmt: skip
    return Replay(items, done, waiting, pd.Series({who: _length(each) for who, each in spans.items()}))


def duty_spans(company: Company, weekday: int, days: int) -> dict[str, Spans]:
    """Return when each person is on duty, as spans of minutes from the first midnight; `weekday` 0 is a Monday.

    Shifts of one person that touch or overlap are one span.
    """
    spans: dict[str, Spans] = {}
    for person in company.people:
        every = sorted(
            (day * DAY + shift.start * 60, day * DAY + shift.end * 60)
            for day in range(days)
            for shift in person.duty
            if (weekday + day) % 7 + 1 in shift.days
        )
        merged: Spans = []
        for start, end in every:
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        spans[person.id] = merged
    return spans


def _waiting(
    handled: list[Handling | None], arrived: Minutes, kinds: pd.Series, spans: dict[str, Spans], days: int
) -> list[Waiting]:
    """Return what is to be answered, its deadline, the minutes it takes, and who alone may take it ("": anybody)."""
    chance = np.exp(SPREAD * np.random.default_rng(SEED).normal(size=len(arrived)))
    due = _deadlines(handled, arrived, spans, days)
    waiting = []
    for row, (each, kind) in enumerate(zip(handled, kinds, strict=True)):
        if each is None or not _is_answered(each):
            continue
        ours = each.answered_by == ANYBODY or each.answered_by in spans
        minutes = MESSAGES[each.kind].minutes * chance[row] if ours else HANDING
        only = each.answered_by if each.answered_by in spans else ""
        waiting.append(Waiting(float(arrived[row]), float(due[row]), row, float(minutes), only, str(kind)))
    return waiting


def outside(plan: InteractionPlan, facts: Facts) -> list[str]:
    """Return who answers but is not on the card, each once: what is handed to them counts as answered."""
    ours = {ANYBODY, *(each.id for each in facts.company.people)}
    return list(
        dict.fromkeys(each.answered_by for each in plan.triage if _is_answered(each) and each.answered_by not in ours)
    )


def _is_answered(rule: Handling) -> bool:
    return rule.where != "none" and bool(rule.answered_by) and rule.within > 0


def _deadlines(handled: list[Handling | None], arrived: Minutes, spans: dict[str, Spans], days: int) -> Minutes:
    """Return by when each is promised an answer: by the clock, or by the minutes in which anybody is on duty."""
    there = np.zeros(days * DAY, dtype=bool)
    for each in spans.values():
        for start, end in each:
            there[start:end] = True
    gone = np.concatenate([[0], np.cumsum(there)])  # minutes of duty before each minute
    within = np.array([each.within if each else 0 for each in handled], dtype=float)
    at_duty = np.interp(arrived, np.arange(len(gone)), gone) + within
    minute = np.searchsorted(gone, at_duty, side="left")
    by_duty = np.where(minute < len(gone), minute, np.inf)
    slow = np.array([each is not None and each.clock == "on_duty" for each in handled])
    return np.where(slow, by_duty, arrived + within)


def _outcomes(handled: list[Handling | None], answered: Minutes, due: dict[int, float]) -> list[str]:
    told = []
    for row, each in enumerate(handled):
        if row in due:
            told.append("never" if np.isinf(answered[row]) else "in_time" if answered[row] <= due[row] else "late")
        else:
            told.append("left_alone" if each is not None and each.where == "none" else "undecided")
    return told


def _load(done: dict[int, tuple[float, str]], waiting: list[Waiting], people: list[str]) -> pd.DataFrame:
    """Return the minutes worked by person and hour of the day in which an answer began."""
    load = np.zeros((len(people), 24))
    for each in waiting:
        if each.row in done:
            answered, who = done[each.row]
            load[people.index(who), int(round(answered - each.minutes, 6) % DAY // 60)] += each.minutes
    return pd.DataFrame(load, index=people, columns=range(24))


def _length(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
