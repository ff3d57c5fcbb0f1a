"""What a page owes its reader: no code to read, prose between any two looks, a question often enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from nbformat import NotebookNode

from classroom.pages.make import ARROW
from classroom.pages.tidy import QUOTED
from classroom.standards.fault import Fault, here, place_of, published_pages, read_once, written_pages
from playbook.language import Language
from playbook.places import course_home

MOST: dict[Language, int] = {"zh": 1600, "en": 1000}  # Chinese characters, English words between two questions
ASKS = re.compile(r"\bpage\.(ask|recall)\(|planner\.\w+\(")  # a call of a module named planner, or so called
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


def code_is_plain() -> Iterator[Fault]:
    """A code cell is one look: without def, class, loops, `!` or `%`."""
    for place, cell in _code_cells():
        code = cell["source"].removeprefix(ARROW).strip()
        if found := FORBIDDEN.search(code):
            yield Fault(place, cell["id"], f"has {found.group().strip()!r}; move it into the package")


def prose_stands_between_code() -> Iterator[Fault]:
    """A reader meets words between any two code cells."""
    for language, name, page in written_pages():
        for one, two in pairwise(page["cells"]):
            if one["cell_type"] == two["cell_type"] == "code":
                yield Fault(place_of(language, name), two["id"], f"follows the code cell {one['id']} without a word")


def questions_come_often_enough() -> Iterator[Fault]:
    """A lesson asks something (question, recall, planner) at least every 1,600 Chinese characters or 1,000 words."""
    for language, name, page in published_pages():
        read = 0
        for cell in page["cells"] if "/" in name else []:
            if cell["cell_type"] == "code":
                read = 0 if ASKS.search(cell["source"]) else read
                continue
            read += length(cell["source"], language)
            if read > MOST[language]:
                what = f"is {read} characters or words after the last question; ask one before it, or cut"
                yield Fault(place_of(language, name), cell["id"], what)
                break


def length(prose: str, language: Language) -> int:
    """Return how much there is to read: Chinese characters, or English words."""
    return len(re.findall(r"[\u4e00-\u9fff]" if language == "zh" else r"[\w’'-]+", prose))


def bold_text_shows_as_bold() -> Iterator[Fault]:
    """No `**` is left standing in what a reader sees (in Chinese, `**…？**` needs a space before the next word)."""
    for place, cell_id, source in _prose():
        for token in MarkdownIt().parse(source):
            if "**" in "".join(child.content for child in token.children or [] if child.type == "text"):
                yield Fault(place, cell_id, "shows `**` instead of bold text; put a space after the closing `**`")


def outputs_are_quoted_or_gone() -> Iterator[Fault]:
    """Only cells whose numbers the prose cites (tag `quoted`) keep their outputs."""
    for place, cell in _code_cells():
        quoted = QUOTED in cell["metadata"].get("tags", [])
        if bool(cell["outputs"]) != quoted:
            what = "has lost its quoted output" if quoted else "has an output"
            yield Fault(place, cell["id"], f"{what}; run `classroom tidy`")


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
            (here(path), cell["id"], cell["source"])
            for cell in read_once(path)["cells"]
            if cell["cell_type"] == "markdown"
        )
