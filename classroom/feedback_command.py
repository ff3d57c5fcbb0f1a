"""The command `classroom feedback`."""

from __future__ import annotations

import argparse
from pathlib import Path

from classroom.feedback import write_feedback
from classroom.gradebook import CohortError
from classroom.store import Store
from playbook.commandline import DONE, CannotDo, command, say
from playbook.language import Text

WRITTEN = Text("{n} 页反馈写在 {path}，每名学员一页。", "Feedback pages written: {n}, one a learner, in {path}.")


def add_feedback(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = Text("给每名学员写一页反馈", "write a feedback page for each learner")
    telling = command(commands, "feedback", about, _feedback)
    telling.add_argument("graded", type=Path, metavar="GRADED", help="classroom grade … -o GRADED")
    telling.add_argument("-o", "--out", type=Path, required=True)


def _feedback(given: argparse.Namespace) -> int:
    try:
        with Store(given.graded) as store:
            pages = write_feedback(given.out, store)
    except CohortError as error:
        raise CannotDo(error.args[0]) from error
    say(WRITTEN.format(n=len(pages), path=given.out))
    return DONE
