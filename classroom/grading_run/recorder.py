"""The record's writing side: a run begins, what comes is written down at once, and at the end it is whole.

A transaction closes at least every half second of work, so that no more than that is ever done again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from time import monotonic

from classroom.gradebook import Learner, Row
from classroom.judged import Judged
from classroom.schema import DONE, FOUND, OUTDATED, SET_ASIDE
from classroom.store import Store
from classroom.submissions import Piece
from playbook.exports.dates import SHANGHAI
from playbook.language import Text

OFTEN = 0.5  # seconds of work in a transaction
FINISHED = "finished"  # in `about`: whether the latest run came to its end
BROKEN_OFF = ""  # the evidence of a verdict that was not reached: it is sought again in the next run
NANO = 1_000_000_000
LATEST = 253_370_000_000  # seconds; a clock that is wrong by millennia must not stop a run


class Recorder(Store):
    """The record, being written by one run. Raises CohortError where it cannot be."""

    _begun = 0.0  # when the open transaction began

    def begin(self, learners: Iterable[Learner], course: Mapping[str, tuple[int, str]], strays: Iterable[Row]) -> None:
        """Begin a run: whom it grades, the points and version of each exercise, and what belongs to nobody.

        Verdicts of other versions stop counting, and are kept to compare with until a run has come to its end.
        """
        lines = [(name, place, *of_it) for place, (name, of_it) in enumerate(course.items())]
        with self.transaction():
            if self.about(FINISHED):
                self.db.execute("DELETE FROM earlier")
            self.tell(FINISHED, "")
            for table in ("learners", "exercises", "strays"):
                self.db.execute(f"DELETE FROM {table}")  # noqa: S608 - names of ours
            self.db.executemany("INSERT INTO learners VALUES (?, ?)", [(each.id, each.name) for each in learners])
            self.db.executemany("INSERT INTO exercises VALUES (?, ?, ?, ?)", lines)
            self.db.execute(SET_ASIDE)
            self.db.execute(OUTDATED)
            for row in strays:
                self.db.execute("INSERT INTO strays VALUES (?, ?)", (row.learner, self._message(row.note)))

    def receive(self, learner: str, pieces: Iterable[Piece]) -> None:
        """Note what came in from a learner, or from a stranger by the name of the folder, as far as it was read."""
        lines = [(learner, piece.place, *_size(piece.content), _when(piece.age[0])) for piece in pieces if piece.age]
        with self._writing():
            self.db.executemany("INSERT OR IGNORE INTO received VALUES (?, ?, ?, ?, ?)", lines)

    def stand(self, learner: str, evidence: str) -> set[str]:
        """Let what was already graded from this evidence, by the course as it is now, count again; return of what.

        What failed for want of time or memory, or by the course's own fault, is not among it.
        """
        with self._writing():
            done = self.db.execute(DONE, (learner, evidence)).fetchall()
            lines = [(learner, exercise, verdict) for exercise, verdict in done]
            self.db.executemany("INSERT OR REPLACE INTO stands VALUES (?, ?, ?)", lines)
        return {exercise for exercise, _ in done}

    def keep(self, judged: Judged, evidence: str) -> None:
        """Write a verdict down, and let it count."""
        said = json.dumps([(each.zh, each.en) for each in judged.said], ensure_ascii=False)
        key = (judged.learner, judged.exercise, evidence)
        with self._writing():
            number = self.db.execute(FOUND, (judged.status, said, *key)).fetchone()[0]
            for table in ("items", "words"):
                self.db.execute(f"DELETE FROM {table} WHERE verdict = ?", (number,))  # noqa: S608 - names of ours
            for place, each in enumerate(judged.items):
                came = (each.question, each.outcome, each.points, each.max_points, self._message(each.message))
                line = (number, place, *came, each.first_outcome, each.mistake)
                self.db.execute("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", line)
            words = [(number, each.question, each.field, each.text) for each in judged.words]
            self.db.executemany("INSERT INTO words VALUES (?, ?, ?, ?)", words)
            self.db.execute("INSERT OR REPLACE INTO stands VALUES (?, ?, ?)", (*key[:2], number))

    def close_over(self, *, now: bool = False) -> None:
        """Make what was written durable, if that was not done just now."""
        if self.db.in_transaction and (now or monotonic() - self._begun > OFTEN):
            with self._told():
                self.db.execute("COMMIT")

    def finish(self) -> None:
        """Note that the run came to its end."""
        self.close_over(now=True)
        with self.transaction():
            self.tell(FINISHED, "yes")

    def about(self, name: str) -> str:
        """Return what is noted of the record itself under a name; empty if nothing is."""
        found = self._all("SELECT value FROM about WHERE name = ?", (name,))
        return str(found[0][0]) if found else ""

    def tell(self, name: str, value: str) -> None:
        """Note something of the record itself."""
        self.db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Write into the open transaction, or a new one: all that is written within, or none of it."""
        with self._told():
            if not self.db.in_transaction:
                self.db.execute("BEGIN IMMEDIATE")
                self._begun = monotonic()
            self.db.execute("SAVEPOINT one")
            try:
                yield
            except BaseException:  # Ctrl-C too
                if self.db.in_transaction:  # a full disk has ended it
                    self.db.execute("ROLLBACK TO one")
                raise
            self.db.execute("RELEASE one")

    def _message(self, said: Text) -> int:
        pair = (said.zh, said.en)
        found = self.db.execute("SELECT id FROM messages WHERE zh = ? AND en = ?", pair).fetchone()
        number = found[0] if found else self.db.execute("INSERT INTO messages VALUES (NULL, ?, ?)", pair).lastrowid
        return int(number or 0)


def _size(content: object) -> tuple[str, int]:
    """Return the hash and length of what was read; what was never opened has none."""
    return (sha256(content).hexdigest(), len(content)) if isinstance(content, bytes) else ("", 0)


def _when(changed: int) -> str:
    """Return a time of change (ns) in Beijing time, to the second."""
    seconds = min(max(changed // NANO, 0), LATEST)
    return datetime.fromtimestamp(seconds, UTC).astimezone(SHANGHAI).isoformat(timespec="seconds")
