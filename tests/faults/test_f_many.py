"""F. Many files gone bad: the others are graded, and what they have in common is told once and first."""

from __future__ import annotations

import pytest

from classroom.cohort import grade_cohort
from tests.cohorts import SPOILT, make_cohort
from tests.faults.handed import FLAT, RIGHT, Cohort, sheet
from tests.faults.told import DO_EN, DO_ZH

COHORT = 300


def test_fault_091_of_a_cohort_with_one_file_in_twenty_damaged_all_others_are_graded(cohort: Cohort) -> None:
    ways = list(SPOILT.values())
    learners = [f"{number:04}" for number in range(COHORT)]
    cohort.listed(*learners)
    bad = dict(zip(learners[7::20], ways * 2, strict=False))
    for learner in learners:
        ending, spoil = bad.get(learner, (".json", bytes))
        cohort.put(f"{learner}/{FLAT.removesuffix('.json')}{ending}", spoil(sheet(learner, RIGHT)))
    graded = cohort.graded()
    assert len(bad) == COHORT / 20
    assert [row.learner for row in graded.rows if row.status != "GRADED"] == list(bad)
    assert {row.points for row in graded.rows if row.status == "GRADED"} == {12}
    for row in graded.rows:
        if row.learner in bad:
            assert row.status in {"FIX", "QUARANTINE"}
            assert FLAT.removesuffix(".json") in row.note.zh  # where
            assert DO_ZH.search(row.note.zh)
            assert DO_EN.search(row.note.en)
    assert graded.exit_status == 1
    assert "GRADED 285" in graded.summary.en


def test_fault_092_what_all_have_in_common_is_told_first(cohort: Cohort) -> None:
    for number in range(COHORT):
        learner = f"{number:04}"
        data = sheet(learner, RIGHT) if number < 2 else sheet(f"张三{learner}").decode().encode("gbk")
        cohort.put(f"{learner}/{FLAT}", data)
    graded = cohort.graded()
    assert graded.counts == {"GRADED": 2, "FIX": 298}
    first = graded.summary.in_language("zh").splitlines()[0]
    assert first.startswith("300 名学员里有 298 名，是同一个原因：")
    assert "像是 GBK，记事本叫它 ANSI" in first
    first = graded.summary.in_language("en").splitlines()[0]
    assert first.startswith("298 of 300 learners have the same cause:")
    assert "it seems to be GBK, which Notepad calls ANSI" in first


def test_fault_092_what_few_have_in_common_is_not_told_first(cohort: Cohort) -> None:
    for number in range(20):
        cohort.put(f"{number:04}/{FLAT}", b"" if number < 3 else sheet(f"{number:04}"))
    assert cohort.graded().summary.zh.startswith("20 名学员，1 个练习：GRADED 17, FIX 3。")


@pytest.mark.slow
def test_fault_091_a_whole_course_with_one_file_in_twenty_damaged(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    folder = tmp_path_factory.mktemp("dirty")
    submissions, roster = make_cohort(folder, COHORT, dirty=0.05)
    graded = grade_cohort(submissions, roster, folder / "out")
    shares = {status: count / graded.counts.total() for status, count in graded.counts.items()}
    assert 0.9 < 1 - shares.get("FIX", 0) - shares.get("QUARANTINE", 0) < 0.99
