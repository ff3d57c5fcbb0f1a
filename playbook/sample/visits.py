"""What stood on each account's page week by week, who opened it, and how many of these followed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.counts import carried_over
from playbook.sample.truths import Planted, generator

PARTS = ("name", "avatar", "cover", "bio", "pinned")  # of a page, each with a number that counts its versions
CARRIED_OVER, SPREAD = 0.3, 0.08  # of a week's departure in the share who follow, in log units (assumptions)
COLUMNS = ("account", "week", *PARTS, "tags", "verified", "visits", "follows")


def make_visits(weekly: pd.DataFrame, seed: int, planted: Planted) -> pd.DataFrame:
    """Return COLUMNS by account and week: `visits` as `weekly` counts them, and what was planted of the page.

    A part of a page counts its versions from 1; `tags` is fixed or rotating; `verified` tells whether the page showed
    that it is verified. `follows` is empty where nobody wrote down the visits.
    """
    parts = [_account(own, seed, str(name), planted) for name, own in weekly.groupby("account", sort=False)]
    return pd.concat(parts, ignore_index=True)[list(COLUMNS)]


def _account(weekly: pd.DataFrame, seed: int, account: str, planted: Planted) -> pd.DataFrame:
    chance, told, week = generator(seed, "visits", account), planted["visits"], weekly["week"].reset_index(drop=True)
    table = pd.DataFrame({"account": account, "week": week} | dict.fromkeys(PARTS, 1))
    table = table.assign(tags="fixed", verified=True, visits=weekly["profile_visits"].to_numpy())
    log = SPREAD * carried_over(len(week), CARRIED_OVER, chance)
    for change in told["change"]:
        if change["account"] == account:
            since = week >= pd.Timestamp(change["on"])
            log = log + change["effect"] * since.to_numpy()
            _marked(table, change, since)
    share = np.round(told["share"][account] * np.exp(log), 6)
    known = table["visits"].notna().to_numpy()
    counted = table["visits"].fillna(0).astype("int64").to_numpy()
    table["follows"] = pd.array(chance.binomial(counted, share), dtype="Int64")
    table.loc[~known, "follows"] = pd.NA
    counts = dict.fromkeys((*PARTS, "visits", "follows"), "Int64")
    return table.astype(counts | {"account": "string", "tags": "string", "verified": "boolean"})


def _marked(table: pd.DataFrame, change: dict[str, Any], since: pd.Series) -> None:
    """Note on a table what stood on the page from the week of a change on."""
    for part in change["parts"]:
        if part == "tags":
            table.loc[since, "tags"] = "rotating"
        elif part == "verified":
            table["verified"] = since
        else:
            table.loc[since, part] += 1
