"""One run: everything is received, judged unless it was before, and written down as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tqdm import tqdm

from classroom import notes
from classroom.gradebook import Learner
from classroom.grading_run.crew import Crew
from classroom.grading_run.jobs import Jobs
from classroom.grading_run.judging import Job
from classroom.grading_run.plan import Plan
from classroom.grading_run.recorder import BROKEN_OFF, Recorder
from classroom.grading_run.versions import versions_of
from classroom.grading_run.workers import Lane, brief
from classroom.judged import Judged
from classroom.marking import Course

tqdm.monitor_interval = 0  # its thread would be there when workers are forked


class Run:
    """A cohort being graded into its record; `kept` counts the rows that were graded before."""

    def __init__(self, plan: Plan, course: Course, record: Recorder) -> None:
        self.kept = 0
        self._plan, self._course, self._record = plan, course, record
        self._evidence: dict[str, str] = {}
        rows = len(plan.learners) * len(course.exercises)
        self._bar = tqdm(total=rows, delay=2, unit="", desc=str(notes.READYING))

    def done_by(self, hands: Sequence[Lane]) -> bool:
        """Grade all; return False if it was interrupted, which loses nothing that was done."""
        self._begin()
        crew = Crew(hands, brief(self._course), self._wait)
        try:
            with self._bar:
                for judged in crew.judged(Jobs(self._plan.learners, self._course, self._job)):
                    self._keep(judged)
        except KeyboardInterrupt:
            self._record.close_over(now=True)
            return False
        self._record.close_over(now=True)
        return True

    def _wait(self) -> None:
        """Show that it goes on: the first of each question takes a while, and nothing comes until then."""
        self._bar.update(0)
        self._record.close_over()

    def _begin(self) -> None:
        strays = self._plan.strays()
        known = {name: (self._course.most(name), version) for name, version in versions_of(self._course).items()}
        self._record.begin(self._plan.learners, known, [row for row, _ in strays])
        for row, pieces in strays:
            self._record.receive(row.learner, pieces)

    def _job(self, learner: Learner) -> Job | None:
        """Receive what a learner handed in; return what of it is to be judged, if anything is."""
        arrived = self._plan.arrived(learner)
        self._evidence[learner.id] = arrived.evidence
        self._record.receive(learner.id, arrived.pieces)
        done = self._record.stand(learner.id, arrived.evidence)
        self._bar.update(len(done))
        self.kept += len(done)
        left = tuple(exercise for exercise in self._course.exercises if exercise not in done)
        return Job(learner, arrived.names, arrived.pieces, left) if left else None

    def _keep(self, judged: Iterable[Judged]) -> None:
        for each in judged:
            broken_off = each.said == (notes.BROKE,)
            self._record.keep(each, BROKEN_OFF if broken_off else self._evidence[each.learner])
            self._bar.set_description_str("", refresh=False)
            self._bar.update()
        self._record.close_over()
