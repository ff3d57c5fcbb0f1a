"""Moodle: a column of ids, then for each exercise its score and its feedback, never feedback without a score.

Which grade item a column is, is chosen in Moodle at the import. Ids are written as Moodle spells them where its own
export is given, because it tells capitals apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from classroom.called import lesson_called, question_called
from classroom.exports import said
from classroom.exports.matching import Export, Matched, Table, columns, matched, names_of, runs, scores
from classroom.gradebook import CohortError, Item, Row, same_spelling
from classroom.grading import OUTCOMES
from classroom.store import Mark
from playbook.language import COLON, Text, join, same
from playbook.shown import cut, visible

ID = "ID number"
IDS = (ID, "Email address", "ID 号", "电子邮件地址", "Email地址")  # as Moodle heads them, in English and Chinese
LONGEST = 2000  # characters of feedback


Feedback = Mapping[tuple[str, str], str]  # by learner and exercise


def for_moodle(rows: Sequence[Row], told: Feedback) -> Export:
    """Return the scores by the learners' own ids, under `ID number`, with what learners are told."""
    known = names_of(rows)
    ids = {same_spelling(row.learner): row.learner for row in rows if row.exercise}
    export = Export([[ID]])
    lines = {at: [ids[key]] for at, key in enumerate(known)}
    fitting = Matched(dict(enumerate(known)), [], [], [])
    _fill(export, lines, fitting, rows, told)
    return export


def into_moodle(path: Path, table: Table, match: str | None, rows: Sequence[Row], told: Feedback) -> Export:
    """Return the scores with the ids of a table that Moodle exported. Raises CohortError where it has none."""
    heads = table[0] if table else []
    ids = list(columns(heads, [match] if match else IDS))
    if not ids:
        wanted = match or " / ".join(IDS[:2])
        raise CohortError(said.NO_COLUMN.format(path=cut(str(path)), wanted=wanted, read=cut(", ".join(heads), 300)))
    lines = {at: [line[column] for column in ids if column < len(line)] for at, line in enumerate(table) if at}
    called = {at: " ".join(table[at][:2]) for at in lines}
    export = Export([[heads[column] for column in ids]])
    fitting = matched({at: [each for each in line if each] for at, line in lines.items()}, names_of(rows), called)
    _fill(export, lines, fitting, rows, told)
    export.tell(said.AMBIGUOUS, fitting.ambiguous)
    export.tell(said.THEIRS, fitting.theirs)
    export.tell(said.OURS, fitting.ours)
    return export


def _fill(
    export: Export, lines: Mapping[int, list[str]], fitting: Matched, rows: Sequence[Row], told: Feedback
) -> None:
    """Write the head and a line for each learner who has a score and whose ids no spreadsheet would run."""
    final = scores(rows)
    exercises = list(dict.fromkeys(row.exercise for row in rows if row.exercise in _scored(final)))
    for exercise in exercises:
        item = str(lesson_called(exercise))
        export.table[0] += [item, f"{item} {said.FEEDBACK}"]
    refused, given = [], 0
    for at, key in fitting.lines.items():
        if runs(lines[at]):
            refused.append(lines[at][0])
        elif final[key]:
            cells = [_cells(final[key].get(each), told) for each in exercises]
            export.table.append([*lines[at], *(cell for pair in cells for cell in pair)])
            given += len(final[key])
    export.tell(said.SCORED.format(n=given))
    export.tell(said.REFUSED, refused)


def _scored(final: Mapping[str, Mapping[str, Row]]) -> set[str]:
    return {exercise for its in final.values() for exercise in its}


def _cells(row: Row | None, told: Feedback) -> tuple[str, str]:
    if row is None or row.points is None:
        return "", ""
    return f"{row.points:.10g}", told.get((row.learner, row.exercise), "")


def feedback(items: Sequence[Item], marks: Sequence[Mark]) -> dict[tuple[str, str], str]:
    """Return what a learner reads of an exercise: each question, what came of it, and what a person wrote."""
    comments = {(mark.learner, mark.exercise, mark.question): mark.comment for mark in marks}
    found: dict[tuple[str, str], list[Text]] = {}
    for item in items:
        line = question_called(item.exercise, item.question) + COLON + OUTCOMES[item.outcome]
        if comment := comments.get((item.learner, item.exercise, item.question)):
            line += Text("（{words}）", " ({words})").format(words=visible(comment))
        found.setdefault((item.learner, item.exercise), []).append(line)
    return {key: cut(str(join(lines, "；", "; ") + same("")), LONGEST) for key, lines in found.items()}
