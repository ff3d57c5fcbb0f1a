"""Grade a cohort: every exercise of every learner ends in exactly one row, whatever was handed in.

Only answer files are read, as data. Nothing that a learner handed in is run, imported or converted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from classroom import notes
from classroom.exercise import SpecError
from classroom.gradebook import CohortError, Item, Row, Status, write_gradebook
from classroom.grading_run.changes import changes_told
from classroom.grading_run.lock import held
from classroom.grading_run.plan import planned
from classroom.grading_run.recorder import Recorder
from classroom.grading_run.run import Run
from classroom.grading_run.workers import lanes
from classroom.marking import Course
from classroom.report.causes import REFUSED, told_first
from classroom.store import Store, not_written
from playbook.commandline import DONE, INTERRUPTED, WITH_FINDINGS
from playbook.language import Text

__all__ = ["CohortError", "Graded", "grade_cohort"]

MEANS: dict[Status, Text] = {"QUARANTINE": notes.IS_QUARANTINE, "FIX": notes.IS_FIX, "MARK": notes.IS_MARK}


@dataclass(frozen=True, slots=True)
class Graded:
    """What came of a cohort, as it stands in the record in `out`: how many rows of each status, how much was junk.

    `kept` rows were graded before and not again; `notices` are for whoever ran it, to be said before the summary.
    """

    out: Path
    learners: int
    exercises: int
    counts: Counter[Status]
    ignored: int
    kept: int = 0
    notices: tuple[Text, ...] = ()
    interrupted: bool = False

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
        if self.interrupted:
            return INTERRUPTED
        return WITH_FINDINGS if self.counts.total() > self.counts["GRADED"] else DONE

    @property
    def summary(self) -> Text:
        """Say how many rows have which status, where the gradebook lies, and what to do next."""
        said = self._told_first() + notes.SUMMARY.format(
            learners=self.learners,
            exercises=self.exercises,
            counts=", ".join(f"{status} {self.counts[status]}" for status in get_args(Status) if self.counts[status]),
            path=self.out / "gradebook.csv",
        )
        if self.kept:
            said += notes.KEPT.format(n=self.kept)
        if self.ignored:
            said += notes.IGNORED.format(n=self.ignored)
        if self.interrupted:
            return notes.STOPPED + said
        if self.exit_status:
            said += notes.LOOK
            for status, means in MEANS.items():
                if self.counts[status]:
                    said += means
        return said

    def _told_first(self) -> Text:
        """Say what many have in common that were not graded, such as a program that saved all files anew."""
        is_told = self.counts.keys() & set(REFUSED) and not self.interrupted  # then most are merely not graded yet
        return told_first(self.rows) if is_told else Text("", "")


def grade_cohort(  # noqa: PLR0913 - what is graded, and who does it
    submissions: Path, roster: Path | None, out: Path, code: str = "", *, workers: int = 0, scheduler: str = ""
) -> Graded:
    """Grade all that lies in `submissions` into the record in `out`, and write `gradebook.csv` and `items.csv` of it.

    So many worker processes do it, or the Dask cluster at the address `scheduler`, or this process itself. What was
    graded before and is the same is not graded again. Raises CohortError, and leaves the tables in `out` as they
    were, where it cannot be done.
    """
    plan = planned(submissions, roster, out)
    course = _course(code)
    with lanes(workers, scheduler) as hands, Recorder(out, new=True) as record, held(record) as notices:
        run = Run(plan, course, record)
        interrupted = not run.done_by(hands)
        counts = _written(record, out)
        if not interrupted:
            notices.extend(changes_told(record, out))
            record.finish()
    sizes = len(plan.learners), len(course.exercises)
    return Graded(out, *sizes, counts, plan.counts["junk"], run.kept, tuple(notices), interrupted)


def _course(code: str) -> Course:
    try:
        return Course(code)
    except SpecError as error:
        raise CohortError(notes.COURSE_BROKEN.format(why=error)) from error


def _written(record: Store, out: Path) -> Counter[Status]:
    try:
        return write_gradebook(out, record.lines())
    except OSError as error:
        raise not_written(out, error) from error
