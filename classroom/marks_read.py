"""A marking workbook read back: every cell is looked at first, and marks are taken of all of them or of none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from unicodedata import normalize
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from classroom import marks_said as said
from classroom.gradebook import CohortError
from classroom.marking_book import ANSWER, COMMENT, KEYS, LEARNERS, NUMBER, POINTS, digest, written
from classroom.store import Store
from playbook.language import LANGUAGES, Text, join
from playbook.shown import cut

TOLD = 20  # faults listed
LONGEST = 2000  # characters of a comment
LARGEST = 50 * 1024 * 1024  # bytes
Row = tuple[Cell | MergedCell, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What the hidden sheet says of one learner's answer in a row."""

    sheet: str
    number: int
    exercise: str
    question: str
    most: int
    digest: str
    learner: str


@dataclass(frozen=True, slots=True)
class Given:
    """The points and the comment of one row."""

    points: float
    comment: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of reading a workbook: marks new, and as they were; rows without points; what changed since."""

    new: int
    same: int
    left: int
    changed: tuple[Text, ...]


def read_marks(path: Path) -> tuple[dict[tuple[str, int], Given], list[Key]]:
    """Return the marks by sheet and number, and whose they are. Raises CohortError naming every wrong cell."""
    book = _opened(path)
    keys = _keys(path, book)
    by_sheet: dict[str, dict[int, Key]] = defaultdict(dict)
    for key in keys:
        by_sheet[key.sheet][key.number] = key
    given: dict[tuple[str, int], Given] = {}
    faults: list[Text] = []
    for name, rows in by_sheet.items():
        sheet = book[name] if name in book.sheetnames else None
        for number, found in _read(sheet, rows, faults) if isinstance(sheet, Worksheet) else ():
            given[name, number] = found
    if faults:
        more = [said.AND_MORE.format(n=len(faults) - TOLD)] if len(faults) > TOLD else []
        listed = join([*faults[:TOLD], *more], "\n", "\n")
        raise CohortError(said.REFUSED.format(path=cut(str(path)), n=len(faults), faults=listed))
    return given, keys


def take_marks(store: Store, path: Path, by: str) -> Taken:
    """Write the marks of a workbook into the record, all or none. Raises CohortError."""
    given, keys = read_marks(path)
    now = {
        (learner, each.exercise, each.name): digest(line.shown)
        for each in written(store)
        for line in each.lines
        for learner in line.learners
    }
    earlier = {(mark.learner, mark.exercise, mark.question): Given(mark.points, mark.comment) for mark in store.marks()}
    marked = [key for key in keys if (key.sheet, key.number) in given]
    changed = [key for key in marked if now.get((key.learner, key.exercise, key.question)) != key.digest]
    new = [
        key
        for key in marked
        if key not in changed and earlier.get((key.learner, key.exercise, key.question)) != given[key.sheet, key.number]
    ]
    with store.transaction():
        for key in new:
            mark = given[key.sheet, key.number]
            store.mark(key.learner, key.exercise, key.question, mark.points, by, comment=mark.comment)
    left = len({(key.sheet, key.number) for key in keys} - set(given))
    return Taken(len(new), len(marked) - len(new) - len(changed), left, tuple(_changed(changed)))


def _opened(path: Path) -> Workbook:
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(path)  # noqa: TRY301 - told as any other file that is none of ours
        return load_workbook(path)
    except (OSError, BadZipFile, InvalidFileException, KeyError, ValueError, TypeError) as error:
        raise CohortError(said.NO_BOOK.format(path=cut(str(path)))) from error


def _keys(path: Path, book: Workbook) -> list[Key]:
    hidden = book[KEYS] if KEYS in book.sheetnames else None
    try:
        if not isinstance(hidden, Worksheet):
            raise TypeError(KEYS)  # noqa: TRY301 - as above
        return [_key(row) for row in hidden.iter_rows(values_only=True)]
    except (TypeError, ValueError) as error:
        raise CohortError(said.NO_BOOK.format(path=cut(str(path)))) from error


def _key(row: tuple[Any, ...]) -> Key:
    sheet, number, exercise, question, most, words, learner = row[:7]
    return Key(str(sheet), int(number), str(exercise), str(question), int(most), str(words), str(learner))


def _read(sheet: Worksheet, rows: Mapping[int, Key], faults: list[Text]) -> Iterator[tuple[int, Given]]:
    """Yield the rows of a sheet that have points; what is wrong is added to `faults`."""
    seen: set[int] = set()
    for row in _below_heads(sheet):
        number = row[NUMBER - 1].value
        if all(row[column - 1].value in {None, ""} for column in (NUMBER, ANSWER, POINTS, COMMENT)):
            continue
        key = rows.get(number) if isinstance(number, int) else None
        if key is None:
            faults.append(_fault(row[NUMBER - 1], said.NO_NUMBER.format(read=_shown(number))))
        elif number in seen:
            faults.append(_fault(row[NUMBER - 1], said.TWICE.format(read=number)))
        elif digest(str(row[ANSWER - 1].value or "")) != key.digest:
            faults.append(_fault(row[ANSWER - 1], said.MOVED.format(read=number)))
        else:
            seen.add(key.number)
            found = _given(row, key.most)
            if isinstance(found, Given):
                yield key.number, found
            elif found:
                faults.append(found)


def _below_heads(sheet: Worksheet) -> Iterator[Row]:
    """Yield the rows below the heads of the table."""
    heads = {said.HEADS[LEARNERS - 1].in_language(each) for each in LANGUAGES}
    begun = False
    for row in sheet.iter_rows(max_col=COMMENT):
        if begun:
            yield row
        begun = begun or row[LEARNERS - 1].value in heads


def _given(row: Row, most: int) -> Given | Text | None:
    """Return what a row gives, what is wrong with it, or None where it has not been marked yet."""
    points, comment = row[POINTS - 1], row[COMMENT - 1]
    for cell in (points, comment):
        if cell.data_type == "f":
            return _fault(cell, said.FORMULA.format(read=_shown(cell.value)))
    words = str(comment.value or "").strip()
    if len(words) > LONGEST:
        return _fault(comment, said.LONG_COMMENT.format(n=len(words), most=LONGEST))
    if points.value is None or points.value == "":
        return _fault(points, said.NO_POINTS) if words else None
    number = _number(points.value)
    if number is None or not 0 <= number <= most:
        return _fault(points, said.POINTS.format(read=_shown(points.value), most=most))
    return Given(float(number), words)


def _number(value: object) -> Decimal | None:
    """Return a number of at most one decimal, typed as a number or as its digits; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        read = Decimal(normalize("NFKC", str(value)).strip())
        return read if read.is_finite() and read == round(read, 1) else None
    except InvalidOperation:
        return None


def _fault(cell: Cell | MergedCell, why: Text) -> Text:
    return said.CELL.format(sheet=cell.parent.title, cell=cell.coordinate, why=why)


def _shown(value: object) -> str:
    return cut(str(value)) if value not in {None, ""} else "–"


def _changed(keys: list[Key]) -> Iterator[Text]:
    rows: dict[tuple[str, int], int] = defaultdict(int)
    for key in keys:
        rows[key.sheet, key.number] += 1
    for (sheet, number), learners in rows.items():
        yield said.CHANGED.format(sheet=sheet, number=number, n=learners)
