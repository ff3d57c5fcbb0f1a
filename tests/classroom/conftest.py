"""A small course that a test makes up: its outline and its specs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from classroom.outline import outline
from playbook.facts import sample_facts

PAIR = '{{ zh = "{0}", en = "{0} in English" }}'
LESSON = """
[[system.lesson]]
id = "05_timing/{name}"
title = {title}
minutes = 30
objectives = [{title}, {title}]
{more}
"""
QUESTION = """
[{part}.{name}]
title = {text}
prompt = {text}
why = {text}
[{part}.{name}.fields.answer]
kind = "choice"
label = {text}
options = [{{ id = "no", zh = "否", en = "no" }}, {{ id = "yes", {right}zh = "是", en = "yes" }}]
"""
Course = Callable[..., Path]


@pytest.fixture
def course(tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Course]:
    """Return a function that writes a course of its own: lessons (with what their entries have more) and paths."""
    home = tmp_path / "home"
    sample_facts()  # read once, from the real course
    monkeypatch.setenv("COURSE_HOME", str(home))

    def write(lessons: dict[str, str], paths: str = "", recall: int = 2) -> Path:
        entries = [LESSON.format(name=name, title=text(name), more=more) for name, more in lessons.items()]
        system = f'[[system]]\nid = "05_timing"\ntitle = {text("timing")}\nabout = {text("hours")}\n'
        full = path("full") if not paths else ""
        write_text(home / "outline.toml", f"format = 1\n{system}{''.join(entries)}{full}{paths}")
        for name, more in lessons.items():
            write_text(home / "exercises" / "specs" / "05_timing" / f"{name}.toml", spec(name, more, recall))
        outline.cache_clear()
        return home

    outline.cache_clear()
    yield write
    outline.cache_clear()


def text(words: str) -> str:
    """Return a text in both languages as TOML has it."""
    return PAIR.format(words)


def path(name: str, more: str = "") -> str:
    """Return a path's table."""
    return f'[[path]]\nid = "{name}"\ntitle = {text(name)}\nabout = {text(name)}\n{more}\n'


def spec(name: str, more: str, recall: int) -> str:
    """Return a lesson's spec: one question on the lesson, one in the exercise if it has one, and those for recall."""
    head = f"format = 1\nminutes = 20\ntitle = {text(name)}\nstory = {text(name)}\n"
    asked = [QUESTION.format(part="lesson", name="guess", text=text("guess"), right="")]
    if "exercise_minutes" in more:
        asked.append(QUESTION.format(part="exercise", name="task", text=text("task"), right=""))
    marked = [f"{name}, {number}" for number in range(1, recall + 1)]
    asked += [
        QUESTION.format(part="recall", name=f"q{number}", text=text(each), right="right = true, ")
        for number, each in enumerate(marked, start=1)
    ]
    return head + "".join(asked)


def write_text(place: Path, content: str) -> None:
    """Write a file, with its folders."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(content, encoding="utf-8")
