"""B. Archives: a zip is read in memory, within bounds; nothing of it is ever written."""

from __future__ import annotations

import io
import json
import os
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classroom import archives
from classroom import submissions as arrived
from classroom.answers import LARGEST
from classroom.submissions import Fault, Piece, Sender, pieces
from playbook.timing.plan import TimingPlan
from tests.faults.handed import FLAT, RIGHT, Cohort, broken, linked, locked, sheet, short, zipped
from tests.faults.told import Case, Told


def outside(name: str) -> Case:
    """Return the case of a zip with an entry that leads out of it."""
    way = name.replace("\\", "/")
    return refused(zipped((name, b"")), f"{way} 指向压缩包以外", f"{way} in it points outside the zip")


def refused(data: bytes, zh: str, en: str) -> Case:
    """Return the case of a zip of which nothing is opened."""
    return Case.of("a.zip", data, "QUARANTINE", zh, en)


def mended(data: bytes, zh: str, en: str) -> Case:
    """Return the case of a zip that the learner must send again."""
    return Case.of("a.zip", data, "FIX", zh, en)


MANY = zipped(*[(f"{number}.json", b"") for number in range(2001)])
LARGE = zipped(*[(f"{n}.json", os.urandom(99) * 70_000) for n in range(4)])
CASES: dict[int, dict[str, Case]] = {
    20: {
        "up": outside("../x.json"),
        "up from the middle": outside("a/../../x.json"),
        "up, as Windows writes it": outside("..\\x.json"),
        "from the root": outside("/etc/x.json"),
        "a server": outside("\\\\host\\x.json"),
        "a drive": outside("c:x.json"),
        "junk": outside("../.DS_Store"),
    },
    21: {"a link": refused(zipped((linked("a.json"), b"/etc/passwd")), "a.json 是链接", "a.json in it is a link")},
    22: {
        "an entry that swells": refused(zipped(("a.json", b"0" * 3_000_000)), "展开后会大到", "would swell"),
        "more than 20 MB": refused(LARGE, "20 MB", "20 MB"),
        "2,001 files": refused(MANY, "2000 个文件", "2,000 files"),
        "behind 20 MB of something": refused(b"\0" * 20 * 1024**2 + zipped(), "20 MB", "20 MB"),
    },
    24: {
        "one name": refused(zipped(("a.json", b"1"), ("a.json", b"2")), "两个 a.json", "a.json is in it twice"),
        "but for case": refused(zipped(("a.json", b""), ("A.JSON", b"")), "两个 a.json", "a.json is in it twice"),
    },
    25: {
        "a password": mended(locked(zipped(("a.json", b"{}"))), "加了密码", "locked with a password"),
        "the end is missing": mended(zipped(("a.json", b"{}"))[:-30], "压缩包坏了或没有传完", "The zip is damaged or"),
        "half is missing": mended(zipped(("a.json", b"{}" * 99))[:60], "压缩包坏了", "The zip is damaged"),
        "no zip at all": mended(b"hello", "压缩包坏了", "The zip is damaged"),
        "a byte changed": mended(broken(zipped(("a.json", sheet()))), "压缩包坏了", "The zip is damaged"),
        "an entry longer than the zip": mended(
            short(zipped(("a.json", sheet()), compression=zipfile.ZIP_STORED)), "压缩包坏了", "The zip is damaged"
        ),
    },
    26: {
        "a name in GBK": mended(
            zipped(("AAAA.docx", b"")).replace(b"AAAA", "答案".encode("gbk")), "a.zip: 答案.docx", "a.zip: 答案.docx"
        )
    },
    27: {
        "RAR": Case.of("a.rar", b"Rar!", "FIX", "这是 zip 以外的压缩包", "This is an archive other than a zip"),
        "7z": Case.of("a.7z", b"7z", "FIX", "请交课程首页“交作业”写出的 zip", "Send the zip that “Hand in”"),
        "tar.gz": Case.of(
            "a.tar.gz", b"\x1f\x8b", "FIX", "这是 zip 以外的压缩包", "This is an archive other than a zip"
        ),
        "RAR named .json": Case.of("a.json", b"Rar!\x1a\x07", "FIX", "zip 以外的压缩包", "an archive other than a zip"),
        "bzip2 within": mended(
            zipped(("a.json", sheet()), compression=zipfile.ZIP_BZIP2), "压缩方式读不了", "packed in a way"
        ),
        "LZMA within": mended(
            zipped(("a.json", sheet()), compression=zipfile.ZIP_LZMA), "压缩方式读不了", "packed in a way"
        ),
        "Word within": mended(zipped(("b.docx", b"PK")), "a.zip: b.docx：这是 Word", "a.zip: b.docx: This is a Word"),
    },
}


