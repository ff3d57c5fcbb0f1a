"""What `classroom new` makes: a system, a lesson, an exercise, in both languages, ready to be written.

Everything is written together or not at all, and never over a file that is there.
"""

from __future__ import annotations

import keyword
import re
import tomllib
from dataclasses import dataclass
from typing import Any

import tomlkit

from classroom.exercise import load_spec
from classroom.skeletons import Values, filled, lesson_pages, said
from classroom.skeletons.contents import Contents, pair
from playbook.commandline import CannotDo
from playbook.handbook.lessons import lesson_number
from playbook.language import Text, same
from playbook.places import course_home, written

SYSTEM = re.compile(r"([0-9]{2})_([a-z]+(?:_[a-z]+)*)")
LESSON = re.compile(r"([0-9]{2}_[a-z]+(?:_[a-z]+)*)/([0-9]{2})_[a-z]+(?:_[a-z0-9]+)+")
NO_EXERCISE = Text("这一课还没有练习。", "This lesson has no exercise yet.")
TO_WRITE = Text("【待写】", "[to write]")
LESSON_MINUTES, EXERCISE_MINUTES = 30, 20
ROOMS = {
    "playbook/{name}/__init__.py": "system_init.txt",
    "playbook/{name}/analysis.py": "system_analysis.txt",
    "playbook/{name}/plan.py": "system_plan.txt",
    "playbook/{name}/rules.toml": "system_rules.toml",
    "tests/playbook/{name}/test_plan.py": "system_test.txt",
    "docs/facilitator/zh/{id}.md": "facilitator.zh.md",
    "docs/facilitator/en/{id}.md": "facilitator.en.md",
}


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the files (from the course's folder), and what to do next, in order."""

    files: tuple[str, ...]
    steps: tuple[Text, ...]

    def said(self) -> Text:
        """Return it as the command says it."""
        text = Text("写好了：", "Made:") + same("".join(f"\n  {file}" for file in self.files))
        text += Text("\n接下来：", "\nNext:")
        for number, step in enumerate(self.steps, start=1):
            text += same(f"\n  {number}. ") + step
        return text


def new_system(name: str, title: Text = TO_WRITE) -> Made:
    """Make a system's rooms, its test, its facilitator pages and its entry in the outline."""
    number, package = _parts(SYSTEM, name, said.SYSTEM_WANTED)
    contents = Contents()
    _refuse_taken(name, contents.systems(), "", number)
    if keyword.iskeyword(package) or _in_playbook(package):
        raise CannotDo(said.NAME_TAKEN.format(read=name, package=package))
    contents.add_system(name, title)
    kind = "".join(word.capitalize() for word in package.split("_"))
    values = {"id": name, "name": package, "kind": kind, "title_zh": title.zh, "title_en": title.en}
    rooms = {place.format(**values): filled(skeleton, values) for place, skeleton in ROOMS.items()}
    return _write({"outline.toml": contents.text()}, rooms, said.SYSTEM_STEPS, values)


def new_lesson(name: str, title: Text = TO_WRITE, minutes: int | None = None) -> Made:
    """Make a lesson's page in both languages, its spec, and its entry in the outline, as a draft.

    A lesson that the outline lists without a page keeps its entry, title and minutes.
    """
    system, number = _parts(LESSON, name, said.LESSON_WANTED)
    contents = _contents_with(system, name)
    if name in contents.lessons(system):
        title, minutes = contents.listed(name)
    else:
        minutes = minutes or LESSON_MINUTES
        _refuse_taken(name, contents.lessons(system), f"{system}/", number)
        contents.add_lesson(name, title, minutes)
    values = _values(name, title, minutes)
    pages = {f"notebooks/{language}/{name}.ipynb": page for language, page in lesson_pages(values).items()}
    spec = {_spec(name): filled("lesson_spec.toml", values)}
    return _write({"outline.toml": contents.text()}, pages | spec, said.LESSON_STEPS, values)


def new_exercise(name: str, title: Text = TO_WRITE, minutes: int | None = None) -> Made:
    """Add an exercise with one example question to the spec of a lesson, and its minutes to the outline.

    Raises SpecError if that spec cannot be read.
    """
    system, _ = _parts(LESSON, name, said.LESSON_WANTED)
    contents = _contents_with(system, name)
    path = course_home() / _spec(name)
    if name not in contents.lessons(system) or not path.is_file():
        raise CannotDo(said.NO_LESSON.format(read=name))
    if load_spec(name).exercise:
        raise CannotDo(said.HAS_EXERCISE.format(read=name, file=_spec(name)))
    minutes = contents.exercise_minutes(name, minutes, EXERCISE_MINUTES)
    values = _values(name, title, minutes)
    spec: Any = tomlkit.parse(path.read_text("utf-8"))
    _head(spec, title, values)
    whole = f"{tomlkit.dumps(spec).rstrip()}\n{filled('exercise_spec.toml', values)}"
    return _write({"outline.toml": contents.text(), _spec(name): whole}, {}, said.EXERCISE_STEPS, values)


def _head(spec: Any, title: Text, values: Values) -> None:  # noqa: ANN401 - a tomlkit document
    """Begin an exercise: its minutes, and what is not written yet of title, story and setup."""
    fresh = tomllib.loads(filled("exercise_head.toml", values))
    spec["minutes"] = int(values["minutes"])
    if spec["story"]["zh"] == NO_EXERCISE.zh:
        spec["title"] = pair(Text("{n} 练习：", "Exercise {n}: ").format(n=values["number"]) + title)
        spec["story"] = pair(Text.of(fresh["story"]))
    spec.setdefault("setup", fresh["setup"])


def _parts(wanted: re.Pattern[str], name: str, message: Text) -> tuple[str, str]:
    found = wanted.fullmatch(name)
    if found is None:
        raise CannotDo(message.format(read=name))
    return found[1], found[2]


def _contents_with(system: str, name: str) -> Contents:
    """Return the outline; refuse a name whose system it does not have."""
    contents = Contents()
    if system not in contents.systems():
        raise CannotDo(said.NO_SYSTEM.format(read=name, system=system, there=", ".join(contents.systems())))
    return contents


def _refuse_taken(name: str, known: list[str], before: str, number: str) -> None:
    """Refuse a name whose number another has: the number tells the place in the course."""
    taken = {each.removeprefix(before)[:2]: each for each in known}
    if number in taken:
        free = next(each for each in range(1, 100) if f"{each:02}" not in taken)
        raise CannotDo(said.NUMBER_TAKEN.format(read=name, there=taken[number], free=f"{free:02}"))


def _in_playbook(package: str) -> bool:
    place = course_home() / "playbook" / package
    return place.exists() or place.with_suffix(".py").exists()


def _values(name: str, title: Text, minutes: int) -> Values:
    system = name.partition("/")[0]
    values = {"id": system, "name": system[3:], "lesson": name, "minutes": str(minutes)}
    values |= {"number": lesson_number(name)}
    values |= {"title_zh": title.zh, "title_en": title.en}
    return values | {"none_zh": NO_EXERCISE.zh, "none_en": NO_EXERCISE.en}


def _spec(name: str) -> str:
    return f"exercises/specs/{name}.toml"


def _write(changed: dict[str, str], fresh: dict[str, str], steps: tuple[Text, ...], values: Values) -> Made:
    """Write files to their places below the course's folder, all together; refuse if a fresh one is there already."""
    home = course_home()
    for name in fresh:
        if (home / name).exists():
            raise CannotDo(said.FILE_THERE.format(file=name))
    files = changed | fresh
    with written(*(home / name for name in files)) as streams:
        for stream, text in zip(streams, files.values(), strict=True):
            stream.write(text.encode())
    return Made(tuple(files), tuple(step.format(**values) for step in steps))
