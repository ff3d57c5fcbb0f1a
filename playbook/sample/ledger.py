"""The company's editorial log: of each original its column, form, campaign, author, and when it was first answered."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.microblog import HOOK
from playbook.sample.duty import present
from playbook.sample.truths import Flags, Ints, Numbers, Planted, Words, generator

NEXT_MORNING = 9  # hours after the year when somebody is there again
ANSWERED = 0.75  # of the posts that got a comment (assumption)
REPLY_MEDIAN, REPLY_SPREAD = 25.0, 0.9  # minutes, and log units: from when somebody is there (assumptions)
COLUMNS = ["post_id", "column", "form", "campaign", "author", "scheduled", "first_reply_minutes"]


def make_ledger(drafts: pd.DataFrame, seed: int, planted: Planted) -> pd.DataFrame:
    """Return a row for each original; `campaign` and `first_reply_minutes` are empty where there is none."""
    chance = generator(seed, "ledger")
    waited = _waits(drafts, planted["scheduled"]["slower"], chance)
    answered = (drafts["comments"].to_numpy() > 0) & (chance.random(len(drafts)) < ANSWERED)
    table = drafts.assign(
        form=_forms(drafts),
        campaign=drafts["campaign"].replace("", None),
        author=_authors(drafts, planted),
        first_reply_minutes=pd.Series(np.ceil(waited), dtype="Int64").where(answered),
    )
    texts = dict.fromkeys(("post_id", "column", "form", "campaign", "author"), "string")
    return table[COLUMNS].astype(texts | {"scheduled": "boolean"})


def _forms(drafts: pd.DataFrame) -> Words:
    """Return each post's form; one that is several is called by the first of these."""
    long = drafts["text"].str.len() > HOOK
    named = {"video": drafts["video"], "long": long, "image": drafts["image"], "link": drafts["link"]}
    return np.select(list(named.values()), list(named), "text").astype(object)


def _authors(drafts: pd.DataFrame, planted: Planted) -> list[str]:
    """Return who wrote each post: the account's owner if there at the time, else who is, else the owner beforehand."""
    there = present()
    owners = {name: of["owner"] for name, of in planted["accounts"].items()}
    moments = zip(drafts["account"], drafts["day"] * 24 + drafts["hour"], strict=True)
    return [_author(owners[account], there[hour]) for account, hour in moments]


def _author(owner: str, there: list[str]) -> str:
    return owner if owner in there or not there else there[0]


def _waits(drafts: pd.DataFrame, slower: float, chance: np.random.Generator) -> Numbers:
    """Return the minutes to the first reply: until somebody is on duty, and then until it is written."""
    writing = np.log(REPLY_MEDIAN) + REPLY_SPREAD * chance.normal(size=len(drafts))
    written = np.exp(writing + np.where(drafts["scheduled"], slower, 0.0))
    duty = np.array([bool(people) for people in present()])
    at = (drafts["day"] * 24 + drafts["hour"]).to_numpy()
    until = _hours_until(duty)[at] * 60 - np.where(duty[at], 0, drafts["second"].to_numpy() % 3600 / 60)
    return np.asarray(np.round(until + written, 6))


def _hours_until(duty: Flags) -> Ints:
    """Return, for each of the year's hours, how many hours it is until somebody is on duty."""
    hours = np.arange(len(duty))
    manned = np.append(np.flatnonzero(duty), len(duty) + NEXT_MORNING)
    return manned[np.searchsorted(manned, hours)] - hours
