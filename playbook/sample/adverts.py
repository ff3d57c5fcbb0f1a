"""The sample's job advertisements (`adverts.toml`): what 120 invented adverts of its trade ask for."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.language import LANGUAGES
from playbook.sample.truths import Planted, generator, read

ASKS = ("learning", "new_forms", "sensitivity", "writing", "theory", "industry", "data", "graphics", "answering")
CONDITIONS = ("degree", "own_account")
UNFIT = ("brush", "watermark", "sleepless", "private", "posing")
FIRST, MONTHS = "2025-01", 12
SAID = {
    "degree": {"zh": "大专以上", "en": "college degree"},
    "own_account": {"zh": "附个人微博地址和粉丝数", "en": "gives a private account and its follower count"},
    "some": {"zh": "{months} 个月以上经验", "en": "{months} months’ experience"},
    "none": {"zh": "应届生可", "en": "graduates welcome"},
}
JOIN = {"zh": "；", "en": "; "}


def make_adverts(seed: int, planted: Planted) -> pd.DataFrame:
    """Return an advert a row, in order of month: id, title, firm, what it asks, and its text in both languages.

    CONDITIONS and ASKS are flags; `experience` is in months, 0 where none is asked; `unfit` names a demand that must
    not be made, empty where none is.
    """
    truth, chance = planted["adverts"], generator(seed, "adverts")
    rows = truth["rows"]
    table = pd.DataFrame({
        "month": np.sort(chance.integers(0, MONTHS, rows)),
        "experience": np.where(
            chance.random(rows) < truth["experience"], chance.choice(truth["months"], rows), 0
        ),
        **{name: chance.random(rows) < truth[name] for name in CONDITIONS},
        **{name: chance.random(rows) < truth["asks"][name] for name in ASKS},
    })  # fmt: skip
    table["month"] = [str(pd.Period(FIRST, "M") + int(each)) for each in table["month"]]
    table["unfit"] = pd.Series(_unfit(truth["unfit"], rows, chance), dtype="string")
    table = _worded(table, chance)
    table.insert(0, "id", [f"ad{number:03d}" for number in range(1, rows + 1)])
    texts = ("id", "month", "title", "title_en", "firm", "firm_en", "unfit", "text", "text_en")
    flags = dict.fromkeys((*CONDITIONS, *ASKS), "boolean")
    ordered = ["id", "month", "title", "title_en", "firm", "firm_en", "experience", *CONDITIONS, *ASKS,
               "unfit", "text", "text_en"]  # fmt: skip
    return table[ordered].astype(dict.fromkeys(texts, "string") | flags | {"experience": "Int64"})


def _unfit(share: float, rows: int, chance: np.random.Generator) -> list[object]:
    drawn = chance.integers(0, len(UNFIT), rows)
    return [UNFIT[at] if asked else pd.NA for at, asked in zip(drawn, chance.random(rows) < share, strict=True)]


def _worded(table: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Return adverts with title, firm and the text that says all they ask."""
    words = read("adverts.toml")
    title, firm = (chance.integers(0, len(words[name]), len(table)) for name in ("titles", "firms"))
    unfit = {each["of"]: each for each in words["unfit"]}
    for language, tail in zip(LANGUAGES, ("", "_en"), strict=True):
        table[f"title{tail}"] = [words["titles"][at][language] for at in title]
        table[f"firm{tail}"] = [words["firms"][at][language] for at in firm]
        said = []
        for row in table.to_dict("records"):
            months = int(row["experience"])
            parts = [SAID["some"][language].format(months=months) if months else SAID["none"][language]]
            parts += [SAID[name][language] for name in CONDITIONS if row[name]]
            parts += [words["asks"][name][language] for name in ASKS if row[name]]
            parts += [unfit[row["unfit"]][language]] if isinstance(row["unfit"], str) else []
            said.append(JOIN[language].join(parts))
        table[f"text{tail}"] = said
    return table
