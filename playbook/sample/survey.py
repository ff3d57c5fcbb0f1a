"""An audience survey, asked in four ways: by a post, at the counter, by a card in parcels, and of an outside panel."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.truths import Flags, Numbers, Planted, generator

MOTIVES = ("product-info", "company-news", "promotions", "fun", "exclusive", "gifts", "brand-interaction")
PLATFORMS = ("weibo", "video", "notes", "messages", "shop")
BUYS = ("never", "once", "often")


def make_survey(seed: int, planted: Planted) -> pd.DataFrame:
    """Return an answer a row: `answer, way, follows, age, in_region, buys, orders, motives`, platforms, `minutes`.

    `motives` are keys, with a space between; only those who follow us were asked for them. What was left blank is NA.
    """
    told = planted["survey"]
    parts = [_asked(generator(seed, "survey", way), way, told) for way in told["ways"]]
    table = pd.concat(parts, ignore_index=True)
    table.insert(0, "answer", [f"s{number:04d}" for number in range(1, len(table) + 1)])
    whole = {"orders": "Int64", "minutes": "Int64"}
    flags = dict.fromkeys(("follows", "in_region", *PLATFORMS), "boolean")
    words = dict.fromkeys(("answer", "way", "age", "buys", "motives"), "string")
    return table.astype(whole | flags | words)


def make_known_shares(planted: Planted) -> pd.DataFrame:
    """Return `about, value, share`: what the back end says of all followers, by age and by region."""
    known = planted["survey"]["known"]
    ages = [("age", band, share) for band, share in known["age"].items()]
    region = [("in_region", "true", known["region"]), ("in_region", "false", round(1 - known["region"], 4))]
    table = pd.DataFrame([*ages, *region], columns=["about", "value", "share"])
    return table.astype({"about": "string", "value": "string", "share": "Float64"})


def _asked(chance: np.random.Generator, way: str, told: dict[str, Any]) -> pd.DataFrame:
    """Return the answers that came by one way."""
    of = told["ways"][way]
    size = int(of["answers"])
    near: Flags = chance.random(size) < of["region"]
    follows: Flags = chance.random(size) < of["follows"]
    age = chance.choice(list(told["known"]["age"]), size, p=of["age"])
    never = np.where(near, of["never"], 1 - (1 - of["never"]) * told["elsewhere_buys"])
    often = (1 - never) * told["often"]
    drawn = chance.random(size)
    buys = np.where(drawn < never, "never", np.where(drawn < 1 - often, "once", "often"))
    orders = np.where(buys == "often", 2 + chance.poisson(told["more_orders"], size), (buys == "once").astype(int))
    table = pd.DataFrame(
        {"way": way, "follows": follows, "age": age, "in_region": near, "buys": buys, "orders": orders}
        | {"motives": _motives(chance, of, told, near)}
        | _platforms(chance, told, follows)
        | {"minutes": (5 * np.ceil(chance.gamma(1.6, 12, size))).astype(int)}
    ).astype({"in_region": "boolean", "age": "string", "motives": "string", "minutes": "Int64"})
    for column, share in told["blank"].items():
        table.loc[chance.random(size) < share, column] = pd.NA
    return table.assign(motives=table["motives"].where(follows))


def _motives(chance: np.random.Generator, of: dict[str, Any], told: dict[str, Any], near: Flags) -> list[str]:
    """Return the motives of each: likelier ones in the region or outside, and what this way of asking draws."""
    wants = np.empty((len(near), len(MOTIVES)), dtype=bool)
    for at, motive in enumerate(MOTIVES):
        inside, outside = told["motives"][motive]
        share: Numbers = np.where(near, inside, outside) * of["draws"].get(motive, 1.0)
        wants[:, at] = chance.random(len(near)) < share
    named = [" ".join(np.array(MOTIVES)[row]) for row in wants]
    return [each or "brand-interaction" for each in named]


def _platforms(chance: np.random.Generator, told: dict[str, Any], follows: Flags) -> dict[str, Flags]:
    """Return who uses which platform in a week: whether one is on Weibo tells of the others."""
    weibo: Flags = (chance.random(len(follows)) < told["weibo"]) | (
        follows & (chance.random(len(follows)) < told["fan"])
    )
    others = {}
    for name in PLATFORMS[1:]:
        also, else_ = told["also"][name]
        others[name] = chance.random(len(weibo)) < np.where(weibo, also, else_)
    return {"weibo": weibo} | others
