"""A sheet: its columns, its rows, and cells that know where in which plan they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from playbook.handbook.inert import one_line
from playbook.handbook.sheets.kinds import WORDS, Kind, Value
from playbook.language import Language, Text
from playbook.plans import Plan

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A place in a plan: its system, and the steps to it in the plan as JSON (`("slots", 3, "day")`)."""

    system: str
    path: Path


@dataclass(frozen=True)
class Cell:
    """What a cell shows. One with a place can be changed in the spreadsheet: `kind` reads what was typed.

    `key` names the place for good: it stays the same when other entries of the plan come or go.
    """

    value: Value = None
    kind: Kind = WORDS
    key: str = ""
    place: Place | None = None


@dataclass(frozen=True)
class Item:
    """An entry of a plan (a slot, a role), as JSON, with its place and a key that says which one it is."""

    place: Place
    key: str
    data: Mapping[str, Any]

    def cell(self, name: str, kind: Kind = WORDS) -> Cell:
        """Return a field of it as a cell that can be changed; `prizes.0.name` goes deeper."""
        steps = _steps(name)
        return Cell(kind.shown(_at(self.data, steps)), kind, f"{self.key}:{name}", self._below(steps))

    def whole(self, name: str, kind: Kind) -> Cell:
        """Return several fields of it as one cell (a time of hour and minute); `name` is the cell's own."""
        return Cell(kind.shown(self.data), kind, f"{self.key}:{name}", self.place)

    def _below(self, steps: Path) -> Place:
        return Place(self.place.system, (*self.place.path, *steps))


@dataclass(frozen=True)
class Column:
    """A column: its head, its width in characters, and whether people fill it in for themselves (`theirs`)."""

    id: str
    head: Text
    width: int = 14
    theirs: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row: its id on the sheet, its cells by column; `item` is the entry that goes if the row is deleted."""

    id: str
    cells: Mapping[str, Cell]
    item: Item | None = None


@dataclass(frozen=True)
class Growing:
    """A sheet on which rows may be added and deleted: where in the plan their entries lie.

    `fields` are the cells of a new row (by column: their kind and the field they fill, empty for several at once). No
    two entries have the same in the fields that are `unique`; none of these is empty.
    """

    place: Place
    fields: Mapping[str, tuple[Kind, str]]
    unique: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A sheet: what it is called, what it is for, its columns and its rows."""

    id: str
    title: Text
    about: Text
    columns: Sequence[Column]
    rows: Sequence[Row] = field(default=())
    growing: Growing | None = None


def items(plan: Plan, path: str, keys: Sequence[str]) -> list[Item]:
    """Return the entries of a list of a plan (`watch.words`), each with its key; a key that comes again is numbered."""
    steps = _steps(path)
    entries = _at(plan.model_dump(mode="json"), steps)
    place = Place(plan.system, steps)
    return [
        Item(Place(place.system, (*place.path, at)), f"{plan.system}.{path}:{key}", entry)
        for at, (key, entry) in enumerate(zip(_once(keys), entries, strict=True))
    ]


def part(plan: Plan, path: str = "") -> Item:
    """Return a part of a plan that is there once (`watch`), or the whole plan."""
    steps = _steps(path) if path else ()
    return Item(Place(plan.system, steps), f"{plan.system}.{path}", _at(plan.model_dump(mode="json"), steps))


def numbered(letter: str, rows: Iterable[tuple[Mapping[str, Cell], Item | None]]) -> list[Row]:
    """Return rows with ids that begin with a letter: `T1`, `T2`."""
    return [Row(f"{letter}{number}", cells, item) for number, (cells, item) in enumerate(rows, start=1)]


def told(**values: Value) -> dict[str, Cell]:
    """Return cells for reading alone."""
    return {name: Cell(value) for name, value in values.items()}


def in_words(value: Value, wanted: Language) -> str | int | float | date | None:
    """Return what a cell shows in a language; nothing for empty words."""
    return (value.in_language(wanted) if isinstance(value, Text) else value) or (
        value if isinstance(value, (int, float)) else None
    )


def _steps(path: str) -> Path:
    return tuple(int(step) if step.isdecimal() else step for step in path.split("."))


def _once(keys: Sequence[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for key in map(one_line, keys):  # it stands in a hidden cell
        seen[key] += 1
        yield key if seen[key] == 1 else f"{key}~{seen[key]}"


def _at(data: Any, steps: Path) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what lies at the end of these steps; None where a list is too short."""
    for step in steps:
        if data is None or (isinstance(step, int) and step >= len(data)):
            return None
        data = data[step]
    return data
