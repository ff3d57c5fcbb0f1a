"""Days to watch more closely (`watch_days.toml`, and the sample's own campaigns): when, why, and who says so."""

from __future__ import annotations

import pandas as pd

from playbook.sample.truths import read

COLUMNS = ("first", "last", "what", "what_en", "kind", "why", "why_en", "source")
CAMPAIGN = {
    "kind": "own", "source": "company",
    "why": "自己办活动：来的人多，话也多", "why_en": "a campaign of our own: more people, more said",
}  # fmt: skip
YEAR = 2025


def make_watch_days(campaigns: pd.DataFrame) -> pd.DataFrame:
    """Return `first, last, what, what_en, kind, why, why_en, source` in order of time, for 2025 and 2026.

    `kind` is consumer, holiday, season or own; `source` the notice of the State Council for that year's holidays, the
    article, the company, or the course.
    """
    listed = pd.DataFrame(
        {
            "first": each["first"], "last": each["last"], "what": each["what"]["zh"], "what_en": each["what"]["en"],
            "kind": each["kind"], "why": each["why"]["zh"], "why_en": each["why"]["en"], "source": each["source"],
        }
        for each in read("watch_days.toml")["day"]
    )  # fmt: skip
    own = campaigns[campaigns["starts"].dt.year == YEAR]
    ours = pd.DataFrame(
        {"first": own["starts"], "last": own["ends"], "what": own["name_zh"], "what_en": own["name_en"], **CAMPAIGN}
    )
    table = pd.concat([listed.assign(**{end: pd.to_datetime(listed[end]) for end in ("first", "last")}), ours])
    table = table.sort_values("first", kind="stable").reset_index(drop=True)[list(COLUMNS)]
    return table.astype(dict.fromkeys(COLUMNS[2:], "string"))
