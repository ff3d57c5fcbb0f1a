"""The command `classroom gradebook`: the scores of a graded cohort as another system reads them."""

from __future__ import annotations

import argparse
from pathlib import Path

from classroom.exercise import exercise_ids
from classroom.exports import said
from classroom.exports.canvas import for_canvas
from classroom.exports.matching import Export, read_table, still_open
from classroom.exports.moodle import feedback, for_moodle, into_moodle
from classroom.exports.nbgrader import for_nbgrader
from classroom.gradebook import CohortError, same_spelling
from classroom.store import Store
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, command, say
from playbook.language import Text
from playbook.places import write_safely
from playbook.shown import cut

SYSTEMS = ("canvas", "moodle", "nbgrader")
ABOUT = Text(
    "把成绩写成 Canvas、Moodle 或 nbgrader 能导入的文件", "the scores as Canvas, Moodle or nbgrader import them"
)
FROM = Text("从系统原样导出的 CSV", "the CSV as the system exported it")
MATCH = Text("按哪一列对学员编号", "the column that holds the learners’ ids")
COLUMN = Text("哪一项作业是哪个练习", "which assignment is which exercise")


def add_gradebook(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    writing = command(commands, "gradebook", ABOUT, _gradebook)
    writing.add_argument("graded", type=Path, metavar="GRADED", help="classroom grade … -o GRADED")
    writing.add_argument("--to", choices=SYSTEMS, required=True)
    writing.add_argument("--from", type=Path, dest="exported", metavar="EXPORT.csv", help=str(FROM))
    writing.add_argument("--match", metavar="COLUMN", help=str(MATCH))
    writing.add_argument("--column", action="append", default=[], metavar="ASSIGNMENT=EXERCISE", help=str(COLUMN))
    writing.add_argument("-o", "--out", type=Path, required=True)


def _gradebook(given: argparse.Namespace) -> int:
    try:
        with Store(given.graded) as store:
            export = _exported(store, given)
    except CohortError as error:
        raise CannotDo(error.args[0]) from error
    write_safely(given.out, export.text)
    for each in (*export.told, said.WRITTEN.format(path=given.out)):
        say(each)
    return WITH_FINDINGS if export.findings else DONE


def _exported(store: Store, given: argparse.Namespace) -> Export:
    rows = store.rows()
    if given.to == "canvas":
        if given.exported is None:
            raise CohortError(said.NEEDS_FROM)
        export = for_canvas(given.exported, read_table(given.exported), rows, _named(given.column), given.match)
    elif given.to == "nbgrader":
        if given.exported or given.match or given.column:
            raise CohortError(said.ONLY_FROM)
        export = for_nbgrader(rows, store.received())
    elif given.exported:
        table = read_table(given.exported)
        export = into_moodle(given.exported, table, given.match, rows, feedback(store.items(), store.marks()))
    else:
        export = for_moodle(rows, feedback(store.items(), store.marks()))
    if count := still_open(rows):
        export.tell(said.OPEN.format(n=count))
        export.findings = True
    export.tell(said.WITHDRAWN, _withdrawn(store))
    return export


def _withdrawn(store: Store) -> list[str]:
    """Return who handed in once and is not graded now: neither on the roster nor a sender nobody knows."""
    now = {row.learner for row in store.rows()}
    return sorted({each.learner for each in store.received()} - now)


def _named(pairs: list[str]) -> dict[str, str]:
    """Return what `--column` says: what an assignment is called to its exercise. Raises CohortError."""
    found = {}
    for pair in pairs:
        name, _, exercise = pair.rpartition("=")
        if not name.strip() or exercise not in exercise_ids():
            example = f"{cut(name) or 'Week 1'}={exercise_ids()[0]}"
            raise CohortError(said.NO_EXERCISE.format(read=cut(pair), example=example))
        found[same_spelling(name)] = exercise
    return found
