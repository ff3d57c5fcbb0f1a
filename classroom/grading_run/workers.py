"""Who judges: processes of this machine, a Dask cluster, or this process itself; each by an `Executor`.

A lane has one worker. What a worker dies of is what its lane was judging: that is halved until one exercise is left,
which after a second try is told of as broken off. The other lanes go on meanwhile.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.connection import wait
from typing import Any, ParamSpec, TypeVar

from classroom import notes
from classroom.gradebook import CohortError
from classroom.grading_run.judging import Job, judge
from classroom.grading_run.limits import EACH, FIRST, watched
from classroom.grading_run.versions import version_of
from classroom.judged import Judged
from classroom.marking import Course
from playbook.language import Text

P = ParamSpec("P")
R = TypeVar("R")
PATIENCE = 15  # seconds for a cluster to answer
FORK = sys.platform == "linux"  # macOS and Windows cannot fork a process that has loaded so much

WORKERS = Text("同时工作的进程数，默认每个处理器核一个", "processes at work at once; else one for each core")
SCHEDULER = Text("已在运行的 Dask 集群的地址", "the address of a running Dask cluster")


@dataclass(frozen=True, slots=True)
class Brief:
    """By which course to judge: the code of the cohort, and the version that the grader itself has loaded."""

    code: str
    version: str


class OtherCourseError(Exception):
    """A worker has another version of the course than the grader."""


_loaded: dict[Brief, Course] = {}


def brief(course: Course) -> Brief:
    """Return how workers are told of a course; those forked from this process find it loaded."""
    made = Brief(course.code, version_of(course))
    _loaded.clear()
    _loaded[made] = course
    return made


def work(by: Brief, job: Job) -> list[Judged]:
    """Judge a job. Raises OtherCourseError where the course that lies here is another version."""
    if by not in _loaded and by != brief(Course(by.code)):
        raise OtherCourseError
    return judge(job, _loaded[by])


def work_alone(by: Brief, job: Job) -> list[Judged]:
    """Judge a job in a process that does nothing else, and can be ended."""
    with watched(FIRST + EACH * len(job.exercises)):
        return work(by, job)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Here(Executor):
    """Does at once, in this process, what it is given."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - of Executor
        """Do it and return what came of it."""
        made: Future[Any] = Future()
        try:
            made.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - as any executor does
            made.set_exception(error)
        return made


class Shared(Executor):
    """A lane's share of an executor that serves all lanes, and is ended elsewhere."""

    def __init__(self, whole: Executor) -> None:
        self._whole = whole

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - of Executor
        """Let any worker do it."""
        return self._whole.submit(fn, *args, **kwargs)


@dataclass
class Lane:
    """What one worker was given, oldest first; `made` makes its executor, and a new one when that broke."""

    made: Callable[[], Executor]
    function: Callable[[Brief, Job], list[Judged]] = work
    executor: Executor | None = None
    given: list[tuple[Job, Future[list[Judged]]]] = field(default_factory=list)

    def give(self, by: Brief, job: Job) -> None:
        """Let the worker judge a job after what it was given before."""
        self.given.append((job, self.submit(self.function, by, job)))

    def submit(self, function: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Let the worker do something, or a new one where the last has died of nothing it was given."""
        self.executor = self.executor or self.made()
        try:
            return self.executor.submit(function, *args, **kwargs)
        except BrokenExecutor:
            self.executor = self.made()
            return self.executor.submit(function, *args, **kwargs)

    def close(self) -> None:
        """End the worker when it is done with what it does now."""
        if self.executor:
            self.executor.shutdown(cancel_futures=True)
        self.executor = None


@contextmanager
def lanes(workers: int, scheduler: str) -> Iterator[list[Lane]]:
    """Return lanes: so many processes, all workers of the cluster at that address, or none but this process (0).

    Raises CohortError where there is no such cluster.
    """
    if scheduler:
        with _cluster(scheduler) as made:
            yield made
        return
    made = [Lane(_process, work_alone) for _ in range(workers)] or [Lane(Here)]
    try:
        yield made
    finally:
        for lane in made:
            lane.close()


def _process() -> Executor:
    """Make a worker process. A forked one shares what is loaded here, where no checker has run.

    Frozen, what is shared is not copied when the collector of garbage looks at it.
    """
    if FORK:
        for course in _loaded.values():
            course.begin()
        gc.freeze()
    return ProcessPoolExecutor(1, multiprocessing.get_context("fork" if FORK else "spawn"), _begin)


@contextmanager
def _cluster(address: str) -> Iterator[list[Lane]]:
    client_of = _dask()
    try:
        client = client_of(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CohortError(notes.NO_CLUSTER.format(address=address, why=error)) from error
    with client:
        workers = sum(client.nthreads().values())
        if not workers:
            raise CohortError(notes.NO_WORKERS.format(address=address))
        shared = Shared(client.get_executor(pure=False, retries=0))
        yield [Lane(lambda: shared) for _ in range(workers)]


def _dask() -> Callable[..., Any]:
    """Return the client of Dask, which is optional and slow to import. Raises CohortError where it is not."""
    try:
        client: Callable[..., Any] = import_module("distributed").Client
    except ImportError as error:
        raise CohortError(notes.NO_DASK) from error
    return client


def _begin() -> None:
    """Leave Ctrl-C to the grader, and end when it does, however it ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_grader, daemon=True).start()


def _end_with_grader() -> None:
    grader = multiprocessing.parent_process()
    if grader:
        wait([grader.sentinel])
        os._exit(1)
