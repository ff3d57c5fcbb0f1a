"""What may be changed where plans contradict each other (`repairs.toml`), and which contradictions a draw plants."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from playbook.language import Text

LEAST, MOST = 3, 5  # contradictions that are planted at once


@dataclass(frozen=True, slots=True)
class Option:
    """What may stand at a place: its words, how it changes the plans, and why it is not so, if it is not."""

    id: str
    label: Text
    changes: dict[str, Any]
    untrue: Text | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of one plan (`system`) that bears on a contradiction; its first option is what was planted."""

    id: str
    system: str
    label: Text
    options: dict[str, Option]

    @property
    def first(self) -> str:
        """Return the option that stands there until another is chosen."""
        return next(iter(self.options))


@dataclass(frozen=True, slots=True)
class Repair:
    """A contradiction (by its check), the places that bear on it, and one way to leave nothing open."""

    check: str
    places: tuple[Place, ...]
    mended: dict[str, str]


@cache
def repairs() -> dict[str, Repair]:
    """Return every contradiction that can be repaired here, by its check, in the file's order."""
    table = tomllib.loads(resources.files("playbook.capstone").joinpath("repairs.toml").read_text("utf-8"))
    return {
        each["check"]: Repair(each["check"], tuple(_place(one) for one in each["field"]), each["mended"])
        for each in table["repair"]
    }


def _place(entry: dict[str, Any]) -> Place:
    options = [
        Option(
            one["id"],
            Text.of(one["label"]),
            {key: one[key] for key in ("set", "add", "drop") if key in one},
            Text.of(one["untrue"]) if "untrue" in one else None,
        )
        for one in entry["option"]
    ]
    return Place(entry["id"], entry["system"], Text.of(entry["label"]), {each.id: each for each in options})


@cache
def drawn(seed: int) -> tuple[Repair, ...]:
    """Return the three to five contradictions that a seed plants, in the file's order; the same seed gives the same."""
    chance = np.random.default_rng(seed)
    every = list(repairs().values())
    count = int(chance.integers(LEAST, MOST + 1))
    picked = sorted(chance.choice(len(every), count, replace=False))
    return tuple(every[at] for at in picked)
