"""The words of the course, for whoever reads the handbook and has not done it (`docs/glossary.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from playbook.handbook.blocks import Chapter, Grid
from playbook.language import Text, language
from playbook.places import course_home

TITLE = Text("术语", "Glossary")
HEADS = (Text("词", "Term"), Text("意思", "What it means"))


def glossary() -> Chapter:
    """Return the terms: in Chinese in the order in which the course introduces them, in English by the alphabet."""
    told = [(Text.of(each), Text.of(each["says"])) for each in _terms()]
    if language() == "en":
        told.sort(key=lambda pair: pair[0].en.casefold())
    return Chapter("glossary", TITLE, [Grid("", HEADS, told)])


@cache
def _terms() -> list[dict[str, Any]]:
    """Return the terms in the order of their lessons; the course's own order within one."""
    table = tomllib.loads((course_home() / "docs" / "glossary.toml").read_text("utf-8"))["term"]
    return sorted(table.values(), key=lambda each: str(each["lesson"]))
