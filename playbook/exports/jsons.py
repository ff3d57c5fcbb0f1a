"""From JSON to tables: a list of objects, an object that holds such a list, or one object a line.

Which of the three a file is shows in how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple, TextIO

from playbook.exports import reasons, refusals
from playbook.exports.encodings import Encoding
from playbook.exports.layouts import Layout, no_posts, told
from playbook.exports.pieces import DECODER, Pieces, Problem
from playbook.exports.refusals import ExportError
from playbook.exports.table import Note, Table, batched, cell, left_out, whole_characters
from playbook.exports.wanted import Wanted
from playbook.language import Text, join, same

BEGINNING = 200  # characters that show what printed them
PYTHON = re.compile(r"[\[{]\s*[{\[]?\s*(?:u?'|None|True|False)")
Item = tuple[int, object]


class Fault(NamedTuple):
    """What stands in the place of an object that cannot be read."""

    reason: Text


def tables(text: TextIO, encoding: Encoding, wanted: Wanted) -> Iterator[Table]:
    """Yield the tables of a JSON file, at least one; raise ExportError if there are no posts in it."""
    layout = None
    for batch in batched(_items(text)):
        if layout is None:
            layout = _first_layout(batch, wanted)
            yield Table(layout, [], {}, remarks=encoding.remarks)
        for begins, part in _parts(batch, layout, wanted):
            layout = begins
            yield _table(layout, part)
    if layout is None:
        raise ExportError(refusals.EMPTY_LIST)


def _items(text: TextIO) -> Iterator[Item]:
    """Yield the objects of a file with their number or line, and a Fault for each that cannot be read."""
    start = text.read(BEGINNING)
    text.seek(0)
    if PYTHON.match(start.lstrip("\ufeff \t\r\n")):
        raise ExportError(refusals.REPR)
    pieces = Pieces(text)
    if pieces.next_sign() == "[":
        return _elements(pieces)
    if _list_key(pieces):
        return _elements(pieces)
    text.seek(0)
    single = Pieces(text)
    single.next_sign()
    begins = single.line()
    try:
        found = single.value()
        ends = single.line()
        if not single.next_sign():
            return iter([(1, found)])
        if ends > begins:
            return chain([(begins, found)], _values(single))
    except Problem:
        pass
    text.seek(0)
    return _lines(text)


def _list_key(pieces: Pieces) -> bool:
    """Go to the list of posts in an object; tell whether there is one."""
    sign = pieces.next_sign()
    try:
        while sign in ("{", ","):
            pieces.skip()
            key = pieces.value()
            pieces.next_sign()
            pieces.skip()
            if key in told()["arrays"] and pieces.next_sign() == "[":
                return True
            pieces.value()
            sign = pieces.next_sign()
    except Problem:
        pass
    return False


def _elements(pieces: Pieces) -> Iterator[Item]:
    pieces.skip()
    number = 0
    while (sign := pieces.next_sign()) != "]":
        if sign == "," and number:
            pieces.skip()
        number += 1
        try:
            found = pieces.value()
        except Problem:
            if number == 1:
                raise ExportError(refusals.NO_JSON.format(line=pieces.line())) from None
            yield number, Fault(reasons.BREAKS_OFF.format(line=pieces.line()))
            return
        yield number, found


def _values(pieces: Pieces) -> Iterator[Item]:
    """Yield objects that stand one after the other, each on several lines, with the line in which each begins."""
    while pieces.next_sign():
        begins = pieces.line()
        try:
            found = pieces.value()
        except Problem:
            yield begins, Fault(reasons.BREAKS_OFF.format(line=pieces.line()))
            return
        yield begins, found


def _lines(text: TextIO) -> Iterator[Item]:
    for number, line in enumerate(text, 1):
        if line.strip("\ufeff \t\r\n\x00"):
            try:
                yield number, DECODER.decode(line.lstrip("\ufeff"))
            except Problem:
                yield number, Fault(reasons.NO_JSON)


def _first_layout(batch: list[Item], wanted: Wanted) -> Layout:
    """Return the layout of the first object that has one; raise ExportError if there is none."""
    objects = [found for _, found in batch if isinstance(found, dict)]
    for each in objects:
        if layout := wanted.known(list(each), "json"):
            return layout
    if objects:
        return wanted.layout(list(objects[0]), "json")
    if isinstance(batch[0][1], Fault):
        raise ExportError(refusals.NO_JSON.format(line=batch[0][0]))
    found = refusals.NO_OBJECTS if isinstance(batch[0][1], list) else refusals.NO_OBJECT
    keys = join([same(key) for key in told()["arrays"]], " 或 ", " or ")
    raise ExportError(refusals.SHAPE.format(found=found, keys=keys))


def _parts(batch: list[Item], layout: Layout, wanted: Wanted) -> Iterator[tuple[Layout, list[Item]]]:
    """Yield objects with their layout. What is known as no layout is read as those before it: what lacks is empty."""
    part: list[Item] = []
    for number, found in batch:
        usable = found
        if isinstance(found, dict) and not layout.needed <= found.keys():
            other = wanted.known(list(found), "json")
            if other and other.id != layout.id:
                yield layout, part
                layout, part = other, []
            elif what := no_posts(list(found)):
                usable = Fault(reasons.NO_POST.format(what=what))
        part.append((number, usable))
    yield layout, part


def _table(layout: Layout, items: Iterable[Item]) -> Table:
    lines: list[int] = []
    objects: list[dict[str, object]] = []
    faulty: list[tuple[int, Note]] = []
    for number, found in items:
        if isinstance(found, dict):
            lines.append(number)
            objects.append(found)
        else:
            faulty.append((number, left_out(found.reason if isinstance(found, Fault) else reasons.NO_OBJECT)))
    columns = {path: _column(objects, path, null) for path, null in layout.paths.items()}
    absent = [
        path for name in layout.optional for path in layout.fields[name] if not any(path in each for each in objects)
    ]
    columns = {path: cells for path, cells in columns.items() if path not in absent}
    return Table(layout, lines, columns, whole_characters(columns, layout), faulty)


def _column(objects: list[dict[str, object]], path: str, null: str) -> list[str]:
    """Return one cell for each object, from a key or, with dots, from keys inside keys."""
    first, *inner = [path] if objects and path in objects[0] else path.split(".")
    found: list[object] = [each.get(first) for each in objects]
    for key in inner:
        found = [each.get(key) if isinstance(each, dict) else None for each in found]
    return [cell(each, null) for each in found]
