"""What became of every row that was read, as a table, as a CSV for a spreadsheet, and in a few sentences."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import pandas as pd

from playbook.exports.cells import Note
from playbook.exports.files import BOM
from playbook.exports.layouts import Layout, without
from playbook.language import Text, join
from playbook.posts import COLUMNS
from playbook.shown import cut, inert

REPORT = ("file", "line", "status", "field", "read", "reason")
ReportRow = tuple[str, int, str, str, str, Text]
STATUSES = ("kept", "mended", "left_out")

COUNTED = Text(
    "{file}（{layout}）：读到 {rows} 行，照原样收下 {kept} 行，修正后收下 {mended} 行，未收 {left_out} 行。",
    "{file} ({layout}): rows read {rows}, kept as they are {kept}, kept and mended {mended}, left out {left_out}.",
)
REFUSED = Text("没有读成：{refusal}", "Not read: {refusal}")
UNTOLD = Text("这种导出（{layout}）没有记下：", "What this export ({layout}) does not tell:")
ITEM = Text("- ", "- ")
LOOK = Text(
    "下一步：打开和博文表放在一起的报告，按 file 和 line 找到导出文件里的那一行；reason 一栏写着怎么办。",
    "Next: open the report beside the posts table; file and line lead to the row in the export, and reason says "
    "what to do.",
)
GO_ON = Text(
    "下一步：读到的每一行都照原样收下了，博文表可以直接使用。",
    "Next: every row read was kept as it is; the posts table is ready to use.",
)
NO_ROWS = Text(
    "下一步：一条博文也没有收下。报告里逐行写着原因；只有表头的文件，请重新导出。",
    "Next: no post was kept. The report gives the reason row by row; a file with nothing but a header needs "
    "exporting again.",
)


def report_rows(file: str, line: int, notes: Sequence[Note]) -> list[ReportRow]:
    """Return one report row for each note; `read` is visible and at most 80 characters."""
    return [(file, line, note.status, note.field, cut(note.read), note.reason) for note in notes]


def report_table(found: list[ReportRow]) -> pd.DataFrame:
    """Return the report: file, status, field, read (texts), line (integer), reason (Text)."""
    kinds = dict.fromkeys(REPORT, "string") | {"line": "int64", "reason": "object"}
    return pd.DataFrame(found, columns=list(REPORT)).astype(kinds)


def report_csv(report: pd.DataFrame) -> str:
    r"""Return the report in the reader's language as CSV text that Excel opens well: a BOM, inert cells, `\\n`."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(REPORT)
    for row in report[list(REPORT)].itertuples(index=False):
        writer.writerow(cell if isinstance(cell, int) else inert(str(cell)) for cell in row)
    return BOM + stream.getvalue()


def counted(report: pd.DataFrame, file: str) -> dict[str, int]:
    """Return how many rows of a file were kept, mended and left out; a row mended twice is one row."""
    once = report[report["file"] == file].drop_duplicates("line")["status"].value_counts()
    return {status: int(once.get(status, 0)) for status in STATUSES}


def summary(report: pd.DataFrame, read: Mapping[str, Layout], refused: Sequence[Text]) -> Text:
    """Say in a few lines what was read, what the exports cannot tell, and what to do next."""
    counts = {file: counted(report, file) for file in read}
    lines = [
        COUNTED.format(file=file, layout=read[file].name, rows=sum(each.values()), **each)
        for file, each in counts.items()
    ]
    lines += [REFUSED.format(refusal=refusal) for refusal in refused]
    lines += [_untold(layout) for layout in {id(layout): layout for layout in read.values()}.values()]
    left = {status: sum(each[status] for each in counts.values()) for status in STATUSES}
    told = LOOK if left["mended"] + left["left_out"] else GO_ON
    lines.append(told if left["kept"] + left["mended"] else NO_ROWS)
    return join(lines, "\n", "\n")


def _untold(layout: Layout) -> Text:
    what = [ITEM + without()[column] for column in COLUMNS if column in layout.cannot_tell]
    return join([UNTOLD.format(layout=layout.name), *what], "\n", "\n")
