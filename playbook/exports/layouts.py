"""The exports that can be read (`layouts.toml`), and which of them a table's columns are."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from playbook.language import Text, join, same
from playbook.posts import COLUMNS
from playbook.shown import cut

ALWAYS = frozenset({"account", "id_damaged", "counts_capped"})  # found out while reading, whatever the layout
MOST_SHOWN = 40  # column names in a message

UNKNOWN = Text(
    "认不出这是哪种工具的导出。读到 {count} 列：{found}。最接近的是“{layout}”，与它相比，缺少的列：{lacks}；"
    "多出的列：{extra}。请换用工具原样写出的 CSV 文件，列名不要改动，也不要增删列；其他工具的导出目前还读不了。",
    "This is not an export we know. Columns found ({count}): {found}. The nearest we know is “{layout}”; "
    "columns lacking: {lacks}; columns too many: {extra}. Use the CSV file as the tool wrote it, with no column "
    "renamed, added or removed. Exports of other tools cannot be read yet.",
)
NONE = Text("无", "none")


@dataclass(frozen=True, slots=True)
class Layout:
    """One tool's way of writing posts; the fields are explained in `layouts.toml`."""

    name: Text
    columns: dict[str, str]
    missing: frozenset[str]
    separator: str
    date: str
    ceiling: dict[str, int]

    @property
    def cannot_tell(self) -> frozenset[str]:
        """Return the columns of the posts table that this layout leaves empty."""
        return frozenset(COLUMNS) - ALWAYS - frozenset(self.columns.values())

    def column(self, field: str) -> str:
        """Return the export's own name for a posts column; raise KeyError if it has none."""
        return {field: column for column, field in self.columns.items()}[field]


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every layout of `layouts.toml`, in its order."""
    return tuple(
        Layout(
            Text.of(entry["name"]),
            entry["columns"],
            frozenset(entry["missing"]),
            entry["separator"],
            entry["date"],
            entry["ceiling"],
        )
        for entry in _file()["layouts"].values()
    )


@cache
def without() -> dict[str, Text]:
    """Return, for a posts column that an export cannot tell, what follows for the reader."""
    return {field: Text.of(pair) for field, pair in _file()["without"].items()}


def recognise(header: list[str]) -> Layout | None:
    """Return the layout that has exactly these columns, each once, in any order; None if there is none."""
    return next((layout for layout in layouts() if Counter(list(layout.columns)) == Counter(header)), None)


def unknown(header: list[str]) -> Text:
    """Say which columns were found, which layout comes nearest, and what stands between the two."""
    found = Counter(header)
    nearest = max(layouts(), key=lambda layout: len(layout.columns.keys() & found.keys()))
    wanted = Counter(list(nearest.columns))
    return UNKNOWN.format(
        count=len(header),
        found=_names(header),
        layout=nearest.name,
        lacks=_names(list((wanted - found).elements())),
        extra=_names(list((found - wanted).elements())),
    )


def _names(columns: list[str]) -> Text:
    shown = [same(cut(column, 30) or "“”") for column in columns[:MOST_SHOWN]]
    return join(shown + [same("…")] * (len(columns) > MOST_SHOWN)) if columns else NONE


def _file() -> dict[str, dict[str, dict[str, Any]]]:
    return tomllib.loads(resources.files("playbook.exports").joinpath("layouts.toml").read_text("utf-8"))
