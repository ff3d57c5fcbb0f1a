"""What people write during a drill: a few of the mentions that came in, in their own (invented) words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple

import numpy as np

from playbook.crisis.drill.happened import NOTICED
from playbook.crisis.drill.scenarios import MOODS
from playbook.crisis.drill.state import State
from playbook.crisis.drill.world import World
from playbook.language import Text

SHOWN = 3  # mentions of a step that are read
Kind = Literal["question", "complaint", "anger", "defence", "joke", "journalist", "notice"]
KINDS: dict[Kind, Text] = {
    "question": MOODS["question"],
    "complaint": MOODS["complaint"],
    "anger": MOODS["anger"],
    "defence": MOODS["defence"],
    "joke": MOODS["joke"],
    "journalist": Text("记者", "journalist"),
    "notice": Text("平台通知", "notice of the platform"),
}


class Heard(NamedTuple):
    """A mention: its id within the drill, of what kind, by whom, its words and their English gloss."""

    id: str
    kind: Kind
    author: str
    said: Text


def heard(of: World, before: State, after: State, seed: int) -> list[Heard]:
    """Return some of what came in during a step of the first run, the same for the same seed and course of things.

    Journalists and the platform come first; of the rest at most SHOWN, in the proportion of their moods.
    """
    step, texts = before.step, _texts()[of.scenario.id]
    chance = np.random.default_rng([seed, step, 5])
    told: list[tuple[Kind, Text, str]] = []
    names = list(chance.permutation(_read()["names"]))  # nobody speaks twice in a quarter of an hour
    if after.inquiries[0] > before.inquiries[0]:
        told.append(("journalist", _drawn(texts["journalist"], chance), ""))
    if of.scenario.notice and step == of.scenario.notice:
        told.append(("notice", NOTICED, ""))
    moods = after.by_mood[0]
    if moods.sum() > 0:
        count = min(SHOWN, int(np.ceil(after.last[0])))
        for place in chance.choice(len(moods), size=count, p=moods / moods.sum()):
            kind = tuple(MOODS)[int(place)]
            words = _drawn(texts[kind], chance)
            if all(words != said for _, said, _ in told):  # the same line once a quarter
                told.append((kind, words, str(names.pop())))
    return [Heard(f"{step}-{place}", kind, author, said) for place, (kind, said, author) in enumerate(told)]


def _drawn(texts: list[Text], chance: np.random.Generator) -> Text:
    return texts[int(chance.integers(len(texts)))]


@cache
def _texts() -> dict[str, dict[str, list[Text]]]:
    return {
        name: {kind: [Text.of(each) for each in texts] for kind, texts in entry.items()}
        for name, entry in _read().items()
        if name != "names"
    }


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.crisis.drill").joinpath("heard.toml").read_text("utf-8"))
