"""The simulation of pay, asked: how do the schemes stand, does the order hold, and what would a plan's scheme do?"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Literal

import numpy as np
import pandas as pd

from playbook.governance.incentive import Pay, SchemeName, Year, bonus_as_usual, schemes, simulate
from playbook.governance.incentive_work import ACTS, assumptions, usual, values
from playbook.governance.rewarding import Reward, Scheme

Outcome = Literal["counted", "kept", "orders", "answered", "complaints", "gaming", "idle", "pay", "prizes"]
OUTCOMES: tuple[Outcome, ...] = (
    "counted",
    "kept",
    "orders",
    "answered",
    "complaints",
    "gaming",
    "idle",
    "pay",
    "prizes",
)
COMPARED: tuple[SchemeName, ...] = ("fixed", "followers", "posts", "card", "mixed", "team")
BY_COUNT: tuple[SchemeName, ...] = ("followers", "posts")
RUNS, FEW = 1000, 150  # runs to show a scheme; to try a hundred assumptions
COUNTED = {
    "followers": "follower",
    "follower_growth": "follower",
    "posts": "post",
    "reads": "post",
    "replies_sent": "post",
}
MONEY = ("orders", "revenue", "conversion", "roi")


@lru_cache(maxsize=64)
def year(name: SchemeName) -> Year:
    """Return a thousand years under a scheme, with what is assumed."""
    return simulate(schemes()[name], runs=RUNS)


def middle(found: Year) -> dict[str, float]:
    """Return the middle run of each outcome, and of the hours a person spends on each activity in the last month."""
    told = {name: float(np.median(getattr(found, name))) for name in OUTCOMES}
    return told | {act: float(np.median(found.hours[:, at])) for at, act in enumerate(ACTS)}


def compared(names: tuple[SchemeName, ...] = COMPARED) -> pd.DataFrame:
    """Return the middle run of each scheme: a row a scheme, a column an outcome."""
    return pd.DataFrame.from_dict({name: middle(year(name)) for name in names}, orient="index")


def order(outcome: Outcome = "orders", changed: dict[str, float] | None = None, runs: int = FEW) -> list[SchemeName]:
    """Return the schemes with the most of an outcome first (median of runs), with some assumptions changed."""
    told = values(changed)
    found = {name: float(np.median(getattr(simulate(pay, told, runs=runs), outcome)))
             for name, pay in schemes(told).items() if name in COMPARED}  # fmt: skip
    return sorted(found, key=lambda name: -found[name])


def tried() -> Iterator[tuple[str, str, float]]:
    """Yield each assumption with `half` and `double`: its key, which way, and the value that is tried.

    Where half or double makes no sense (a share over 1, nobody's hours), the file says what is tried.
    """
    for group, of in assumptions().items():
        for name, each in of.items():
            for way, times in (("low", 0.5), ("high", 2.0)):
                value = float(each.get(way, each["value"] * times))
                if value != each["value"]:
                    yield f"{group}.{name}", way, value


@lru_cache(maxsize=4)
def sensitivity(outcome: Outcome = "orders") -> pd.DataFrame:
    """Return what halving and doubling each assumption does to the order of the schemes.

    A row a change: `assumption, way, value, order` (names, most first), `best`, `same` (the whole order holds), and
    `counts_last` (pay by followers and pay by posts still come last).
    """
    first = order(outcome)
    rows: list[dict[str, Any]] = []
    for key, way, value in tried():
        found = order(outcome, {key: value})
        last = set(found[-len(BY_COUNT) :]) == set(BY_COUNT)
        rows.append({"assumption": key, "way": way, "value": value, "order": tuple(found), "best": found[0],
                     "same": found == first, "counts_last": last})  # fmt: skip
    return pd.DataFrame(rows)


def of_scheme(scheme: Scheme) -> Pay | None:
    """Return a plan's scheme as the simulation knows it; None if it pays nothing by results.

    A count that can be bought or made up is paid by the piece; orders and money by the order; all else by the
    scorecard, one's own or the team's. That is coarser than the plan: the simulation knows three qualities, not twenty.
    """
    told = values()
    bonus, work = bonus_as_usual(told), usual(told)
    each = {"follower": work["new"] + work["prized"], "post": work["posts"], "order": work["orders"]}
    sums = dict.fromkeys(("follower", "post", "order", "card", "team"), 0.0)
    for reward in scheme.rewards:
        sums[_kind(reward)] += bonus * reward.weight / 100
    if not any(sums.values()) and not scheme.commission:
        return None
    paid = {name: value / each.get(name, 1.0) for name, value in sums.items()}
    paid["order"] += told["yields"]["order"] * scheme.commission / 100
    return Pay(base=told["team"]["base"], guarded="suspicious_followers" in scheme.guards, **paid)


def _kind(reward: Reward) -> str:
    if reward.measure in COUNTED:
        return COUNTED[reward.measure]
    if reward.whose == "team":
        return "team"
    return "order" if reward.measure in MONEY else "card"
