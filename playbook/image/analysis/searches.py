"""What people search for, how many of them open a page of ours, and how many of these stay."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from playbook.campaign.analysis import Rate, rate
from playbook.language import Text

KINDS: dict[str, Text] = {
    "brand": Text("品牌名", "the brand"),
    "misspelling": Text("写错的品牌名", "the brand, misspelt"),
    "product": Text("产品名", "products"),
    "trade": Text("行业词", "words of the trade"),
    "place": Text("带地点的词", "terms with a place"),
    "hot": Text("热点词", "hot topics"),
}


class Found(NamedTuple):
    """Counts of a kind of terms, and of its visits the share who follow, with an interval over terms and months."""

    searches: int
    visits: int
    follows: int
    stay: Rate


def by_kind(searches: pd.DataFrame) -> dict[str, Found]:
    """Return what came of each kind of terms, most visits first.

    Searches of a month resemble each other; the interval draws whole months of a term again.
    """
    sums = searches.groupby("kind")[["searches", "visits", "follows"]].sum().astype(int)
    stay = {kind: rate(own, "follows", "visits") for kind, own in searches.groupby("kind")}
    ordered = sums.sort_values("visits", ascending=False, kind="stable")
    return {
        str(kind): Found(int(searched), int(visits), int(follows), stay[kind])
        for kind, searched, visits, follows in ordered.itertuples(name=None)
    }


def by_month(searches: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return a measure by month (rows) and kind (columns): sums over the terms of a kind."""
    return searches.pivot_table(index="month", columns="kind", values=measure, aggfunc="sum").astype(int)
