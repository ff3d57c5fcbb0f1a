"""F. The run: places that cannot be written, clocks that are wrong, consoles of another world."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from classroom.cohort import CohortError, grade_cohort
from classroom.store import Received, Store
from playbook.places import course_home
from tests.faults.handed import RIGHT, Cohort, sheet


def test_fault_074_what_was_recorded_before_the_power_went_is_neither_lost_nor_there_twice(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort.put("0012/a.json", sheet(answers=RIGHT))

    def power_goes(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as before_the_tables:
        before_the_tables.setattr("classroom.cohort.write_gradebook", power_goes)
        with pytest.raises(SystemExit):
            cohort.graded()
    assert not (cohort.out / "gradebook.csv").exists()
    [row] = cohort.graded().rows
    assert (row.status, row.points) == ("GRADED", 12)
    with Store(cohort.out) as store:
        counts = [store.db.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in ("verdicts", "received")]  # noqa: S608
    assert counts == [1, 1]


def test_fault_076_a_gradebook_open_in_excel_stays_as_it_was_and_the_next_run_writes_it(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No second file beside it: nobody would know which of the two is current, and nothing has to be graded again."""
    cohort.put("0012/a.json", sheet())
    cohort.graded()
    before = (cohort.out / "gradebook.csv").read_bytes()
    cohort.put("0013/a.json", sheet("0013", RIGHT))
    replacing = Path.replace

    def held(path: Path, target: Path) -> Path:
        if target.name == "gradebook.csv":
            raise PermissionError(13, "The process cannot access the file because it is being used", str(target))
        return replacing(path, target)

    with monkeypatch.context() as excel:
        excel.setattr(Path, "replace", held)
        with pytest.raises(CohortError) as caught:
            cohort.graded()
    assert "请关闭打开它的程序" in caught.value.args[0].zh
    assert "Close the program" in caught.value.args[0].en
    assert (cohort.out / "gradebook.csv").read_bytes() == before
    assert [row.status for row in cohort.graded().rows] == ["GRADED", "GRADED"]
    assert len(cohort.table()) == 2
    assert {path.suffix for path in cohort.out.iterdir()} <= {".csv", ".sqlite"}  # nothing half written is left


@pytest.mark.parametrize("out", ["file/out", "x" * 300, "y/" * 2200 + "out"], ids=["below a file", "a name", "a path"])
def test_fault_077_a_place_that_cannot_be_written_is_told_before_any_work(cohort: Cohort, out: str) -> None:
    cohort.put("0012/a.json", sheet())
    (cohort.submissions.parent / "file").write_bytes(b"")
    with pytest.raises(CohortError) as caught:
        grade_cohort(cohort.submissions, None, cohort.submissions.parent / out)
    assert "写不进去" in caught.value.args[0].zh
    assert "cannot be written" in caught.value.args[0].en


def test_fault_086_who_is_taken_off_the_roster_is_kept_in_the_record_and_told_and_exported_nowhere(
    cohort: Cohort,
) -> None:
    cohort.listed("0012", "0013")
    for learner in ("0012", "0013"):
        cohort.put(f"{learner}/a.json", sheet(learner, RIGHT))
    cohort.graded()
    cohort.listed("0012")
    rows = cohort.graded().rows
    assert [(row.learner, row.exercise != "", row.status) for row in rows] == [
        ("0012", True, "GRADED"),
        ("0013", False, "QUARANTINE"),
    ]
    assert "花名册里没有这个名字" in rows[1].note.zh
    assert {item["learner"] for item in cohort.table("items")} == {"0012"}
    assert {received.learner for received in _received(cohort)} == {"0012", "0013"}
    cohort.listed("0012", "0013")
    again = cohort.graded()
    assert (again.kept, [row.status for row in again.rows]) == (2, ["GRADED", "GRADED"])


def test_fault_090_what_was_handed_in_is_not_held_but_learner_by_learner(cohort: Cohort) -> None:
    """How long a thousand take is measured by `make bench`; here, that the memory does not grow with the files."""
    learners, words = 40, "x" * 200_000
    for number in range(learners):
        cohort.put(f"{number:04}/a.json", sheet(f"{number:04}", {"q": {"f": words}}))
    cohort.listed("0000")
    cohort.graded()  # the course is loaded
    cohort.listed(*(f"{number:04}" for number in range(learners)))
    tracemalloc.start()
    graded = cohort.graded()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert graded.counts == {"FIX": learners}
    assert most < learners * len(words) / 3


YEARS = (0, 1, 4_102_444_800)  # 1970, a second later, 2100


def test_fault_087_a_clock_that_is_wrong_stops_nothing_and_is_written_down_as_it_was(cohort: Cohort) -> None:
    for number, at in enumerate(YEARS):
        cohort.put(f"000{number}/a.json", sheet(f"000{number}"), at=at)
    assert [row.status for row in cohort.graded().rows] == ["GRADED"] * len(YEARS)
    assert [received.at for received in _received(cohort)] == [
        "1970-01-01T08:00:00+08:00",
        "1970-01-01T08:00:01+08:00",
        "2100-01-01T08:00:00+08:00",
    ]


def test_fault_087_when_a_file_came_is_what_it_was_however_often_it_is_graded(cohort: Cohort) -> None:
    cohort.put("0012/a.json", sheet(), at=1_700_000_000)
    cohort.graded()
    before = _received(cohort)
    cohort.put("0012/a.json", sheet(), at=1_800_000_000)  # copied, so that the copy is newer
    cohort.graded()
    assert _received(cohort) == before
    assert before[0].at == "2023-11-15T06:13:20+08:00"


def _received(cohort: Cohort) -> list[Received]:
    with Store(cohort.out) as store:
        return store.received()


GRADE = "import sys; from classroom.cli import main; sys.exit(main(sys.argv[1:]))"
WORLDS = {
    "C, on a Chinese console": {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "gbk",
    },
    "Turkish, far away": {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/New_York"},
}


def test_fault_088_whatever_locale_console_and_time_zone_the_same_bytes_are_written(cohort: Cohort) -> None:
    cohort.listed("LI01", "张三👍")
    cohort.put("li01/a.json", sheet("li01", {"typical": {"reactions": 1.5}}))
    cohort.put("张三👍/a.json", b"{")
    written: dict[str, tuple[bytes, bytes]] = {}
    for world, variables in WORLDS.items():
        out = cohort.out.with_name(f"成绩 {len(written)}")
        given = ["grade", str(cohort.submissions), "--roster", str(cohort.roster), "-o", str(out)]
        ran = subprocess.run(
            [sys.executable, "-c", GRADE, *given, "--language", "zh"],
            env={**os.environ, "COURSE_HOME": str(course_home()), **variables},
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert ran.returncode == 1, ran.stderr.decode("utf-8", "replace")
        assert "2 名学员" in ran.stderr.decode("utf-8")
        written[world] = (out / "gradebook.csv").read_bytes(), (out / "items.csv").read_bytes()
    assert len(set(written.values())) == 1
    assert "张三👍" in written["C, on a Chinese console"][0].decode("utf-8-sig")
