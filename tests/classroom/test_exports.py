"""Gradebooks of other systems: whom they match, what they leave alone, and what a spreadsheet makes of them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from classroom.called import lesson_called
from classroom.cli import main
from classroom.exercise import exercise_ids
from classroom.exports.canvas import for_canvas
from classroom.exports.matching import Export, Table, read_table
from classroom.exports.moodle import feedback, for_moodle, into_moodle
from classroom.exports.nbgrader import for_nbgrader
from classroom.gradebook import CohortError, Item, Row, Status
from classroom.store import Mark, Received
from playbook.language import Language, Text

from .recorded import EXERCISE as RECORDED
from .recorded import recorded

FIRST, SECOND = exercise_ids()[:2]
NOWHERE = Path("export.csv")
NAMED = lesson_called(FIRST).zh


def row(
    learner: str, points: float | None = 7, status: Status = "GRADED", exercise: str = FIRST, name: str = ""
) -> Row:
    return Row(learner, name, exercise, status, points, 12, Text("", ""))


def canvas(*lines: str, head: str = NAMED, possible: str = "12") -> Table:
    """Return a table as Canvas exports it, read as one."""
    text = "\r\n".join(
        [
            f"Student,ID,SIS User ID,SIS Login ID,Section,{head} (1001),Attendance (1002),Final Score",
            "    Manual Posting,,,,,true,,(read only)",
            f"    Points Possible,,,,,{possible},10,(read only)",
            *lines,
        ]
    )
    return list(csv.reader(io.StringIO(text, newline="")))


def filled(table: Table, *rows: Row, named: dict[str, str] | None = None, match: str | None = None) -> Export:
    return for_canvas(NOWHERE, table, rows, named or {}, match)


def parsed(export: Export) -> list[dict[str, str]]:
    """Read what was written as another program would."""
    return list(csv.DictReader(io.StringIO(export.text, newline="")))


def told(export: Export, language: Language = "zh") -> str:
    return "\n".join(each.in_language(language) for each in export.told)


# ---------------------------------------------------------------- Canvas


def test_canvas_gets_its_own_file_with_one_column_filled_in() -> None:
    table = canvas('"Li, ""Lei""",501,0012,lilei@x.cn,"A, B",,9,80', "Han,502,0013,han@x.cn,A,3,8,70")
    export = filled(table, row("0012", 7.5), row("0013", 11, "WARN"))
    assert export.table[:3] == table[:3]
    assert export.table[3] == ['Li, "Lei"', "501", "0012", "lilei@x.cn", "A, B", "7.5", "9", "80"]
    assert export.table[4] == ["Han", "502", "0013", "han@x.cn", "A", "11", "8", "70"]
    assert [line["SIS User ID"] for line in parsed(export)] == ["", "", "0012", "0013"]
    assert "填入 1 个分数，改动 1 个" in told(export)
    assert not export.text.startswith("\ufeff")


def test_fault_100_filling_in_the_filled_file_changes_no_byte() -> None:
    rows = [row("0012", 7), row("0013", 2.5)]
    once = filled(canvas("Li,501,0012,,A,7.00,9,80", "Han,502,0013,,A,,8,70"), *rows)
    again = filled(list(csv.reader(io.StringIO(once.text, newline=""))), *rows)
    assert again.text == once.text
    assert "7.00" in once.text
    assert "填入 0 个分数，改动 0 个，2 个和原来一样" in told(again)


def test_fault_100_a_learner_is_matched_by_the_sis_ids_and_not_by_name_or_canvas_number() -> None:
    table = canvas("0012,0012,,,A,,9,80", "Li,501,,ＬＩ01,A,,9,80")
    export = filled(table, row("0012"), row("li01"))
    assert [line[5] for line in export.table[3:]] == ["", "7"]
    assert "没有动：0012" in told(export)
    assert "没有导出：0012" in told(export)


def test_the_column_to_match_by_can_be_said() -> None:
    export = filled(canvas("Li,501,,,A,,9,80"), row("501"), match="ID")
    assert export.table[3][5] == "7"


