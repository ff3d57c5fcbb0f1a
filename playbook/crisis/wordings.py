"""The word lists of statements (`statements.toml`), and where a text says what it should not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

from playbook.refused import meant

ListName = Literal["unknown", "promise", "blame", "cheer", "threat", "final", "deleting", "hired", "posing"]
# A word of time: when the next statement comes.
WHEN = re.compile(
    r"\d|(?<!第)[一二三四五六七八九十半两](?:个)?(?:点|时|小时|分钟|刻|天|日)|今(?:天|晚|夜)|明(?:天|早|日|晨)|(?:中午|傍晚|晚上|早上|上午|下午)"
    r"|\b(?:hour|minutes?|today|tonight|tomorrow|noon|midnight|morning|evening|o’clock)\b",
    re.IGNORECASE,
)


class Wordings(NamedTuple):
    """A list as one pattern; in a `refusable` one, words that are refused (“we delete no comments”) are let pass."""

    pattern: re.Pattern[str]
    refusable: bool


def said_wrong(name: ListName, texts: Iterable[str]) -> list[str]:
    """Return the words of a list that stand in some texts, each once."""
    wordings, found = _lists()[name], []
    for text in texts:
        if wordings.refusable:
            found += [words for words in [meant(wordings.pattern, [text])] if words]
        else:
            found += [each[0] for each in wordings.pattern.finditer(text)]
    return list(dict.fromkeys(found))


@cache
def _lists() -> dict[str, Wordings]:
    table = tomllib.loads(resources.files("playbook.crisis").joinpath("statements.toml").read_text("utf-8"))
    return {
        name: Wordings(re.compile("|".join(block["words"]), re.IGNORECASE), block.get("refusable", False))
        for name, block in table.items()
    }
