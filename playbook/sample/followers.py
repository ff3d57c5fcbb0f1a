"""The sample's followers: who came by what way, who left, and which accounts nobody is behind."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.truths import Flags, Numbers, Words, generator, truths

DAYS_TO_JUDGE = 90  # `stay` is the share still there after so many days
MONTH = 30
LONGEST_IDLE = 3650
SPREAD = {"followers": 1.2, "following": 0.7, "posts": 1.3, "idle_days": 1.1}  # sd in log units: an assumption


def make_followers(seed: int, campaigns: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a random sample of all who ever followed, and, apart from it, the hidden truth.

    `campaigns` is that table (`starts`, `ends`, `new_followers`, `kept_90`): its readers join on its days.
    Of a few somebody looked by hand: `checked_empty` tells what is true of them, and is empty for all others.
    The second table is `follower, empty` (true where nobody is behind the account); learners do not see it.
    """
    truth, chance = truths()["followers"], generator(seed, "followers")
    names = list(truth["origins"])
    shares = np.array([truth["origins"][name]["share"] for name in names])
    origin = np.repeat(names, (shares * truth["sample"]).round().astype(int))
    facts = pd.DataFrame([truth["origins"][name] for name in origin])
    joined = _joined(origin, chance)
    won = origin == "campaign"
    joined[won], facts.loc[won, "stay"] = _won(campaigns, int(won.sum()), chance)
    left = _left(joined, facts, chance)
    empty = chance.random(len(origin)) < facts["empty"].to_numpy()
    table = pd.DataFrame({"joined_on": joined, "origin": origin, **_looks(empty, chance), "left_on": left})
    order = np.argsort(joined.to_numpy(), kind="stable")
    table, empty = table.iloc[order].reset_index(drop=True), empty[order]
    table.insert(0, "follower", [f"f{number:04d}" for number in range(1, len(table) + 1)])
    table["checked_empty"] = _checked(empty, generator(seed, "followers", "checked"))
    return table, pd.DataFrame({"follower": table["follower"], "empty": empty})


def _checked(empty: Flags, chance: np.random.Generator) -> pd.Series:
    """Return what is true of those drawn to be looked at by hand, whatever they look like; empty for all others."""
    drawn = chance.permutation(len(empty)) < truths()["followers"]["checked"]
    return pd.Series(empty, dtype="boolean").where(drawn)


def _joined(origin: Words, chance: np.random.Generator) -> pd.Series:
    """Return the day each joined: any day, or, if bought, one of the days an order was delivered."""
    truth = truths()["followers"]
    days = pd.date_range(truth["first"], truth["last"]).to_numpy().astype("datetime64[D]")
    joined = days[chance.integers(0, len(days), len(origin))]
    bought = origin == "bought"
    orders = np.array(truth["bought"]["orders"], dtype="datetime64[D]")
    delivered = orders[chance.integers(0, len(orders), bought.sum())]
    joined[bought] = delivered + chance.integers(0, truth["bought"]["days"], bought.sum())
    return pd.Series(joined)


def _won(campaigns: pd.DataFrame, size: int, chance: np.random.Generator) -> tuple[Any, Numbers]:
    """Return a day within a campaign for each, as many as it won, and the share of its readers who stayed 90 days.

    What a campaign kept is not known if it ran at the end of the year: then it is what all others kept.
    """
    truth = truths()["followers"]
    known = campaigns[(campaigns["starts"] >= truth["first"]) & (campaigns["ends"] <= truth["last"])]
    won, kept = (known[name].to_numpy(dtype=float, na_value=np.nan) for name in ("new_followers", "kept_90"))
    all_others = np.nansum(kept) / won[~np.isnan(kept)].sum()
    which = chance.choice(len(known), size=size, p=won / won.sum())
    days = ((known["ends"] - known["starts"]).dt.days.to_numpy() + 1)[which]
    joined = known["starts"].to_numpy()[which] + pd.to_timedelta(np.floor(chance.random(size) * days), unit="D")
    return joined, np.where(np.isnan(kept), all_others, kept / won)[which]


def _left(joined: pd.Series, facts: pd.DataFrame, chance: np.random.Generator) -> pd.Series:
    """Return the day each left, empty for those still there at the end.

    Who does not `stay` leaves within 90 days, half of them in the first month; of the rest a share leaves each month.
    """
    early = chance.random(len(joined)) >= facts["stay"].to_numpy()
    soon = np.floor((1 + (DAYS_TO_JUDGE - 1) * chance.random(len(joined)) ** 1.5).round(6))
    # A share p a month is a wait of -ln(1 - u) * 30 / p days; rounded before floor, so that a last bit decides nothing.
    late = -np.log1p(-chance.random(len(joined))) * MONTH / facts["later"].to_numpy()
    late = DAYS_TO_JUDGE + 1 + np.floor(late.round(6)).clip(max=100_000)
    left = joined + pd.to_timedelta(np.where(early, soon, late), unit="D")
    return left.where(left <= pd.Timestamp(truths()["followers"]["last"]))


def _looks(empty: Flags, chance: np.random.Generator) -> dict[str, Any]:
    """Return what can be seen of each account: counts, last post, avatar, bio, verification."""
    truth = truths()["followers"]
    kinds = _kinds(empty, chance)
    counts: dict[str, Numbers] = {
        name: np.floor((kinds[name] * np.exp(spread * chance.normal(size=len(empty)))).round(6).to_numpy())
        for name, spread in SPREAD.items()
    }
    last = pd.Timestamp(truth["last"]) - pd.to_timedelta(counts["idle_days"].clip(max=LONGEST_IDLE), unit="D")
    has_posts = counts["posts"] > 0
    return {
        **{name: counts[name].astype("int64") for name in ("followers", "following", "posts")},
        "last_post_on": pd.Series(last).where(has_posts),
        "has_avatar": chance.random(len(empty)) < kinds["avatar"].to_numpy(),
        "has_bio": chance.random(len(empty)) < kinds["bio"].to_numpy(),
        "verified": (chance.random(len(empty)) < truth["verified"]) & ~empty,
    }


def _kinds(empty: Flags, chance: np.random.Generator) -> pd.DataFrame:
    """Return the looks of a kind for each account: fresh or aged if empty, active or silent if real."""
    kinds = truths()["followers"]["kinds"]
    common, drawn = np.where(empty, "fresh", "active"), chance.random(len(empty))
    other = np.where(empty, "aged", "silent")
    share = np.array([kinds[name]["share"] for name in common])
    return pd.DataFrame([kinds[name] for name in np.where(drawn < share, common, other)])
