"""Platforms the company might be on (`truths.toml`: platforms), and ten weeks in which posts were synced to them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from playbook.sample.truths import Planted, generator

FIRST = "2025-09-01"


def make_platforms(planted: Planted) -> pd.DataFrame:
    """Return `platform, name, name_en, character, character_en, has_account, hours_synced, hours_native`: a row each.

    Hours are a week, as the team put them.
    """
    rows = [
        {
            "platform": key, "name": of["zh"], "name_en": of["en"],
            "character": of["is_zh"], "character_en": of["is_en"],
            "has_account": of["ours"], "hours_synced": of["hours"][0], "hours_native": of["hours"][1],
        }
        for key, of in planted["platforms"]["kinds"].items()
    ]  # fmt: skip
    table = pd.DataFrame(rows)
    words = ("platform", "name", "name_en", "character", "character_en")
    types = dict.fromkeys(words, "string") | dict.fromkeys(("hours_synced", "hours_native"), "Float64")
    return table.astype(types | {"has_account": "boolean"})


def make_synced(seed: int, planted: Planted) -> pd.DataFrame:
    """Return `platform, posted_on, synced, reactions, asked, answered`: a trial post a row, in order of platform."""
    told = planted["platforms"]
    parts = []
    for key in told["tried"]:
        chance, size = generator(seed, "synced", key), told["posts"]
        synced = np.arange(size) % 2 == 0
        typical = told["tried"][key] * np.where(synced, told["synced_gets"], 1.0)
        reactions = chance.poisson(typical * np.exp(chance.normal(0, told["spread"], size)))
        asked = chance.poisson(np.where(synced, told["asked"][0], told["asked"][1]), size)
        answered = chance.binomial(asked, np.where(synced, told["answered"][0], told["answered"][1]))
        days = pd.to_datetime(FIRST) + pd.to_timedelta(np.arange(size) * 70 // size, unit="D")
        counts = {"reactions": reactions, "asked": asked, "answered": answered}
        parts.append(pd.DataFrame({"platform": key, "posted_on": days, "synced": synced} | counts))
    whole = dict.fromkeys(("reactions", "asked", "answered"), "Int64")
    return pd.concat(parts, ignore_index=True).astype({"platform": "string", "synced": "boolean"} | whole)
