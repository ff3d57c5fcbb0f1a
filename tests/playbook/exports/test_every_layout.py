"""Any list of posts, written by any tool, is read back as it was: what is told is right, what is not is empty."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from .invented import PRIVATE, Cells, Written
from .truths import EMPTY, Truth, differences, everything_shown, posts, read, statuses, truth, written
from .writers import Layout, Row, cells, layouts, record, save

LAYOUTS = layouts()
PHASES = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)  # explaining a failure takes minutes
every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=[f"{each.id}-{each.form}" for each in LAYOUTS])
Place = Callable[[Layout], Path]


@every_layout
@settings(max_examples=8, deadline=None, phases=PHASES)
@given(data=st.data())
def test_posts_of_any_tool_are_read_back_as_they_are(layout: Layout, place: Place, data: st.DataObject) -> None:
    told, path = data.draw(posts(layout)), place(layout)
    order = data.draw(st.one_of(st.just([]), st.permutations(list(layout.columns))))
    lines = save(
        layout, [cells(layout, post) for post in told], path, order, data.draw(st.sampled_from(["\n", "\r\n"]))
    )
    reading, rows = read(path)
    assert [layout.id for layout in reading.read.values()] == [layout.id]
    assert differences(rows, [truth(layout, post, "tea") for post in told]) == []
    assert reading.report["line"].to_list() == lines
    assert set(reading.report["status"]) == {"kept"}


@every_layout
@settings(max_examples=2, deadline=None, phases=PHASES)
@given(data=st.data())
def test_nothing_personal_is_kept_unless_names_are_asked_for(layout: Layout, place: Place, data: st.DataObject) -> None:
    told, path = data.draw(posts(layout)), place(layout)
    bad = cells(layout, data.draw(written)) | dict.fromkeys(date_columns(layout), "long ago")
    save(layout, [*(cells(layout, post) for post in told), bad, *torn(layout, bad)], path)
    if layout.form == "csv":
        path.write_bytes(path.read_bytes() + b'x,"' + record(list(bad.values())).encode())  # a quote never closed
    shown = everything_shown(read(path)[0])
    for secret in (PRIVATE, "99887766", *(str(row.get(layout.author)) for row in [bad] if layout.author in row)):
        assert secret not in shown
    reading, rows = read(path, keep_names=True)
    assert differences(rows, [truth(layout, post, "tea", keep_names=True) for post in told]) == []
    left = everything_shown(reading).replace(f"{PRIVATE}茶客", "").replace(f"{PRIVATE}-nickname", "")
    assert PRIVATE not in left.replace(f"{PRIVATE}-screen_name", "")


def torn(layout: Layout, row: Cells) -> list[Row]:
    """Return the row once more, without its end, where the form of file allows it."""
    if layout.form == "csv":
        return [[str(cell) for cell in row.values()][:-1]]
    return [json.dumps(row, default=str, ensure_ascii=False)[:-1]] if layout.form == "jsonl" else []


@dataclass(frozen=True, slots=True)
class Fault:
    """One row as it stands in the file, what the posts table may hold of it (None: left out), and its status."""

    row: Row
    truth: Truth | None
    status: str


def date_columns(layout: Layout) -> list[str]:
    """Return every column that tells when a post was published."""
    return layout.names(
        "day", "minute", "second", "with_t", "zoned", "rfc", *(["epoch"] * ("crawl_time" not in layout.columns))
    )


@st.composite
def faults(draw: st.DrawFn, layout: Layout, post: Written) -> Fault:
    """Draw a row with at most one fault of each of its cells, or a row that is none."""
    row, told, status = cells(layout, post), truth(layout, post, "tea"), "kept"
    for fault in draw(st.lists(st.sampled_from([count, number, nul]), unique=True, max_size=3)):
        changes = draw(fault(layout, post, told))
        row, told, status = row | changes[0], told | changes[1], "mended" if changes[0] else status
    if draw(st.sampled_from(["", "", "date"])):
        return Fault(row | dict.fromkeys(date_columns(layout), "2026-昨天-2: 0"), None, "left_out")
    return Fault(row, told, status)


Changes = tuple[Cells, Truth]
ROUGH = {"1.2万": "12000", "9819.3万": "98193000", "3亿": "300000000"}
NOT_TOLD: list[object] = ["", "abc", "-1", "1,234", "1.5", "1e3", "赞", "１２", "9" * 40, "无"]
OTHER_TYPES: dict[str, list[object]] = {
    "csv": [""],
    "sqlite": [None, 1.5, b"\x00\xff"],
    "json": [None, [], {}, {"likes": []}, True, 1.5, 10**30],
}


@st.composite
def count(draw: st.DrawFn, layout: Layout, _: Written, told: Truth) -> Changes:
    """Draw counts that are rough, capped, or not told."""
    row: Cells = {}
    found: Truth = {}
    for field in ("likes", "comments", "reposts"):
        for column in layout.names(field, f"{field}_text"):
            kind = draw(st.sampled_from(["as it is", "rough", "capped", "not told", "another type"]))
            if kind == "rough":
                row[column] = draw(st.sampled_from(sorted(ROUGH)))
                found[field] = (ROUGH[str(row[column])],)
            elif kind == "capped":
                row[column], found[field] = "100万+", ("1000000",)
            elif kind != "as it is":
                cells = NOT_TOLD if kind == "not told" else OTHER_TYPES.get(layout.form, OTHER_TYPES["json"])
                row[column], found[field] = draw(st.sampled_from(cells)), EMPTY
    missing = EMPTY if EMPTY in found.values() else told["counts_capped"]
    return row, found | {"counts_capped": ("true",) if "100万+" in row.values() else missing}


@st.composite
def number(draw: st.DrawFn, layout: Layout, post: Written, _: Truth) -> Changes:
    """Draw an id that Excel has damaged, in every column that holds the number."""
    damaged: Cells = dict.fromkeys(layout.names("mid", "mid_tab", "mid_number"), "4.75E+15")
    if not damaged or not draw(st.booleans()):
        return {}, {}
    return damaged, {"post_id": (post.mid,) if layout.names("bid") else EMPTY, "id_damaged": ("true",)}


@st.composite
def nul(draw: st.DrawFn, layout: Layout, post: Written, _: Truth) -> Changes:
    """Draw a text with an empty character in it."""
    if layout.form == "sqlite" or not draw(st.booleans()):
        return {}, {}
    return {layout.column("text"): post.text.replace("茶", "茶\x00", 1)}, {}


@st.composite
def no_posts(draw: st.DrawFn, layout: Layout) -> list[Fault]:
    """Draw what is no post: the header again, too few or too many cells, a line that is no JSON."""
    if layout.form == "csv":
        wide = ["x"] * (len(layout.columns) + 2)
        return [
            Fault(row, None, "left_out")
            for row in draw(st.lists(st.sampled_from([list(layout.columns), ["x"] * 5, wide])))
        ]
    if layout.form == "jsonl":
        return [Fault(row, None, "left_out") for row in draw(st.lists(st.sampled_from(["{", '{"a": 1', "[", "茶"])))]
    return []


@every_layout
@settings(max_examples=8, deadline=None, phases=PHASES)
@given(data=st.data())
def test_any_fault_is_told_and_touches_its_own_row_alone(layout: Layout, place: Place, data: st.DataObject) -> None:
    first, *others = data.draw(posts(layout))
    rows = [Fault(cells(layout, first), truth(layout, first, "tea"), "kept")]
    rows += data.draw(
        st.permutations([*(data.draw(faults(layout, each)) for each in others), *data.draw(no_posts(layout))])
    )
    again = data.draw(st.sampled_from([[], [Fault(rows[0].row, None, "left_out")]]))
    path = place(layout)
    lines = save(layout, [each.row for each in [*rows, *again]], path)
    reading, found = read(path)
    assert statuses(reading) == {line: each.status for line, each in zip(lines, [*rows, *again], strict=True)}
    assert differences(found, [each.truth for each in rows if each.truth]) == []
