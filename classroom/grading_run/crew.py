"""All lanes at work: jobs go out, verdicts come in, and whatever a worker dies of is found and told of."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from typing import Protocol

from classroom import notes
from classroom.gradebook import CohortError
from classroom.grading_run.judging import Job
from classroom.grading_run.workers import Brief, Lane, OtherCourseError
from classroom.judged import Judged

DEEP = 2  # jobs in a lane: one that is judged, one that waits for it
OFTEN = 0.5  # seconds


class Jobs(Protocol):
    """Where jobs come from."""

    def take(self, lane: int) -> Job | None:
        """Return the next job for a lane; None if there is none left."""


class Crew:
    """Lanes that judge jobs; `between` is called while nothing comes, every half second at least."""

    def __init__(self, lanes: Sequence[Lane], by: Brief, between: Callable[[], None]) -> None:
        self._lanes, self._by, self._between = lanes, by, between
        self._again: deque[Job] = deque()
        self._tried: set[tuple[str, str]] = set()

    def judged(self, jobs: Jobs) -> Iterator[list[Judged]]:
        """Yield what came of each job, in parts where a worker died of it. Raises CohortError."""
        while self._filled(jobs):
            first = {lane.given[0][1] for lane in self._lanes if lane.given}
            if not wait(first, OFTEN, FIRST_COMPLETED).done:
                self._between()
            for lane in self._lanes:
                if lane.given and lane.given[0][1].done():
                    yield self._came(lane, *lane.given.pop(0))

    def _filled(self, jobs: Jobs) -> bool:
        """Give every lane what it can hold; tell whether any has something."""
        for _ in range(DEEP):
            for number, lane in enumerate(self._lanes):
                if len(lane.given) < DEEP and (job := self._again.popleft() if self._again else jobs.take(number)):
                    lane.give(self._by, job)
        return any(lane.given for lane in self._lanes)

    def _came(self, lane: Lane, job: Job, future: Future[list[Judged]]) -> list[Judged]:
        try:
            return future.result()
        except OtherCourseError as error:
            raise CohortError(notes.OTHER_COURSE) from error
        except BrokenProcessPool:
            self._again.extend(waiting for waiting, _ in lane.given)  # it is not what the worker died of
            lane.given.clear()
            lane.close()
        except Exception:  # noqa: BLE001, S110 - a worker of a cluster that died, an answer that cannot be sent
            pass
        return self._in_parts(job)

    def _in_parts(self, job: Job) -> list[Judged]:
        """Have a job done again in halves; return what is told of an exercise that a worker has died of twice."""
        half = len(job.exercises) // 2
        key = (job.learner.id, job.exercises[0])
        if half:
            self._again.extend(replace(job, exercises=each) for each in (job.exercises[:half], job.exercises[half:]))
        elif key not in self._tried:
            self._tried.add(key)
            self._again.append(job)
        else:
            return [Judged(*key, "QUARANTINE", (notes.BROKE,))]
        return []
