"""The command `classroom`: start the course, run and grade exercises, keep the pages in order."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from classroom import lab
from classroom.answers import AnswerError, AnswerFile, read_answers
from classroom.cohort import CohortError, grade_cohort
from classroom.exercise import exercise_ids
from classroom.pages.build import tidy
from classroom.pages.run import PageError, run_page
from classroom.pages.tidy import write_page
from classroom.standards import STANDARDS
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, command, parser, run, say
from playbook.language import Text, language
from playbook.places import course_home


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    return run(_parser, arguments)


def _parser() -> argparse.ArgumentParser:
    made = parser(
        "classroom",
        Text("课程：开课、批改、维护页面", "The course: start it, grade exercises, keep the pages in order"),
    )
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    starting = command(commands, "start", Text("在浏览器里打开课程", "open the course in the browser"), _start)
    starting.add_argument("--port", type=int, default=8888)
    starting.add_argument("--no-browser", action="store_true")
    running = command(
        commands, "run", Text("用给定的答案运行一页练习", "run one exercise page with given answers"), _run
    )
    running.add_argument("exercise", choices=exercise_ids(), metavar="EXERCISE")
    running.add_argument("--answers", type=Path)
    running.add_argument("-o", "--out", type=Path, required=True)
    grading = command(
        commands, "grade", Text("批改一个文件夹里的全部作业", "grade every submission in a folder"), _grade
    )
    grading.add_argument("submissions", type=Path)
    grading.add_argument("--roster", type=Path)
    grading.add_argument("-o", "--out", type=Path, required=True)
    tidying = command(
        commands,
        "tidy",
        Text("生成练习页和答案页，整理全部页面", "make exercise pages and solutions, put every page in order"),
        _tidy,
    )
    tidying.add_argument("--check", action="store_true", help=str(Text("只检查，不改动", "change nothing, only tell")))
    command(commands, "lint", Text("按课程标准检查课程本身", "hold the course to its standards"), _lint)
    return made


def _start(given: argparse.Namespace) -> int:
    return lab.start(given.port, browser=not given.no_browser)


def _run(given: argparse.Namespace) -> int:
    if given.out.suffix != ".ipynb":
        raise CannotDo(Text("输出文件名要以 .ipynb 结尾。", "The output's name must end in .ipynb."))
    try:
        answers = read_answers(given.answers) if given.answers else AnswerFile(exercise=given.exercise, learner="blank")
        if answers.exercise != given.exercise:
            raise CannotDo(
                Text("{file} 是 {read} 的答案，不是 {wanted} 的。", "{file} answers {read}, not {wanted}.").format(
                    file=given.answers, read=answers.exercise, wanted=given.exercise
                )
            )
        page = run_page(course_home() / "exercises" / language() / f"{given.exercise}.ipynb", language(), answers)
    except (AnswerError, PageError) as error:
        raise CannotDo(
            Text("{file}：", "{file}: ").format(file=given.answers or given.exercise) + error.args[0]
        ) from error
    write_page(given.out, page)
    say(given.out)
    return DONE


def _grade(given: argparse.Namespace) -> int:
    try:
        graded = grade_cohort(given.submissions, given.roster, given.out)
    except CohortError as error:
        raise CannotDo(error.args[0]) from error
    say(graded.summary)
    return graded.exit_status


def _tidy(given: argparse.Namespace) -> int:
    try:
        stale = tidy(check=given.check)
    except PageError as error:
        raise CannotDo(error.args[0]) from error
    for path in stale:
        say(path.relative_to(course_home()))
    if stale and given.check:
        say(Text("以上页面需要整理：运行 classroom tidy。", "These pages are not in order: run `classroom tidy`."))
    return WITH_FINDINGS if stale and given.check else DONE


def _lint(_: argparse.Namespace) -> int:
    found = [fault for standard in STANDARDS for fault in standard()]
    for fault in found:
        say(fault)
    return WITH_FINDINGS if found else DONE
