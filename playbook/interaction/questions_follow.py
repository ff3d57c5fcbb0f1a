"""What lesson and exercise 6.2 ask of the data: empty followers, who stays, and what a list takes to read."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from playbook.facts import Facts
from playbook.interaction.analysis.candidates import by_kind, minutes_each, of_kinds, reading, weeks_until_full
from playbook.interaction.analysis.empty import RULE, cheapest, empty, wrong_calls
from playbook.interaction.analysis.estimates import share
from playbook.interaction.analysis.retention import retained
from playbook.interaction.plan import InteractionPlan
from playbook.interaction.questions import whole
from playbook.interaction.review import review
from playbook.language import Text
from playbook.rules import Finding

Thousand = Literal["suspected", "empty", "blocked", "found", "kept", "mixed"]
Stay = Literal["kept_90", "kept_30", "joined", "still_there", "months"]
Behind = Literal["people", "empty", "cannot_tell"]
Worth = Literal["worth", "answers", "signals", "minutes"]
HALF = 0.5
LEAST = 5  # accounts that exercise 6.2 asks for: a list of one is soon read
TOO_SHORT = Text("名单上不到 {n} 个账号。", "Fewer than {n} accounts are on the list.")
ADD = Text(
    "从清单里挑：带来过有用的消息，又读得完。",
    "Choose from the candidates: who brought something of use and can be read.",
)


def of_a_thousand(facts: Facts, what: Thousand, marks: int = RULE.marks) -> int:
    """Return, of 1,000 followers, how many a rule suspects, how many are empty (corrected), and what it gets wrong.

    `blocked`: readers suspected; `found`: empty ones suspected; `kept`: empty ones let be; `mixed`: empty, if all that
    were looked at are taken together, on whichever side of the rule they stand. Raises ValueError where
    nobody was looked at by hand.
    """
    rule = replace(RULE, marks=marks)
    told, wrong = empty(facts, rule), wrong_calls(facts, rule)
    numbers = {
        "suspected": 1000 * told.suspected.value, "empty": 1000 * told.corrected.value,
        "blocked": wrong.readers_blocked, "found": 1000 * told.suspected.value * told.right.value,
        "kept": wrong.empty_kept, "mixed": 1000 * told.known_empty / told.checked if told.checked else math.nan,
    }  # fmt: skip
    return whole(numbers[what])


def empty_percent(facts: Facts, what: Literal["corrected", "suspected", "right"], marks: int = RULE.marks) -> int:
    """Return in whole per cent the corrected share of empty followers, or what people take for it.

    That is the share `suspected`, or of the suspected how many are empty (`right`).
    """
    return whole(100 * float(getattr(empty(facts, replace(RULE, marks=marks)), what).value))


def origins_in_order(facts: Facts, origins: list[str], by: Stay = "kept_90") -> list[str]:
    """Return the origins, first the one of whose followers most are still there after 90 days.

    Or by what people take for it: how many `joined`, or how many are `still_there` at the end. Raises ValueError where
    no followers are known.
    """
    table = retained(facts)
    if table.empty:
        raise ValueError("these facts have no single followers")
    return sorted(origins, key=lambda name: float(table[by][name]), reverse=True)


def to_win(facts: Facts, origin: str, kept: int = 100, by: Literal["kept_90", "kept_30"] = "kept_90") -> int:
    """Return how many must be won by a way for so many to be still there after 90 (or 30) days, rounded up."""
    return math.ceil(kept / _kept(facts, origin, by))


def cost_of_kept(facts: Facts, origin: str, yuan: float, by: Literal["kept_90", "kept_30"] = "kept_90") -> int:
    """Return what each follower still there after 90 (or 30) days costs, if each that is won costs so much."""
    return whole(yuan / _kept(facts, origin, by))


def safest(facts: Facts, reader: float, kept: float = 1.0) -> str:
    """Return whom to block at the least cost: `marks_1` to `marks_5`, or `nobody`.

    `reader` is what a reader blocked by mistake costs, `kept` what an empty account that is kept costs.
    """
    rule = cheapest(facts, reader, kept)
    return f"marks_{rule.marks}" if rule else "nobody"


def behind(facts: Facts, origin: str) -> Behind:
    """Return what is behind most followers of an origin, going by those looked at: people, nobody, or it is not clear.

    Raises ValueError where none of them was looked at.
    """
    table = facts.followers
    looked = None if table is None else table.loc[table["origin"] == origin, "checked_empty"].dropna()
    if looked is None or looked.empty:
        raise ValueError("these facts have no follower of this origin who was looked at")
    told = share(int(looked.sum()), len(looked))
    if told.low > HALF:
        return "empty"
    return "people" if told.high < HALF else "cannot_tell"


def minutes_of(facts: Facts, accounts: list[str] | None = None, kinds: list[str] | None = None) -> float:
    """Return the minutes a week it takes to read accounts (or all of some kinds), with one decimal, as in tables."""
    own = accounts if kinds is None else of_kinds(facts, kinds)
    return round(reading(facts, own), 1)


def kinds_in_order(facts: Facts, kinds: list[str], by: Worth = "worth") -> list[str]:
    """Return kinds of account, first the one that brings most signals for an hour of reading.

    Or by what people take for it: who answers, who brings most signals, or who takes most time. Raises ValueError
    without a list of candidates.
    """
    table = by_kind(facts)
    if table is None:
        raise ValueError("these facts have no list of accounts to follow")
    return sorted(kinds, key=lambda kind: float(table[by][kind]), reverse=True)


def first_kind(facts: Facts, kinds: list[str], by: Worth = "worth") -> str:
    """Return the first of `kinds_in_order`."""
    return kinds_in_order(facts, kinds, by)[0]


def worth_of(facts: Facts, kind: str) -> float:
    """Return how many useful signals an hour of reading a kind of account brings, with one decimal, as in tables."""
    table = by_kind(facts)
    if table is None:
        raise ValueError("these facts have no list of accounts to follow")
    return round(float(table["worth"][kind]), 1)


def to_drop(facts: Facts, accounts: list[str], minutes: float) -> str:
    """Return the account without which a list fits into the minutes on hand at the smallest loss of signals.

    Of two that bring alike, the one that answers less. Raises ValueError where no single one is enough.
    """
    if facts.candidates is None:
        raise ValueError("these facts have no list of accounts to follow")
    own = facts.candidates[facts.candidates["id"].isin(accounts)]
    enough = own[own["minutes_a_week"].sum() - own["minutes_a_week"] <= minutes]
    if enough.empty:
        raise ValueError("these data have no account whose leaving is enough")
    return str(enough.sort_values(["signals", "answered"])["id"].iloc[0])


def weeks_readable(facts: Facts, minutes: int, per_day: int = 5, kinds: list[str] | None = None) -> int:
    """Return for how many whole weeks a list that grows by so many a working day can be read in the minutes on hand."""
    return math.floor(weeks_until_full(minutes_each(facts, kinds), minutes, per_day))


def price(facts: Facts, marks: int, reader: float) -> int:
    """Return what blocking at so many marks does wrong in 1,000 followers, a reader costing so many empty ones kept."""
    return whole(wrong_calls(facts, replace(RULE, marks=marks), reader).cost)


def _kept(facts: Facts, origin: str, by: str) -> float:
    """Return the share still there, in whole per cent as the tables show it."""
    table = retained(facts)
    if table.empty:
        raise ValueError("these facts have no single followers")
    return round(float(table[by][origin]), 2)


def review_list(plan: InteractionPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Review a plan that follows at least LEAST accounts."""
    if len(plan.follows) >= LEAST:
        return review(plan, facts)
    short = Finding("interaction.follow-valuable-accounts", TOO_SHORT.format(n=LEAST), ADD, ("routine",))
    return [*review(plan, facts), short]
