"""Whose past campaigns are shown, how many, and of which years: not the year of the posts that a caption tells."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text

CAPTION = Text("数据：{whose}，{first} 至 {last} 的 {n} 次活动", "Data: {n} campaigns of {whose}, {first} to {last}")
OF_THESE = Text("，其中满 90 天的 {n} 次", "; {n} are 90 days past")


def record_dates(facts: Facts, shown: pd.DataFrame | None = None, *, kept: bool = False) -> Text:
    """Return whose campaigns, how many (of those `shown`, else all), from when to when; without any, whose posts.

    With `kept` also how many of them are 90 days past, where that is not all.
    """
    told = facts.campaigns if shown is None else shown
    if told is None or told.empty:
        return facts.caption
    first, last = f"{told['starts'].min():%Y-%m-%d}", f"{told['ends'].max():%Y-%m-%d}"
    head = CAPTION.format(whose=facts.whose, n=len(told), first=first, last=last)
    known = int(told["kept_90"].notna().sum())
    return head + OF_THESE.format(n=known) if kept and known < len(told) else head
