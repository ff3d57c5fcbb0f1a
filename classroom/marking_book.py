"""The workbook in which a person marks what learners wrote: a sheet a question, no names, equal answers once.

Rows stand in an order that follows from the question and the answer alone, so that nobody is marked first because of
a name, and a learner more changes no order. Who wrote which row stands in a hidden sheet, for `marks_read`.
"""

from __future__ import annotations

import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from classroom import marks_said as said
from classroom.called import lesson_called
from classroom.exercise import Question, TextField, exercise_ids, load_spec
from classroom.rubric import rubric
from classroom.store import Mark
from playbook.facts import sample_facts
from playbook.shown import visible

KEYS, CHOICES = "_rows", "_points"  # the hidden sheets
NUMBER, ANSWER, LEARNERS, POINTS, COMMENT = range(1, 6)  # columns
WIDTHS = {NUMBER: 6, ANSWER: 70, LEARNERS: 10, POINTS: 8, COMMENT: 44}
FULL = sum(WIDTHS.values())  # characters across, of a narrow script
HOLDS = 32_767  # characters in a cell
LINE = 15.0  # points of height
TALLEST = 409.0
STEPS = 2  # points are given in halves
CENTRED = Alignment(horizontal="center", vertical="top")
LINED = Border(bottom=Side("hair", color="999999"))
JOINER = "\u200d"  # holds an emoji of several signs together


class Record(Protocol):
    """What is read of a cohort's record."""

    def texts(self, exercise: str, question: str) -> list[tuple[str, str, str]]:
        """Return `(learner, field, text)` of all that was written."""

    def marks(self) -> list[Mark]:
        """Return the marks that count."""


@dataclass(frozen=True, slots=True)
class Line:
    """One answer, and all who gave it."""

    number: int
    text: str
    learners: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Return what stands in the cell: the answer, or where to read what no cell can hold."""
        whole = "\n".join(JOINER.join(map(visible, each.split(JOINER))) for each in self.text.splitlines())
        if len(whole) <= HOLDS:
            return whole
        return str(said.TOO_LONG.format(n=len(whole), learner=self.learners[0]))


@dataclass(frozen=True, slots=True)
class Written:
    """All answers to a question that a person marks."""

    exercise: str
    name: str
    question: Question
    lines: tuple[Line, ...]

    @property
    def sheet(self) -> str:
        """Return the sheet's name: `05_02 defend` (31 characters at most, none that Excel refuses)."""
        system, lesson = self.exercise.split("/")
        return f"{system[:2]}_{lesson[:2]} {self.name}"[:31]


def written(record: Record) -> list[Written]:
    """Return what waits for a person, or was marked by one, in the order of the course."""
    found = []
    for exercise in exercise_ids():
        for name, question in load_spec(exercise).exercise.items():
            if all(isinstance(field, TextField) for field in question.fields.values()):
                lines = tuple(_lines(f"{exercise} {name}", question, record.texts(exercise, name)))
                found += [Written(exercise, name, question, lines)] if lines else []
    return found


def workbook(questions: Sequence[Written], marks: Sequence[Mark], command: str) -> bytes:
    """Return the workbook, with the marks given so far; `command` reads it back."""
    book = Workbook()
    book.remove(book.worksheets[0])
    given = {(mark.learner, mark.exercise, mark.question): (mark.points, mark.comment) for mark in marks}
    for each in questions:
        sheet = book.create_sheet(each.sheet)
        _fill(sheet, each, given, command)
    _hide(book, questions)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def same_words(text: str) -> str:
    """Return what equal answers have in common: full width, composition and spaces make no difference."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def digest(shown: str) -> str:
    """Return a short name for what stands in a cell, however a spreadsheet saved its spaces and line ends."""
    return sha256(same_words(shown).encode()).hexdigest()[:16]


def _lines(seed: str, question: Question, texts: Sequence[tuple[str, str, str]]) -> Iterator[Line]:
    whole: dict[str, list[str]] = defaultdict(list)
    for learner, field, text in texts:
        label = f"{question.fields[field].label} " if len(question.fields) > 1 else ""
        whole[learner].append(label + text.strip())
    alike: dict[str, list[str]] = defaultdict(list)
    for learner, parts in sorted(whole.items()):
        alike[same_words("\n".join(parts))].append(learner)
    shuffled = sorted(alike.items(), key=lambda each: sha256(f"{seed} {each[0]}".encode()).digest())
    for number, (_, learners) in enumerate(shuffled, start=1):
        yield Line(number, "\n".join(whole[learners[0]]), tuple(learners))


def _fill(sheet: Worksheet, each: Written, given: dict[tuple[str, str, str], tuple[float, str]], command: str) -> None:
    """Write a question's sheet: what was asked, how to mark it, then a row for each answer."""
    for column, width in WIDTHS.items():
        sheet.column_dimensions[get_column_letter(column)].width = width
    top = _head(sheet, each, command) + 1
    for column, head in enumerate(said.HEADS, start=1):
        _put(sheet, top, column, str(head), bold=True)
        sheet.cell(top, column).fill = PatternFill("solid", fgColor="E7E6E6")
    for line in each.lines:
        row = top + line.number
        for column, value in ((NUMBER, line.number), (LEARNERS, len(line.learners))):
            sheet.cell(row, column, value).alignment = CENTRED
        _put(sheet, row, ANSWER, line.shown)
        marked = {given.get((learner, each.exercise, each.name)) for learner in line.learners}
        points, comment = marked.pop() or (None, "") if len(marked) == 1 else (None, "")
        sheet.cell(row, POINTS, points).alignment = CENTRED
        _put(sheet, row, COMMENT, comment)
        for column in WIDTHS:
            sheet.cell(row, column).border = LINED
        sheet.row_dimensions[row].height = max(_height(line.shown, ANSWER), _height(comment, COMMENT))
    _for_paper(sheet, top)
    _offer(sheet, top + 1, top + len(each.lines), each.question.points)


