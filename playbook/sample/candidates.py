"""The sample's candidates: accounts that one might follow, who answers, who brings signals, and what they take."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.sample.truths import Ints, Numbers, generator, read, truths

LISTED = pd.Timestamp("2025-12-31")
LATEST, A_MONTH = 30, 365 / 12  # posts of theirs that were looked through; days
SPREAD = {"followers": 0.8, "following": 0.5, "a_month": 0.35}  # sd in log units: an assumption
COLUMNS = [
    "id", "name", "name_en", "kind", "followers", "following", "posts_a_month", "last_post_on", "tea_of_30",
    "commented", "answered", "follows_us", "signals", "minutes_a_week",
]  # fmt: skip


def make_candidates(seed: int) -> pd.DataFrame:
    """Return a row a candidate, in no order: what it is, its counts, and what came of three months of dealing with it.

    `commented` and `answered`: comments of ours under its posts, and those it answered; `signals`: useful ones (leads,
    complaints seen early) of those months; `minutes_a_week`: what it takes to read it.
    """
    chance, told = generator(seed, "candidates"), truths()["candidates"]
    names = pd.DataFrame(
        {"kind": kind, "name": each["zh"], "name_en": each["en"]}
        for kind, entry in read("candidates.toml").items()
        for each in entry["names"]
    )
    size = len(names)
    of = pd.DataFrame([told["kinds"][kind] for kind in names["kind"]])
    counts = {name: _around(of[name].to_numpy(dtype=float), sd, chance) for name, sd in SPREAD.items()}
    commented = told["commented"] + chance.integers(-2, 3, size)
    idle = np.floor((chance.exponential(A_MONTH / np.maximum(counts["a_month"], 1))).round(6))
    table = names.assign(
        followers=counts["followers"], following=counts["following"], posts_a_month=counts["a_month"],
        last_post_on=LISTED - pd.to_timedelta(idle, unit="D"),
        tea_of_30=chance.binomial(LATEST, of["tea"]), commented=commented,
        answered=chance.binomial(commented, of["answers"]),
        follows_us=pd.array(chance.random(size) < of["back"], dtype="boolean"),
        signals=chance.poisson(of["signals"]), minutes_a_week=_minutes(counts["a_month"], of["seconds"].to_numpy()),
    )  # fmt: skip
    table = table.iloc[chance.permutation(size)].reset_index(drop=True)
    table["id"] = [f"a{number:02d}" for number in range(1, size + 1)]
    whole = ("followers", "following", "posts_a_month", "tea_of_30", "commented", "answered", "signals")
    texts = dict.fromkeys(("id", "name", "name_en", "kind"), "string")
    return table[COLUMNS].astype(texts | dict.fromkeys(whole, "Int64") | {"minutes_a_week": "Float64"})


def _around(middle: Numbers, sd: float, chance: np.random.Generator) -> Ints:
    """Return whole numbers around a middle, at least 1."""
    drawn = np.floor((middle * np.exp(sd * chance.normal(size=len(middle)))).round(6))
    return np.maximum(drawn, 1).astype(np.int64)


def _minutes(posts_a_month: Ints, seconds: Numbers) -> Numbers:
    """Return what it takes to read so many posts, in minutes a week with one decimal."""
    return np.asarray((posts_a_month / A_MONTH * 7 * seconds / 60).round(6).round(1))
