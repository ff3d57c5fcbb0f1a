"""Grading a cohort: every exercise of every learner has exactly one row, whatever was handed in.

What strangers hand in, and the roster, are in `tests/faults/`.
"""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from classroom.cohort import CohortError, grade_cohort
from classroom.exercise import spec_ids
from classroom.learner import set_learner
from classroom.progress import hand_in
from classroom.session import Session
from playbook.language import Language
from playbook.places import course_home
from tests.faults.handed import EXERCISE, RIGHT, WRONG_ORDER, Cohort, sheet, zipped


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


def test_fault_079_a_checker_that_fails_is_an_error_and_never_a_wrong_answer(
    cohort: Cohort, course: Callable[..., None]
) -> None:
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


def test_fault_083_a_course_that_cannot_be_read_stops_before_anything_is_written(
    cohort: Cohort, course: Callable[..., None]
) -> None:
    course(**{"01_a": {"n": "kind = 5"}})
    cohort.put("0012/a.json", sheet())
    with pytest.raises(CohortError, match=r"01_a\.toml"):
        cohort.graded()
    assert not cohort.out.exists()


# ---------------------------------------------------------------- the run and what it writes


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


def test_fault_089_the_order_of_a_folder_changes_no_byte(cohort: Cohort, monkeypatch: pytest.MonkeyPatch) -> None:
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


# ---------------------------------------------------------------- whatever the bytes


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
