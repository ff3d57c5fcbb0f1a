"""The marking workbook: no names in sight, equal answers once, and no mark taken unless every cell makes sense."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from classroom.cli import main
from classroom.gradebook import CohortError
from classroom.marking_book import ANSWER, COMMENT, HOLDS, KEYS, NUMBER, POINTS, Line, workbook, written
from classroom.marks_read import Taken, take_marks
from classroom.store import Store
from playbook.language import Language

from .recorded import EXERCISE, QUESTION, recorded

SHEET = "04_02 defend"
TEXTS = {
    "0012": "占比定 30%，  比别的高 1.4 倍。",
    "0013": "占比定 ３０%， 比别的高 1.4 倍。",
    "0014": '=HYPERLINK("http://x", "y")',
    "0015": "第一行\r\n第二行 👩‍🍳 <b>\u202e",
    "0016": "@老岚 不行",
}


class Book:
    """A record, its workbook, and a person who types into it."""

    def __init__(self, folder: Path) -> None:
        self.out, self.path = folder / "graded", folder / "marks.xlsx"
        self.handed_in(TEXTS)
        self.made()

    def handed_in(self, texts: dict[str, str]) -> None:
        """Write what learners wrote into the record."""
        recorded(self.out, texts)

    def made(self) -> None:
        """Write the workbook."""
        assert main(["marks", str(self.out), "-o", str(self.path)]) == 0

    def sheet(self) -> Worksheet:
        """Return the question's sheet as it lies there."""
        sheet = load_workbook(self.path)[SHEET]
        assert isinstance(sheet, Worksheet)
        return sheet

    def rows(self) -> dict[str, int]:
        """Return which answer stands in which row."""
        cells = self.sheet().iter_rows()
        return {str(row[ANSWER - 1].value): row[0].row or 0 for row in cells if isinstance(row[0].value, int)}

    def type(self, row: int, column: int, value: object) -> None:
        """Type into a cell and save."""
        book = load_workbook(self.path)
        cell: Any = book[SHEET].cell(row, column)
        cell.value = value
        book.save(self.path)

    def taken(self) -> Taken:
        """Read the workbook back."""
        with Store(self.out) as store:
            return take_marks(store, self.path, "陈老师")

    def marks(self) -> dict[str, tuple[float, str, str]]:
        """Return the marks in the record, by learner: points, comment, by whom."""
        with Store(self.out) as store:
            return {mark.learner: (mark.points, mark.comment, mark.by) for mark in store.marks()}

    def row_of(self, words: str) -> int:
        """Return the row of the answer that has these words in it."""
        return next(row for text, row in self.rows().items() if words in text)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path)


def test_equal_answers_stand_once_with_how_many_gave_them(book: Book) -> None:
    assert len(book.rows()) == len(TEXTS) - 1
    assert book.sheet().cell(book.row_of("占比定"), 3).value == 2


def test_no_name_and_no_id_is_in_sight(book: Book) -> None:
    book_read = load_workbook(book.path)
    seen = [sheet for sheet in book_read.worksheets if sheet.sheet_state == "visible"]
    shown = " ".join(str(cell) for sheet in seen for row in sheet.iter_rows(values_only=True) for cell in row)
    assert not [learner for learner in [*TEXTS, "李雷"] if learner in shown]
    assert [sheet.title for sheet in seen] == [SHEET]
    assert book_read[KEYS].sheet_state == "hidden"


def test_the_order_is_the_same_each_time_and_no_learner_more_changes_it(book: Book) -> None:
    before = list(book.rows())
    book.made()
    assert list(book.rows()) == before
    book.handed_in(TEXTS | {"0001": "先问同事。"})
    book.made()
    assert [text for text in book.rows() if text != "先问同事。"] == before


def test_fault_093_nothing_a_learner_wrote_acts_in_a_spreadsheet(book: Book) -> None:
    sheet = book.sheet()
    kinds = {sheet.cell(row, ANSWER).data_type for row in book.rows().values()}
    assert kinds == {"s"}
    assert '=HYPERLINK("http://x", "y")' in book.rows()
    assert "第一行\n第二行 👩‍🍳 <b>\\u202e" in book.rows()


def test_the_head_says_what_was_asked_and_how_to_mark(tmp_path: Path, reader: Language) -> None:
    book = Book(tmp_path)
    head = " ".join(str(cell.value) for cell in book.sheet()["A"] if isinstance(cell.value, str))
    words = {
        "zh": ("说给老岚听", "每题 0 到 2 分", "看三样"),
        "en": ("Explain it to Lan", "0 to 2 points", "Look for the share"),
    }
    for each in words[reader]:
        assert each in head
    assert "**" not in head


def test_points_are_chosen_from_a_list_of_halves(book: Book) -> None:
    [offered] = book.sheet().data_validations.dataValidation
    assert offered.formula1 == "'_points'!$B$1:$B$5"
    choices = load_workbook(book.path)["_points"]
    assert isinstance(choices, Worksheet)
    assert [cell.value for cell in choices["B"]] == [0, 0.5, 1, 1.5, 2]


