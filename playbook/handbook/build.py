"""The four files of a handbook, made from the plans and written together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from tqdm import tqdm

from playbook.handbook.blocks import Chapter
from playbook.handbook.diary import calendar
from playbook.handbook.document import document
from playbook.handbook.held import Held, held
from playbook.handbook.html import page
from playbook.handbook.word import write_word
from playbook.handbook.workbook import FALLBACK, workbook
from playbook.language import Language, speaking
from playbook.places import written

FILES = ("handbook.html", "handbook.docx", "handbook.xlsx", "calendar.ics")


def build(work: Path | None, out: Path, languages: Sequence[Language], first_monday: date | None = None) -> Held:
    """Write the four FILES into the folder `out`, all or none; return what they hold.

    The document stands in these languages, one after the other; spreadsheet and calendar are in the first of them. The
    calendar begins in the week of `first_monday`. Raises OSError, and PostsError if the company's posts cannot be read.
    """
    handbook: list[tuple[Language, list[Chapter]]] = []
    with tqdm(total=len(languages) + len(FILES), delay=2, leave=False) as bar:
        for each in reversed(languages):  # the first comes last: its names stay for spreadsheet and calendar
            with speaking(each):
                known = held(work)
                handbook.insert(0, (each, document(known)))
            bar.update()
        with speaking(languages[0]):
            made = []
            for content in _contents(handbook, known, first_monday):
                made.append(content)
                bar.update()
    places = [out / name for name in FILES]
    for place in places:
        _refuse_closed(place)
    with written(*places) as streams:
        for stream, content in zip(streams, made, strict=True):
            stream.write(content)
    return known


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
