"""`playbook build [WORK] -o OUT`: the plans of a company become its handbook, spreadsheet and calendar.

The arguments alone stand here; what makes the files is imported when it is asked for.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from playbook.commandline import BOTH, command, later
from playbook.language import LANGUAGES, Text

ABOUT = Text("把计划编成手册、表格和日历", "make a handbook, a spreadsheet and a calendar from the plans")
WORK = Text(
    "计划所在的文件夹（里面有 plans）；不写就用页面上的那家公司",
    "the folder that has the plans; without it, the company that pages show",
)
OUT = Text("写到哪个文件夹", "the folder to write into")
FIRST = Text(
    "日历从这一天所在的那一周排起，例如 2026-01-05；不写就从最近一次存计划后的星期一排起",
    "the calendar begins in the week of this day, such as 2026-01-05; without it, on the Monday after a plan was last "
    "saved",
)
SAMPLE = Text(
    "编示例公司的手册，用课程给的范例计划，不看你的计划",
    "build the sample company’s handbook, from the course’s model plans and not from yours",
)
NO_DATE = Text("要写成 2026-01-05 这样的日期", "wanted: a date such as 2026-01-05")


def add_building(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command."""
    made = command(commands, "build", ABOUT, later("playbook.handbook.building:run"), (*LANGUAGES, BOTH))
    whose = made.add_mutually_exclusive_group()
    whose.add_argument("work", type=Path, nargs="?", help=str(WORK))
    whose.add_argument("--sample", action="store_true", help=str(SAMPLE))
    made.add_argument("-o", "--out", type=Path, required=True, help=str(OUT))
    made.add_argument("--from", dest="first", type=_day, metavar="DATE", help=str(FIRST))


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(NO_DATE)) from error
