"""The sample's labelled mentions (`heard.toml`): posts found by anything near our name; is each about us?"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.datasets import ZONE
from playbook.language import LANGUAGES
from playbook.sample.inbox_wording import begins_large, dealt, filling
from playbook.sample.readers import by_hour
from playbook.sample.truths import Ints, Numbers, generator, read, truths

COLUMNS = ("id", "at", "author", "text", "text_en", "about_us", "negative", "what")
MISSPELT = "[misspelt]"


def make_heard(seed: int) -> pd.DataFrame:
    """Return `id, at, author, text, text_en, about_us, negative, what` in order of time: so many posts, drawn by lot.

    `what` tells what in a post names us (brand, place_brand, homophone, nickname, product, event, place), or what it is
    about instead (category, peer, namesake, elsewhere).
    """
    truth, chance = truths()["heard"], generator(seed, "heard")
    groups: dict[str, dict[str, Any]] = read("heard.toml")["group"]
    shares = np.array([group["share"] for group in groups.values()], dtype=float)
    sizes = chance.multinomial(truth["rows"], shares / shares.sum())
    parts = [_part(group, int(size), chance) for group, size in zip(groups.values(), sizes, strict=True)]
    table = _tailed(pd.concat(parts).sort_values("at", kind="stable").reset_index(drop=True), seed)
    table["id"] = [f"h{number:03d}" for number in range(1, len(table) + 1)]
    table["author"] = [f"u{each + 1:04d}" for each in chance.integers(0, truth["authors"], len(table))]
    flags = dict.fromkeys(("about_us", "negative"), "boolean")
    return table[list(COLUMNS)].astype(dict.fromkeys(("id", "author", "text", "text_en", "what"), "string") | flags)


def _part(group: dict[str, Any], size: int, chance: np.random.Generator) -> pd.DataFrame:
    """Return so many posts of a group: when, and what each says."""
    said = [_worded(each, chance) for each in dealt(group["say"], size, chance)]
    table = pd.DataFrame(said, columns=list(LANGUAGES)).rename(columns={"zh": "text", "en": "text_en"})
    return table.assign(
        at=_moments(group, size, chance), about_us=group["about_us"], negative=group["negative"], what=group["what"]
    )


def _worded(say: dict[str, str], chance: np.random.Generator) -> dict[str, str]:
    words = filling(chance)
    wrong = str(chance.choice(read("heard.toml")["wrong"]))
    text = {each: say[each].format(**{name: word[each] for name, word in words.items()},
                                   wrong=wrong if each == "zh" else MISSPELT) for each in LANGUAGES}  # fmt: skip
    return {"zh": text["zh"], "en": begins_large(text["en"])}


def _tailed(table: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Return posts with what may follow their texts: a word or a face, by whether they are negative."""
    chance, tails = generator(seed, "heard", "tails"), read("heard.toml")["tail"]
    drawn = [tails["bad" if bad else "fine"] for bad in table["negative"]]
    chosen = [each[chance.integers(len(each))] for each in drawn]
    return table.assign(
        text=table["text"] + [each["zh"] for each in chosen], text_en=table["text_en"] + [each["en"] for each in chosen]
    )


def _moments(group: dict[str, Any], size: int, chance: np.random.Generator) -> pd.DatetimeIndex:
    """Return when posts were written: on days from the group's first on, by the hours at which people write."""
    days = pd.date_range(truths()["heard"]["first"], truths()["heard"]["last"], tz=ZONE)
    weights = _weights(days, group)
    day: Ints = np.searchsorted(np.cumsum(weights), chance.random(size) * weights.sum(), side="right")
    hours = np.cumsum(by_hour())
    hour: Ints = np.searchsorted(hours, chance.random(size) * hours[-1], side="right")
    seconds = pd.to_timedelta(hour * 3600 + chance.integers(0, 3600, size), unit="s")
    return days[day] + seconds


def _weights(days: pd.DatetimeIndex, group: dict[str, Any]) -> Numbers:
    """Return how likely a post falls on each day: on any alike, or more each day from the group's first on."""
    begun = pd.Timestamp(group.get("from", truths()["heard"]["first"]), tz=ZONE)
    since: Numbers = ((days - begun) / pd.Timedelta(days=1)).to_numpy(dtype=float)
    return np.where(since < 0, 0.0, since + 1 if group.get("rising") else 1.0)
