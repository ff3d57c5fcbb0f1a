"""Exports read into files: the posts table and its report, written as they are read, both whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TextIO

from playbook.company import MOST_ACCOUNTS
from playbook.exports.batch import Batch
from playbook.exports.read import batches
from playbook.exports.refusals import ExportError
from playbook.exports.report import begin_report, write_report
from playbook.exports.tally import Tally
from playbook.language import Text
from playbook.own import own_posts_file, show_own
from playbook.places import written
from playbook.posts import COLUMNS

TOO_MANY_ACCOUNTS = Text(
    "这些文件里有 {count} 个账号，不像是一家公司自己的（课程里一家公司最多 {most} 个），所以没有放进课程。"
    "请只读自家账号的导出；想另外看别人的数据，用 playbook read 加 -o 写到别处。",
    "These files hold {count} accounts, which are hardly one company’s own (the course takes {most} at most), so they "
    "were not put into the course. Read the exports of your own accounts alone; to look at other people’s, write "
    "them elsewhere: playbook read with -o.",
)


class AsPosts(csv.Dialect):
    """How `playbook.posts.write_posts` writes: quoted throughout, but for numbers."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    lineterminator = "\n"
    quoting = csv.QUOTE_NONNUMERIC


def report_beside(out: Path) -> Path:
    """Return where the report of a posts table lies."""
    return out.with_name(f"{out.stem}.report.csv")


def read_own(
    exports: Sequence[Path], *, mapped: Mapping[str, str] | None = None, taken: datetime | None = None,
    keep_names: bool = False,
) -> Tally:  # fmt: skip
    """Read the company's own exports into the course, whose pages show them from then on; see `read_into`.

    Raises ExportError, too, if there are more accounts than a company has.
    """
    tally = read_into(own_posts_file(), exports, mapped=mapped, taken=taken, keep_names=keep_names, most=MOST_ACCOUNTS)
    show_own()
    return tally


def read_into(  # noqa: PLR0913 - the options of `playbook read`
    out: Path,
    exports: Sequence[Path],
    *,
    mapped: Mapping[str, str] | None = None,
    taken: datetime | None = None,
    keep_names: bool = False,
    most: int | None = None,
) -> Tally:
    """Write the posts of exports to `out` and the report beside it; return what was read. The options are `batches`'.

    Nothing is written, and ExportError raised, if no file can be read, if not one post is kept, or if there are more
    accounts than `most`. Raises OSError.
    """
    tally, accounts = Tally(), set[object]()
    with written(out, report_beside(out)) as streams, _texts(streams) as (posts, report):
        csv.writer(posts, AsPosts).writerow(COLUMNS)
        begin_report(report)
        for batch in batches(list(exports), mapped=mapped, taken=taken, keep_names=keep_names):
            tally.add(batch)
            accounts.update(batch.columns["account"])
            write_batch(posts, batch)
            write_report(report, batch.report)
        if not tally.posts:
            raise ExportError(tally.nothing)
        if most is not None and len(accounts) > most:
            raise ExportError(TOO_MANY_ACCOUNTS.format(count=len(accounts), most=most))
    return tally


def write_batch(stream: TextIO, batch: Batch) -> None:
    """Write the posts of a batch, as `playbook.posts.write_posts` writes them."""
    csv.writer(stream, AsPosts).writerows(zip(*(batch.columns[column] for column in COLUMNS), strict=True))


@contextmanager
def _texts(streams: list[BinaryIO]) -> Iterator[list[TextIO]]:
    """Let text be written to streams of bytes, as UTF-8."""
    texts = [io.TextIOWrapper(stream, encoding="utf-8", newline="") for stream in streams]
    try:
        yield [*texts]
    finally:
        for text in texts:
            text.detach()  # flushes, and leaves the stream open
