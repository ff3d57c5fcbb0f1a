"""Has the company a reason for an account of this kind? The question to ask, and what its own data say of it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import resources
from typing import NamedTuple, cast

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.matrix.analysis import name_of
from playbook.matrix.kinds import KINDS, Kind

ASK = Text("数据答不了，去问公司里的人。", "The data cannot say; ask within the company.")
HAS_POSTS = Text("{names}：{year} 年 {posts:,} 条微博。", "{names}: {posts:,} posts in {year}.")
INBOX = Text(
    "收件箱四周里咨询 {questions} 条、投诉 {complaints} 条。",
    "Four weeks of the inbox: {questions} questions, {complaints} complaints.",
)
CAMPAIGNS = Text(
    "台账里活动微博 {posts:,} 条，占原创的 {share:.0%}。",
    "The log has {posts:,} campaign posts, {share:.0%} of the originals.",
)


class Need(NamedTuple):
    """A kind of account: the question that decides, what the data say, and which accounts of this kind there are."""

    kind: Kind
    question: Text
    said: Text
    accounts: tuple[str, ...]


def needs(facts: Facts) -> list[Need]:
    """Return for each of the fourteen kinds the question to ask and what the company's data say of it."""
    return [Need(kind, question, _said(facts, kind), of_kind(facts, kind)) for kind, question in _questions().items()]


def of_kind(facts: Facts, kind: Kind) -> tuple[str, ...]:
    """Return the accounts that the register puts under a kind; none where there is no register."""
    if facts.register is None:
        return ()
    return tuple(facts.register.loc[facts.register["kind"] == kind, "account"].astype(str))


@cache
def _questions() -> dict[Kind, Text]:
    table = tomllib.loads(resources.files("playbook.matrix").joinpath("needs.toml").read_text("utf-8"))
    return {kind: Text.of(table[cast("str", kind)]) for kind in KINDS}


def _said(facts: Facts, kind: Kind) -> Text:
    more = SAYS[kind](facts) if kind in SAYS else None
    told = [each for each in (_posts(facts, kind), more) if each is not None]
    return join(told, "", " ") if told else ASK


def _posts(facts: Facts, kind: Kind) -> Text | None:
    """Say which accounts of the kind there are and how much they posted."""
    names = of_kind(facts, kind)
    if facts.register is None or not names:
        return None
    own = facts.register[facts.register["account"].isin(names)]
    said = join([name_of(facts, name) for name in names])
    year = facts.posts["posted_on"].max().year
    return HAS_POSTS.format(names=said, posts=int(own["posts"].sum()), year=year)


def _inbox(facts: Facts) -> Text | None:
    if facts.comments is None:
        return None
    kinds = facts.comments["kind"].value_counts()
    return INBOX.format(questions=int(kinds.get("question", 0)), complaints=int(kinds.get("complaint", 0)))


def _campaigns(facts: Facts) -> Text | None:
    if facts.ledger is None:
        return None
    posts = int(facts.ledger["campaign"].notna().sum())
    return CAMPAIGNS.format(posts=posts, share=posts / max(len(facts.ledger), 1))


SAYS: dict[Kind, Callable[[Facts], Text | None]] = {"customer-service": _inbox, "promotion-event": _campaigns}
