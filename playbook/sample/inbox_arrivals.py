"""Who writes to the sample company for the first time, when, where and about what."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.sample.readers import arrived_by, by_hour
from playbook.sample.truths import Flags, Ints, Words, calibration, truths

SEVERITIES = ("mild", "severe")
PRESS = 5  # journalists, besides the readers
MENTIONED = {"flagship": 0.5, "service": 0.25, "shop": 0.15, "store": 0.1}  # which account a mention names


def window() -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return the first moment of the four weeks, and the first after them."""
    first = pd.Timestamp(truths()["inbox"]["first"], tz=ZONE)
    return first, first + pd.Timedelta(days=truths()["inbox"]["days"])


def begun(posts: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Return the conversations begun, a row each: what was said (`say`, `group`), when, where and by whom."""
    truth = truths()["inbox"]
    kinds, readers = truth["kinds"], truth["readers"]
    say = np.repeat(list(kinds), [kind["count"] for kind in kinds.values()])
    mention = chance.random(len(say)) < np.array([kinds[name]["mention"] for name in say])
    table = pd.DataFrame(
        {"say": say, "kind": say, "channel": np.where(mention, "mention", "comment"), "begun_by": pd.NA}
    )
    table = table.join(pd.concat([_after_posts(posts, table.index[~mention], chance), _mentions(say, mention, chance)]))
    table["severity"] = _shares(say == "complaint", dict.fromkeys(SEVERITIES, 0.5))
    table["group"] = table["severity"].fillna(_shares(say == "question", truth["asked"])).fillna("any")
    table["group"] += np.where((say == "complaint") & _damp(table["at"], chance), "_damp", "")
    author = np.where(say == "journalist", readers + np.arange(len(say)) % PRESS, _regulars(len(say), chance))
    table["author"] = [f"r{each + 1:04d}" for each in author]
    table["author_followers"] = _followers(chance)[author]
    return table


def _after_posts(posts: pd.DataFrame, rows: pd.Index, chance: np.random.Generator) -> pd.DataFrame:
    """Return when comments came and to which post: by the measured arrival curve, fewer when people sleep."""
    first, end = window()
    hours, share = arrived_by(calibration()["reactions"]["arrived_after_hours"])
    near = posts[
        posts["posted_at"].between(first - pd.Timedelta(hours=hours[-1]), end) & ~posts["is_repost"].fillna(False)
    ]
    drawn_to = np.log1p(near["comments"].to_numpy(dtype=float, na_value=0.0)).round(9)
    tries = 10 * len(rows)
    post = near.iloc[chance.choice(len(near), size=tries, p=drawn_to / drawn_to.sum())]
    seconds = np.interp(chance.random(tries) * share[-1], share, hours).round(6) * 3600
    at = post["posted_at"] + pd.to_timedelta(np.floor(seconds), unit="s")
    awake = chance.random(tries) < by_hour()[at.dt.hour] / by_hour().max()
    came: pd.DataFrame = pd.DataFrame({"at": at, "post_id": post["post_id"], "account": post["account"]})
    came = came[awake & at.between(first, end, inclusive="left").to_numpy()].head(len(rows))
    return came.set_axis(rows)


def _mentions(say: Words, mention: Flags, chance: np.random.Generator) -> pd.DataFrame:
    """Return when mentions came, by the measured hours, and which account they name; rumours come late."""
    truth, (first, _) = truths()["inbox"], window()
    days = pd.date_range(first, periods=truth["days"])
    late = np.where(
        days >= pd.Timestamp(truth["slow_burn"]["first"], tz=ZONE), float(truth["slow_burn"]["rumours"]), 1.0
    )
    size = len(say)
    day = np.where(
        say == "rumour",
        chance.choice(len(days), size=size, p=late / late.sum()),
        chance.integers(0, len(days), size),
    )
    seconds = chance.choice(24, size=size, p=by_hour()) * 3600 + chance.integers(0, 3600, size)
    account = chance.choice(list(MENTIONED), size=size, p=list(MENTIONED.values()))
    at = days[day] + pd.to_timedelta(seconds, unit="s")
    return pd.DataFrame({"at": at, "post_id": pd.NA, "account": account})[mention]


def _shares(which: Flags, share: dict[str, float]) -> pd.Series:
    """Return a word for each row of `which`, as many of each as its share; empty elsewhere."""
    words = pd.Series(pd.NA, index=range(len(which)), dtype="string")
    steps = np.floor((np.cumsum([0.0, *share.values()]) / sum(share.values()) * which.sum()).round(6)).astype(int)
    words[which] = np.repeat(list(share), np.diff(steps))
    return words


def _damp(at: pd.Series, chance: np.random.Generator) -> Flags:
    burn = truths()["inbox"]["slow_burn"]
    share = np.where(at >= pd.Timestamp(burn["first"], tz=ZONE), burn["damp"]["during"], burn["damp"]["before"])
    return np.array(chance.random(len(at)) < share)


def _followers(chance: np.random.Generator) -> Ints:
    """Return how many followers each reader has, and after them the journalists, who have many."""
    readers = truths()["inbox"]["readers"]
    followers = np.floor((150 * np.exp(1.4 * chance.normal(size=readers + PRESS))).round(6))
    followers[readers:] += 20_000
    return np.asarray(followers, dtype=np.int64)


def _regulars(size: int, chance: np.random.Generator) -> Ints:
    """Return who writes: a few write often, most once."""
    often = 1 / (15 + np.arange(truths()["inbox"]["readers"]))
    return np.asarray(chance.choice(len(often), size=size, p=often / often.sum()), dtype=np.int64)
