"""A learner with a course code: typed on the first page, data of one’s own on an exercise page, a right answer."""

from __future__ import annotations

import pytest

from classroom import registration
from classroom.exercise import load_spec
from classroom.form import CHECK
from classroom.grading import OUTCOMES
from classroom.learner import NAME_FIRST
from classroom.variants import data_for, variant_of
from playbook.image import tables_page
from playbook.image.questions_page import rate_of

from .course import Course
from .reader import Reader

pytestmark = pytest.mark.in_chinese
NAME, CODE, EXERCISE = "0012", "6-k7m2qx", "02_image/01_be_known"
VARIANT = variant_of(CODE, NAME, load_spec(EXERCISE))


def test_with_a_course_code_an_exercise_asks_about_data_of_ones_own(reader: Reader, course: Course) -> None:
    reader.open("start")
    fields = reader.cell("who").locator("input")
    fields.nth(1).fill(CODE)
    fields.nth(1).press("Enter")
    reader.see("who", NAME_FIRST.in_language(course.language))
    fields.first.fill(NAME)
    fields.first.press("Enter")
    reader.see("who", registration.KNOWN.format(name=NAME).in_language(course.language))
    reader.see("who", registration.CODED.format(code=CODE).in_language(course.language))
    fields.nth(1).fill("6-k7m2q")
    reader.cell("who").get_by_role("button", name=registration.USE_CODE.in_language(course.language)).click()
    reader.see("who", "'6-k7m2q'")
    fields.nth(1).fill(CODE)
    fields.nth(1).press("Enter")
    reader.see("who", registration.CODED.format(code=CODE).in_language(course.language))
    reader.shoot("code-start")
    assert reader.sideways() == []

    reader.open(f"exercises/{EXERCISE}")
    data = data_for(VARIANT)
    assert VARIANT in reader.said("setup")
    shown = reader.said("look-rates")
    assert all(figure in shown for figure in tables_page.counts(data).to_numpy().ravel())
    answers = reader.cell("answer-rates").locator("input")
    answers.nth(0).fill(f"{rate_of(data, 'place'):g}")
    answers.nth(1).fill(f"{rate_of(data, 'product', 'follow', 1000):g}")
    reader.cell("answer-rates").get_by_role("button", name=CHECK.in_language(course.language)).click()
    reader.see("verdict-rates", OUTCOMES["right"].in_language(course.language))
    reader.shoot("code-exercise")
    assert reader.complaints == []
    saved = course.json(f"answers/{EXERCISE}.json")
    assert saved is not None
    assert saved["variant"] == VARIANT
