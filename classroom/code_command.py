"""The command `classroom code`: a fresh course code, and which variant each learner has with it."""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path

from classroom.exercise import exercise_ids, load_spec
from classroom.gradebook import CohortError, read_roster
from classroom.variants import MOST, VariantError, new_code, read_code, variant_of
from playbook.commandline import DONE, CannotDo, command, say
from playbook.language import Text
from playbook.places import write_safely
from playbook.shown import inert

USUAL = 6  # variants: of two neighbours five in six differ, and the grader needs a minute more
ABOUT = Text("给班级发一个课程代码，每人各得一份数据", "a course code for a cohort: each learner has data of their own")
CODE_HELP = Text("课程代码，和学员在首页填的一样", "the course code, as learners entered it on the first page")
ROSTER = Text("花名册：写出每人是哪一份数据", "the roster: write which learner has which variant")
NEW = Text(
    "课程代码：{code}\n写在黑板上，让每个人填在课程首页的学号下面；批改时加上 --code {code}。\n"
    "请记下来：没有它，批改时对不上每个人的数据。",
    "The course code is {code}\nLet everybody enter it on the first page, under their number, and grade with "
    "--code {code}.\nNote it down: without it, grading cannot tell whose data are which.",
)
LISTED = Text("每人是哪一份，写在 {path}。", "Who has which variant stands in {path}.")
BOTH = Text("--roster 和 -o 要一起用。", "--roster and -o go together.")


def add_code(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    coding = command(commands, "code", ABOUT, _code)
    coding.add_argument("--variants", type=int, choices=range(1, MOST + 1), default=USUAL, metavar=f"1-{MOST}")
    coding.add_argument("--code", type=course_code, default="", help=str(CODE_HELP))
    coding.add_argument("--roster", type=Path, help=str(ROSTER))
    coding.add_argument("-o", "--out", type=Path)


def course_code(typed: str) -> str:
    """Return a course code typed at the command line, "" for none. Raises ArgumentTypeError, which argparse tells."""
    try:
        return read_code(typed) if typed else ""
    except VariantError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _code(given: argparse.Namespace) -> int:
    if bool(given.roster) != bool(given.out):
        raise CannotDo(BOTH)
    code = given.code or new_code(given.variants)
    if given.roster:
        try:
            write_safely(given.out, _table(code, given.roster))
        except CohortError as error:
            raise CannotDo(error.args[0]) from error
        say(LISTED.format(path=given.out))
    say(NEW.format(code=code))
    return DONE


def _table(code: str, roster: Path) -> str:
    """Return who has which variant, as a CSV for a spreadsheet."""
    varied = next(spec for spec in map(load_spec, exercise_ids()) if spec.varies)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(("learner", "name", "variant"))
    for learner in read_roster(roster):
        writer.writerow((inert(learner.id), inert(learner.name), variant_of(code, learner.id, varied)))
    return "\ufeff" + stream.getvalue()
