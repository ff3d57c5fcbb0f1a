"""What a cohort handed in: every file below a folder, read as bytes. Nothing is unpacked to disk, run or followed.

`SUBMISSIONS/<learner>/<any name>.json` and `SUBMISSIONS/<learner>.zip`, also as other systems name or pack them (see
`downloads.py`); whatever else lies there is named, not opened.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from classroom import refusals
from classroom.answers import LARGEST
from classroom.archives import unpacked, unpacked_of_one
from classroom.downloads import MOODLE, of_a_class
from classroom.pieces import JUNK, MOST_BYTES, MOST_FILES, Fault, Piece, Sender, fault_of, readable, too_much

__all__ = ["MOST_BYTES", "MOST_FILES", "Fault", "Piece", "Sender", "pieces", "readable", "senders"]

DEEPEST = 8  # folders


def senders(folder: Path, roster: Path | None) -> list[Sender]:
    """Return who handed in, by name, junk included; the roster may lie there too and is left out. Raises OSError."""
    found = [sender for path in folder.iterdir() if not _same_file(path, roster) for sender in _senders(path)]
    return sorted(found, key=lambda sender: (sender.name, sender.path.name, sender.inside))


def pieces(sender: Sender) -> tuple[list[Piece], int]:
    """Return all that one sender handed in, and how many files of it are junk.

    Raises nothing: what cannot be read is a piece with a fault.
    """
    found, junk, size = [], 0, 0
    for piece in _pieces(sender.path, readable(sender.path.name), sender.inside, depth=0):
        if piece is None:
            junk += 1
            continue
        found.append(piece)
        size += piece.size
        if len(found) > MOST_FILES or size > MOST_BYTES:
            return [too_much(sender.place)], 0
    return found, junk


def _same_file(path: Path, other: Path | None) -> bool:
    return other is not None and os.path.realpath(path) == os.path.realpath(other)


def _senders(path: Path) -> list[Sender]:
    kind = path.lstat().st_mode
    is_zip = stat.S_ISREG(kind) and path.suffix.lower() == ".zip"
    is_folder = stat.S_ISDIR(kind)
    name = readable(path.name if is_folder else path.stem)
    holds = _zips(path) if is_folder and MOODLE.fullmatch(name) else ()
    sender = Sender(path, name, (is_folder or is_zip) and not JUNK.fullmatch(path.name), holds=holds)
    return of_a_class(sender) if is_zip and sender.is_learner else [sender]


def _zips(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(readable(path.stem) for path in folder.iterdir() if path.suffix.lower() == ".zip"))


def _pieces(path: Path, place: str, inside: str, depth: int) -> Iterator[Piece | None]:
    """Yield the file, or every file below the folder or, of a zip of a class, of one sender; None for junk."""
    try:
        status = path.lstat()
        if JUNK.fullmatch(path.name):
            yield None
        elif stat.S_ISDIR(status.st_mode) and depth < DEEPEST:
            for each in sorted(path.iterdir()):
                yield from _pieces(each, f"{place}/{readable(each.name)}", inside, depth + 1)
        elif not stat.S_ISREG(status.st_mode):
            yield Piece(place, Fault("QUARANTINE", refusals.NO_FILE))
        elif path.suffix.lower() == ".zip":
            yield from _unpacked(path, place, inside, status)
        else:
            yield Piece(place, fault_of(path.name) or _head(path), (status.st_mtime_ns,))
    except OSError as error:
        why = refusals.CANNOT_OPEN.format(why=error.strerror or type(error).__name__)
        yield Piece(place, Fault("QUARANTINE", why))


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _unpacked(path: Path, place: str, inside: str, status: os.stat_result) -> list[Piece | None]:
    if inside:
        return unpacked_of_one(path, inside, place, (status.st_mtime_ns,))
    if status.st_size > MOST_BYTES:
        return [too_much(place)]
    with path.open("rb") as stream:
        return unpacked(stream, place, (status.st_mtime_ns,))
