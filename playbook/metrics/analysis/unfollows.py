"""What a list of those who unfollowed can say, and what it cannot: that somebody left is no customer lost."""

from __future__ import annotations

from typing import NamedTuple

from playbook.facts import Facts

SILENT = 90  # days without a post of their own before they left


class Left(NamedTuple):
    """Of the sampled followers who left: how many, by what brought them, and how many were never likely to buy.

    `for_prizes`: brought by a campaign or bought. `silent`: had posted nothing for SILENT days, or ever. `either`: one
    of the two. `orders_known`: whether the data say of anybody who left whether they ever ordered (they never do).
    """

    joined: int
    left: int
    by_origin: dict[str, tuple[int, int]]
    for_prizes: int
    silent: int
    either: int
    orders_known: bool


def left(facts: Facts) -> Left | None:
    """Return what the sample of followers says of those who unfollowed; None without one, or where nobody left."""
    table = facts.followers
    if table is None or table.empty or table["left_on"].isna().all():
        return None
    gone = table[table["left_on"].notna()]
    last = gone["last_post_on"]
    silent = last.isna() | ((gone["left_on"] - last).dt.days > SILENT)
    prizes = gone["origin"].isin(["campaign", "bought"])
    by_origin = {str(origin): (int(own["left_on"].notna().sum()), len(own)) for origin, own in table.groupby("origin")}
    return Left(
        len(table), len(gone), by_origin, int(prizes.sum()), int(silent.sum()), int((silent | prizes).sum()),
        "orders" in table.columns,
    )  # fmt: skip
