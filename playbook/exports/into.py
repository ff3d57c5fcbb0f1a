"""Exports read into files: the posts table and its report, written as they are read, both whole or not at all."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TextIO

from playbook.company import MOST_ACCOUNTS, Account, Company
from playbook.exports.batch import Batch
from playbook.exports.read import batches
from playbook.exports.refusals import ExportError
from playbook.exports.report import begin_report, write_report
from playbook.exports.tally import Tally
from playbook.language import Text
from playbook.own import own_posts_file, show_own
from playbook.places import free_name, put_aside, written
from playbook.plans import PlanError, plan_file, read_plan, save
from playbook.posts import COLUMNS, own_posts

TOO_MANY_ACCOUNTS = Text(
    "这些文件里有 {count} 个账号，不像是一家公司自己的（课程里一家公司最多 {most} 个），所以没有放进课程。"
    "请只读自家账号的导出；想另外看别人的数据，用 playbook read 加 -o 写到别处。",
    "These files hold {count} accounts, which are hardly one company’s own (the course takes {most} at most), so they "
    "were not put into the course. Read the exports of your own accounts alone; to look at other people’s, write "
    "them elsewhere: playbook read with -o.",
)
BEFORE = Text(
    "先前读进来的自家微博已由这次的代替，原来的另存为 {before}；计划都还在。",
    "These posts take the place of those read before, which are kept as {before}; your plans are as they were.",
)
CARD_ASIDE = Text(
    "原来的公司卡里没有这次的账号，已另存为 {card}；首页上有一张照这次的账号新做的卡，请填上名字和值班。",
    "The company card that was saved lists none of these accounts and is kept as {card}; the first page has a new one "
    "made of these accounts: fill in the names and the hours on duty.",
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

    What was read before is kept beside it, and a card that lists none of these accounts is put aside; the summary says
    so. Raises ExportError, too, if there are more accounts than a company has.
    """
    out = own_posts_file()
    before = _copied(out)
    try:
        tally = read_into(out, exports, mapped=mapped, taken=taken, keep_names=keep_names, most=MOST_ACCOUNTS)
    except BaseException:
        if before:
            before.unlink()
        raise
    show_own()
    tally.remarks += [BEFORE.format(before=before.name)] if before else []
    tally.remarks += _card_fitted(sorted(set(own_posts()["account"])))
    return tally


def _copied(path: Path) -> Path | None:
    """Copy a file that is about to be replaced to a name of its own; None if there is none."""
    if not path.is_file():
        return None
    copy = free_name(path, "earlier")
    shutil.copyfile(path, copy)
    return copy


def _card_fitted(accounts: Iterable[str]) -> list[Text]:
    """Put new accounts on the company card that was saved, or the card aside if it lists none of them; say so."""
    path = plan_file(Company)
    if not path.is_file():
        return []
    try:
        card = read_plan(Company, json.loads(path.read_text("utf-8")))
    except (PlanError, ValueError):
        return []  # the page that opens it puts it aside and says so
    known = {each.id for each in card.accounts}
    new = [Account(id=name, name=name) for name in accounts if name not in known]
    if len(new) == len(set(accounts)) or len(card.accounts) + len(new) > MOST_ACCOUNTS:
        return [CARD_ASIDE.format(card=put_aside(path, "earlier").name)]
    if new:
        save(card.model_copy(update={"accounts": [*card.accounts, *new]}), path)
    return []


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
