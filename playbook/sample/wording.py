"""What the sample's posts say: pieces of Chinese text (`wording.toml`), drawn and joined.

A post is a topic, an opening, a passage read as far as its length asks, another account brought in, and an
ending: a closing word or a question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.card import ACCOUNTS
from playbook.sample.truths import Flags, Words, read

SENTENCES = np.array([0.42, 0.62, 0.76, 0.88, 1.0])  # how often a passage is read to its 1st, 2nd, … 5th sentence
PASSAGES = np.array([0.66, 0.79, 0.93, 0.975, 0.98, 0.983, 1.0])  # how often a post has one passage, two, …
AT_LENGTH = ["tea", "knowledge", "daily", "people"]  # columns that may have more than one: they tell, not announce
TO_THE_END = 3  # from this many passages on, each is read to its end
SHORT = 0.2  # of posts: a few words (assumption)
OPENED, CLOSED = 0.4, 0.45  # of posts
SEASONS = ["winter"] * 2 + ["spring"] * 3 + ["summer"] * 3 + ["autumn"] * 3 + ["winter"]
PARTS = ["evening"] * 5 + ["morning"] * 6 + ["midday"] * 7 + ["evening"] * 6  # of the day, by hour
LINK = " 网页链接 "  # what an export shows of a link


@cache
def pieces() -> dict[str, Any]:
    """Return `wording.toml`."""
    return read("wording.toml")


def write(drafts: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Return `text`, and `topics` and `mentions` (a word, or empty), of each draft.

    A draft has: account, column, month, hour, topic, mention, question, link (the last four: true or false), and
    `named`, the topic of a campaign (else empty).
    """
    account, size = drafts["account"].tolist(), len(drafts)
    short = (chance.random(size) < SHORT) & ~drafts[["link", "mention", "question"]].to_numpy().any(axis=1)
    body = _joined(_opening(drafts, chance), _passages(drafts, chance))
    body = np.where(short, _drawn(pieces()["short"], account, chance), body)
    own = _drawn(pieces()["topics"], account, chance)
    topic = np.where(drafts["named"] != "", drafts["named"], np.where(drafts["topic"], own, ""))
    others, bring = _mentions(account, drafts["mention"].to_numpy(), chance)
    link = np.where(drafts["link"], LINK, "")
    ending = _ending(account, drafts, short, chance)
    hashed = np.array([f"#{word}#" if word else "" for word in topic], dtype=object)
    text = _filled(_joined(hashed, body, bring, link, ending), chance)
    return pd.DataFrame({"text": text, "topics": topic, "mentions": others}, dtype=object)


def relay_words(by: Words, chance: np.random.Generator) -> Words:
    """Return what each account writes when it relays a post."""
    return _drawn(pieces()["relay"], by.tolist(), chance)


def _opening(drafts: pd.DataFrame, chance: np.random.Generator) -> Words:
    parts = [PARTS[hour] for hour in drafts["hour"].tolist()]
    seasons = [SEASONS[month - 1] for month in drafts["month"].tolist()]
    kind, opening = chance.random(len(drafts)), pieces()["opening"]
    said = np.where(kind < OPENED / 2, _drawn(opening, parts, chance), _drawn(opening, seasons, chance))
    return np.where(kind < OPENED, said, "")


def _passages(drafts: pd.DataFrame, chance: np.random.Generator) -> Words:
    """Return one passage a post, two for some, many for a few; the next begins a new line."""
    read_to, starts = _shelf()
    first = np.array([starts[cell] for cell in zip(drafts["account"].tolist(), drafts["column"].tolist(), strict=True)])
    begin, number, size = first[:, 0], first[:, 1], len(drafts)
    which = (chance.random(size) * number).astype(np.int64)
    more = np.searchsorted(PASSAGES, chance.random(size), side="right")
    many = 1 + np.where(drafts["column"].isin(AT_LENGTH), more, 0)
    length = np.searchsorted(SENTENCES, chance.random((2, size)), side="right")
    length[:, many >= TO_THE_END] = len(SENTENCES) - 1
    texts = read_to[begin + which, length[0]]
    for step in range(1, len(PASSAGES)):
        longer = (many > step) & (step < number)
        texts[longer] += "\n" + read_to[(begin + (which + step) % number)[longer], length[1][longer]]
    return np.asarray(texts)


@cache
def _shelf() -> tuple[Words, dict[tuple[str, str], tuple[int, int]]]:
    """Return every passage read to its 1st … 5th sentence, and where each account's and column's passages stand."""
    shelf: list[list[str]] = []
    starts = {}
    for account, columns in pieces()["passages"].items():
        for column, passages in columns.items():
            starts[account, column] = (len(shelf), len(passages))
            shelf += [_upto(passage) for passage in passages]
    return np.array(shelf, dtype=object), starts


def _upto(passage: list[str]) -> list[str]:
    """Return a passage read to its 1st, 2nd, … sentence; nobody stops at a question, or at somebody's words."""
    upto = list(accumulate(passage))
    for at in reversed(range(len(upto) - 1)):
        if upto[at].endswith(("？", "”")):
            upto[at] = upto[at + 1]
    return (upto + [upto[-1]] * len(SENTENCES))[: len(SENTENCES)]


def _ending(account: list[str], drafts: pd.DataFrame, short: Flags, chance: np.random.Generator) -> Words:
    question = _drawn(pieces()["question"], drafts["column"].tolist(), chance)
    closed = chance.random(len(account)) < CLOSED
    closing = np.where(closed & ~short, _drawn(pieces()["closing"], account, chance), "")
    return np.where(drafts["question"], question, closing)


def _mentions(account: list[str], flags: Flags, chance: np.random.Generator) -> tuple[Words, Words]:
    """Return whom each post names, and the words that do so; both empty where it names nobody."""
    named = np.where(flags, _drawn(pieces()["mentions"], account, chance), "")
    bring = _drawn({"": [""], **pieces()["mention"]}, named.tolist(), chance)
    names = {name: said.zh for name, (said, _) in ACCOUNTS.items()}
    return np.array([names.get(name, name) for name in named], dtype=object), bring


def _filled(text: Words, chance: np.random.Generator) -> Words:
    tea, place, time = (_drawn(pieces()["fill"], [name] * len(text), chance) for name in ("tea", "place", "time"))
    return np.array(
        [
            each.replace("{tea}", one).replace("{place}", two).replace("{time}", three).rstrip()
            for each, one, two, three in zip(text, tea, place, time, strict=True)
        ],
        dtype=object,
    )


def _drawn(table: Mapping[str, Sequence[str]], keys: Sequence[str], chance: np.random.Generator) -> Words:
    """Return, for each key, one of the words that the table has under it."""
    place = {key: at for at, key in enumerate(table)}
    rows = np.array([place[key] for key in keys], dtype=np.int64)
    sizes = np.array([len(words) for words in table.values()])
    words = np.array([word for words in table.values() for word in words], dtype=object)
    drawn = (np.cumsum(sizes) - sizes)[rows] + (chance.random(len(rows)) * sizes[rows]).astype(np.int64)
    return np.asarray(words[drawn])


def _joined(*parts: Words) -> Words:
    return np.array(["".join(each) for each in zip(*parts, strict=True)], dtype=object)
