"""A spec and its questions: `exercises/specs/NN_system/NN_verb_slug.toml`, both languages side by side.

The right answer is never typed in a spec: `expect` names a function of the playbook, which computes it
from the company's data, so that it holds for every variant of the data. Questions of `[recall]` ask for what a
lesson said, not for what data say, and there alone an option may be marked as right (see `Marked`).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, InstanceOf, ValidationError, model_validator

from classroom.marked import Marked
from classroom.outline import TextPair, first_fault, outline
from playbook.facts import Facts
from playbook.language import Text
from playbook.once import once
from playbook.places import course_home
from playbook.rules import resolve

SAMPLE = "sample"  # the variant that is asked when nobody asks for another


class SpecError(ValueError):
    """A spec that makes no sense: which file, where in it, what is wanted."""


class Piece(BaseModel):
    """A piece of a spec; a key it does not know is refused."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, populate_by_name=True)


class Call(Piece):
    """A value that the playbook computes: `function(facts.posts, **given)`, or of all facts with `of = "facts"`.

    A number that the playbook itself goes by, such as `playbook.claims:ENOUGH`, is taken as it is.
    """

    call: str
    of: Literal["posts", "facts"] = "posts"
    given: dict[str, Any] = {}

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, table: object) -> dict[str, Any]:
        if not isinstance(table, dict):
            raise ValueError(f'wanted {{ call = "package.module:function", … }}; read {table!r}')  # noqa: TRY004 - pydantic's way
        own = {key: table[key] for key in ("call", "of") if key in table}
        return own | {"given": {key: value for key, value in table.items() if key not in own}}

    def value(self, facts: Facts) -> Any:  # noqa: ANN401 - each function answers in its own type
        """Compute it, once for the same facts. A plan comes back as plain data, as an answer would hold it."""
        return _computed(facts, self.call, self.of, json.dumps(self.given, sort_keys=True))


@once(512)  # the exercises ask for 331
def _computed(facts: Facts, call: str, of: str, given: str) -> Any:  # noqa: ANN401
    """An interval takes a tenth of a second; a cohort asks for the same one a thousand times."""
    named = resolve(call)
    if not callable(named):
        return named
    computed = named(facts.posts if of == "posts" else facts, **json.loads(given))
    return computed.model_dump(mode="json") if isinstance(computed, BaseModel) else computed


class Option(Piece):
    """One thing to choose; `id` is what the answer file holds. `right` is for `[recall]` alone, see `Marked`."""

    id: str
    right: bool = False
    zh: str
    en: str

    @property
    def text(self) -> Text:
        """Return what the learner reads."""
        return Text(self.zh, self.en)


class Options(Piece):
    """A field whose answer is made of options: one of them, or all of them in order."""

    label: TextPair
    options: list[Option] = Field(min_length=2)
    expect: Call | InstanceOf[Marked] | None = None

    @model_validator(mode="after")
    def _take_mark(self) -> Self:
        marked = [option.id for option in self.options if option.right]
        if len(marked) > 1 or (marked and self.expect):
            raise ValueError(f"wanted one option with `right = true` and no `expect`; read {', '.join(marked)}")
        if marked:
            self.expect = Marked(marked[0])
        return self


class ChoiceField(Options):
    """One of several options."""

    kind: Literal["choice"]


class NumberField(Piece):
    """A number; right within `within` of the expected one."""

    kind: Literal["number"]
    label: TextPair
    at_least: float
    at_most: float
    within: float = 0
    expect: Call | None = None


class OrderField(Options):
    """All options, put in order, first to last."""

    kind: Literal["order"]


class TextField(Piece):
    """A sentence or two in the learner's words, marked by a person (in a lesson: by nobody)."""

    kind: Literal["text"]
    label: TextPair
    longest: int = 2000


class PlanField(Piece):
    """A plan made with a planner. Right when its review finds nothing and it has enough in it."""

    kind: Literal["plan"]
    label: TextPair
    model: str
    planner: str
    review: str
    account: str
    at_least: int
    stances: tuple[str, ...] = ()  # topics on which the plan must take one
    begin: Call | None = None  # what the planner shows at first; an empty plan unless it is given
    expect: Call


AnyField = Annotated[ChoiceField | NumberField | OrderField | TextField | PlanField, Field(discriminator="kind")]


