"""A course code gives each learner a variant: who has which, what pages then show, and that only it is graded."""

from __future__ import annotations

import csv
import os
from collections import Counter
from pathlib import Path

import pytest

from classroom import variants
from classroom.answers import AnswerFile
from classroom.cli import main
from classroom.cohort import grade_cohort
from classroom.exercise import load_spec
from classroom.form import exercise
from classroom.gradebook import Row
from classroom.learner import set_course_code, set_learner
from classroom.pages.tidy import read_page
from classroom.progress import hand_in, standings
from classroom.session import Session, right_answer
from classroom.variants import CODE as CODE_LIKE
from classroom.variants import (
    MOST,
    VariantError,
    data_for,
    new_code,
    read_code,
    seed_of,
    seeds,
    show_variant,
    variant_of,
)
from playbook.facts import VARIANT, sample_facts
from playbook.image import questions_page, tables_page

VARYING, FIXED = "02_image/01_be_known", "04_content/03_mend_a_draft"
CODE, OTHER = "3-k7m2qx", "3-wwwwww"
SPEC = load_spec(VARYING)
POINTS = sum(each.points for each in SPEC.exercise.values() if right_answer(each, sample_facts()))


def answered(name: str, code: str, exercise_id: str = VARYING) -> Session:
    """Answer what can be computed of an exercise, rightly, as this learner does with this code."""
    set_learner(name)
    set_course_code(code)
    session = Session(exercise_id, "exercise")
    for question, asked in session.questions.items():
        for field, value in right_answer(asked, session.facts).items():
            session.change(question, field, value)
    return session


def graded(work: Path, code: str, name: str = "0012") -> dict[str, Row]:
    """Grade what this learner hands in; return the rows by exercise."""
    submissions = work / "submissions"
    submissions.mkdir(exist_ok=True)
    set_learner(name)
    hand_in().replace(submissions / f"{name}.zip")
    return {row.exercise: row for row in grade_cohort(submissions, None, work / "out", code).rows}


def two_with_other_data() -> tuple[str, str]:
    names = [str(number) for number in range(20)]
    first = names[0]
    return first, next(name for name in names if variant_of(CODE, name, SPEC) != variant_of(CODE, first, SPEC))


# ---------------------------------------------------------------- codes


@pytest.mark.parametrize("variants", [1, 6, MOST])
def test_a_fresh_code_says_how_many_variants_there_are(variants: int) -> None:
    code = new_code(variants)
    assert read_code(code) == code
    assert code.startswith(f"{variants}-")
    assert new_code(variants) != code


@pytest.mark.parametrize(
    "typed", ["", "6k7m2qx", "0-k7m2qx", f"{MOST + 1}-k7m2qx", "6-k7m2qi", "6-k7m2qx/1", "六-k7m2qx"]
)
def test_what_is_no_code_is_told_with_an_example(typed: str) -> None:
    with pytest.raises(VariantError) as caught:
        read_code(typed)
    assert "6-k7m2qx" in caught.value.args[0].zh
    assert "6-k7m2qx" in caught.value.args[0].en


def test_a_variant_follows_from_code_and_learner_alone_however_they_are_spelt() -> None:
    assert variant_of(CODE, "ＬＩ01", SPEC) == variant_of(" 3-K7M2QX", "li01 ", SPEC)


def test_a_cohort_is_spread_over_all_variants_of_its_code() -> None:
    dealt = Counter(variant_of("6-k7m2qx", str(number), SPEC) for number in range(600))
    assert len(dealt) == 6
    assert min(dealt.values()) > 60


def test_variants_of_a_code_are_different_data_and_another_code_deals_them_anew() -> None:
    ours, theirs = ({variant_of(code, str(number), SPEC) for number in range(40)} for code in (CODE, OTHER))
    assert len({seed_of(each) for each in ours}) == 3
    assert {seed_of(each) for each in ours} != {seed_of(each) for each in theirs}


def test_without_a_code_or_where_nothing_varies_everybody_has_the_sample() -> None:
    assert variant_of("", "0012", SPEC) == "sample"
    assert variant_of(CODE, "0012", load_spec(FIXED)) == "sample"
    assert data_for("sample") is sample_facts()


@pytest.mark.parametrize("name", ["", "exam-7", f"{CODE}/0", f"{CODE}/1", f"{CODE}/1/1", "99-k7m2qx/101", "sample/1"])
def test_a_variant_that_cannot_be_has_no_data(name: str) -> None:
    with pytest.raises(VariantError):
        seed_of(name)


def test_if_the_course_deals_other_data_earlier_answers_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    before = variant_of(CODE, "0012", SPEC)
    monkeypatch.setattr("classroom.variants.seeds", lambda: [7, 8, 9])
    monkeypatch.setattr("classroom.variants._dealt", variants._dealt.__wrapped__)
    assert variant_of(CODE, "0012", SPEC) != before
    with pytest.raises(VariantError):
        seed_of(before)


def test_there_are_as_many_variants_as_a_code_may_ask_for() -> None:
    assert len(set(seeds())) == len(seeds()) >= MOST


# ---------------------------------------------------------------- pages


