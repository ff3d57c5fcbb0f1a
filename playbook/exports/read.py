"""Read exports into one posts table, batch by batch, and account for every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pandas as pd
from tqdm import tqdm

from playbook.exports.batch import Batch, ReportRow
from playbook.exports.export import Export
from playbook.exports.layouts import Layout
from playbook.exports.refusals import ExportError
from playbook.exports.report import report_table
from playbook.exports.said import about
from playbook.exports.seen import Seen
from playbook.exports.tally import Tally
from playbook.exports.wanted import Wanted
from playbook.language import Text, join
from playbook.posts import COLUMNS, typed
from playbook.shown import visible


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of some exports.

    `posts` is the posts table. `report` has file, line, status, field, read, reason: at least one row for each row
    read. `tally` counts, by file.
    """

    posts: pd.DataFrame
    report: pd.DataFrame
    tally: Tally = field(default_factory=Tally)

    @property
    def read(self) -> dict[str, Layout]:
        """Return the layout of each file by the name it has in the report; where it changes inside, the first."""
        return {file: found[0] for file, found in self.tally.layouts.items()}

    @property
    def refused(self) -> list[tuple[Path, Text]]:
        """Return which files were not read, and why."""
        return self.tally.refused

    @property
    def cannot_tell(self) -> frozenset[str]:
        """Return the columns of the posts table that none of the files read can tell."""
        told = [layout.cannot_tell for found in self.tally.layouts.values() for layout in found]
        return frozenset.intersection(*told) if told else frozenset()

    @property
    def summary(self) -> Text:
        """Say in a few lines what was read, what the exports cannot tell, and what to do next."""
        return self.tally.summary


def read_exports(
    paths: list[Path],
    *,
    mapped: Mapping[str, str] | None = None,
    taken: datetime | None = None,
    keep_names: bool = False,
) -> Reading:
    """Read exports into one posts table; see `batches`."""
    tally, posts, report = Tally(), list[pd.DataFrame](), list[ReportRow]()
    for batch in batches(paths, mapped=mapped, taken=taken, keep_names=keep_names):
        tally.add(batch)
        report += batch.report
        posts += [batch.posts] if len(batch.columns["post_id"]) else []
    table = pd.concat(posts, ignore_index=True) if posts else typed(pd.DataFrame(columns=list(COLUMNS), dtype="object"))
    return Reading(table, report_table(report), tally)


def batches(
    paths: list[Path],
    *,
    mapped: Mapping[str, str] | None = None,
    taken: datetime | None = None,
    keep_names: bool = False,
) -> Iterator[Batch]:
    """Read exports and yield what comes of them, some thousands of rows at a time.

    `mapped` names posts columns by column, for files of unknown layout; `taken` is when relative dates were written
    (Shanghai if it has no zone); with `keep_names` accounts are nicknames. A post that comes twice within an account
    is kept once, as read first. A file that cannot be read is told as `refused`, and the others are read; ExportError
    (its Text has a line for each file) is raised if none can be.
    """
    seen, files, refused, read = Seen(), _named(paths), list[Text](), False
    anywhere = Seen() if len(files) > 1 else None
    with tqdm(total=sum(map(_size, files)), unit="B", unit_scale=True, delay=2, leave=False) as bar:
        for number, (path, file) in enumerate(files.items()):
            export = Export(Wanted(path, mapped or {}, taken, keep_names), seen, anywhere, list(files.values()), number)
            try:
                for batch in export.batches(bar.update):
                    read = True
                    yield batch
            except ExportError as error:
                refused.append(about(file, error.args[0]))
                yield Batch(path, file, refused=refused[-1])
    if refused and not read:
        raise ExportError(join(refused, "\n", "\n"))


def _named(paths: list[Path]) -> dict[Path, str]:
    """Give each file the name it has in the report: its own, or its whole path where two have the same name."""
    often = Counter(path.name for path in set(paths))
    return {path: visible(path.name if path.name and often[path.name] == 1 else str(path)) for path in paths}


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
