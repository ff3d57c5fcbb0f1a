"""Read exports into one posts table, and account for every row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from playbook.exports.export import Post, Seen, open_export, take
from playbook.exports.layouts import Layout
from playbook.exports.refusals import ExportError, about
from playbook.exports.report import ReportRow, report_rows, report_table, summary
from playbook.language import Text, join
from playbook.posts import COLUMNS, typed
from playbook.shown import visible


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of some exports.

    `posts` is the posts table. `report` has file, line, status, field, read, reason: at least one row for each row
    read. `read` gives the layout of each file by the name it has in the report; `refused` says why a file was not read.
    """

    posts: pd.DataFrame
    report: pd.DataFrame
    read: dict[str, Layout]
    refused: list[tuple[Path, Text]]

    @property
    def cannot_tell(self) -> frozenset[str]:
        """Return the columns of the posts table that none of the files read can tell."""
        told = [layout.cannot_tell for layout in self.read.values()]
        return frozenset.intersection(*told) if told else frozenset()

    @property
    def summary(self) -> Text:
        """Say in a few lines what was read, what the exports cannot tell, and what to do next."""
        return summary(self.report, self.read, [refusal for _, refusal in self.refused])


def read_exports(paths: list[Path]) -> Reading:
    """Read exports into one posts table; the account of a post is the stem of its file's name.

    A post that comes twice within an account is kept once, as read first. A file that cannot be read is in `refused`
    and the others are read; ExportError (its Text has a line for each file) is raised if none can be.
    """
    posts: list[Post] = []
    report: list[ReportRow] = []
    read: dict[str, Layout] = {}
    refused: list[tuple[Path, Text]] = []
    seen: Seen = {}
    for path, file in _named(paths).items():
        try:
            export = open_export(path, file)
        except ExportError as error:
            refused.append((path, about(file, error.args[0])))
            continue
        read[file] = export.layout
        for row, post, notes in take(export, seen):
            posts += [post] if post else []
            report += report_rows(file, row.line, notes)
    if refused and not read:
        raise ExportError(join([refusal for _, refusal in refused], "\n", "\n"))
    return Reading(_table(posts), report_table(report), read, refused)


def _named(paths: list[Path]) -> dict[Path, str]:
    """Give each file the name it has in the report: its own, or its whole path where two have the same name."""
    often = Counter(path.name for path in set(paths))
    return {path: visible(path.name if path.name and often[path.name] == 1 else str(path)) for path in paths}


def _table(posts: list[Post]) -> pd.DataFrame:
    empty = dict.fromkeys(COLUMNS, "")
    return typed(pd.DataFrame([empty | post for post in posts], columns=list(COLUMNS), dtype="object"))
