"""What a cohort handed in: every file below a folder, read as bytes. Nothing is unpacked to disk, run or followed.

`SUBMISSIONS/<learner>/<any name>.json` and `SUBMISSIONS/<learner>.zip`; whatever else lies there is named, not opened.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from classroom import arrivals
from classroom.answers import LARGEST
from playbook.exports.shown import cut
from playbook.language import Text, same

MOST_FILES = 2000  # of one sender
MOST_BYTES = 20 * 1024 * 1024  # of one sender, unpacked
RATIO = 100  # unpacked to packed; a sheet small enough to be read may be more even than that
DEEPEST = 8  # folders
# What operating systems and Office leave behind by themselves.
JUNK = re.compile(r"\.DS_Store|__MACOSX|desktop\.ini|Thumbs\.db|~\$.*|\._.*", re.IGNORECASE)
OUTSIDE = re.compile(r"/|[a-z]:|(.*/)?\.\.(/|$)|.*\x00", re.IGNORECASE | re.DOTALL)
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, IndexError)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a file is not graded. FIX is for the learner to mend, QUARANTINE for the instructor to decide."""

    status: Literal["FIX", "QUARANTINE"]
    why: Text


@dataclass(frozen=True, slots=True)
class Piece:
    """One file: where it lies (inert), its bytes or why it is not read (None: junk), and what a later one has more of."""

    place: str
    content: bytes | Fault | None
    age: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """One entry of the submissions folder: `name` is whose it says it is."""

    path: Path
    name: str
    is_learner: bool  # a folder or a zip; a loose file need not be named after anybody


def senders(folder: Path, roster: Path | None) -> list[Sender]:
    """Return who handed in, by name, without junk and without the roster, should it lie there. Raises OSError."""
    found = [path for path in folder.iterdir() if not JUNK.fullmatch(path.name) and not _is(path, roster)]
    return sorted((_sender(path) for path in found), key=lambda sender: (sender.name, sender.path.name))


def pieces(sender: Sender) -> list[Piece]:
    """Return all that one sender handed in. Raises nothing: what cannot be read is a piece with a fault."""
    found, size = [], 0
    for piece in _pieces(sender.path, readable(sender.path.name), depth=0):
        found.append(piece)
        size += len(piece.content) if isinstance(piece.content, bytes) else 0
        if len(found) > MOST_FILES or size > MOST_BYTES:
            return [Piece(cut(sender.name), Fault("QUARANTINE", arrivals.TOO_MUCH))]
    return found


def readable(name: str) -> str:
    """Return a file's name as text; bytes that are not UTF-8 are taken for GBK, which Chinese Windows writes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return os.fsencode(name).decode("gb18030", "backslashreplace")
    return name


def _is(path: Path, roster: Path | None) -> bool:
    return roster is not None and path.absolute() == roster.absolute()


def _sender(path: Path) -> Sender:
    kind = path.lstat().st_mode
    is_zip = stat.S_ISREG(kind) and path.suffix.lower() == ".zip"
    name = path.name if stat.S_ISDIR(kind) else path.stem
    return Sender(path, readable(name), stat.S_ISDIR(kind) or is_zip)


def _pieces(path: Path, place: str, depth: int) -> Iterator[Piece]:
    """Yield the file, or every file below the folder."""
    try:
        status = path.lstat()
        if JUNK.fullmatch(path.name):
            yield Piece(cut(place), None)
        elif stat.S_ISDIR(status.st_mode) and depth < DEEPEST:
            for each in path.iterdir():
                yield from _pieces(each, f"{place}/{readable(each.name)}", depth + 1)
        elif not stat.S_ISREG(status.st_mode):
            yield Piece(cut(place), Fault("QUARANTINE", arrivals.NO_FILE))
        elif path.suffix.lower() == ".zip":
            yield from _unpacked(path, place, status)
        else:
            yield Piece(cut(place), _fault_of(path.name) or _head(path), (status.st_mtime_ns,))
    except OSError as error:
        why = arrivals.CANNOT_OPEN.format(why=error.strerror or type(error).__name__)
        yield Piece(cut(place), Fault("QUARANTINE", why))


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _fault_of(name: str) -> Fault | None:
    """Return why a file is not opened that by its name is no answer file."""
    ending = Path(name).suffix.lower()
    if ending == ".json":
        return None
    if ending in arrivals.UNFINISHED:
        return Fault("FIX", arrivals.NOT_ARRIVED)
    return Fault("FIX", arrivals.OTHER_KIND.format(kind=arrivals.KINDS.get(ending, same(cut(ending or "?", 12)))))


def _unpacked(path: Path, place: str, status: os.stat_result) -> list[Piece]:
    """Return the files of a zip, or the one fault for which all of it is refused."""
    if status.st_size > MOST_BYTES:
        return [Piece(cut(place), Fault("QUARANTINE", arrivals.TOO_MUCH))]
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if fault := _refused(entries):
                return [Piece(cut(place), fault)]
            files = [entry for entry in entries if not entry.is_dir()]
            return [_entry(archive, entry, place, status.st_mtime_ns) for entry in files]
    except DAMAGED:
        return [Piece(cut(place), Fault("FIX", arrivals.DAMAGED))]


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, place: str, modified: int) -> Piece:
    name = _name(entry)
    inside = cut(f"{place}: {name}")
    if any(JUNK.fullmatch(part) for part in name.split("/")):
        return Piece(inside, None)
    if fault := _fault_of(name):
        return Piece(inside, fault)
    with archive.open(entry) as stream:
        return Piece(inside, stream.read(LARGEST + 1), (modified, *entry.date_time))


def _refused(entries: list[zipfile.ZipInfo]) -> Fault | None:
    """Return why a zip is refused before any of it is unpacked."""
    if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
        return Fault("QUARANTINE", arrivals.TOO_MUCH)
    for entry in entries:
        for refused, fault in _checks(entry):
            if refused:
                return Fault(fault.status, fault.why.format(name=cut(_name(entry))))
    if twice := _twice(unicodedata.normalize("NFC", _name(entry)).casefold() for entry in entries):
        return Fault("QUARANTINE", arrivals.SAME_NAME.format(name=cut(twice)))
    return None


def _checks(entry: zipfile.ZipInfo) -> Iterator[tuple[bool, Fault]]:
    kind = stat.S_IFMT(entry.external_attr >> 16)  # 0 where the packing program keeps no kinds of files
    swollen = entry.file_size > LARGEST and entry.file_size > RATIO * entry.compress_size
    yield bool(OUTSIDE.match(_name(entry))), Fault("QUARANTINE", arrivals.OUTSIDE)
    yield kind not in {0, stat.S_IFREG, stat.S_IFDIR}, Fault("QUARANTINE", arrivals.LINK)
    yield swollen, Fault("QUARANTINE", arrivals.BOMB)
    yield bool(entry.flag_bits & 0x1), Fault("FIX", arrivals.LOCKED)
    yield _name(entry).lower().endswith(".zip"), Fault("FIX", arrivals.NESTED)
    yield entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}, Fault("FIX", arrivals.PACKING)


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the whole name of an entry, with `/` between folders; without the UTF-8 mark it is taken for GBK."""
    name = entry.orig_filename
    if not entry.flag_bits & 0x800:
        name = name.encode("cp437", "replace").decode("gb18030", "backslashreplace")
    return name.replace("\\", "/")


def _twice(names: Iterable[str]) -> str | None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            return name
        seen.add(name)
    return None
