"""The command `classroom`: start the course, run and grade exercises, keep the pages in order."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from classroom import lab
from classroom.answers import AnswerError, AnswerFile, read_answers
from classroom.code_command import CODE_HELP, add_code, course_code
from classroom.cohort import CohortError, grade_cohort
from classroom.exercise import SpecError, exercise_ids
from classroom.feedback_command import add_feedback
from classroom.gradebook_command import add_gradebook
from classroom.grading_run.workers import SCHEDULER, WORKERS, cores
from classroom.marks_command import add_marks
from classroom.new import TO_WRITE, new_exercise, new_lesson, new_system
from classroom.outline import OutlineError, outline
from classroom.pages.build import tidy
from classroom.pages.run import PageError, run_page
from classroom.pages.tidy import write_page
from classroom.report.command import add_report
from classroom.standards import HABITS, STANDARDS, Standard
from classroom.translated import mark_translated
from classroom.variants import VariantError, seed_of
from classroom.wheels_command import add_wheels
from playbook.commandline import COULD_NOT, DONE, WITH_FINDINGS, CannotDo, command, parser, run, say
from playbook.language import Text, language
from playbook.places import course_home


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
    grading.add_argument("--code", type=course_code, help=str(CODE_HELP))
    grading.add_argument("-o", "--out", type=Path, required=True)
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
        _tidy,
    )
    tidying.add_argument("--check", action="store_true", help=str(Text("只检查，不改动", "change nothing, only tell")))
    tidying.add_argument(
        "lesson",
        nargs="*",
        metavar="LESSON",
        help=str(Text("只整理这几课的", "only the pages of these lessons")),
    )
    linting = command(commands, "lint", Text("按课程标准检查课程本身", "hold the course to its standards"), _lint)
    linting.add_argument("path", nargs="*", help=str(Text("只说这些文件的", "tell only of these files")))
    about = str(Text("新建系统、课或练习", "make a system, a lesson or an exercise"))
    _add_new(commands.add_parser("new", help=about, description=about))
    translating = command(
        commands,
        "translated",
        Text("英文已照现在的中文写好，记下来", "note that an English page says what the Chinese says now"),
        _translated,
    )
    translating.add_argument("lesson", metavar="LESSON", help="05_timing/01_find_our_hours")
    translating.add_argument("cell", nargs="*", help=str(Text("只记这几格", "only these cells")))


def _add_new(to: argparse.ArgumentParser) -> None:
    kinds = to.add_subparsers(required=True, metavar="KIND")
    lesson, exercise = Text("一课，两种语言", "a lesson, in both languages"), Text("一课的练习", "a lesson’s exercise")
    system = Text("一个管理系统", "a management system")
    for kind, about, run_it, name in (
        ("system", system, _new_system, "NN_name"),
        ("lesson", lesson, _new_lesson, "NN_system/NN_verb_slug"),
        ("exercise", exercise, _new_exercise, "NN_system/NN_verb_slug"),
    ):
        making = command(kinds, kind, about, run_it)
        making.add_argument("name", metavar=name)
        making.add_argument("--title-zh", default=TO_WRITE.zh)
        making.add_argument("--title-en", default=TO_WRITE.en)
        if kind != "system":
            making.add_argument("--minutes", type=int, choices=range(1, 241), metavar="1-240")


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
        seed_of(answers.variant)
        page = run_page(course_home() / "exercises" / language() / f"{given.exercise}.ipynb", language(), answers)
    except (AnswerError, PageError, VariantError) as error:
        raise CannotDo(
            Text("{file}：", "{file}: ").format(file=given.answers or given.exercise) + error.args[0]
        ) from error
    write_page(given.out, page)
    say(given.out)
    return DONE


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


def _tidy(given: argparse.Namespace) -> int:
    unknown = set(given.lesson) - {lesson.id for lesson in outline().every_lesson()}
    if unknown:
        raise CannotDo(_UNKNOWN.format(read=", ".join(sorted(unknown))))
    try:
        stale = tidy(given.lesson, check=given.check)
    except PageError as error:
        raise CannotDo(error.args[0]) from error
    for path in stale:
        say(path.relative_to(course_home()))
    if stale and given.check:
        say(Text("以上页面需要整理：运行 classroom tidy。", "These pages are not in order: run `classroom tidy`."))
    return WITH_FINDINGS if stale and given.check else DONE


def _new_system(given: argparse.Namespace) -> int:
    say(new_system(given.name, Text(given.title_zh, given.title_en)).said())
    return DONE


def _new_lesson(given: argparse.Namespace) -> int:
    say(new_lesson(given.name, Text(given.title_zh, given.title_en), given.minutes).said())
    return DONE


def _new_exercise(given: argparse.Namespace) -> int:
    say(new_exercise(given.name, Text(given.title_zh, given.title_en), given.minutes).said())
    return DONE


def _translated(given: argparse.Namespace) -> int:
    marked = mark_translated(given.lesson, given.cell)
    none = Text("没有要改的。", "Nothing to change.")
    said = Text("记下了：{cells}", "Noted: {cells}").format(cells=", ".join(marked))
    say(said if marked else none)
    return DONE


def _lint(given: argparse.Namespace) -> int:
    errors, warnings = _found(STANDARDS, given.path), _found(HABITS, given.path)
    for line in errors:
        say(line)
    if warnings:
        say(_HABITS)
    for line in warnings:
        say(line)
    say(_COUNTS.format(errors=len(errors), warnings=len(warnings)))
    return WITH_FINDINGS if errors else DONE


def _found(standards: Sequence[Standard], paths: list[str]) -> list[str]:
    """Return the faults found, each as a line that ends with its standard's name; only those of `paths`, if any."""
    wanted = tuple(Path(path).resolve() for path in paths)
    return [
        f"{fault} [{standard.__name__}]"
        for standard in standards
        for fault in standard()
        if not wanted or any((course_home() / fault.file).is_relative_to(path) for path in wanted)
    ]


_HABITS = Text(
    "\n以下是提醒，不是错误：多数课这样做。有理由不这样做，就在 outline.toml 那一课里写明："
    '`waived = { 方括号里的名字 = "理由" }`。',
    "\nWarnings, not errors: most lessons do this. A lesson that has a reason not to says so in its entry in "
    'outline.toml: `waived = { name_in_brackets = "why" }`.',
)
_COUNTS = Text("错误 {errors} 处，提醒 {warnings} 处。", "Errors: {errors}. Warnings: {warnings}.")
_UNKNOWN = Text("outline.toml 里没有 {read} 这一课。", "outline.toml has no lesson {read}.")
