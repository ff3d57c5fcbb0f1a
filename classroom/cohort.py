"""Grade a cohort: every exercise of every learner ends in exactly one row, whatever was handed in.

Only answer files are read, as data. Nothing that a learner handed in is run, imported or converted.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import get_args

from tqdm import tqdm

from classroom import notes, refusals
from classroom.answers import AnswerFile
from classroom.exercise import SpecError
from classroom.gradebook import CohortError, Item, Learner, Row, Status, read_roster, same_spelling, write_gradebook
from classroom.grading import Outcome
from classroom.marking import Course, Refused, Sheet, opened, parsed
from classroom.submissions import Fault, Piece, Sender, pieces, readable, senders
from playbook.language import Text, join
from playbook.shown import cut

__all__ = ["CohortError", "Graded", "grade_cohort"]

MOST_NOTES = 3  # in one cell
NO_NOTE = Text("", "")
REMARKS: dict[Outcome, Text] = {"error": notes.ITEMS_FAILED, "to_mark": notes.TO_MARK, "blank": notes.SOME_BLANK}


@dataclass(frozen=True, slots=True)
class Graded:
    """What came of a cohort: every row and item as written to `out`, and how many files were junk."""

    rows: list[Row]
    items: list[Item]
    ignored: int
    out: Path

    @property
    def exit_status(self) -> int:
        """Return 0 if every row is GRADED, 1 if anything was left out, is to mend, or waits for a person."""
        return int(any(row.status != "GRADED" for row in self.rows))

    @property
    def summary(self) -> Text:
        """Say how many rows have which status, where the gradebook lies, and what to do next."""
        counts = Counter(row.status for row in self.rows)
        said = notes.SUMMARY.format(
            learners=len({row.learner for row in self.rows if row.exercise}),
            exercises=len({row.exercise for row in self.rows if row.exercise}),
            counts=", ".join(f"{status} {counts[status]}" for status in get_args(Status) if counts[status]),
            path=self.out / "gradebook.csv",
        )
        if self.ignored:
            said += notes.IGNORED.format(n=self.ignored)
        return said + notes.LOOK if self.exit_status else said


def grade_cohort(submissions: Path, roster: Path | None, out: Path, code: str = "") -> Graded:
    """Grade all that lies in `submissions` and write `gradebook.csv` and `items.csv` into `out`.

    Raises CohortError, and leaves what was in `out` as it was, where that cannot be done.
    """
    found = _found(submissions, roster, out)
    learners = read_roster(roster) if roster else _named(found)
    course = _course(code)
    by_key: dict[str, list[Sender]] = defaultdict(list)
    for sender in found:
        by_key[same_spelling(sender.name)].append(sender)
    rows: list[Row] = []
    items: list[Item] = []
    counts: Counter[str] = Counter()
    for learner in tqdm(sorted(learners), delay=2, unit="learner"):
        its_rows, its_items = _graded(learner, by_key.pop(learner.key, []), course, counts)
        rows += its_rows
        items += its_items
    for sender in [sender for strangers in by_key.values() for sender in strangers]:
        rows += _stray(sender, counts)
    if not counts["file"]:
        raise CohortError(notes.NOTHING.format(path=cut(str(submissions))))
    return _written(Graded(sorted(rows, key=lambda row: (row.learner, row.exercise)), items, counts["junk"], out))


def _found(submissions: Path, roster: Path | None, out: Path) -> list[Sender]:
    """Return who handed in. Raises CohortError where the places make no sense."""
    if not submissions.is_dir():
        raise CohortError(notes.NO_FOLDER.format(path=cut(str(submissions))))
    if Path(os.path.realpath(out)).is_relative_to(os.path.realpath(submissions)):
        raise CohortError(notes.INSIDE.format(path=cut(str(submissions))))
    try:
        return senders(submissions, roster)
    except OSError as error:
        raise CohortError(notes.NO_FOLDER.format(path=cut(str(submissions)))) from error


def _named(found: Iterable[Sender]) -> list[Learner]:
    """Return the learners where no roster says who they are: whoever has a folder or a zip."""
    ids = [unicodedata.normalize("NFKC", sender.name).strip() for sender in found if sender.is_learner]
    return list({learner.key: learner for learner in map(Learner, ids)}.values())


def _course(code: str) -> Course:
    try:
        return Course(code)
    except SpecError as error:
        raise CohortError(notes.COURSE_BROKEN.format(why=error)) from error


def _written(graded: Graded) -> Graded:
    try:
        write_gradebook(graded.out, graded.rows, graded.items)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CohortError(notes.NOT_WRITTEN.format(path=cut(str(graded.out)), why=why)) from error
    return graded


def _graded(
    learner: Learner, own: Sequence[Sender], course: Course, counts: Counter[str]
) -> tuple[list[Row], list[Item]]:
    """Return one row for each exercise of a learner, and the items of those that could be graded."""
    found = _files(own, counts)
    names = sorted({sender.name for sender in own})
    if len(names) > 1:
        claimed = [Fault("QUARANTINE", notes.CLAIMED.format(names=cut(", ".join(names))))]
        return [_ungraded(learner, exercise, course, claimed) for exercise in course.exercises], []
    read = [opened(piece, learner, course) for piece in found]
    sheets: dict[str, list[Sheet]] = defaultdict(list)
    for each in read:
        if isinstance(each, Sheet):
            sheets[each.answers.exercise].append(each)
    # A file that may have been for any exercise is told of where one is lacking.
    lacking = [exercise for exercise in course.exercises if exercise not in sheets] or course.exercises[:1]
    rows: list[Row] = []
    items: list[Item] = []
    for exercise in course.exercises:
        here = {exercise, None} if exercise in lacking else {exercise}
        faults = [each.fault for each in read if isinstance(each, Refused) and each.exercise in here]
        if exercise in sheets:
            sheet, warnings, remarks = _latest(sheets[exercise])
            warnings += _spelling(learner, names[0], sheet) + [fault.why for fault in faults]
            marked = course.items(learner.id, sheet.answers)
            rows.append(_marked(learner, exercise, marked, warnings, remarks))
            items += marked
        else:
            rows.append(_ungraded(learner, exercise, course, faults))
    return rows, items


def _files(own: Iterable[Sender], counts: Counter[str]) -> list[Piece]:
    """Return what was handed in, and count it; junk is counted apart and left out."""
    files: list[Piece] = []
    for sender in own:
        found, junk = pieces(sender)
        files += found
        counts["junk"] += junk
    counts["file"] += len(files)
    return files


def _latest(sheets: Sequence[Sheet]) -> tuple[Sheet, list[Text], list[Text]]:
    """Return the answers that count of those for one exercise, with what to warn of and what only to note."""
    latest = max(sheets, key=lambda sheet: (sheet.piece.age, sheet.piece.place))
    versions = len({sheet.piece.content for sheet in sheets})
    warnings = [notes.VERSIONS.format(n=versions, place=cut(latest.piece.place))] if versions > 1 else []
    return latest, warnings, [notes.RESENT] if versions < len(sheets) else []


def _spelling(learner: Learner, folder: str, sheet: Sheet) -> list[Text]:
    """Warn of a name that was accepted although it is not spelt as the learner's id."""
    read = next((name for name in (folder, sheet.answers.learner) if name != learner.id), None)
    return [notes.SPELLING.format(read=cut(read), id=cut(learner.id))] if read else []


