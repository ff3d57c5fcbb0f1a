"""What the sample's readers write and the company answers: pieces drawn from `inbox.toml`, with their glosses."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.language import LANGUAGES
from playbook.sample.truths import read

Pair = dict[str, str]
NOTHING: Pair = {"zh": "", "en": ""}


def worded(table: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Return `text, text_en, answer, answer_en` for every row, by its `say` and `group`.

    `answer` is empty where nobody answered. A saying's own reply goes before the company's stock answers.
    """
    parts = []
    for keys, rows in table.groupby(["say", "group"]).groups.items():
        say, group = keys if isinstance(keys, tuple) else (keys, "any")
        said = dealt(_phrases()["say"][say][group], len(rows), chance)
        tails = dealt(_phrases()["tail"].get(say, [NOTHING]), len(rows), chance)
        stock = dealt(_phrases()["answer"].get(say, {}).get(group, [NOTHING]), len(rows), chance)
        pairs = [_exchange(*each, filling(chance)) for each in zip(said, tails, stock, strict=True)]
        parts.append(pd.DataFrame(pairs, index=rows, dtype="string"))
    texts = pd.concat(parts).reindex(table.index)
    answers = ["answer", "answer_en"]
    texts[answers] = texts[answers].where(table["answered_at"].notna())
    return texts


def _phrases() -> dict[str, Any]:
    return read("inbox.toml")


def dealt(choices: list[Any], size: int, chance: np.random.Generator) -> list[Any]:
    """Return so many of the choices, each as often as the others, in a shuffled order."""
    return [choices[each] for each in chance.permutation(np.arange(size) % len(choices))]


def filling(chance: np.random.Generator) -> dict[str, Pair]:
    """Return a word for each place that a text may have: a tea, a snack, a day."""
    return {name: choices[chance.integers(len(choices))] for name, choices in _phrases()["fill"].items()}


def _exchange(said: dict[str, Any], tail: Pair, stock: Pair, words: dict[str, Pair]) -> dict[str, str]:
    """Return a text and its answer, in both languages, with the same words in their places."""
    text, answer = (
        {each: pair[each].format(**{name: word[each] for name, word in words.items()}) for each in LANGUAGES}
        for pair in (said, said.get("reply", stock))
    )
    return {
        "text": text["zh"] + tail["zh"],
        "text_en": begins_large(text["en"] + tail["en"]),
        "answer": answer["zh"],
        "answer_en": begins_large(answer["en"]),
    }


def begins_large(sentence: str) -> str:
    """Return an English sentence with a capital at its head, whatever word fills its first place."""
    return sentence[:1].upper() + sentence[1:]
