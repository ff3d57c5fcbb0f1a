"""What lesson and exercise 3.1 ask of the data: right answers, and answers that people get wrong."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text
from playbook.matrix.analysis import alive, followers, reach, repeated
from playbook.matrix.plan import MatrixPlan, Place
from playbook.matrix.review import review
from playbook.matrix.standing import standing
from playbook.rules import Finding

LEAST_KEPT = 3  # accounts that exercise 3.1 asks to keep: to close them all would leave nothing to find fault with
NOBODY = pd.DataFrame({"people": pd.Series(dtype="int64")})
Measure = Literal["posts", "reactions", "answers"]
Order = Literal["new", "followers", "share"]
Asks = Literal["say_whose", "ask_platform", "verify_person", "fine"]
# What somebody wants to do, as the plan would have it.
IDEAS: dict[str, tuple[Place, ...]] = {
    "staff": (Place(account="store-staff", kind="employee", verified="person"),),
    "expert": (Place(account="tea-critic", kind="internal-expert", verified="person"),),
    "leader": (Place(account="founder", kind="leader", verified="company", says_whose=True),),
    "fourth": tuple(Place(account=name, verified="company") for name in ("flagship", "shop", "store", "gifts")),
    "open": (Place(account="store-staff", kind="employee", verified="person", says_whose=True),),
}
ASKED_BY: dict[str, Asks] = {
    "matrix.says-whose": "say_whose",
    "matrix.two-accounts-a-company": "ask_platform",
    "matrix.name-and-verification": "verify_person",
}
TOO_FEW = Text("留下的账号不到 3 个。", "Fewer than 3 accounts are kept.")
KEEP_MORE = Text(
    "留下有人管、有人看、有事做的，至少 3 个。", "Keep at least 3: those with a person, readers and a job."
)


def people_of(facts: Facts, accounts: list[str]) -> int:
    """Return how many people follow at least one of the accounts."""
    return reach(_audiences(facts), accounts)


def added_up(facts: Facts, accounts: list[str]) -> int:
    """Return the followers of the accounts added up, people who follow several counted each time."""
    return int(followers(_audiences(facts)).reindex(accounts, fill_value=0).sum())


def following_both(facts: Facts, accounts: list[str]) -> int:
    """Return how many people follow two or more of the accounts."""
    return repeated(_audiences(facts), accounts)


def following_one(facts: Facts, accounts: list[str]) -> int:
    """Return how many people follow exactly one of the accounts."""
    return people_of(facts, accounts) - following_both(facts, accounts)


def new_people(facts: Facts, account: str, beside: list[str]) -> int:
    """Return how many people an account reaches whom those it is put beside do not."""
    return people_of(facts, [*beside, account]) - people_of(facts, beside)


def already(facts: Facts, account: str, beside: list[str]) -> float:
    """Return the share of an account's followers who follow one of those it is put beside; 0 where it has none."""
    own = added_up(facts, [account])
    return 1 - new_people(facts, account, beside) / own if own else 0.0


def most_new(facts: Facts, accounts: list[str], beside: list[str], by: Order = "new") -> list[str]:
    """Return the accounts in order of what each adds to the people of those `beside`: most new people first.

    Or by what people take for it: `followers`, or the `share` of followers who are new.
    """
    keys = {
        "new": lambda name: new_people(facts, name, beside),
        "followers": lambda name: added_up(facts, [name]),
        "share": lambda name: 1 - already(facts, name, beside),
    }
    return sorted(accounts, key=keys[by], reverse=True)


def strongest_at(facts: Facts, account: str) -> Measure:
    """Return in which of three measures the account stands highest among the company's: how much it posts and gets.

    `answers` is the share of readers' questions answered. Of equal places the first in this order counts.
    """
    table = alive(facts)
    share = table["answered"] / table["asked"].where(table["asked"] > 0)
    measures: dict[Measure, pd.Series] = {
        "posts": table["posts_a_week"],
        "reactions": table["typical"],
        "answers": share,
    }
    return min(measures, key=lambda name: float(measures[name].rank(ascending=False)[account]))


def asked_today(facts: Facts, idea: str) -> Asks:
    """Return what today's rules ask first of an idea: one of IDEAS."""
    for finding in standing(MatrixPlan(places=list(IDEAS[idea])), facts):
        return ASKED_BY[finding.rule]
    return "fine"


def review_kept(plan: MatrixPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Review a plan that keeps at least LEAST_KEPT accounts."""
    few = len(plan.kept) < LEAST_KEPT
    return [*review(plan, facts), *([Finding("matrix.fit-company", TOO_FEW, KEEP_MORE)] if few else [])]


def _audiences(facts: Facts) -> pd.DataFrame:
    return NOBODY if facts.audiences is None else facts.audiences
