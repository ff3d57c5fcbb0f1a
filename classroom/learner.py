"""Who learns here: a name or number, given once on the first page, and where the answers lie."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

import tomli_w

from playbook.language import Text
from playbook.places import course_work, write_safely

UNNAMED = "unnamed"
LONGEST = 40
# What goes into a file name on any system: letters of any script, digits, - and _, and single spaces inside.
_ID = re.compile(r"[\w-]+(?: [\w-]+)*")


class LearnerError(ValueError):
    """A name that cannot be used; `args[0]` is a Text."""

    def __str__(self) -> str:
        return str(self.args[0])


def learner_id() -> str:
    """Return the learner's name or number, or UNNAMED as long as none was given."""
    try:
        return str(tomllib.loads(_file().read_text("utf-8"))["learner"])
    except (OSError, ValueError, KeyError):
        return UNNAMED


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
    write_safely(_file(), tomli_w.dumps({"learner": wanted}))
    return wanted


def answers_file(exercise: str, part: str) -> Path:
    """Return where the answers to a spec's questions lie; `part` is `exercise` (handed in) or `lesson` (kept)."""
    return course_work() / ("answers" if part == "exercise" else "lessons") / f"{exercise}.json"


def _file() -> Path:
    return course_work() / "learner.toml"
