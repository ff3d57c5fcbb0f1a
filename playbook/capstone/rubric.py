"""How an instructor marks a defended repair (`rubric.toml`): levels, what a reason of each has, and marked examples."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from playbook.language import Text


@dataclass(frozen=True, slots=True)
class Example:
    """A reason as a learner might write it, for a repair of what a check finds, and why it gets its mark."""

    check: str
    says: Text
    why: Text


@dataclass(frozen=True, slots=True)
class Level:
    """A mark (0 to 3 points), its name, what a reason of this level has, and two marked examples."""

    points: int
    name: Text
    has: Text
    examples: tuple[Example, ...]


@cache
def levels() -> tuple[Level, ...]:
    """Return the levels, the lowest first."""
    table = tomllib.loads(resources.files("playbook.capstone").joinpath("rubric.toml").read_text("utf-8"))
    return tuple(
        Level(
            each["points"],
            Text.of(each),
            Text.of(each["has"]),
            tuple(Example(one["check"], Text.of(one), Text.of(one["why"])) for one in each["example"]),
        )
        for each in table["level"]
    )
