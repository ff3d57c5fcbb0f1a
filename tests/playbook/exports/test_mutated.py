"""Exports of every tool, damaged at random: never a traceback, no row lost, no count that the file does not hold.

Every damage follows from a layout and a seed, so that a failure can be repeated.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from playbook.exports import ExportError, Reading, read_exports, report_csv
from playbook.language import Text
from playbook.posts import COUNTS, write_posts

from .invented import SHANGHAI, Cells, Written
from .plainly import counts_in, rows_in
from .writers import Layout, cells, layouts, save, suffix

LAYOUTS = layouts()
FEW, MANY = 12, 370  # seeds for each layout: a few seconds, and ten thousand files
MOMENT = datetime(2021, 11, 12, 13, 14, 15, tzinfo=SHANGHAI)
FIRST = Written("4454572602912349", MOMENT, "春茶到了", likes=111, comments=222, reposts=333, image=True, edited=True)
POSTS = [
    FIRST,
    replace(FIRST, mid="4454081098040623", likes=444, comments=555, reposts=666, topics=("春茶",), video=True),
    replace(FIRST, mid="3501756485200075", likes=777, comments=888, reposts=999, mentions=("山人",)),
    replace(FIRST, mid="4826312651310475", likes=1234, comments=2345, reposts=3456, repost_of="4762810834227121"),
]

Damage = Callable[[random.Random, bytes], bytes]


def _place(chance: random.Random, data: bytes) -> slice:
    start = chance.randrange(len(data) + 1)
    return slice(start, start + chance.choice([1, 1, 2, 10, 200]))


def _cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _delete(chance: random.Random, data: bytes) -> bytes:
    where = _place(chance, data)
    return data[: where.start] + data[where.stop :]


def _double(chance: random.Random, data: bytes) -> bytes:
    where = _place(chance, data)
    return data[: where.stop] + data[where] + data[where.stop :]


def _flip(chance: random.Random, data: bytes) -> bytes:
    where = chance.randrange(len(data))
    return data[:where] + bytes([data[where] ^ 1 << chance.randrange(8)]) + data[where + 1 :]


def _insert(chance: random.Random, data: bytes) -> bytes:
    where = _place(chance, data).start
    return data[:where] + chance.choice(INSERTED) + data[where:]


def _recode(chance: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8-sig", "replace")
    return text.encode(chance.choice(["gb18030", "utf-16", "utf-16-le", "utf-8", "latin-1"]), "replace")


INSERTED = [
    b"\x00", b"\x00" * 100, b'"', b"'", b'""', b",", b"\n", b"\r", b"\t", b"\\", b"[", b"{", b"]", b"}", b"\xff\xfe",
    b"\xef\xbb\xbf", b"9" * 401, b"9" * 5000, b"[" * 3000, b'{"a":' * 500, b"null", b"NaN", b"-", b"1e999", b"\\ud800",
    b"\\u0000", "万".encode(), "茶".encode("gbk"), "\u2028".encode(),
]  # fmt: skip
DAMAGES: list[Damage] = [_cut, _delete, _double, _flip, _insert, _recode]
DEEP: object = []
for _ in range(300):
    DEEP = [DEEP]
ODD: list[object] = [
    "", " ", "无", "None", "null", "nan", "-1", "+5", "1e5", "12.0", "１２", "1,234", "100万+", "1.2万",
    "9" * 401, "true", '"', "a\nb", "a\x00b", "=1+1", "2026-昨天-2: 0", "刚刚", "4.75E+15",
    "{'a': 1}", "[1]", "\ufeff", "SURROGATE",
]  # fmt: skip
ODD_JSON: list[object] = [
    None, True, False, 0.5, -1, 10**19, 10**400, float("nan"), float("inf"), [], {}, [None], {"likes": []}, [[]], DEEP,
]  # fmt: skip
ODD_SQLITE: list[object] = [None, 0.5, -1, 2**62, float("inf"), b"", b"\xff\x00", b"123"]


def damaged(layout: Layout, seed: int, path: Path) -> None:
    """Write a file of this layout with cells or bytes damaged."""
    chance = random.Random(f"{layout.id} {layout.form} {seed}")  # noqa: S311 - a damage, not a secret
    rows = [cells(layout, replace(post, repost_of="") if layout.originals_only else post) for post in POSTS]
    in_cells = seed % 2 == 0
    for _ in range(chance.choice([1, 1, 3]) * in_cells):
        _damage_cell(chance, layout, rows)
    save(layout, rows, path)
    data = path.read_bytes().replace(b"SURROGATE", b"\\ud83d" if layout.form != "sqlite" else b"SURROGATE")
    for _ in range(chance.choice([1, 1, 3]) * (not in_cells)):
        data = chance.choice(DAMAGES)(chance, data or b"x")
    path.write_bytes(data)


def _damage_cell(chance: random.Random, layout: Layout, rows: list[Cells]) -> None:
    row = chance.choice(rows)
    column, other = chance.choice(list(row)), chance.choice(list(row))
    odd = ODD + {"csv": [], "sqlite": ODD_SQLITE}.get(layout.form, ODD_JSON)
    kind = chance.choice(["odd", "odd", "odd", "swap", "again", "lost"])
    if kind == "odd":
        row[column] = chance.choice(odd)
    elif kind == "swap":
        row[column], row[other] = row[other], row[column]
    elif kind == "again":
        rows.append(dict(row))
    elif layout.form not in {"csv", "sqlite"}:
        del row[column]


def check(layout: Layout, path: Path) -> None:
    """Read a damaged file: it is refused in words, or every row is accounted for and no count is invented."""
    try:
        reading = read_exports([path])
    except ExportError as error:
        refusal: Text = error.args[0]
        shown_in_full(refusal.zh, refusal.en)
        return
    assert set(reading.report["status"]) <= {"kept", "mended", "left_out"}
    lines = reading.report.drop_duplicates("line")
    assert lines["line"].is_monotonic_increasing
    assert len(reading.posts) == int((lines["status"] != "left_out").sum())
    assert not reading.posts["posted_on"].isna().any()
    shown_in_full(write_posts(reading.posts), report_csv(reading.report), reading.summary.zh, reading.summary.en)
    wanted = rows_in(layout, path)
    assert wanted is None or lines["line"].to_list() == wanted
    backed = counts_in(layout, path)
    for field in COUNTS:
        invented = set(reading.posts[field].dropna().map(int)) - backed
        assert not invented, (field, invented)


def shown_in_full(*texts: str) -> None:
    """See that there is something to show and that it can be written to a file."""
    assert all(text.encode() for text in texts)


every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=[f"{each.id}-{each.form}" for each in LAYOUTS])


@every_layout
def test_a_file_that_was_not_damaged_holds_no_zero_so_that_an_invented_one_shows(
    layout: Layout, tmp_path: Path
) -> None:
    path = tmp_path / f"tea{suffix(layout)}"
    save(layout, [cells(layout, post) for post in POSTS], path)
    assert {111, 222, 333, 999}.intersection(counts_in(layout, path)) >= {222, 333, 999}
    assert 0 not in counts_in(layout, path)
    assert rows_in(layout, path) in ([1, 2, 3, 4], [2, 3, 4, 5], None)
    check(layout, path)


@every_layout
def test_a_damaged_file_is_refused_or_every_row_accounted_for(layout: Layout, tmp_path: Path) -> None:
    try_seeds(layout, range(FEW), tmp_path)


@pytest.mark.slow
@every_layout
def test_ten_thousand_damaged_files(layout: Layout, tmp_path: Path) -> None:
    try_seeds(layout, range(FEW, FEW + MANY), tmp_path)


def try_seeds(layout: Layout, seeds: Sequence[int], folder: Path) -> None:
    """Damage and read one file for each seed; a failure tells which."""
    path = folder / f"tea{suffix(layout)}"
    for seed in seeds:
        path.unlink(missing_ok=True)
        damaged(layout, seed, path)
        try:
            check(layout, path)
        except Exception as error:
            error.add_note(f"{layout.id}, {layout.form}, seed {seed}")
            raise


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE other (a, b); INSERT INTO other VALUES (1, 2);",
        "CREATE TABLE weibo (a, b); INSERT INTO weibo VALUES (1, 2);",
        "CREATE TABLE weibo (id);",
        "CREATE VIEW weibo AS SELECT * FROM nowhere;",
        "CREATE TABLE user (id, nickname);",
        "",
    ],
)
def test_a_database_of_another_kind_is_refused(script: str, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "tea.db")) as base:
        base.executescript(script)
    with pytest.raises(ExportError):
        read_exports([tmp_path / "tea.db"])


@pytest.mark.parametrize("layout", [each for each in LAYOUTS if each.form == "sqlite"], ids=lambda each: each.id)
def test_words_that_are_not_utf_8_in_a_database_cost_their_own_row_alone(layout: Layout, tmp_path: Path) -> None:
    path = tmp_path / "tea.db"
    save(layout, [cells(layout, post) for post in POSTS], path)
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(f"UPDATE weibo SET {layout.column('text')} = CAST(x'ff41' AS TEXT) WHERE rowid = 2")  # noqa: S608 - ours
    reading: Reading = read_exports([path])
    kept = reading.report.drop_duplicates("line")
    assert kept["line"].to_list() == [1, 2, 3, 4]
    assert kept["status"].drop(1).to_list() == ["kept"] * 3
    assert kept["status"][1] != "kept"
