"""The kinds of content that a column can be, and the class that each article would put them in (`kinds.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from playbook.language import Text


@dataclass(frozen=True, slots=True)
class ContentKind:
    """A kind of content: its name, its class by article, and the column of the sample's ledger ("": none).

    `core`: about the trade itself; `sells`: asks readers to buy or take part; `helps`: answers a readers' question.
    """

    name: Text
    of: Mapping[int, str]
    ledger: str = ""
    core: bool = False
    sells: bool = False
    helps: bool = False


def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.content").joinpath("kinds.toml").read_text("utf-8"))


def _kind(entry: dict[str, Any]) -> ContentKind:
    rest = {key: value for key, value in entry.items() if key not in {"zh", "en", "of"}}
    return ContentKind(Text.of(entry), {int(article): name for article, name in entry["of"].items()}, **rest)


KINDS: dict[str, ContentKind] = {key: _kind(entry) for key, entry in _table()["kinds"].items()}
CLASSES: dict[int, dict[str, Text]] = {
    int(article): {key: Text.of(entry) for key, entry in classes.items()}
    for article, classes in _table()["classes"].items()
}


def kind_of_ledger(column: str) -> str:
    """Return the kind that a column of the sample's ledger is; empty for a column nobody described."""
    return next((key for key, kind in KINDS.items() if kind.ledger == column), "")


def by_class(shares: Mapping[str, float], article: int) -> dict[str, float]:
    """Add up shares by kind into the classes of an article; what it has no class for is left out.

    Every class of the article is there, in its order, 0 if nothing falls into it.
    """
    told = dict.fromkeys(CLASSES[article], 0.0)
    for key, share in shares.items():
        name = KINDS[key].of.get(article) if key in KINDS else None
        if name is not None:
            told[name] += share
    return told
