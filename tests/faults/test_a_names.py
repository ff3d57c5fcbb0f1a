"""A. Names: of folders, files and learners, as strangers and computers spell them."""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from pathlib import Path

import pytest

from classroom.cohort import CohortError
from classroom.gradebook import read_roster
from tests.faults.handed import Cohort, sheet, zipped

ODD_NAMES = {
    "=cmd|'calc'!A1": "'=cmd|'calc'!A1",
    " =1+1": "'=1+1",
    "-1+2": "'-1+2",
    "@SUM(A1)": "'@SUM(A1)",
    "＝1": "'=1",
    "+8613800000000": "'+8613800000000",
    'a,"b"': 'a,"b"',
    "two\nlines": r"two\nlines",
    "\u202eevil": r"\u202eevil",
    "tab\there": r"tab\there",
    "\x1b[2Jx": r"\x1b[2Jx",
    "张三👍": "张三👍",
    "-rf": "'-rf",
    "{name}": "{name}",
    "x" * 70: "x" * 70,
}


def test_fault_008_a_name_that_is_not_utf_8_is_read_as_gbk_and_graded(cohort: Cohort) -> None:
    folder = os.fsencode(cohort.submissions) + b"/" + "张三".encode("gbk")
    os.mkdir(folder)  # noqa: PTH102 - a name that is no text
    with open(folder + b"/\xb4\xf0\xb0\xb8.json", "wb") as stream:  # noqa: PTH123
        stream.write(sheet("张三"))
    cohort.listed("张三")
    row = cohort.row()
    assert (row.learner, row.status) == ("张三", "GRADED")


def test_fault_008_a_name_in_no_encoding_is_shown_and_stops_nobody(cohort: Cohort) -> None:
    os.mkdir(os.fsencode(cohort.submissions) + b"/\xff\xfe")  # noqa: PTH102 - a name that is no text
    with open(os.fsencode(cohort.submissions) + b"/\xff\xfe/\xff.json", "wb") as stream:  # noqa: PTH123
        stream.write(b"{")
    cohort.put("0012/a.json", sheet())
    cohort.listed("0012")
    assert [row.status for row in cohort.graded().rows] == ["GRADED", "QUARANTINE"]
    assert cohort.table()[1]["learner"] == r"\xff\xfe"


def test_fault_009_a_hostile_name_is_inert_in_every_table_and_names_no_file(cohort: Cohort) -> None:
    for name in ODD_NAMES:
        cohort.put(f"{name}/a.json", sheet(name))
    cohort.put("0099/a.json", sheet("=1+1"))
    cohort.graded()
    assert {line["learner"] for line in cohort.table()} == {*ODD_NAMES.values(), "0099"}
    text = (cohort.out / "gradebook.csv").read_text("utf-8-sig") + (cohort.out / "items.csv").read_text("utf-8-sig")
    assert all(sign.isprintable() or sign in "\r\n" for sign in text)
    for line in csv.reader(io.StringIO(text)):
        assert not any(each.lstrip().startswith(("=", "+", "-", "@", "＝")) for each in line)
    assert {path.name for path in cohort.out.iterdir()} <= {"gradebook.csv", "items.csv", "cohort.sqlite"}


def test_fault_009_a_name_as_long_as_a_file_system_holds_is_cut_where_it_is_shown(cohort: Cohort) -> None:
    cohort.listed("0012")
    cohort.put("0012/" + "长" * 83 + ".docx", b"")  # 254 bytes
    note = cohort.row().note
    assert "长…：这是 Word 文件" in note.zh
    assert len(note.en) < 320


def test_fault_010_a_name_that_windows_gives_a_meaning_to_is_a_label_and_no_place(cohort: Cohort) -> None:
    """Nothing is ever written under such a name, so that an honest answer file need not be refused for it."""
    names = ["CON.json", "aux/nul.json", "a /b. /c.json", "com1:.json"]
    for number, name in enumerate(names):
        learner = f"00{number}"
        cohort.put(f"{learner}.zip", zipped((name, sheet(learner))))
    before = set(cohort.submissions.parent.rglob("*"))
    assert [row.status for row in cohort.graded().rows] == ["GRADED"] * len(names)
    after = {path for path in cohort.submissions.parent.rglob("*") if path.is_file()}
    assert {path.name for path in after - before} <= {"gradebook.csv", "items.csv", "cohort.sqlite"}


@pytest.mark.parametrize("roster", [True, False])
def test_fault_011_a_name_spelt_differently_is_graded_with_a_warning(cohort: Cohort, *, roster: bool) -> None:
    spelt = {
        "LI01": "li01",
        "ＬＩ02": "LI02",
        unicodedata.normalize("NFD", "Zoë"): "Zoë",
        "LI03": "LI03\u200b",
        "LI04": "LI04\u202e",
        "LI05": "\ufeffLI05",
    }
    if roster:
        cohort.listed(*(unicodedata.normalize("NFC", folder) for folder in spelt))
    for folder, inside in spelt.items():
        cohort.put(f"{folder}/a.json", sheet(inside))
    graded = cohort.graded()
    assert [(row.status, row.points) for row in graded.rows] == [("WARN", 0)] * len(spelt)
    assert all("写法不同" in row.note.zh and "are spelt differently" in row.note.en for row in graded.rows)
    assert graded.exit_status == 1


def test_fault_012_a_number_with_fewer_zeros_is_another_learner(cohort: Cohort) -> None:
    cohort.listed("0012")
    cohort.put("12/a.json", sheet("12"))
    assert [(row.learner, row.exercise != "", row.status) for row in cohort.graded().rows] == [
        ("0012", True, "MISSING"),
        ("12", False, "QUARANTINE"),
    ]


def test_fault_012_an_id_that_a_spreadsheet_spoilt_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("learner,name\n2.02E+11,x\n", "utf-8")
    with pytest.raises(CohortError) as caught:
        read_roster(path)
    assert "第 2 行的编号读到 2.02E+11" in caught.value.args[0].zh
    assert "Line 2 of roster.csv has the id 2.02E+11" in caught.value.args[0].en


def test_fault_013_two_folders_that_differ_in_case_alone_are_told(cohort: Cohort) -> None:
    cohort.put("li01/a.json", sheet("li01"))
    cohort.put("LI01/a.json", sheet("LI01"))
    row = cohort.row()
    assert row.status == "QUARANTINE"
    assert "LI01, li01 都说是这名学员的" in row.note.zh
