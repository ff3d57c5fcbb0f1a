"""Two hundred replies of the company's accounts in five voices, read by two people, and how the readers went on."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from playbook.language import LANGUAGES
from playbook.sample.inbox_wording import begins_large, filling
from playbook.sample.truths import Planted, generator, read

VOICES = ("adviser", "partner", "senior", "friend", "notice")
NEXT = ("thanked", "asked_on", "silent", "angry")
COLUMNS = ("id", "situation", "asked", "asked_en", "text", "text_en", "voice", "second", "next")


def make_voices(seed: int, planted: Planted) -> pd.DataFrame:
    """Return COLUMNS, a row a reply, in an order drawn by lot.

    `situation` is question, praise, complaint, crisis or joke; `voice` one of VOICES as the first reader labelled it,
    `second` as the other did; `next` one of NEXT: what the reader did.
    """
    chance, told = generator(seed, "voices"), planted["voices"]
    topics: dict[str, list[dict[str, Any]]] = {}
    for topic in read("voices.toml")["topic"]:
        topics.setdefault(topic["situation"], []).append(topic)
    rows: dict[str, dict[str, str]] = {}  # by text: no reply is written twice
    for situation, voice in product(told["rows"], VOICES):
        for at in range(told["rows"][situation]):
            topic = topics[situation][at % len(topics[situation])]
            row = _reply(topic, voice, told, chance)
            while row["text"] in rows:
                row |= _exchange(topic, voice, chance)
            rows[row["text"]] = row
    table = pd.DataFrame(rows.values()).iloc[chance.permutation(len(rows))].reset_index(drop=True)
    table["id"] = [f"v{number:03d}" for number in range(1, len(table) + 1)]
    return table[list(COLUMNS)].astype("string")


def _reply(topic: dict[str, Any], voice: str, told: dict[str, Any], chance: np.random.Generator) -> dict[str, str]:
    outcomes, takes_for = told["next"][topic["situation"]][voice], told["taken_for"][voice]
    rest = 1 - sum(takes_for.values())
    return _exchange(topic, voice, chance) | {
        "situation": topic["situation"],
        "voice": voice,
        "second": str(chance.choice([voice, *takes_for], p=[rest, *takes_for.values()])),
        "next": str(chance.choice(NEXT, p=outcomes)),
    }


def _exchange(topic: dict[str, Any], voice: str, chance: np.random.Generator) -> dict[str, str]:
    """Return what somebody wrote and what a voice answered, with the same words in their places."""
    words = filling(chance)
    asked, text = (
        {each: pair[each].format(**{name: word[each] for name, word in words.items()}) for each in LANGUAGES}
        for pair in (topic["asked"], topic[voice])
    )
    return {
        "asked": asked["zh"],
        "asked_en": begins_large(asked["en"]),
        "text": text["zh"],
        "text_en": begins_large(text["en"]),
    }
