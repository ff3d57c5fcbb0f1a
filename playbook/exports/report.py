"""What became of every row that was read, as a table, as a CSV for a spreadsheet, and in a few sentences."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TextIO

import pandas as pd

from playbook.exports.batch import Batch, ReportRow
from playbook.exports.encodings import BOM
from playbook.exports.layouts import Layout, warnings, without
from playbook.language import Text, join, language
from playbook.posts import COLUMNS
from playbook.shown import inert

REPORT = ("file", "line", "status", "field", "read", "reason")
STATUSES = ("kept", "mended", "left_out")

COUNTED = Text(
    "{file}（{layout}）：读到 {rows} 行，照原样收下 {kept} 行，修正后收下 {mended} 行，未收 {left_out} 行。",
    "{file} ({layout}): rows read {rows}, kept as they are {kept}, kept and mended {mended}, left out {left_out}.",
)
THEN = Text("，然后是", ", then ")
REFUSED = Text("没有读成：{refusal}", "Not read: {refusal}")
UNTOLD = Text("这种导出（{layout}）没有记下：", "What this export ({layout}) does not tell:")
ITEM = Text("- ", "- ")
LOOK = Text(
    "下一步：打开和博文表放在一起的报告，按 file 和 line 找到导出文件里的那一行（JSON 列表和 SQLite 里是第几条）；"
    "reason 一栏写着怎么办。",
    "Next: open the report beside the posts table; file and line lead to the row in the export (in a JSON list or "
    "SQLite, line is its number), and reason says what to do.",
)
GO_ON = Text(
    "下一步：读到的每一行都照原样收下了，博文表可以直接使用。",
    "Next: every row read was kept as it is; the posts table is ready to use.",
)
NOT_ONE = Text("没有读到一条微博，什么都没有写。", "Not one post could be read; nothing was written.")
MOST_REASONS = 3
NO_ROWS = Text(
    "下一步：一条博文也没有收下。报告里逐行写着原因；只有表头的文件，请重新导出。",
    "Next: no post was kept. The report gives the reason row by row; a file with nothing but a header needs "
    "exporting again.",
)


def report_table(found: list[ReportRow]) -> pd.DataFrame:
    """Return the report: file, status, field, read (texts), line (integer), reason (Text)."""
    kinds = dict.fromkeys(REPORT, "string") | {"line": "int64", "reason": "object"}
    return pd.DataFrame(found, columns=list(REPORT)).astype(kinds)


def report_csv(report: pd.DataFrame) -> str:
    r"""Return the report in the reader's language as CSV text that Excel opens well: a BOM, inert cells, `\\n`."""
    stream = io.StringIO()
    begin_report(stream)
    write_report(stream, report[list(REPORT)].itertuples(index=False, name=None))
    return stream.getvalue()


def begin_report(stream: TextIO) -> None:
    """Write the header of a report."""
    stream.write(BOM)
    csv.writer(stream, lineterminator="\n").writerow(REPORT)


def write_report(stream: TextIO, rows: Iterable[ReportRow]) -> None:
    """Write rows of a report in the reader's language."""
    shown, spoken = lru_cache(inert), language()
    csv.writer(stream, lineterminator="\n").writerows(
        (shown(file), line, status, field, inert(read), reason.in_language(spoken))
        for file, line, status, field, read, reason in rows
    )


@dataclass(slots=True)
class Tally:
    """What has been read so far, counted by file: its layouts in the order they came, its rows by status."""

    layouts: dict[str, list[Layout]] = field(default_factory=dict)
    rows: dict[str, Counter[str]] = field(default_factory=dict)
    notes: list[Text] = field(default_factory=list)
    reasons: list[Text] = field(default_factory=list)
    refused: list[tuple[Path, Text]] = field(default_factory=list)

    def add(self, batch: Batch) -> None:
        """Count a batch."""
        if batch.refused or batch.layout is None:
            self.refused += [(batch.path, batch.refused)] if batch.refused else []
            return
        layouts = self.layouts.setdefault(batch.file, [])
        if batch.layout.id not in [each.id for each in layouts]:
            layouts.append(batch.layout)
        counts = {"kept": batch.kept, "mended": batch.mended, "left_out": batch.left_out}
        self.rows.setdefault(batch.file, Counter()).update(counts)
        if len(self.reasons) < MOST_REASONS:
            new = dict.fromkeys(reason for _, _, status, _, _, reason in batch.report if status == "left_out")
            self.reasons += [reason for reason in new if reason not in self.reasons][:MOST_REASONS]
        self.notes += [batch.note.format(file=batch.file)] if batch.note else []

    @property
    def total(self) -> Counter[str]:
        """Return rows by status, of all files."""
        return sum(self.rows.values(), Counter())

    @property
    def posts(self) -> int:
        """Return how many posts were kept."""
        return self.total["kept"] + self.total["mended"]

    @property
    def nothing(self) -> Text:
        """Say that no post was kept, and why."""
        lines = [*(self._counted(file) for file in self.layouts), *(refusal for _, refusal in self.refused)]
        return join([*lines, *self.reasons, NOT_ONE], "\n", "\n")

    @property
    def all_kept(self) -> bool:
        """Tell whether every row of every file was kept as it is."""
        return not self.refused and set(self.total) <= {"kept"}

    @property
    def summary(self) -> Text:
        """Say in a few lines what was read, what the exports cannot tell, and what to do next."""
        lines = [self._counted(file) for file in self.layouts]
        lines += self.notes
        lines += [REFUSED.format(refusal=refusal) for _, refusal in self.refused]
        every = {layout.id: layout for layouts in self.layouts.values() for layout in layouts}
        lines += [_untold(layout) for layout in every.values()]
        told = LOOK if self.total["mended"] + self.total["left_out"] else GO_ON
        lines.append(told if self.posts else NO_ROWS)
        return join([line for line in lines if line.zh], "\n", "\n")

    def _counted(self, file: str) -> Text:
        rows = {status: self.rows[file][status] for status in STATUSES}
        name = join([layout.name for layout in self.layouts[file]], THEN.zh, THEN.en)
        return COUNTED.format(file=file, layout=name, rows=sum(rows.values()), **rows)


def _untold(layout: Layout) -> Text:
    what = [ITEM + without()[column] for column in COLUMNS if column in layout.cannot_tell]
    what += [ITEM + warnings()[name] for name in layout.warns]
    return join([UNTOLD.format(layout=layout.name), *what], "\n", "\n") if what else Text("", "")
