"""The terms that lessons introduce, as `docs/glossary.toml` explains them: `[term.<id>]` with zh, en, says, lesson."""

from __future__ import annotations

import tomllib

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from classroom.outline import TextPair, first_fault, outline
from playbook.language import Text
from playbook.places import course_home


class GlossaryError(ValueError):
    """A glossary that makes no sense: which file, where in it, what is wanted."""


class Term(BaseModel):
    """A term and what it means; `lesson` is the id of the lesson that introduces it."""

    model_config = ConfigDict(extra="forbid", arbitrary_types_allowed=True)

    zh: str
    en: str
    says: TextPair
    lesson: str
    not_zh: list[str] = []
    not_en: list[str] = []

    @property
    def word(self) -> Text:
        """Return the term itself."""
        return Text(self.zh, self.en)


def published_terms() -> list[Term]:
    """Return the terms of published lessons, lesson by lesson in the order of the outline; none without a glossary.

    Raises GlossaryError naming the file, the place and what is wanted.
    """
    terms = _terms()
    return [term for lesson in outline().lessons() for term in terms if term.lesson == lesson.id]


def _terms() -> list[Term]:
    path = course_home() / "docs" / "glossary.toml"
    if not path.is_file():
        return []
    try:
        table = tomllib.loads(path.read_text("utf-8")).get("term", {})
        return list(TypeAdapter(dict[str, Term]).validate_python(table).values())
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise GlossaryError(f"{path.name}{first_fault(error)}") from error
