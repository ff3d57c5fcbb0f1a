"""How accounts and people are called in sentences: by the card, else by the register, else by their id."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.facts import Facts
from playbook.language import Text, same
from playbook.matrix.analysis import accounts_of, name_of
from playbook.matrix.plan import Relay
from playbook.once import once
from playbook.week import listed

SHOWN = 9  # accounts named in a sentence: a company of ten reads them all


def account_said(facts: Facts, account: str) -> Text:
    """Return `@name` of an account: the card's name, else the register's, else its id."""
    return _names(facts).get(account) or same(f"@{account}")


def accounts_said(facts: Facts, accounts: Iterable[str]) -> Text:
    """Return the first few accounts by name, and how many there are in all when there are more."""
    return listed((account_said(facts, each) for each in accounts), SHOWN, "个")


def relay_said(facts: Facts, relay: Relay) -> Text:
    """Return a relay in words: who relays whom."""
    return account_said(facts, relay.by) + Text(" 转 ", " relays ") + account_said(facts, relay.of)


def relays_said(facts: Facts, relays: Iterable[Relay]) -> Text:
    """Return the first few relays in words, and how many there are in all when there are more."""
    return listed((relay_said(facts, each) for each in relays), measure="条")


def person_said(facts: Facts, person: str) -> Text:
    """Return a person's name from the card; an id the card does not know as it stands."""
    return same(next((each.name for each in facts.company.people if each.id == person), person))


@once(8)
def _names(facts: Facts) -> dict[str, Text]:
    """Return every account's `@name`, looked up once: a plan of many accounts names them thousands of times."""
    return {account: same("@") + name_of(facts, account) for account in accounts_of(facts)}
