"""Mark one answer file against the course: what in it does not fit, and what came of each question."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from classroom import notes, refusals
from classroom.answers import Answer, AnswerError, AnswerFile, nearest, parse_answers, shown
from classroom.exercise import SAMPLE, AnyField, Question, TextField, exercise_ids, load_spec
from classroom.gradebook import Item, Learner, same_spelling
from classroom.grading import Verdict, clean, counted_in, grade, misfit
from classroom.grading_run.limits import TooLongError, within
from classroom.judged import Words
from classroom.learner import UNNAMED
from classroom.submissions import Fault, Piece
from classroom.variants import data_for, variant_of
from playbook.language import Text, same
from playbook.rules import resolve
from playbook.shown import cut

OPEN = {"to_mark", "error"}  # outcomes that give no points yet
WRITTEN = Text("作答：{words}", " Written: {words}")
KEPT = 512  # verdicts, those of the latest two or three learners: most give an answer a second time
LONGEST_CHECK = 20  # seconds of the processor's time for one question
LONGEST = 1000  # characters of a learner's text in the table; the answer file has all of it
NOTHING = Text("", "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer file that fits the course, and the file it came in."""

    piece: Piece
    answers: AnswerFile


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that is not graded, and the exercise it was for; None where nobody can tell."""

    exercise: str | None
    fault: Fault


class Course:
    """The exercises and the data they are asked of, loaded once for a whole cohort. Raises SpecError.

    With a course code, each learner is asked of a variant; answers made for any other data are for the learner to mend.
    """

    def __init__(self, code: str = "") -> None:
        self.code = code
        self.specs = {name: load_spec(name) for name in exercise_ids()}
        self._verdict = lru_cache(KEPT)(self._judged)

    @property
    def exercises(self) -> list[str]:
        """Return the ids of all exercises, in order."""
        return list(self.specs)

    def most(self, exercise: str) -> int:
        """Return the points of an exercise."""
        return sum(question.points for question in self.specs[exercise].exercise.values())

    def begin(self) -> None:
        """Load what judging takes, so that workers which are forked have it in common; nothing is judged yet."""
        data_for(SAMPLE)
        for spec in self.specs.values():
            for function in {each for question in spec.exercise.values() for each in question.functions()}:
                with suppress(ValueError):  # there is none: told where it is asked for
                    resolve(function)

    def named_in(self, place: str) -> str | None:
        """Return the exercise that a file's name speaks of, as "Hand in" names files; None if it speaks of none."""
        spelt = place.replace("__", "/")
        return max((exercise for exercise in self.specs if exercise in spelt), key=len, default=None)

    def fault(self, answers: AnswerFile, learner: str) -> Fault | None:
        """Return the first thing in an answer file that the course cannot have written; None if all fits."""
        spec = self.specs.get(answers.exercise)
        if spec is None:
            close = nearest(answers.exercise, self.specs)
            return _mend(refusals.NO_EXERCISE.format(read=answers.exercise, nearest=close))
        wanted = variant_of(self.code, learner, spec)
        if answers.variant != wanted:
            return _mend(refusals.OTHER_VARIANT.format(read=cut(answers.variant), wanted=wanted))
        for name, answer in _answered(answers):
            if name in spec.lesson and name not in spec.exercise:
                return Fault("FIX", refusals.OF_LESSON.format(read=name) + refusals.HAND_IN)
            if name not in spec.exercise:
                return _mend(refusals.NO_QUESTION.format(read=name, nearest=nearest(name, spec.exercise)))
            if wrong := _wrong_field(name, spec.exercise[name], answer):
                return _mend(wrong)
        return None

    def items(self, learner: str, answers: AnswerFile) -> list[Item]:
        """Return what came of every question of the exercise; a question that the file leaves out is blank."""
        return [
            self._item(learner, answers, name, question)
            for name, question in self.specs[answers.exercise].exercise.items()
        ]

    def words(self, answers: AnswerFile) -> list[Words]:
        """Return what the learner wrote in answer to the exercise, field by field, in the answers that count."""
        return [
            Words(name, field, str(answer[field]))
            for name, question in self.specs[answers.exercise].exercise.items()
            for answer in [counted_in(answers, name, question)]
            for field, asked in question.fields.items()
            if isinstance(asked, TextField) and clean(asked, answer.get(field)) is not None
        ]

    def _item(self, learner: str, answers: AnswerFile, name: str, question: Question) -> Item:
        attempts = answers.attempts.get(name, [])
        answer = counted_in(answers, name, question)
        verdict = self._given(answers, name, answer)
        first = self._given(answers, name, attempts[0].answer) if attempts else verdict
        return Item(
            learner=learner,
            exercise=answers.exercise,
            question=name,
            outcome=verdict.outcome,
            points=None if verdict.outcome in OPEN else verdict.points,
            max_points=question.points,
            message=verdict.message + (_written(question, answer) if verdict.outcome == "to_mark" else NOTHING),
            first_outcome=first.outcome if attempts else None,
            mistake=first.mistake,
        )

    def _given(self, answers: AnswerFile, name: str, answer: Answer) -> Verdict:
        return self._verdict(answers.exercise, answers.variant, name, json.dumps(answer, sort_keys=True))

    def _judged(self, exercise: str, variant: str, name: str, answer: str) -> Verdict:
        facts = data_for(variant)
        try:
            with within(LONGEST_CHECK):
                return grade(self.specs[exercise].exercise[name], json.loads(answer), facts)
        except TooLongError:
            why = notes.TOO_LONG.format(n=LONGEST_CHECK)
        except Exception as error:  # noqa: BLE001 - whatever a checker raises is the course's fault, never a wrong answer
            why = same(cut(f"{type(error).__name__}: {error}"))
        return Verdict("error", 0, notes.CHECK_FAILED.format(why=why))


