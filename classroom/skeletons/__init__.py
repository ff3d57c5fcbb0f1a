"""What `classroom new` fills in: the rooms of a system, the cells and questions of a lesson, an entry of the outline.

A skeleton is a text with `$name` places. Its placeholders carry the signs that a published page must not have.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from string import Template

from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from classroom.pages.make import code, prose
from classroom.pages.tidy import page_text, tidied
from classroom.standards.parity import chinese_hash
from playbook.language import LANGUAGES, Language

Values = dict[str, str]


def filled(skeleton: str, values: Values) -> str:
    """Return a skeleton's text with its places filled. Raises KeyError for a place that has no value."""
    return Template(_text(skeleton)).substitute(values)


def lesson_pages(values: Values) -> dict[Language, str]:
    """Return a lesson's page in each language, as the text of a notebook; English cells remember their Chinese."""
    return {language: page_text(_page(language, values)) for language in LANGUAGES}


def _page(language: Language, values: Values) -> NotebookNode:
    # Filled after it is read: a title may hold what means something in TOML.
    cells = [
        {key: Template(text).substitute(values).strip() for key, text in cell.items()}
        for cell in tomllib.loads(_text("lesson_cells.toml"))["cell"]
    ]
    return tidied(new_notebook(cells=[_cell(cell, language) for cell in cells]))


def _cell(cell: Values, language: Language) -> NotebookNode:
    if "code" in cell:
        return code(cell["id"], cell["code"])
    made = prose(cell["id"], cell[language])
    if language == "en":
        made["metadata"]["classroom"] = {"from": chinese_hash(cell["zh"])}
    return made


def _text(skeleton: str) -> str:
    return resources.files(__package__).joinpath(skeleton).read_text("utf-8")