class PlanFault(Piece):
    """What a mistake in a plan is known by: a finding of this rule (`*`: of any so named), or too few entries."""

    finds: str | None = None
    too_few: bool = False
    undecided: bool = False


class Mistake(Piece):
    """An answer that people get wrong, known by what they answered, and what to tell them."""

    when: dict[str, Call | PlanFault | str | float | list[str]] = Field(min_length=1)
    zh: str
    en: str

    @property
    def text(self) -> Text:
        """Return what the learner is told."""
        return Text(self.zh.strip(), self.en.strip())


class Question(Piece):
    """One question: the situation and what is asked, its fields, hints in order, and the mistakes people make."""

    points: int = Field(default=0, ge=0)
    title: TextPair
    prompt: TextPair
    look: str = ""
    fields: dict[str, AnyField] = Field(min_length=1)
    hints: list[TextPair] = []
    mistakes: list[Mistake] = []
    why: TextPair
    quotes: dict[str, Call] = {}

    def functions(self) -> Iterator[str]:
        """Yield the functions of the playbook that say what is right, `package.module:name`."""
        told = [*self.fields.values(), *[each for mistake in self.mistakes for each in mistake.when.values()]]
        for each in told:
            call = getattr(each, "expect", each)
            if isinstance(call, Call):
                yield call.call
            if isinstance(each, PlanField):
                yield from (each.model, each.review)

    def asked(self, facts: Facts) -> Text:
        """Return what is asked, with the numbers it quotes."""
        return self._quoting(self.prompt, facts)

    def explained(self, facts: Facts) -> Text:
        """Return why the right answer is right, with the numbers it quotes."""
        return self._quoting(self.why, facts)

    def _quoting(self, said: Text, facts: Facts) -> Text:
        return said.format(**{name: call.value(facts) for name, call in self.quotes.items()}) if self.quotes else said


class Spec(Piece):
    """One lesson's ungraded questions, its exercise's graded ones, and what later lessons ask again from memory."""

    format: Literal[1]
    title: TextPair
    story: TextPair
    minutes: int
    varies: bool = False  # whether all of the exercise, words and answers, holds in each variant (`standards.varied`)
    setup: list[str] = []
    lesson: dict[str, Question] = {}
    exercise: dict[str, Question] = {}
    recall: dict[str, Question] = {}

    @model_validator(mode="after")
    def _keep_apart(self) -> Self:
        for name, question in [*self.lesson.items(), *self.exercise.items()]:
            if any(isinstance(getattr(field, "expect", None), Marked) for field in question.fields.values()):
                raise ValueError(f"{name}: `right = true` is for [recall] alone; wanted `expect`, which computes it")
        for name, question in self.recall.items():
            if question.points:
                raise ValueError(f"recall.{name}: recall is never graded; wanted no `points`")
        return self


def specs_folder() -> Path:
    """Return where the specs lie."""
    return course_home() / "exercises" / "specs"


def exercise_ids() -> list[str]:
    """Return the ids of the published exercises, `05_timing/01_find_our_hours`, in the order of the outline."""
    return [lesson.id for lesson in outline().lessons() if lesson.exercise_minutes is not None]


def every_exercise_id() -> list[str]:
    """Return the same with drafts, as far as their specs are written: what is made and tested, not what is given."""
    written = spec_ids()
    practised = [lesson for lesson in outline().every_lesson() if lesson.exercise_minutes is not None]
    return [lesson.id for lesson in practised if not lesson.draft or lesson.id in written]


def spec_ids() -> list[str]:
    """Return the ids of all specs that are written, those of drafts and of lessons without an exercise too."""
    return sorted(
        path.relative_to(specs_folder()).with_suffix("").as_posix() for path in specs_folder().glob("*/*.toml")
    )


def load_spec(lesson: str) -> Spec:
    """Read the spec of a lesson and its exercise by their id. Raises SpecError naming the file, the place, the want."""
    known = spec_ids()
    if lesson not in known:
        raise SpecError(f"there is no spec called {lesson!r}; there are: {', '.join(known)}")
    return read_spec(specs_folder() / f"{lesson}.toml")


def read_spec(path: Path) -> Spec:
    """Read a spec from a file. Raises SpecError naming the file, the place and what is wanted."""
    try:
        return Spec.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise SpecError(f"{path.name}{first_fault(error)}") from error
