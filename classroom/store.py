"""The record of a cohort, `OUT/cohort.sqlite`: what was received and when, every verdict by version, every mark.

The gradebook, pages and workbooks are views of it. One grader writes at a time; whoever is cut off has lost nothing
that a transaction had closed over.
"""

from __future__ import annotations

import json
import sqlite3
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from errno import errorcode
from itertools import groupby
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import Any, Self

from classroom import notes
from classroom.gradebook import CohortError, Item, Learner, Row
from classroom.judged import Judged, row
from classroom.schema import FORMAT, MARKED, STANDING, TABLES
from playbook.exports.dates import SHANGHAI
from playbook.language import Text
from playbook.shown import cut

NAME = "cohort.sqlite"
FULL = {"SQLITE_FULL", "SQLITE_IOERR_WRITE", "ENOSPC", "EDQUOT", "EFBIG"}
WAIT = 5.0  # seconds for another program to be done with the record


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came in; `at` is its own time of change, in +08:00, to the second."""

    learner: str
    place: str
    sha256: str
    size: int
    at: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The points a person gave; `outcome` and `beneath` are what the course itself had said then."""

    learner: str
    exercise: str
    question: str
    points: float
    by: str
    at: str
    comment: str
    outcome: str
    beneath: float | None


class Store:
    """The record in a folder, open until `close` (or the end of `with`). Raises CohortError where it cannot be used."""

    def __init__(self, out: Path, *, new: bool = False) -> None:
        self.path = out / NAME
        if not new and not self.path.is_file():
            raise CohortError(notes.NOT_GRADED.format(path=cut(str(out))))
        with self._told():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self.db = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            self._check_format()
            self.db.execute("PRAGMA journal_mode = WAL")
            self.db.execute("PRAGMA synchronous = FULL")
            self.db.executescript(TABLES)

    def _check_format(self) -> None:
        """Note the format in a record that is new; raise CohortError where it is another's."""
        if not self.db.execute("SELECT 1 FROM sqlite_master").fetchone():
            self.db.execute(f"PRAGMA user_version = {FORMAT}")
        if self.db.execute("PRAGMA user_version").fetchone()[0] != FORMAT:
            self.close()
            raise CohortError(notes.OTHER_RECORD.format(path=cut(str(self.path))))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the record."""
        self.db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written within, or none of it; a transaction within another is part of that one."""
        if self.db.in_transaction:
            yield
            return
        with self._told():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def learners(self) -> list[Learner]:
        """Return whom the latest run graded, by id."""
        return [Learner(*found) for found in self._all("SELECT learner, name FROM learners ORDER BY learner, name")]

    def exercises(self) -> dict[str, int]:
        """Return the exercises of the latest run, in order, and the points of each."""
        return dict(self._all("SELECT exercise, most FROM exercises ORDER BY place"))

    def rows(self) -> list[Row]:
        """Return one row for each learner and exercise, and one for each sender nobody knows."""
        return [row for rows, _ in self.lines() for row in rows]

    def items(self) -> list[Item]:
        """Return one item for each question that was graded, by learner and in the order of the course."""
        return [item for _, items in self.graded() for item in items]

    def lines(self) -> Iterator[tuple[list[Row], list[Item]]]:
        """Yield what the gradebook holds, learner by learner: rows by exercise, items in the order of the course.

        A sender nobody knows stands among them by name, with one row.
        """
        strays = deque(self._strays())
        for learner, group in groupby(self.graded(), lambda each: each[0].learner):
            while strays and strays[0].learner <= learner:
                yield [strays.popleft()], []
            of_it = list(group)
            rows = sorted((row for row, _ in of_it), key=attrgetter("exercise"))
            yield rows, [item for _, items in of_it for item in items]
        yield list(strays), []

    def _strays(self) -> list[Row]:
        found = self._all("SELECT sender, zh, en FROM strays JOIN messages ON messages.id = message")
        rows = [Row(sender, "", "", "QUARANTINE", None, None, Text(zh, en)) for sender, zh, en in found]
        return sorted(rows, key=attrgetter("learner"))

    def texts(self, exercise: str, question: str) -> list[tuple[str, str, str]]:
        """Return `(learner, field, text)` of all that learners wrote in answer to a question, whole, by learner."""
        return self._all(
            "SELECT stands.learner, words.field, words.text FROM stands JOIN learners USING (learner) "
            "JOIN words USING (verdict) WHERE stands.exercise = ? AND words.question = ? "
            "ORDER BY stands.learner, words.field",
            (exercise, question),
        )

    def received(self) -> list[Received]:
        """Return all that was ever received, by learner and place."""
        found = self._all("SELECT learner, place, sha256, size, at FROM received ORDER BY learner, place, at, sha256")
        return [Received(*each) for each in found]

    def mark(  # noqa: PLR0913 - what is marked, and how
        self, learner: str, exercise: str, question: str, points: float, by: str, *, comment: str = ""
    ) -> None:
        """Give an answer points, whatever the course gave. Earlier marks stay in the record.

        Raises CohortError where nothing was graded there, or the points are not from 0 to the most there is.
        """
        found = self._all(
            "SELECT outcome, points, most, coalesce(said, '') FROM stands JOIN items USING (verdict) "
            "LEFT JOIN written USING (learner, exercise, question) WHERE learner = ? AND exercise = ? AND question = ?",
            (learner, exercise, question),
        )
        if not found:
            raise CohortError(notes.NOTHING_TO_MARK.format(learner=cut(learner), exercise=exercise, question=question))
        outcome, beneath, most, of = found[0]
        if not 0 <= points <= most:
            raise CohortError(
                notes.MARK_OUTSIDE.format(learner=cut(learner), question=question, read=points, most=most)
            )
        at = datetime.now(SHANGHAI).isoformat(timespec="seconds")
        line = (learner, exercise, question, points, by, at, comment, outcome, beneath, of)
        with self.transaction():
            self.db.execute(MARKED, line)

    def marks(self) -> list[Mark]:
        """Return the marks that count: the latest of each answer, unless the learner has since written another."""
        return self._given("verdict IS NULL OR of = said")

    def marks_aside(self) -> list[Mark]:
        """Return the marks that count no longer, since the learner has written another answer."""
        return self._given("verdict IS NOT NULL AND of != said")

    def _given(self, which: str) -> list[Mark]:
        query = "SELECT learner, exercise, question, points, by, at, comment, outcome, beneath FROM given WHERE "
        return [Mark(*each) for each in self._all(query + which + " ORDER BY learner, exercise, question")]

    def has_earlier(self) -> bool:
        """Tell whether another version of the course had graded before."""
        return bool(self._all("SELECT * FROM earlier LIMIT 1"))

    def graded(self) -> Iterator[tuple[Row, list[Item]]]:
        """Yield each row with its items, by learner and in the order of the course."""
        points: dict[tuple[str, str], dict[str, float]] = {}
        for mark in self.marks():
            points.setdefault((mark.learner, mark.exercise), {})[mark.question] = mark.points
        names = {learner.id: learner for learner in self.learners()}
        most = self.exercises()
        for judged in self.judged(STANDING):
            given = points.get((judged.learner, judged.exercise), {})
            yield row(judged, names[judged.learner], most[judged.exercise], given)

    def judged(self, query: str) -> Iterator[Judged]:
        """Yield what came of each learner and exercise; what was never graded is told as such."""
        with self._told():
            lines = self.db.execute(query)
        for (learner, exercise, verdict), group in groupby(lines, itemgetter(0, 1, 2)):
            of_it = list(group)
            if verdict is None:
                yield Judged(learner, exercise, "ERROR", (notes.NOT_YET,))
                continue
            items = tuple(
                Item(learner, exercise, name, outcome, points, most, Text(zh, en), first, mistake)
                for *_, name, outcome, points, most, first, mistake, zh, en in of_it
                if name is not None
            )
            status, why = of_it[0][3:5]
            yield Judged(learner, exercise, status, tuple(Text(*pair) for pair in json.loads(why)), items)

    def _all(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        with self._told():
            return self.db.execute(query, values).fetchall()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Say in words what the database cannot do."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise not_written(self.path, error) from error


def not_written(path: Path, error: Exception) -> CohortError:
    """Return how to say that a file cannot be written."""
    name = getattr(error, "sqlite_errorname", None) or errorcode.get(getattr(error, "errno", None) or 0)
    if name in FULL:
        return CohortError(notes.DISK_FULL.format(path=cut(str(path))))
    why = getattr(error, "strerror", None) or str(error)
    return CohortError(notes.NOT_WRITTEN.format(path=cut(str(path)), why=why))
