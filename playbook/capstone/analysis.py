"""What a contradiction between plans comes to on the day: hours, messages and posts, from plans and data."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.interaction.plan import InteractionPlan
from playbook.matrix.plan import MatrixPlan
from playbook.persons import known_as, same_person
from playbook.plans import P, Plan
from playbook.timing.plan import TimingPlan

SATURDAY, SUNDAY = 6, 7
TWO_DAYS = 48  # hours from a Saturday to the Monday after it
PRIVATE = ("private", "both")


def kept(plans: dict[str, Plan], kind: type[P]) -> P:
    """Return the plan of a kind out of a whole playbook; raise KeyError if it has none."""
    plan = plans[kind.system]
    assert isinstance(plan, kind)  # noqa: S101 - a playbook holds under each name the plan of that system
    return plan


@dataclass(frozen=True, slots=True)
class Weekend:
    """Weekends: hours on duty, those with somebody who may read messages, hours till Monday, messages to answer."""

    on_duty: int
    reading: int
    until_monday: int
    messages: int
    weekends: int


def weekend(known: Facts, plans: dict[str, Plan]) -> Weekend:
    """Return what weekends come to by these plans.

    The messages are those of the inbox that came at weekends and that the interaction plan answers in private.
    """
    company = known.company
    hours = [(day, hour) for day in (SATURDAY, SUNDAY) for hour in range(24) if company.on_duty(day, hour)]
    monday = min(hour for hour in range(24) if company.on_duty(1, hour))
    first = min(hour for day, hour in hours if day == SATURDAY)
    rules = kept(plans, InteractionPlan)
    kinds = [each.kind for each in rules.triage if each.where in PRIVATE]
    keys = kept(plans, GovernancePlan).keys
    may = {known_as(key.who, known) for key in keys if "messages" in key.may}
    reading = sum(any(each.id in may for each in company.on_duty(day, hour)) for day, hour in hours)
    inbox = known.comments
    if inbox is None:
        return Weekend(len(hours), reading, TWO_DAYS - first + monday, 0, 0)
    days = inbox["at"].dt.day_of_week + 1
    came = inbox[days >= SATURDAY]
    saturdays = pd.DatetimeIndex(came["at"]).normalize() - pd.to_timedelta(days[days >= SATURDAY] - SATURDAY, "D")
    return Weekend(
        len(hours), reading, TWO_DAYS - first + monday, int(came["kind"].isin(kinds).sum()), saturdays.nunique()
    )


def hours_short(known: Facts, plans: dict[str, Plan], who: str, has: float) -> float:
    """Return how many hours a week the accounts of a person take beyond those they have."""
    owned = [each for each in kept(plans, MatrixPlan).kept if same_person(each.owner, who, known)]
    return sum(each.hours for each in owned) - has


def writing_hours(plans: dict[str, Plan], account: str) -> float:
    """Return how many hours a week the posts of an account take to write."""
    timing = kept(plans, TimingPlan)
    return len(timing.of(account)) * timing.minutes_a_post / 60


def given_hours(plans: dict[str, Plan], account: str) -> float:
    """Return how many hours a week the matrix gives an account."""
    return kept(plans, MatrixPlan).of(account).hours
