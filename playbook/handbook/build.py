"""The four files of a handbook, made from the plans and written together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tqdm import tqdm

from playbook.handbook.blocks import Chapter
from playbook.handbook.diary import calendar
from playbook.handbook.document import document
from playbook.handbook.held import Held, held
from playbook.handbook.html import page
from playbook.handbook.sample import sample_held
from playbook.handbook.word import write_word
from playbook.handbook.workbook import FALLBACK, workbook
from playbook.language import Language, speaking
from playbook.places import put_aside, written

FILES = ("handbook.html", "handbook.docx", "handbook.xlsx", "calendar.ics")
TOGETHER = 5  # seconds within which files of one build were written, on any file system


@dataclass(frozen=True, slots=True)
class Built:
    """What a build wrote, and the new names of files that somebody had edited since the last one."""

    held: Held
    aside: list[Path]


def build(work: Path | None, out: Path, languages: Sequence[Language], first_monday: date | None = None) -> Built:
    """Write the four FILES into the folder `out`, all or none; `made` says of what.

    A file there that was edited after it was built is kept under another name: a team works in them. Raises OSError,
    and PostsError if the company's posts cannot be read.
    """
    known, files = made(lambda: held(work), languages, first_monday)
    return Built(known, _write(out, files, _edited))


def build_sample(out: Path, languages: Sequence[Language], first_monday: date | None = None) -> Built:
    """Write the sample company's handbook, from the course's model plans, over an earlier one."""
    known, files = made(sample_held, languages, first_monday)
    return Built(known, _write(out, files, lambda _: []))


def made(
    opened: Callable[[], Held], languages: Sequence[Language], first_monday: date | None = None
) -> tuple[Held, dict[str, bytes]]:
    """Return a company's plans and the content of the four FILES by name; `opened` is asked once in each language.

    The document stands in these languages, one after the other; spreadsheet and calendar are in the first of them. The
    calendar begins in the week of `first_monday`.
    """
    handbook: list[tuple[Language, list[Chapter]]] = []
    files: dict[str, bytes] = {}
    with tqdm(total=len(languages) + len(FILES), delay=2, leave=False, disable=None) as bar:  # none on a page
        for each in reversed(languages):  # the first comes last: its names stay for spreadsheet and calendar
            with speaking(each):
                known = opened()
                handbook.insert(0, (each, document(known)))
            bar.update()
        with speaking(languages[0]):
            for name, content in zip(FILES, _contents(handbook, known, first_monday), strict=True):
                files[name] = content
                bar.update()
    return known, files


def _write(out: Path, files: dict[str, bytes], kept: Callable[[Path], list[Path]]) -> list[Path]:
    """Write all files or none, put aside those that are `kept` of what lies there, and return their new names."""
    places = [out / name for name in FILES]
    for place in places:
        _refuse_closed(place)
    with written(*places) as streams:
        for stream, name in zip(streams, FILES, strict=True):
            stream.write(files[name])
        return [put_aside(each, "edited") for each in kept(out)]


def _edited(out: Path) -> list[Path]:
    """Return the files of an earlier build that are newer than the first of them by more than a build takes."""
    there = {path: path.stat().st_mtime for name in FILES if (path := out / name).is_file()}
    return [path for path, when in there.items() if when > min(there.values()) + TOGETHER]


def _contents(
    handbook: Sequence[tuple[Language, Sequence[Chapter]]], known: Held, first_monday: date | None
) -> Iterator[bytes]:
    """Yield the content of each of the FILES, in their order."""
    yield page(handbook).encode()
    yield write_word(handbook, known.newest or FALLBACK)
    yield workbook(known)
    yield calendar(known, first_monday)


def _refuse_closed(place: Path) -> None:
    """Raise OSError where a file may not be written over: a spreadsheet is often still open in another program."""
    if place.exists():
        with place.open("r+b"):
            pass