def test_neighbours_have_other_numbers_and_each_is_right_on_their_own(work: Path) -> None:
    first, second = two_with_other_data()
    mine, theirs = answered(first, CODE), answered(second, CODE)
    assert mine.answer("rates") != theirs.answer("rates")
    assert (mine.verdict("rates").outcome, theirs.verdict("rates").outcome) == ("right", "right")
    for field, value in mine.answer("rates").items():
        theirs.change("rates", field, value)
    assert theirs.verdict("rates").outcome in {"partly", "wrong"}


def test_the_charts_of_an_exercise_page_show_the_learners_own_data(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIANT, raising=False)
    session = answered("0012", CODE)
    exercise(VARYING)
    monkeypatch.setenv(VARIANT, os.environ[VARIANT])  # taken back after the test
    assert sample_facts() is session.facts
    assert questions_page.rate_of(sample_facts(), "place") == session.answer("rates")["place"]
    show_variant("sample")
    assert sample_facts() is data_for("sample")


def test_an_exercise_page_says_that_the_data_are_the_learners_own(
    work: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("classroom.form.display", lambda html: shown.append(html.data))
    monkeypatch.setenv(VARIANT, "1")
    variant = answered("0012", CODE).file.variant
    exercise(VARYING)
    assert any(variant in each for each in shown)
    shown.clear()
    exercise(FIXED)
    assert not any(CODE in each for each in shown)
    assert VARIANT not in os.environ


def test_progress_counts_by_the_learners_own_data(work: Path) -> None:
    answered("0012", CODE)
    standing = next(each for each in standings() if each.lesson.id == VARYING)
    assert standing.points == POINTS


@pytest.mark.slow
def test_papermill_runs_a_page_on_the_data_its_answers_were_made_for(work: Path, tmp_path: Path) -> None:
    session = answered("0012", CODE)
    page = tmp_path / "page.ipynb"
    given = work / "answers" / f"{VARYING}.json"
    assert main(["run", VARYING, "--answers", str(given), "-o", str(page), "--language", "en"]) == 0
    told = {cell["id"]: str(cell.get("outputs")) for cell in read_page(page)["cells"]}
    assert session.file.variant in told["setup"]
    assert "Right" in told["verdict-rates"]
    own, sample = ({*tables_page.counts(each).to_numpy().ravel()} for each in (session.facts, sample_facts()))
    assert all(figure in told["look-rates"] for figure in own)
    assert not any(figure in told["look-rates"] for figure in sample - own if "," in figure)


def test_a_page_is_not_run_for_data_that_nobody_has(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = tmp_path / "a.json"
    given.write_text(AnswerFile(exercise=VARYING, learner="0012", variant="exam-7").model_dump_json(), "utf-8")
    assert main(["run", VARYING, "--answers", str(given), "-o", str(tmp_path / "page.ipynb")]) == 2
    assert "exam-7" in capsys.readouterr().err


# ---------------------------------------------------------------- grading


def test_with_the_code_right_answers_of_any_variant_get_all_their_points(work: Path) -> None:
    for name in two_with_other_data():
        answered(name, CODE)
        answered(name, CODE, FIXED)
        rows = graded(work, CODE, name)
        for exercise_id in (VARYING, FIXED):
            marked = [each for each in load_spec(exercise_id).exercise.values() if right_answer(each, sample_facts())]
            assert rows[exercise_id].points == sum(each.points for each in marked)
        (work / "submissions" / f"{name}.zip").unlink()
        (work / "answers" / f"{VARYING}.json").unlink()


@pytest.mark.parametrize(("made", "asked"), [("", CODE), (CODE, ""), (OTHER, CODE)])
def test_answers_for_other_data_are_never_graded_and_say_what_to_do(
    work: Path, made: str, asked: str, reader: str
) -> None:
    variant = answered("0012", made).file.variant
    row = graded(work, asked)[VARYING]
    assert (row.status, row.points) == ("FIX", None)
    note = str(row.note)
    assert variant in note
    assert variant_of(asked, "0012", SPEC) in note
    assert "--code" in note
    assert {"zh": "学号和课程代码", "en": "number and course code"}[reader] in note


def test_what_does_not_vary_is_graded_with_any_code(work: Path) -> None:
    answered("0012", OTHER, FIXED)
    assert graded(work, CODE)[FIXED].status in {"GRADED", "MARK"}


# ---------------------------------------------------------------- the command


def test_the_command_makes_a_code_and_lists_who_has_which_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("learner,name\n0012,李小明\n0013,=1+1\n", "utf-8")
    listed = tmp_path / "who.csv"
    assert main(["code", "--variants", "4", "--roster", str(roster), "-o", str(listed)]) == 0
    said = capsys.readouterr().err
    code = next(found[0] for found in CODE_LIKE.finditer(said))
    rows = [*csv.reader(listed.read_text("utf-8-sig").splitlines())]
    assert rows[0] == ["learner", "name", "variant"]
    assert rows[1] == ["0012", "李小明", variant_of(code, "0012", SPEC)]
    assert not rows[2][1].startswith("=")


def test_a_mistyped_code_ends_the_command_before_anything_is_graded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["grade", str(tmp_path), "--code", "6-0000", "-o", str(tmp_path / "out")])
    assert ended.value.code == 2
    assert "6-k7m2qx" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
