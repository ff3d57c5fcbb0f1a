"""What a page owes its reader: no code to read, prose between any two looks, links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from nbformat import NotebookNode

from classroom.pages.make import ARROW
from classroom.pages.tidy import QUOTED, read_page
from classroom.standards.fault import Fault, place_of, written_pages
from playbook.language import Language
from playbook.places import course_home

LONGEST = 6  # lines of a code cell, its mark not counted
FORBIDDEN = re.compile(r"^\s*(def|class|for|while|try|lambda|with)\b|^\s*[!%]", re.MULTILINE)


def code_is_collapsed_and_wordless() -> Iterator[Fault]:
    """A code cell is collapsed, begins with the mark, and holds no words of any language: those live in the package."""
    for place, cell in _code_cells():
        if not cell["metadata"].get("jupyter", {}).get("source_hidden"):
            yield Fault(place, cell["id"], "is not collapsed; run `classroom tidy`")
        if not cell["source"].startswith(ARROW):
            yield Fault(place, cell["id"], f"does not begin with {ARROW!r}, which a collapsed cell shows in its place")
        if not cell["source"].removeprefix(ARROW).isascii():
            yield Fault(place, cell["id"], "holds words; what a chart or a control says comes from the package")


def code_is_short_and_plain() -> Iterator[Fault]:
    """A code cell is one look: at most six lines, without def, class, loops, `!` or `%`."""
    for place, cell in _code_cells():
        code = cell["source"].removeprefix(ARROW).strip()
        if len(code.splitlines()) > LONGEST:
            yield Fault(place, cell["id"], f"has more than {LONGEST} lines; move them into the package")
        if found := FORBIDDEN.search(code):
            yield Fault(place, cell["id"], f"has {found.group().strip()!r}; move it into the package")


def prose_stands_between_code() -> Iterator[Fault]:
    """A reader meets words between any two code cells."""
    for language, name, page in written_pages():
        for one, two in pairwise(page["cells"]):
            if one["cell_type"] == two["cell_type"] == "code":
                yield Fault(place_of(language, name), two["id"], f"follows the code cell {one['id']} without a word")


def bold_text_shows_as_bold() -> Iterator[Fault]:
    """No `**` is left standing in what a reader sees (in Chinese, `**…？**` needs a space before the next word)."""
    for place, cell_id, source in _prose():
        for token in MarkdownIt().parse(source):
            if "**" in "".join(child.content for child in token.children or [] if child.type == "text"):
                yield Fault(place, cell_id, "shows `**` instead of bold text; put a space after the closing `**`")


def links_lead_somewhere() -> Iterator[Fault]:
    """A link to a page of the course leads to a page that is there (as the learner's copies lie)."""
    for language, name, page in written_pages():
        for cell in page["cells"]:
            for link in re.findall(r"\]\(([^)#]+\.ipynb)[^)]*\)", cell["source"]):
                if not _exists(language, name, link):
                    yield Fault(place_of(language, name), cell["id"], f"leads to {link}, which is not there")


def outputs_are_quoted_or_gone() -> Iterator[Fault]:
    """Only cells whose numbers the prose cites (tag `quoted`) keep their outputs."""
    for place, cell in _code_cells():
        quoted = QUOTED in cell["metadata"].get("tags", [])
        if bool(cell["outputs"]) != quoted:
            yield Fault(
                place, cell["id"], "has lost its quoted output" if quoted else "has an output; run `classroom tidy`"
            )


def _code_cells() -> Iterator[tuple[str, NotebookNode]]:
    for language, name, page in written_pages():
        for cell in page["cells"]:
            if cell["cell_type"] == "code":
                yield place_of(language, name), cell


def _prose() -> Iterator[tuple[str, str, str]]:
    """Yield every piece of Markdown a reader sees: of lessons, and of the exercise pages made from specs."""
    for language, name, page in written_pages():
        yield from (
            (place_of(language, name), cell["id"], cell["source"])
            for cell in page["cells"]
            if cell["cell_type"] == "markdown"
        )
    for path in sorted((course_home() / "exercises").glob("*/*/*.ipynb")):
        yield from (
            (path.relative_to(course_home()).as_posix(), cell["id"], cell["source"])
            for cell in read_page(path)["cells"]
            if cell["cell_type"] == "markdown"
        )


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
