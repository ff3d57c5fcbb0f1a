"""A lesson asks again what earlier lessons taught: few questions, fixed for the learner, further and further back."""

from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest
from IPython.display import HTML

from classroom import lesson
from classroom.answers import read_answers
from classroom.exercise import SpecError, load_spec, read_spec
from classroom.form import NOTHING_TO_RECALL, Page
from classroom.grading import grade
from classroom.learner import answers_file, choose_path, set_learner
from classroom.outline import outline
from classroom.recall import drawn
from classroom.session import Session
from playbook.claims import ENOUGH
from playbook.facts import sample_facts

Course = Callable[..., Path]
FIRST = "05_timing/01_find_our_hours"
CHECK, HINT, SOLUTION = 0, 1, 2
DRAFT = "draft = true"
PINNED = ["l05_01_q2"]


def lessons(count: int) -> dict[str, str]:
    """Lessons 01 to the count, none with an exercise."""
    return {f"{number:02}_lesson": "" for number in range(1, count + 1)}


def back(here: int, learner: str = "0012") -> list[int]:
    """How many lessons back each question comes from that lesson number `here` asks."""
    return [here - int(each.lesson.id[10:12]) for each in drawn(f"05_timing/{here:02}_lesson", learner)]


def inside(widget: object, kind: type) -> Iterator[Any]:
    if isinstance(widget, kind):
        yield widget
    for child in getattr(widget, "children", ()):
        yield from inside(child, kind)


def press(form: object, number: int) -> None:
    [*inside(form, widgets.Button)][number].click()


def choose(form: object, option: str) -> None:
    next(inside(form, widgets.RadioButtons)).value = option


def told(form: object) -> str:
    return "".join(each.value for each in inside(form, widgets.HTML))


# ---------------------------------------------------------------- which questions


@pytest.mark.parametrize(
    ("here", "distances"),
    [(1, []), (2, [1]), (3, [1]), (4, [1, 3]), (7, [1, 3]), (8, [1, 3, 7]), (12, [1, 3, 7])],
)
def test_one_question_comes_from_the_lesson_before_and_others_from_further_back(
    course: Course, here: int, distances: list[int]
) -> None:
    course(lessons(12))
    assert back(here) == distances


def test_what_a_lesson_taught_is_asked_three_times_and_never_in_two_lessons_running(course: Course) -> None:
    course(lessons(12))
    asking = [here for here in range(2, 13) if here - 1 in back(here)]
    assert asking == [2, 4, 8]


def test_a_lesson_asked_about_again_is_asked_another_question_until_it_has_no_other(course: Course) -> None:
    course(lessons(12), recall=2)
    asked = [drawn(f"05_timing/{here:02}_lesson", "0012")[-1].key for here in (2, 4, 8)]
    assert asked[0] != asked[1]
    assert asked[0] == asked[2]


def test_every_lesson_of_the_course_but_the_first_asks_something(work: Path) -> None:
    every = [each.id for each in outline().lessons()]
    assert [each for each in every if not drawn(each, "0012")] == every[:1]


def test_lessons_without_questions_are_passed_over(course: Course) -> None:
    home = course(lessons(3))
    spec = home / "exercises" / "specs" / "05_timing" / "02_lesson.toml"
    spec.write_text(spec.read_text("utf-8").split("[recall.q1]")[0], encoding="utf-8")
    assert back(3) == [2]


def test_the_draw_is_the_same_at_every_opening_and_not_for_every_learner(course: Course) -> None:
    course(lessons(2), recall=5)
    keys = {learner: [each.key for each in drawn("05_timing/02_lesson", learner)] for learner in map(str, range(20))}
    assert keys == {learner: [each.key for each in drawn("05_timing/02_lesson", learner)] for learner in keys}
    assert len({tuple(each) for each in keys.values()}) > 1
    assert keys["0"] == PINNED  # on every machine


def test_drafts_and_lessons_off_the_path_are_not_asked_about(course: Course) -> None:
    pair = '{ zh = "路", en = "path" }'
    paths = "".join(
        f'[[path]]\nid = "{name}"\ntitle = {pair}\nabout = {pair}\n{more}\n'
        for name, more in (("full", ""), ("short", 'lessons = ["05_timing/01_lesson"]'))
    )
    course(lessons(4) | {"03_lesson": DRAFT}, paths)
    assert back(4) == [2]
    assert back(3) == [1]  # whoever writes a draft sees what its readers will
    choose_path("short")
    assert back(4) == [3]


# ---------------------------------------------------------------- on the page


def recalled(number: int) -> Any:  # noqa: ANN401 - a widget
    return lesson(f"05_timing/{number:02}_lesson").recall()


