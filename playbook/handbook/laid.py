"""How a chapter is laid out, and in which order accounts stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Para
from playbook.handbook.said import accounts, sections, stances, table
from playbook.language import Text
from playbook.stances import StancePlan

ACCOUNTS = Text("账号", "Accounts")
Part = tuple[Text, Sequence[Block]]


def chapter_of(plan: StancePlan, title: Text, parts: Iterable[Part]) -> Chapter:
    """Return a system's chapter: its parts, what is not decided, and why it was decided so."""
    return Chapter(plan.system, title, [*sections(parts), stances(plan)])


def card_order(ids: Iterable[str], facts: Facts) -> list[str]:
    """Return accounts, each once, as the company card lists them; those it does not list come last."""
    named = dict.fromkeys(each for each in ids if each.strip())
    listed = [each.id for each in facts.company.accounts if each.id in named]
    return [*listed, *(each for each in named if each not in listed)]


def reasons(told: Mapping[str, str], why: Text, no_reason: Text, facts: Facts) -> list[Block]:
    """Return the reason that stands for each account, accounts that share one together, and which have none.

    `why` heads the reasons; `no_reason` says of `{which}` accounts that theirs is not written.
    """
    named: dict[str, list[str]] = {}
    for each, reason in told.items():
        named.setdefault(reason.strip(), []).append(each)
    without = named.pop("", [])
    rows = [(accounts(each, facts), reason) for reason, each in named.items()]
    missing = [Para(no_reason.format(which=accounts(without, facts)), "quiet")] if without else []
    return [*table((ACCOUNTS, why), rows), *missing]
