"""The first page asks for the course code: what may be typed there, what it changes, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import ipywidgets as widgets
import pytest

from classroom.exercise import load_spec
from classroom.home import contents, contents_html, hand_in_button, who
from classroom.learner import LearnerError, course_code, learner_id, set_course_code, set_learner
from classroom.outline import outline
from classroom.progress import standings
from classroom.session import Session
from classroom.variants import VariantError, variant_of

VARYING, FIXED = "02_image/01_be_known", "04_content/03_mend_a_draft"
CODE = "3-k7m2qx"


def enrolled(code: str = CODE, name: str = "0012") -> None:
    set_learner(name)
    set_course_code(code)


def begun(exercise: str) -> None:
    """Answer one question of an exercise, wrongly."""
    session = Session(exercise, "exercise")
    question, asked = next(iter(session.questions.items()))
    for field in asked.fields:
        session.change(question, field, 1)
    session.check(question)


def title(exercise: str) -> str:
    return str(next(each.title for each in outline().lessons() if each.id == exercise))


def typed(text: str, *, name: str = "0012") -> tuple[widgets.Widget, str]:
    """Type a course code on the first page of a learner; return the widget and what it says of the code."""
    if name:
        set_learner(name)
    shown = who()
    shown.children[2].children[0].value = text
    return shown, shown.children[3].value


@pytest.mark.parametrize("read", ["3-k7m2qx", " 3-K7M2QX ", "３－ｋ７ｍ２ｑｘ"])
def test_a_code_is_kept_however_it_is_typed(work: Path, read: str) -> None:
    _, said = typed(read)
    assert course_code() == CODE
    assert CODE in said


@pytest.mark.parametrize("read", ["k7m2qx", "3-k7m2q", "3-k7m2qo", "0-k7m2qx", "99-k7m2qx", "<b>", "3-k7m2qx/1"])
def test_a_wrong_code_is_told_at_once_and_changes_nothing(work: Path, read: str) -> None:
    enrolled()
    _, said = typed(read)
    assert course_code() == CODE
    assert "6-k7m2qx" in said, "what a code looks like"
    assert "<b>" not in said


def test_an_empty_field_takes_the_code_away(work: Path) -> None:
    enrolled()
    _, said = typed("")
    assert course_code() == ""
    assert "人人一样" in said


def test_nothing_is_said_of_codes_to_those_who_have_none(work: Path) -> None:
    set_learner("0012")
    assert who().children[3].value == ""


def test_a_code_waits_for_a_name_since_the_data_follow_from_both(work: Path) -> None:
    _, said = typed(CODE, name="")
    assert "姓名或学号" in said
    assert course_code() == ""
    with pytest.raises(LearnerError):
        set_course_code(CODE)


def test_a_code_typed_before_the_name_is_kept_as_soon_as_there_is_one(work: Path) -> None:
    shown, _ = typed(CODE, name="")
    shown.children[0].children[0].value = "0012"
    assert (learner_id(), course_code()) == ("0012", CODE)
    assert CODE in shown.children[3].value


def test_a_code_in_a_damaged_learner_file_counts_as_none(work: Path) -> None:
    enrolled()
    kept = work / "learner.toml"
    kept.write_text(kept.read_text("utf-8").replace(CODE, "nonsense"), "utf-8")
    assert (course_code(), learner_id()) == ("", "0012")


def test_with_a_code_only_what_varies_asks_for_other_data(work: Path) -> None:
    enrolled()
    assert Session(VARYING, "exercise").file.variant.startswith(f"{CODE}/")
    assert Session(FIXED, "exercise").file.variant == "sample"
    assert Session(VARYING, "lesson").file.variant == "sample"


def test_the_first_page_names_what_was_answered_for_other_data(work: Path, reader: str) -> None:
    set_learner("0012")
    begun(VARYING)
    begun(FIXED)
    shown, said = typed(CODE)
    varying, fixed = title(VARYING), title(FIXED)
    assert varying in said
    assert fixed not in said
    shown.children[2].children[0].value = ""
    assert varying not in shown.children[3].value, "without the code the answers are for the right data again"


def test_answers_for_other_data_count_neither_as_answered_nor_as_points(work: Path) -> None:
    set_learner("0012")
    begun(VARYING)
    table = contents()
    before = table.children[0].value
    assert next(each for each in standings() if each.lesson.id == VARYING).answered == 1
    typed(CODE)
    assert next(each for each in standings() if each.lesson.id == VARYING).answered == 0
    assert table.children[0].value == contents_html() != before, "the contents follow at once"


def test_earlier_answers_are_put_aside_by_the_page_and_said(work: Path, reader: str) -> None:
    set_learner("0012")
    begun(VARYING)
    old = (work / "answers" / f"{VARYING}.json").read_bytes()
    set_course_code(CODE)
    session = Session(VARYING, "exercise")
    assert session.file.answers == {}
    [kept] = (work / "answers" / "02_image").glob("*other-data*")
    assert kept.read_bytes() == old
    assert kept.name in str(session.notice)
    assert session.file.variant in str(session.notice)


def test_another_number_has_other_data_too(work: Path) -> None:
    spec = load_spec(VARYING)
    names = sorted(map(str, range(30)), key=lambda name: variant_of(CODE, name, spec))  # each variant is made once
    variants = set()
    for name in names:
        enrolled(name=name)
        variants.add(Session(VARYING, "exercise").file.variant)
    assert len(variants) == 3


def test_handing_in_says_what_was_answered_for_other_data(work: Path) -> None:
    set_learner("0012")
    begun(VARYING)
    set_course_code(CODE)
    button, told = hand_in_button().children
    button.click()
    assert "0012.zip" in told.value
    assert title(VARYING) in told.value


def test_a_code_that_cannot_be_is_refused(work: Path) -> None:
    set_learner("0012")
    with pytest.raises(VariantError):
        set_course_code("25-k7m2qx")
