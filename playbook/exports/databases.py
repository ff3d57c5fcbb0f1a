"""From a SQLite database to tables. It is opened so that nothing is ever written to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from playbook.exports import reasons, refusals
from playbook.exports.layouts import Layout, by_columns, no_posts, told
from playbook.exports.refusals import ExportError
from playbook.exports.remarks import passed_over
from playbook.exports.said import listed
from playbook.exports.table import Table, batched, cell, left_out, whole_characters
from playbook.shown import visible

MAGIC = b"SQLite format 3\x00"
LOGS = {"-wal": b"\x37\x7f\x06", "-journal": b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"}  # and what each begins with
Cells = tuple[object, ...]
SCHEMA = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def tables(path: Path) -> Iterator[Table]:
    """Yield the tables of a database, at least one; raise ExportError if there are no posts in it."""
    if log := _unfinished(path):
        raise ExportError(refusals.STILL_OPEN.format(name=visible(log.name)))
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            database.text_factory = lambda read: read.decode("utf-8", "surrogateescape")
            layout, columns = _layout(database)
            yield Table(layout, [], {}, remarks=passed_over(columns, layout.columns))
            yield from _read(database, layout, columns)
    except sqlite3.Error as error:
        raise ExportError(refusals.DATABASE.format(why=str(error))) from error


def _unfinished(path: Path) -> Path | None:
    """Return a file beside a database that holds what is not in it, or not wholly: writing goes on, or broke off.

    Source: https://sqlite.org/fileformat2.html, sections 3 and 4. A journal that is done with has zeros there.
    """
    for end, start in LOGS.items():
        log = path.with_name(path.name + end)
        if log.is_file():
            with log.open("rb") as raw:
                if raw.read(len(start)) == start:
                    return log
    return None


def _layout(database: sqlite3.Connection) -> tuple[Layout, list[str]]:
    found = [name for (name,) in database.execute(SCHEMA)]
    columns = {name: [row[1] for row in database.execute(f"PRAGMA table_info({_quoted(name)})")] for name in found}
    table = told()["table"]
    if layout := by_columns(columns.get(table, []), "sqlite"):
        return layout, columns[table]
    for each in columns.values():
        if what := no_posts(each):
            raise ExportError(refusals.NO_POSTS.format(what=what))
    if table in columns:
        raise ExportError(refusals.OTHER_COLUMNS.format(table=table, found=listed(columns[table])))
    raise ExportError(refusals.TABLES.format(table=table, found=listed(found)))


def _read(database: sqlite3.Connection, layout: Layout, columns: list[str]) -> Iterator[Table]:
    table, at = _quoted(told()["table"]), 0
    last = next(_rows(database, f"SELECT max(rowid) FROM {table}"))  # noqa: S608 - quoted
    total = last[0] if isinstance(last, tuple) and isinstance(last[0], int) else 0
    for batch in batched(_rows(database, f"SELECT * FROM {table}")):  # noqa: S608 - quoted
        whole = [row for row in batch if not isinstance(row, sqlite3.Error)]
        lines = list(range(at + 1, at + 1 + len(whole)))
        at += len(whole)
        faulty = [(at + 1, left_out(reasons.DATABASE.format(why=str(row)))) for row in batch[len(whole) :]]
        by_name = dict(zip(columns, zip(*whole, strict=True), strict=True)) if whole else dict.fromkeys(columns, ())
        read = {path: [cell(each, null) for each in by_name[path]] for path, null in layout.paths.items()}
        share = min(at / total, 1.0) if total > 0 else 1.0
        yield Table(layout, lines, read, whole_characters(read, layout), faulty, share=share)


def _rows(database: sqlite3.Connection, query: str) -> Iterator[Cells | sqlite3.Error]:
    """Yield rows; where the database cannot be read any further, the error as the last."""
    try:
        yield from database.execute(query)
    except sqlite3.Error as error:
        yield error


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
