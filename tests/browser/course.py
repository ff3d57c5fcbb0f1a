"""A copy of the course with its own work folder, and the server that shows it."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import pytest
from playwright.sync_api import Locator

from classroom.outline import outline
from classroom.pages.warm import warm_kernels
from playbook.language import Language

ROOT = Path(__file__).resolve().parents[2]
LESSON = "05_timing/01_find_our_hours"
SECOND = "05_timing/02_choose_our_hours"
LESSONS = [lesson.id for lesson in outline().lessons()]
EXERCISES = [f"exercises/{lesson.id}" for lesson in outline().lessons() if lesson.exercise_minutes is not None]
# Of each system a lesson or an exercise, by turns: `classroom tidy --check` runs every page.
SHOWN = [
    next(each for each in (LESSONS, EXERCISES)[turn % 2] if system.id in each)
    for turn, system in enumerate(outline().system)
    if any(system.id in each for each in (LESSONS, EXERCISES)[turn % 2])
]
PAGES = ["start", *LESSONS, *EXERCISES]
NOT_COPIED = (".git", ".venv*", "work", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", ".ipynb_checkpoints")
KEPT = ("pages", ".jupyter")  # what of a learner’s work belongs to the server
UP_WITHIN, DOWN_WITHIN = 60, 20  # seconds
PATIENCE = 45  # seconds that anything on a page may take: a machine that tests on every core is slow now and then
MOST_SHUT = 60  # more than any page has to open
GIT = shutil.which("git")
T = TypeVar("T")


def pages(*in_english: str) -> list[Any]:
    """Return every page of the course for `params`: those named in both languages, the others in Chinese.

    What is not among SHOWN is slow.
    """
    slow = {*LESSONS, *EXERCISES} - {*SHOWN, *in_english}
    marks = {name: [] if name in in_english else [pytest.mark.in_chinese] for name in PAGES}
    return [pytest.param(name, marks=[*marks[name], *([pytest.mark.slow] if name in slow else [])]) for name in PAGES]


def until(look: Callable[[], T], what: str, within: float = PATIENCE) -> T:
    """Return the first thing found that is true; fail naming what was waited for. For what no browser can wait for."""
    end = time.monotonic() + within
    while not (found := look()):
        assert time.monotonic() < end, f"{within:g} seconds went by without {what}"
        time.sleep(0.05)
    return found


def comes(look: Callable[[], object], within: float) -> bool:
    """Tell whether something is found true in time; for what is tried again if it is not."""
    end = time.monotonic() + within
    while not look():
        if time.monotonic() >= end:
            return False
        time.sleep(0.05)
    return True


def open_all(shut: Locator) -> None:
    """Tap what is shut, one after the other, until nothing is; what is opened may hold more that is shut.

    A tap that falls while the page is still being laid is made again.
    """
    for _ in range(MOST_SHUT):
        if not (left := shut.count()):
            return
        shut.first.tap()
        comes(lambda left=left: shut.count() != left, PATIENCE / 3)  # type: ignore[misc]  # mypy infers no lambda with a default
    raise AssertionError(f"after {MOST_SHUT} taps something is still shut")


class Course:
    """The course copied into a folder of its own, so that a test may look at all that a learner's visit leaves there.

    The copy is what runs: neither the checkout nor anybody's work in it is touched, and its changes do not matter.
    """

    def __init__(self, folder: Path, language: Language) -> None:
        self.language: Language = language
        self.home = folder / "course"
        self.work = self.home / "work"
        self.token = secrets.token_hex(16)
        self._log = folder / "server.log"
        self._server: subprocess.Popen[bytes] | None = None
        self.port = 0
        shutil.copytree(ROOT, self.home, ignore=shutil.ignore_patterns(*NOT_COPIED))
        if GIT:
            self._git("init", "--quiet")
            self._git("add", "--all")
            self._before = self._git("status", "--porcelain")
        # Lets a test look at the notebook itself and not only at its picture.
        self._write(".jupyter/jupyter_lab_config.json", {"LabApp": {"expose_app_in_browser": True}})

    @property
    def environment(self) -> dict[str, str]:
        """Return the environment in which the copy is what Python imports."""
        places = {"COURSE_HOME": str(self.home), "COURSE_WORK": str(self.work), "COURSE_LANGUAGE": self.language}
        return os.environ | places | warm_kernels() | {"PYTHONPATH": str(self.home), "JUPYTER_TOKEN": self.token}

    def start(self) -> None:
        """Start the course as a learner does, on a free port, and wait until it answers."""
        self.port = _free_port()
        words = ["-m", "classroom", "start", "--no-browser", f"--port={self.port}", f"--language={self.language}"]
        with self._log.open("ab") as log:
            self._server = subprocess.Popen(
                [sys.executable, *words],
                cwd=self.home,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until(self._answers, f"an answer of the server, which said:\n{self.log}", UP_WITHIN)

    def stop(self) -> None:
        """End the server, gently if it can be had; its kernels end with it."""
        if self._server is None:
            return
        group = self._server.pid
        for how in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, how)
            end = time.monotonic() + DOWN_WITHIN
            while self._runs(group) and time.monotonic() < end:
                time.sleep(0.05)
        self._server = None

    def forget(self) -> None:
        """Take away all that a learner has done; the pages are left, for the server may have them open."""
        for path in self.work.glob("*"):
            if path.is_dir() and path.name not in KEPT:
                shutil.rmtree(path)
            elif path.is_file():
                path.unlink()

    @property
    def runs(self) -> bool:
        """Tell whether the server was started and not stopped since."""
        return self._server is not None

    def _runs(self, group: int) -> bool:
        """Tell whether any process that the start of the course began still runs."""
        assert self._server is not None
        self._server.poll()  # else the first of them stays on the list although it has ended
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        return True

    @property
    def log(self) -> str:
        """Return what the server has written."""
        return self._log.read_text("utf-8", "replace") if self._log.exists() else ""

    def page(self, name: str) -> str:
        """Return the address of a page: `start`, or the id of a lesson or exercise."""
        return f"http://127.0.0.1:{self.port}/doc/tree/{self.language}/{name}.ipynb?token={self.token}"

    def lay_page(self, name: str, cells: dict[str, str]) -> str:
        """Lay a page of a test's own, code by cell id, among the learner's pages; return its name."""
        book = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(code, id=each) for each, code in cells.items()]
        )
        book.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
        path = self.work / "pages" / self.language / f"{name}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(book, path)
        return name

    def json(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return what a file of the learner's work holds; None if it is not there."""
        path = self.work / name
        return json.loads(path.read_text("utf-8")) if path.exists() else None

    def changed(self) -> str:
        """Return what git now tells of the copy that it did not tell at first; skip without git."""
        if not GIT:
            pytest.skip("needs git, to see what a visit leaves behind")
        return "".join(sorted(set(self._git("status", "--porcelain").splitlines()) - set(self._before.splitlines())))

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the course on this copy."""
        command = [sys.executable, "-m", *words]
        return subprocess.run(
            command, cwd=self.home, env=self.environment, capture_output=True, text=True, encoding="utf-8", check=False
        )

    def _git(self, *words: str) -> str:
        # No settings of the machine's user, such as a list of files that git is to ignore everywhere.
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        command = ["git", "-C", str(self.home), *words]
        return subprocess.run(command, env=os.environ | alone, capture_output=True, text=True, check=True).stdout

    def _write(self, name: str, value: object) -> None:
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(value), "utf-8")

    def _answers(self) -> bool:
        assert self._server is not None
        assert self._server.poll() is None, f"the server ended at once and said:\n{self.log}"
        try:
            with urlopen(f"http://127.0.0.1:{self.port}/api/status?token={self.token}", timeout=5):
                return True
        except (URLError, TimeoutError, ConnectionError):
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
