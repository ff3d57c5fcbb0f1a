"""Where the sources disagree (`conflicts.toml`): the question, the positions, and what decides between them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.rules import Source, resolve, sources

Decided = Literal["data", "law", "stance"]
NO_DATA = Text("这个问题，数据答不了。", "Data cannot answer this question.")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a company's own data say on a conflict, and the positions they speak for (none: they leave it open).

    `of_all`: the data are those of all its accounts, whichever was asked about.
    """

    said: Text
    favours: tuple[str, ...] = ()
    of_all: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to the question: who gives it, and the rules it follows; a formula claims to hold for everybody."""

    id: str
    says: Text
    sources: tuple[Source, ...]
    rules: tuple[str, ...]
    formula: bool

    @property
    def named(self) -> Text:
        """Return the position with who holds it."""
        return self.says + Text("（", " (") + join([each.short for each in self.sources]) + Text("）", ")")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A question on which the sources disagree; its id is its topic."""

    id: str
    system: str
    question: Text
    decided: Decided
    weighed_by: str | None
    shown_in: str
    positions: dict[str, Position]

    def evidence(self, facts: Facts, account: str) -> Evidence:
        """Return what this account's data say; of a question that data cannot answer, that they cannot."""
        if self.weighed_by is None:
            return Evidence(NO_DATA)
        weigh: Callable[[Facts, str], Evidence] = resolve(self.weighed_by)
        return weigh(facts, account)


@cache
def conflicts() -> dict[str, Conflict]:
    """Read `conflicts.toml`: every conflict by its topic. Raises ValueError naming one that makes no sense."""
    table = tomllib.loads(resources.files("playbook").joinpath("conflicts.toml").read_text("utf-8"))
    return {topic: _conflict(topic, entry) for topic, entry in table.items()}


def _conflict(topic: str, entry: dict[str, Any]) -> Conflict:
    positions = {name: _position(name, each) for name, each in entry.get("position", {}).items()}
    if len(positions) < 2:  # noqa: PLR2004 - one position is no conflict
        raise ValueError(f"conflict {topic} has fewer than two positions")
    return Conflict(
        id=topic,
        system=entry["system"],
        question=Text.of(entry["question"]),
        decided=entry["decided"],
        weighed_by=entry.get("weighed_by"),
        shown_in=entry["shown_in"],
        positions=positions,
    )


def _position(name: str, entry: dict[str, Any]) -> Position:
    held = tuple(sources()[source] for source in entry["sources"])
    return Position(name, Text.of(entry), held, tuple(entry["rules"]), bool(entry.get("formula", False)))
