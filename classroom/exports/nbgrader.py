"""nbgrader: the columns of its `export`, a line for each learner and exercise; what has no score has none, not zero.

Its names of assignments hold no `/`. A name is not split into family and given name, which nobody can do for all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from classroom.exports import said
from classroom.exports.matching import Export, runs, scores
from classroom.gradebook import Row, same_spelling
from classroom.store import Received

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
    "late_submission_penalty", "score", "max_score",
)  # fmt: skip


def for_nbgrader(rows: Sequence[Row], received: Sequence[Received]) -> Export:
    """Return every learner and exercise as nbgrader lists them, times in UTC as it keeps them."""
    final, export = scores(rows), Export([list(COLUMNS)])
    arrived = {(each.learner, each.place.replace("__", "/")): each.at for each in received}
    refused: dict[str, None] = {}
    given = 0
    for row in rows:
        if runs([row.learner, row.name]):
            refused[f"{row.learner} {row.name}".strip()] = None
        elif row.exercise:
            points = row.points if row.exercise in final[same_spelling(row.learner)] else None
            given += points is not None
            export.table.append(_line(row, points, _when(row, arrived)))
    export.tell(said.SCORED.format(n=given))
    export.tell(said.REFUSED, list(refused))
    return export


def _line(row: Row, points: float | None, when: str) -> list[str]:
    score, penalty = ("", "") if points is None else (f"{points:.10g}", "0.0")
    name = row.exercise.replace("/", "__")
    return [name, "", when, row.learner, row.name, "", "", score, penalty, score, f"{row.max_points or 0}"]


def _when(row: Row, arrived: dict[tuple[str, str], str]) -> str:
    """Return when the latest file of an exercise came in, empty where none did."""
    times = [at for (learner, place), at in arrived.items() if learner == row.learner and row.exercise in place]
    return f"{datetime.fromisoformat(max(times)).astimezone(UTC):%Y-%m-%d %H:%M:%S}" if times else ""
