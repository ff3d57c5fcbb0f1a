"""The sample company's drafts to mend (`datasets/drafts.csv`), as drafts with what is known of them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import pandas as pd

from playbook.content.draft import Draft
from playbook.datasets import dataset
from playbook.language import Text
from playbook.sample.drafts import TICKS

EXEMPTIONS: dict[str, Text] = {
    "attitude": Text("说的是服务态度或目标", "speaks of an attitude to service, or a goal"),
    "self": Text("只和自家的货比", "compares with our own goods alone"),
    "usage": Text("是使用提示", "is advice on use"),
    "grade": Text("是标准里的等级", "is a grade of a standard"),
    "name": Text("是登记过的名称", "is a registered name"),
    "award": Text("是官方评的奖", "is an official award"),
    "fact": Text("限定了时间、地点，能证明", "can be proved, and says when and where"),
}


@dataclass(frozen=True, slots=True)
class ToMend:
    """A draft, its `gloss` in English, its `faults` (rule ids), why an absolute word may stay, and a `mended` text.

    `exemption` is a key of `EXEMPTIONS`, "" for none; `mended` is None where nothing has to change.
    """

    draft: Draft
    gloss: str
    faults: tuple[str, ...]
    exemption: str
    mended: Text | None


@cache
def drafts_to_mend() -> tuple[ToMend, ...]:
    """Return the 36 drafts in their order."""
    return tuple(_read(row) for row in dataset("drafts").to_dict("records"))


def draft_to_mend(draft: str) -> ToMend:
    """Return a draft by its id; raise KeyError if there is none."""
    found = {each.draft.id: each for each in drafts_to_mend()}
    return found[draft]


def _read(row: dict[Any, Any]) -> ToMend:
    told = {name: "" if pd.isna(value) else value for name, value in row.items()}
    ticks = {tick: bool(row[tick]) for tick in TICKS}
    texts = {name: str(told[name]) for name in ("id", "account", "column", "text", "source")}
    return ToMend(
        draft=Draft.model_validate(texts | ticks | {"origin": told["origin"]}),
        gloss=str(told["text_en"]),
        faults=tuple(json.loads(told["faults"])),
        exemption=str(told["exemption"]),
        mended=Text(str(told["mended"]), str(told["mended_en"])) if told["mended"] else None,
    )
