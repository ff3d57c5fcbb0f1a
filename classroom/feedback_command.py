"""The command `classroom feedback`."""

from __future__ import annotations

import argparse
from pathlib import Path

from classroom.code_command import CODE_HELP, course_code
from classroom.grading_run.workers import SCHEDULER, WORKERS, cores
from playbook.commandline import command, later
from playbook.language import Text

PAGES_HELP = Text(
    "批改过的作业文件夹：再用每名学员的答案运行练习页，放在反馈旁边",
    "the folder that was graded: also run each exercise’s page with each learner’s answers, beside the feedback",
)


def add_feedback(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = Text("给每名学员写一页反馈", "write a feedback page for each learner")
    telling = command(commands, "feedback", about, later("classroom.feedback_run:feedback"))
    telling.add_argument("graded", type=Path, metavar="GRADED", help="classroom grade … -o GRADED")
    telling.add_argument("-o", "--out", type=Path, required=True)
    telling.add_argument("--pages", type=Path, metavar="SUBMISSIONS", help=str(PAGES_HELP))
    telling.add_argument("--code", type=course_code, default="", help=str(CODE_HELP))
    telling.add_argument("--workers", type=int, choices=range(1, 257), default=cores(), metavar="N", help=str(WORKERS))
    telling.add_argument("--scheduler", default="", metavar="ADDRESS", help=str(SCHEDULER))
