"""The watch calendar: days of a year on which to search more."""

from __future__ import annotations

import pandas as pd

from playbook.crisis.missing import no_watch_days
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.tables.shown import cannot_tell
from playbook.language import Text
from playbook.tables import table

SOURCES = {
    "notice-2025": Text("国务院办公厅通知（2025 年）", "State Council, notice for 2025"),
    "notice-2026": Text("国务院办公厅通知（2026 年）", "State Council, notice for 2026"),
    "article-5": Text("第 5 篇", "article 5"),
    "company": Text("公司自己", "the company"),
    "course": Text("本课程假定", "assumed by the course"),
}


def watch_days(known: Facts | None = None, year: int = 2026) -> pd.DataFrame:
    """The days of a year to watch more closely: from when to when, what, why, and who says so."""
    facts = known or present_facts()
    missing, told = no_watch_days(facts), facts.watch_days
    if missing is not None or told is None:
        return cannot_tell(missing or Text("", ""))
    own = told[told["first"].dt.year == year]
    heads = [Text("什么日子", "what"), Text("为什么盯", "why"), Text("谁说的", "who says so")]
    rows = [
        (str(Text(row.what, row.what_en)), str(Text(row.why, row.why_en)), str(SOURCES[row.source]))
        for row in own.itertuples()
    ]  # fmt: skip
    return table(rows, [_days(row.first, row.last) for row in own.itertuples()], heads, Text("哪几天", "days"))


def _days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    return f"{first:%m-%d}" if first == last else f"{first:%m-%d}–{last:%m-%d}"
