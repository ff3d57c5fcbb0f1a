"""Grading a cohort: every exercise of every learner has exactly one row, whatever was handed in."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import shutil
import socket
import tempfile
import unicodedata
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classroom import refusals
from classroom import submissions as arrived
from classroom.answers import LARGEST
from classroom.cohort import CohortError, Graded, grade_cohort
from classroom.exercise import spec_ids
from classroom.gradebook import Row, read_roster
from classroom.learner import set_learner
from classroom.pages.build import right_answers
from classroom.progress import hand_in
from classroom.session import Session
from classroom.submissions import Fault, Piece, Sender, pieces
from playbook.language import Language
from playbook.places import course_home
from playbook.timing.plan import TimingPlan

EXERCISE = "05_timing/01_find_our_hours"
FLAT = "05_timing__01_find_our_hours.json"
RIGHT: dict[str, Any] = right_answers(EXERCISE).model_dump(mode="json")["answers"]
WRONG_ORDER = ["7", "10", "12", "21"]


def sheet(learner: str = "0012", answers: Any = None, **more: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    """Write an answer file; without answers, an empty one, which is quick to grade."""
    file = {"format": 1, "exercise": EXERCISE, "learner": learner, "answers": answers or {}} | more
    return json.dumps(file, ensure_ascii=False).encode()


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of two entries of one name
        for name, data in entries:
            archive.writestr(name, data)
    return packed.getvalue()


class Cohort:
    """A folder of submissions, a roster, and what grading them gives."""

    def __init__(self, folder: Path) -> None:
        self.submissions, self.out, self.roster = folder / "sub", folder / "out", folder / "roster.csv"
        self.submissions.mkdir()

    def put(self, place: str, data: bytes, at: int = 1_700_000_000) -> None:
        """Put a file there, last changed `at` (seconds)."""
        path = self.submissions / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (at, at))

    def listed(self, *learners: str) -> None:
        """Write a roster."""
        self.roster.write_text("learner,name\n" + "".join(f"{each},\n" for each in learners), encoding="utf-8")

    def graded(self) -> Graded:
        """Grade, with the roster if there is one."""
        return grade_cohort(self.submissions, self.roster if self.roster.exists() else None, self.out)

    def row(self) -> Row:
        """Grade and return the one row there is."""
        [row] = self.graded().rows
        return row

    def table(self, name: str = "gradebook") -> list[dict[str, str]]:
        """Read a table back as it was written."""
        with (self.out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))


@pytest.fixture
def cohort(tmp_path: Path) -> Cohort:
    return Cohort(tmp_path)


@pytest.fixture(autouse=True)
def _one_exercise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the course have one exercise, so that a learner has one row; `test_whole_course.py` has them all."""
    monkeypatch.setattr("classroom.marking.exercise_ids", lambda: [EXERCISE])


# ---------------------------------------------------------------- what is graded


def test_right_partly_wrong_and_blank_are_told_apart(cohort: Cohort) -> None:
    some = RIGHT["weekend"] | {"service": "refuted"}
    cohort.put("0012/a.json", sheet(answers=RIGHT | {"weekend": some, "rank": {"hours": WRONG_ORDER}, "typical": {}}))
    graded = cohort.graded()
    assert {item.question: (item.outcome, item.points, item.max_points) for item in graded.items} == {
        "typical": ("blank", 0, 2),
        "rank": ("wrong", 0, 3),
        "weekend": ("partly", 2, 3),
        "week": ("right", 4, 4),
    }
    [row] = graded.rows
    assert (row.status, row.points, row.max_points) == ("GRADED", 6, 12)
    assert row.note.zh == "4 题中有 1 题没有作答：typical。"
    assert row.note.en == "1 of 4 questions are not answered: typical."


def test_all_right_is_graded_without_a_note(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet(answers=RIGHT))
    graded = cohort.graded()
    assert [(row.status, row.points, row.note.zh) for row in graded.rows] == [("GRADED", 12, "")]
    assert graded.exit_status == 0


def test_nothing_answered_is_no_silent_zero(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet())
    row = cohort.row()
    assert (row.status, row.points) == ("GRADED", 0)
    assert "4 题中有 4 题没有作答" in row.note.zh


def test_what_a_learner_hands_in_is_graded_as_it_is(cohort: Cohort, work: Path) -> None:
    session = Session(EXERCISE, "exercise")  # before a name is given, so that the file says so
    session.change("typical", "reactions", RIGHT["typical"]["reactions"])
    session.check("typical")
    set_learner("张三")
    shutil.copy(hand_in(), cohort.submissions / "张三.zip")
    graded = cohort.graded()
    assert [(row.learner, row.status, row.points) for row in graded.rows] == [("张三", "GRADED", 2)]
    assert (cohort.submissions / "张三.zip").is_file()
    assert [path.name for path in cohort.submissions.iterdir()] == ["张三.zip"]  # nothing was unpacked


def test_points_count_the_last_attempt_before_the_solution_and_the_first_is_beside_it(cohort: Cohort) -> None:
    tried = [({"hours": WRONG_ORDER}, False), (RIGHT["rank"], False), ({}, True)]
    attempts = {"rank": [{"answer": answer, "solution_seen": seen} for answer, seen in tried]}
    cohort.put("0012/a.json", sheet(answers={"rank": {"hours": WRONG_ORDER}}, attempts=attempts))
    cohort.graded()
    items = {item["question"]: item for item in cohort.table("items")}
    assert (items["rank"]["outcome"], items["rank"]["points"], items["rank"]["first_outcome"]) == (
        "right",
        "3",
        "wrong",
    )
    assert items["typical"]["first_outcome"] == ""


