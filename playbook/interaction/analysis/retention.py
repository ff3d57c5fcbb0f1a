"""Who of the followers stays, by what brought them: those still there are counted for as long as they were watched."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from playbook.facts import Facts
from playbook.interaction.analysis.survival import Curve, curve
from playbook.language import Text
from playbook.once import once

Origin = Literal["content", "relay", "search", "campaign", "bought"]
ORIGINS: dict[Origin, Text] = {
    "content": Text("看内容来的", "for the content"),
    "relay": Text("经转发来的", "by a relay"),
    "search": Text("搜索来的", "by a search"),
    "campaign": Text("参加活动来的", "by a campaign"),
    "bought": Text("买来的", "bought"),
}
MONTH, SOON, LATER, YEAR = 30, 30, 90, 360  # days


def watched_until(followers: pd.DataFrame) -> pd.Timestamp:
    """Return the last day on which anything is known of any follower."""
    last: pd.Timestamp = followers[["joined_on", "left_on", "last_post_on"]].max().max()
    return last


@once(16)
def retention(facts: Facts) -> dict[Origin, Curve]:
    """Return how long followers stay (days since joining), by origin; empty where no followers are known.

    Who is still there counts for as long as was watched: to the last day of the data.
    """
    table = facts.followers
    if table is None or table.empty:
        return {}
    days = (table["left_on"].fillna(watched_until(table)) - table["joined_on"]).dt.days
    lasted = np.array(days, dtype=np.float64)
    ended = table["left_on"].notna().to_numpy(dtype=bool)
    of = {name: table["origin"].eq(name).to_numpy(dtype=bool) for name in ORIGINS}
    return {name: curve(lasted[own], ended[own]) for name, own in of.items() if own.any()}


def retained(facts: Facts) -> pd.DataFrame:
    """Return a row an origin, who stays longest first: `joined, still_there`, the share after 30 and after 90 days.

    `kept_30` and `kept_90` with `_low` and `_high`; `months`: how many months a follower stays on average of the first
    twelve. Shares from 0 to 1.
    """
    rows = {
        name: {"joined": each.count, "still_there": each.lasting, "months": each.mean_until(YEAR) / MONTH}
        | _named("kept_30", each.after(SOON))
        | _named("kept_90", each.after(LATER))
        for name, each in retention(facts).items()
    }
    table = pd.DataFrame.from_dict(rows, orient="index")
    return table if table.empty else table.sort_values("kept_90", ascending=False, kind="stable")


def _named(name: str, estimate: tuple[float, float, float]) -> dict[str, float]:
    return dict(zip((name, f"{name}_low", f"{name}_high"), estimate, strict=True))
