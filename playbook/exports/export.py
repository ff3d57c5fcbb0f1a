"""One export: what kind of file it is, its tables one after the other, each turned into a batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from playbook.exports import csvs, databases, jsons, reasons, refusals, remarks
from playbook.exports.batch import Batch, batch_of
from playbook.exports.encodings import encoding_of
from playbook.exports.ids import Rounding
from playbook.exports.posts_of import Posts
from playbook.exports.refusals import ExportError
from playbook.exports.seen import Seen
from playbook.exports.table import Note, Table, left_out
from playbook.exports.wanted import Wanted
from playbook.language import Text
from playbook.shown import visible

JSON_NAMES = (".json", ".jsonl", ".ndjson")
START = 64  # bytes that tell what kind of file it is


@dataclass
class Export:
    """One file and what is remembered while it is read. `files` are the report's names of all files, by number.

    `seen` are the posts read so far; `anywhere` the same whatever their account, if there are several files.
    """

    wanted: Wanted
    seen: Seen
    anywhere: Seen | None
    files: list[str]
    number: int
    rounding: Rounding = field(default_factory=Rounding)

    @property
    def path(self) -> Path:
        """Return the file."""
        return self.wanted.path

    def batches(self, progress: Callable[[int], object]) -> Iterator[Batch]:
        """Yield the batches of the file, at least one; raise ExportError if it is refused.

        `progress` is told how many bytes more have been read.
        """
        done = 0
        with _opened(self.path) as raw:
            for table in _tables(raw, self.wanted):
                yield self._batch(table)
                at = int(table.share * self.path.stat().st_size) or (done if raw.closed else raw.tell())
                progress(at - done)
                done = at

    def _batch(self, table: Table) -> Batch:
        posts = Posts(table, self.wanted, visible(self.path.stem), self.rounding)
        posts.read()
        out = {place for place, note in posts.notes if note.status == "left_out"}
        posts.notes += self._quoted(posts, out)
        repeats = self._repeats(posts, out)
        posts.notes += repeats
        elsewhere = self._elsewhere(posts, out | {place for place, _ in repeats})
        return batch_of(self.path, self.files[self.number], posts, elsewhere)

    def _quoted(self, posts: Posts, out: set[int]) -> list[tuple[int, Note]]:
        """Find rows that are nothing but the original of another row's repost; they go `out`."""
        blank = [posts.table.columns.get(column, []) for column in posts.table.layout.quoted]
        if not blank or not posts.table.lines:
            return []
        notes = []
        for place, number in enumerate(posts.columns["post_id"]):
            if place not in out and not any(cells[place] for cells in blank) and number in self._origins:
                notes.append((place, left_out(reasons.QUOTED, str(number), "post_id")))
                out.add(place)
        return notes

    @cached_property
    def _origins(self) -> set[str]:
        """Return the numbers of all posts that rows of this file repost, read through once more for that."""
        found: set[str] = set()
        with _opened(self.path) as raw:
            for table in _tables(raw, self.wanted):
                posts = Posts(table, self.wanted, "", Rounding())
                posts.read()
                found |= {str(number) for number in posts.columns["repost_of"] if number}
        return found

    def _repeats(self, posts: Posts, out: set[int]) -> list[tuple[int, Note]]:
        numbers, accounts = posts.columns["post_id"], posts.columns["account"]
        places = [place for place, number in enumerate(numbers) if number and place not in out]
        known = self.seen.repeats(
            [(str(accounts[place]), str(numbers[place])) for place in places],
            self.number,
            [posts.table.lines[place] for place in places],
        )
        return [(places[at], self._repeat(*first, str(numbers[places[at]]))) for at, first in known.items()]

    def _elsewhere(self, posts: Posts, out: set[int]) -> list[Text]:
        """Say which other files hold posts of this one under another account."""
        if self.anywhere is None:
            return []
        kept = [
            (str(number), posts.table.lines[place])
            for place, number in enumerate(posts.columns["post_id"])
            if number and place not in out
        ]
        known = self.anywhere.repeats([("", number) for number, _ in kept], self.number, [line for _, line in kept])
        files = sorted({file for file, _ in known.values()} - {self.number})
        return [remarks.ELSEWHERE.format(other=self.files[file]) for file in files]

    def _repeat(self, file: int, line: int, post_id: str) -> Note:
        told = reasons.REPEAT.format(file=self.files[file], line=line, post_id=post_id)
        return left_out(told, post_id, "post_id")


def _tables(raw: BinaryIO, wanted: Wanted) -> Iterator[Table]:
    """Yield the tables of a file; what kind it is shows in what it begins with."""
    start = raw.read(START)
    if start.startswith(databases.MAGIC):
        yield from databases.tables(wanted.path)
        return
    if refusal := refusals.by_first_bytes(start):
        raise ExportError(refusal)
    encoding = encoding_of(raw)
    with encoding.opened(raw) as text:
        first = text.read(START).lstrip("\ufeff \t\r\n")
        text.seek(0)
        is_json = first.startswith(("[", "{")) or wanted.path.suffix.lower() in JSON_NAMES
        yield from (jsons if is_json else csvs).tables(text, encoding, wanted)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    try:
        if path.is_dir():
            raise ExportError(refusals.FOLDER)
        if not path.exists():
            raise ExportError(refusals.MISSING)
        if not path.is_file():
            raise ExportError(refusals.NO_FILE)
        with path.open("rb") as raw:
            yield raw
    except OSError as error:
        raise ExportError(refusals.UNREADABLE.format(why=error.strerror or type(error).__name__)) from error