def test_a_learner_who_handed_nothing_in_is_missing_and_has_no_points(cohort: Cohort) -> None:
    cohort.listed("0012", "0013")
    cohort.put("0012/a.json", sheet())
    graded = cohort.graded()
    assert [(row.learner, row.status, row.points) for row in graded.rows] == [
        ("0012", "GRADED", 0),
        ("0013", "MISSING", None),
    ]
    assert graded.exit_status == 1
    assert cohort.table()[1]["points"] == ""


# ---------------------------------------------------------------- what a learner can mend

JPEG = b"\xff\xd8\xff\xe0"
TO_MEND: dict[str, tuple[str, bytes, str, str]] = {
    "no JSON": (
        "a.json",
        b"{'a': 1}",
        "0012/a.json：第 1 行第 2 个字符读到 'a': 1}",
        "0012/a.json: Line 1, character 2",
    ),
    "empty": ("a.json", b"", "文件是空的", "The file is empty"),
    "GBK": ("a.json", sheet("张三").decode().encode("gbk"), "像是 GBK", "it seems to be GBK"),
    "a picture": ("a.json", JPEG, "这是图片", "This is a picture"),
    "an unknown question": (
        "a.json",
        sheet(answers={"typicl": {}}),
        "没有题目 typicl（是不是 typical？）",
        "no question typicl (did you mean typical?)",
    ),
    "an unknown question among the attempts": (
        "a.json",
        sheet(attempts={"weke": []}),
        "没有题目 weke（是不是 week？）",
        "no question weke (did you mean week?)",
    ),
    "an unknown field": (
        "a.json",
        sheet(answers={"rank": {"hour": WRONG_ORDER}}),
        "题目 rank 没有 hour 这一空（是不是 hours？）",
        "Question rank has no field hour (did you mean hours?)",
    ),
    "an unknown field in an attempt": (
        "a.json",
        sheet(attempts={"rank": [{"answer": {"zzz": 1}}]}),
        "没有 zzz 这一空，",
        "no field zzz;",
    ),
    "a text for a number": (
        "a.json",
        sheet(answers={"typical": {"reactions": "90"}}),
        '题目 typical 的 reactions 读到 "90"，应为：0 到 1000000 之间的数',
        'In question typical, reactions has "90"; wanted: a number from 0 to 1000000',
    ),
    "true for a number": ("a.json", sheet(answers={"typical": {"reactions": True}}), "读到 true", "has true"),
    "a list for a choice": (
        "a.json",
        sheet(answers={"weekend": {"store": ["supported"]}}),
        'store 读到 ["supported"]，应为：supported, refuted, cannot_tell 之一',
        'store has ["supported"]; wanted: one of supported, refuted, cannot_tell',
    ),
    "a plan that is none": (
        "a.json",
        sheet(answers={"week": {"plan": {"slots": [{"day": 9}]}}}),
        "应为：规划器写出的计划",
        "wanted: a plan as the planner writes it",
    ),
    "a wrong type in an attempt": (
        "a.json",
        sheet(attempts={"typical": [{"answer": {"reactions": []}}]}),
        "reactions 读到 []",
        "reactions has []",
    ),
    "another variant": (
        "a.json",
        sheet(variant="exam-7"),
        "这份作答用的是数据 exam-7，这里批改的是 sample",
        "made for variant exam-7; sample is graded here",
    ),
    "another course": (
        "a.json",
        sheet(exercise="05_timing/01_find_our_ours"),
        "没有练习 05_timing/01_find_our_ours（是不是 05_timing/01_find_our_hours？）",
        "no exercise 05_timing/01_find_our_ours (did you mean 05_timing/01_find_our_hours?)",
    ),
    "the lesson's answers": (
        "a.json",
        sheet(answers={"predict": {"hour": "10"}}),
        "predict 是课文里的题，不计分",
        "predict is a question of the lesson",
    ),
    "no name yet": ("a.json", sheet("unnamed"), "文件里没有姓名", "The file has no name"),
    "a notebook": (
        "x.ipynb",
        sheet(),
        "0012/x.ipynb：这是一页笔记本（.ipynb），没有打开",
        "is a notebook (.ipynb) and was",
    ),
    "Word": ("答案.docx", b"PK", "这是 Word 文件", "This is a Word file"),
    "another archive": ("a.rar", b"Rar!", "这是 zip 以外的压缩包", "This is an archive, but no zip"),
    "who knows what": ("a.xyz", b"?", "类型为“.xyz”的文件", "a file of type “.xyz”"),
    "no ending": ("answers", sheet(), "没有扩展名的文件", "a file without an ending"),
    "a download cut short": ("a.json.crdownload", sheet(), "没有下载完", "is not fully downloaded"),
    "a zip cut short": ("a.zip", zipped(("a.json", sheet()))[:-30], "压缩包坏了", "The zip is damaged"),
    "no zip at all": ("a.zip", b"hello", "压缩包坏了", "The zip is damaged"),
    "a zip in a zip": ("a.zip", zipped(("b.zip", zipped())), "又有压缩包 b.zip", "another zip in it, b.zip"),
    "Word in a zip": (
        "a.zip",
        zipped(("b.docx", b"PK")),
        "0012/a.zip: b.docx：这是 Word",
        "0012/a.zip: b.docx: This is a W",
    ),
}


