"""How a person marks the four qualities of a post: each level in words, with examples. No machine scores them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from playbook.language import Text


@dataclass(frozen=True, slots=True)
class Example:
    """An invented post of the tea house that got a mark: its text, an English gloss, and why this mark."""

    text: str
    gloss: str
    why: Text


@dataclass(frozen=True, slots=True)
class Level:
    """What a mark means, and examples that got it."""

    says: Text
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class ToMark:
    """A post that a page puts to the reader to mark: its text, an English gloss, and the mark it deserves."""

    text: str
    gloss: str
    mark: int


@dataclass(frozen=True, slots=True)
class Dimension:
    """A quality: its key in `Draft.score`, name, the question it asks, its levels by mark (0, 1, 2), a post to mark."""

    key: str
    name: Text
    asks: Text
    levels: tuple[Level, ...]
    to_mark: ToMark

    @property
    def examples(self) -> tuple[tuple[str, str, Text], ...]:
        """Return every example with its gloss and why it got its mark, from the lowest mark to the highest."""
        return tuple((each.text, each.gloss, each.why) for level in self.levels for each in level.examples)


@cache
def dimensions() -> tuple[Dimension, ...]:
    """Return the four qualities in the order of article 3: relevance, fun, value, communication."""
    table = tomllib.loads(resources.files("playbook.content").joinpath("rubric.toml").read_text("utf-8"))
    return tuple(_dimension(key, entry) for key, entry in table.items())


def _dimension(key: str, entry: dict[str, Any]) -> Dimension:
    levels = tuple(_level(each) for each in entry["levels"])
    return Dimension(key, Text.of(entry["name"]), Text.of(entry["asks"]), levels, ToMark(**entry["to_mark"]))


def _level(entry: dict[str, Any]) -> Level:
    examples = (Example(each["text"], each["gloss"], Text.of(each["why"])) for each in entry["examples"])
    return Level(Text.of(entry), tuple(examples))
