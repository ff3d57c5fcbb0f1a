"""What tests hand in: answer files, zips sound and broken, and a cohort to put them into and grade."""

from __future__ import annotations

import csv
import io
import json
import os
import warnings
import zipfile
from pathlib import Path
from typing import Any

from classroom.cohort import Graded, grade_cohort
from classroom.gradebook import Row
from classroom.pages.build import right_answers

EXERCISE = "05_timing/01_find_our_hours"
FLAT = "05_timing__01_find_our_hours.json"  # as "Hand in" names it
RIGHT: dict[str, Any] = right_answers(EXERCISE).model_dump(mode="json")["answers"]
WRONG_ORDER = ["7", "10", "12", "21"]


def sheet(learner: str = "0012", answers: Any = None, **more: Any) -> bytes:  # noqa: ANN401 - whatever JSON can hold
    """Write an answer file; without answers, an empty one, which is quick to grade."""
    file = {"format": 1, "exercise": EXERCISE, "learner": learner, "answers": answers or {}} | more
    return json.dumps(file, ensure_ascii=False).encode()


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack entries, of one name too."""
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", compression) as archive:
        warnings.simplefilter("ignore")  # of two entries of one name
        for name, data in entries:
            archive.writestr(name, data)
    return packed.getvalue()


def linked(name: str) -> zipfile.ZipInfo:
    """Return an entry that is a symbolic link."""
    entry = zipfile.ZipInfo(name)
    entry.create_system = 3
    entry.external_attr = 0o120777 << 16
    return entry


def locked(data: bytes) -> bytes:
    """Set the mark of a password in both headers of a zip's one entry."""
    changed = bytearray(data)
    changed[6] |= 1
    changed[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(changed)


def broken(data: bytes) -> bytes:
    """Change a byte of what a zip's one entry holds."""
    at = data.index(b".json") + 10
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


def short(data: bytes) -> bytes:
    """Let a zip's one entry claim to be as long as the zip, packed and unpacked."""
    at = data.index(b"PK\x01\x02") + 20
    return data[:at] + len(data).to_bytes(4, "little") * 2 + data[at + 8 :]


class Cohort:
    """A folder of submissions, a roster, and what grading them gives."""

    def __init__(self, folder: Path) -> None:
        self.submissions, self.out, self.roster = folder / "sub", folder / "out", folder / "roster.csv"
        self.submissions.mkdir()

    def put(self, place: str, data: bytes, at: int = 1_700_000_000) -> None:
        """Put a file there, last changed `at` (seconds)."""
        path = self.submissions / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (at, at))

    def listed(self, *learners: str) -> None:
        """Write a roster."""
        self.roster.write_text("learner,name\n" + "".join(f"{each},\n" for each in learners), encoding="utf-8")

    def graded(self) -> Graded:
        """Grade, with the roster if there is one."""
        return grade_cohort(self.submissions, self.roster if self.roster.exists() else None, self.out)

    def row(self) -> Row:
        """Grade and return the one row there is."""
        [row] = self.graded().rows
        return row

    def table(self, name: str = "gradebook") -> list[dict[str, str]]:
        """Read a table back as it was written."""
        with (self.out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.DictReader(stream))
