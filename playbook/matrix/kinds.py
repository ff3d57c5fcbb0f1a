"""The fourteen kinds of account that two articles list between them, and who may have one verified."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast

from playbook.language import Text

Kind = Literal[
    "official", "leader", "employee", "brand", "product", "customer-service", "recruitment", "promotion-event",
    "mascot", "corporate-university", "department", "region", "internal-expert", "fan-club",
]  # fmt: skip
Verified = Literal["company", "person", "none"]


@dataclass(frozen=True, slots=True)
class AccountKind:
    """A kind of account: its name, the articles that list it, what it is for, and whose verification fits it."""

    name: Text
    articles: tuple[int, ...]
    purpose: Text
    verified: Verified


def _read() -> dict[Kind, AccountKind]:
    table = tomllib.loads(resources.files("playbook.matrix").joinpath("kinds.toml").read_text("utf-8"))
    return {cast("Kind", key): _kind(entry) for key, entry in table.items()}


def _kind(entry: dict[str, Any]) -> AccountKind:
    return AccountKind(Text.of(entry), tuple(entry["articles"]), Text.of(entry["purpose"]), entry["verified"])


KINDS: dict[Kind, AccountKind] = _read()
