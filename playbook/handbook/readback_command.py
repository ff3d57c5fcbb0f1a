"""`playbook read-back handbook.xlsx [WORK]`: what a team changed in the workbook goes back into the plans.

The arguments alone stand here; what reads the workbook is imported when it is asked for.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from playbook.commandline import command, later
from playbook.handbook.command import WORK
from playbook.language import Text

ABOUT = Text("把手册表格里改过的读回计划", "read what was changed in the handbook’s workbook back into the plans")
WORKBOOK = Text(
    "playbook build 生成、团队改过的 handbook.xlsx", "handbook.xlsx as playbook build made it and a team changed it"
)
DRY_RUN = Text("只说会改什么，不写", "say what would change, and write nothing")


def add_reading_back(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the sub-command."""
    made = command(commands, "read-back", ABOUT, later("playbook.handbook.reading_back:run"))
    made.add_argument("workbook", type=Path, help=str(WORKBOOK))
    made.add_argument("work", type=Path, nargs="?", help=str(WORK))
    made.add_argument("--dry-run", action="store_true", help=str(DRY_RUN))
