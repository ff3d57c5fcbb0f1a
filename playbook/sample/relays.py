"""Which of the company's posts its other accounts relay, how soon, and what that brings."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.posts import COUNTS
from playbook.sample.card import ACCOUNTS
from playbook.sample.counts import BELOW_LIKES, departures, whole
from playbook.sample.rows import ids, rows, tools
from playbook.sample.truths import Ints, Numbers, Planted, generator
from playbook.sample.wording import relay_words

AT_ONCE, LATER = (3, 58), (95, 1300)  # minutes after the post
THROUGH = 0.03  # share of an original's reactions that passes through a relay that adds nothing (assumption)
GETS = -1.2  # log units: what a relay itself gets, against its account's level (assumption)
A_YEAR = 365 * 86400  # seconds


def relayed(seed: int, account: str, size: int, planted: Planted) -> pd.DataFrame:
    """Return the relays of an account's posts: `post` (its place), `by`, `minutes_after`, `effect`, `through`."""
    chance = generator(seed, "relays", account)
    found = [_pair(relay, size, chance) for relay in planted["relay"] if relay["of"] == account]
    if planted["everybody"]["of"] == account:
        found += _everybody(account, size, planted, chance)
    nothing = np.zeros(0, dtype=np.int64)
    return pd.concat([_relays(nothing, "", nothing, np.zeros(0), THROUGH), *found], ignore_index=True)


def as_posts(seed: int, relays: pd.DataFrame, originals: pd.DataFrame, planted: Planted) -> pd.DataFrame:
    """Return the relays with `seconds`, `post_id`, `repost_of`, `of`, and what a relaying post says and gets.

    `originals` has the posts that `relays["post"]` speaks of: `seconds, post_id, account, text, topics, mentions`.
    What would fall after the end of the year is left out.
    """
    chance = generator(seed, "relays", "posts")
    of = originals.iloc[relays["post"]].set_index(relays.index)
    made = relays.assign(of=of["account"], repost_of=of["post_id"], topics=of["topics"])
    made["seconds"] = of["seconds"] + relays["minutes_after"] * 60 + chance.integers(0, 60, len(relays))
    named = of["account"].map({name: said.zh for name, (said, _) in ACCOUNTS.items()})
    made["mentions"] = [(name, *others) for name, others in zip(named, of["mentions"], strict=True)]
    made["text"] = relay_words(relays["by"].to_numpy(), chance) + "//@" + named + ":" + of["text"]
    made["through"] = (relays["through"] * of[list(COUNTS)].sum(axis=1)).astype(np.int64)
    made = made[made["seconds"] < A_YEAR].sort_values("seconds", kind="stable", ignore_index=True)
    return made.assign(post_id=ids(made["seconds"].to_numpy(), chance), **_gets(made, planted, chance))


def as_rows(seed: int, made: pd.DataFrame, planted: Planted) -> pd.DataFrame:
    """Return the relays as rows of the posts table."""
    sent = tools(np.zeros(len(made), dtype=bool), generator(seed, "relays", "tools"))
    marks = {"is_repost": True, "repost_of": made["repost_of"], "source": sent}
    return rows(made.assign(account=made["by"]), marks, planted)


def log(made: pd.DataFrame) -> pd.DataFrame:
    """Return the table `relays`: what came to each original through each relay."""
    brought = made["added"].where(made["effect"] > 0, made["through"])
    return made.assign(brought=brought)[["post_id", "repost_of", "by", "of", "minutes_after", "brought"]]


def _pair(relay: Planted, size: int, chance: np.random.Generator) -> pd.DataFrame:
    posts = np.flatnonzero(chance.random(size) < relay["share"])
    at_once = chance.random(len(posts)) < relay["at_once"]
    minutes = np.where(at_once, chance.integers(*AT_ONCE, len(posts)), chance.integers(*LATER, len(posts)))
    return _relays(posts, relay["by"], minutes, np.where(at_once, relay["effect"], 0.0), THROUGH)


def _everybody(account: str, size: int, planted: Planted, chance: np.random.Generator) -> list[pd.DataFrame]:
    told = planted["everybody"]
    posts = np.flatnonzero(chance.random(size) < told["share"])
    others = [name for name in planted["accounts"] if name != account]
    nothing = np.zeros(len(posts))
    return [_relays(posts, by, chance.integers(*AT_ONCE, len(posts)), nothing, told["through"]) for by in others]


def _relays(posts: Ints, by: str, minutes: Ints, effect: Numbers, through: float) -> pd.DataFrame:
    return pd.DataFrame({"post": posts, "by": by, "minutes_after": minutes, "effect": effect, "through": through})


def _gets(made: pd.DataFrame, planted: Planted, chance: np.random.Generator) -> dict[str, Ints]:
    levels = made["by"].map({name: of["level"] for name, of in planted["accounts"].items()}).to_numpy(dtype=float)
    noise = departures(made["seconds"].to_numpy() // 86400, 0.0, chance)
    return {name: whole(levels + GETS - BELOW_LIKES[name] + noise[name]) for name in COUNTS}
