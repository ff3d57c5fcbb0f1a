"""One grader at a time: an operating system's lock, which ends with the process that holds it, however that ends.

SQLite takes it, on every system alike, by a file beside the record; who holds it stands in the record.
"""

from __future__ import annotations

import json
import os
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime

from classroom import notes
from classroom.gradebook import CohortError
from classroom.grading_run.recorder import Recorder
from playbook.exports.dates import SHANGHAI
from playbook.language import Text
from playbook.shown import cut

FILE = "cohort.lock"
HOLDER = "grader"  # in `about`


@contextmanager
def held(record: Recorder) -> Iterator[list[Text]]:
    """Hold a record while it is written; yield what to say of a grader that broke off and could not let go of it.

    Raises CohortError where another grader holds it.
    """
    file = record.path.with_name(FILE)
    with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise CohortError(notes.HELD.format(path=cut(str(record.path)), **_holder(record))) from error
        before = _holder(record)
        _note(record, {"host": cut(socket.gethostname()), "pid": os.getpid(), "since": _now()})
        try:
            yield [notes.TAKEN_OVER.format(**before)] if before else []
        finally:
            _let_go(record)
            lock.execute("ROLLBACK")
    file.unlink(missing_ok=True)


def _let_go(record: Recorder) -> None:
    try:
        record.close_over(now=True)
        _note(record, {})
    except CohortError:  # the disk is full, which whoever asked is being told; the lock itself ends all the same
        return


def _note(record: Recorder, holder: dict[str, object]) -> None:
    with record.transaction():
        record.tell(HOLDER, json.dumps(holder))


def _holder(record: Recorder) -> dict[str, object]:
    """Return who says to be writing, as the fields of a message; empty if nobody does."""
    return dict(json.loads(record.about(HOLDER) or "{}"))


def _now() -> str:
    return f"{datetime.now(SHANGHAI):%Y-%m-%d %H:%M:%S}"
