"""`classroom new` makes systems, lessons and exercises that the standards accept, and refuses what it cannot place."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from classroom.cli import main as classroom
from classroom.exercise import read_spec
from classroom.outline import outline
from classroom.pages.build import tidy
from classroom.pages.run import run_page
from classroom.pages.tidy import read_page, write_page
from classroom.standards import HABITS, STANDARDS, parity
from playbook.places import course_home

LESSON = "06_gifts/01_choose_a_gift"
OUTLINE = """format = 1

[[system]]
id = "05_timing"
title = { zh = "发布时间", en = "Timing" }
about = { zh = "几点发", en = "When to post" }
lesson = []

# Above the paths.
[[path]]
id = "full"
title = { zh = "全部", en = "Everything" }
about = { zh = "每一课", en = "Every lesson" }
"""


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A course without lessons, so that tidying it takes seconds; everything else is as in the real one."""
    home = tmp_path / "course"
    for name in ("datasets", "docs", "playbook", "tests/playbook/timing"):
        shutil.copytree(course_home() / name, home / name)
    shutil.rmtree(home / "docs" / "sample")  # of plans for systems that this course has not
    for name in ("pyproject.toml", "environment.yml", "conftest.py"):
        shutil.copy(course_home() / name, home)
    for language in ("zh", "en"):
        (home / "notebooks" / language).mkdir(parents=True)
        shutil.copy(course_home() / "notebooks" / language / "start.ipynb", home / "notebooks" / language)
    (home / "outline.toml").write_text(OUTLINE, encoding="utf-8")
    monkeypatch.setenv("COURSE_HOME", str(home))
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    outline.cache_clear()
    yield home
    outline.cache_clear()


def new(*words: str) -> int:
    """Run `classroom new …` and let the course be read afresh."""
    status = classroom(["new", *words])
    outline.cache_clear()
    return status


