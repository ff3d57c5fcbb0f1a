"""Drafts to correct (`drafts.toml`): written, not drawn, so that every world has the same ones."""

from __future__ import annotations

import json

import pandas as pd

from playbook.sample.truths import read

TICKS = ("repost", "has_image", "has_video", "made_with_ai", "ai_declared", "ad_marked")
TEXTS = ("id", "account", "column", "text", "text_en", "origin", "source", "faults", "exemption", "mended", "mended_en")
COLUMNS = ("id", "account", "column", "text", "text_en", *TICKS, "origin", "source", *TEXTS[-4:])
OURS = "own"


def make_drafts() -> pd.DataFrame:
    """Return a row a draft: its text, its ticks, its `faults` (a JSON array of rule ids) and the `mended` text.

    A text that is not there is missing: `text` where the draft has a video alone, `mended` where nothing has to change.
    """
    rows = []
    for draft in read("drafts.toml")["draft"]:
        texts = {"text": draft["text"]["zh"] or None, "text_en": draft["text"]["en"]}
        mended = draft.get("mended", {})
        rows.append(
            {name: draft.get(name) for name in ("id", "account", "column", "source", "exemption")}
            | texts
            | {tick: draft.get(tick, False) for tick in TICKS}
            | {"origin": draft.get("origin", OURS), "faults": json.dumps(draft["faults"])}
            | {"mended": mended.get("zh"), "mended_en": mended.get("en")}
        )
    return pd.DataFrame(rows)[list(COLUMNS)].astype(dict.fromkeys(TEXTS, "string") | dict.fromkeys(TICKS, "boolean"))
