"""The sample's posts: originals by habit, what each gets, and the relays of them by the company's other accounts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from playbook.posts import COUNTS
from playbook.sample import relays
from playbook.sample.counts import BELOW_LIKES, departures, whole
from playbook.sample.effects import moves, moves_only
from playbook.sample.rows import ids, rows, tools
from playbook.sample.schedule import names
from playbook.sample.truths import Planted, generator, truths
from playbook.sample.when import drafts
from playbook.sample.wording import write


@dataclass(frozen=True, slots=True)
class Year:
    """A year as it was made.

    `posts` is the posts table. `drafts` has a row for each original with its `post_id`: what was settled before it
    went out (see `when.drafts`), what it says and gets. `relays` is the table of that name.
    """

    posts: pd.DataFrame
    drafts: pd.DataFrame
    relays: pd.DataFrame


def make_posts(seed: int, planted: Planted | None = None) -> pd.DataFrame:
    """Return the posts table of all accounts for one year, in order of time within an account."""
    return make_year(seed, planted or truths()).posts


def make_year(seed: int, planted: Planted) -> Year:
    """Return posts, drafts and relays of one year."""
    accounts = list(planted["accounts"])
    parts = [_account(seed, name, planted) for name in accounts]
    table = pd.concat([part for part, _ in parts], ignore_index=True)
    first = np.cumsum([0, *(len(part) for part, _ in parts)])[:-1]
    passed = pd.concat([some.assign(post=some["post"] + at) for (_, some), at in zip(parts, first, strict=True)])
    table = _said(seed, table)
    marks = {"has_image": table["image"], "has_video": table["video"], "edited": table["edited"]}
    own = rows(table, marks | {"source": table["sent_with"]}, planted)
    made = relays.as_posts(seed, passed.reset_index(drop=True), table, planted)
    posts = pd.concat([own, relays.as_rows(seed, made, planted)], ignore_index=True)
    rank = posts["account"].map({name: at for at, name in enumerate(accounts)}).to_numpy(dtype=np.int64)
    order = np.lexsort((posts["post_id"].to_numpy(dtype=np.int64), rank))
    return Year(posts.iloc[order].reset_index(drop=True), table, relays.log(made))


def _account(seed: int, account: str, planted: Planted) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return an account's drafts with what they get, and their relays with what they `added` to the original."""
    of, chance = planted["accounts"][account], generator(seed, "posts", account)
    table = drafts(seed, account, planted, chance)
    gets = {}
    passed, helped = relays.relayed(seed, account, len(table), planted), np.zeros(len(table))
    place = passed["post"].to_numpy()
    np.maximum.at(helped, place, passed["effect"].to_numpy())
    moved = moves(table, account, planted)
    noise = departures(table["day"].to_numpy(), float(np.var(moved + helped)), chance)
    added = np.zeros(len(table), dtype=np.int64)
    for name in COUNTS:
        logs = of["level"] - BELOW_LIKES[name] + moved + moves_only(table, name, planted) + noise[name]
        helps = whole(logs + helped)
        added += helps - whole(logs)
        gets[name] = np.where(table["viral"], of.get("viral", {}).get(name, 0), helps)
    return table.assign(**gets), passed.assign(added=added[place])


def _said(seed: int, table: pd.DataFrame) -> pd.DataFrame:
    """Return the drafts of all accounts with `seconds`, `post_id`, `text`, `topics`, `mentions`, `sent_with`."""
    chance = generator(seed, "posts", "words")
    words = write(table.assign(named=table["campaign"].map(names(seed)).fillna("")), chance)
    seconds = table["day"].to_numpy() * 86400 + table["second"].to_numpy()
    lists = {name: words[name].map(lambda word: (word,) if word else ()) for name in ("topics", "mentions")}
    sent = tools(table["scheduled"].to_numpy(), chance)
    return table.assign(seconds=seconds, post_id=ids(seconds, chance), text=words["text"], sent_with=sent, **lists)
