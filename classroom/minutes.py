"""How many minutes a lesson and its exercise take, estimated from what is read, asked and planned in them.

Nobody's time was taken for it: docs/minutes.md has the sheet on which instructors write down real ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from nbformat import NotebookNode

from classroom.exercise import Options, PlanField, Question, load_spec
from classroom.pages.tidy import read_page
from classroom.recall import BACK
from playbook.places import course_home

# Assumed, not measured.
CHARACTERS_A_MINUTE = 300  # Chinese ones; the English page of a lesson is given the same minutes
QUESTION = 1.0  # minutes
PLANNER = 3.0
CHARACTER = re.compile(r"[\u4e00-\u9fff]")
PLANNER_CALL = re.compile(r"planner\.(\w+)\(")
ASKED_ONE = {"decide"}  # a planner's cell that asks one question: which position the company takes


def lesson_minutes(lesson: str) -> float:
    """Return the estimated minutes of a lesson by its id."""
    page = read_page(course_home() / "notebooks" / "zh" / f"{lesson}.ipynb")
    questions = load_spec(lesson).lesson.values()
    read = sum(map(_characters, (*_prose(page), *_asked(questions))))
    return read / CHARACTERS_A_MINUTE + sum(_minutes_of_cells(page)) + sum(map(_minutes_of, questions))


def exercise_minutes(lesson: str) -> float:
    """Return the estimated minutes of the exercise of a lesson by its id."""
    spec = load_spec(lesson)
    read = _characters(spec.story.zh) + sum(map(_characters, _asked(spec.exercise.values())))
    return read / CHARACTERS_A_MINUTE + sum(map(_minutes_of, spec.exercise.values()))


def _minutes_of_cells(page: NotebookNode) -> Iterator[float]:
    """Yield what the code cells take beside the questions of the spec: what is recalled, stances, planners."""
    for cell in page["cells"]:
        if cell["cell_type"] == "code":
            if "page.recall(" in cell["source"]:
                yield len(BACK) * QUESTION
            for call in PLANNER_CALL.findall(cell["source"]):
                yield QUESTION if call in ASKED_ONE else PLANNER


def _minutes_of(question: Question) -> float:
    return PLANNER if any(isinstance(each, PlanField) for each in question.fields.values()) else QUESTION


def _prose(page: NotebookNode) -> Iterator[str]:
    return (cell["source"] for cell in page["cells"] if cell["cell_type"] == "markdown")


def _asked(questions: Iterable[Question]) -> Iterator[str]:
    """Yield what is to be read of questions before they are answered."""
    for question in questions:
        yield from (question.title.zh, question.prompt.zh)
        for field in question.fields.values():
            yield field.label.zh
            yield from (option.zh for option in field.options) if isinstance(field, Options) else ()


def _characters(text: str) -> int:
    return len(CHARACTER.findall(text))
