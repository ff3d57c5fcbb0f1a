"""The command `classroom marks`: write the marking workbook of a graded cohort, or read it back."""

from __future__ import annotations

import argparse
from pathlib import Path

from playbook.commandline import command, later
from playbook.language import Text

ABOUT = Text(
    "要人批阅的作答：写成工作簿，打完分读回来",
    "what a person marks: written as a workbook, and read back when it is marked",
)


def add_marks(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `classroom marks GRADED -o marks.xlsx` and `classroom marks GRADED --read marks.xlsx`."""
    marking = command(commands, "marks", ABOUT, later("classroom.marks_run:marks"))
    marking.add_argument("graded", type=Path, metavar="GRADED")
    way = marking.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--out", type=Path, metavar="MARKS.xlsx")
    way.add_argument("--read", type=Path, metavar="MARKS.xlsx")
    marking.add_argument(
        "--by", default=None, metavar="NAME", help=str(Text("批阅人，默认是登录名", "who marked; else the login"))
    )
