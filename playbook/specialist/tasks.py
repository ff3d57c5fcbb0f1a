"""What fills a week (`tasks.toml`): the fifteen tasks of article 4's four duties, and what its list lacks."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any, NamedTuple

from playbook.language import Text


class Task(NamedTuple):
    """A task: what it is called, and its duty of the four (0: the article's list has none of it)."""

    said: Text
    duty: int


_READ: dict[str, dict[str, Any]] = tomllib.loads(resources.files(__package__).joinpath("tasks.toml").read_text("utf-8"))
DUTIES: dict[int, Text] = {int(key): Text.of(each) for key, each in _READ["duty"].items()}
TASKS = {key: Task(Text.of(each), each["duty"]) for key, each in _READ["task"].items()}
