"""The nine kinds of message an inbox holds, and the kinds of account that four articles say one should follow."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast

from playbook.language import Text, same

Message = Literal[
    "praise", "question", "complaint", "order", "troll", "journalist", "rumour", "personal_data", "small_talk"
]
FollowKind = Literal[
    "own-people", "expert", "news", "peer", "rival", "known-company", "loyal-customer", "potential-customer",
    "peer-fan", "negative-poster", "trouble-maker", "follows-us", "amusing", "follow-back-group",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MessageKind:
    """A kind of message: its name, the minutes that one answer takes (assumed), and the key that files it.

    `grave`: an amusing answer would hurt.
    """

    name: Text
    minutes: int
    key: str
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Followed:
    """A kind of account to follow: its name, and its group by article (an article that does not list it has none)."""

    name: Text
    of: Mapping[int, str]


def _table() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.interaction").joinpath("kinds.toml").read_text("utf-8"))


def _message(entry: dict[str, Any]) -> MessageKind:
    rest = {key: value for key, value in entry.items() if key not in {"zh", "en"}}
    return MessageKind(Text.of(entry), **rest)


def _followed(entry: dict[str, Any]) -> Followed:
    return Followed(Text.of(entry), {int(article): group for article, group in entry["of"].items()})


MESSAGES: dict[Message, MessageKind] = {
    cast("Message", key): _message(entry) for key, entry in _table()["messages"].items()
}
FOLLOWS: dict[FollowKind, Followed] = {
    cast("FollowKind", key): _followed(entry) for key, entry in _table()["follows"].items()
}
GROUPS: dict[int, dict[str, Text]] = {
    int(article): {key: Text.of(entry) for key, entry in groups.items()}
    for article, groups in _table()["groups"].items()
}


def message_said(kind: str) -> Text:
    """Return a kind of message in words; one nobody described as it stands."""
    return next((each.name for key, each in MESSAGES.items() if key == kind), same(kind))


def followed_said(kind: str) -> Text:
    """Return a kind of account in words; one nobody described as it stands."""
    return next((each.name for key, each in FOLLOWS.items() if key == kind), same(kind))
