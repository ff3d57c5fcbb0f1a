"""What breaks a standard, and where; the pages that standards look at, and which of them are drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, wraps
from pathlib import Path, PurePosixPath
from typing import TypeVar

from nbformat import NotebookNode

from classroom.outline import outline
from classroom.pages.tidy import read_page
from playbook.language import LANGUAGES, Language
from playbook.places import course_home

Page = tuple[Language, str, NotebookNode]  # language, path below `notebooks/<language>`, notebook
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file (from the course's folder), the cell or key, what is wrong and how to mend it."""

    file: str
    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}{f' · {self.place}' if self.place else ''}: {self.what}"


def written_pages() -> Iterator[Page]:
    """Yield every page that a person wrote, drafts too. Nobody may change what it yields: it is read once."""
    for language in LANGUAGES:
        folder = course_home() / "notebooks" / language
        for path in sorted(folder.rglob("*.ipynb")):
            if ".ipynb_checkpoints" not in path.parts:
                yield language, path.relative_to(folder).as_posix(), read_once(path)


def published_pages() -> Iterator[Page]:
    """Yield the pages that readers get: a draft owes nothing yet of what makes a text finished."""
    return (page for page in written_pages() if not is_draft(place_of(page[0], page[1])))


def place_of(language: Language, name: str) -> str:
    """Return a page's path from the course's folder."""
    return PurePosixPath("notebooks", language, name).as_posix()


def here(path: Path) -> str:
    """Return a file's path from the course's folder, as a fault names it."""
    return path.relative_to(course_home()).as_posix()


def is_draft(file: str) -> bool:
    """Tell whether a file is of a lesson that is a draft, or of a system with no published lesson."""
    stem = PurePosixPath(file).with_suffix("")
    for system in outline().system:
        if any(lesson.draft and stem.as_posix().endswith(f"/{lesson.id}") for lesson in system.lesson):
            return True
        if all(lesson.draft for lesson in system.lesson) and (
            system.id in stem.parts or file.startswith(f"playbook/{system.id.partition('_')[2]}/")
        ):
            return True
    return False


def cell_references() -> set[str]:
    """Return every `lesson#cell` that there is."""
    return {
        f"{name.removesuffix('.ipynb')}#{cell['id']}" for _, name, page in written_pages() for cell in page["cells"]
    }


def unless_changed(read: Callable[[Path], T]) -> Callable[[Path], T]:
    """Let a file be read once until it changes: twenty standards look at the same one. Nobody may change what it is."""

    @lru_cache(maxsize=1024)
    def kept(path: Path, _changed: int, _size: int) -> T:
        return read(path)

    @wraps(read)
    def found(path: Path) -> T:
        state = path.stat()
        return kept(path, state.st_mtime_ns, state.st_size)

    return found


@unless_changed
def read_once(path: Path) -> NotebookNode:
    """Read a page."""
    return read_page(path)
