"""Accounts and people as choices of a cell: shown by name, kept by id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from playbook.facts import Facts
from playbook.handbook.said import account
from playbook.handbook.sheets.kinds import Choice
from playbook.language import Text, same

WITH_ID = Text("{name}（{id}）", "{name} ({id})")


def account_names(ids: Iterable[str], facts: Facts) -> dict[str, Text]:
    """Return accounts by id as a cell shows them: by name, with the id where two have the same.

    The name stands without its `@`: a spreadsheet takes what begins with one for a formula.
    """
    return _apart({each: _bare(account(each, facts)) for each in dict.fromkeys(ids) if each})


def accounts(ids: Iterable[str], facts: Facts, *, required: bool = False) -> Choice:
    """Return the choice of one of these accounts; an empty cell means that none is named."""
    return Choice(account_names(ids, facts), empty="", required=required)


def card_accounts(facts: Facts, *more: str) -> list[str]:
    """Return the accounts of the card, and others that a plan names."""
    return [*(each.id for each in facts.company.accounts), *more]


def people(facts: Facts, *, free: bool = True) -> Choice:
    """Return the choice of somebody of the card; `free`: or of anybody else, as they are called."""
    return Choice(_apart({each.id: same(each.name) for each in facts.company.people}), empty="", free=free)


def _bare(text: Text) -> Text:
    return Text(text.zh.removeprefix("@"), text.en.removeprefix("@"))


def _apart(names: dict[str, Text]) -> dict[str, Text]:
    often = Counter(names.values())
    return {key: name if often[name] == 1 else WITH_ID.format(name=name, id=key) for key, name in names.items()}
