"""What `classroom marks` does; apart from the command, since grading needs no workbooks."""

from __future__ import annotations

import argparse
import getpass

from classroom import marks_said as said
from classroom.gradebook import CohortError, write_gradebook
from classroom.marking_book import workbook, written
from classroom.marks_read import take_marks
from classroom.store import Store
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, as_called, say
from playbook.places import write_safely


def marks(given: argparse.Namespace) -> int:
    """Write the workbook, or take what was marked in it."""
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