def test_the_first_lesson_has_nothing_to_recall_and_says_so_kindly(work: Path, reader: str) -> None:
    page = lesson(outline().lessons()[0].id)
    shown = page.recall()
    assert escape(str(NOTHING_TO_RECALL)) in shown.value
    assert [*inside(shown, widgets.Button)] == []
    assert not (work / "recall").exists()


def test_a_wrong_answer_names_the_lesson_to_read_again_and_a_right_one_does_not(course: Course, reader: str) -> None:
    course({"01_lesson": "", "02_lesson": ""})
    [form] = recalled(2).children
    link = '<a href="../05_timing/01_lesson.ipynb">' + {"zh": "01_lesson<", "en": "01_lesson in English<"}[reader]
    choose(form, "no")
    press(form, CHECK)
    assert link in told(form)
    choose(form, "yes")
    assert link not in told(form)
    press(form, CHECK)
    assert {"zh": "✓ 对", "en": "✓ Right"}[reader] in told(form)
    assert link not in told(form)


def test_answers_and_verdicts_are_there_again_after_a_restart(course: Course, work: Path) -> None:
    course(lessons(2))
    choose(recalled(2).children[0], "yes")
    press(recalled(2).children[0], CHECK)
    again = recalled(2).children[0]
    assert next(inside(again, widgets.RadioButtons)).value == "yes"
    assert "✓ 对" in told(again)
    saved = read_answers(work / "recall" / "05_timing" / "02_lesson.json")
    assert [*saved.answers.values()] == [{"answer": "yes"}]
    assert not (work / "answers").exists()
    assert not (work / "lessons").exists()


def test_a_damaged_file_is_put_aside_and_the_page_says_so(
    course: Course, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr("classroom.form.display", shown.append)
    course(lessons(2))
    path = answers_file("05_timing/02_lesson", "recall")
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    recalled(2)
    assert "damaged-1" in shown[0].data
    assert path.with_name("02_lesson.damaged-1.json").read_text("utf-8") == "{"


def test_a_page_run_with_given_answers_shows_the_questions_and_takes_no_answer(course: Course, work: Path) -> None:
    course(lessons(2) | {"02_lesson": "exercise_minutes = 20"})
    given = '{"format": 1, "exercise": "05_timing/02_lesson", "learner": "0012"}'
    shown = Page(Session("05_timing/02_lesson", "exercise", given)).recall()
    assert isinstance(shown, HTML)
    assert shown.data.count("<b>—</b>") == 1
    assert "01_lesson, " in shown.data
    assert not work.exists()


# ---------------------------------------------------------------- the questions of the course


def test_every_wrong_option_is_told_why_in_its_own_words(work: Path) -> None:
    questions = load_spec(FIRST).recall
    assert len(questions) == 5
    for question in questions.values():
        [(name, field)] = question.fields.items()
        options = [option for option in getattr(field, "options", []) if not option.right]
        said = [grade(question, {name: option.id}, sample_facts()).message for option in options]
        assert set(said) <= {mistake.text for mistake in question.mistakes}
        assert len(set(said)) == len(options)


def test_how_many_posts_are_enough_is_what_the_course_goes_by() -> None:
    question = load_spec(FIRST).recall["enough"]
    assert grade(question, {"posts": ENOUGH}, sample_facts()).outcome == "right"
    assert grade(question, {"posts": ENOUGH - 1}, sample_facts()).outcome == "wrong"


def spoiled(tmp_path: Path, old: str, new: str) -> Path:
    text = (Path(__file__).parents[2] / "exercises" / "specs" / f"{FIRST}.toml").read_text("utf-8")
    assert old in text
    spec = tmp_path / "spoiled.toml"
    spec.write_text(text.replace(old, new, 1), encoding="utf-8")
    return spec


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('{ id = "many_posts", zh', '{ id = "many_posts", right = true, zh', "no `expect`"),
        ('{ id = "10", zh', '{ id = "10", right = true, zh', "is for [recall] alone"),
        ('{ id = "mean", zh', '{ id = "mean", right = true, zh', "wanted one option"),
        ("[recall.typical]", "[recall.typical]\npoints = 1", "recall is never graded"),
    ],
)
def test_an_answer_is_marked_in_recall_alone_and_only_once(tmp_path: Path, old: str, new: str, wanted: str) -> None:
    with pytest.raises(SpecError) as caught:
        read_spec(spoiled(tmp_path, old, new))
    assert wanted in str(caught.value)
    assert "spoiled.toml" in str(caught.value)


def test_another_name_may_draw_other_questions_and_loses_no_answer(course: Course, work: Path) -> None:
    course(lessons(2), recall=5)
    choose(recalled(2).children[0], "yes")
    set_learner("0013")
    recalled(2)
    assert read_answers(work / "recall" / "05_timing" / "02_lesson.json").answers
