"""The command `classroom feedback`."""

from __future__ import annotations

import argparse
from pathlib import Path

from classroom.code_command import CODE_HELP, course_code
from classroom.feedback import write_feedback
from classroom.feedback_pages import Made, write_pages
from classroom.gradebook import CohortError
from classroom.grading_run.workers import SCHEDULER, WORKERS, cores, lanes
from classroom.store import Store
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, command, say
from playbook.language import Text

WRITTEN = Text("{n} 页反馈写在 {path}，每名学员一页。", "Feedback pages written: {n}, one a learner, in {path}.")
PAGES_HELP = Text(
    "批改过的作业文件夹：再用每名学员的答案运行练习页，放在反馈旁边",
    "the folder that was graded: also run each exercise’s page with each learner’s answers, beside the feedback",
)


def add_feedback(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = Text("给每名学员写一页反馈", "write a feedback page for each learner")
    telling = command(commands, "feedback", about, _feedback)
    telling.add_argument("graded", type=Path, metavar="GRADED", help="classroom grade … -o GRADED")
    telling.add_argument("-o", "--out", type=Path, required=True)
    telling.add_argument("--pages", type=Path, metavar="SUBMISSIONS", help=str(PAGES_HELP))
    telling.add_argument("--code", type=course_code, default="", help=str(CODE_HELP))
    telling.add_argument("--workers", type=int, choices=range(1, 257), default=cores(), metavar="N", help=str(WORKERS))
    telling.add_argument("--scheduler", default="", metavar="ADDRESS", help=str(SCHEDULER))


def _feedback(given: argparse.Namespace) -> int:
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
