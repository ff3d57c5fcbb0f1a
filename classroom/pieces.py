"""One file that was handed in: its bytes, or why it was not read. What a file is, its name says before it is opened."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from classroom import refusals
from playbook.language import Text
from playbook.shown import cut

MOST_FILES = 2000  # of one sender
MOST_BYTES = 20 * 1024 * 1024  # of one sender, unpacked
# What operating systems and Office leave behind by themselves.
JUNK = re.compile(r"\.DS_Store|__MACOSX|desktop\.ini|Thumbs\.db|~\$.*|\._.*", re.IGNORECASE)


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

    @property
    def size(self) -> int:
        """Return how many bytes are held."""
        return len(self.content) if isinstance(self.content, bytes) else 0


@dataclass(frozen=True, slots=True)
class Sender:
    """One learner's hand-in, or what claims to be one: `name` is whose it says it is.

    `account` is by whose account of another system it came, where its name tells. `inside` is the folder or file
    within `path` where that is a zip of a whole class. `holds` are the names of the zips in a folder of such a system.
    """

    path: Path
    name: str
    is_learner: bool  # a folder or a zip is named after its learner; a loose file need not be
    account: str = ""
    inside: str = ""
    holds: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Return where it lies, for people."""
        place = readable(self.path.name)
        return f"{place}: {self.inside}" if self.inside else place


def too_much(place: str) -> Piece:
    """Return the one piece that stands for more than anybody hands in."""
    return Piece(place, Fault("QUARANTINE", refusals.TOO_MUCH))


def readable(name: str) -> str:
    """Return a file's name as text: its bytes are UTF-8 whatever the locale, or else GBK, as Chinese Windows has it."""
    raw = os.fsencode(name)
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "backslashreplace")


def fault_of(name: str) -> Fault | None:
    """Return why a file is not opened that by its name is no answer file."""
    ending = Path(name).suffix.lower()
    if ending == ".json":
        return None
    if ending in refusals.UNFINISHED:
        return Fault("FIX", refusals.NOT_ARRIVED)
    kind = refusals.KINDS.get(ending) or refusals.OF_KIND.format(ending=cut(ending, 12))
    return Fault("FIX", refusals.OTHER_KIND.format(kind=kind))
