"""What became of every row that was read, as a table and as a CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from functools import lru_cache
from typing import TextIO

import pandas as pd

from playbook.exports.batch import ReportRow
from playbook.exports.encodings import BOM
from playbook.language import language
from playbook.shown import inert

REPORT = ("file", "line", "status", "field", "read", "reason")


def report_table(found: list[ReportRow]) -> pd.DataFrame:
    """Return the report: file, status, field, read (texts), line (integer), reason (Text)."""
    kinds = dict.fromkeys(REPORT, "string") | {"line": "int64", "reason": "object"}
    return pd.DataFrame(found, columns=list(REPORT)).astype(kinds)


def report_csv(report: pd.DataFrame) -> str:
    r"""Return the report in the reader's language as CSV text that Excel opens well: a BOM, inert cells, `\n`."""
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
