"""The course in a folder of its own, for tests that spoil it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from classroom.outline import outline
from playbook.places import course_home

from .course import COPIED, Course


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Course]:
    """Return a copy of the course's pages, specs, data and documents; the packages stay where they are."""
    home = tmp_path / "course"
    home.mkdir()
    for name in COPIED:
        source = course_home() / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, home / name)
    monkeypatch.setenv("COURSE_HOME", str(home))
    outline.cache_clear()
    yield Course(home)
    outline.cache_clear()
