"""A part of a plan told field by field, with the labels of its form; what a field holds decides how it is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from playbook.fields import Kind, Names, Several
from playbook.handbook.blocks import Block, Words
from playbook.handbook.said import amount, day, several, table, yes
from playbook.language import Text
from playbook.plans import Part

Fields = Mapping[str, tuple[Text, Kind]]


def told(part: Part, fields: Fields) -> list[tuple[Text, Words]]:
    """Return each field's label and what it holds, in the order of the fields; empty words where nothing is decided."""
    return [(label, field_said(kind, getattr(part, name))) for name, (label, kind) in fields.items()]


def listed(parts: Iterable[Part], fields: Fields, title: Words = "") -> list[Block]:
    """Return parts as a table: a row each, a column for each field in which anything stands."""
    rows: Sequence[Sequence[Words]] = [[words for _, words in told(each, fields)] for each in parts]
    kinds = [kind for _, kind in fields.values()]
    numbers = [at for at, kind in enumerate(kinds) if isinstance(kind, int | float) and kind is not True]
    return table([label for label, _ in fields.values()], rows, title, numbers)


def field_said(kind: Kind, value: Any) -> Words:  # noqa: ANN401 - whatever the plan holds
    """Return what a field holds, for people; a number of 0 and a box that is not ticked say nothing."""
    if isinstance(kind, Names):
        return next((name for name, each in kind.items() if each == value), str(value))
    if isinstance(kind, Several):
        return several(kind, value)
    if isinstance(kind, dict):
        return "" if value is None else kind[value]
    if kind == "date":
        return day(value)
    if kind is True:
        return yes(value)
    return str(value) if kind is None or kind == "text" else amount(value) if value else ""