def _marked(learner: Learner, exercise: str, items: Sequence[Item], warnings: list[Text], remarks: list[Text]) -> Row:
    """Return the row of answers that were graded: points of what needs no person, and what to look at."""
    outcomes = {item.outcome for item in items}
    said = []
    for outcome, text in REMARKS.items():
        names = [item.question for item in items if item.outcome == outcome]
        if names:
            said.append(text.format(names=", ".join(names), n=len(names), all=len(items)))
    rest: Status = "WARN" if warnings else "GRADED"
    status: Status = "ERROR" if "error" in outcomes else "MARK" if "to_mark" in outcomes else rest
    points = sum(Decimal(str(item.points or 0)) for item in items)
    most = sum(item.max_points for item in items)
    return Row(learner.id, learner.name, exercise, status, float(points), most, _noted([*said, *warnings, *remarks]))


def _ungraded(learner: Learner, exercise: str, course: Course, faults: Sequence[Fault]) -> Row:
    """Return the row of an exercise that could not be graded: no points, which is not zero points."""
    found = {fault.status for fault in faults}
    status: Status = "QUARANTINE" if "QUARANTINE" in found else "FIX" if found else "MISSING"
    note = _noted([fault.why for fault in faults]) if faults else notes.NOT_HANDED_IN
    return Row(learner.id, learner.name, exercise, status, None, course.most(exercise), note)


def _stray(sender: Sender, counts: Counter[str]) -> list[Row]:
    """Return the row of what belongs to nobody known: nothing of it is graded, and no learner is made up for it."""
    found = [parsed(piece) for piece in _files([sender], counts)]
    if not found and not sender.is_learner:
        return []  # junk
    says = sorted({answers.learner for answers in found if isinstance(answers, AnswerFile)})
    inside = notes.SAYS.format(names=cut(", ".join(says))) if says else NO_NOTE
    faults = [fault.why for fault in found if isinstance(fault, Fault)]
    why = notes.NOT_LISTED.format(n=len(found), says=inside) if sender.is_learner else _noted([notes.LOOSE, *faults])
    note = refusals.ABOUT.format(place=cut(readable(sender.path.name)), why=why)
    return [Row(sender.name, "", "", "QUARANTINE", None, None, note)]


def _noted(said: Sequence[Text]) -> Text:
    more = len(said) - MOST_NOTES
    rest = [notes.AND_MORE.format(n=more)] if more > 0 else []
    return join([*said[:MOST_NOTES], *rest], " ", " ")
