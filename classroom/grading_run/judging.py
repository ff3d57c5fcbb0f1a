"""Judge what one learner handed in: every exercise ends in exactly one verdict, whatever the files hold.

Pure: a job in, verdicts out, the same in any process on any machine.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from classroom import notes
from classroom.answers import AnswerFile
from classroom.gradebook import Learner, Status
from classroom.judged import Judged
from classroom.marking import Course, Refused, Sheet, opened
from classroom.submissions import Fault, Piece
from playbook.language import Text
from playbook.shown import cut


@dataclass(frozen=True, slots=True)
class Job:
    """One learner, the names that files came under, the files, and the exercises that are to be judged."""

    learner: Learner
    names: tuple[str, ...]
    pieces: tuple[Piece, ...]
    exercises: tuple[str, ...]


def judge(job: Job, course: Course) -> list[Judged]:
    """Return what came of each exercise of a job, in its order."""
    if len(job.names) > 1:
        claimed = Fault("QUARANTINE", notes.CLAIMED.format(names=cut(", ".join(job.names))))
        return [_ungraded(job.learner, exercise, [claimed]) for exercise in job.exercises]
    read = [opened(piece, job.learner, course) for piece in job.pieces]
    sheets = _sheets(read)
    # A file that may have been for any exercise is told of where one is lacking.
    lacking = [exercise for exercise in course.exercises if exercise not in sheets] or course.exercises[:1]
    refused = [each for each in read if isinstance(each, Refused)]
    return [
        _judged(job, exercise, course, sheets.get(exercise, []), list(_faults(refused, exercise, lacking)))
        for exercise in job.exercises
    ]


def counting(job: Job, course: Course) -> dict[str, AnswerFile]:
    """Return the answers that count, by exercise: those that `judge` judges."""
    sheets = _sheets(opened(piece, job.learner, course) for piece in job.pieces)
    return {exercise: _latest(sheets[exercise])[0].answers for exercise in job.exercises if exercise in sheets}


def _sheets(read: Iterable[Sheet | Refused]) -> dict[str, list[Sheet]]:
    """Return the answer files that fit the course, by exercise."""
    sheets: dict[str, list[Sheet]] = defaultdict(list)
    for each in read:
        if isinstance(each, Sheet):
            sheets[each.answers.exercise].append(each)
    return sheets


def _faults(refused: Sequence[Refused], exercise: str, lacking: Sequence[str]) -> Iterator[Fault]:
    """Yield what is told of at one exercise."""
    here = {exercise, None} if exercise in lacking else {exercise}
    yield from (each.fault for each in refused if each.exercise in here)


def _judged(job: Job, exercise: str, course: Course, sheets: Sequence[Sheet], faults: Sequence[Fault]) -> Judged:
    """Return what came of one exercise: of the answers that count, else why there are none."""
    if not sheets:
        return _ungraded(job.learner, exercise, faults)
    sheet, warnings, remarks = _latest(sheets)
    warnings += _spelling(job, sheet) + [notes.BESIDE + fault.why for fault in faults]
    items, words = course.items(job.learner.id, sheet.answers), course.words(sheet.answers)
    status: Status = "WARN" if warnings else "GRADED"
    return Judged(job.learner.id, exercise, status, (*warnings, *remarks), tuple(items), tuple(words))


def _latest(sheets: Sequence[Sheet]) -> tuple[Sheet, list[Text], list[Text]]:
    """Return the answers that count of those for one exercise, with what to warn of and what only to note."""
    latest = max(sheets, key=lambda sheet: (sheet.piece.age, sheet.piece.place))
    versions = len({sheet.piece.content for sheet in sheets})
    warnings = [notes.VERSIONS.format(n=versions, place=cut(latest.piece.place))] if versions > 1 else []
    return latest, warnings, [notes.RESENT] if versions < len(sheets) else []


def _spelling(job: Job, sheet: Sheet) -> list[Text]:
    """Warn of a name that was accepted although it is not spelt as the learner's id."""
    named = (*job.names, sheet.answers.learner)
    read = next((name for name in named if name != job.learner.id), None)
    return [notes.SPELLING.format(read=cut(read), id=cut(job.learner.id))] if read else []


def _ungraded(learner: Learner, exercise: str, faults: Sequence[Fault]) -> Judged:
    """Return what is told of an exercise that could not be graded."""
    if not faults:
        return Judged(learner.id, exercise, "MISSING", (notes.NOT_HANDED_IN,))
    status: Status = "QUARANTINE" if any(fault.status == "QUARANTINE" for fault in faults) else "FIX"
    return Judged(learner.id, exercise, status, tuple(fault.why for fault in faults))