class Zips(Told):
    """The cases graded, with the files that lay there before and after."""

    def __init__(self, folder: Path) -> None:
        super().__init__(CASES, folder)
        self.files = {path.name for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Zips:
    return Zips(tmp_path_factory.mktemp("archives"))


@pytest.mark.parametrize("name", CASES[20])
def test_fault_020_a_zip_that_leads_out_is_not_opened(told: Zips, name: str) -> None:
    told(20, name)


def test_fault_020_nothing_of_any_zip_is_written(told: Zips) -> None:
    of_cases = {"a.zip", "a.rar", "a.7z", "a.tar.gz", "a.json", "roster.csv"}
    assert told.files - of_cases <= {"gradebook.csv", "items.csv", "cohort.sqlite"}


@pytest.mark.parametrize("name", CASES[21])
def test_fault_021_a_zip_with_a_link_is_not_opened(told: Zips, name: str) -> None:
    told(21, name)


@pytest.mark.parametrize("name", CASES[22])
def test_fault_022_a_zip_that_would_swell_is_not_opened(told: Zips, name: str) -> None:
    told(22, name)


def test_fault_022_the_same_long_plan_checked_fifty_times_is_no_bomb(cohort: Cohort) -> None:
    slots = [{"account": "shop", "day": day, "hour": hour} for day in range(1, 8) for hour in range(8, 20, 2)]
    answer = {"plan": TimingPlan.model_validate({"slots": slots}).model_dump(mode="json")}
    file = json.loads(sheet(attempts={"week": [{"answer": answer}] * 50}))
    packed = zipped((FLAT, json.dumps(file, indent=1).encode()))
    [entry] = zipfile.ZipFile(io.BytesIO(packed)).infolist()
    assert archives.RATIO * entry.compress_size < entry.file_size < LARGEST
    cohort.put("0012.zip", packed)
    assert cohort.row().status == "GRADED"


def test_fault_022_of_a_large_entry_no_more_is_unpacked_than_is_judged() -> None:
    [piece] = collected("0012.zip", zipped(("a.json", os.urandom(3 * LARGEST))))
    assert isinstance(piece.content, bytes)
    assert len(piece.content) == LARGEST + 1


@pytest.mark.parametrize(("many", "data"), [(arrived.MOST_FILES + 1, b"{"), (81, b" " * LARGEST)])
def test_fault_022_a_folder_has_the_same_bounds(cohort: Cohort, many: int, data: bytes) -> None:
    for number in range(many):
        cohort.put(f"0012/{number}.json", data)
    row = cohort.row()
    assert (row.status, "超过 20 MB 或 2000 个文件" in row.note.zh) == ("QUARANTINE", True)


@pytest.mark.parametrize("name", CASES[24])
def test_fault_024_a_name_twice_in_a_zip_leaves_it_closed(told: Zips, name: str) -> None:
    told(24, name)


@pytest.mark.parametrize("name", CASES[25])
def test_fault_025_a_damaged_zip_is_asked_for_again(told: Zips, name: str) -> None:
    told(25, name)


@pytest.mark.parametrize("name", CASES[26])
def test_fault_026_a_name_in_gbk_is_shown_as_it_was_meant(told: Zips, name: str) -> None:
    told(26, name)


@pytest.mark.parametrize("name", CASES[27])
def test_fault_027_what_is_no_zip_is_told_what_to_send(told: Zips, name: str) -> None:
    told(27, name)


def test_a_zip_with_folders_and_a_zip_in_the_learners_folder_are_read(cohort: Cohort) -> None:
    cohort.put("0012.zip", zipped(("hand in/", b""), ("hand in/a.json", sheet()), ("__MACOSX/._a.json", b"x")))
    cohort.put("0013/mine.ZIP", zipped((FLAT, sheet("0013"))))
    graded = cohort.graded()
    assert [(row.learner, row.status) for row in graded.rows] == [("0012", "GRADED"), ("0013", "GRADED")]
    assert graded.ignored == 1


def test_of_two_entries_of_one_zip_the_later_counts(cohort: Cohort) -> None:
    early, late = zipfile.ZipInfo("z.json", (2026, 1, 1, 0, 0, 0)), zipfile.ZipInfo("a.json", (2026, 1, 2, 0, 0, 0))
    cohort.put("0012.zip", zipped((late, sheet(answers={"typical": RIGHT["typical"]})), (early, sheet())))
    assert (cohort.row().status, cohort.row().points) == ("WARN", 2)


def collected(name: str, data: bytes) -> list[Piece]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return pieces(Sender(path, "0012", is_learner=True))[0]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_fault_025_any_damage_to_a_zip_is_answers_or_a_fault(data: st.DataObject) -> None:
    good = zipped((FLAT, sheet()), ("b/c.json", b"{}"))
    at = data.draw(st.integers(0, len(good)))
    gone = data.draw(st.integers(0, 6))
    damaged = good[:at] + data.draw(st.binary(max_size=6)) + good[at + gone :]
    found = collected("0012.zip", damaged)
    assert all(isinstance(piece.content, bytes | Fault) for piece in found)
