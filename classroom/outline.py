"""The table of contents, `outline.toml`: systems, their lessons and exercises, in order."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from playbook.language import Text
from playbook.places import course_home

TextPair = Annotated[Text, BeforeValidator(Text.of)]


class Entry(BaseModel):
    """A piece of the outline; a key it does not know is refused."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


class Lesson(Entry):
    """A lesson and the exercise of the same id; minutes are stated to the reader, so measure them."""

    id: str
    title: TextPair
    minutes: int
    exercise_minutes: int
    objectives: list[TextPair] = Field(min_length=2, max_length=4)


class System(Entry):
    """A management system and its lessons."""

    id: str
    title: TextPair
    about: TextPair
    lesson: list[Lesson]


class Outline(Entry):
    """The whole course in order."""

    format: Literal[1]
    system: list[System]

    def lessons(self) -> list[Lesson]:
        """Return all lessons in order."""
        return [lesson for system in self.system for lesson in system.lesson]


@cache
def outline() -> Outline:
    """Read `outline.toml`. Raises pydantic.ValidationError naming the place."""
    return Outline.model_validate(tomllib.loads((course_home() / "outline.toml").read_text("utf-8")))
