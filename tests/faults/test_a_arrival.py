"""A. Arrival: what lies in the folder of submissions that is no answer file, or is there more than once."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from classroom import refusals
from classroom import submissions as arrived
from classroom.cohort import CohortError, grade_cohort
from tests.faults.handed import FLAT, RIGHT, Cohort, sheet, zipped
from tests.faults.told import Case, Told

JPEG = b"\xff\xd8\xff\xe0"
CASES: dict[int, dict[str, Case]] = {
    6: {
        "a file twice": Case(
            lambda me: {"a.json": sheet(me, RIGHT), "b.json": sheet(me, RIGHT)}, "GRADED", "只计一次", "counts once", 12
        ),
        "a file, and in a zip": Case(
            lambda me: {"a.json": sheet(me), "mine.ZIP": zipped((FLAT, sheet(me)))}, "GRADED", points=0
        ),
    },
    14: {
        "Word named .json": Case.of("a.json", b"PK\x03\x04rest", "FIX", "压缩包或 Office 文件", "a ZIP or Office file"),
        "a picture named .json": Case.of("a.json", JPEG, "FIX", "这是图片", "This is a picture"),
        "PDF named .json": Case.of("a.json", b"%PDF-1.7", "FIX", "PDF", "a PDF"),
        "Word": Case.of("答案.docx", b"PK", "FIX", "这是 Word 文件，没有打开", "a Word file and was not opened"),
        "who knows what": Case.of("a.xyz", b"?", "FIX", "类型为“.xyz”的文件", "a file of type “.xyz”"),
        "no ending": Case.of("answers", b"{}", "FIX", "没有扩展名的文件", "a file whose name has no ending"),
    },
    15: {
        "a notebook": Case.of("x.ipynb", b"{}", "FIX", "一页笔记本（.ipynb），没有打开", "(.ipynb) and was not opened"),
        "a notebook named .json": Case.of("x.json", b'{"cells": [], "nbformat": 4}', "FIX", "一页笔记本", "a notebook"),
    },
    18: {
        "no byte": Case.of("a.json", b"", "FIX", "文件是空的，多半是没有传完", "most likely it was not fully sent"),
        "zeros of a sync cut short": Case.of("a.json", b"\0" * 900, "FIX", "文件是空的", "is empty"),
        "spaces": Case.of("a.json", b" \r\n\t ", "FIX", "文件是空的", "is empty"),
    },
    19: {
        "of Chrome": Case.of("a.json.crdownload", b"{", "FIX", "没有下载完", "is not fully downloaded"),
        "of a netdisk": Case.of("a.json.downloading", b"{", "FIX", "没有下载完", "is not fully downloaded"),
        "of iCloud": Case.of(".a.json.icloud", b"bplist", "FIX", "没有下载完", "is not fully downloaded"),
    },
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    return Told(CASES, tmp_path_factory.mktemp("arrival"))


def test_fault_001_an_empty_folder_stops_and_overwrites_nothing(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet())
    cohort.graded()
    before = (cohort.out / "gradebook.csv").read_bytes()
    (cohort.submissions / "0012/a.json").unlink()
    cohort.put(".DS_Store", b"")
    cohort.put("0012/Thumbs.db", b"")
    with pytest.raises(CohortError, match="没有作业"):
        cohort.graded()
    assert (cohort.out / "gradebook.csv").read_bytes() == before


@pytest.mark.parametrize("place", ["nowhere", "file"])
def test_fault_001_submissions_that_are_no_folder_are_refused(cohort: Cohort, place: str) -> None:
    (cohort.submissions / "file").write_bytes(b"")
    with pytest.raises(CohortError) as caught:
        grade_cohort(cohort.submissions / place, None, cohort.out)
    assert "不是文件夹" in caught.value.args[0].zh
    assert "is no folder" in caught.value.args[0].en


def test_fault_002_who_handed_nothing_in_is_missing_and_has_no_points(cohort: Cohort) -> None:
    cohort.listed("0012", "0013")
    cohort.put("0012/a.json", sheet())
    graded = cohort.graded()
    assert [(row.learner, row.status, row.points) for row in graded.rows] == [
        ("0012", "GRADED", 0),
        ("0013", "MISSING", None),
    ]
    assert graded.exit_status == 1
    assert cohort.table()[1]["points"] == ""


def test_fault_003_who_is_not_on_the_roster_is_one_row_and_no_new_learner(cohort: Cohort) -> None:
    cohort.listed("0012")
    cohort.put("stranger/a.json", sheet("0012", RIGHT))
    cohort.put("stranger/b.docx", b"")
    graded = cohort.graded()
    stranger = graded.rows[1]
    assert (stranger.learner, stranger.exercise, stranger.status, stranger.max_points) == (
        "stranger",
        "",
        "QUARANTINE",
        None,
    )
    assert stranger.note.zh.startswith("stranger：花名册里没有这个名字，2 个文件没有批改（文件里写的是 0012）")
    assert "files not graded: 2 (inside they say 0012)" in stranger.note.en
    assert graded.items == []


def test_fault_003_a_loose_file_is_told_of_and_makes_up_no_learner(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet())
    cohort.put(FLAT, sheet("0013"))
    cohort.put("notes.txt", b"")
    rows = cohort.graded().rows
    assert [(row.learner, row.status) for row in rows] == [
        ("0012", "GRADED"),
        ("05_timing__01_find_our_hours", "QUARANTINE"),
        ("notes", "QUARANTINE"),
    ]
    assert "没有放在学员的文件夹里" in rows[1].note.zh
    assert "Move it to a folder named after its learner" in rows[2].note.en


def test_a_loose_file_named_after_a_learner_of_the_roster_is_that_learners(cohort: Cohort) -> None:
    cohort.listed("0012", "0013")
    cohort.put("0012.json", sheet())
    cohort.put("0013.docx", b"")
    assert [(row.learner, row.status) for row in cohort.graded().rows] == [("0012", "GRADED"), ("0013", "FIX")]


def test_fault_004_a_learner_whom_two_claim_is_left_ungraded(cohort: Cohort) -> None:
    cohort.listed("li01")
    cohort.put("li01/a.json", sheet("li01", RIGHT))
    cohort.put("LI01.zip", zipped(("a.json", sheet("LI01"))))
    graded = cohort.graded()
    [row] = graded.rows
    assert (row.learner, row.status, row.points) == ("li01", "QUARANTINE", None)
    assert "LI01, li01 都说是这名学员的" in row.note.zh
    assert "LI01, li01 all claim this learner" in row.note.en
    assert graded.items == []


def test_fault_005_of_several_versions_the_latest_counts_and_the_row_says_how_many(cohort: Cohort) -> None:
    cohort.put("0012/z.json", sheet(answers={"rank": RIGHT["rank"]}), at=1_600_000_000)
    cohort.put("0012/a - 副本.json", sheet(answers={"typical": RIGHT["typical"]}), at=1_700_000_000)
    cohort.put("0012/a (1).json", sheet(), at=1_500_000_000)
    graded = cohort.graded()
    [row] = graded.rows
    assert (row.status, row.points) == ("WARN", 2)
    assert "有 3 份不同的作答，按修改时间最新的 0012/a - 副本.json 计" in row.note.zh
    assert "There are 3 different answer files" in row.note.en
    assert len(graded.items) == 4
    assert len(list((cohort.submissions / "0012").iterdir())) == 3  # nothing was thrown away


@pytest.mark.parametrize("name", CASES[6])
def test_fault_006_the_same_bytes_twice_are_one_file(told: Told, name: str) -> None:
    told(6, name)


def test_fault_007_a_file_that_names_another_learner_is_graded_for_neither(cohort: Cohort) -> None:
    cohort.listed("0012", "0013")
    cohort.put("0012/a.json", sheet("0013"))
    rows = {row.learner: row for row in cohort.graded().rows}
    assert rows["0012"].status == "QUARANTINE"
    assert "文件里写的是 0013，却放在 0012 名下" in rows["0012"].note.zh
    assert "The file says 0013 but lies under 0012" in rows["0012"].note.en
    assert rows["0013"].status == "MISSING"


@pytest.mark.parametrize("name", CASES[14])
def test_fault_014_a_file_of_another_kind_is_called_by_its_kind(told: Told, name: str) -> None:
    told(14, name)


@pytest.mark.parametrize("name", CASES[15])
def test_fault_015_a_notebook_is_asked_to_be_replaced_by_the_answers(told: Told, name: str) -> None:
    told(15, name)


@pytest.mark.parametrize("name", ["a.ipynb", "b.docx"])
def test_fault_015_a_file_of_another_kind_is_never_opened(
    cohort: Cohort, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort.put(f"0012/{name}", sheet())
    opening = Path.open

    def watched(path: Path, *given: Any, **more: Any) -> Any:  # noqa: ANN401
        assert path.name != name, "it was opened"
        return opening(path, *given, **more)

    monkeypatch.setattr(Path, "open", watched)
    assert cohort.row().status == "FIX"


def symlink(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def folder_link(path: Path) -> None:
    path.symlink_to("/etc")


def circle(path: Path) -> None:
    path.symlink_to(path.name)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def socket_file(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("place", ["{}/a.json", "{}", "{}.zip"])
def test_fault_016_what_is_no_ordinary_file_is_not_opened(cohort: Cohort, place: str) -> None:
    makers: tuple[Callable[[Path], None], ...] = (symlink, folder_link, circle, pipe, socket_file)
    learners = {f"0{number}": make for number, make in enumerate(makers)}
    cohort.listed(*learners)
    for learner, make in learners.items():
        path = cohort.submissions / place.format(learner)
        path.parent.mkdir(exist_ok=True)
        make(path)
    for row in cohort.graded().rows:
        assert row.status == "QUARANTINE"
        assert row.note.zh == f"{place.format(row.learner)}：{refusals.NO_FILE.zh}"
        assert "root:" not in row.note.en


def test_fault_016_a_folder_named_as_an_answer_file_is_a_folder(cohort: Cohort) -> None:
    cohort.put("0012/a.json/b.json", sheet())
    assert cohort.row().status == "GRADED"


def test_fault_016_folders_without_end_are_not_followed(cohort: Cohort) -> None:
    cohort.put("0012/" + "a/" * 30 + "a.json", sheet())
    assert cohort.row().status == "QUARANTINE"


def test_fault_016_a_file_that_may_not_be_read_is_told(cohort: Cohort, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(arrived, "_head", refuse)
    cohort.put("0012/a.json", sheet())
    row = cohort.row()
    assert row.status == "QUARANTINE"
    assert "打不开，系统的说法是：Permission denied" in row.note.zh


@pytest.mark.parametrize("place", ["0012/", ""])
def test_fault_017_what_systems_leave_behind_is_ignored_and_counted(cohort: Cohort, place: str) -> None:
    junk = [".DS_Store", "desktop.ini", "Thumbs.db", "~$答案.docx", "._a.json", "__MACOSX/a.json"]
    cohort.put("0012/a.json", sheet())
    for each in junk:
        cohort.put(place + each, b"x")
    graded = cohort.graded()
    assert [(row.learner, row.status) for row in graded.rows] == [("0012", "GRADED")]
    assert graded.ignored == len(junk)
    assert f"另有 {len(junk)} 个系统自动生成的文件" in graded.summary.zh


@pytest.mark.parametrize("name", CASES[18])
def test_fault_018_an_empty_file_is_not_all_wrong(told: Told, name: str) -> None:
    told(18, name)


@pytest.mark.parametrize("name", CASES[19])
def test_fault_019_a_file_that_has_not_arrived_is_waited_for(told: Told, name: str) -> None:
    told(19, name)


def test_a_file_nobody_can_read_beside_good_answers_warns_and_takes_nothing_away(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet(answers=RIGHT))
    cohort.put("0012/b.docx", b"")
    row = cohort.row()
    assert (row.status, row.points) == ("WARN", 12)
    assert "0012/b.docx：这是 Word 文件" in row.note.zh


def test_a_dozen_faults_of_one_learner_are_counted_not_listed(cohort: Cohort) -> None:
    for number in range(12):
        cohort.put(f"0012/{number}.docx", b"")
    row = cohort.row()
    assert row.note.zh.count("Word") == 3
    assert "另有 9 处类似问题" in row.note.zh
    assert "9 more like this" in row.note.en
