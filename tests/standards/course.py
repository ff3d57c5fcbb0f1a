"""A copy of the course that a test may spoil, and the one fault that a standard then finds."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from classroom.outline import outline
from classroom.pages.tidy import read_page, write_page
from classroom.standards import Standard
from classroom.standards.fault import Fault

LESSON = "05_timing/01_find_our_hours"
SPEC = f"exercises/specs/{LESSON}.toml"
COPIED = (
    *("notebooks", "exercises", "datasets", "docs", "outline.toml", "environment.yml", "pyproject.toml"),
    *("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"),
)
Cell = Any  # a notebook's cell: nbformat has no types
Change = Callable[[Cell], object]


class Course:
    """The course in a folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def spoil(self, cell_id: str, change: Change, *languages: str, lesson: str = LESSON) -> None:
        """Change one cell of the lesson, in the languages named (else in Chinese)."""
        for language in languages or ("zh",):
            self.spoil_page(f"notebooks/{language}/{lesson}.ipynb", cell_id, change)

    def spoil_page(self, file: str, cell_id: str, change: Change) -> None:
        """Change one cell of any page."""
        page = read_page(self.home / file)
        change(next(cell for cell in page["cells"] if cell["id"] == cell_id))
        write_page(self.home / file, page)

    def replace(self, file: str, old: str, new: str) -> None:
        """Write something else in a file, wherever it stands."""
        text = (self.home / file).read_text("utf-8")
        assert old in text, f"{file} has no {old!r}"
        self.write(file, text.replace(old, new))

    def write(self, file: str, text: str) -> None:
        """Write a file."""
        path = self.home / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        outline.cache_clear()

    def make_draft(self, lessons: str = LESSON) -> None:
        """Make the lesson a draft, or all whose id matches a pattern."""
        outlined = (
            (self.home / "outline.toml").read_text("utf-8").partition('[[path]]\nid = "one_day"')[0]
        )  # a path holds no drafts
        published = rf'^id = "({lessons})"$(?!\ndraft)'
        self.write("outline.toml", re.sub(published, r"\g<0>\ndraft = true", outlined, flags=re.MULTILINE))


def only(standard: Standard) -> Fault:
    """Return the one fault that a standard finds."""
    [fault] = standard()
    return fault


def none(standard: Standard) -> bool:
    """Tell whether a standard finds nothing."""
    return not [*standard()]


def written(text: str) -> Change:
    """Return a change that gives a cell another text."""
    return lambda cell: cell.update(source=text)


def added(text: str) -> Change:
    """Return a change that adds to a cell's text."""
    return lambda cell: cell.update(source=cell["source"] + text)
