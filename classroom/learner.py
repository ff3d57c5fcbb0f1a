"""Who learns here and on which path, both told on the first page, and where the answers lie."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Literal

import tomlkit
from tomlkit.exceptions import TOMLKitError

from classroom.outline import Path as CoursePath
from classroom.outline import outline
from classroom.variants import VariantError, read_code
from playbook.language import Text
from playbook.places import course_work, put_aside, write_safely

UNNAMED = "unnamed"
LONGEST = 40
NAME_FIRST = Text(
    "先填上面的姓名或学号，再填课程代码：用哪一份数据，由两样一起定。",
    "First give your name or number above, then the course code: the two together say which data are yours.",
)
Part = Literal["lesson", "exercise", "recall"]
FOLDERS: dict[Part, str] = {"exercise": "answers", "lesson": "lessons", "recall": "recall"}
# What goes into a file name on any system: letters of any script, digits, - and _, and single spaces inside.
_ID = re.compile(r"[\w-]+(?: [\w-]+)*")


class LearnerError(ValueError):
    """A name that cannot be used; `args[0]` is a Text."""

    def __str__(self) -> str:
        return str(self.args[0])


def learner_id() -> str:
    """Return the learner's name or number, or UNNAMED as long as none was given."""
    return _kept().get("learner", UNNAMED)


def set_learner(name: str) -> str:
    """Write down the learner's name or number. Raises LearnerError if a file could not be named after it."""
    wanted = unicodedata.normalize("NFKC", name).strip()
    if len(wanted) > LONGEST or not _ID.fullmatch(wanted):
        raise LearnerError(
            Text(
                "请填 1 到 {n} 个字：汉字、字母、数字、- 或 _，不要别的符号。",
                "Please use 1 to {n} letters, digits, hyphens or underscores, and no other symbols.",
            ).format(n=LONGEST)
        )
    _keep("learner", wanted)
    return wanted


def course_code() -> str:
    """Return the course code the learner was given; empty without one, or if what is kept is none or of nobody."""
    try:
        return read_code(_kept().get("code", "")) if learner_id() != UNNAMED else ""
    except VariantError:
        return ""


def set_course_code(typed: str) -> str:
    """Write down the course code, or that there is none. Raises VariantError, and LearnerError before there is a name.

    The data follow from both: without a name they would be others as soon as it is given.
    """
    code = read_code(typed) if typed.strip() else ""
    if code and learner_id() == UNNAMED:
        raise LearnerError(NAME_FIRST)
    _keep("code", code)
    return code


def chosen_path() -> CoursePath:
    """Return the path the learner is on: the first of the outline as long as none was chosen, or if it is gone."""
    paths = outline().paths()
    return next((path for path in paths if path.id == _kept().get("path")), paths[0])


def choose_path(path_id: str) -> None:
    """Write down which path the learner takes."""
    _keep("path", path_id)


def answers_file(exercise: str, part: Part) -> Path:
    """Return where the answers to an exercise lie (handed in), to a lesson's questions, or to its recall (kept)."""
    return course_work() / FOLDERS[part] / f"{exercise}.json"


def _kept() -> dict[str, str]:
    """Return what was written down before; a file that cannot be read holds nothing."""
    try:
        return {name: str(value) for name, value in tomllib.loads(_file().read_text("utf-8")).items()}
    except (OSError, ValueError):
        return {}


def _keep(name: str, value: str) -> None:
    """Write one thing down and leave the others; a file that cannot be read is put aside first."""
    file = _file()
    try:
        kept = tomlkit.parse(file.read_text("utf-8")) if file.is_file() else tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError):
        put_aside(file)
        kept = tomlkit.document()
    kept[name] = value
    write_safely(file, tomlkit.dumps(kept))


def _file() -> Path:
    return course_work() / "learner.toml"