def files(home: Path) -> dict[str, bytes]:
    return {path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def faults() -> set[str]:
    """What the standards and habits find, but for the datasets, which `classroom new` does not touch."""
    looked_at = [each for each in (*STANDARDS, *HABITS) if not each.__module__.endswith(".data")]
    return {str(fault) for standard in looked_at for fault in standard()}


def test_a_new_system_lesson_and_exercise_keep_every_standard_and_run(course: Path) -> None:
    before = faults()
    assert new("system", "06_gifts") == 0
    assert new("lesson", LESSON) == 0
    assert new("exercise", LESSON) == 0
    made = {path.relative_to(course).as_posix() for path in tidy()}
    assert f"exercises/solutions/en/{LESSON}.ipynb" in made
    assert faults() - before == set()
    page = run_page(course / "notebooks" / "zh" / f"{LESSON}.ipynb", "zh")
    assert all(cell["outputs"] for cell in page["cells"] if cell["id"] in {"first", "second", "third"})


def test_the_code_of_a_new_system_passes_its_own_tests_and_the_linter(course: Path) -> None:
    assert new("system", "06_gifts") == 0
    rooms = ["playbook/gifts", "tests/playbook/gifts"]
    for command in (["pytest", "-q", rooms[1]], ["ruff", "check", *rooms], ["ruff", "format", "--check", *rooms]):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=course,
            env=os.environ | {"PYTHONPATH": str(course)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_lesson_is_a_draft_with_the_title_and_minutes_that_were_given(course: Path) -> None:
    title = 'Say "no" \\ $now'
    assert new("lesson", "05_timing/03_say_no", "--title-en", title, "--title-zh", "说不", "--minutes", "25") == 0
    [lesson] = outline().every_lesson()
    assert (lesson.title.en, lesson.minutes, lesson.draft, lesson.exercise_minutes) == (title, 25, True, None)
    page = read_page(course / "notebooks" / "en" / "05_timing" / "03_say_no.ipynb")
    assert page["cells"][0]["source"].startswith(f"# 5.3 {title}\n")


def test_the_outline_keeps_its_order_and_its_comments(course: Path) -> None:
    for words in (("system", "09_gifts"), ("system", "02_cups"), ("lesson", "09_gifts/02_give_b")):
        assert new(*words) == 0
    for name in ("09_gifts/03_give_c", "09_gifts/01_give_a", "05_timing/01_find_it"):
        assert new("lesson", name) == 0
    assert new("exercise", "09_gifts/03_give_c") == 0
    assert [system.id for system in outline().system] == ["02_cups", "05_timing", "09_gifts"]
    assert [lesson.id[-6:] for lesson in outline().every_lesson()][1:] == ["give_a", "give_b", "give_c"]
    assert outline().every_lesson()[-1].exercise_minutes == 20
    text = (course / "outline.toml").read_text("utf-8")
    assert text.endswith(OUTLINE[OUTLINE.index("# Above") :])


def test_an_exercise_keeps_the_questions_and_the_minutes_that_are_there(course: Path) -> None:
    assert new("lesson", "05_timing/01_find_it") == 0
    place = course / "outline.toml"
    place.write_text(place.read_text("utf-8").replace("draft =", "exercise_minutes = 25\ndraft ="), encoding="utf-8")
    before = read_spec(course / "exercises/specs/05_timing/01_find_it.toml")
    assert new("exercise", "05_timing/01_find_it", "--title-en", "Find it again", "--title-zh", "再找一次") == 0
    after = read_spec(course / "exercises/specs/05_timing/01_find_it.toml")
    assert (after.lesson, after.recall) == (before.lesson, before.recall)
    assert (after.minutes, after.title.zh, after.title.en) == (25, "5.1 练习：再找一次", "Exercise 5.1: Find it again")
    assert outline().every_lesson()[0].exercise_minutes == 25


def test_a_lesson_that_the_outline_lists_already_gets_its_page(course: Path) -> None:
    assert new("lesson", "05_timing/01_find_it", "--title-en", "Find it", "--title-zh", "找到它") == 0
    for language in ("zh", "en"):
        (course / "notebooks" / language / "05_timing" / "01_find_it.ipynb").unlink()
    (course / "exercises/specs/05_timing/01_find_it.toml").unlink()
    before = (course / "outline.toml").read_bytes()
    assert new("lesson", "05_timing/01_find_it") == 0
    assert (course / "outline.toml").read_bytes() == before
    assert "5.1 Find it" in (course / "notebooks/en/05_timing/01_find_it.ipynb").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("system", "gifts"), "12_livestream"),
        (("system", "06_Gifts"), "lower case"),
        (("system", "05_gifts"), "05_timing already. Take another, for example 01"),
        (("system", "06_timing"), "has a timing already"),
        (("system", "06_posts"), "has a posts already"),
        (("system", "06_class"), "keyword"),
        (("system", "../06_gifts"), "Wanted"),
        (("lesson", "06_gifts/01_choose_a_gift"), "there are: 05_timing"),
        (("lesson", "05_timing/02_Choose_hours"), "lower case"),
        (("lesson", "05_timing/02_choose"), "a verb, what it is about"),
        (("lesson", "05_timing/02_choose_hours\n"), "Wanted"),
        (("exercise", "05_timing/02_choose_hours"), "First run `classroom new lesson 05_timing/02_choose_hours`"),
    ],
)
def test_a_name_that_will_not_do_is_refused_and_nothing_is_written(
    course: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(course)
    assert new(*words) == 2
    message = capsys.readouterr().err
    assert said in message
    assert repr(words[1]) in message
    assert files(course) == before


@pytest.mark.parametrize("kind", ["lesson", "exercise"])
def test_what_is_there_is_never_written_over(course: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("lesson", "05_timing/01_find_it") == 0
    assert new(kind, "05_timing/01_find_it") == (2 if kind == "lesson" else 0)
    before = files(course)
    assert new(kind, "05_timing/01_find_it") == 2
    assert "05_timing/01_find_it" in capsys.readouterr().err
    assert files(course) == before


def test_it_says_in_the_readers_language_what_it_made_and_what_comes_next(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("system", "06_gifts", "--language", "zh") == 0
    said = capsys.readouterr().err
    assert "写好了：\n  outline.toml\n  playbook/gifts/__init__.py" in said
    assert "接下来：\n  1. 规则写进 playbook/gifts/rules.toml" in said


def test_translated_marks_the_cells_named_or_all(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("lesson", "05_timing/01_find_it") == 0
    chinese = course / "notebooks/zh/05_timing/01_find_it.ipynb"
    page = read_page(chinese)
    for cell in page["cells"]:
        cell["source"] += "\n改了。" if cell["id"] in {"story", "keep"} else ""
    write_page(chinese, page)
    assert classroom(["translated", "05_timing/01_find_it", "story"]) == 0
    assert "Noted: story\n" in capsys.readouterr().err
    english: Any = read_page(course / "notebooks/en/05_timing/01_find_it.ipynb")
    marks = {cell["id"]: cell["metadata"].get("classroom") for cell in english["cells"]}
    assert marks["story"] == {"from": parity.chinese_hash(page["cells"][5]["source"])}
    assert classroom(["translated", "05_timing/01_find_it"]) == 0
    assert "Noted: keep\n" in capsys.readouterr().err
    assert classroom(["translated", "05_timing/01_find_it", "setup"]) == 2
    assert classroom(["translated", "05_timing/99_not_there"]) == 2


def test_a_spec_that_cannot_be_read_is_named_with_its_place(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert new("lesson", "05_timing/01_find_it") == 0
    assert new("exercise", "05_timing/01_find_it") == 0
    spec = course / "exercises/specs/05_timing/01_find_it.toml"
    spec.write_text(spec.read_text("utf-8").replace("points = 2", "points = -2"), encoding="utf-8")
    assert classroom(["tidy"]) == 2
    assert new("exercise", "05_timing/01_find_it") == 2
    assert "01_find_it.toml, at exercise.example.points" in capsys.readouterr().err


def test_lint_names_the_standard_counts_and_looks_at_some_files_only(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("lesson", "05_timing/01_find_it") == 0
    page = course / "notebooks/zh/05_timing/01_find_it.ipynb"
    spoilt = json.loads(page.read_text("utf-8"))
    spoilt["cells"][2]["metadata"] = {}
    page.write_text(json.dumps(spoilt), encoding="utf-8")
    capsys.readouterr()
    assert classroom(["lint", str(page)]) == 1
    *lines, counts = capsys.readouterr().err.strip().splitlines()
    assert "· setup: is not collapsed; run `classroom tidy` [code_is_collapsed_and_wordless]" in lines[0]
    assert counts == "Errors: 1. Warnings: 0."
    assert classroom(["lint", str(page.with_name("other.ipynb"))]) == 0