def test_marks_are_taken_for_all_who_gave_the_answer_with_who_marked(book: Book) -> None:
    book.type(book.row_of("占比定"), POINTS, 1.5)
    book.type(book.row_of("占比定"), COMMENT, "缺日子")
    book.type(book.row_of("不行"), POINTS, "０")
    assert book.taken() == Taken(new=3, same=0, left=2, changed=())
    assert book.marks() == {
        "0012": (1.5, "缺日子", "陈老师"),
        "0013": (1.5, "缺日子", "陈老师"),
        "0016": (0, "", "陈老师"),
    }


def test_the_same_workbook_read_twice_changes_nothing(book: Book) -> None:
    book.type(book.row_of("占比定"), POINTS, 2)
    book.taken()
    assert book.taken() == Taken(new=0, same=2, left=3, changed=())


def test_a_workbook_made_again_holds_the_marks_given(book: Book) -> None:
    book.type(book.row_of("不行"), POINTS, 1)
    book.type(book.row_of("不行"), COMMENT, "=1+1 不是数")
    with pytest.raises(CohortError, match="公式"):
        book.taken()
    book.type(book.row_of("不行"), COMMENT, "数呢")
    book.taken()
    book.made()
    row = book.row_of("不行")
    assert [book.sheet().cell(row, column).value for column in (POINTS, COMMENT)] == [1, "数呢"]


@pytest.mark.parametrize(
    ("column", "value", "zh", "en"),
    [
        (POINTS, 3, "读到 3；应为 0 到 2 的数", "reads 3; wanted a number from 0 to 2"),
        (POINTS, -0.5, "读到 -0.5", "reads -0.5"),
        (POINTS, 1.25, "最多一位小数", "at most one decimal"),
        (POINTS, "两分", "读到 两分", "reads 两分"),
        (POINTS, True, "读到 True", "reads True"),
        (POINTS, "=1+1", "是公式 =1+1", "is the formula =1+1"),
        (COMMENT, "好", "有评语，没有分", "a comment but no points"),
        (COMMENT, "长" * 2001, "2001 个字", "2001 characters"),
        (NUMBER, 99, "号读到 99", "reads 99"),
        (NUMBER, 1, "号 1 出现了两次", "has number 1 again"),
        (ANSWER, "别人的作答", "多半是只排序了一列", "one column was sorted alone"),
    ],
)
def test_a_wrong_cell_is_named_and_then_no_mark_is_taken(
    book: Book, column: int, value: object, zh: str, en: str
) -> None:
    first, *_, last = book.rows().values()
    book.type(first, POINTS, 2)
    book.type(last, column, value)
    with pytest.raises(CohortError) as caught:
        book.taken()
    place = f"{SHEET}!{'ABCDE'[(POINTS if zh.startswith('有评语') else column) - 1]}{last}"
    assert f"{place}：" in caught.value.args[0].zh
    assert zh in caught.value.args[0].zh
    assert en in caught.value.args[0].en
    assert not book.marks()


def test_rows_may_be_sorted_and_taken_out(book: Book) -> None:
    whole = load_workbook(book.path)
    sheet = whole[SHEET]
    assert isinstance(sheet, Worksheet)
    first, *_, last = book.rows().values()
    for column in (NUMBER, ANSWER):
        one, other = sheet.cell(first, column), sheet.cell(last, column)
        one.value, other.value = other.value, one.value
    sheet.cell(first, POINTS).value = 2
    sheet.delete_rows(first + 1)
    swapped = str(sheet.cell(first, ANSWER).value)
    whole.save(book.path)
    book.taken()
    assert {TEXTS[learner].splitlines()[0][:3] for learner in book.marks()} == {swapped[:3]}


def test_a_mark_for_an_answer_that_was_replaced_is_not_taken_but_told(book: Book) -> None:
    book.type(book.row_of("占比定"), POINTS, 2)
    book.handed_in(TEXTS | {"0013": "改成 20%。"})
    taken = book.taken()
    assert set(book.marks()) == {"0012"}
    assert "1 名学员后来交了别的作答" in taken.changed[0].zh


@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"PK\x03\x04"), lambda path: path.unlink()])
def test_a_file_that_is_no_marking_workbook_is_refused(book: Book, spoil: Callable[[Path], object]) -> None:
    spoil(book.path)
    with pytest.raises(CohortError, match="classroom marks"):
        book.taken()


def test_a_file_of_another_kind_is_refused_as_no_workbook(book: Book, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("learner,name")
    with Store(book.out) as store, pytest.raises(CohortError, match="打不开，或者不是"):
        take_marks(store, roster, "Chen")


def test_fault_095_an_answer_that_no_cell_holds_is_pointed_to_and_not_cut() -> None:
    line = Line(1, "长" * (HOLDS + 1), ("0012",))
    assert "32768 个字" in line.shown
    assert "0012" in line.shown
    assert Line(1, "长" * HOLDS, ("0012",)).shown == "长" * HOLDS


def test_the_gradebook_holds_the_marks_at_once(book: Book) -> None:
    for row in book.rows().values():
        book.type(row, POINTS, 2)
    assert main(["marks", str(book.out), "--read", str(book.path), "--by", "陈"]) == 0
    table = (book.out / "gradebook.csv").read_text("utf-8-sig")
    assert table.count("GRADED") == len(TEXTS)


def test_only_what_a_person_marks_is_in_the_workbook(book: Book) -> None:
    with Store(book.out) as store:
        questions = written(store)
        assert [(each.exercise, each.name) for each in questions] == [(EXERCISE, QUESTION)]
        assert workbook(questions, store.marks(), "x").startswith(b"PK")
