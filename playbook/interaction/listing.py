"""What is known of the accounts on the list: their names, what they bring, and what reading them takes."""

from __future__ import annotations

import math

import pandas as pd

from playbook.facts import Facts
from playbook.interaction.analysis.candidates import minutes_each, reading
from playbook.interaction.plan import InteractionPlan, Routine
from playbook.language import LANGUAGES, Text, same

WORK_WEEK, WEEK = 5, 7  # days on which accounts are added, and all days
QUARTER = 91  # days after which a list that nobody tidies is looked at


def account_said(facts: Facts, account: str) -> Text:
    """Return `@name` of a candidate; an account nobody listed by what it is called."""
    table = facts.candidates
    found = None if table is None else table[table["id"] == account]
    if found is None or found.empty:
        return same(f"@{account}")
    names = {"zh": "name", "en": "name_en"}
    return same("@") + Text(*(str(found[names[each]].iloc[0]) for each in LANGUAGES))


def unlisted(plan: InteractionPlan, facts: Facts) -> int:
    """Return how many of the chosen nobody listed."""
    known = set() if facts.candidates is None else set(facts.candidates["id"])
    return sum(each.account not in known for each in plan.follows)


def read_now(plan: InteractionPlan, facts: Facts) -> float:
    """Return the minutes a week the chosen take; one nobody listed as long as the candidates do on average."""
    each, extra = minutes_each(facts), unlisted(plan, facts)
    return reading(facts, [one.account for one in plan.follows]) + (each * extra if extra else 0)


def candidate_named(facts: Facts, name: str) -> tuple[str, str] | None:
    """Return the id and the kind of the candidate of this name, in either language; None where there is none."""
    table = facts.candidates
    if table is None:
        return None
    found = table[table["name"].eq(name) | table["name_en"].eq(name) | table["id"].eq(name)]
    return None if found.empty else (str(found["id"].iloc[0]), str(found["kind"].iloc[0]))


def read_in_the_end(plan: InteractionPlan, facts: Facts) -> float:
    """Return the minutes a week the list takes just before it is tidied, with what is added until then.

    An account nobody listed takes as long as the candidates do on average. NaN where nobody listed any.
    """
    each = minutes_each(facts, plan.routine.kinds or None)
    if math.isnan(each):
        each = minutes_each(facts)
    return read_now(plan, facts) + each * _added(plan.routine)


def _added(routine: Routine) -> float:
    """Return how many accounts are added from one tidying to the next; a list nobody tidies is taken for a quarter."""
    return routine.follows_a_day * WORK_WEEK / WEEK * (routine.tidy_every or QUARTER)


def known_of(plan: InteractionPlan, facts: Facts) -> pd.DataFrame:
    """Return what is known of the chosen; no rows where nobody listed candidates."""
    if facts.candidates is None:
        return pd.DataFrame(columns=["id", "posts_a_month", "answered", "signals", "minutes_a_week"])
    return facts.candidates[facts.candidates["id"].isin([each.account for each in plan.follows])]
