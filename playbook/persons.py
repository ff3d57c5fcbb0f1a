"""The people that plans name: by an id of the company card, by the name that stands there, or as they are called."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.language import Text, same

NOBODY = Text("还没有定", "not decided yet")


def blank(written: str) -> bool:
    """Tell whether nothing is written: a full stop or a dash says nothing."""
    return not any(sign.isalnum() for sign in written)


def known_as(who: str, facts: Facts) -> str:
    """Return somebody's id if the card has them, else their name in one spelling; empty if nobody is named."""
    name = who.strip()
    return next((each.id for each in facts.company.people if name in (each.id, each.name)), name.casefold())


def same_person(one: str, other: str, facts: Facts) -> bool:
    """Tell whether two entries name the same person."""
    return bool(one.strip()) and known_as(one, facts) == known_as(other, facts)


def on_card(who: str, facts: Facts) -> str | None:
    """Return the id of somebody of the card who is named here; None if the card does not know them."""
    known = known_as(who, facts)
    return known if known in {each.id for each in facts.company.people} else None


def person(who: str, facts: Facts) -> Text:
    """Return a person of the card by name; anybody else as they are called; that nobody is named."""
    named = next((each.name for each in facts.company.people if each.id == who), who.strip())
    return same(named) if named else NOBODY
