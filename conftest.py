"""Where tests find the course, and the temporary folder they write to: a learner's `work/` is never touched.

The places are set when pytest starts, so that they also hold for the kernels in which nbval runs pages.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent
WORK = Path(tempfile.mkdtemp(prefix="course-tests-"))
os.environ |= {"COURSE_HOME": str(ROOT), "COURSE_WORK": str(WORK), "COURSE_LANGUAGE": "zh"}


class Pages:
    """Lets nbval run each page in the language of its folder, and takes the temporary folder away at the end."""

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> object:
        """Start the kernel of a page in its own language: the first cell's set-up starts it."""
        if item.path.suffix != ".ipynb":
            return (yield)
        os.environ["COURSE_LANGUAGE"] = "en" if "en" in item.path.parts else "zh"
        try:
            return (yield)
        finally:
            os.environ["COURSE_LANGUAGE"] = "zh"

    @pytest.hookimpl(tryfirst=True)  # before pytest leaves out what is slow
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Call slow all pages but the solutions in Chinese: `classroom tidy --check` runs and compares every one."""
        for item in items:
            if item.path.suffix == ".ipynb" and {"en", "notebooks"} & set(item.path.relative_to(ROOT).parts):
                item.add_marker(pytest.mark.slow)

    def pytest_unconfigure(self) -> None:
        """Take away what the tests wrote."""
        shutil.rmtree(WORK, ignore_errors=True)


def pytest_configure(config: pytest.Config) -> None:
    """Register what must hold outside this folder too: the hooks of a conftest alone see only the tests beside it."""
    config.pluginmanager.register(Pages(), "course-pages")


@pytest.fixture(autouse=True)
def _in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin each test in Chinese, whatever language a command was told to speak in the one before."""
    monkeypatch.setenv("COURSE_LANGUAGE", "zh")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a fresh work folder that is the learner's for one test."""
    fresh = tmp_path / "work"
    monkeypatch.setenv("COURSE_WORK", str(fresh))
    return fresh


@pytest.fixture(params=["zh", "en"])
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run a test once in each language and return which."""
    monkeypatch.setenv("COURSE_LANGUAGE", request.param)
    return str(request.param)
