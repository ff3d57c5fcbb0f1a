"""Facts of other worlds, and of a company that has less: what the tests of analysis, charts and questions ask."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pandas as pd

from playbook.facts import Facts, sample_facts
from playbook.sample.heard import make_heard
from playbook.sample.mentions import make_mentions
from playbook.sample.searched import make_searched

FACTS = sample_facts()
OWN = replace(FACTS, mentions=None, heard=None, searched=None, watch_days=None, comments=None, staff=None,
              invented=False)  # fmt: skip
SEEDS = range(3, 7)


@cache
def world(seed: int) -> Facts:
    """Return the sample's facts with what is said and searched in another world."""
    mentions = make_mentions(seed)
    table = mentions.assign(**{name: mentions[name].astype("Int64") for name in ("mentions", "negative")})
    return replace(FACTS, mentions=table, heard=make_heard(seed), searched=make_searched(seed, mentions))


def counted(**columns: list[int]) -> pd.DataFrame:
    """Return mentions by the quarter hour from 2025-09-01 on; `negative` is 0 where it is not told."""
    size = len(columns["mentions"])
    at = pd.date_range("2025-09-01", periods=size, freq="15min", tz="Asia/Shanghai")
    return pd.DataFrame({"at": at, "negative": [0] * size, **columns})


def labelled(*rows: tuple[str, bool]) -> pd.DataFrame:
    """Return labelled posts: a text, and whether it is about us; none is negative, all of one day."""
    return pd.DataFrame({
        "id": [f"h{at}" for at in range(len(rows))],
        "at": pd.to_datetime(["2025-11-03 10:00+08:00"] * len(rows)).tz_convert("Asia/Shanghai"),
        "text": [text for text, _ in rows],
        "text_en": ["a text"] * len(rows),
        "about_us": [ours for _, ours in rows],
        "negative": [False] * len(rows),
    })  # fmt: skip
