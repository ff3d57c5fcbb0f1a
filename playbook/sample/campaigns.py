"""The sample's campaigns of three years: what each asked, gave, cost and brought, and who of its readers stayed."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from playbook.sample.schedule import schedule
from playbook.sample.truths import Numbers, Planted, generator, read

ASKED = (0, 1, 3, 5)  # friends to mention, where a campaign asks for it
WON, WON_SPREAD, SPREAD = 0.35, 0.25, 0.3  # new followers for an entry; spreads in log units (assumptions)
FOR_THE_PRIZE = 0.2  # log entries for each log unit of its value (assumption)
ORDERING = {"sales": 0.2, "followers": 0.06, "readers": 0.06, "visits": 0.06}  # orders for each new reader (assumption)
COMPLAINING = 0.001  # complaints for each entry and step (assumption)
KNOWN_UNTIL = pd.Timestamp("2025-12-31")
COLUMNS = [
    "id", "name_zh", "name_en", "account", "type", "goal", "starts", "ends", "steps", "mentions_asked", "prize_zh",
    "prize_en", "prize_value", "tied", "cost", "entries", "new_followers", "kept_30", "kept_90", "prize_hunters",
    "orders", "complaints",
]  # fmt: skip


def make_campaigns(seed: int, planted: Planted) -> pd.DataFrame:
    """Return a row for each campaign. What was kept is empty where the year ended before it could be counted."""
    chance, told = generator(seed, "campaigns", "what"), planted["campaigns"]
    table = _asked(_runs(seed), chance, told)
    table["entries"] = _entries(table, chance, told)
    table["new_followers"] = np.floor(
        table["entries"] * np.exp(np.log(WON) + WON_SPREAD * chance.normal(size=len(table)))
    )
    hunting = np.where(table["tied"], told["hunters_tied"], told["hunters_untied"])
    table["prize_hunters"] = np.floor(table["new_followers"] * (hunting + 0.1 * (chance.random(len(table)) - 0.5)))
    _plant_worst(table, told)
    for days, column in ((30, "kept_30"), (90, "kept_90")):
        table[column] = _kept(table, told[column], chance).where(table["ends"] + pd.Timedelta(days=days) <= KNOWN_UNTIL)
    stayed = (table["new_followers"] - table["prize_hunters"]).to_numpy()
    ordering = table["goal"].map(ORDERING).to_numpy()
    table["orders"] = chance.poisson(np.round(stayed * ordering, 6))
    annoyed = COMPLAINING * table["entries"].to_numpy() * table["steps"].to_numpy()
    table["complaints"] = chance.poisson(np.round(annoyed, 6))
    counted = ("entries", "new_followers", "kept_30", "kept_90", "prize_hunters", "cost")
    return table[COLUMNS].astype(dict.fromkeys(counted, "Int64"))


def _runs(seed: int) -> pd.DataFrame:
    table = pd.DataFrame(schedule(seed))
    return table.assign(starts=pd.to_datetime(table["starts"]), ends=pd.to_datetime(table["ends"]))


def _asked(table: pd.DataFrame, chance: np.random.Generator, told: dict[str, Any]) -> pd.DataFrame:
    """Return the campaigns with names, steps, friends to mention, prize, and what it cost."""
    words, size = read("campaigns.toml"), len(table)
    names = pd.DataFrame(words["name"]).iloc[table["turn"]].reset_index(drop=True)
    prizes = pd.DataFrame(words["prize"])
    steps = chance.integers(1, 6, size)
    mentions = np.where(steps >= 3, chance.choice(ASKED, size), 0)  # noqa: PLR2004 - the third step is the mention
    prize = prizes.iloc[chance.integers(0, len(prizes) - 1, size)].reset_index(drop=True)  # the dearest is the worst's
    worst = (table["id"] == told["worst"]).to_numpy()
    prize[worst] = prizes.iloc[-1].to_numpy()
    value, budget = prize["value"].to_numpy(dtype=np.int64), chance.integers(3, 26, size) * 100
    winners = np.where(worst, told["worst_winners"], np.maximum(budget // value, 1))
    work = chance.integers(3, 25, size) * 100
    return table.assign(
        name_zh=names["zh"], name_en=names["en"], type=names["type"], goal=names["goal"],
        steps=np.where(worst, 1, steps), mentions_asked=np.where(worst, 0, mentions),
        prize_zh=prize["zh"], prize_en=prize["en"], prize_value=value,
        tied=prize["tied"].astype(bool), cost=value * winners + work,
    )  # fmt: skip


def _entries(table: pd.DataFrame, chance: np.random.Generator, told: dict[str, Any]) -> Numbers:
    """Return how many took part: fewer with every step and every friend to be mentioned, more for a dearer prize."""
    asked = told["per_step"] * (table["steps"] - 1) + told["per_mention"] * table["mentions_asked"]
    given = FOR_THE_PRIZE * np.log(table["prize_value"] / 100)
    readers = table["account"].map(told["readers"])
    logs = readers + asked + given + SPREAD * chance.normal(size=len(table))
    return np.asarray(np.floor(np.exp(logs.to_numpy(dtype=float))))


def _plant_worst(table: pd.DataFrame, told: dict[str, Any]) -> None:
    """Make one campaign the best by entries and new followers, nearly all of them hunters of its prize."""
    worst = table["id"] == told["worst"]
    for column in ("entries", "new_followers"):
        table.loc[worst, column] = np.floor(1.5 * table.loc[~worst, column].max())
    table.loc[worst, "prize_hunters"] = np.floor(told["worst_hunters"] * table.loc[worst, "new_followers"])


def _kept(table: pd.DataFrame, share: dict[str, float], chance: np.random.Generator) -> pd.Series:
    """Return how many of the new followers are still there: few of the hunters, most of the others."""
    readers = table["new_followers"] - table["prize_hunters"]
    kept = share["readers"] * readers + share["hunters"] * table["prize_hunters"]
    return (kept * (0.9 + 0.2 * chance.random(len(table)))).floordiv(1)
