"""What a plain look at a file finds, by other means than the reader's: numbers it may hold, rows it may have."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from .writers import Layout


def counts_in(layout: Layout, path: Path) -> set[int]:
    """Return every number that the file holds in any spelling that a count may have.

    Nothing that a right reader finds is lacking, and a file that was not damaged holds no 0.
    """
    if layout.form == "sqlite":
        texts = [_sqlite_counts(layout, path)]
    else:
        texts = [path.read_bytes().decode(each, "replace") for each in ("utf-8", "utf-16", "utf-16-le", "gb18030")]
    found = set()
    for each in texts:
        plain = re.sub("\x00|\ufeff", "", each)
        for said in (each, plain):
            found |= {int(run) for run in re.findall(r"(?<![0-9])[0-9]{1,12}(?![0-9])", said) if int(run)}
            found |= {0} if re.search(r"(?<![0-9A-Za-z.])(?<![0-9]:)0+(?![0-9A-Za-z.])", said) else set()
            for whole, part, unit in re.findall(r"([0-9]{1,9})(?:\.([0-9]{1,8}))?(万|亿)", said):
                size = {"万": 4, "亿": 8}[unit]
                found.add(int(whole) * 10**size + int(part[:size].ljust(size, "0") or "0"))
    return found


def _sqlite_counts(layout: Layout, path: Path) -> str:
    """Return what stands in the columns for counts, up to where the database cannot be read."""
    columns = ", ".join(layout.names("likes", "comments", "reposts"))
    found = [""]
    with closing(sqlite3.connect(path)) as base:
        base.text_factory = lambda raw: raw.decode("utf-8", "replace")
        with suppress(sqlite3.Error):
            found.extend(" ".join(map(str, row)) for row in base.execute(f"SELECT {columns} FROM weibo"))  # noqa: S608 - ours
    return "\n".join(found)


def rows_in(layout: Layout, path: Path) -> list[int] | None:
    """Return the lines (or numbers) of the rows, where a plain look at the damaged file can tell; else None."""
    try:
        if layout.form == "sqlite":
            return _sqlite_rows(path)
        text = path.read_bytes().decode("utf-8-sig")
        if layout.form == "csv":
            return _csv_rows(re.split("\r\n|\r|\n", text))
        if layout.form == "jsonl":
            lines = enumerate(text.split("\n"), start=1)
            return None if "\r" in text else [at for at, line in lines if line.strip(" \t\ufeff\x00")]
        return _json_rows(layout, json.loads(text, parse_constant=_no_json))
    except (ValueError, csv.Error, sqlite3.Error, RecursionError):
        return None


def _no_json(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _json_rows(layout: Layout, found: object) -> list[int] | None:
    rows = found.get(layout.form) if isinstance(found, dict) and layout.form != "array" else found
    return list(range(1, len(rows) + 1)) if isinstance(rows, list) else None


def _sqlite_rows(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as base:
        base.text_factory = bytes
        return list(range(1, len(base.execute("SELECT * FROM weibo").fetchall()) + 1))


def _csv_rows(lines: Sequence[str]) -> list[int]:
    """Return the lines that hold rows; raise csv.Error if a row may run on to the next line."""
    filled = [at for at, line in enumerate(lines, start=1) if line]
    for at in filled:
        next(csv.reader([lines[at - 1]], strict=True))
    return filled[1:]
