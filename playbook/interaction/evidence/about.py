"""How evidence on interaction begins: from when to when its own table is, or that there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Literal

import pandas as pd

from playbook.conflicts import Evidence
from playbook.evidence import HEAD, Judge
from playbook.facts import Facts
from playbook.interaction.analysis.candidates import WATCHED
from playbook.interaction.analysis.retention import watched_until
from playbook.language import Text
from playbook.once import once

Table = Literal["comments", "followers", "candidates"]
NONE: dict[Table, Text] = {
    "comments": Text("没有收件箱，答不了。", "There is no inbox, so the data cannot say."),
    "followers": Text(
        "没有一位一位的粉丝记录，答不了。", "There is no record of single followers, so the data cannot say."
    ),
    "candidates": Text(
        "没有可关注账号的清单，答不了。", "There is no list of accounts to follow, so the data cannot say."
    ),
}


def about(table: Table) -> Callable[[Judge], Judge]:
    """Begin what is said with the dates of a table, and say that there is none; once for the same facts.

    All of it is said of the whole company.
    """

    def decorate(judge: Judge) -> Judge:
        @once(16)
        @wraps(judge)
        def judged(facts: Facts, account: str) -> Evidence:
            own: pd.DataFrame | None = getattr(facts, table)
            if own is None or own.empty:
                return Evidence(NONE[table], whole=True)
            first, last = _dates(table, own)
            found = judge(facts, account)
            head = HEAD.format(first=f"{first:%Y-%m-%d}", last=f"{last:%Y-%m-%d}")
            return Evidence(head + found.said, found.favours, whole=True)

        return judged

    return decorate


def _dates(table: Table, own: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    if table == "comments":
        return own["at"].min(), own["at"].max()
    if table == "followers":
        return own["joined_on"].min(), watched_until(own)
    last = own["last_post_on"].max()
    return last - pd.Timedelta(days=WATCHED), last
