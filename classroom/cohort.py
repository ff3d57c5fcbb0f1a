"""Grade a cohort: every exercise of every learner ends in exactly one row, whatever was handed in.

Only answer files are read, as data. Nothing that a learner handed in is run, imported or converted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from tqdm import tqdm

from classroom import notes
from classroom.exercise import SpecError
from classroom.gradebook import CohortError, Item, Row, Status, write_gradebook
from classroom.grading_run.judging import judge
from classroom.grading_run.plan import Plan, job_of, planned
from classroom.grading_run.recorder import Recorder
from classroom.grading_run.versions import versions_of
from classroom.marking import Course
from classroom.report.causes import REFUSED, told_first
from classroom.store import Store
from playbook.language import Text
from playbook.shown import cut

__all__ = ["CohortError", "Graded", "grade_cohort"]


@dataclass(frozen=True, slots=True)
class Graded:
    """What came of a cohort, as it stands in the record in `out`: how many rows of each status, how much was junk."""

    out: Path
    learners: int
    exercises: int
    counts: Counter[Status]
    ignored: int

    @property
    def rows(self) -> list[Row]:
        """Return every row, as in `gradebook.csv`."""
        with Store(self.out) as store:
            return store.rows()

    @property
    def items(self) -> list[Item]:
        """Return every item, as in `items.csv`."""
        with Store(self.out) as store:
            return store.items()

    @property
    def exit_status(self) -> int:
        """Return 0 if every row is GRADED, 1 if anything was left out, is to mend, or waits for a person."""
        return int(self.counts.total() > self.counts["GRADED"])

    @property
    def summary(self) -> Text:
        """Say how many rows have which status, where the gradebook lies, and what to do next."""
        said = self._told_first() + notes.SUMMARY.format(
            learners=self.learners,
            exercises=self.exercises,
            counts=", ".join(f"{status} {self.counts[status]}" for status in get_args(Status) if self.counts[status]),
            path=self.out / "gradebook.csv",
        )
        if self.ignored:
            said += notes.IGNORED.format(n=self.ignored)
        return said + notes.LOOK if self.exit_status else said

    def _told_first(self) -> Text:
        """Say what many have in common that were not graded, such as a program that saved all files anew."""
        return told_first(self.rows) if self.counts.keys() & set(REFUSED) else Text("", "")


def grade_cohort(submissions: Path, roster: Path | None, out: Path, code: str = "") -> Graded:
    """Grade all that lies in `submissions` into the record in `out`, and write `gradebook.csv` and `items.csv` of it.

    Raises CohortError, and leaves the tables in `out` as they were, where that cannot be done.
    """
    plan = planned(submissions, roster, out)
    course = _course(code)
    with Recorder(out, new=True) as record:
        _begin(record, plan, course)
        for learner in tqdm(plan.learners, delay=2, unit="learner"):
            arrived = plan.arrived(learner)
            record.receive(learner.id, arrived.pieces)
            done = record.stand(learner.id, arrived.evidence)
            job = job_of(learner, arrived, (each for each in course.exercises if each not in done))
            for judged in judge(job, course):
                record.keep(judged, arrived.evidence)
            record.close_over()
        record.finish()
        counts = _written(record, out)
    return Graded(out, len(plan.learners), len(course.exercises), counts, plan.counts["junk"])


def _course(code: str) -> Course:
    try:
        return Course(code)
    except SpecError as error:
        raise CohortError(notes.COURSE_BROKEN.format(why=error)) from error


def _begin(record: Recorder, plan: Plan, course: Course) -> None:
    strays = plan.strays()
    known = {name: (course.most(name), version) for name, version in versions_of(course).items()}
    record.begin(plan.learners, known, [row for row, _ in strays])
    for row, pieces in strays:
        record.receive(row.learner, pieces)


def _written(record: Store, out: Path) -> Counter[Status]:
    try:
        return write_gradebook(out, record.lines())
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CohortError(notes.NOT_WRITTEN.format(path=cut(str(out)), why=why)) from error
