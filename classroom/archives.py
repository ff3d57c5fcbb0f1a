"""Zips, read in memory and within bounds: nothing of them is written. A zip in a zip is read, one deeper is not."""

from __future__ import annotations

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO

from classroom import refusals
from classroom.answers import LARGEST
from classroom.pieces import JUNK, MOST_BYTES, MOST_FILES, Fault, Piece, fault_of, too_much
from playbook.shown import cut

RATIO = 100  # unpacked to packed; a sheet small enough to be read may be more even than that
OUTSIDE = re.compile(r"/|[a-z]:|(.*/)?\.\.(/|$)|.*\x00", re.IGNORECASE | re.DOTALL)
# What `zipfile` raises on damaged files, found by damaging them (see the tests).
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)


def unpacked(stream: IO[bytes], place: str, age: tuple[int, ...], *, deeper: bool = True) -> list[Piece | None]:
    """Return the files of a zip, or the one fault for which all of it is refused; None for junk.

    A zip in it is read where `deeper`.
    """
    try:
        archive = zipfile.ZipFile(stream)
        return _pieces(archive, archive.infolist(), place, age, deeper=deeper)
    except DAMAGED:
        return [Piece(place, Fault("FIX", refusals.DAMAGED))]


def unpacked_of_one(path: Path, top: str, place: str, age: tuple[int, ...]) -> list[Piece | None]:
    """Return the same of one entry, or one folder, at the top of a zip of a whole class."""
    try:
        archive, tops = _class(path, age)
        return _pieces(archive, tops.get(top, []), place, age, deeper=True)
    except DAMAGED:
        return [Piece(place, Fault("FIX", refusals.DAMAGED))]


@lru_cache(maxsize=1)  # its list of files is long, and would be read again for every learner in it
def _class(path: Path, _age: tuple[int, ...]) -> tuple[zipfile.ZipFile, dict[str, list[zipfile.ZipInfo]]]:
    """Return a zip and its entries by what they lie in at its top; it stays open until another one is read."""
    archive = zipfile.ZipFile(path)
    tops: dict[str, list[zipfile.ZipInfo]] = defaultdict(list)
    for entry in archive.infolist():
        tops[name_of(entry).partition("/")[0]].append(entry)
    return archive, dict(tops)


def name_of(entry: zipfile.ZipInfo) -> str:
    """Return the whole name of an entry, with `/` between folders; without the UTF-8 mark it is taken for GBK."""
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        name = name.encode("cp437", "replace").decode("gb18030", "replace")
    return name.replace("\\", "/")


def _pieces(
    archive: zipfile.ZipFile, entries: Sequence[zipfile.ZipInfo], place: str, age: tuple[int, ...], *, deeper: bool
) -> list[Piece | None]:
    if fault := _refused(entries, deeper=deeper):
        return [Piece(place, fault)]
    found: list[Piece | None] = []
    size = 0
    for entry in entries:
        its = [] if entry.is_dir() else _entry(archive, entry, place, age)
        found += its
        size += sum(piece.size for piece in its if piece)
        if len(found) > MOST_FILES or size > MOST_BYTES:
            return [too_much(place)]
    return found


def _entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, age: tuple[int, ...]
) -> Sequence[Piece | None]:
    """Return one entry as it is, or what a zip in the zip holds."""
    name = name_of(entry)
    inside = f"{place}: {name}"
    is_zip = name.lower().endswith(".zip")
    if any(JUNK.fullmatch(part) for part in name.split("/")):
        return [None]
    if not is_zip and (fault := fault_of(name)):
        return [Piece(inside, fault)]
    with archive.open(entry) as stream:
        data = stream.read((MOST_BYTES if is_zip else LARGEST) + 1)
    age = (*age, *entry.date_time)
    return unpacked(io.BytesIO(data), inside, age, deeper=False) if is_zip else [Piece(inside, data, age)]


def _refused(entries: Sequence[zipfile.ZipInfo], *, deeper: bool) -> Fault | None:
    """Return why a zip is refused before any of it is unpacked."""
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        return Fault("QUARANTINE", refusals.TOO_MUCH)
    for entry in entries:
        for refused, fault in _checks(entry, deeper=deeper):
            if refused:
                return Fault(fault.status, fault.why.format(name=cut(name_of(entry))))
    if twice := _twice(unicodedata.normalize("NFC", name_of(entry)).casefold() for entry in entries):
        return Fault("QUARANTINE", refusals.SAME_NAME.format(name=cut(twice)))
    return None


def _checks(entry: zipfile.ZipInfo, *, deeper: bool) -> Iterator[tuple[bool, Fault]]:
    kind = stat.S_IFMT(entry.external_attr >> 16)  # 0 where the packing program keeps no kinds of files
    swollen = entry.file_size > LARGEST and entry.file_size > RATIO * entry.compress_size
    nested = not deeper and name_of(entry).lower().endswith(".zip")
    yield bool(OUTSIDE.match(name_of(entry))), Fault("QUARANTINE", refusals.OUTSIDE)
    yield kind not in {0, stat.S_IFREG, stat.S_IFDIR}, Fault("QUARANTINE", refusals.LINK)
    yield swollen, Fault("QUARANTINE", refusals.BOMB)
    yield bool(entry.flag_bits & 0x1), Fault("FIX", refusals.LOCKED)
    yield nested, Fault("FIX", refusals.NESTED)
    yield entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}, Fault("FIX", refusals.PACKING)


def _twice(names: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
