"""What exercises, their lessons and their questions are called, for whoever reads of them elsewhere."""

from __future__ import annotations

from functools import cache

from classroom.exercise import Question, Spec, exercise_ids, load_spec
from classroom.outline import outline
from playbook.language import Text, same


def lesson_called(exercise: str) -> Text:
    """Return the number and title of an exercise's lesson, `5.1 Find the hours …`; its id if the course has it not."""
    titles = {lesson.id: lesson.title for lesson in outline().every_lesson()}
    if exercise not in titles:
        return same(exercise)
    system, lesson = exercise.split("/")
    return same(f"{int(system[:2])}.{int(lesson[:2])} ") + titles[exercise]


def question_called(exercise: str, question: str) -> Text:
    """Return the title of a question, or its id if the course has it no longer."""
    asked = question_of(exercise, question)
    return asked.title if asked else same(question)


def question_of(exercise: str, question: str) -> Question | None:
    """Return a question of an exercise; None if the course has it no longer."""
    spec = _specs().get(exercise)
    return spec.exercise.get(question) if spec else None


def text_questions(exercise: str) -> list[str]:
    """Return the questions of an exercise that are answered, in whole or in part, in the learner's own words."""
    spec = _specs().get(exercise)
    asked = spec.exercise.items() if spec else ()
    return [name for name, question in asked if any(field.kind == "text" for field in question.fields.values())]


@cache
def _specs() -> dict[str, Spec]:
    return {name: load_spec(name) for name in exercise_ids()}
