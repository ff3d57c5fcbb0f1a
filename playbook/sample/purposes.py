"""Eight quarters of work by purpose (`truths.toml`: purposes): hours, posts, what was measured, what came of it."""

from __future__ import annotations

import pandas as pd

from playbook.sample.truths import Planted, generator

QUARTERS = tuple(f"{year}Q{quarter}" for year in (2024, 2025) for quarter in (1, 2, 3, 4))
WOBBLE = 0.12  # of hours from one quarter to the next, in log units: an assumption


def make_purposes(seed: int, planted: Planted) -> pd.DataFrame:
    """Return `quarter, account, purpose, hours, posts, measure, value, orders, cost`: a purpose and quarter a row.

    `orders` are those that the shop traced to it by a link or a code; `cost` is in yuan, without working hours.
    """
    rows = []
    for purpose, of in planted["purposes"]["each"].items():
        chance = generator(seed, "purposes", purpose)
        for quarter in QUARTERS:
            hours = of["hours"] * float(chance.lognormal(0, WOBBLE))
            posts = int(chance.poisson(of["posts"]))
            value = _value(float(of["value"]), hours / of["hours"], float(chance.normal()))
            orders = int(chance.poisson(round(hours * of["orders_an_hour"], 6)))
            rows.append(
                {
                    "quarter": quarter, "account": of["account"], "purpose": purpose, "hours": round(hours, 1),
                    "posts": posts, "measure": of["measure"],
                    "value": max(value, orders) if of["measure"] == "orders" else value,  # traced ones are among all
                    "orders": orders,
                    "cost": int(of["cost"] * float(chance.lognormal(0, WOBBLE))),
                }
            )  # fmt: skip
    words = dict.fromkeys(("quarter", "account", "purpose", "measure"), "string")
    whole = dict.fromkeys(("posts", "orders", "cost"), "Int64")
    return pd.DataFrame(rows).astype(words | whole | {"hours": "Float64", "value": "Float64"})


def _value(typical: float, effort: float, luck: float) -> float:
    """Return a measure's value: a share (below 1) wobbles little, a count follows the effort; nothing stays nothing."""
    if not typical:
        return 0.0
    if typical < 1:
        return round(min(1.0, max(0.0, typical + 0.02 * luck)), 3)
    return float(max(0, round(typical * effort + luck * typical**0.5)))
