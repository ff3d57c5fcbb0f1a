"""Run many exercise pages, each with a learner's answers, on several cores or a cluster; none stops the others."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from classroom.answers import AnswerFile
from classroom.environment import environment
from classroom.grading_run.versions import versions_of
from classroom.grading_run.workers import Lane
from classroom.marking import Course
from classroom.pages.run import PageError, run_page
from classroom.pages.shown import shown
from classroom.pages.warm import warm_kernels
from playbook.language import Language, Text
from playbook.places import course_home

SHORT = 16  # bytes
_one = Lock()  # where a cluster's worker has threads: a page's kernel takes the environment of its process


@dataclass(frozen=True, slots=True)
class Sitting:
    """One page to be run: whose, with which answers, in which language, by which version of the course."""

    learner: str
    answers: AnswerFile
    language: Language
    code: str
    version: str

    @property
    def page(self) -> Path:
        """Return the course's own page."""
        return course_home() / "exercises" / self.language / f"{self.answers.exercise}.ipynb"

    @property
    def made_from(self) -> str:
        """Return what differs wherever the page that comes of it may."""
        parts = self.version, self.language, self.page.read_text("utf-8"), self.answers.model_dump_json()
        return blake2b(repr(parts).encode(), digest_size=SHORT).hexdigest()


@cache
def versions(code: str) -> dict[str, str]:
    """Return the version of each exercise of the course that lies here. Raises SpecError."""
    return versions_of(Course(code))


def run_sittings(sittings: Iterable[Sitting], hands: Sequence[Lane]) -> Iterator[tuple[Sitting, str | Text]]:
    """Yield each sitting with its page as HTML, or with why there is none, as they come."""
    waiting, idle = deque(sittings), list(hands)
    running: dict[Future[str | Text], tuple[Lane, Sitting]] = {}
    while waiting or running:
        while waiting and idle:
            lane, sitting = idle.pop(), waiting.popleft()
            running[lane.submit(html_of, sitting)] = lane, sitting
        for future in wait(running, return_when=FIRST_COMPLETED).done:
            lane, sitting = running.pop(future)
            idle.append(lane)
            yield sitting, _came(lane, future)


def html_of(sitting: Sitting) -> str | Text:
    """Run a page in this process and return it as HTML; what kept it from its end is returned in words."""
    if versions(sitting.code).get(sitting.answers.exercise) != sitting.version:
        return OTHER_COURSE
    with _one, environment(COURSE_LANGUAGE=sitting.language, **warm_kernels()):
        try:
            return shown(run_page(sitting.page, sitting.language, sitting.answers, strict=False), sitting.made_from)
        except PageError as error:
            why: Text = error.args[0]
            return why
        except OSError as error:
            return NOT_RUN.format(why=error.strerror or os.strerror(error.errno or 0))


def _came(lane: Lane, future: Future[str | Text]) -> str | Text:
    try:
        return future.result()
    except BrokenExecutor:
        lane.close()
        return BROKE
    except Exception as error:  # noqa: BLE001 - one page must not stop the others, whatever it died of
        return NOT_RUN.format(why=type(error).__name__)


NOT_RUN = Text("没有运行成（{why}）。再运行一次。", "It could not be run ({why}). Run it again.")
BROKE = Text(
    "运行这一页的进程中途停了，多半是内存不够。再运行一次，或用 --workers 少开几个进程。",
    "The process that ran this page died on the way, mostly for want of memory. Run it again, or with fewer --workers.",
)
OTHER_COURSE = Text(
    "那台机器上的课程版本和这里不同：请装成一样的，再运行一次。",
    "The course on that machine is another version than here: make them equal and run it again.",
)
