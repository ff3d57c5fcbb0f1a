from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from classroom import exercise, lesson
from classroom.controls import read_number
from classroom.session import Session
from playbook.timing.grid import WeekGrid

EXERCISE = "05_timing/01_find_our_hours"


def inside(widget: object, kind: type) -> Iterator[Any]:
    """Every widget of a kind below a widget."""
    if isinstance(widget, kind):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child, kind)


def press(form: object, number: int) -> None:
    [*inside(form, widgets.Button)][number].click()


CHECK, HINT, SOLUTION = 0, 1, 2


def test_a_wrong_number_gets_its_own_message_and_a_right_one_its_reason(work: Path, reader: str) -> None:
    page = exercise(EXERCISE)
    form, said = page.ask("typical"), page.verdict("typical")
    assert said is not None
    [box] = inside(form, widgets.Text)
    box.value = "145"
    press(form, CHECK)
    assert {"zh": "这是平均数", "en": "That is the mean"}[reader] in said.value
    box.value = "90"
    press(form, CHECK)
    assert {"zh": "✓ 对", "en": "✓ Right"}[reader] in said.value


def test_what_is_no_number_is_told_and_not_saved(work: Path) -> None:
    page = exercise(EXERCISE)
    form, said = page.ask("typical"), page.verdict("typical")
    assert said is not None
    [box] = inside(form, widgets.Text)
    box.value = "<b>九十</b>"
    press(form, CHECK)
    assert "&lt;b&gt;九十" in said.value
    assert Session(EXERCISE, "exercise").answer("typical") == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("90", 90),
        ("９０", 90),
        (" 1,024 ", 1024),
        ("1.5", 1.5),
        ("", None),
        ("nan", None),
        ("1e999", None),
        ("九十", None),
    ],
)
def test_numbers_are_read_as_people_type_them(text: str, number: float | None) -> None:
    assert read_number(text) == number


def test_the_solution_waits_for_a_first_try(work: Path) -> None:
    page = exercise(EXERCISE)
    form, said = page.ask("weekend"), page.verdict("weekend")
    assert said is not None
    press(form, SOLUTION)
    assert "先答一次" in said.value
    for radio, choice in zip(inside(form, widgets.RadioButtons), ["refuted"] * 3, strict=True):
        radio.value = choice
    press(form, CHECK)
    press(form, SOLUTION)
    assert "支持" in said.value


def test_an_order_is_blank_until_every_place_is_filled(work: Path) -> None:
    page = exercise(EXERCISE)
    form, said = page.ask("rank"), page.verdict("rank")
    assert said is not None
    places = [*inside(form, widgets.Dropdown)]
    for place, hour in zip(places[:3], ["21", "12", "10"], strict=True):
        place.value = hour
    press(form, CHECK)
    assert "还没有作答" in said.value
    places[3].value = "10"
    assert "选了两次" in said.value
    press(form, CHECK)
    assert "选了两次" in said.value
    places[3].value = "7"
    press(form, CHECK)
    assert "✓ 对" in said.value


def test_controls_are_rebuilt_from_the_saved_answers(work: Path) -> None:
    first = exercise(EXERCISE)
    [grid] = inside(first.ask("week"), WeekGrid)
    grid.slots = [21, 45]
    [radio, *_] = inside(first.ask("weekend"), widgets.RadioButtons)
    radio.value = "supported"
    again = exercise(EXERCISE)
    assert next(inside(again.ask("week"), WeekGrid)).slots == [21, 45]
    assert next(inside(again.ask("weekend"), widgets.RadioButtons)).value == "supported"


def test_an_answer_to_a_plan_question_leaves_the_learners_own_plan_alone(work: Path) -> None:
    [grid] = inside(exercise(EXERCISE).ask("week"), WeekGrid)
    grid.slots = [21]
    assert not (work / "plans").exists()
    assert (work / "answers").exists()


def test_a_lessons_question_shows_its_prompt_and_takes_a_guess(work: Path) -> None:
    asked = lesson(EXERCISE).ask("predict")
    [radio] = inside(asked, widgets.RadioButtons)
    radio.value = "10"
    press(asked, CHECK)
    assert any("记下了" in html.value for html in inside(asked, widgets.HTML))
    assert (work / "lessons").exists()
    assert not (work / "answers").exists()


def test_an_answered_question_shows_its_verdict_when_opened_again(work: Path) -> None:
    page = exercise(EXERCISE)
    form = page.ask("typical")
    next(inside(form, widgets.Text)).value = "90"
    press(form, CHECK)
    said = exercise(EXERCISE).verdict("typical")
    assert said is not None
    assert "✓ 对" in said.value


def test_a_page_run_with_given_answers_prints_verdicts_as_plain_text(
    work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = (
        f'{{"format": 1, "exercise": "{EXERCISE}", "learner": "0012", "answers": {{"typical": {{"reactions": 145}}}}}}'
    )
    page = exercise(EXERCISE, given)
    assert page.verdict("typical") is None
    assert page.verdict("rank") is None
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("不对 · 0/2 · 这是平均数")
    assert said[1] == "还没有作答 · 0/3"


def test_hints_stay_while_the_answer_changes_and_end_when_there_are_no_more(work: Path) -> None:
    page = exercise(EXERCISE)
    form, said = page.ask("typical"), page.verdict("typical")
    assert said is not None
    for _ in range(3):
        press(form, HINT)
    next(inside(form, widgets.Text)).value = "90"
    press(form, CHECK)
    assert "✓ 对（2/2 分）" in said.value
    assert said.value.count("提示 1/2") == said.value.count("提示 2/2") == 1
    assert [*inside(form, widgets.Button)][HINT].disabled


def test_a_lesson_on_own_data_says_so_and_one_click_goes_back(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Any] = []
    monkeypatch.setattr("classroom.form.display", shown.append)
    work.mkdir()
    (work / "posts.csv").write_text("anything", encoding="utf-8")
    lesson(EXERCISE)
    [notice] = shown
    press(notice, 0)
    assert not (work / "posts.csv").exists()
    assert (work / "posts.own-1.csv").read_text("utf-8") == "anything"
    assert "posts.own-1.csv" in next(inside(notice, widgets.HTML)).value
