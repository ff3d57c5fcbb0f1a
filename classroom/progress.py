"""Where a learner stands, and what is handed in: both read from the answer files, which are the only record."""

from __future__ import annotations

import io
import pathlib
import zipfile
from dataclasses import dataclass

from classroom.answers import AnswerError, AnswerFile, read_answers
from classroom.exercise import exercise_ids, load_spec
from classroom.grading import counted_in, grade
from classroom.learner import UNNAMED, LearnerError, Part, answers_file, chosen_path, course_code, learner_id
from classroom.outline import Lesson, Path, outline
from classroom.variants import data_for, variant_of
from playbook.language import Text
from playbook.places import course_work, write_safely


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a lesson has come: its own questions all tried; its exercise's questions answered, points of all.

    `to_mark` are the points that a person has still to give. A lesson without an exercise has no questions here.
    """

    lesson: Lesson
    answered: int
    questions: int
    points: float
    to_mark: float
    most: int
    read: bool

    @property
    def done(self) -> bool:
        """Tell whether every question of the exercise is answered; where there is none, whether the lesson is read."""
        return self.answered == self.questions if self.questions else self.read


def standings() -> list[Standing]:
    """Return where the learner stands in each published lesson, in the order of the outline."""
    return [_standing(lesson) for lesson in outline().lessons()]


def next_lesson() -> Lesson | None:
    """Return the first lesson of the learner's path that is not finished; None when all are.

    A lesson is finished with its exercise, or, where its path leaves the exercise out, when it is read.
    """
    path = chosen_path()
    stands = {each.lesson.id: each for each in standings()}
    ahead = (each for each in path.lessons if not _is_finished(stands[each.id], path))
    return next(ahead, None)


def of_other_data() -> list[Lesson]:
    """Return the lessons whose exercise was answered for other data than the learner's number and code now give."""
    found = []
    for lesson in outline().lessons():
        answers = _answers(lesson.id, "exercise") if lesson.exercise_minutes is not None else None
        if answers and answers.variant != variant_of(course_code(), learner_id(), load_spec(lesson.id)):
            found.append(lesson)
    return found


def unchecked() -> list[Lesson]:
    """Return the lessons in whose exercise an answer was changed after its latest check, which counts."""
    return [lesson for lesson in outline().lessons() if lesson.exercise_minutes is not None and _is_changed(lesson.id)]


def _is_changed(exercise: str) -> bool:
    answers, asked = _answers(exercise, "exercise"), load_spec(exercise).exercise
    return answers is not None and any(
        name in asked
        and not any(attempt.solution_seen for attempt in answers.attempts.get(name, []))
        and counted_in(answers, name, asked[name]) != answer
        for name, answer in answers.answers.items()
    )


def hand_in() -> pathlib.Path:
    """Write `<learner>.zip` of all answer files into the learner's work and return where it lies.

    Raises LearnerError if no name was given yet, or if there is nothing to hand in.
    """
    learner = learner_id()
    if learner == UNNAMED:
        raise LearnerError(
            Text("请先在上面填写姓名或学号，再交作业。", "First give your name or number above, then hand in.")
        )
    files = {exercise: opened for exercise in exercise_ids() if (opened := _answers(exercise, "exercise"))}
    if not files:
        raise LearnerError(
            Text("还没有做过练习，没有东西可交。", "No exercise has been answered yet, so there is nothing to hand in.")
        )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for exercise, answers in files.items():
            entry = zipfile.ZipInfo(f"{exercise.replace('/', '__')}.json")  # a fixed date: same answers, same bytes
            archive.writestr(entry, answers.model_copy(update={"learner": learner}).model_dump_json(indent=1))
    path = course_work() / f"{learner}.zip"
    write_safely(path, packed.getvalue())
    return path


def _is_finished(standing: Standing, path: Path) -> bool:
    return standing.done if standing.lesson in path.exercises else standing.read


def _standing(lesson: Lesson) -> Standing:
    spec = load_spec(lesson.id)
    questions = {} if lesson.exercise_minutes is None else spec.exercise
    wanted = variant_of(course_code(), learner_id(), spec)
    answers, tried = _answers(lesson.id, "exercise"), _answers(lesson.id, "lesson")
    verdicts = [
        grade(question, counted_in(answers, name, question), data_for(wanted))
        for name, question in questions.items()
        if answers and answers.variant == wanted  # others count as none: the page puts them aside when it opens
    ]
    return Standing(
        lesson=lesson,
        answered=sum(verdict.outcome != "blank" for verdict in verdicts),
        questions=len(questions),
        points=sum(verdict.points for verdict in verdicts),
        to_mark=sum(
            question.points
            for question, verdict in zip(questions.values(), verdicts, strict=False)
            if verdict.outcome == "to_mark"
        ),
        most=sum(question.points for question in questions.values()),
        read=tried is not None and set(tried.attempts) >= set(spec.lesson),
    )


def _answers(exercise: str, part: Part) -> AnswerFile | None:
    """Return the saved answers; a damaged file counts as none here, and its own page says so when opened."""
    try:
        return read_answers(answers_file(exercise, part))
    except (OSError, AnswerError):
        return None
