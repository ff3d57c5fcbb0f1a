"""What breaks a standard, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbformat import NotebookNode

from classroom.pages.tidy import read_page
from playbook.language import LANGUAGES, Language
from playbook.places import course_home


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file (from the course's folder), the cell or key, what is wrong and how to mend it."""

    file: str
    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}{f' · {self.place}' if self.place else ''}: {self.what}"


def written_pages() -> Iterator[tuple[Language, str, NotebookNode]]:
    """Yield every page that a person wrote: language, path below `notebooks/<language>`, notebook."""
    for language in LANGUAGES:
        folder = course_home() / "notebooks" / language
        for path in sorted(folder.rglob("*.ipynb")):
            if ".ipynb_checkpoints" not in path.parts:
                yield language, path.relative_to(folder).as_posix(), read_page(path)


def place_of(language: Language, name: str) -> str:
    """Return a page's path from the course's folder."""
    return Path("notebooks", language, name).as_posix()
