"""A cohort of a course with one exercise, so that a learner has one row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.handed import EXERCISE, Cohort


@pytest.fixture(scope="module", autouse=True)
def _one_exercise() -> Iterator[None]:
    """Let the course have one exercise; `test_whole_course.py` has them all."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("classroom.marking.exercise_ids", lambda: [EXERCISE])
        yield


@pytest.fixture
def cohort(tmp_path: Path) -> Cohort:
    """Return an empty cohort."""
    return Cohort(tmp_path)
