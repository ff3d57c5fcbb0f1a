"""What the register knows of each account in the company's name, as the planner of the matrix takes it over."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, cast, get_args

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text
from playbook.matrix.kinds import KINDS, Kind, Verified
from playbook.matrix.plan import MatrixPlan, Place


@dataclass(frozen=True, slots=True)
class Registered:
    """A row of the register; `kind` None and `owner` "" where it knows none; `hours` are hours of work a week."""

    account: str
    kind: Kind | None
    owner: str
    hours: float
    verified: Verified
    audience: Text

    @property
    def place(self) -> Place:
        """Return the place that says what the register says, kept for now."""
        return Place(account=self.account, kind=self.kind, owner=self.owner, hours=self.hours, verified=self.verified)


def registered(facts: Facts) -> dict[str, Registered]:
    """Return what the register knows, by account in its order; nothing where there is no register."""
    if facts.register is None:
        return {}
    return {str(row["account"]): _row(row) for row in facts.register.to_dict("records")}


def accounts_of(facts: Facts, plan: MatrixPlan) -> list[str]:
    """Return every account there is to decide on: those of the card, then of the register, then of the plan alone."""
    planned = [place.account for place in plan.places]
    relayed = [account for relay in plan.relays for account in (relay.by, relay.of)]
    return list(dict.fromkeys([*(each.id for each in facts.company.accounts), *registered(facts), *planned, *relayed]))


def _row(row: dict[Hashable, Any]) -> Registered:
    kind, verified, hours = row["kind"], row["verified"], row["hours_a_week"]
    return Registered(
        account=str(row["account"]),
        kind=kind if kind in KINDS else None,
        owner="" if pd.isna(row["owner"]) else str(row["owner"]),
        hours=0.0 if pd.isna(hours) else float(hours),
        verified=cast("Verified", verified) if verified in get_args(Verified) else "none",
        audience=Text(str(row["audience_zh"]), str(row["audience_en"])),
    )