def test_fault_100_who_fits_twice_is_filled_in_nowhere() -> None:
    table = canvas("Li,501,0012,,A,,9,80", "Li again,502,0012,,B,,9,80", "Both,503,0013,0014,A,,9,80")
    export = filled(table, row("0012"), row("0013"), row("0014"))
    assert [line[5] for line in export.table[3:]] == ["", "", ""]
    assert "Li、Li again、Both" in told(export)
    assert "More than one fits" in told(export, "en")
    assert export.findings


@pytest.mark.parametrize("status", ["MARK", "FIX", "QUARANTINE", "ERROR", "MISSING"])
def test_what_is_not_final_leaves_the_cell_as_it_was(status: Status) -> None:
    export = filled(canvas("Li,501,0012,,A,5,9,80"), row("0012", 3 if status == "MARK" else None, status))
    assert export.table[3][5] == "5"


@pytest.mark.parametrize("name", ["=cmd|'/c calc'!A1", "+1", "-1a", "@SUM(1)", "\tx", "＝1"])
def test_a_name_that_would_run_is_left_out_and_not_changed(name: str) -> None:
    table = canvas("Li,501,0012,,A,,9,80")
    table.append([name, "502", "0013", "", "A", "", "-1", "70"])
    export = filled(table, row("0012"), row("0013"))
    assert [line[0] for line in export.table[3:]] == ["Li"]
    assert "会被表格软件当成公式" in told(export)
    assert export.findings


def test_an_assignment_of_other_points_is_not_filled_in() -> None:
    export = filled(canvas("Li,501,0012,,A,,9,80", possible="100"), row("0012"))
    assert export.table[3][5] == ""
    assert "满分 100，练习满分 12" in told(export)


@pytest.mark.parametrize("head", [FIRST, lesson_called(FIRST).en, lesson_called(FIRST).zh])
def test_an_assignment_is_known_by_the_exercise_id_or_title(head: str) -> None:
    table = canvas("Li,501,0012,,A,,9,80")
    table[0][5] = f"{head} (1001)"
    assert filled(table, row("0012")).table[3][5] == "7"


def test_an_assignment_of_another_name_is_filled_in_where_it_is_said_which() -> None:
    table = canvas("Li,501,0012,,A,,9,80", head="Week 1")
    with pytest.raises(CohortError, match="Week 1"):
        filled(table, row("0012"))
    assert filled(table, row("0012"), named={"week 1": FIRST}).table[3][5] == "7"
    with pytest.raises(CohortError, match="week 2"):
        filled(table, row("0012"), named={"week 2": FIRST})


def test_two_assignments_for_one_exercise_are_both_left_alone() -> None:
    table = canvas("Li,501,0012,,A,,,80")
    table[0][6] = f"{FIRST} (1002)"
    export = filled(table, row("0012"))
    assert export.table[3][5:7] == ["", ""]
    assert "不止一项作业" in told(export)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ([["Name", "Score"], ["Li", "3"]], "没有列"),
        (canvas("Li,501,0012,,A,,9,80")[:1] + canvas("Li,501,0012,,A,,9,80")[3:], "Points Possible"),
        ([], "没有列"),
    ],
)
def test_a_file_that_canvas_did_not_export_is_refused(table: Table, says: str) -> None:
    with pytest.raises(CohortError, match=says):
        filled(table, row("0012"))


# ---------------------------------------------------------------- Moodle

DONE = Item("0012", FIRST, "hours", "right", 3, 3, Text("", ""), None)
OPEN = Item("0012", SECOND, "x", "to_mark", None, 2, Text("", ""), None)


def test_fault_101_moodle_gets_ids_scores_and_feedback_and_never_feedback_without_a_score() -> None:
    marks = [Mark("0012", FIRST, "hours", 3, "陈", "", "=好", "right", None)]
    rows = [row("0012"), row("0012", 1, "MARK", SECOND), row("0013", None, "MISSING")]
    export = for_moodle(rows, feedback([DONE, OPEN], marks))
    [line] = parsed(export)
    item = str(lesson_called(FIRST))
    assert line["ID number"] == "0012"
    assert line[item] == "7"
    assert "=好" in line[f"{item} 反馈"]
    assert not line[f"{item} 反馈"].startswith(("=", "+", "-", "@"))
    assert not [head for head in line if str(lesson_called(SECOND)) in head]
    for head, cell in line.items():
        if head.endswith("反馈") and cell:
            assert line[head.removesuffix(" 反馈")]


