"""The outline says what readers get: published lessons in order, and paths that keep what they promise."""

from collections.abc import Callable
from pathlib import Path

import pytest

from classroom.exercise import every_exercise_id, exercise_ids, load_spec
from classroom.outline import OutlineError, outline

Course = Callable[..., Path]
TWO = {"01_one": "exercise_minutes = 20", "02_two": "exercise_minutes = 25"}


def path(more: str) -> str:
    pair = '{ zh = "半天", en = "Half a day" }'
    return f'[[path]]\nid = "short"\ntitle = {pair}\nabout = {pair}\n{more}\n'


def test_the_course_has_its_three_paths_and_each_keeps_its_promise() -> None:
    assert [entry.id for entry in outline().path_entries] == ["full", "one_day", "half_day"]
    for entry, route in zip(outline().path_entries, outline().paths(), strict=True):
        assert route.lessons
        assert route.minutes <= (entry.minutes or route.minutes)


def test_a_path_that_names_nothing_has_every_published_lesson_with_its_exercise(course: Course) -> None:
    course(TWO | {"03_three": "draft = true", "04_four": ""})
    full = outline().path("full")
    assert [lesson.id for lesson in full.lessons] == ["05_timing/01_one", "05_timing/02_two", "05_timing/04_four"]
    assert [lesson.id for lesson in full.exercises] == ["05_timing/01_one", "05_timing/02_two"]
    assert full.minutes == 30 + 20 + 30 + 25 + 30


def test_a_path_can_leave_an_exercise_out(course: Course) -> None:
    course(TWO, path('minutes = 80\nexercises = ["05_timing/01_one"]'))
    short = outline().path("short")
    assert (len(short.lessons), [each.id for each in short.exercises], short.minutes) == (2, ["05_timing/01_one"], 80)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("minutes = 104", "path 'short' takes 105 minutes and promises 104"),
        ('lessons = ["05_timing/09_gone"]', "path 'short', lessons: '05_timing/09_gone' is not there"),
        ('lessons = ["05_timing/03_three"]', "path 'short', lessons: '05_timing/03_three' is a draft"),
        ('exercises = ["05_timing/03_three"]', "path 'short', exercises: '05_timing/03_three' is a draft"),
        ('lessons = ["05_timing/02_two", "05_timing/01_one"]', "in the order of the outline"),
        ('lessons = ["05_timing/01_one", "05_timing/01_one"]', "each id once"),
        ('lessons = ["05_timing/01_one"]\nexercises = ["05_timing/02_two"]', "exercises: '05_timing/02_two'"),
        ("minutes = 0", "path.0.minutes"),
        ('lesson = ["05_timing/01_one"]', "path.0.lesson: Extra"),
    ],
)
def test_a_path_that_makes_no_sense_is_refused_with_file_and_place(course: Course, more: str, told: str) -> None:
    course(TWO | {"03_three": "draft = true\nexercise_minutes = 5"}, path(more))
    with pytest.raises(OutlineError) as caught:
        outline()
    assert "outline.toml" in str(caught.value)
    assert told in str(caught.value)


def test_an_outline_that_is_no_toml_is_refused_with_its_line(course: Course) -> None:
    (course(TWO) / "outline.toml").write_text("format = 1\npath = = 2\n", encoding="utf-8")
    with pytest.raises(OutlineError, match=r"outline\.toml.*line 2"):
        outline()


def test_a_draft_is_made_and_tested_but_is_no_exercise_that_anybody_is_given(course: Course) -> None:
    course(TWO | {"03_three": "draft = true\nexercise_minutes = 5", "04_four": ""})
    assert exercise_ids() == ["05_timing/01_one", "05_timing/02_two"]
    assert every_exercise_id() == ["05_timing/01_one", "05_timing/02_two", "05_timing/03_three"]
    assert load_spec("05_timing/03_three").exercise
    assert load_spec("05_timing/04_four").lesson


def test_a_draft_may_be_listed_before_its_spec_is_written(course: Course) -> None:
    home = course(TWO | {"03_three": "draft = true\nexercise_minutes = 5"})
    (home / "exercises" / "specs" / "05_timing" / "03_three.toml").unlink()
    assert every_exercise_id() == ["05_timing/01_one", "05_timing/02_two"]
