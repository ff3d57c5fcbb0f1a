"""A learner works on copies: pages are given out into `work/pages`, and refreshed without losing anything."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from classroom.outline import outline
from classroom.pages.tidy import read_page
from playbook.language import LANGUAGES, Text
from playbook.places import course_home, course_work, write_safely


def pages_folder() -> Path:
    """Return the folder that JupyterLab shows: `work/pages`, with `zh/` and `en/` in it."""
    return course_work() / "pages"


def give_out() -> list[Path]:
    """Copy the course's pages into the learner's work and return the copies that were put aside.

    A page the course changed is replaced; if the learner had changed the old one, it stays beside it
    under another name.
    """
    given = _given()
    aside = []
    for source, name in _course_pages():
        target, new = pages_folder() / name, source.read_bytes()
        if target.is_file() and given.get(name, {}).get("course") == _hash(new):
            continue
        if target.is_file() and _sources(target) != given.get(name, {}).get("sources"):
            aside.append(_put_aside(target))
        write_safely(target, new)
        given[name] = {"course": _hash(new), "sources": _sources(target)}
        write_safely(_record(), json.dumps(given, indent=1))
    return aside


def _course_pages() -> list[tuple[Path, str]]:
    """Return each page of the course with its place among the learner's pages: lessons, then exercises; no drafts."""
    drafts = {lesson.id for lesson in outline().every_lesson() if lesson.draft}
    pages = []
    for language in LANGUAGES:
        lessons, exercises = course_home() / "notebooks" / language, course_home() / "exercises" / language
        for folder, place in ((lessons, language), (exercises, f"{language}/exercises")):
            found = {path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.rglob("*.ipynb")}
            pages += [(path, f"{place}/{name}.ipynb") for name, path in sorted(found.items()) if name not in drafts]
    return [(path, name) for path, name in pages if ".ipynb_checkpoints" not in name]


def _sources(path: Path) -> str | None:
    """Return a hash of what a person may have written in a page (not its outputs); None if it is damaged."""
    try:
        cells = read_page(path)["cells"]
    except Exception:  # noqa: BLE001 - whatever nbformat makes of a damaged file
        return None
    return _hash(json.dumps([cell["source"] for cell in cells]).encode())


def _put_aside(target: Path) -> Path:
    label = Text("我改过的", "my copy")
    number = 1
    while (aside := target.with_name(f"{target.stem} ({label} {number}).ipynb")).exists():
        number += 1
    return target.rename(aside)


def _given() -> dict[str, dict[str, str | None]]:
    try:
        value = json.loads(_record().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _record() -> Path:
    return pages_folder() / ".given.json"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
