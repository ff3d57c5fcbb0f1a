"""Who follows what: how many people follow exactly which of the company's accounts."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.sample.truths import Flags, Numbers, Planted, generator, truths

ROUNDS = 400  # of fitting: by then no target is off by a person
Target = tuple[Flags, float]  # which patterns are meant, and how many people they hold together


def make_audiences(seed: int, register: pd.DataFrame, planted: Planted) -> pd.DataFrame:
    """Return a flag a column for each account of the register and `people`: who follows exactly these; most first.

    Each account's people sum to its followers. The pairs named in `truths.toml` overlap as planted; where nothing is
    planted, who follows one account is as likely as anybody to follow another.
    """
    names, followers = list(register["account"]), register["followers"].to_numpy(dtype=float)
    codes = np.arange(2 ** len(names))
    follows = (codes[:, None] >> np.arange(len(names)) & 1).astype(bool)
    everybody = float(truths()["audiences"]["everybody"])
    targets = [(follows[:, at], size) for at, size in enumerate(followers)]
    targets += _overlaps(seed, names, follows, followers, planted)
    people = np.floor(_fitted(follows, followers, targets, everybody).round(6) + 0.5).astype(np.int64)
    # Who follows one account alone makes up the sum: followers are counted, overlaps are rounded.
    several = follows.sum(axis=1) > 1
    for at, size in enumerate(followers):
        people[1 << at] = int(size) - people[several & follows[:, at]].sum()
    table = pd.DataFrame(follows, columns=names).assign(people=people).iloc[1:]
    table = table[table["people"] > 0].sort_values("people", ascending=False, kind="stable", ignore_index=True)
    return table.astype(dict.fromkeys(names, "boolean") | {"people": "Int64"})


def planted_share(pair: Planted, planted: Planted) -> float:
    """Return the share of `who`'s followers who follow `also` too, where the relay between them helps or does not."""
    ends = {pair["who"], pair["also"]}
    relay = next((each for each in planted["relay"] if {each["by"], each["of"]} == ends), None)
    helps = relay is None or relay["effect"] > 0
    return float(pair["share"] if helps or "idle" not in pair else pair["idle"])


def _overlaps(seed: int, names: list[str], follows: Flags, followers: Numbers, planted: Planted) -> list[Target]:
    """Return a target for each planted pair, a little off in each world."""
    chance, told = generator(seed, "audiences"), truths()["audiences"]
    targets = []
    for pair in told["pair"]:
        who, also = names.index(pair["who"]), names.index(pair["also"])
        share = planted_share(pair, planted) * (1 + told["spread"] * float(chance.uniform(-1, 1)))
        targets.append((follows[:, who] & follows[:, also], share * followers[who]))
    return targets


def _fitted(follows: Flags, followers: Numbers, targets: list[Target], everybody: float) -> Numbers:
    """Return people by pattern that meet all targets and are otherwise independent (iterative proportional fitting)."""
    shares = followers / everybody
    people = everybody * np.where(follows, shares, 1 - shares).prod(axis=1)
    for _ in range(ROUNDS):
        for inside, size in targets:
            held = people[inside].sum()
            people = np.where(inside, people * (size / held), people * ((everybody - size) / (everybody - held)))
    return np.asarray(people)
