"""The desk's weekly sheet of two years: who asked by day and in the evening, who was answered in time, how it was."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.truths import Flags, Ints, Planted, generator
from playbook.sample.weekly import weeks

TOLD = ["asked", "in_time", "asked_evening", "in_time_evening", "read", "positive", "negative"]


def make_replies(seed: int, planted: Planted) -> pd.DataFrame:
    """Return `account, week` and TOLD: counts; what was read is empty for accounts whose comments nobody reads."""
    tables = [_account(generator(seed, "replies", name), name, planted["replies"]) for name in planted["accounts"]]
    return pd.concat(tables, ignore_index=True)


def _account(chance: np.random.Generator, account: str, told: dict[str, Any]) -> pd.DataFrame:
    when = weeks()
    later: Flags = np.asarray(when >= pd.Timestamp(told["changed_on"]))
    share = np.where(later, told["evening"]["after"], told["evening"]["before"])
    expected = told["asked"][account] * np.ones(len(when))
    evening, day = (chance.poisson((expected * part).round(6)) for part in (share, 1 - share))
    in_time = {
        name: chance.binomial(asked, np.where(later, told["in_time"][name]["after"], told["in_time"][name]["before"]))
        for name, asked in (("day", day), ("evening", evening))
    }
    table = pd.DataFrame(
        {
            "account": account,
            "week": when,
            "asked": day + evening,
            "in_time": in_time["day"] + in_time["evening"],
            "asked_evening": evening,
            "in_time_evening": in_time["evening"],
        }
    )
    return table.assign(**_sounded(chance, account, told, later)).astype(dict.fromkeys(TOLD, "Int64"))


def _sounded(chance: np.random.Generator, account: str, told: dict[str, Any], later: Flags) -> dict[str, Ints | Any]:
    """Return how many comments of each week were read, and how many of them were friendly and how many angry."""
    if account not in told["read"]:
        return dict.fromkeys(("read", "positive", "negative"), pd.NA)
    negative, positive = (_share(told["read"][account][sign], later) for sign in ("negative", "positive"))
    burning = np.asarray(weeks().isin(pd.to_datetime(told["slow_burn"]["weeks"])))
    negative = negative + told["slow_burn"]["negative"] * burning
    rest = 1 - negative - positive
    counts = chance.multinomial(told["sample"], np.column_stack([positive, negative, rest]).round(6))
    return {"read": np.full(len(counts), told["sample"]), "positive": counts[:, 0], "negative": counts[:, 1]}


def _share(told: list[float], later: Flags) -> Any:  # noqa: ANN401 - numpy's where knows its type
    before, after = told
    return np.where(later, after, before)
