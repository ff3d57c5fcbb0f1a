"""Everything the course says, language by language, with the place where it stands: pages, specs, docs, packages."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from classroom.standards.fault import Fault, here, is_draft, place_of, published_pages, unless_changed
from playbook.language import LANGUAGES, Language, Text
from playbook.places import course_home

# Tables with `zh` and `en` in them. What the sample company's people write imitates the platform: it is not here.
TABLES = (
    "outline.toml",
    "exercises/specs/*/*.toml",
    "playbook/*.toml",
    "playbook/*/rules.toml",
    "docs/*.toml",
    "datasets/catalog.toml",
)
DOCUMENTS = ("*.md", "docs/**/*.md", "datasets/*.md", "playbook/*.md")
PACKAGES = ("playbook/**/*.py", "classroom/**/*.py", "start.py")
NOT_PROSE = re.compile(r"`[^`\n]*`|(?<=\])\([^)\s]*\)|<[^>\n]*>|https?://[\w./?=&#%-]+")


@dataclass(frozen=True, slots=True)
class Said:
    """One text as a reader meets it, in one language."""

    file: str
    place: str
    language: Language
    words: str

    @property
    def prose(self) -> str:
        """Return the words with an X for `code` and addresses; tags and the targets of links are left out."""
        return NOT_PROSE.sub(lambda found: "" if found.group()[0] in "(<" else "X", self.words)

    def fault(self, what: str) -> Fault:
        """Return a fault at this place."""
        return Fault(self.file, self.place, what)


def everything_said(language: Language | None = None) -> Iterator[Said]:
    """Yield every text of the published course, in one language or in both."""
    is_hidden = cache(is_draft)
    for text in (*page_texts(), *table_texts(), *document_texts(), *package_texts()):
        if text.words and language in {None, text.language} and not is_hidden(text.file):
            yield text


def page_texts() -> Iterator[Said]:
    """Yield the prose of pages, a cell at a time."""
    for language, name, page in published_pages():
        for cell in page["cells"]:
            if cell["cell_type"] == "markdown":
                yield Said(place_of(language, name), cell["id"], language, cell["source"])


def table_texts() -> Iterator[Said]:
    """Yield the `zh` and `en` of every table; the place is the path of keys."""
    for file, place, pair in table_pairs():
        yield from (Said(file, place, each, pair.in_language(each)) for each in LANGUAGES)


def table_pairs() -> Iterator[tuple[str, str, Text]]:
    """Yield the same with both languages together: file, place, text."""
    for path in _files(TABLES):
        if not is_draft(file := here(path)):
            yield from ((file, place, text) for place, text in _pairs_in(path))


def document_texts() -> Iterator[Said]:
    """Yield the lines of Markdown files outside of code blocks."""
    for path in _files(DOCUMENTS):
        language: Language = "zh" if path.stem.endswith(".zh-CN") or "zh" in path.parts else "en"
        file, is_code = here(path), False
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            is_fence = line.lstrip().startswith("```")
            is_code ^= is_fence
            if not (is_code or is_fence):
                yield Said(file, f"line {number}", language, line)


def package_texts() -> Iterator[Said]:
    """Yield what `Text("…", "…")`, `zh="…"` and `en="…"` say in the packages."""
    for path in _files(PACKAGES):
        file = here(path)
        yield from (Said(file, f"line {line}", language, words) for line, language, words in _literals(path))


def pairs(table: object, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every table that has a text `zh` or `en`, with the path of keys that leads to it."""
    if isinstance(table, dict):
        if any(isinstance(table.get(each), str) for each in LANGUAGES):
            yield place, table
        for key, value in table.items():
            yield from pairs(value, f"{place}.{key}".lstrip("."))
    elif isinstance(table, list):
        for number, value in enumerate(table, start=1):
            yield from pairs(value, f"{place}.{number}")


def _files(patterns: tuple[str, ...]) -> list[Path]:
    return [path for pattern in patterns for path in sorted(course_home().glob(pattern))]


@unless_changed
def _pairs_in(path: Path) -> list[tuple[str, Text]]:
    table = tomllib.loads(path.read_text("utf-8"))
    return [(place, Text(*(str(pair.get(each, "")) for each in LANGUAGES))) for place, pair in pairs(table)]


@unless_changed
def _literals(path: Path) -> tuple[tuple[int, Language, str], ...]:
    nodes = ast.walk(ast.parse(path.read_text("utf-8")))
    return tuple(
        (value.lineno, each, _string(value)) for node in nodes for each, value in _named(node) if each in LANGUAGES
    )


def _named(node: ast.AST) -> Iterator[tuple[Any, ast.expr]]:
    """Yield the language and the value of `Text(zh, en)`, of `zh=…` in any call, of `"….zh": …` in a dictionary."""
    if isinstance(node, ast.Call):
        yield from ((keyword.arg, keyword.value) for keyword in node.keywords)
        if isinstance(node.func, ast.Name) and node.func.id == "Text":
            yield from zip(LANGUAGES, node.args, strict=False)
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant):
                yield str(key.value).rpartition(".")[2], value


def _string(node: ast.expr) -> str:
    """Return a literal's text, with `{}` where something is filled in; "" for what is no literal."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_string(part) or "{}" for part in node.values)
    return str(node.value) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
