"""Every tool's way of writing posts to a file (`layouts_written.toml`).

`cells()` gives a post's cells and `save()` writes them as the tool does; `truths.py` says what a right reading finds.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import tomllib
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from .invented import ABSENT, CELLS, PRIVATE, Cells, Written

Row = Cells | list[str] | str


@dataclass(frozen=True, slots=True)
class Layout:
    """One tool's way of writing posts, in one form of file."""

    id: str
    form: str
    columns: dict[str, str] = field(repr=False)
    tells: frozenset[str]
    perhaps: frozenset[str]
    moment: str
    author: str
    nickname: str
    stops: tuple[str, ...]
    tables: dict[str, list[str]] = field(repr=False)

    def column(self, *written: str) -> str:
        """Return the column in which one of these stands."""
        return next(column for column, what in self.columns.items() if what in written)

    def names(self, *written: str) -> list[str]:
        """Return the columns in which any of these stands; none if there is none."""
        return [column for column, what in self.columns.items() if what in written]

    @property
    def originals_only(self) -> bool:
        """Tell whether the tool writes this layout only when it is told to leave reposts away."""
        return self.id.endswith("_original")


def layouts() -> list[Layout]:
    """Return every layout in each of its forms."""
    entries = tomllib.loads(Path(__file__).with_name("layouts_written.toml").read_text("utf-8"))
    return [
        Layout(
            name,
            form,
            entry["columns"],
            frozenset(entry["tells"]),
            frozenset(entry.get("perhaps", [])),
            entry["moment"],
            entry.get("author", ""),
            entry.get("nickname", ""),
            tuple(entry.get("stops", ())),
            entry.get("tables", {}),
        )
        for name, entry in entries.items()
        for form in entry["forms"]
    ]


def layout(name: str, form: str = "") -> Layout:
    """Return one layout, in its usual form or in the form that is asked for."""
    return next(each for each in layouts() if each.id == name and form in {"", each.form})


def cells(layout: Layout, post: Written) -> Cells:
    """Return a post's cells by column, as the tool writes them."""
    return {column: CELLS[what](post) for column, what in layout.columns.items()}


def save(layout: Layout, rows: Sequence[Row], path: Path, order: Sequence[str] = (), ends: str = "\r\n") -> list[int]:
    """Write rows as the tool does, to a file; return the line (or the number) that each row has in a report.

    A row is a post's cells, or, as it shall stand in the file: the cells of a CSV line, a line of JSON.
    `order` puts the columns in another order; then every row has every cell.
    """
    if layout.form == "csv":
        return _save_csv(layout, rows, path, list(order), ends)
    objects = [_told(row, order) if isinstance(row, dict) else row for row in rows]
    if layout.form == "sqlite":
        _save_sqlite(layout, [row for row in objects if isinstance(row, dict)], path, order or list(layout.columns))
    elif layout.form == "jsonl":
        lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in objects]
        path.write_bytes("".join(line + "\n" for line in lines).encode())
    else:
        owner = {"user": _owner()} if layout.form == "weibo" else {"total_number": len(objects)}
        written = objects if layout.form == "array" else {**owner, layout.form: objects}
        path.write_bytes(json.dumps(written, ensure_ascii=False, indent=2).encode())
    return list(range(1, len(rows) + 1))


def suffix(layout: Layout) -> str:
    """Return how the name of the layout's file ends."""
    return {"csv": ".csv", "jsonl": ".jsonl", "sqlite": ".db"}.get(layout.form, ".json")


def record(row: Sequence[object], ends: str = "\r\n") -> str:
    """Return one CSV line."""
    stream = io.StringIO()
    csv.writer(stream).writerow(row)
    return stream.getvalue().removesuffix("\r\n") + ends


def _save_csv(layout: Layout, rows: Sequence[Row], path: Path, order: list[str], ends: str) -> list[int]:
    written, line, found = record(order or list(layout.columns), ends), 2, []
    for row in rows:
        found.append(line)
        text = record(_record(layout, row, order) if isinstance(row, dict) else row, ends)
        line += len(re.findall("\r\n|\r|\n", text))
        written += text
    path.write_bytes(written.encode("utf-8" if layout.id == "weibo_cov_csv" else "utf-8-sig"))
    return found


def _record(layout: Layout, row: Cells, order: list[str]) -> list[object]:
    columns = order or list(layout.columns)
    if layout.stops and not order:
        stop = layout.stops[0] if row["是否原创"] is True else layout.stops[1]
        columns = columns[: columns.index(stop) + 1]
    return ["" if row[column] is ABSENT else row[column] for column in columns]


def _save_sqlite(layout: Layout, rows: Sequence[Cells], path: Path, order: Sequence[str]) -> None:
    with closing(sqlite3.connect(path)) as base, base:
        for table, columns in {"weibo": list(order), **layout.tables}.items():
            base.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        if "user" in layout.tables:
            marks = ", ".join("?" for _ in layout.tables["user"])
            base.execute(f"INSERT INTO user VALUES ({marks})", [f"{PRIVATE}-{each}" for each in layout.tables["user"]])  # noqa: S608 - marks
        marks = ", ".join("?" for _ in order)
        for row in rows:
            base.execute(f"INSERT INTO weibo VALUES ({marks})", [row.get(column) for column in order])  # noqa: S608 - marks


def _told(row: Cells, order: Sequence[str]) -> Cells:
    return {column: row[column] for column in order or row if row[column] is not ABSENT}


def _owner() -> Cells:
    return {key: f"{PRIVATE}-{key}" for key in ("id", "nickname", "screen_name", "gender", "birthday", "education")}
