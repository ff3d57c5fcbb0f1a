"""One word for one thing: `docs/glossary.toml` fixes the terms, each explained where its lesson introduces it.

`[term.<id>]` is a term that readers learn: zh, en, says (zh, en), lesson. `[word.<id>]` is a word of the house that
needs no explanation: zh, en. Both may list words to avoid in its place: not_zh, not_en.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from classroom.outline import outline
from classroom.standards.fault import Fault, place_of, published_pages
from classroom.standards.texts import everything_said
from playbook.language import LANGUAGES, Language
from playbook.places import course_home

FILE = "docs/glossary.toml"
MOST = 7  # new terms in a lesson


def terms_are_whole() -> Iterator[Fault]:
    """A term has its word and its explanation in both languages, and a lesson of the outline that introduces it."""
    lessons = {lesson.id for lesson in outline().every_lesson()}
    for name, term in _entries("term"):
        texts = [table.get(language) for table in (term, term.get("says", {})) for language in LANGUAGES]
        if not all(texts):
            yield Fault(FILE, f"term.{name}", "lacks zh, en, says.zh or says.en; write all four")
        if term.get("lesson") not in lessons:
            yield Fault(
                FILE, f"term.{name}", f"names the lesson {term.get('lesson')!r}; outline.toml has no such lesson"
            )


def lessons_bring_few_terms() -> Iterator[Fault]:
    """A lesson introduces at most seven terms."""
    for lesson, count in Counter(term.get("lesson", "") for _, term in _entries("term")).items():
        if count > MOST:
            yield Fault(FILE, lesson, f"introduces {count} terms, {MOST} at most; leave some to another lesson")


def terms_are_introduced_in_bold() -> Iterator[Fault]:
    """A term stands in bold on the page of the lesson that introduces it, in both languages."""
    for language, name, page in published_pages():
        prose = "\n".join(cell["source"] for cell in page["cells"] if cell["cell_type"] == "markdown")
        bold = "\n".join(re.findall(r"\*\*(.+?)\*\*", prose, re.DOTALL)).casefold()
        for key, term in _entries("term"):
            word = str(term.get(language, ""))
            if f"{term.get('lesson')}.ipynb" == name and word.casefold() not in bold:
                what = f"introduces {word!r} ({key}) nowhere in bold; set it in bold where it is explained"
                yield Fault(place_of(language, name), "", what)


def avoided_words_are_avoided() -> Iterator[Fault]:
    """No text has a word that the glossary avoids in favour of another."""
    avoided = {language: _avoided(language) for language in LANGUAGES}
    for text in everything_said():
        prose = text.prose
        for pattern, instead in avoided[text.language]:
            if found := pattern.search(prose):
                yield text.fault(f"says {found.group()!r}; the course's word is {instead!r}")


def _avoided(language: Language) -> list[tuple[re.Pattern[str], str]]:
    around = r"\b" if language == "en" else ""
    return [
        (re.compile(f"{around}{re.escape(word)}{around}", re.IGNORECASE), str(entry.get(language)))
        for kind in ("term", "word")
        for _, entry in _entries(kind)
        for word in entry.get(f"not_{language}", [])
    ]


def _entries(kind: str) -> list[tuple[str, dict[str, Any]]]:
    path = course_home() / FILE
    table = tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}
    return list(table.get(kind, {}).items())
