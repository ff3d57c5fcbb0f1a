"""Which version of the course a verdict was given by: its spec, the course code, the data and the program.

Whatever can change a verdict changes the version. What was graded by another version is graded again, and whom that
changes is told; what was graded by the same is not.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path

import classroom
import playbook
from classroom.exercise import specs_folder
from classroom.marking import Course
from playbook.places import course_home

SHORT = 16  # bytes; enough that no two versions of one course meet


def versions_of(course: Course) -> dict[str, str]:
    """Return the version of each exercise, 32 hexadecimal digits."""
    catalog = course_home() / "datasets" / "catalog.toml"  # it holds the hash of every dataset
    common = blake2b(digest_size=SHORT)
    for part in (_program(), course.code.encode(), catalog.read_bytes() if catalog.is_file() else b""):
        common.update(len(part).to_bytes(8) + part)
    found = {}
    for exercise in course.exercises:
        one = common.copy()
        one.update((specs_folder() / f"{exercise}.toml").read_bytes())
        found[exercise] = one.hexdigest()
    return found


def version_of(course: Course) -> str:
    """Return the version of the whole course: two graders with the same one agree on every verdict."""
    return blake2b(repr(versions_of(course)).encode(), digest_size=SHORT).hexdigest()


@cache
def _program() -> bytes:
    """Return a hash of all that computes a right answer or judges one; this process has already loaded it."""
    found = blake2b(digest_size=SHORT)
    roots = [Path(next(iter(package.__path__))) for package in (playbook, classroom)]
    for root in roots:
        for path in sorted(path for path in root.rglob("*") if path.suffix in {".py", ".toml"}):
            data = path.read_bytes()
            found.update(f"{path.relative_to(root).as_posix()} {len(data)} ".encode() + data)
    return found.digest()
