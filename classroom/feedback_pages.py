"""Beside each learner's feedback: the exercise pages, run by papermill with the answers that were graded.

It is the course's own page that runs, never anything handed in. What stands already, of the same answers by the same
course, is not run again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from urllib.parse import quote

from tqdm import tqdm

from classroom import feedback_said as said
from classroom.answers import AnswerFile
from classroom.called import lesson_called
from classroom.exercise import SpecError, load_spec
from classroom.feedback import file_stem
from classroom.gradebook import CohortError
from classroom.grading import counted_in
from classroom.grading_run.judging import Job, counting
from classroom.grading_run.plan import handed_in
from classroom.grading_run.workers import Lane
from classroom.marking import Course
from classroom.notes import COURSE_BROKEN
from classroom.pages.many import Sitting, run_sittings, versions
from classroom.store import Store
from playbook.language import Text, language
from playbook.places import write_safely
from playbook.shown import cut

MOST_TOLD = 10  # pages that could not be made
MADE_FROM = re.compile(r'<meta name="made-from" content="([0-9a-f]+)"')
HEAD = 2_000  # characters of a page within which it says what it was made from
GRADED = """
SELECT stands.learner, stands.exercise, evidence, version FROM stands JOIN verdicts ON verdicts.id = stands.verdict
JOIN learners ON learners.learner = stands.learner
WHERE EXISTS (SELECT * FROM items WHERE items.verdict = verdicts.id) ORDER BY stands.learner, stands.exercise
"""


@dataclass
class Made:
    """What came of the pages: the address of each that is there, how many were run, and what is missing."""

    pages: dict[tuple[str, str], str] = field(default_factory=dict)
    run: int = 0
    changed: int = 0
    failed: list[Text] = field(default_factory=list)

    @property
    def summary(self) -> list[Text]:
        """Say how many pages there are, and why others are not."""
        told = [said.MADE.format(run=self.run, kept=len(self.pages) - self.run)]
        told += [said.CHANGED.format(n=self.changed)] if self.changed else []
        told += self.failed[:MOST_TOLD]
        more = len(self.failed) - MOST_TOLD
        return told + ([said.MORE.format(n=more)] if more > 0 else [])

    @property
    def whole(self) -> bool:
        """Tell whether every page that was asked for is there."""
        return not (self.changed or self.failed)


def write_pages(out: Path, store: Store, submissions: Path, code: str, hands: Sequence[Lane]) -> Made:
    """Run the page of each learner and exercise that was graded, into `out`. Raises CohortError or OSError."""
    made, waiting = Made(), []
    for sitting in _sittings(store, submissions, code, made):
        if _made_from(out / _name(sitting)) == sitting.made_from:
            _note(made, sitting)
        else:
            waiting.append(sitting)
    for sitting, came in tqdm(run_sittings(waiting, hands), total=len(waiting), delay=2, unit="page"):
        if isinstance(came, Text):
            exercise = lesson_called(sitting.answers.exercise)
            made.failed.append(said.NOT_MADE.format(learner=cut(sitting.learner), exercise=exercise, why=came))
            (out / _name(sitting)).unlink(missing_ok=True)  # of other answers
        else:
            write_safely(out / _name(sitting), came)
            _note(made, sitting)
            made.run += 1
    return made


def _sittings(store: Store, submissions: Path, code: str, made: Made) -> Iterator[Sitting]:
    """Yield what was graded, read again; what is no longer the same is counted in `made` and left out."""
    try:
        course, wanted = Course(code), versions(code)
    except SpecError as error:
        raise CohortError(COURSE_BROKEN.format(why=error)) from error
    learners = store.learners()
    known = {learner.id: learner for learner in learners}
    plan = handed_in(submissions, learners, store.path.parent)
    for learner, its in groupby(store.db.execute(GRADED).fetchall(), itemgetter(0)):
        arrived, lines = plan.arrived(known[learner]), list(its)
        same = {
            exercise: version
            for _, exercise, evidence, version in lines
            if evidence == arrived.evidence and version == wanted.get(exercise)
        }
        counts = counting(Job(known[learner], arrived.names, arrived.pieces, tuple(same)), course)
        made.changed += len(lines) - len(counts)
        for exercise, answers in counts.items():
            yield Sitting(learner, _as_graded(answers), language(), code, same[exercise])


def _as_graded(answers: AnswerFile) -> AnswerFile:
    """Return the answers that points were given for, and no others."""
    asked = load_spec(answers.exercise).exercise
    given = {name: counted_in(answers, name, asked[name]) for name in {**answers.answers, **answers.attempts}}
    return answers.model_copy(update={"answers": given, "attempts": {}})


def _name(sitting: Sitting) -> str:
    return f"{file_stem(sitting.learner)}/{sitting.answers.exercise.replace('/', '__')}.html"


def _note(made: Made, sitting: Sitting) -> None:
    made.pages[sitting.learner, sitting.answers.exercise] = quote(_name(sitting))


def _made_from(path: Path) -> str | None:
    """Return what the page that stands there was made from; None where there is none."""
    if not path.is_file():
        return None
    with path.open(encoding="utf-8", errors="replace") as stream:
        found = MADE_FROM.search(stream.read(HEAD))
    return found[1] if found else None
