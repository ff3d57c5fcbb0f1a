"""What readers ask: their questions sorted into a bank by topic words, beside how often the posts speak of it.

The words stand in `asked.toml`. Nothing but words is compared, so a question put in other words is in no group; how
many those are is counted, and told.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import pandas as pd

from playbook.facts import Facts
from playbook.language import Text
from playbook.posts import originals

OTHER = "other"
OTHER_NAME = Text("没有归类", "in no group")
OPENING = 6  # characters that two examples must not share: readers ask the same in nearly the same words


@dataclass(frozen=True, slots=True)
class Group:
    """A group of questions: its name, the words that readers `ask` with, and those of posts that `answer`."""

    id: str
    name: Text
    asks: tuple[str, ...]
    answers: tuple[str, ...]


@cache
def groups() -> dict[str, Group]:
    """Read `asked.toml`: the groups by id, in the order in which a question is tried."""
    table = tomllib.loads(resources.files("playbook.content").joinpath("asked.toml").read_text("utf-8"))
    return {
        name: Group(name, Text.of(entry), tuple(entry["asks"]), tuple(entry["answers"]))
        for name, entry in table.items()
    }


def name_of_group(name: str) -> Text:
    """Return what a group is called, `other` included."""
    return OTHER_NAME if name == OTHER else groups()[name].name


def group_of(text: str) -> str:
    """Return the first group one of whose words a question holds, else `other`."""
    return next((each.id for each in groups().values() if any(word in text for word in each.asks)), OTHER)


def questions(facts: Facts, account: str | None = None) -> pd.DataFrame | None:
    """Return the inbox's questions (of one account or all) with their `group`; None where there is no inbox."""
    if facts.comments is None:
        return None
    kept = facts.comments[facts.comments["kind"] == "question"]
    own = kept if account is None else kept[kept["account"] == account]
    return own.assign(group=own["text"].fillna("").map(group_of))


def question_bank(facts: Facts, account: str | None = None) -> pd.DataFrame | None:
    """Return, by group: `asked`, `share` (of all questions), `posts`, `posts_share` (of all originals, 0 to 1).

    The most asked first, `other` last, where posts are not counted (NaN). None where there is no inbox.
    """
    asked = questions(facts, account)
    if asked is None:
        return None
    counts = asked["group"].value_counts().reindex([*groups(), OTHER], fill_value=0)
    own = originals(facts.posts)
    own = own if account is None else own[own["account"] == account]
    posts = {name: _speaking_of(own["text"], each) for name, each in groups().items()}
    table = pd.DataFrame({"asked": counts, "posts": pd.Series(posts, dtype=float)}).reindex(counts.index)
    table["share"] = table["asked"] / max(int(table["asked"].sum()), 1)
    table["posts_share"] = table["posts"] / max(len(own), 1)
    groups_first = table.drop(index=OTHER).sort_values("asked", ascending=False, kind="stable")
    return pd.concat([groups_first, table.loc[[OTHER]]])[["asked", "share", "posts", "posts_share"]]


def examples(facts: Facts, group: str, number: int = 2, account: str | None = None) -> list[Text]:
    """Return questions of a group, shortest first, that begin differently; fewer where there are no more."""
    asked = questions(facts, account)
    if asked is None:
        return []
    own = asked[asked["group"] == group]
    own = own.assign(signs=own["text"].str.len()).sort_values(["signs", "id"])
    own = own[~own["text"].str[:OPENING].duplicated()].head(number)
    glosses = own["text_en"].fillna(own["text"])
    return [Text(zh, en) for zh, en in zip(own["text"], glosses, strict=True)]


def most_asked(facts: Facts, account: str | None = None) -> list[str]:
    """Return the groups, the most asked first, without those nobody asked about; empty where there is no inbox."""
    bank = question_bank(facts, account)
    if bank is None:
        return []
    return [str(name) for name in bank.index[bank["asked"] > 0] if name != OTHER]


def widest_gap(facts: Facts, account: str | None = None) -> str | None:
    """Return the group whose share of the questions lies furthest above its share of the posts; None if none does."""
    bank = question_bank(facts, account)
    if bank is None:
        return None
    gap = (bank["share"] - bank["posts_share"]).drop(index=OTHER)
    return str(gap.idxmax()) if len(gap) and gap.max() > 0 else None


def asked_shown(
    facts: Facts, group: str, column: Literal["asked", "share", "posts", "posts_share"], account: str | None = None
) -> float:
    """Return a number of the question bank as a table shows it: whole, shares in per cent to one decimal."""
    bank = question_bank(facts, account)
    if bank is None:
        raise ValueError("these facts have no inbox, so there is no question bank")
    value = float(bank[column][group])
    return round(100 * value, 1) if column.endswith("share") else round(value)


def _speaking_of(texts: pd.Series, group: Group) -> int:
    return sum(any(word in text for word in group.answers) for text in texts.fillna(""))
