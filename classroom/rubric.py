"""How a person marks a question: the words of the facilitator's page, or why a right answer is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from classroom.exercise import Question
from playbook.facts import sample_facts
from playbook.language import Language, language
from playbook.places import course_home

OPENS = ("**", "#")  # what begins with these is of another question


def rubric(exercise: str, question: Question) -> list[str]:
    """Return the lines, plain and in the reader's language; those of a table have ` | ` between its cells."""
    spoken = language()
    found = list(_paged(exercise.partition("/")[0], question.title.in_language(spoken), spoken))
    return [_plain(line) for line in found] or [question.explained(sample_facts()).in_language(spoken)]


def _paged(system: str, title: str, spoken: Language) -> Iterator[str]:
    """Yield the lines of a system's page on marking the question: its paragraph, or a section that names it."""
    page = course_home() / "docs" / "facilitator" / spoken / f"{system}.md"
    lines = page.read_text("utf-8").splitlines() if page.is_file() else []
    for at, line in enumerate(lines):
        bold, heading = re.match(rf"\*\*{re.escape(title)}\*\* ?[(（]", line), line.startswith("## ") and title in line
        if bold or heading:
            if bold:
                yield line
            yield from filter(_said, takewhile(lambda each: not each.startswith(OPENS), lines[at + 1 :]))
            return


def _said(line: str) -> bool:
    """Tell whether a line says how to mark: no gap, no rule under a table’s head, not how to make this workbook."""
    return bool(line.strip(" |-:")) and "`classroom marks`" not in line


def _plain(line: str) -> str:
    cells = line.strip().strip("|").split("|") if line.startswith("|") else [line]
    return " | ".join(re.sub(r"\*\*|`", "", cell).strip() for cell in cells)
