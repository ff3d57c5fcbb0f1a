"""What a cohort handed in: every file below a folder, read as bytes. Nothing is unpacked to disk, run or followed.

`SUBMISSIONS/<learner>/<any name>.json` and `SUBMISSIONS/<learner>.zip`; whatever else lies there is named, not opened.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from classroom import refusals
from classroom.answers import LARGEST
from playbook.language import Text
from playbook.shown import cut

MOST_FILES = 2000  # of one sender
MOST_BYTES = 20 * 1024 * 1024  # of one sender, unpacked
RATIO = 100  # unpacked to packed; a sheet small enough to be read may be more even than that
DEEPEST = 8  # folders
# What operating systems and Office leave behind by themselves.
JUNK = re.compile(r"\.DS_Store|__MACOSX|desktop\.ini|Thumbs\.db|~\$.*|\._.*", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is not graded. FIX is for the learner to mend, QUARANTINE for the instructor to decide."""

    status: Literal["FIX", "QUARANTINE"]
    why: Text


@dataclass(frozen=True, slots=True)
class Piece:
    """One file: where it lies, its bytes or why it was not read, and how new it is.

    `age` is comparable alone: the file's time of change in ns, then, inside a zip, the entry's own time.
    """

    place: str
    content: bytes | Fault
    age: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """One entry of the submissions folder: `name` is whose it says it is."""

    path: Path
    name: str
    is_learner: bool  # a folder or a zip is named after its learner; a loose file need not be


def senders(folder: Path, roster: Path | None) -> list[Sender]:
    """Return who handed in, by name, junk included; the roster may lie there too and is left out. Raises OSError."""
    found = [_sender(path) for path in folder.iterdir() if not _same_file(path, roster)]
    return sorted(found, key=lambda sender: (sender.name, sender.path.name))


def pieces(sender: Sender) -> tuple[list[Piece], int]:
    """Return all that one sender handed in, and how many files of it are junk.

    Raises nothing: what cannot be read is a piece with a fault.
    """
    found, junk, size = [], 0, 0
    for piece in _pieces(sender.path, readable(sender.path.name), depth=0):
        if piece is None:
            junk += 1
            continue
        found.append(piece)
        size += len(piece.content) if isinstance(piece.content, bytes) else 0
        if len(found) > MOST_FILES or size > MOST_BYTES:
            return [Piece(readable(sender.path.name), Fault("QUARANTINE", refusals.TOO_MUCH))], 0
    return found, junk


def readable(name: str) -> str:
    """Return a file's name as text; bytes that are not UTF-8 are taken for GBK, which Chinese Windows writes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "backslashreplace")
    return name


def _same_file(path: Path, other: Path | None) -> bool:
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def _sender(path: Path) -> Sender:
    kind = path.lstat().st_mode
    is_zip = stat.S_ISREG(kind) and path.suffix.lower() == ".zip"
    name = path.name if stat.S_ISDIR(kind) else path.stem
    return Sender(path, readable(name), (stat.S_ISDIR(kind) or is_zip) and not JUNK.fullmatch(path.name))


def _pieces(path: Path, place: str, depth: int) -> Iterator[Piece | None]:
    """Yield the file, or every file below the folder; None for junk."""
    try:
        status = path.lstat()
        if JUNK.fullmatch(path.name):
            yield None
        elif stat.S_ISDIR(status.st_mode) and depth < DEEPEST:
            for each in sorted(path.iterdir()):
                yield from _pieces(each, f"{place}/{readable(each.name)}", depth + 1)
        elif not stat.S_ISREG(status.st_mode):
            yield Piece(place, Fault("QUARANTINE", refusals.NO_FILE))
        elif path.suffix.lower() == ".zip":
            yield from _unpacked(path, place, status)
        else:
            yield Piece(place, _fault_of(path.name) or _head(path), (status.st_mtime_ns,))
    except OSError as error:
        why = refusals.CANNOT_OPEN.format(why=error.strerror or type(error).__name__)
        yield Piece(place, Fault("QUARANTINE", why))


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _fault_of(name: str) -> Fault | None:
    """Return why a file is not opened that by its name is no answer file."""
    ending = Path(name).suffix.lower()
    if ending == ".json":
        return None
    if ending in refusals.UNFINISHED:
        return Fault("FIX", refusals.NOT_ARRIVED)
    kind = refusals.KINDS.get(ending) or refusals.OF_KIND.format(ending=cut(ending, 12))
    return Fault("FIX", refusals.OTHER_KIND.format(kind=kind))


def _unpacked(path: Path, place: str, status: os.stat_result) -> list[Piece | None]:
    """Return the files of a zip, or the one fault for which all of it is refused."""
    if status.st_size > MOST_BYTES:
        return [Piece(place, Fault("QUARANTINE", refusals.TOO_MUCH))]
    with path.open("rb") as stream:
        try:
            return _entries(zipfile.ZipFile(stream), place, status.st_mtime_ns)
        except DAMAGED:
            return [Piece(place, Fault("FIX", refusals.DAMAGED))]


def _entries(archive: zipfile.ZipFile, place: str, modified: int) -> list[Piece | None]:
    entries = archive.infolist()
    if fault := _refused(entries):
        return [Piece(place, fault)]
    return [_entry(archive, entry, place, modified) for entry in entries if not entry.is_dir()]


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, modified: int) -> Piece | None:
    name = _name(entry)
    inside = f"{place}: {name}"
    if any(JUNK.fullmatch(part) for part in name.split("/")):
        return None
    if fault := _fault_of(name):
        return Piece(inside, fault)
    with archive.open(entry) as stream:
        return Piece(inside, stream.read(LARGEST + 1), (modified, *entry.date_time))


def _refused(entries: list[zipfile.ZipInfo]) -> Fault | None:
    """Return why a zip is refused before any of it is unpacked."""
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        return Fault("QUARANTINE", refusals.TOO_MUCH)
    for entry in entries:
        for refused, fault in _checks(entry):
            if refused:
                return Fault(fault.status, fault.why.format(name=cut(_name(entry))))
    if twice := _twice(unicodedata.normalize("NFC", _name(entry)).casefold() for entry in entries):
        return Fault("QUARANTINE", refusals.SAME_NAME.format(name=cut(twice)))
    return None


def _checks(entry: zipfile.ZipInfo) -> Iterator[tuple[bool, Fault]]:
    kind = stat.S_IFMT(entry.external_attr >> 16)  # 0 where the packing program keeps no kinds of files
    swollen = entry.file_size > LARGEST and entry.file_size > RATIO * entry.compress_size
    yield bool(OUTSIDE.match(_name(entry))), Fault("QUARANTINE", refusals.OUTSIDE)
    yield kind not in {0, stat.S_IFREG, stat.S_IFDIR}, Fault("QUARANTINE", refusals.LINK)
    yield swollen, Fault("QUARANTINE", refusals.BOMB)
    yield bool(entry.flag_bits & 0x1), Fault("FIX", refusals.LOCKED)
    yield _name(entry).lower().endswith(".zip"), Fault("FIX", refusals.NESTED)
    yield entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}, Fault("FIX", refusals.PACKING)


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the whole name of an entry, with `/` between folders; without the UTF-8 mark it is taken for GBK."""
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        name = name.encode("cp437", "replace").decode("gb18030", "replace")
    return name.replace("\\", "/")


def _twice(names: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