def _head(sheet: Worksheet, each: Written, command: str) -> int:
    """Write what was asked and how to mark it, and return the last row of that."""
    title = f"{lesson_called(each.exercise)} · {each.question.title}"
    how = said.HOW.format(command=command)
    asked = str(each.question.asked(sample_facts())).replace("**", "")
    most = f"{said.MOST.format(most=each.question.points)}"
    lines = [title, asked, most, *rubric(each.exercise, each.question), str(how)]
    for row, text in enumerate(lines, start=1):
        _put(sheet, row, 1, text, bold=text in {title, most})
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(WIDTHS))
        sheet.row_dimensions[row].height = _tall(text, FULL)
    return len(lines)


def _put(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    """Write words as words: nothing that a stranger wrote may act."""
    cell = sheet.cell(row, column, text or None)
    if text:
        cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
        cell.quotePrefix = True  # and Excel leaves it alone when somebody edits the cell
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)


def _height(text: str, column: int) -> float:
    return _tall(text, WIDTHS[column])


def _tall(text: str, width: int) -> float:
    """Return how high a row must be for a text to show whole, as far as a row can be."""
    wide = (sum(1 + (unicodedata.east_asian_width(sign) in "WF") for sign in line) for line in text.split("\n"))
    return min(TALLEST, LINE * sum(1 + max(each - 1, 0) // (width - 2) for each in wide))


def _for_paper(sheet: Worksheet, top: int) -> None:
    """Let the sheet print as wide as the paper, with the heads of the table on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{top}:{top}"


def _offer(sheet: Worksheet, first: int, last: int, most: int) -> None:
    """Let points be chosen: numbers of a hidden sheet, because a typed list is read by the comma of the country."""
    letter = get_column_letter(most)
    offered = DataValidation(
        type="list",
        formula1=f"'{CHOICES}'!${letter}$1:${letter}${most * STEPS + 1}",
        allow_blank=True,
        showErrorMessage=True,
        error=str(said.NOT_LISTED),
    )
    offered.add(f"{get_column_letter(POINTS)}{first}:{get_column_letter(POINTS)}{last}")
    sheet.add_data_validation(offered)


def _hide(book: Workbook, questions: Sequence[Written]) -> None:
    """Keep who wrote which row, and the points to choose from, where nobody who marks sees them."""
    keys, choices = book.create_sheet(KEYS), book.create_sheet(CHOICES)
    keys.sheet_state = choices.sheet_state = "hidden"
    for row, values in enumerate(_keys(questions), start=1):
        for column, value in enumerate(values, start=1):
            cell = keys.cell(row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
    for most in {each.question.points for each in questions}:
        for step in range(most * STEPS + 1):
            choices.cell(step + 1, most, step / STEPS)


def _keys(questions: Sequence[Written]) -> Iterator[tuple[str | int, ...]]:
    for each in questions:
        for line in each.lines:
            whose = (each.exercise, each.name, each.question.points, digest(line.shown))
            for learner in line.learners:
                yield (each.sheet, line.number, *whose, learner)
