"""Rows of the posts table from arrays, the same for originals and for relays."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.posts import COLUMNS, COUNTS, FLAGS, TEXTS
from playbook.sample.truths import Flags, Ints, Planted, Words

FIRST_ID, A_SECOND = 5_118_000_000_000_000, 4_194_304  # 16 digits that rise with time, as the platform's do
TOOLS, UP_TO, SCHEDULER = ("微博网页版", "iPhone客户端", "Android客户端"), (0.45, 0.75, 1.0), "定时发布"


def rows(table: pd.DataFrame, marks: Mapping[str, Any], planted: Planted) -> pd.DataFrame:
    """Return rows of the posts table.

    Args:
        table: `post_id, account, seconds` (of the year), `text`, `topics`, `mentions` (tuples of words), the counts.
        marks: What else is known of these rows, by column; a flag that is not named is false.
        planted: For the year.
    """
    start = pd.Timestamp(planted["year"], 1, 1, tz=ZONE)
    at = start + pd.to_timedelta(table["seconds"].to_numpy(), unit="s")
    known = {name: table[name] for name in ("post_id", "account", "text", *COUNTS)}
    moments = {"posted_at": at, "posted_on": at.tz_localize(None).normalize()}
    named = {name: arrays(table[name]) for name in ("topics", "mentions")}
    made = pd.DataFrame(dict.fromkeys(FLAGS, False) | {"repost_of": None} | known | moments | named | dict(marks))
    types = dict.fromkeys(TEXTS, "string") | dict.fromkeys(FLAGS, "boolean") | dict.fromkeys(COUNTS, "Int64")
    return made[list(COLUMNS)].astype(types)


def ids(seconds: Ints, chance: np.random.Generator) -> list[str]:
    """Return ids that rise with time: seconds in the high digits, chance in the low ones."""
    numbers = FIRST_ID + seconds * A_SECOND + chance.integers(0, A_SECOND, len(seconds))
    return [str(number) for number in numbers.tolist()]


def tools(scheduled: Flags, chance: np.random.Generator) -> Words:
    """Return what each post was sent with."""
    drawn = np.searchsorted(UP_TO, chance.random(len(scheduled)), side="right")
    return np.where(scheduled, SCHEDULER, np.array(TOOLS, dtype=object)[drawn])


def arrays(words: pd.Series) -> list[str]:
    """Return tuples of words as JSON arrays."""
    return [_array(each) for each in words]


@cache
def _array(words: tuple[str, ...]) -> str:
    return json.dumps(words, ensure_ascii=False)
