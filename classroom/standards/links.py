"""What leads somewhere gets there: links of pages and documents, their headings, cells named as `lesson#cell`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from classroom.standards.fault import Fault, cell_references, place_of, written_pages
from classroom.standards.texts import document_texts, page_texts
from playbook.language import Language
from playbook.places import course_home

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(")
CELL = re.compile(r"\b\d\d_\w+/\d\d_\w+#[\w-]+")
SHORTEST = 10  # characters of an alt text
EMPTY_ALT = re.compile(r"(image|picture|photo|chart|screenshot) of\b|图片|图像|截图|照片", re.IGNORECASE)


def links_lead_somewhere() -> Iterator[Fault]:
    """A link to a page of the course leads to a page that is there (as the learner's copies lie)."""
    for language, name, page in written_pages():
        for cell in page["cells"]:
            for link in re.findall(r"\]\(([^)#]+\.ipynb)[^)]*\)", cell["source"]):
                if not _exists(language, name, link):
                    what = (
                        f"leads to {link}, which is not there; mend it, or run `classroom tidy`, which makes exercises"
                    )
                    yield Fault(place_of(language, name), cell["id"], what)


def documents_lead_somewhere() -> Iterator[Fault]:
    """A relative link of README, CONTRIBUTING, CHANGELOG, docs or datasheets leads to a file and a heading there."""
    for line in document_texts():
        for link in LINK.findall(re.sub(r"`[^`]*`", "", line.words)):
            if not re.match(r"\w+:", link) and not _leads(course_home() / line.file, link):
                yield line.fault(f"leads to {link}, which is not there")


def cells_named_are_there() -> Iterator[Fault]:
    """A cell that a document or a page names as `lesson#cell` is there."""
    cells = cell_references()
    for text in (*document_texts(), *page_texts()):
        for cell in set(CELL.findall(text.words)) - cells:
            yield text.fault(f"names the cell {cell}, which is not there")


def images_are_told_in_words() -> Iterator[Fault]:
    """An image has an alt text: what it shows and the one thing to see, ten characters or more, not “image of”."""
    for text in (*document_texts(), *page_texts()):
        for alt in IMAGE.findall(text.words):
            if len(alt) < SHORTEST or EMPTY_ALT.match(alt):
                yield text.fault(f"has an image with the alt text {alt!r}; say what it shows and what to see in it")


def _leads(file: Path, link: str) -> bool:
    name, _, heading = link.partition("#")
    target = file.parent / name if name else file
    if heading and target.suffix == ".md" and target.is_file():
        return heading in {_anchor(line) for line in target.read_text("utf-8").splitlines() if line.startswith("#")}
    return target.exists()


def _anchor(heading: str) -> str:
    """Return the name that a heading has in links, as code hosts make it: lower case, hyphens, no punctuation."""
    return re.sub(r"[^\w\- ]", "", heading.lstrip("#").strip().lower()).replace(" ", "-")


def _exists(language: Language, name: str, link: str) -> bool:
    """Tell whether a link works among the learner's copies, where exercises lie in `exercises/` beside the lessons."""
    home = course_home()
    parts: list[str] = name.split("/")[:-1]
    for step in link.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step != ".":
            parts.append(step)
    target = "/".join(parts)
    if target.startswith("exercises/"):
        return (home / "exercises" / language / target.removeprefix("exercises/")).is_file()
    return (home / "notebooks" / language / target).is_file()
