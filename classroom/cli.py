"""The command `classroom`: start the course, run and grade exercises, keep the pages in order."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from classroom.code_command import CODE_HELP, add_code, course_code
from classroom.cohort import CohortError, grade_cohort
from classroom.exercise import SpecError, exercise_ids
from classroom.feedback_command import add_feedback
from classroom.gradebook_command import add_gradebook
from classroom.grading_run.workers import SCHEDULER, WORKERS, cores
from classroom.marks_command import add_marks
from classroom.outline import OutlineError
from classroom.report.command import add_report
from classroom.wheels_command import add_wheels
from playbook.commandline import COULD_NOT, CannotDo, command, later, parser, run, say
from playbook.language import Text

WRITING = "classroom.writing_commands"
SUBMISSIONS = Text("收上来的作业：每人一个文件夹或 zip", "what was handed in: a folder or zip of each learner")
ROSTER = Text("花名册：有 learner、name 两栏的 CSV", "the roster: a CSV with the columns learner and name")
OUT = Text(
    "结果放在哪里；下次还用它，只批新来的", "where the results go; name it again, and only what is new is graded"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    try:
        return run(_parser, arguments)
    except (OutlineError, SpecError) as error:  # an author's slip; the message names file and place
        say(error)
        return COULD_NOT


def _parser() -> argparse.ArgumentParser:
    made = parser(
        "classroom",
        Text("课程：开课、批改、维护页面", "The course: start it, grade exercises, keep the pages in order"),
    )
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    starting = command(
        commands,
        "start",
        Text("在浏览器里打开课程", "open the course in the browser"),
        later("classroom.page_commands:start"),
    )
    starting.add_argument("--port", type=int, default=8888)
    starting.add_argument("--no-browser", action="store_true")
    running = command(
        commands,
        "run",
        Text("用给定的答案运行一页练习", "run one exercise page with given answers"),
        later("classroom.page_commands:run"),
    )
    running.add_argument("exercise", choices=exercise_ids(), metavar="EXERCISE")
    running.add_argument("--answers", type=Path)
    running.add_argument("-o", "--out", type=Path, required=True)
    grading = command(
        commands, "grade", Text("批改一个文件夹里的全部作业", "grade every submission in a folder"), _grade
    )
    grading.add_argument("submissions", type=Path, metavar="SUBMISSIONS", help=str(SUBMISSIONS))
    grading.add_argument("--roster", type=Path, help=str(ROSTER))
    grading.add_argument("--code", type=course_code, help=str(CODE_HELP))
    grading.add_argument("-o", "--out", type=Path, required=True, help=str(OUT))
    grading.add_argument("--workers", type=int, choices=range(1, 257), default=cores(), metavar="N", help=str(WORKERS))
    grading.add_argument("--scheduler", default="", metavar="ADDRESS", help=str(SCHEDULER))
    add_feedback(commands)
    add_report(commands)
    add_marks(commands)
    add_gradebook(commands)
    add_code(commands)
    add_wheels(commands)
    _add_writing(commands)
    return made


def _add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add what the people use who write the course."""
    tidying = command(
        commands,
        "tidy",
        Text("生成练习页和答案页，整理全部页面", "make exercise pages and solutions, put every page in order"),
        later(f"{WRITING}:put_in_order"),
    )
    tidying.add_argument("--check", action="store_true", help=str(Text("只检查，不改动", "change nothing, only tell")))
    tidying.add_argument(
        "lesson",
        nargs="*",
        metavar="LESSON",
        help=str(Text("只整理这几课的", "only the pages of these lessons")),
    )
    linting = command(
        commands, "lint", Text("按课程标准检查课程本身", "hold the course to its standards"), later(f"{WRITING}:lint")
    )
    linting.add_argument("path", nargs="*", help=str(Text("只说这些文件的", "tell only of these files")))
    about = str(Text("新建系统、课或练习", "make a system, a lesson or an exercise"))
    _add_new(commands.add_parser("new", help=about, description=about))
    translating = command(
        commands,
        "translated",
        Text("英文已照现在的中文写好，记下来", "note that an English page says what the Chinese says now"),
        later(f"{WRITING}:translated"),
    )
    translating.add_argument("lesson", metavar="LESSON", help="05_timing/01_find_our_hours")
    translating.add_argument("cell", nargs="*", help=str(Text("只记这几格", "only these cells")))


def _add_new(to: argparse.ArgumentParser) -> None:
    kinds = to.add_subparsers(required=True, metavar="KIND")
    lesson, exercise = Text("一课，两种语言", "a lesson, in both languages"), Text("一课的练习", "a lesson’s exercise")
    system = Text("一个管理系统", "a management system")
    for kind, about, run_it, name in (
        ("system", system, "make_system", "NN_name"),
        ("lesson", lesson, "make_lesson", "NN_system/NN_verb_slug"),
        ("exercise", exercise, "make_exercise", "NN_system/NN_verb_slug"),
    ):
        making = command(kinds, kind, about, later(f"{WRITING}:{run_it}"))
        making.add_argument("name", metavar=name)
        making.add_argument("--title-zh", default="")
        making.add_argument("--title-en", default="")
        if kind != "system":
            making.add_argument("--minutes", type=int, choices=range(1, 241), metavar="1-240")


def _grade(given: argparse.Namespace) -> int:
    hands = {"workers": given.workers, "scheduler": given.scheduler}
    try:
        graded = grade_cohort(given.submissions, given.roster, given.out, given.code or "", **hands)
    except CohortError as error:
        raise CannotDo(error.args[0]) from error
    for notice in graded.notices:
        say(notice)
    say(graded.summary)
    return graded.exit_status
