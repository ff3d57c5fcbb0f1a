"""An exercise in the browser: verdicts, hints, the solution, what is written down, and handing in."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from classroom import form, home, registration
from classroom.exercise import load_spec
from classroom.grading import OUTCOMES
from playbook.facts import sample_facts
from playbook.language import Text
from playbook.timing.analysis import average_shown, typical

from .conftest import window
from .course import LESSON, Course, until
from .reader import Reader

pytestmark = pytest.mark.in_chinese
FILE = f"answers/{LESSON}.json"
EXERCISE = f"exercises/{LESSON}"
QUESTION = load_spec(LESSON).exercise["typical"]
RIGHT = round(typical(sample_facts().posts, "shop", 20))
WRONG = average_shown(sample_facts().posts, "shop", 20)
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def window_on_exercise(browser: Browser, course: Course) -> Iterator[Reader]:
    """Open the exercise once."""
    with window(browser, course) as one:
        yield one.open(EXERCISE)


@pytest.fixture
def desk(window_on_exercise: Reader) -> Reader:
    """Show the exercise to a learner who has done nothing yet."""
    window_on_exercise.run_again()
    return window_on_exercise


@pytest.fixture(autouse=True)
def fresh(course: Course) -> None:
    """Let each test begin as a learner who has done nothing yet."""
    course.forget()


def press(reader: Reader, cell_id: str, label: Text) -> None:
    """Press the button of that label in a cell."""
    reader.cell(cell_id).get_by_role("button", name=label.in_language(reader.course.language)).click()


def answer(reader: Reader, number: object) -> None:
    """Type a number into the first question and press Check."""
    reader.cell("answer-typical").locator("input").fill(str(number))
    press(reader, "answer-typical", form.CHECK)


def test_the_solution_is_refused_before_a_first_try_and_given_after_it(desk: Reader, course: Course) -> None:
    press(desk, "answer-typical", form.SOLUTION)
    desk.see("verdict-typical", form.FIRST_TRY.in_language(course.language))
    assert course.json(FILE) is None
    answer(desk, WRONG)
    desk.see("verdict-typical", OUTCOMES["wrong"].in_language(course.language))
    press(desk, "answer-typical", form.SOLUTION)
    desk.see("verdict-typical", QUESTION.why.in_language(course.language))
    assert str(RIGHT) in desk.said("verdict-typical")


def test_a_wrong_answer_gets_its_own_message_then_a_hint_and_a_right_one_is_right(desk: Reader, course: Course) -> None:
    answer(desk, WRONG)
    desk.see("verdict-typical", QUESTION.mistakes[0].text.in_language(course.language))
    press(desk, "answer-typical", form.HINT)
    desk.see("verdict-typical", QUESTION.hints[0].in_language(course.language))
    answer(desk, RIGHT)
    desk.see("verdict-typical", form.MARKS["right"])
    assert OUTCOMES["wrong"].in_language(course.language) not in desk.said("verdict-typical")
    written = course.json(FILE)
    assert written["answers"] == {"typical": {"reactions": RIGHT}}
    assert written["attempts"] == {
        "typical": [
            {"answer": {"reactions": WRONG}, "hints": 0, "solution_seen": False},
            {"answer": {"reactions": RIGHT}, "hints": 1, "solution_seen": False},
        ]
    }


def test_the_first_page_follows_the_exercise_and_hands_it_in(reader: Reader, desk: Reader, course: Course) -> None:
    in_words = Text("{a}/4 题，{p}/12 分", "{a} of 4 answered, {p} of 12 points")
    reader.open("start")
    reader.see("contents", in_words.format(a=0, p=0).in_language(course.language))
    press(reader, "hand-in", home.HAND_IN)
    until(lambda: reader.cell("hand-in").locator('[role="status"]').count(), "a word on a name that is missing")
    assert not list(course.work.glob("*.zip"))

    answer(desk, RIGHT)
    desk.see("verdict-typical", OUTCOMES["right"].in_language(course.language))
    press(reader, "contents", home.REFRESH)
    reader.see("contents", in_words.format(a=1, p=2).in_language(course.language))

    reader.cell("who").locator("input").first.fill("李雷-07")
    press(reader, "who", registration.KEEP)
    reader.see("who", registration.KNOWN.format(name="李雷-07").in_language(course.language))
    reader.run_again()
    reader.see("who", registration.KNOWN.format(name="李雷-07").in_language(course.language))
    press(reader, "hand-in", home.HAND_IN)
    with reader.page.expect_download() as download:
        reader.cell("hand-in").locator("a[download]").click()
    assert download.value.suggested_filename == "李雷-07.zip"
    assert [path.name for path in course.work.glob("*.zip")] == ["李雷-07.zip"]
    assert download.value.path().read_bytes() == (course.work / "李雷-07.zip").read_bytes()
    with zipfile.ZipFile(course.work / "李雷-07.zip") as packed:
        assert packed.namelist() == [f"{LESSON.replace('/', '__')}.json"]
        assert '"learner": "李雷-07"' in packed.read(packed.namelist()[0]).decode()

    desk.cell("answer-typical").locator("input").fill(str(RIGHT + 1))
    desk.see("verdict-typical", form.CHANGED.in_language(course.language))
    press(reader, "hand-in", home.HAND_IN)
    reader.see("hand-in", registration.CHANGED_SINCE.in_language(course.language).partition("{")[0].strip())


def test_what_a_learner_types_stays_text(reader: Reader, desk: Reader, course: Course) -> None:
    desk.cell("answer-typical").locator("input").fill(HOSTILE)
    desk.see("verdict-typical", HOSTILE)
    reader.open("start")
    reader.cell("who").locator("input").first.fill(HOSTILE)
    press(reader, "who", registration.KEEP)
    until(lambda: reader.cell("who").locator('[role="status"]').first.inner_text().strip(), "a word on the name")
    reader.cell("company").locator(".jupyter-widget-Collapse-header").click()
    reader.cell("company").locator("input[type=text]").first.fill(HOSTILE)  # the company's name
    reader.cell("company").locator("input[type=text]").nth(1).fill(HOSTILE)  # the name of its first account
    until(lambda: HOSTILE in str((course.json("plans/company.json") or {}).get("accounts")), "a saved card")
    reader.open(LESSON)
    assert [cell["outputs"] for cell in reader.code_cells() if "error" in str(cell["outputs"])[:60]] == []
    reader.cell("plan").locator("select").first.get_by_text(f"@{HOSTILE}").wait_for(state="attached")
    why = reader.cell("plan").locator("textarea")
    why.fill(HOSTILE)
    until(lambda: (course.json("plans/timing.json") or {}).get("why") == {"flagship": HOSTILE}, "a saved reason")
    for page in (desk, reader):
        assert page.page.locator('img[src="x"]').count() == 0
        assert "alert" not in page.dialogs
