"""The sample's register: every account that bears the company's name, the two that nobody remembered among them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from playbook.sample.card import ACCOUNTS
from playbook.sample.truths import Planted, read, truths

COLUMNS = [
    "account", "name", "name_en", "kind", "owner", "audience_zh", "audience_en", "opened_on", "verified",
    "hours_a_week", "posts", "followers", "last_post_on",
]  # fmt: skip
WEEKS = 365 / 7
SHIFT = ["on", "person", "start"]


def make_register(posts: pd.DataFrame, staff: pd.DataFrame, weekly: pd.DataFrame, planted: Planted) -> pd.DataFrame:
    """Return a row an account: name, kind, owner (empty: nobody's), audience, hours of work, posts, followers.

    `posts`, `staff` and `weekly` are those tables. `posts` counts those of 2025, relays included; `followers` are
    those of the last week; `hours_a_week` see `hours_a_week`.
    """
    measured = pd.DataFrame(
        {
            "posts": posts["account"].value_counts(),
            "last_post_on": posts.groupby("account")["posted_on"].max(),
            "followers": weekly.dropna(subset="followers").groupby("account")["followers"].last(),
            "hours_a_week": hours_a_week(staff),
        }
    )
    rows = [_row(name, told, planted) for name, told in read("register.toml").items()]
    table = pd.DataFrame(rows).set_index("account")
    table["hours_a_week"] = measured["hours_a_week"].reindex(table.index).fillna(0.0)
    for name in ("posts", "followers", "last_post_on"):
        table[name] = measured[name].reindex(table.index).fillna(table[name])
    texts = dict.fromkeys(
        ("account", "name", "name_en", "kind", "owner", "audience_zh", "audience_en", "verified"), "string"
    )
    return table.reset_index()[COLUMNS].astype(
        texts | {"posts": "Int64", "followers": "Int64", "hours_a_week": "Float64"}
    )


def hours_a_week(staff: pd.DataFrame) -> pd.Series:
    """Return the hours of work that each account got in a typical week of the duty log, in tenths of an hour.

    The hours of a shift are shared among the accounts by what was written and answered in it; a post counts for as
    much as `register.post_in_replies` replies (an assumption). Shifts that were not logged are left out.
    """
    worth = truths()["register"]["post_in_replies"]
    done = staff.assign(done=(staff["posts_written"] * worth + staff["replies"]).astype("Float64"))
    done = done.dropna(subset="done").astype({"done": float})
    part = done["done"] / done.groupby(SHIFT)["done"].transform("sum")
    hours = (done["end"] - done["start"]).astype(float) * part
    return (hours.groupby(done["account"]).sum() / WEEKS).round(6).round(1)


def _row(account: str, told: dict[str, Any], planted: Planted) -> dict[str, Any]:
    """Return what the files know of an account, and for the forgotten ones what nothing else knows."""
    name = ACCOUNTS[account][0] if account in ACCOUNTS else None
    return {
        "account": account,
        "name": name.zh if name else told["name"]["zh"],
        "name_en": name.en if name else told["name"]["en"],
        "kind": told["kind"],
        "owner": planted["accounts"].get(account, {}).get("owner"),
        "audience_zh": told["audience"]["zh"],
        "audience_en": told["audience"]["en"],
        "opened_on": pd.Timestamp(told["opened_on"]),
        "verified": told["verified"],
        "posts": told.get("posts"),
        "followers": told.get("followers"),
        "last_post_on": pd.Timestamp(told["last_post_on"]) if "last_post_on" in told else pd.NaT,
    }
