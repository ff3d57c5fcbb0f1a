"""The command `classroom marks`: write the marking workbook of a graded cohort, or read it back."""

from __future__ import annotations

import argparse
import getpass
from pathlib import Path

from classroom import marks_said as said
from classroom.gradebook import CohortError, write_gradebook
from classroom.marking_book import workbook, written
from classroom.marks_read import take_marks
from classroom.store import Store
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, as_called, command, say
from playbook.language import Text
from playbook.places import write_safely

ABOUT = Text(
    "要人批阅的作答：写成工作簿，打完分读回来",
    "what a person marks: written as a workbook, and read back when it is marked",
)


def add_marks(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `classroom marks GRADED -o marks.xlsx` and `classroom marks GRADED --read marks.xlsx`."""
    marking = command(commands, "marks", ABOUT, _marks)
    marking.add_argument("graded", type=Path, metavar="GRADED")
    way = marking.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--out", type=Path, metavar="MARKS.xlsx")
    way.add_argument("--read", type=Path, metavar="MARKS.xlsx")
    marking.add_argument(
        "--by", default=None, metavar="NAME", help=str(Text("批阅人，默认是登录名", "who marked; else the login"))
    )


def _marks(given: argparse.Namespace) -> int:
    try:
        with Store(given.graded) as store:
            return _take(store, given) if given.read else _write(store, given)
    except CohortError as error:
        raise CannotDo(error.args[0]) from error


def _write(store: Store, given: argparse.Namespace) -> int:
    questions = written(store)
    if not questions:
        say(said.NOTHING)
        return DONE
    back = f"{as_called('classroom')} marks {given.graded} --read {given.out}"
    write_safely(given.out, workbook(questions, store.marks(), back))
    lines = [line for each in questions for line in each.lines]
    answers = sum(len(line.learners) for line in lines)
    say(said.MADE.format(answers=answers, rows=len(lines), path=given.out, command=back))
    return DONE


def _take(store: Store, given: argparse.Namespace) -> int:
    taken = take_marks(store, given.read, given.by or getpass.getuser())
    write_gradebook(given.graded, store.lines())
    for each in taken.changed:
        say(each)
    path = given.graded / "gradebook.csv"
    say(said.TAKEN.format(new=taken.new, same=taken.same, left=taken.left, path=path))
    return WITH_FINDINGS if taken.changed or taken.left else DONE
