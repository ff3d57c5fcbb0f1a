"""Whom another version of the course changes, from what to what; marks given by hand are kept, and told of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from decimal import Decimal
from pathlib import Path

from classroom import notes
from classroom.gradebook import BOM, Item
from classroom.grading import OUTCOMES
from classroom.judged import Judged
from classroom.schema import EARLIER, STANDING
from classroom.store import Mark, Store, not_written
from playbook.language import Text, same
from playbook.places import write_safely
from playbook.shown import cut, inert, visible

FIRST = 20  # that are told one by one
FILE = "changes.csv"
Marks = dict[tuple[str, str, str], Mark]  # by learner, exercise, question
Came = tuple[str, float | None]  # an outcome or a status, and points


@dataclass(frozen=True, slots=True)
class Change:
    """A result that differs; `before` and `now` are outcomes of a question, or of the exercise where that is empty."""

    learner: str
    name: str
    exercise: str
    question: str
    before: str
    points_before: float | None
    now: str
    points_now: float | None
    by_hand: float | None


def changes_told(record: Store, out: Path) -> list[Text]:
    """Return what to say of a finished run, and list all changes in `changes.csv`. Raises CohortError."""
    marks: Marks = {(mark.learner, mark.exercise, mark.question): mark for mark in record.marks()}
    aside = [_line(mark, _points(mark.points), notes.WAITS) for mark in record.marks_aside()]
    beneath = list(_beneath(record, marks))
    return [*_changed(record, out, marks), *_listed(notes.BENEATH, beneath), *_listed(notes.ASIDE, aside)]


def changes(record: Store, marks: Marks) -> Iterator[Change]:
    """Yield every result that counted before the course changed and is another now, by learner."""
    names = {learner.id: learner.name for learner in record.learners()}
    standing = record.judged(STANDING)
    for before in record.judged(EARLIER):
        now = next(each for each in standing if (each.learner, each.exercise) == (before.learner, before.exercise))
        for question, was, comes in _pairs(before, now):
            if was != comes:
                mark = marks.get((before.learner, before.exercise, question))
                place = (before.learner, names[before.learner], before.exercise, question)
                yield Change(*place, *was, *comes, mark.points if mark else None)


def _pairs(before: Judged, now: Judged) -> Iterator[tuple[str, Came, Came]]:
    """Yield each question with what came of it then and now; the exercise as a whole if it was not graded twice."""
    if not before.items or not now.items:
        yield "", _whole(before), _whole(now)
        return
    then, today = _by_question(before.items), _by_question(now.items)
    for question in {**then, **today}:
        yield question, then.get(question, ("", None)), today.get(question, ("", None))


def _by_question(items: Sequence[Item]) -> dict[str, Came]:
    return {item.question: (item.outcome, item.points) for item in items}


def _whole(judged: Judged) -> Came:
    points = sum(Decimal(str(item.points or 0)) for item in judged.items)
    return judged.status, float(points) if judged.items else None


def _changed(record: Store, out: Path, marks: Marks) -> list[Text]:
    """Write the list, and return its head and first lines; nothing where the course is as it was."""
    if not record.has_earlier():
        return []
    found = list(changes(record, marks))
    try:
        write_safely(out / FILE, _table(found))
    except OSError as error:
        raise not_written(out / FILE, error) from error
    if not found:
        return [notes.UNCHANGED]
    head = notes.CHANGED.format(learners=len({each.learner for each in found}), n=len(found), path=out / FILE)
    return [head, *_first([_told(each) for each in found])]


def _beneath(record: Store, marks: Marks) -> Iterator[Text]:
    """Yield a line for each mark where the course itself judges otherwise than when it was given."""
    if not marks:
        return
    for judged in record.judged(STANDING):
        for item in judged.items:
            mark = marks.get((judged.learner, judged.exercise, item.question))
            if mark and (mark.outcome, mark.beneath) != (item.outcome, item.points):
                yield _line(mark, _scored(mark.outcome, mark.beneath), _scored(item.outcome, item.points))


def _listed(head: Text, lines: Sequence[Text]) -> list[Text]:
    return [head.format(n=len(lines)), *_first(lines)] if lines else []


def _first(lines: Sequence[Text]) -> list[Text]:
    more = len(lines) - FIRST
    return [*lines[:FIRST], *([notes.MORE.format(n=more)] if more > 0 else [])]


def _told(change: Change) -> Text:
    before, now = _scored(change.before, change.points_before), _scored(change.now, change.points_now)
    kept = notes.BY_HAND.format(points=f"{change.by_hand:.10g}") if change.by_hand is not None else Text("", "")
    return _line(change, before, now) + kept


def _line(of: Change | Mark, before: Text, now: Text) -> Text:
    name = f" {cut(of.name)}" if isinstance(of, Change) and of.name else ""
    question = f" {of.question}" if of.question else ""
    place = f"{cut(of.learner)}{name} {of.exercise}{question}"
    return notes.CHANGE.format(place=place, before=before, now=now)


def _scored(outcome: str, points: float | None) -> Text:
    """Say an outcome or a status, with its points if it has any."""
    known = {name: text for name, text in OUTCOMES.items() if name == outcome}
    said = next(iter(known.values()), same(outcome or "-"))
    return said if points is None else said + notes.IN_BRACKETS.format(points=_points(points))


def _points(points: float) -> Text:
    return notes.POINTS.format(n=f"{points:.10g}")


def _table(found: Sequence[Change]) -> str:
    """Return the list as a spreadsheet reads it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([each.name for each in fields(Change)])
    for change in found:
        writer.writerow([_cell(value) for value in astuple(change)])
    return BOM + stream.getvalue()


def _cell(value: str | float | None) -> str:
    if isinstance(value, str):
        return inert(visible(value))
    return "" if value is None else f"{value:.10g}"