def opened(piece: Piece, learner: Learner, course: Course) -> Sheet | Refused:
    """Read one file as this learner's answers to an exercise of the course."""
    answers = parsed(piece)
    named = course.named_in(piece.place)
    if isinstance(answers, Fault):
        return _refused(piece, named, answers)
    exercise = answers.exercise if answers.exercise in course.specs else named
    if fault := _not_theirs(answers, learner) or course.fault(answers, learner.id):
        return _refused(piece, exercise, fault)
    return Sheet(piece, answers)


def parsed(piece: Piece) -> AnswerFile | Fault:
    """Return the answers in a file, whosever they are, or why they cannot be read."""
    if isinstance(piece.content, Fault):
        return piece.content
    try:
        return parse_answers(piece.content)
    except AnswerError as error:
        return Fault("FIX", error.args[0])


def _refused(piece: Piece, exercise: str | None, fault: Fault) -> Refused:
    why = refusals.ABOUT.format(place=cut(piece.place), why=fault.why)
    return Refused(exercise, Fault(fault.status, why))


def _not_theirs(answers: AnswerFile, learner: Learner) -> Fault | None:
    key = same_spelling(answers.learner)
    if key == learner.key:
        return None
    if key == UNNAMED:
        return Fault("FIX", refusals.NO_NAME)
    if same_spelling(_saved_in_gbk(answers.learner)) == learner.key:
        return Fault("FIX", refusals.GBK_NAME.format(read=cut(answers.learner)))
    why = refusals.OTHER_LEARNER.format(read=cut(answers.learner), wanted=cut(learner.id))
    return Fault("QUARANTINE", why)


def _saved_in_gbk(name: str) -> str:
    """Return a name as GBK would have it: two letters of one are, now and then, a letter of UTF-8 (学 reads as ѧ)."""
    return name.encode("utf-8", "replace").decode("gb18030", "replace")


def _mend(why: Text) -> Fault:
    return Fault("FIX", why + refusals.AGAIN)


def _answered(answers: AnswerFile) -> Iterator[tuple[str, Answer]]:
    """Yield every answer in a file with its question: as it stands, and as it was at each attempt."""
    yield from answers.answers.items()
    for name, attempts in answers.attempts.items():
        yield name, {}
        for attempt in attempts:
            yield name, attempt.answer


def _wrong_field(name: str, question: Question, answer: Answer) -> Text | None:
    for field, value in answer.items():
        if field not in question.fields:
            return refusals.NO_FIELD.format(question=name, read=field, nearest=nearest(field, question.fields))
        if wanted := _misfit(question.fields[field], value):
            return refusals.WRONG_VALUE.format(question=name, field=field, read=shown(value), wanted=wanted)
    return None


def _misfit(field: AnyField, value: Any) -> Text | None:  # noqa: ANN401 - whatever JSON held
    try:
        return misfit(field, value)
    except Exception:  # noqa: BLE001 - `grade` meets the same error, and there it is told as the course's own
        return None


def _written(question: Question, answer: Answer) -> Text:
    """Return what the learner wrote, on one line, for the person who marks it."""
    words = [str(answer.get(name, "")) for name, field in question.fields.items() if isinstance(field, TextField)]
    return WRITTEN.format(words=cut(" / ".join(words), LONGEST))
