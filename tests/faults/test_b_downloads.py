"""B. What an instructor downloads from another system: renamed hand-ins, one by one or the whole class in one zip."""

from __future__ import annotations

import pytest

from classroom import archives
from tests.faults.handed import FLAT, RIGHT, Cohort, linked, sheet, zipped

MOODLE = "Li Lei_4821_assignsubmission_file"
CANVAS = "lilei_LATE_4821_99321"


def hand_in(learner: str) -> bytes:
    """Return the zip that "Hand in" writes."""
    return zipped((FLAT, sheet(learner, RIGHT)))


@pytest.mark.parametrize("roster", [True, False])
@pytest.mark.parametrize(
    "place",
    [f"{MOODLE}/0012.zip", f"{MOODLE}_/0012.zip", f"{MOODLE}_0012.zip", f"{CANVAS}_0012.zip", "li_7_8_0012.zip"],
)
def test_a_hand_in_that_another_system_renamed_is_known_by_its_own_name(
    cohort: Cohort, place: str, *, roster: bool
) -> None:
    if roster:
        cohort.listed("0012")
    cohort.put(place, hand_in("0012"))
    row = cohort.row()
    assert (row.learner, row.status, row.points, row.note.zh) == ("0012", "GRADED", 12, "")


@pytest.mark.parametrize("roster", [True, False])
@pytest.mark.parametrize(
    "names", [(f"{MOODLE}/{{}}.zip", "Han_7_assignsubmission_file/{}.zip"), ("li_1_2_{}.zip", "han_3_4_{}.zip")]
)
def test_fault_023_the_zip_of_a_whole_class_is_read_as_it_was_downloaded(
    cohort: Cohort, names: tuple[str, str], *, roster: bool
) -> None:
    if roster:
        cohort.listed("0012", "0013")
    learners = dict(zip(names, ("0012", "0013"), strict=True))
    cohort.put("class.zip", zipped(*[(name.format(each), hand_in(each)) for name, each in learners.items()]))
    assert [(row.learner, row.status, row.points) for row in cohort.graded().rows] == [
        ("0012", "GRADED", 12),
        ("0013", "GRADED", 12),
    ]
    assert [path.name for path in cohort.submissions.iterdir()] == ["class.zip"]


def test_fault_023_a_zip_in_a_learners_zip_is_read_and_one_deeper_is_not(cohort: Cohort) -> None:
    """Deeper, it is for the learner to hand in again, not for the instructor to judge: nothing of it was opened."""
    cohort.listed("0012", "0013")
    cohort.put("0012.zip", zipped(("0012.zip", hand_in("0012"))))
    cohort.put("0013.zip", zipped(("a.zip", zipped(("b.ZIP", hand_in("0013"))))))
    shallow, deep = cohort.graded().rows
    assert (shallow.status, shallow.points) == ("GRADED", 12)
    assert (deep.status, deep.points) == ("FIX", None)
    assert "0013.zip: a.zip：压缩包里又有压缩包 b.ZIP" in deep.note.zh
    assert "There is another zip in it, b.ZIP" in deep.note.en


def test_fault_023_zips_in_a_zip_swell_no_further_than_one_sender_may(
    cohort: Cohort, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = []
    reading = archives.unpacked

    def watched(*given: object, **more: object) -> object:
        opened.append(given)
        return reading(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(archives, "unpacked", watched)
    swelling = zipped(*[(f"{number}.json", b" " * 250_000) for number in range(40)])  # 10 MB each
    cohort.put("0012.zip", zipped(*[(f"{number}.zip", swelling) for number in range(50)]))
    row = cohort.row()
    assert (row.status, "20 MB" in row.note.zh) == ("QUARANTINE", True)
    assert len(opened) < 10  # of 50


def test_in_the_zip_of_a_class_one_bad_hand_in_is_one_learners(cohort: Cohort) -> None:
    cohort.listed("0012", "0013", "0014")
    cohort.put(
        "class.zip",
        zipped(
            (f"{MOODLE}/0012.zip", hand_in("0012")[:-30]),
            ("Han_7_assignsubmission_file/0013.zip", hand_in("0013")),
            ("Wu_8_assignsubmission_file/0014.zip", zipped((linked("a.json"), b"/etc/passwd"))),
            ("Xu_9_assignsubmission_file/../../0015.zip", hand_in("0015")),
            ("Yu_9_assignsubmission_file/wish.docx", b"PK"),
        ),
    )
    rows = cohort.graded().rows
    assert [(row.learner, row.status) for row in rows] == [
        ("0012", "FIX"),
        ("0013", "GRADED"),
        ("0014", "QUARANTINE"),
        ("Xu_9_assignsubmission_file", "QUARANTINE"),
        ("Yu_9_assignsubmission_file", "QUARANTINE"),
    ]
    assert rows[4].note.zh.startswith("class.zip: Yu_9_assignsubmission_file：花名册里没有这个名字")
    assert rows[4].note.zh.endswith("它是压缩包：请先解压到作业文件夹里，再改名。")


def test_a_zip_of_several_learners_that_no_system_made_is_asked_to_be_unpacked(cohort: Cohort) -> None:
    cohort.listed("0012", "0013")
    cohort.put("all.zip", zipped(*[(f"{learner}.zip", hand_in(learner)) for learner in ("0012", "0013")]))
    row = cohort.graded().rows[-1]
    assert (row.learner, row.status) == ("all", "QUARANTINE")
    assert "（文件里写的是 0012, 0013）" in row.note.zh
    assert row.note.en.endswith("unpack it into the folder of hand-ins first, then rename.")


def test_fault_004_two_accounts_that_send_the_same_learner_are_both_left_ungraded(cohort: Cohort) -> None:
    cohort.listed("0012")
    cohort.put("class.zip", zipped((f"{MOODLE}/0012.zip", hand_in("0012"))))
    cohort.put("Han_7_assignsubmission_file/0012.zip", hand_in("0012"))
    row = cohort.row()
    assert (row.learner, row.status, row.points) == ("0012", "QUARANTINE", None)
    assert "Han_7, Li Lei_4821 都说是这名学员的" in row.note.zh


@pytest.mark.parametrize("copy", ["0012 (1).zip", "0012 - 副本.zip", "0012（2）.zip", f"{CANVAS}_0012-1.zip"])
def test_fault_005_a_copy_of_a_zip_is_another_version_of_it(cohort: Cohort, copy: str) -> None:
    cohort.listed("0012")
    cohort.put("0012.zip", zipped((FLAT, sheet())), at=1_600_000_000)
    cohort.put(copy, hand_in("0012"))
    row = cohort.row()
    assert (row.status, row.points) == ("WARN", 12)
    assert "有 2 份不同的作答" in row.note.zh


def test_an_id_that_looks_like_another_systems_name_is_that_id(cohort: Cohort) -> None:
    cohort.listed("li_1_2_0012", "0012", "li (1)")
    for learner in ("li_1_2_0012", "li (1)"):
        cohort.put(f"{learner}.zip", hand_in(learner))
    assert [(row.learner, row.status) for row in cohort.graded().rows] == [
        ("0012", "MISSING"),
        ("li (1)", "GRADED"),
        ("li_1_2_0012", "GRADED"),
    ]
