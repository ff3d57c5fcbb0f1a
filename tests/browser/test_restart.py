"""Nothing is lost when the kernel, or the whole course, is started again; and the course itself stays as it was."""

from __future__ import annotations

import pytest

from classroom import form
from classroom.exercise import load_spec
from playbook.plans import save

from .course import LESSON, Course, until
from .reader import Reader
from .test_answers import EXERCISE, FILE, WRONG, answer, press
from .week import PLAN, Week, plan_of

REASON = "15 点读者在喝茶；三个月后重看。"
ORDER = ["21", "12", "10", "7"]
RANK = load_spec(LESSON).exercise["rank"]
SLOTS = [(1, 20), (2, 21)]
PLANNED = [(3, 15), (5, 11)]


@pytest.mark.in_chinese
def test_a_restart_of_kernel_or_course_loses_nothing_and_git_has_nothing_to_tell(
    reader: Reader, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_WORK", str(course.work))
    save(plan_of("flagship", *PLANNED).model_copy(update={"why": {"flagship": REASON}}))
    (course.work / FILE).unlink(missing_ok=True)
    _answer_three_questions(reader.open(EXERCISE))
    written = {name: (course.work / name).read_bytes() for name in (PLAN, FILE)}
    before = reader.said("verdict-typical"), reader.said("verdict-rank")
    assert all(before)

    reader.restart_kernel()
    reader.run_again()
    _everything_is_there(reader, before)
    reader.page.keyboard.press("Control+s")
    course.stop()
    course.start()
    lesson = Reader(reader.page.context.new_page(), course)
    lesson.go(LESSON)  # two kernels start side by side
    _everything_is_there(reader.open(EXERCISE), before)
    assert Week(lesson.wait()).shown == PLANNED
    assert lesson.cell("plan").locator("textarea").input_value() == REASON
    assert {name: (course.work / name).read_bytes() for name in written} == written
    assert course.changed() == ""


def _answer_three_questions(reader: Reader) -> None:
    course = reader.course
    answer(reader, WRONG)
    for place, hour in enumerate(ORDER):
        reader.cell("answer-rank").locator("select").nth(place).select_option(index=_place_of(hour))
    press(reader, "answer-rank", form.CHECK)
    for slot in SLOTS:
        Week(reader, "answer-week").cell(*slot).click()
    until(lambda: len(_answers(course).get("week", {}).get("plan", {}).get("slots", [])) == len(SLOTS), "a saved week")
    until(lambda: course.json(FILE)["attempts"].get("rank"), "an attempt at the order")
    until(lambda: reader.said("verdict-rank"), "a verdict on the order")


def _answers(course: Course) -> dict[str, dict[str, dict[str, list[object]]]]:
    answers: dict[str, dict[str, dict[str, list[object]]]] = (course.json(FILE) or {}).get("answers", {})
    return answers


def _everything_is_there(reader: Reader, verdicts: tuple[str, str]) -> None:
    assert reader.cell("answer-typical").locator("input").input_value() == str(WRONG)
    for place, hour in enumerate(ORDER):
        shown = reader.cell("answer-rank").locator("select").nth(place)
        assert shown.evaluate("list => list.selectedIndex") == _place_of(hour)
    assert Week(reader, "answer-week").shown == SLOTS
    assert (reader.said("verdict-typical"), reader.said("verdict-rank")) == verdicts


def _place_of(hour: str) -> int:
    field = RANK.fields["hours"]
    assert field.kind == "order"
    return [option.id for option in field.options].index(hour) + 1  # the first entry of the list says "choose"
