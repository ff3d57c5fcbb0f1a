"""The outline as a text that a command adds to: order and comments stay as they were written."""

from __future__ import annotations

import re
from typing import Any

import tomlkit
from tomlkit.items import Comment, Whitespace

from classroom.skeletons import filled
from playbook.language import Text
from playbook.places import course_home

# tomlkit's own types say little more than that these are containers.
Table = Any


class Contents:
    """`outline.toml` as it stands; `text()` is what it becomes. Raises OSError if it cannot be read."""

    def __init__(self) -> None:
        self._document: Table = tomlkit.parse((course_home() / "outline.toml").read_text("utf-8"))

    def text(self) -> str:
        """Return the whole outline as it is to be written."""
        return re.sub(r"\n{3,}", "\n\n", tomlkit.dumps(self._document)).rstrip() + "\n"

    def systems(self) -> list[str]:
        """Return the ids of the systems, in order."""
        return [str(each["id"]) for each in self._document["system"]]

    def lessons(self, system: str) -> list[str]:
        """Return the ids of a system's lessons, drafts too, in order."""
        return [str(each["id"]) for each in self._system(system).get("lesson", [])]

    def add_system(self, system: str, title: Text) -> None:
        """Enter a system without lessons, in the order of its number."""
        entry: Table = tomlkit.parse(filled("outline.toml", {"system": system, "lesson": ""}))["system"]
        del entry[0]["lesson"]
        entry[0]["title"] = pair(title)
        entry[0]["lesson"] = []
        _enter(entry[0], self._document["system"])

    def add_lesson(self, lesson: str, title: Text, minutes: int) -> None:
        """Enter a lesson as a draft, in the order of its number."""
        system = lesson.partition("/")[0]
        entry: Table = tomlkit.parse(filled("outline.toml", {"system": system, "lesson": lesson}))["system"]
        made = entry[0]["lesson"][0]
        made["title"], made["minutes"] = pair(title), minutes
        inside = self._system(system)
        if inside.get("lesson"):
            _enter(made, inside["lesson"])
            return
        inside.pop("lesson", None)
        _follow(inside, made)
        inside["lesson"] = tomlkit.aot()
        inside["lesson"].append(made)

    def listed(self, lesson: str) -> tuple[Text, int]:
        """Return the title and the minutes of a lesson that is there."""
        entry = self._lesson(lesson)
        return Text.of(entry["title"].unwrap()), int(entry["minutes"])

    def exercise_minutes(self, lesson: str, asked: int | None, usual: int) -> int:
        """Write down how long a lesson's exercise takes and return it: as asked, as it stands there, or as usual."""
        entry = self._lesson(lesson)
        trail = _cut_trail(entry)
        entry["exercise_minutes"] = asked or entry.get("exercise_minutes", usual)
        entry.value.body.extend(trail)
        return int(entry["exercise_minutes"])

    def _lesson(self, lesson: str) -> Table:
        lessons = self._system(lesson.partition("/")[0])["lesson"]
        return next(each for each in lessons if each["id"] == lesson)

    def _system(self, system: str) -> Table:
        return next(each for each in self._document["system"] if each["id"] == system)


def pair(text: Text) -> Table:
    """Return a text as TOML writes it: `{ zh = "…", en = "…" }`."""
    zh, en = (tomlkit.string(each).as_string() for each in (text.zh, text.en))
    return tomlkit.value(f"{{ zh = {zh}, en = {en} }}")


def _enter(entry: Table, tables: Table) -> None:
    """Put a table among others in the order of their ids."""
    place = sum(str(each["id"]) < str(entry["id"]) for each in tables)
    if place:
        _follow(_last(tables[place - 1]), entry)
    tables.insert(place, entry)


def _follow(before: Table, entry: Table) -> None:
    """Move the comment at the end of one table to the end of the one that will follow it: it is of what comes then."""
    trail = _cut_trail(before)
    before.value.body.append(_empty_line())
    entry.value.body.extend([_empty_line(), *trail])


def _cut_trail(table: Table) -> list[Table]:
    """Take the comments and empty lines off a table's end, and return them."""
    body: list[Table] = table.value.body
    trail: list[Table] = []
    while body and isinstance(body[-1][1], (Comment, Whitespace)):
        trail.insert(0, body.pop())
    return trail


def _empty_line() -> Table:
    return None, Whitespace("\n")


def _last(table: Table) -> Table:
    """Return the table that stands last in the text of this one."""
    return _last(table["lesson"][-1]) if table.get("lesson") else table
