"""What is still to be judged, learner by learner, so that few workers make the data of any variant."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable

from classroom.gradebook import Learner
from classroom.grading_run.judging import Job
from classroom.marking import Course
from classroom.variants import variant_of

Group = deque[Learner]  # all of one variant


class Jobs:
    """The learners of a cohort by variant. A lane keeps to a variant while it lasts, then takes one that nobody has."""

    def __init__(self, learners: Iterable[Learner], course: Course, begun: Callable[[Learner], Job | None]) -> None:
        groups: dict[str, Group] = defaultdict(deque)
        varied = next((spec for spec in course.specs.values() if spec.varies), None)
        for learner in learners:
            groups[variant_of(course.code, learner.id, varied) if varied else ""].append(learner)
        self._groups = list(groups.values())
        self._of: dict[int, Group] = {}
        self._begun = begun

    def take(self, lane: int) -> Job | None:
        """Return the next job for a lane; None if there is none left."""
        while group := self._group(lane):
            if job := self._begun(group.popleft()):
                return job
        return None

    def _group(self, lane: int) -> Group | None:
        """Return the group that a lane is at; if that is done, the largest, rather one that no lane is at."""
        if not self._of.get(lane):
            taken = [id(group) for group in self._of.values()]
            left = [group for group in self._groups if group]
            self._of[lane] = max(left, key=lambda group: (-taken.count(id(group)), len(group)), default=deque())
        return self._of[lane]
