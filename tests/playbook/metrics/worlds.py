"""Facts that tests of the data side ask for: other worlds, companies that lack something, and weeks made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.facts import SAMPLE_ALONE, Facts, sample_facts
from playbook.sample.card import sample_card
from tests.worlds import WORLDS

FACTS = sample_facts()
NOTHING: dict[str, Any] = dict.fromkeys(SAMPLE_ALONE)
OWN = replace(FACTS, invented=False, **NOTHING)  # nothing but posts
FIRST = pd.Timestamp("2023-01-02")
SEEDS = range(3)


@cache
def facts_of(seed: int) -> Facts:
    """Return the facts of another world, as far as weekly measures ask for them."""
    world = WORLDS[seed]
    tables = {name: world.table(name) for name in ("weekly", "peers", "campaigns", "replies", "followers")}
    return Facts(sample_card(), world.posts, None, invented=True, **tables)


def by_week(values: Sequence[float] | npt.NDArray[np.float64]) -> pd.Series:
    """Return values by the Mondays of so many weeks from FIRST on."""
    return pd.Series(np.asarray(values, dtype=float), index=pd.date_range(FIRST, periods=len(values), freq="7D"))


def orders(chance: np.random.Generator, weeks: int = 104) -> pd.Series:
    """Return orders of an invented account: growth, a season, noise, nothing planted."""
    at = np.arange(weeks)
    logs = 5 + 0.3 * at / 52 + 0.2 * np.sin(2 * np.pi * at / 52.18) + 0.15 * chance.normal(size=weeks)
    return by_week(np.round(np.exp(logs)))
