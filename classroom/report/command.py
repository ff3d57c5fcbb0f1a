"""The command `classroom report`."""

from __future__ import annotations

import argparse
from pathlib import Path

from classroom.gradebook import CohortError
from classroom.report import write_report
from classroom.store import Store
from playbook.commandline import DONE, CannotDo, command, say
from playbook.language import Text

WRITTEN = Text("报告写好了：{path}。用浏览器打开。", "The report is {path}. Open it in a browser.")


def add_report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    about = Text(
        "写一页班级报告：进度、每一题、怎么讲", "write the report on a cohort: progress, questions, what to say"
    )
    reporting = command(commands, "report", about, _report)
    reporting.add_argument("graded", type=Path, metavar="GRADED", help="classroom grade … -o GRADED")
    reporting.add_argument("-o", "--out", type=Path, required=True)


def _report(given: argparse.Namespace) -> int:
    try:
        with Store(given.graded) as store:
            path = write_report(given.out, store)
    except CohortError as error:
        raise CannotDo(error.args[0]) from error
    say(WRITTEN.format(path=path))
    return DONE
