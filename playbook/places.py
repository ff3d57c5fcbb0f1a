"""Where the course, the learner's work and the datasets lie, and how a file is written safely."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO


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
    with written(path) as [stream]:
        stream.write(content.encode() if isinstance(content, str) else content)


@contextmanager
def written(*paths: Path) -> Iterator[list[BinaryIO]]:
    """Open files to be written: they take their places together when the block ends, and not at all if it fails.

    Until then they lie beside their places under another name. Raises OSError.
    """
    with ExitStack() as stack:
        opened = [stack.enter_context(_beside(path)) for path in paths]
        yield [stream for stream, _ in opened]
        for stream, _ in opened:
            stream.flush()
            os.fsync(stream.fileno())
            stream.close()
        for path, (_, beside) in zip(paths, opened, strict=True):
            beside.chmod(0o644)
            beside.replace(path)


@contextmanager
def _beside(path: Path) -> Iterator[tuple[BinaryIO, Path]]:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream, Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def put_aside(path: Path, why: str = "damaged") -> Path:
    """Rename a file that is not to be used, so that nothing is lost; return its new place."""
    aside = free_name(path, why)
    path.rename(aside)
    return aside


def free_name(path: Path, why: str) -> Path:
    """Return a name beside a file that nothing has yet: `posts.earlier-1.csv`."""
    number = 1
    while (free := path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")).exists():
        number += 1
    return free
