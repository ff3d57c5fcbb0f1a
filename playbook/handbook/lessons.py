"""Which lessons make a system's plan, by the course's own table of contents."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from playbook.language import Text, join
from playbook.places import course_home

LESSON = Text("第 {number} 课“{title}”", "lesson {number}, “{title}”")
MAKES = Text(
    "做完这几课，计划就有了：{lessons}。做完再编一次手册。",
    "These lessons make the plan: {lessons}. Then build the handbook again.",
)
NONE_YET = Text(
    "这个系统还没有课。打开它的规划器，把计划写好，再编一次手册。",
    "No lesson makes this plan yet. Open the system’s planner, write the plan, and build the handbook again.",
)


def how_to_write(system: str) -> Text:
    """Return what makes a system's plan: its lessons, or its planner where there is none yet."""
    lessons = _lessons().get(system, [])
    return MAKES.format(lessons=join(lessons)) if lessons else NONE_YET


def title(system: str) -> Text:
    """Return what a system is called. Raises KeyError if the course has no such system."""
    return _systems()[system][0]


def about(system: str) -> Text:
    """Return what a system decides, in a line. Raises KeyError if the course has no such system."""
    return _systems()[system][1]


@cache
def _systems() -> dict[str, tuple[Text, Text]]:
    return {_name(each["id"]): (Text.of(each["title"]), Text.of(each["about"])) for each in _outline()}


@cache
def _lessons() -> dict[str, list[Text]]:
    return {
        _name(system["id"]): [
            LESSON.format(number=_number(each["id"]), title=Text.of(each["title"]))
            for each in system["lesson"]
            if not each.get("draft")
        ]
        for system in _outline()
    }


def _outline() -> list[dict[str, Any]]:
    systems: list[dict[str, Any]] = tomllib.loads((course_home() / "outline.toml").read_text("utf-8"))["system"]
    return systems


def _name(place: str) -> str:
    """Return `timing` of `05_timing`."""
    return place.partition("_")[2]


def _number(place: str) -> str:
    """Return `5.2` of `05_timing/02_choose_our_hours`."""
    system, _, lesson = place.partition("/")
    return f"{int(system[:2])}.{int(lesson[:2])}"
