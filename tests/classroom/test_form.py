from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from classroom import exercise, lesson
from classroom.controls import read_number
from classroom.own_data import _read
from classroom.registration import to_check
from classroom.session import Session
from playbook.company import Company
from playbook.company_planner import CompanyPlanner
from playbook.facts import company, facts, first_card
from playbook.own import own_posts_file, show_own, show_sample
from playbook.places import write_safely
from playbook.planners import open_planner
from playbook.posts import sample_posts, write_posts
from playbook.sample.card import NAME, sample_card
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
    box.value = "401"
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


def test_a_number_with_words_in_it_is_told_so_even_if_the_next_field_is_filled_well(work: Path, reader: str) -> None:
    page = exercise("06_interaction/01_answer_the_inbox")
    form, said = page.ask("day"), page.verdict("day")
    assert said is not None
    first, second = inside(form, widgets.Text)
    first.value, second.value = "77分钟", "40"
    told = {"zh": "“77分钟”里有字，只填数字。", "en": "Digits only, please: “77分钟” has words in it."}[reader]
    assert told in said.value
    press(form, CHECK)
    assert told in said.value
    first.value = "77"
    assert told not in said.value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("90", 90),
        ("９０", 90),
        (" 1,024 ", 1024),
        ("1.5", 1.5),
        ("76%", 76),
        ("７６ ％", 76),
        ("5.4 条", 5.4),
        ("1.28 倍", 1.28),
        ("%", None),
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
        f'{{"format": 1, "exercise": "{EXERCISE}", "learner": "0012", "answers": {{"typical": {{"reactions": 401}}}}}}'
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


def test_an_answer_changed_after_its_check_is_told_to_count_only_when_checked_again(work: Path) -> None:
    page = exercise(EXERCISE)
    form, said = page.ask("typical"), page.verdict("typical")
    assert said is not None
    number = next(inside(form, widgets.Text))
    number.value = "90"
    assert said.value == ""
    press(form, CHECK)
    assert to_check() == ""
    number.value = "91"
    assert "再点一次“检查”" in said.value
    assert "找出读者几点回应" in to_check()
    press(form, CHECK)
    assert to_check() == ""
    press(form, SOLUTION)
    number.value = "92"
    assert "再点一次“检查”" not in said.value
    assert to_check() == ""


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Return what pages display by the way."""
    displayed: list[Any] = []
    monkeypatch.setattr("classroom.form.display", displayed.append)
    return displayed


@pytest.fixture
def own(work: Path) -> Path:
    """Return the file of the company's own posts: one account, 竹隐茶舍."""
    mine = sample_posts().head(50).assign(account="竹隐茶舍")
    write_safely(own_posts_file(), write_posts(mine))
    return own_posts_file()


def test_a_page_without_own_data_says_nothing_of_another_company(work: Path, shown: list[Any]) -> None:
    lesson(EXERCISE)
    exercise(EXERCISE)
    assert shown == []


def test_a_lesson_names_the_company_it_shows_and_one_click_leads_to_the_other_and_back(
    own: Path, shown: list[Any]
) -> None:
    before = own.read_bytes()
    lesson(EXERCISE)
    assert "竹隐茶舍" in next(inside(shown[0], widgets.HTML)).value
    press(shown[0], 0)
    assert facts().company == sample_card()
    lesson(EXERCISE)
    assert str(NAME) in next(inside(shown[1], widgets.HTML)).value
    press(shown[1], 0)
    assert [each.name for each in facts().company.accounts] == ["竹隐茶舍"]
    assert own.read_bytes() == before


def test_an_exercise_says_that_it_asks_about_the_sample_whatever_the_pages_show(own: Path, shown: list[Any]) -> None:
    page = exercise(EXERCISE)
    assert str(NAME) in shown[0].data
    assert page._session.facts.invented


def test_a_table_nobody_knows_is_read_with_the_words_that_its_refusal_suggests(work: Path) -> None:
    content = "日期时间,博文内容,转,评,赞\n2025-03-01 12:30,春茶到了,1,2,3\n".encode()
    files = [{"name": "后台.csv", "content": content}]
    refused = unescape(_read(files, False, None, ""))
    suggested = refused[refused.index("--map '") :].removesuffix("</p>")
    assert "tmp" not in refused
    assert "已读进课程" in _read(files, False, None, suggested)
    assert facts().posts["likes"].tolist() == [3]


def test_plans_of_the_two_companies_are_kept_apart(own: Path) -> None:
    mine = open_planner(Company, first_card, lambda desk: CompanyPlanner(desk, facts()))
    mine._name.value = "竹隐茶舍总店"
    show_sample()
    mine._name.value = "竹隐茶舍分店"  # a page that was opened before the switch still saves to its own company
    assert company() == sample_card()
    show_own()
    assert company().name == "竹隐茶舍分店"
