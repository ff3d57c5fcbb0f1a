"""The table of contents, `outline.toml`: systems, their lessons and exercises in order, and paths through them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from playbook.language import Text
from playbook.places import course_home

TextPair = Annotated[Text, BeforeValidator(Text.of)]
LESSON = r"^[0-9]{2}_[a-z_]+/[0-9]{2}_[a-z0-9_]+$"


class OutlineError(ValueError):
    """An outline that makes no sense: which file, where in it, what is wanted."""


class Entry(BaseModel):
    """A piece of the outline; a key it does not know is refused."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


class Lesson(Entry):
    """A lesson and, if it has `exercise_minutes`, the exercise of the same id; minutes are told, so measure them.

    A draft reaches no reader: it is made, run and tested, but not given out, graded or counted.
    `waived` names the habits (see `classroom/standards`) that the lesson does not keep, each with the reason.
    """

    id: str = Field(pattern=LESSON)
    title: TextPair
    minutes: int = Field(ge=1)
    exercise_minutes: int | None = Field(default=None, ge=1)
    draft: bool = False
    waived: dict[str, str] = {}
    objectives: list[TextPair] = Field(min_length=2, max_length=4)


class System(Entry):
    """A management system and its lessons."""

    id: str
    title: TextPair
    about: TextPair
    lesson: list[Lesson] = []


class PathEntry(Entry):
    """A path as it is written down: `minutes` is what it is promised to take at most.

    `lessons` left out means all published ones, `exercises` left out those of its lessons.
    """

    id: str
    title: TextPair
    about: TextPair
    minutes: int | None = Field(default=None, ge=1)
    lessons: list[str] | None = None
    exercises: list[str] | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """A path through the course: its published lessons in order, and those among them whose exercise belongs to it."""

    id: str
    title: Text
    about: Text
    lessons: tuple[Lesson, ...]
    exercises: tuple[Lesson, ...]

    @property
    def minutes(self) -> int:
        """Return how long its lessons and exercises take together."""
        return sum(each.minutes for each in self.lessons) + sum(each.exercise_minutes or 0 for each in self.exercises)


class Outline(Entry):
    """The whole course in order; the first path is the one that a learner who chose none is on."""

    format: Literal[1]
    system: list[System]
    path_entries: list[PathEntry] = Field(alias="path", min_length=1)

    def lessons(self) -> list[Lesson]:
        """Return the published lessons in order."""
        return [lesson for lesson in self.every_lesson() if not lesson.draft]

    def every_lesson(self) -> list[Lesson]:
        """Return all lessons in order, drafts too."""
        return [lesson for system in self.system for lesson in system.lesson]

    def paths(self) -> list[Path]:
        """Return all paths in order."""
        return [self._path(entry) for entry in self.path_entries]

    def path(self, path_id: str) -> Path:
        """Return a path by its id. Raises KeyError."""
        return {path.id: path for path in self.paths()}[path_id]

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        _refuse_twice("lesson", [lesson.id for lesson in self.every_lesson()])
        _refuse_twice("path", [entry.id for entry in self.path_entries])
        for entry, path in zip(self.path_entries, self.paths(), strict=True):
            if entry.minutes is not None and path.minutes > entry.minutes:
                raise ValueError(
                    f"path {entry.id!r} takes {path.minutes} minutes and promises {entry.minutes}; "
                    "take lessons or exercises out of it, or promise more"
                )
        return self

    def _path(self, entry: PathEntry) -> Path:
        lessons = self._chosen(f"path {entry.id!r}, lessons", self.lessons(), entry.lessons)
        practised = [lesson for lesson in lessons if lesson.exercise_minutes is not None]
        exercises = self._chosen(f"path {entry.id!r}, exercises", practised, entry.exercises)
        return Path(entry.id, entry.title, entry.about, tuple(lessons), tuple(exercises))

    def _chosen(self, place: str, known: list[Lesson], wanted: list[str] | None) -> list[Lesson]:
        """Return the lessons named, which stand in the order of the outline: each builds on those before it."""
        if wanted is None:
            return known
        ids = [lesson.id for lesson in known]
        drafts = {lesson.id for lesson in self.every_lesson() if lesson.draft}
        for name in wanted:
            if name not in ids:
                what = "is a draft" if name in drafts else "is not there"
                raise ValueError(f"{place}: {name!r} {what}; wanted published ids out of: {', '.join(ids)}")
        if wanted != [name for name in ids if name in wanted]:
            raise ValueError(f"{place}: wanted each id once and in the order of the outline; read {wanted}")
        return [lesson for lesson in known if lesson.id in wanted]


@cache
def outline() -> Outline:
    """Read `outline.toml`. Raises OutlineError naming the file, the place and what is wanted."""
    path = course_home() / "outline.toml"
    try:
        return Outline.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise OutlineError(f"{path.name}{first_fault(error)}") from error


def first_fault(error: tomllib.TOMLDecodeError | ValidationError) -> str:
    """Return the first thing wrong in a table that was read, to stand after its file's name: `, at place: what`."""
    if isinstance(error, tomllib.TOMLDecodeError):
        return f": {error}"
    first = error.errors(include_url=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"{f', at {place}' if place else ''}: {first['msg']}"


def _refuse_twice(kind: str, ids: list[str]) -> None:
    twice = next((name for name in ids if ids.count(name) > 1), None)
    if twice:
        raise ValueError(f"{kind} {twice!r} is listed twice; wanted each id once")
