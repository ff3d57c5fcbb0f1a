"""Runs `playbook read-back`: tells every change, and writes the plans unless it is only to be told."""

from __future__ import annotations

import argparse

from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, say
from playbook.handbook.held import Held, held
from playbook.handbook.lessons import title
from playbook.handbook.readback import ReadBack, ReadBackError, newly_found, read_back, save
from playbook.language import Text, join, same
from playbook.own import plans_folder
from playbook.posts import PostsError

NO_PLANS = Text(
    "{folder} 里没有计划，读不回去。请写计划所在的文件夹，例如 work 或 work/own。",
    "{folder} holds no plans to read into. Name the folder that has them, such as work or work/own.",
)
EDIT = Text("“{sheet}”{cell}：{before} → {after}", "“{sheet}” {cell}: {before} → {after}")
NOTHING = Text("没有改动，计划原样不动。", "Nothing was changed; the plans stay as they are.")
DONE_SAID = Text("读回 {count} 处，改了这些计划：{which}。", "Changes read back: {count}, into these plans: {which}.")
WOULD = Text(
    "会读回 {count} 处，改这些计划：{which}。没有写。",
    "Changes to read back: {count}, into these plans: {which}. Nothing was written.",
)
REFUSED = Text(
    "有 {count} 处收不了，所以一处也没有收，计划原样不动。改好上面这些格，再读一次。",
    "Cells that cannot be taken: {count}. So nothing was taken, and the plans stay as they are. Mend these cells and "
    "read the file again.",
)
NOTES = Text(
    "团队自己记的 {count} 格留在这个文件里，没有读回。",
    "The team’s own notes stay in this file and were not read back; cells: {count}.",
)
OTHERS = Text(
    "“{sheet}”的 {columns} 列不是手册里的，没有读。",
    "“{sheet}”: columns {columns} are not the handbook’s and were not read.",
)
GONE = Text(
    "“{sheet}”删了编号 {row} 的行：生成时的那一条，计划里已经没有了，所以没有动。",
    "“{sheet}”: row {row} was deleted; the plan no longer has the entry that it was built from, so nothing was done.",
)
FOUND = Text("这样改引出一个新的问题：{what}{mend}", "Changed like this, there is a new issue: {what} {mend}")


def run(given: argparse.Namespace) -> int:
    """Read the workbook back. Raises CannotDo if any cell cannot be taken: then nothing is written."""
    folder = plans_folder() if given.work is None else given.work / "plans"
    try:
        company = held(given.work)
    except PostsError as error:
        raise CannotDo(error.args[0]) from error
    for damaged in company.unreadable.values():
        say(damaged)
    if not company.written:
        raise CannotDo(NO_PLANS.format(folder=folder))
    try:
        read = read_back(given.workbook, company)
    except ReadBackError as error:
        raise CannotDo(error.args[0]) from error
    if read.troubles:
        raise CannotDo(
            join([*(each.said for each in read.troubles), REFUSED.format(count=len(read.troubles))], "\n", "\n")
        )
    _tell(read)
    if not given.dry_run:
        save(read, folder)
    return _sum_up(read, company, dry=given.dry_run)


def _tell(read: ReadBack) -> None:
    for each in read.edits:
        said = EDIT.format(sheet=each.sheet, cell=each.cell, before=each.before, after=each.after)
        print(said)  # noqa: T201 - the result
    if read.kept:
        say(NOTES.format(count=read.kept))
    for sheet, row in read.gone:
        say(GONE.format(sheet=sheet, row=row))
    for sheet, columns in read.others.items():
        say(OTHERS.format(sheet=sheet, columns=join([same(each) for each in columns])))


def _sum_up(read: ReadBack, company: Held, *, dry: bool) -> int:
    if not read.edits:
        say(NOTHING)
        return DONE
    which = join([title(each) for each in read.plans])
    say((WOULD if dry else DONE_SAID).format(count=len(read.edits), which=which))
    new = newly_found(read, company)
    for each in new:
        say(FOUND.format(what=each.what, mend=each.mend))
    return WITH_FINDINGS if new else DONE
