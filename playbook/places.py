"""Where the course, the learner's work and the datasets lie, and how a file is written safely."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def course_home() -> Path:
    """Return the folder of the course: COURSE_HOME, else the checkout this package lies in."""
    return Path(os.environ.get("COURSE_HOME") or Path(__file__).parents[1]).resolve()


def course_work() -> Path:
    """Return the folder of the learner's own work: COURSE_WORK, else `work/` in the course's folder."""
    return Path(os.environ.get("COURSE_WORK") or course_home() / "work").resolve()


def write_safely(path: Path, content: str | bytes) -> None:
    r"""Write a file whole or not at all: a crash or a full disk leaves the old file as it was.

    Text is written as UTF-8 with `\n` line ends. Raises OSError.
    """
    data = content.encode() if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def put_aside(path: Path, why: str = "damaged") -> Path:
    """Rename a file that is not to be used, so that nothing is lost; return its new place."""
    number = 1
    while (aside := path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    return aside
