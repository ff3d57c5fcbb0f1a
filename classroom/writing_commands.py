"""What the people run who write the course: tidy, lint, new, translated."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from classroom.new import TO_WRITE, new_exercise, new_lesson, new_system
from classroom.outline import outline
from classroom.pages.build import tidy
from classroom.pages.run import PageError
from classroom.standards import HABITS, STANDARDS, Standard
from classroom.translated import mark_translated
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, say
from playbook.language import Text
from playbook.places import course_home


def put_in_order(given: argparse.Namespace) -> int:
    """Make exercise pages and solutions, and put every page in order; or tell which are not."""
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


def make_system(given: argparse.Namespace) -> int:
    """Make a system’s skeleton."""
    say(new_system(given.name, _title(given)).said())
    return DONE


def make_lesson(given: argparse.Namespace) -> int:
    """Make a lesson’s skeleton."""
    say(new_lesson(given.name, _title(given), given.minutes).said())
    return DONE


def make_exercise(given: argparse.Namespace) -> int:
    """Make an exercise’s skeleton."""
    say(new_exercise(given.name, _title(given), given.minutes).said())
    return DONE


def translated(given: argparse.Namespace) -> int:
    """Note that an English page says what the Chinese says now."""
    marked = mark_translated(given.lesson, given.cell)
    none = Text("没有要改的。", "Nothing to change.")
    said = Text("记下了：{cells}", "Noted: {cells}").format(cells=", ".join(marked))
    say(said if marked else none)
    return DONE


def lint(given: argparse.Namespace) -> int:
    """Hold the course to its standards."""
    errors, warnings = _found(STANDARDS, given.path), _found(HABITS, given.path)
    for line in errors:
        say(line)
    if warnings:
        say(_HABITS)
    for line in warnings:
        say(line)
    say(_COUNTS.format(errors=len(errors), warnings=len(warnings)))
    return WITH_FINDINGS if errors else DONE


def _title(given: argparse.Namespace) -> Text:
    return Text(given.title_zh or TO_WRITE.zh, given.title_en or TO_WRITE.en)


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
