"""Estimated minutes: 300 Chinese characters a minute, a minute a question, three minutes a planner."""

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from classroom.minutes import exercise_minutes, lesson_minutes
from classroom.standards.habits import minutes_suffice_to_read_and_answer

from .conftest import write_text

NAME = "01_find_our_hours"
LESSON = f"05_timing/{NAME}"
# The question of the small course's spec: title, prompt and label have no Chinese in them, its two options one each.
ASKED = 2 / 300 + 1


@pytest.fixture
def lesson(course: Callable[..., Path]) -> Callable[..., None]:
    """Return a function that writes a lesson's page: its prose, then its code cells."""
    home = course({NAME: "exercise_minutes = 20"})

    def write(prose: str, *code: str) -> None:
        page = new_notebook(cells=[new_markdown_cell(prose), *map(new_code_cell, code)])
        write_text(home / "notebooks" / "zh" / f"{LESSON}.ipynb", nbformat.writes(page))

    return write


def test_a_lesson_takes_a_minute_for_every_300_chinese_characters(lesson: Callable[..., None]) -> None:
    lesson("读" * 900 + " and words of another language, 2026")
    assert lesson_minutes(LESSON) == pytest.approx(3 + ASKED)


@pytest.mark.parametrize(
    ("code", "minutes"),
    [
        ("charts.habit()", 0),
        ('page.ask("guess")', 0),  # it is counted as a question of the spec
        ("page.recall()", 3),
        ('planner.decide("gap-between-posts")', 1),
        ("planner.plan_week(least=10)", 3),
    ],
)
def test_recalled_questions_stances_and_planners_take_their_time(
    code: str, minutes: float, lesson: Callable[..., None]
) -> None:
    lesson("读" * 300, code)
    assert lesson_minutes(LESSON) == pytest.approx(1 + ASKED + minutes)


def test_an_exercise_takes_as_long_as_its_reading_and_its_questions(lesson: Callable[..., None]) -> None:
    lesson("读")
    assert exercise_minutes(LESSON) == pytest.approx(ASKED)


def test_the_real_exercise_counts_its_planner_as_three_minutes() -> None:
    # Four questions, one of them a planner, are six minutes before anything is read.
    assert 6 < exercise_minutes(LESSON) < 10


def test_fewer_minutes_than_reading_and_answering_take_are_a_warning_that_names_the_lesson(
    lesson: Callable[..., None],
) -> None:
    lesson("读" * 300 * 30)  # and a question: more than the 30 minutes that the outline states
    [fault] = minutes_suffice_to_read_and_answer()
    assert fault.place == LESSON
    lesson("读")
    assert list(minutes_suffice_to_read_and_answer()) == []