@pytest.mark.parametrize(("name", "data", "zh", "en"), TO_MEND.values(), ids=TO_MEND.keys())
def test_what_the_learner_can_mend_is_one_row_that_says_how(
    cohort: Cohort, name: str, data: bytes, zh: str, en: str
) -> None:
    cohort.listed("0012")
    cohort.put(f"0012/{name}", data)
    row = cohort.row()
    assert (row.learner, row.exercise, row.status, row.points) == ("0012", EXERCISE, "FIX", None)
    assert zh in row.note.zh
    assert en in row.note.en
    assert "请" in row.note.zh
    assert any(word in row.note.en for word in ("Please", "Send", "Let it finish", "Give your name"))


@pytest.mark.parametrize("name", ["a.ipynb", "b.docx"])
def test_a_file_of_another_kind_is_never_opened(cohort: Cohort, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cohort.put(f"0012/{name}", sheet())
    opening = Path.open

    def watched(path: Path, *given: Any, **more: Any) -> Any:  # noqa: ANN401
        assert path.name != name, "it was opened"
        return opening(path, *given, **more)

    monkeypatch.setattr(Path, "open", watched)
    assert cohort.row().status == "FIX"


# ---------------------------------------------------------------- what an instructor must decide


def linked(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = 0o120777 << 16
    return entry


def locked(data: bytes) -> bytes:
    """Set the mark of a password in both headers of a zip's one entry."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def stored(name: str, data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, data)
    return packed.getvalue()


def broken(data: bytes) -> bytes:
    """Change a byte of what a zip's one entry holds."""
    at = data.index(b".json") + 10
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def short(data: bytes) -> bytes:
    """Let a zip's one entry claim to be as long as the zip, packed and unpacked."""
    at = data.index(b"PK\x01\x02") + 20
    return data[:at] + len(data).to_bytes(4, "little") * 2 + data[at + 8 :]


MANY = zipped(*[(f"{number}.json", b"") for number in range(2001)])
ZIPS: dict[str, tuple[bytes, str, str, str]] = {
    "a way out": (
        zipped(("../x.json", b"")),
        "QUARANTINE",
        "../x.json 指向压缩包以外",
        "../x.json in it points outside",
    ),
    "a way out in the middle": (zipped(("a/../../x.json", b"")), "QUARANTINE", "a/../../x.json", "a/../../x.json"),
    "a way out for Windows": (zipped(("..\\x.json", b"")), "QUARANTINE", "../x.json", "../x.json"),
    "a place from the root": (zipped(("/etc/x.json", b"")), "QUARANTINE", "/etc/x.json", "/etc/x.json"),
    "a server": (zipped(("\\\\host\\x.json", b"")), "QUARANTINE", "//host/x.json", "//host/x.json"),
    "a drive": (zipped(("c:x.json", b"")), "QUARANTINE", "c:x.json 指向", "c:x.json in it points"),
    "a way out for junk": (zipped(("../.DS_Store", b"")), "QUARANTINE", "../.DS_Store", "../.DS_Store"),
    "a link": (zipped((linked("a.json"), b"/etc/passwd")), "QUARANTINE", "a.json 是链接", "a.json in it is a link"),
    "a swollen entry": (zipped(("a.json", b"0" * 3_000_000)), "QUARANTINE", "展开后会大到", "would swell"),
    "more than 20 MB": (
        zipped(*[(f"{n}.json", os.urandom(99) * 70_000) for n in range(4)]),
        "QUARANTINE",
        "20 MB",
        "20 MB",
    ),
    "2,001 files": (MANY, "QUARANTINE", "2000 个文件", "2,000 files"),
    "one name twice": (
        zipped(("a.json", b"1"), ("a.json", b"2")),
        "QUARANTINE",
        "两个 a.json",
        "a.json is in it twice",
    ),
    "names equal but for case": (
        zipped(("a.json", b""), ("A.JSON", b"")),
        "QUARANTINE",
        "两个 a.json",
        "a.json is in it",
    ),
    "a password": (locked(zipped(("a.json", sheet()))), "FIX", "加了密码", "locked with a password"),
    "a byte changed": (broken(zipped(("a.json", sheet()))), "FIX", "压缩包坏了", "The zip is damaged"),
    "an entry longer than the zip": (short(stored("a.json", sheet())), "FIX", "压缩包坏了", "The zip is damaged"),
    "a zip behind 20 MB of something": (b"\0" * 20 * 1024**2 + zipped(), "QUARANTINE", "20 MB", "20 MB"),
    "cut in the middle": (zipped(("a.json", sheet()))[:80], "FIX", "压缩包坏了", "The zip is damaged"),
    "nested": (zipped(("in/b.ZIP", b"PK")), "FIX", "又有压缩包 in/b.ZIP", "another zip in it, in/b.ZIP"),
}


@pytest.mark.parametrize(("data", "status", "zh", "en"), ZIPS.values(), ids=ZIPS.keys())
def test_a_zip_that_is_not_to_be_trusted_is_one_row_and_nothing_is_written(
    cohort: Cohort, data: bytes, status: str, zh: str, en: str
) -> None:
    cohort.put("0012.zip", data)
    before = {path for path in cohort.submissions.parent.rglob("*") if path.is_file()}
    row = cohort.row()
    assert (row.learner, row.exercise, row.status, row.points) == ("0012", EXERCISE, status, None)
    assert zh in row.note.zh
    assert en in row.note.en
    assert "请" in row.note.zh
    assert any(word in row.note.en for word in ("Ask", "Please", "Send"))
    after = {path for path in cohort.submissions.parent.rglob("*") if path.is_file()}
    assert {path.name for path in after - before} == {"cohort.sqlite", "gradebook.csv", "items.csv"}


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_unusual_packing_is_for_the_learner_to_mend(cohort: Cohort, compression: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        archive.writestr("a.json", sheet())
    cohort.put("0012.zip", packed.getvalue())
    assert "压缩方式读不了" in cohort.row().note.zh


def test_the_same_long_plan_checked_fifty_times_is_no_bomb(cohort: Cohort) -> None:
    slots = [{"account": "shop", "day": day, "hour": hour} for day in range(1, 8) for hour in range(8, 20, 2)]
    answer = {"plan": TimingPlan.model_validate({"slots": slots}).model_dump(mode="json")}
    file = json.loads(sheet(attempts={"week": [{"answer": answer}] * 50}))
    packed = zipped((FLAT, json.dumps(file, indent=1).encode()))
    [entry] = zipfile.ZipFile(io.BytesIO(packed)).infolist()
    assert arrived.RATIO * entry.compress_size < entry.file_size < LARGEST
    cohort.put("0012.zip", packed)
    assert cohort.row().status == "GRADED"


def test_a_zip_with_folders_and_a_zip_in_the_learners_folder_are_read(cohort: Cohort) -> None:
    cohort.put("0012.zip", zipped(("hand in/", b""), ("hand in/a.json", sheet()), ("__MACOSX/._a.json", b"x")))
    cohort.put("0013/mine.ZIP", zipped((FLAT, sheet("0013"))))
    graded = cohort.graded()
    assert [(row.learner, row.status) for row in graded.rows] == [("0012", "GRADED"), ("0013", "GRADED")]
    assert graded.ignored == 1


def test_a_name_in_gbk_inside_a_zip_is_shown_as_it_was_meant(cohort: Cohort) -> None:
    data = zipped(("AAAA.docx", b"")).replace(b"AAAA", "答案".encode("gbk"))
    cohort.put("0012.zip", data)
    assert "0012.zip: 答案.docx" in cohort.row().note.zh


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


@pytest.mark.parametrize("make", [symlink, folder_link, circle, pipe, socket_file])
@pytest.mark.parametrize("place", ["0012/a.json", "0012", "0012.zip"])
def test_what_is_no_ordinary_file_is_not_opened(cohort: Cohort, make: Callable[[Path], None], place: str) -> None:
    cohort.listed("0012")
    path = cohort.submissions / place
    path.parent.mkdir(exist_ok=True)
    make(path)
    row = cohort.row()
    assert (row.learner, row.status) == ("0012", "QUARANTINE")
    assert row.note.zh == f"{place}：{refusals.NO_FILE.zh}"
    assert "root:" not in row.note.en


def test_a_folder_named_as_an_answer_file_is_a_folder(cohort: Cohort) -> None:
    cohort.put("0012/a.json/b.json", sheet())
    assert cohort.row().status == "GRADED"


def test_folders_without_end_are_not_followed(cohort: Cohort) -> None:
    cohort.put("0012/" + "a/" * 30 + "a.json", sheet())
    assert cohort.row().status == "QUARANTINE"


def test_a_file_that_cannot_be_read_is_told(cohort: Cohort, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(arrived, "_head", refuse)
    cohort.put("0012/a.json", sheet())
    row = cohort.row()
    assert row.status == "QUARANTINE"
    assert "打不开，系统的说法是：Permission denied" in row.note.zh


def test_more_than_20_mb_are_not_graded(cohort: Cohort) -> None:
    for number in range(arrived.MOST_BYTES // LARGEST + 1):
        cohort.put(f"0012/{number}.json", b" " * LARGEST)
    row = cohort.row()
    assert (row.status, "20 MB" in row.note.zh) == ("QUARANTINE", True)


def test_of_a_large_entry_no_more_is_unpacked_than_is_judged() -> None:
    [piece] = collected("0012.zip", zipped(("a.json", os.urandom(3 * LARGEST))))
    assert isinstance(piece.content, bytes)
    assert len(piece.content) == LARGEST + 1


def test_more_files_than_anybody_hands_in_are_not_graded(cohort: Cohort) -> None:
    for number in range(arrived.MOST_FILES + 1):
        cohort.put(f"0012/{number}.json", b"{")
    row = cohort.row()
    assert (row.status, "2000 个文件" in row.note.zh) == ("QUARANTINE", True)


# ---------------------------------------------------------------- whose it is


def test_a_file_that_names_another_learner_is_not_graded(cohort: Cohort) -> None:
    cohort.listed("0012", "0013")
    cohort.put("0012/a.json", sheet("0013"))
    rows = {row.learner: row for row in cohort.graded().rows}
    assert rows["0012"].status == "QUARANTINE"
    assert "文件里写的是 0013，却放在 0012 名下" in rows["0012"].note.zh
    assert "The file says 0013 but lies under 0012" in rows["0012"].note.en
    assert rows["0013"].status == "MISSING"


@pytest.mark.parametrize("roster", [True, False])
@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("LI01", "li01"),
        ("ＬＩ01", "LI01"),
        (unicodedata.normalize("NFD", "Zoë"), "Zoë"),
        ("LI01", "LI01\u200b"),
        ("LI01", "LI01\u202e"),
        ("LI01", "\ufeffLI01"),
    ],
)
def test_a_name_spelt_differently_is_graded_with_a_warning(
    cohort: Cohort, folder: str, inside: str, roster: bool
) -> None:
    if roster:
        cohort.listed(unicodedata.normalize("NFC", folder))
    cohort.put(f"{folder}/a.json", sheet(inside))
    graded = cohort.graded()
    [row] = graded.rows
    assert (row.status, row.points) == ("WARN", 0)
    assert "写法不同" in row.note.zh
    assert "are spelt differently" in row.note.en
    assert graded.exit_status == 1


def test_a_number_with_fewer_zeros_is_another_learner(cohort: Cohort) -> None:
    cohort.listed("0012")
    cohort.put("12/a.json", sheet("12"))
    assert [(row.learner, row.exercise, row.status) for row in cohort.graded().rows] == [
        ("0012", EXERCISE, "MISSING"),
        ("12", "", "QUARANTINE"),
    ]


def test_somebody_who_is_not_on_the_roster_is_one_row_and_no_new_learner(cohort: Cohort) -> None:
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


def test_two_folders_of_one_learner_are_both_left_ungraded(cohort: Cohort) -> None:
    cohort.listed("li01")
    cohort.put("li01/a.json", sheet("li01", RIGHT))
    cohort.put("LI01.zip", zipped(("a.json", sheet("LI01"))))
    graded = cohort.graded()
    [row] = graded.rows
    assert (row.learner, row.status, row.points) == ("li01", "QUARANTINE", None)
    assert "LI01, li01 都说是这名学员的" in row.note.zh
    assert "LI01, li01 all claim this learner" in row.note.en
    assert graded.items == []


def test_a_folder_and_a_zip_of_the_very_same_name_are_one_learners(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet())
    cohort.put("0012.zip", zipped((FLAT, sheet())))
    row = cohort.row()
    assert (row.status, row.note.zh.endswith("同样的文件交了不止一次，只计一次。")) == ("GRADED", True)


def test_a_loose_file_is_told_of_and_makes_up_no_learner(cohort: Cohort) -> None:
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


# ---------------------------------------------------------------- several files for one exercise


def test_the_latest_version_counts_and_never_both(cohort: Cohort) -> None:
    cohort.put("0012/z.json", sheet(answers={"rank": RIGHT["rank"]}), at=1_600_000_000)
    cohort.put("0012/a - 副本.json", sheet(answers={"typical": RIGHT["typical"]}), at=1_700_000_000)
    cohort.put("0012/a (1).json", sheet(), at=1_500_000_000)
    graded = cohort.graded()
    [row] = graded.rows
    assert (row.status, row.points) == ("WARN", 2)
    assert "有 3 份不同的作答，按修改时间最新的 0012/a - 副本.json 计" in row.note.zh
    assert "There are 3 different answer files" in row.note.en
    assert len(graded.items) == 4


def test_the_same_bytes_twice_are_one_file_with_a_note(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet(answers=RIGHT))
    cohort.put("0012/b.json", sheet(answers=RIGHT))
    graded = cohort.graded()
    assert [(row.status, row.points, row.note.en) for row in graded.rows] == [
        ("GRADED", 12, "The same file was sent more than once and counts once.")
    ]
    assert graded.exit_status == 0


def test_of_two_entries_of_one_zip_the_later_counts(cohort: Cohort) -> None:
    early, late = zipfile.ZipInfo("z.json", (2026, 1, 1, 0, 0, 0)), zipfile.ZipInfo("a.json", (2026, 1, 2, 0, 0, 0))
    cohort.put("0012.zip", zipped((late, sheet(answers={"typical": RIGHT["typical"]})), (early, sheet())))
    assert (cohort.row().status, cohort.row().points) == ("WARN", 2)


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


@pytest.mark.parametrize(
    "junk", [".DS_Store", "desktop.ini", "Thumbs.db", "~$答案.docx", "._a.json", "__MACOSX/a.json"]
)
@pytest.mark.parametrize("place", ["0012/", ""])
def test_what_systems_leave_behind_is_ignored_and_counted(cohort: Cohort, place: str, junk: str) -> None:
    cohort.put("0012/a.json", sheet())
    cohort.put(place + junk, b"x")
    graded = cohort.graded()
    assert [(row.learner, row.status) for row in graded.rows] == [("0012", "GRADED")]
    assert graded.ignored == 1
    assert "另有 1 个系统自动生成的文件" in graded.summary.zh


# ---------------------------------------------------------------- names that are hostile or odd

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


@pytest.mark.parametrize(("name", "cell"), ODD_NAMES.items(), ids=ODD_NAMES.values())
def test_a_hostile_name_is_inert_in_every_table(cohort: Cohort, name: str, cell: str) -> None:
    cohort.put(f"{name}/a.json", sheet(name))
    cohort.put("0099/a.json", sheet(name))
    cohort.graded()
    [written] = [line for line in cohort.table() if line["learner"] != "0099"]
    assert written["learner"] == cell
    text = (cohort.out / "gradebook.csv").read_text("utf-8-sig") + (cohort.out / "items.csv").read_text("utf-8-sig")
    assert all(sign.isprintable() or sign in "\r\n" for sign in text)
    for line in csv.reader(io.StringIO(text)):
        assert not any(each.lstrip().startswith(("=", "+", "-", "@", "＝")) for each in line)


def test_a_name_that_is_not_utf_8_is_read_as_gbk_and_graded(cohort: Cohort) -> None:
    folder = os.fsencode(cohort.submissions) + b"/" + "张三".encode("gbk")
    os.mkdir(folder)  # noqa: PTH102 - a name that is no text
    with open(folder + b"/\xb4\xf0\xb0\xb8.json", "wb") as stream:  # noqa: PTH123
        stream.write(sheet("张三"))
    cohort.listed("张三")
    row = cohort.row()
    assert (row.learner, row.status) == ("张三", "GRADED")


def test_a_name_in_no_encoding_does_not_stop_the_others(cohort: Cohort) -> None:
    os.mkdir(os.fsencode(cohort.submissions) + b"/\xff\xfe")  # noqa: PTH102 - a name that is no text
    with open(os.fsencode(cohort.submissions) + b"/\xff\xfe/\xff.json", "wb") as stream:  # noqa: PTH123
        stream.write(b"{")
    cohort.put("0012/a.json", sheet())
    cohort.listed("0012")
    assert [row.status for row in cohort.graded().rows] == ["GRADED", "QUARANTINE"]
    assert cohort.table()[1]["learner"] == r"\xff\xfe"


# ---------------------------------------------------------------- the course itself: errors, texts, several exercises

SPEC = """
format = 1
minutes = 5
title = { zh = "题", en = "Title" }
story = { zh = "事", en = "Story" }
"""
QUESTION = """
[exercise.{name}]
points = 2
title = {{ zh = "题", en = "Question" }}
prompt = {{ zh = "问", en = "What?" }}
why = {{ zh = "因为", en = "Because." }}
[exercise.{name}.fields.f]
label = {{ zh = "空", en = "Blank" }}
{field}
"""
NUMBER = 'kind = "number"\nat_least = 0\nat_most = 100000\nexpect = { call = "builtins:len" }'
FAILING = 'kind = "number"\nat_least = 0\nat_most = 9\nexpect = { call = "builtins:len", hour = 5 }'
SENTENCE = 'kind = "text"'
NO_MODEL = (
    'kind = "plan"\nmodel = "playbook.nowhere:Plan"\nplanner = "x:y"\nreview = "x:y"\naccount = "shop"\n'
    'at_least = 1\nexpect = { call = "builtins:len" }'
)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Put another course in the place of ours: exercise to its questions, question to its field."""
    home = tmp_path / "home"
    (home / "exercises/specs/05_timing").mkdir(parents=True)
    (home / "datasets").symlink_to(course_home() / "datasets")
    monkeypatch.setenv("COURSE_HOME", str(home))
    monkeypatch.setattr("classroom.marking.exercise_ids", spec_ids)

    def write(**exercises: dict[str, str]) -> None:
        for exercise, fields in exercises.items():
            text = SPEC + "".join(QUESTION.format(name=name, field=field) for name, field in fields.items())
            (home / f"exercises/specs/05_timing/{exercise}.toml").write_text(text, "utf-8")

    return write


def test_a_checker_that_fails_is_an_error_and_never_a_wrong_answer(cohort: Cohort, course: Callable[..., None]) -> None:
    course(**{"01_a": {"good": NUMBER, "bad": FAILING}})
    for learner in ("0012", "0013"):
        cohort.put(
            f"{learner}/a.json", sheet(learner, {"good": {"f": 8160}, "bad": {"f": 1}}, exercise="05_timing/01_a")
        )
    cohort.put("0014/a.json", sheet("0014", {"good": {"f": 1}}, exercise="05_timing/01_a"))
    graded = cohort.graded()
    assert [(row.learner, row.status) for row in graded.rows] == [
        ("0012", "ERROR"),
        ("0013", "ERROR"),
        ("0014", "GRADED"),
    ]
    item = next(item for item in graded.items if item.question == "bad")
    assert (item.outcome, item.points, item.max_points) == ("error", None, 2)
    assert "与作答无关" in item.message.zh
    assert "TypeError" in item.message.en
    assert "课程自己出错：bad" in graded.rows[0].note.zh
    assert "The course itself failed on bad" in graded.rows[0].note.en
    assert graded.exit_status == 1


def test_a_question_whose_model_is_missing_stops_nobody(cohort: Cohort, course: Callable[..., None]) -> None:
    course(**{"01_a": {"plan": NO_MODEL}})
    cohort.put("0012/a.json", sheet(answers={"plan": {"f": {"slots": [1]}}}, exercise="05_timing/01_a"))
    assert cohort.row().status == "ERROR"


def test_a_sentence_waits_for_a_person(cohort: Cohort, course: Callable[..., None]) -> None:
    course(**{"01_a": {"why": SENTENCE, "n": NUMBER}})
    cohort.put("0012/a.json", sheet(answers={"why": {"f": "因为晚上有人"}, "n": {"f": 0}}, exercise="05_timing/01_a"))
    graded = cohort.graded()
    [row] = graded.rows
    assert (row.status, row.points, row.max_points) == ("MARK", 0, 4)
    assert "请老师批阅：why。" in row.note.zh
    assert "A person must mark: why." in row.note.en
    assert [(item.outcome, item.points) for item in graded.items] == [("to_mark", None), ("wrong", 0)]


def test_every_learner_and_exercise_has_exactly_one_row(cohort: Cohort, course: Callable[..., None]) -> None:
    course(**{name: {"n": NUMBER} for name in ("01_a", "02_b", "03_c")})
    cohort.listed("0012", "0013", "0014")
    cohort.put("0012/a.json", sheet(exercise="05_timing/02_b"))
    cohort.put("0012/b.json", b"{")
    cohort.put("0013.zip", zipped(("05_timing__01_a.json", b"{"), ("05_timing/03_c.json", sheet("0012"))))
    cohort.put("0014/a.json", sheet("0013", exercise="05_timing/02_b"))
    rows = cohort.graded().rows
    assert [(row.learner, row.exercise[-4:], row.status) for row in rows] == [
        ("0012", "01_a", "FIX"),  # the file nobody can tell of is told of where one is lacking
        ("0012", "02_b", "GRADED"),
        ("0012", "03_c", "FIX"),
        ("0013", "01_a", "FIX"),  # its name says which exercise it was for
        ("0013", "02_b", "MISSING"),
        ("0013", "03_c", "QUARANTINE"),
        ("0014", "01_a", "MISSING"),
        ("0014", "02_b", "QUARANTINE"),
        ("0014", "03_c", "MISSING"),
    ]


def test_a_course_that_cannot_be_read_stops_before_anything_is_written(
    cohort: Cohort, course: Callable[..., None]
) -> None:
    course(**{"01_a": {"n": "kind = 5"}})
    cohort.put("0012/a.json", sheet())
    with pytest.raises(CohortError, match=r"01_a\.toml"):
        cohort.graded()
    assert not cohort.out.exists()


# ---------------------------------------------------------------- the roster


@pytest.mark.parametrize(
    "text",
    [
        "learner,name,email\n0012,李雷,a@b.cn\n0013,韩梅梅,\n",
        "\ufefflearner,name\r\n0012,李雷\r\n0013,韩梅梅\r\n",
        "学号;姓名;邮箱\n0012;李雷;\n0013;韩梅梅;\n",
        "姓名\t班级\t学号\n李雷\t一\t0012\n韩梅梅\t二\t0013\n",
        "\n\n Learner , Name \n\n0012, 李雷 \n,,\n0013,韩梅梅\n\n",
        "learner,name\r0012,李雷\r0013,韩梅梅",
        "学号,姓名\n００１２,李雷\n0013,韩梅梅",
        "编号,学号,姓名\n1,0012,李雷\n2,0013,韩梅梅",
    ],
    ids=["plain", "BOM, CR LF", "semicolons", "tabs", "blank lines", "CR", "full width", "a running number"],
)
def test_a_roster_is_read_as_spreadsheets_write_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "roster.csv"
    for encoding in ("utf-8", "gb18030", "utf-16"):
        path.write_bytes(text.removeprefix("\ufeff").encode(encoding) if encoding != "utf-8" else text.encode())
        assert [(each.id, each.name) for each in read_roster(path)] == [("0012", "李雷"), ("0013", "韩梅梅")]


def test_a_quoted_name_may_hold_anything(cohort: Cohort) -> None:
    cohort.roster.write_text(
        'name,learner\n"Li, ""Lei""\nthe second",0012\n"=cmd|\'/c calc\'!A1",0013\n', encoding="utf-8"
    )
    cohort.put("0012/a.json", sheet())
    cohort.graded()
    assert [line["name"] for line in cohort.table()] == [r'Li, "Lei"\nthe second', "'=cmd|'/c calc'!A1"]


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (b"", "一个学员也没有", "no learner"),
        (b"learner,name\n", "一个学员也没有", "no learner"),
        (
            b"\n\nname,class\nx,y\n",
            "第 3 行是表头，读到 name, class",
            "Line 3 of roster.csv is the header and reads name",
        ),
        (
            b"learner\n0012\n0013\n0012\n",
            "第 4 行的 0012 和第 2 行是同一个",
            "0012 in line 4 of roster.csv is the same id as in line 2",
        ),
        ("learner\nLI\nｌｉ\n".encode(), "第 3 行的 li 和第 2 行", "li in line 3"),
        (
            b'learner,name\n"a\nb",x\nc,x\nC,y\n',
            "第 5 行的 C 和第 4 行",
            "C in line 5 of roster.csv is the same id as in line 4",
        ),
        (b"learner,name\n0012,x\n,y\n", "第 3 行没有学员编号，读到 , y", "Line 3 of roster.csv has no learner id"),
        (b"learner,name\n2.02E+11,x\n", "第 2 行的编号读到 2.02E+11", "Line 2 of roster.csv has the id 2.02E+11"),
        (b'learner,name\n0012,"x\n0013,y\n', "从第 2 行起读不下去", "cannot be read from line 2 on"),
        (b"PK\x03\x04\x14\x00\x06\xff\xff", "不是 CSV 花名册", "no CSV roster"),
        (b"\xff\xfe\x00", "不是 CSV 花名册", "no CSV roster"),
    ],
)
def test_a_roster_that_makes_no_sense_is_refused_with_its_line(cohort: Cohort, data: bytes, zh: str, en: str) -> None:
    cohort.roster.write_bytes(data)
    cohort.put("0012/a.json", sheet())
    with pytest.raises(CohortError) as caught:
        cohort.graded()
    assert zh in caught.value.args[0].zh
    assert en in caught.value.args[0].en
    assert not cohort.out.exists()


def test_a_roster_that_lies_among_the_submissions_is_nobodys(cohort: Cohort) -> None:
    cohort.roster = cohort.submissions / "roster.csv"
    cohort.listed("0012")
    cohort.put("0012/a.json", sheet())
    assert cohort.row().status == "GRADED"


# ---------------------------------------------------------------- the run and what it writes


def test_a_run_without_hand_ins_is_refused_and_overwrites_nothing(cohort: Cohort) -> None:
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
def test_submissions_that_are_no_folder_are_refused(cohort: Cohort, place: str) -> None:
    (cohort.submissions / "file").write_bytes(b"")
    with pytest.raises(CohortError) as caught:
        grade_cohort(cohort.submissions / place, None, cohort.out)
    assert "不是文件夹" in caught.value.args[0].zh
    assert "is no folder" in caught.value.args[0].en


@pytest.mark.parametrize("inside", ["", "out", "0012/out", "../link/out"])
def test_a_gradebook_among_the_submissions_is_refused(cohort: Cohort, inside: str) -> None:
    cohort.put("0012/a.json", sheet())
    (cohort.submissions.parent / "link").symlink_to(cohort.submissions)
    cohort.out = cohort.submissions / inside
    with pytest.raises(CohortError, match="会被当成作业"):
        cohort.graded()
    assert [path.name for path in cohort.submissions.iterdir()] == ["0012"]


def test_a_gradebook_among_the_submissions_is_refused_by_any_name_of_the_folder(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet())
    link = cohort.submissions.parent / "link"
    link.symlink_to(cohort.submissions)
    with pytest.raises(CohortError, match="会被当成作业"):
        grade_cohort(link, None, cohort.submissions / "out")


def test_rows_stand_by_learner_then_exercise_whoever_they_are_of(cohort: Cohort) -> None:
    cohort.listed("0013", "0012")
    for learner in ("0014", "0013", "0001"):
        cohort.put(f"{learner}/a.json", sheet(learner))
    assert [row.learner for row in cohort.graded().rows] == ["0001", "0012", "0013", "0014"]


def test_a_place_that_cannot_be_written_is_told(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet())
    cohort.out.write_text("a file where the folder should be")
    with pytest.raises(CohortError) as caught:
        cohort.graded()
    assert "写不进去" in caught.value.args[0].zh
    assert "Close the program" in caught.value.args[0].en


def test_the_tables_open_well_in_a_spreadsheet(cohort: Cohort, reader: Language) -> None:
    cohort.put("0012/a.json", sheet(answers={"weekend": RIGHT["weekend"] | {"service": "refuted"}}))
    cohort.put("0013/a.json", b"{")
    graded = cohort.graded()
    for name in ("gradebook", "items"):
        data = (cohort.out / f"{name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n") > 1
    book, items = cohort.table(), cohort.table("items")
    assert list(book[0]) == ["learner", "name", "exercise", "status", "points", "max_points", "note"]
    assert list(items[0]) == [
        "learner", "exercise", "question", "outcome", "points", "max_points", "message", "first_outcome",
    ]  # fmt: skip
    assert [(line["learner"], line["status"], line["points"]) for line in book] == [
        ("0012", "GRADED", "2"),
        ("0013", "FIX", ""),
    ]
    assert book[1]["note"] == graded.rows[1].note.in_language(reader)
    assert items[2]["message"].removeprefix("'") == graded.items[2].message.in_language(reader)


def test_the_summary_counts_every_row_and_says_what_next(cohort: Cohort) -> None:
    cohort.listed("0012", "0013", "0014")
    cohort.put("0012/a.json", sheet())
    cohort.put("0013/a.json", b"{")
    summary = cohort.graded().summary
    assert "3 名学员，1 个练习：GRADED 1, FIX 1, MISSING 1" in summary.zh
    assert "Learners 3, exercises 1: GRADED 1, FIX 1, MISSING 1" in summary.en
    assert "note 一栏写着怎么办" in summary.zh


def test_the_order_of_a_folder_changes_no_byte(cohort: Cohort, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(8):
        learner = f"{number:04}"
        cohort.put(f"{learner}/a.json", sheet(learner, {"typical": {"reactions": number}}))
        cohort.put(f"{learner}/b.json", sheet(learner))  # another version of the same date
        cohort.put(f"{learner}/c.docx", b"")
        cohort.put(f"{learner}/d.pdf", b"")
    cohort.put("LI/a.json", sheet("LI"))
    cohort.put("li/a.json", sheet("li"))
    cohort.put("loose.txt", b"")
    cohort.graded()
    before = [(cohort.out / name).read_bytes() for name in ("gradebook.csv", "items.csv")]
    listing = Path.iterdir
    for seed in range(5):
        shuffled = random.Random(seed)  # noqa: S311 - an order, not a secret
        monkeypatch.setattr(
            Path, "iterdir", lambda path, by=shuffled: iter(sorted(listing(path), key=lambda _: by.random()))
        )
        cohort.graded()
        assert [(cohort.out / name).read_bytes() for name in ("gradebook.csv", "items.csv")] == before


def test_one_in_twenty_damaged_leaves_the_others_graded(cohort: Cohort) -> None:
    for number in range(40):
        learner = f"{number:04}"
        cohort.put(f"{learner}/a.json", b"\x00\xff" if number % 20 == 7 else sheet(learner, RIGHT))
    rows = cohort.graded().rows
    assert [row.learner for row in rows if row.status != "GRADED"] == ["0007", "0027"]
    assert {row.points for row in rows if row.status == "GRADED"} == {12}


# ---------------------------------------------------------------- whatever the bytes


def collected(name: str, data: bytes) -> list[Piece]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return pieces(Sender(path, "0012", is_learner=True))[0]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_damage_to_a_zip_is_answers_or_a_fault(data: st.DataObject) -> None:
    good = zipped((FLAT, sheet()), ("b/c.json", b"{}"))
    at = data.draw(st.integers(0, len(good)))
    gone = data.draw(st.integers(0, 6))
    damaged = good[:at] + data.draw(st.binary(max_size=6)) + good[at + gone :]
    found = collected("0012.zip", damaged)
    assert all(isinstance(piece.content, bytes | Fault) for piece in found)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60) | st.just(sheet()))
def test_any_bytes_make_exactly_one_row(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cohort = Cohort(Path(folder))
        cohort.put("0012/a.json", data)
        row = cohort.row()
        assert row.status == ("GRADED" if data == sheet() else "FIX")
        assert row.note.zh
        assert row.note.en
