"""The mix: what share of an account's posts each column has, over time, and against shares that somebody states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import pandas as pd

from playbook.content.columns import COLUMNS, filed
from playbook.content.kinds import CLASSES, by_class, kind_of_ledger
from playbook.content.plan import WHOLE
from playbook.facts import Facts
from playbook.language import Text
from playbook.posts import originals

Class = Literal["timely", "knowledge", "fun", "campaign"]
# Article 8's four classes and their shares in per cent: they add up to 95.
ARTICLE_8: dict[Class, int] = {"timely": 25, "knowledge": 45, "fun": 20, "campaign": 5}
UNPLACED = "unplaced"
UNPLACED_NAME = Text("没有着落", "no place")


def counts_by_column(facts: Facts, account: str, every: Literal["Q", "M"] | None = "Q") -> pd.DataFrame:
    """Return how many originals of each column (across) an account sent in each quarter or month (`2025-01` down).

    A quarter is named `2025 Q1`. Columns in the order of `COLUMNS`, those without a post left out; empty where no log
    files the posts. With `every` None one row, `all`.
    """
    own = originals(filed(facts))
    own = own[(own["account"] == account) & own["column"].notna()]
    period = pd.Series("all", own.index) if every is None else _period(own["posted_on"], every)
    table = pd.crosstab(period, own["column"])
    known = [each for each in COLUMNS if each in table] + [each for each in table if each not in COLUMNS]
    return table[known].rename_axis(index=None, columns=None)


def shares(facts: Facts, account: str, every: Literal["Q", "M"] | None = "Q") -> pd.DataFrame:
    """Return the counts of `counts_by_column` as shares of each period, from 0 to 1."""
    counts = counts_by_column(facts, account, every)
    return counts.div(counts.sum(axis=1), axis=0)


def share_shown(facts: Facts, account: str, column: str) -> int:
    """Return a column's share of the account's posts as a table shows it, in per cent; 0 if it has none."""
    year = shares(facts, account, None)
    return round(WHOLE * float(year[column].iloc[0])) if column in year else 0


def against(facts: Facts, account: str, stated: Mapping[str, float]) -> pd.DataFrame:
    """Return, by column: `stated` (per cent), `ours` (per cent of the posts there are) and `posts`.

    Every column that is stated or posted has a row.
    """
    counts = counts_by_column(facts, account, None)
    posts = counts.iloc[0] if len(counts) else pd.Series(dtype=int)
    rows = [each for each in (*COLUMNS, *stated, *posts.index) if each in stated or each in posts.index]
    ours = posts.reindex(list(dict.fromkeys(rows)), fill_value=0)
    share = ours * WHOLE / max(int(ours.sum()), 1)
    return pd.DataFrame({"stated": [float(stated.get(each, 0)) for each in ours.index], "ours": share, "posts": ours})


def against_article_8(facts: Facts, account: str) -> pd.DataFrame:
    """Return, by class of article 8: `stated`, `ours` (per cent) and `posts`.

    The last row, `unplaced`, holds our posts that it has no class for; `stated` there is what is missing to 100. Which
    class a column would be in is a reading of ours (`kinds.toml`).
    """
    counts = counts_by_column(facts, account, None).sum()
    by_kind = {kind_of_ledger(str(column)): float(number) for column, number in counts.items()}
    placed = by_class(by_kind, 8)
    every = float(counts.sum())
    posts = pd.Series([*placed.values(), every - sum(placed.values())], [*placed, UNPLACED])
    stated = pd.Series([*ARTICLE_8.values(), missing()], [*ARTICLE_8, UNPLACED], dtype=float)
    return pd.DataFrame({"stated": stated, "ours": posts * WHOLE / max(every, 1), "posts": posts.astype(int)})


def class_name(name: str) -> Text:
    """Return what article 8 calls a class; `unplaced` included."""
    return UNPLACED_NAME if name == UNPLACED else CLASSES[8][name]


def missing(stated: Mapping[Class, int] = ARTICLE_8) -> int:
    """Return what is missing to 100 per cent in stated shares (article 8: 5)."""
    return WHOLE - sum(stated.values())


def in_posts(posts_a_week: int, stated: Mapping[Class, int] = ARTICLE_8) -> dict[Class, float]:
    """Return how many of so many posts a week each class gets: article 8's campaigns 0.7 of 14."""
    return {name: share * posts_a_week / WHOLE for name, share in stated.items()}


def _period(on: pd.Series, every: Literal["Q", "M"]) -> pd.Series:
    quarter: pd.Series = on.dt.year.astype(str) + " Q" + on.dt.quarter.astype(str)
    month: pd.Series = on.dt.strftime("%Y-%m")
    return month if every == "M" else quarter
