"""Grading the course as it is: a row for each learner and each exercise, and what a person must mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from classroom.answers import AnswerFile
from classroom.cohort import grade_cohort
from classroom.exercise import TextField, exercise_ids, load_spec
from classroom.pages.build import right_answers


def put(folder: Path, learner: str, answers: AnswerFile) -> None:
    place = folder / learner
    place.mkdir(parents=True, exist_ok=True)
    given = answers.model_copy(update={"learner": learner})
    (place / f"{answers.exercise.replace('/', '__')}.json").write_text(given.model_dump_json(), encoding="utf-8")


def spoken(exercise: str) -> AnswerFile:
    """Right answers, with words where a person marks."""
    answers = right_answers(exercise)
    for name, question in load_spec(exercise).exercise.items():
        for field, asked in question.fields.items():
            if isinstance(asked, TextField):
                answers.answers[name][field] = "隔满 1 小时的是 1.46 倍，所以定 1 小时，三个月后再看。"
    return answers


def test_every_learner_has_a_row_for_every_exercise(tmp_path: Path) -> None:
    first = exercise_ids()[0]
    put(tmp_path / "sub", "0012", spoken(first))
    rows = grade_cohort(tmp_path / "sub", None, tmp_path / "out").rows
    assert [(row.learner, row.exercise) for row in rows] == [("0012", name) for name in exercise_ids()]
    assert rows[0].status in {"GRADED", "MARK"}
    assert [row.status for row in rows[1:]] == ["MISSING"] * (len(exercise_ids()) - 1)


@pytest.mark.parametrize("exercise", exercise_ids())
def test_right_answers_to_any_exercise_leave_only_what_a_person_marks(tmp_path: Path, exercise: str) -> None:
    put(tmp_path / "sub", "0012", spoken(exercise))
    graded = grade_cohort(tmp_path / "sub", None, tmp_path / "out")
    items = [item for item in graded.items if item.exercise == exercise]
    by_hand = {
        name
        for name, question in load_spec(exercise).exercise.items()
        if all(isinstance(field, TextField) for field in question.fields.values())
    }
    assert {item.question: item.outcome for item in items} == {
        name: "to_mark" if name in by_hand else "right" for name in load_spec(exercise).exercise
    }
    for item in items:
        assert ("所以定 1 小时" in item.message.zh) == (item.question in by_hand)
    [row] = [row for row in graded.rows if row.exercise == exercise]
    assert row.status == ("MARK" if by_hand else "GRADED")
