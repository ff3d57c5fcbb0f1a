"""What the sample's posts say: pieces of Chinese text, drawn and joined."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.truths import Flags


@cache
def pieces() -> dict[str, Any]:
    """Return `wording.toml`."""
    return tomllib.loads(resources.files("playbook.sample").joinpath("wording.toml").read_text("utf-8"))


def write(account: str, topic: Flags, mention: Flags, chance: np.random.Generator) -> pd.DataFrame:
    """Return `text`, `topics` and `mentions` (JSON arrays) of as many posts as there are flags."""
    size = len(topic)
    body = _drawn(pieces()["body"][account], size, chance)
    for name, words in pieces()["fill"].items():
        body = _filled(body, name, words, chance)
    text = _any("opening", size, chance) + body + _any("closing", size, chance)
    topics, mentions = _any("topics", size, chance), _any("mentions", size, chance)
    text = ("#" + topics + "#").where(topic, "") + text + (" @" + mentions + " ").where(mention, "")
    return pd.DataFrame({"text": text, "topics": _arrays(topics, topic), "mentions": _arrays(mentions, mention)})


def _drawn(choices: list[str], size: int, chance: np.random.Generator) -> pd.Series:
    return pd.Series(np.array(choices, dtype=object)[chance.integers(0, len(choices), size)])


def _any(name: str, size: int, chance: np.random.Generator) -> pd.Series:
    return _drawn(pieces()[name]["any"], size, chance)


def _filled(body: pd.Series, name: str, words: list[str], chance: np.random.Generator) -> pd.Series:
    drawn = _drawn(words, len(body), chance)
    return pd.Series([text.replace(f"{{{name}}}", word) for text, word in zip(body, drawn, strict=True)])


def _arrays(words: pd.Series, flags: Flags) -> list[str]:
    return [json.dumps([word] if flag else [], ensure_ascii=False) for word, flag in zip(words, flags, strict=True)]
