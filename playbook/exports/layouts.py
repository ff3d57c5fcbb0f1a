"""The exports that can be read (`layouts.toml`), and which of them a file's columns are."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

from playbook.language import Text
from playbook.posts import COLUMNS

ALWAYS = frozenset({"account", "id_damaged", "counts_capped", "topics", "mentions"})  # whatever the layout
GIVES = {
    "when": ("posted_on", "posted_at"),
    "bid": ("post_id",),
    "is_original": ("is_repost",),
    "reposted": ("is_repost",),
    "repost_of_bid": ("repost_of",),
    "is_long": ("text_cut",),
    "truncated": ("text_cut",),
}
"""Posts columns that a field gives which is none itself."""
WORDS = frozenset({"post_id", "text", "source", "author", "name", "bid", "repost_of", "repost_of_bid", "when", "taken"})
"""Fields whose null is the same as nothing at all."""
SETS = frozenset({"forms", "needed", "optional", "missing"})


@dataclass(frozen=True, slots=True)
class Layout:
    """One tool's way of writing posts; the fields are explained in `layouts.toml`."""

    id: str
    name: Text
    forms: frozenset[str]
    fields: Mapping[str, tuple[str, ...]]
    columns: tuple[str, ...] = ()
    needed: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    missing: frozenset[str] = frozenset()
    separator: str = ","
    day_only: bool = False
    originals_only: bool = False
    ceiling: Mapping[str, int] = field(default_factory=dict)
    stops: tuple[str, ...] = ()
    skips: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()

    @property
    def cannot_tell(self) -> frozenset[str]:
        """Return the columns of the posts table that this layout leaves empty."""
        told = {column for each in self.fields for column in GIVES.get(each, (each,))}
        told |= {"is_repost", "repost_of"} if self.originals_only else set()
        return frozenset(COLUMNS) - ALWAYS - told | ({"posted_at"} if self.day_only else frozenset())

    def column(self, name: str) -> str:
        """Return the export's own name for a field; the field's if it has none."""
        return self.fields.get(name, (name,))[0]

    @property
    def paths(self) -> dict[str, str]:
        """Return every column or key that is read, with what stands for a null in it."""
        read = {path: name for name, paths in self.fields.items() for path in paths}
        return {path: "" if name in WORDS else "null" for path, name in read.items()} | dict.fromkeys(self.quoted, "")


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every layout of `layouts.toml`, in its order."""
    return tuple(_layout(name, entry) for name, entry in told()["layouts"].items())


def _layout(name: str, entry: dict[str, Any]) -> Layout:
    fields = {field: (given,) if isinstance(given, str) else tuple(given) for field, given in entry["fields"].items()}
    rest: dict[str, Any] = {each: value for each, value in entry.items() if each not in ("name", "seen_in", "fields")}
    for each, value in rest.items():
        if isinstance(value, list):
            rest[each] = frozenset(value) if each in SETS else tuple(value)
    return Layout(id=name, name=Text.of(entry["name"]), fields=fields, **rest)


@cache
def told() -> dict[str, Any]:
    """Return what `layouts.toml` holds."""
    return tomllib.loads(resources.files("playbook.exports").joinpath("layouts.toml").read_text("utf-8"))


@cache
def without() -> dict[str, Text]:
    """Return, for a posts column that an export cannot tell, what follows for the reader."""
    return {column: Text.of(pair) for column, pair in told()["without"].items()}


@cache
def warnings() -> dict[str, Text]:
    """Return the sentences that layouts' `warns` name."""
    return {name: Text.of(pair) for name, pair in told()["warnings"].items()}


@cache
def _by_columns() -> dict[tuple[str, frozenset[str]], Layout]:
    return {(form, frozenset(each.columns)): each for each in layouts() for form in each.forms if each.columns}


def by_columns(header: Collection[str], form: str) -> Layout | None:
    """Return the layout all of whose columns are there, each once, in any order; None if there is none.

    A column whose name nobody knows is passed over. One that is known elsewhere is not: it may tell what this layout
    would leave empty.
    """
    known = [name for name in header if name in _known_names()]
    found = _by_columns().get((form, frozenset(known)))
    return found if found and len(known) == len(found.columns) else None


@cache
def _known_names() -> frozenset[str]:
    """Return every name that a column of any layout has, and what other files call the same things."""
    return frozenset(name for each in layouts() for name in each.columns).union(*told()["aliases"].values())


def by_keys(keys: Collection[str]) -> Layout | None:
    """Return the JSON layout that needs the most keys of those there are; None if there is none."""
    fitting = [each for each in layouts() if "json" in each.forms and each.needed <= set(keys)]
    return max(fitting, key=lambda each: len(each.needed), default=None)


def no_posts(names: Collection[str]) -> Text | None:
    """Return what a file holds whose columns or keys are known, and are not those of posts; None if it may be posts."""
    there = set(names)
    for other in told()["others"].values():
        columns, needed = set(other.get("columns", ())), set(other.get("needed", ()))
        if (columns and there == columns) or (needed and there >= needed):
            return Text.of(other["what"])
    return None


@cache
def first_names() -> frozenset[str]:
    """Return every column name of every CSV layout: a row that begins with none of them is no header."""
    return frozenset(column for each in layouts() if "csv" in each.forms for column in each.columns)
