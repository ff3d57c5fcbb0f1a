"""What `classroom feedback` does; apart from the command, since what runs pages takes seconds to import."""

from __future__ import annotations

import argparse

from classroom.feedback import write_feedback
from classroom.feedback_pages import Made, write_pages
from classroom.gradebook import CohortError
from classroom.grading_run.workers import lanes
from classroom.store import Store
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, say
from playbook.language import Text

WRITTEN = Text("{n} 页反馈写在 {path}，每名学员一页。", "Feedback pages written: {n}, one a learner, in {path}.")


def feedback(given: argparse.Namespace) -> int:
    """Write the pages, and say how many."""
    try:
        with Store(given.graded) as store:
            made = _pages(given, store) if given.pages else Made()
            written = write_feedback(given.out, store, made.pages)
    except CohortError as error:
        raise CannotDo(error.args[0]) from error
    if given.pages:
        for each in made.summary:
            say(each)
    say(WRITTEN.format(n=len(written), path=given.out))
    return DONE if made.whole else WITH_FINDINGS


def _pages(given: argparse.Namespace, store: Store) -> Made:
    with lanes(given.workers, given.scheduler) as hands:
        return write_pages(given.out, store, given.pages, given.code, hands)
