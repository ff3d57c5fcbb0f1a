"""How a finding on a crisis plan is made, and what all its reviews ask."""

from __future__ import annotations

from playbook.crisis.plan import CrisisPlan
from playbook.language import Text
from playbook.rules import Finding


def raised(rule: str, said: Text, mend: Text, *at: str, **values: object) -> Finding:
    """Return a finding of `crisis.<rule>` at these places of the plan; `said` is filled in with `values`.

    The values may come first (“level 2 …”), so the English sentence is given its capital here.
    """
    what = said.format(**values)
    return Finding(f"crisis.{rule}", Text(what.zh, what.en[:1].upper() + what.en[1:]), mend, at)


def is_begun(plan: CrisisPlan) -> bool:
    """Tell whether anything is decided on how to respond; of what nobody has begun, nothing is found."""
    empty = CrisisPlan()
    return any(
        getattr(plan, part) != getattr(empty, part)
        for part in ("norm", "levels", "roles", "statements", "outlets", "first_hours", "after", "after_drill")
    )