def test_moodle_reads_the_addresses_as_it_spells_them() -> None:
    table = [
        ["First name", "Last name", "ID number", "Email address"],
        ["Lei", "Li", "0012", "Li.Lei@X.cn"],
        ["Mei", "Han", "", "0013"],
        ["A", "B", "0099", ""],
    ]
    export = into_moodle(NOWHERE, table, None, [row("0012"), row("0013"), row("0014")], {})
    assert [(line["ID number"], line["Email address"]) for line in parsed(export)] == [
        ("0012", "Li.Lei@X.cn"),
        ("", "0013"),
    ]
    assert "没有动：A B" in told(export)
    assert "没有导出：0014" in told(export)
    with pytest.raises(CohortError, match="没有列"):
        into_moodle(NOWHERE, [["x"]], None, [], {})


# ---------------------------------------------------------------- nbgrader

EXPORTED = [
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email", "raw_score",
    "late_submission_penalty", "score", "max_score",
]  # fmt: skip


def test_nbgrader_gets_every_learner_and_exercise_and_no_zero_for_what_is_missing() -> None:
    rows = [row("0012", 7.5, name='Li, "Lei"\nthe second'), row("0013", None, "MISSING", SECOND)]
    received = [Received("0012", f"0012.zip/{FIRST.replace('/', '__')}.json", "", 9, "2026-11-02T07:30:00+08:00")]
    export = for_nbgrader(rows, received)
    first, second = parsed(export)
    assert list(first) == EXPORTED
    assert first["assignment"] == FIRST.replace("/", "__")
    assert (first["student_id"], first["last_name"]) == ("0012", 'Li, "Lei"\nthe second')
    assert (first["timestamp"], first["score"], first["raw_score"], first["max_score"]) == (
        "2026-11-01 23:30:00",
        "7.5",
        "7.5",
        "12",
    )
    assert (second["score"], second["timestamp"], second["max_score"]) == ("", "", "12")


def test_nbgrader_gets_no_name_that_would_run() -> None:
    export = for_nbgrader([row("0012", name="=1+1"), row("0013")], [])
    assert [line["student_id"] for line in parsed(export)] == ["0013"]
    assert "0012 =1+1" in told(export)


# ---------------------------------------------------------------- the command


def test_a_graded_cohort_is_written_for_each_system(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reader: Language
) -> None:
    out = tmp_path / "graded"
    recorded(out, {"0012": "x", "0013": "y"})
    exported = tmp_path / "canvas.csv"
    exported.write_text(
        f"Student,ID,SIS User ID,SIS Login ID,Section,{RECORDED} (1)\nPoints Possible,,,,,15\n韩梅梅,2,0013,,A,4\n",
        encoding="utf-8-sig",
    )
    for system, more in (("canvas", ["--from", str(exported)]), ("moodle", []), ("nbgrader", [])):
        written = tmp_path / f"{system}.csv"
        assert main(["gradebook", str(out), "--to", system, *more, "-o", str(written)]) == 1  # texts wait for a person
        assert read_table(written)
        assert not written.read_bytes().startswith(b"\xef\xbb\xbf")
    said = capsys.readouterr().err
    assert ("没有导出 2 个练习的分数" if reader == "zh" else "Scores not exported: 2") in said


def test_canvas_without_its_file_is_told_what_is_needed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded(tmp_path / "graded", {"0012": "x"})
    arguments = ["gradebook", str(tmp_path / "graded"), "--to", "canvas", "-o", str(tmp_path / "x.csv")]
    assert main(arguments) == 2
    assert "--from" in capsys.readouterr().err
    (tmp_path / "bad.csv").write_bytes(b'a,"b\n')
    assert main([*arguments, "--from", str(tmp_path / "bad.csv")]) == 2
    assert not (tmp_path / "x.csv").exists()
