"""How a finding on a crisis plan is made, and what all its reviews ask."""

from __future__ import annotations

from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import Finding


def raised(rule: str, said: Text, mend: Text, *at: str, **values: object) -> Finding:
    """Return a finding of `crisis.<rule>` at these places of the plan; `said` is filled in with `values`.

    The values may come first (“level 2 …”), so the English sentence is given its capital here.
    """
    what = said.format(**values)
    return Finding(f"crisis.{rule}", Text(what.zh, what.en[:1].upper() + what.en[1:]), mend, at)


def blank(written: str) -> bool:
    """Tell whether nothing is written: a full stop or a dash says nothing."""
    return not any(sign.isalnum() for sign in written)


def is_begun(plan: CrisisPlan) -> bool:
    """Tell whether anything is decided on how to respond; of what nobody has begun, nothing is found."""
    empty = CrisisPlan()
    return any(
        getattr(plan, part) != getattr(empty, part)
        for part in ("norm", "levels", "roles", "statements", "outlets", "first_hours", "after", "after_drill")
    )


def same_person(one: str, other: str, facts: Facts) -> bool:
    """Tell whether two entries name the same person, by id or by name."""
    return bool(one.strip()) and _known(one, facts) == _known(other, facts)


def on_card(who: str, facts: Facts) -> str | None:
    """Return the id of somebody of the card who is named here; None if the card does not know them."""
    known = _known(who, facts)
    return known if known in {each.id for each in facts.company.people} else None


def _known(who: str, facts: Facts) -> str:
    name = who.strip()
    return next((each.id for each in facts.company.people if name in (each.id, each.name)), name.casefold())
