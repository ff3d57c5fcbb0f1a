"""The tables an instructor keeps: the roster that is read, the gradebook and its items that are written."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from codecs import getwriter
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

from classroom import notes
from classroom.grading import Outcome
from playbook.language import Language, Text, language
from playbook.places import written
from playbook.shown import cut, inert, visible

if TYPE_CHECKING:
    from _csv import Writer  # what `csv.writer` returns has no name outside the types

Status = Literal["GRADED", "WARN", "MARK", "FIX", "QUARANTINE", "ERROR", "MISSING"]
ROWS = ("learner", "name", "exercise", "status", "points", "max_points", "note")
ITEMS = ("learner", "exercise", "question", "outcome", "points", "max_points", "message", "first_outcome")
LONGEST = 600  # characters of a note or message
BOM = "\ufeff"
DELIMITERS = ",;\t"
HEADERS = {  # as rosters call them; the first that is there is taken
    "learner": ("learner", "学号", "工号", "学员编号", "student id", "learner id", "学员", "编号", "id"),
    "name": ("name", "姓名", "名字", "full name"),
}
MANGLED = re.compile(r"[0-9](\.[0-9]+)?E\+[0-9]+", re.IGNORECASE)  # what Excel makes of a long number


class CohortError(ValueError):
    """What could not be done; `args[0]` is a Text that says where, what was read, what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True, order=True)
class Learner:
    """One learner: the id that folders and files are matched with, and the name (empty without a roster)."""

    id: str
    name: str = ""

    @property
    def key(self) -> str:
        """Return what two spellings of the id have in common."""
        return same_spelling(self.id)


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one exercise of one learner; points are None where nothing was graded, which is not zero."""

    learner: str
    name: str
    exercise: str
    status: Status
    points: float | None
    max_points: int | None
    note: Text


@dataclass(frozen=True, slots=True)
class Item:
    """What came of one question; points are None where a person or the course's keeper must look first.

    `mistake` says which of the question's listed mistakes was made, from 0; None if it was none of them.
    """

    learner: str
    exercise: str
    question: str
    outcome: Outcome
    points: float | None
    max_points: int
    message: Text
    first_outcome: Outcome | None
    mistake: int | None = None


def same_spelling(name: str) -> str:
    """Return an id without what computers and keyboards vary: full width, composition, case, invisible signs."""
    plain = unicodedata.normalize("NFKC", name)
    seen = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", seen.casefold()).strip()


def read_roster(path: Path) -> list[Learner]:
    """Read `learner,name` from a CSV as spreadsheets write it. Raises CohortError naming file and line."""
    file = cut(path.name)
    try:
        text = _decoded(path.read_bytes())
    except (OSError, UnicodeDecodeError) as error:
        raise CohortError(notes.NO_ROSTER.format(file=file)) from error
    lines = [(line, cells) for line, cells in _table(file, text) if any(cell.strip() for cell in cells)]
    if not lines:
        raise CohortError(notes.NO_LEARNERS.format(file=file))
    line, header = lines[0]
    columns = _columns(header)
    if "learner" not in columns:
        raise CohortError(notes.NO_COLUMN.format(file=file, line=line, read=cut(", ".join(header))))
    return _learners(file, lines[1:], columns)


def write_gradebook(out: Path, graded: Iterable[tuple[Sequence[Row], Sequence[Item]]]) -> Counter[Status]:
    """Write `gradebook.csv` and `items.csv`, both whole or neither, in the reader's language, as they come.

    Return how many rows have which status. Raises OSError.
    """
    counts: Counter[Status] = Counter()
    wanted = language()
    with written(out / "items.csv", out / "gradebook.csv") as streams:
        of_items, of_rows = (_table_in(stream, columns) for stream, columns in zip(streams, (ITEMS, ROWS), strict=True))
        for rows, items in graded:
            of_items.writerows([_cell(getattr(item, column), wanted) for column in ITEMS] for item in items)
            of_rows.writerows([_cell(getattr(row, column), wanted) for column in ROWS] for row in rows)
            counts.update(row.status for row in rows)
    return counts


def _table_in(stream: BinaryIO, columns: Sequence[str]) -> Writer:
    """Begin a CSV as spreadsheets read it: UTF-8 with its mark, CR LF."""
    stream.write(BOM.encode())
    table = csv.writer(getwriter("utf-8")(stream), lineterminator="\r\n")
    table.writerow(columns)
    return table


def _cell(value: object, wanted: Language) -> str:
    """Return a number as a number, and a text so that nothing in it acts: whoever wrote it is a stranger."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:.10g}"
    if isinstance(value, Text):
        return inert(cut(" ".join(value.in_language(wanted).split()), LONGEST))
    return inert(visible(str(value)))


def _decoded(data: bytes) -> str:
    """Return a CSV's text. Raises UnicodeDecodeError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # what Excel calls Unicode text
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")  # what Excel calls CSV, on Chinese Windows


def _table(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its first line. Raises CohortError where a row cannot be read."""
    lines = io.StringIO(text, newline="").readlines()
    reader = csv.reader(lines, delimiter=_delimiter(lines), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise CohortError(notes.BROKEN_LINE.format(file=file, line=line)) from error


def _delimiter(lines: Sequence[str]) -> str:
    """Return the delimiter that gives the header a column of learners."""
    header = [line for line in lines if line.strip()][:1]
    fitting = (
        sign for sign in DELIMITERS for cells in csv.reader(header, delimiter=sign) if "learner" in _columns(cells)
    )
    return next(fitting, ",")


def _columns(header: Sequence[str]) -> dict[str, int]:
    """Return where the known columns stand."""
    read = [same_spelling(cell) for cell in header]
    found = {name: [read.index(word) for word in words if word in read] for name, words in HEADERS.items()}
    return {name: places[0] for name, places in found.items() if places}


def _learners(file: str, lines: Iterable[tuple[int, list[str]]], columns: dict[str, int]) -> list[Learner]:
    found: dict[str, Learner] = {}
    first: dict[str, int] = {}
    for line, cells in lines:
        cell = {name: cells[at].strip() if at < len(cells) else "" for name, at in columns.items()}
        learner = Learner(unicodedata.normalize("NFKC", cell["learner"]), cell.get("name", ""))
        if not learner.key:
            raise CohortError(notes.NO_ID.format(file=file, line=line, read=cut(", ".join(cells))))
        if MANGLED.fullmatch(learner.id):
            raise CohortError(notes.BY_EXCEL.format(file=file, line=line, read=learner.id))
        if learner.key in found:
            raise CohortError(
                notes.LISTED_TWICE.format(file=file, line=line, read=cut(learner.id), first=first[learner.key])
            )
        found[learner.key], first[learner.key] = learner, line
    if not found:
        raise CohortError(notes.NO_LEARNERS.format(file=file))
    return list(found.values())
