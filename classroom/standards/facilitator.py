"""The pages for whoever teaches a system: in both languages, and speaking of every lesson and question there is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from classroom.exercise import load_spec, spec_ids
from classroom.outline import Lesson, System, outline
from classroom.standards.fault import Fault
from playbook.language import LANGUAGES, Language
from playbook.places import course_home


def systems_have_a_facilitator_page() -> Iterator[Fault]:
    """A system with a published lesson has a facilitator page in both languages, with the same headings in order."""
    for system in _published():
        headings = {}
        for language in LANGUAGES:
            file = _file(system, language)
            if (course_home() / file).is_file():
                headings[language] = re.findall(r"^(#+) ", _text(system, language), re.MULTILINE)
            else:
                yield Fault(file, "", "is not there; write what to show, what goes wrong and what to say, what to cut")
        if len(headings) == len(LANGUAGES) and headings["zh"] != headings["en"]:
            yield Fault(_file(system, "en"), "", "has other headings than the Chinese page, or in another order")


def facilitator_pages_name_what_there_is() -> Iterator[Fault]:
    """A facilitator page names every published lesson of its system and every question of their exercises."""
    for system in _published():
        for language in LANGUAGES:
            text = _text(system, language)
            for title in _titles(system, language) if text else []:
                if title not in text:
                    yield Fault(_file(system, language), "", f"does not speak of “{title}”; add what to say on it")


def _titles(system: System, language: Language) -> Iterator[str]:
    for lesson in _lessons(system):
        yield lesson.title.in_language(language)
        for question in load_spec(lesson.id).exercise.values() if lesson.id in spec_ids() else ():
            yield question.title.in_language(language)


def _published() -> list[System]:
    return [system for system in outline().system if _lessons(system)]


def _lessons(system: System) -> list[Lesson]:
    return [lesson for lesson in system.lesson if not lesson.draft]


def _file(system: System, language: Language) -> str:
    return f"docs/facilitator/{language}/{system.id}.md"


def _text(system: System, language: Language) -> str:
    path = course_home() / _file(system, language)
    return path.read_text("utf-8") if path.is_file() else ""
