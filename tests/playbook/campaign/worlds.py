"""Campaigns that tests ask for, made by hand."""

from __future__ import annotations

import pandas as pd

from playbook.sample.truths import truths

WORST = str(truths()["campaigns"]["worst"])


def by_hand(**columns: list[int]) -> pd.DataFrame:
    """Return five campaigns to reckon by hand, the last not known yet; `columns` take the place of theirs."""
    table = pd.DataFrame({
        "id": ["a", "b", "c", "d", "e"],
        "name_zh": ["甲", "乙", "丙", "丁", "戊"],
        "name_en": ["A", "B", "C", "D", "E"],
        "account": ["shop"] * 5,
        "type": ["quiz", "quiz", "vote", "vote", "vote"],
        "goal": ["sales", "readers", "sales", "followers", "followers"],
        "starts": pd.to_datetime(["2024-01-01", "2024-03-01", "2024-05-01", "2024-07-01", "2024-12-01"]),
        "ends": pd.to_datetime(["2024-01-05", "2024-03-05", "2024-05-05", "2024-07-05", "2024-12-05"]),
        "steps": [1, 2, 3, 1, 1],
        "mentions_asked": [0, 0, 3, 0, 0],
        "prize_value": [100, 200, 50, 400, 100],
        "tied": [True, True, False, False, False],
        "cost": [1000, 2000, 300, 9000, 700],
        "entries": [1000, 500, 100, 4000, 300],
        "new_followers": [200, 100, 10, 900, 80],
        "kept_30": [180, 90, 8, 300, None],
        "kept_90": [100, 80, 0, 30, None],
        "prize_hunters": [20, 10, 5, 880, 40],
        "orders": [10, 5, 1, 0, 2],
        "complaints": [1, 2, 3, 4, 0],
    })  # fmt: skip
    table["kept_90"] = table["kept_90"].astype("Int64")
    for name, values in columns.items():
        table[name] = values
    return table
