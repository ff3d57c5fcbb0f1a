"""Canvas: scores are filled into the file that Canvas exported; nothing else in it changes, and nothing is guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from classroom.called import lesson_called
from classroom.exercise import exercise_ids, load_spec
from classroom.exports import said
from classroom.exports.matching import Export, Table, columns, matched, names_of, number, runs, scores
from classroom.gradebook import CohortError, Row, same_spelling
from playbook.language import LANGUAGES
from playbook.shown import cut

IDS = ("SIS User ID", "SIS Login ID")  # Canvas's own ID is no number that a roster has
STUDENT = "Student"
POSSIBLE = "Points Possible"
HEADED = 4  # lines among which it stands: the head, and others such as “Manual Posting”
ASSIGNMENT = re.compile(r"(.+) \(\d+\)")


@dataclass
class Tally:
    """How many scores were new, changed, or as they were."""

    new: int = 0
    changed: int = 0
    same: int = 0


def for_canvas(path: Path, table: Table, rows: Sequence[Row], named: Mapping[str, str], match: str | None) -> Export:
    """Fill final scores into a table exported by Canvas; `named` says which assignment is which exercise.

    Raises CohortError where it is no such table, or none of its assignments is an exercise.
    """
    heads = table[0] if table else []
    ids = list(columns(heads, [match] if match else IDS))
    students = list(columns(heads, [STUDENT]))
    if not ids or not students:
        wanted = match if ids or match else " / ".join(IDS)
        wanted = wanted if students else STUDENT
        raise CohortError(said.NO_COLUMN.format(path=cut(str(path)), wanted=wanted, read=cut(", ".join(heads), 300)))
    if risky := next((head for head in heads if runs([head])), None):
        raise CohortError(said.RUNS.format(path=cut(str(path)), read=cut(risky)))
    top = next((at for at, line in enumerate(table[:HEADED]) if line[0].strip() == POSSIBLE), None)
    if top is None:
        raise CohortError(said.NO_POSSIBLE.format(path=cut(str(path))))
    export = Export([list(line) for line in table])
    places = _assignments(path, export, top, rows, named)
    _fill(export, top, (ids, students[0]), rows, places)
    return export


def _assignments(path: Path, export: Export, top: int, rows: Sequence[Row], named: Mapping[str, str]) -> dict[int, str]:
    """Return the columns to fill and their exercises; those that cannot be are told."""
    heads, possible = export.table[0], export.table[top]
    spelt = {at: found[1] for at, head in enumerate(heads) if (found := ASSIGNMENT.fullmatch(head))}
    missing = set(named) - {same_spelling(name) for name in spelt.values()}
    if missing:
        raise CohortError(said.UNKNOWN.format(path=cut(str(path)), read=cut(", ".join(sorted(missing)))))
    known = _names() | dict(named)
    by_exercise: dict[str, list[int]] = defaultdict(list)
    for at, name in spelt.items():
        exercise = known.get(same_spelling(name))
        if exercise and not (exercise in named.values() and same_spelling(name) not in named):
            by_exercise[exercise].append(at)
    if not by_exercise:
        read = cut(", ".join(spelt.values()) or "–", 300)
        example = lesson_called(exercise_ids()[0])
        raise CohortError(said.NO_ASSIGNMENT.format(path=cut(str(path)), read=read, example=example))
    most = {row.exercise: row.max_points for row in rows}
    places = {}
    for exercise, ats in by_exercise.items():
        [first, *others] = ats
        wanted, read = most.get(exercise), possible[first] if first < len(possible) else ""
        if others:
            text = said.TWO_COLUMNS.format(exercise=exercise, names="{names}")
            export.tell(text, [spelt[at] for at in ats])
        elif wanted is not None and number(read) != wanted:
            export.tell(said.OTHER_MOST.format(name="{names}", read=cut(read) or "–", most=wanted), [spelt[first]])
        else:
            places[first] = exercise
    return places


def _names() -> dict[str, str]:
    """Return what an assignment may be called to be an exercise: its id, or its title in either language."""
    found: dict[str, str] = {}
    for exercise in exercise_ids():
        for title in (lesson_called(exercise), load_spec(exercise).title):
            found |= {same_spelling(title.in_language(each)): exercise for each in LANGUAGES}
        found[same_spelling(exercise)] = exercise
    return found


def _fill(
    export: Export, top: int, found: tuple[list[int], int], rows: Sequence[Row], places: Mapping[int, str]
) -> None:
    ids, student = found
    width = len(export.table[0])
    lines = {at: line + [""] * (width - len(line)) for at, line in enumerate(export.table) if at > top}
    words = {at: [line[student], *(cell for cell in line if number(cell) is None)] for at, line in lines.items()}
    refused = [at for at, cells in words.items() if runs(cells)]
    fitting = matched(
        {at: [line[column] for column in ids if line[column]] for at, line in lines.items()},
        names_of(rows),
        {at: line[student] for at, line in lines.items()},
    )
    final, tally = scores(rows), Tally()
    for at, key in fitting.lines.items():
        for column, exercise in places.items():
            if at not in refused and exercise in final[key]:
                lines[at][column] = _scored(lines[at][column], final[key][exercise].points or 0.0, tally)
    export.table = [*export.table[: top + 1], *(line for at, line in lines.items() if at not in refused)]
    export.tell(said.MATCHED.format(n=len(set(fitting.lines) - set(refused))))
    export.tell(said.FILLED.format(new=tally.new, changed=tally.changed, same=tally.same))
    export.tell(said.AMBIGUOUS, fitting.ambiguous)
    export.tell(said.THEIRS, fitting.theirs)
    export.tell(said.OURS, fitting.ours)
    export.tell(said.REFUSED, [lines[at][student] for at in refused])


def _scored(cell: str, points: float, tally: Tally) -> str:
    """Return a cell with the points, as it is where it has them already: the same file twice is the same file."""
    read = number(cell)
    if read == points:
        tally.same += 1
        return cell
    if cell.strip():
        tally.changed += 1
    else:
        tally.new += 1
    return f"{points:.10g}"
