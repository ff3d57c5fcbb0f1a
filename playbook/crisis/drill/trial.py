"""Policies held against each other over many seeds, and whether their order hangs on an assumption."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import pandas as pd

from playbook.crisis.drill.policies import POLICIES, scored
from playbook.crisis.drill.scenarios import EFFECTS, Effects, effects, effects_said, scenarios
from playbook.crisis.drill.world import Roster, roster_of, world
from playbook.sample.card import sample_card
from playbook.sample.truths import Numbers

SEEDS = 200
BEST = "sensible"
FACTORS = (0.5, 2.0)
Z = 1.96  # of a 95% interval


def policy_table(
    names: Iterable[str] = (), policies: Iterable[str] = (), seeds: Iterable[int] = range(SEEDS)
) -> pd.DataFrame:
    """Return what each policy is worth in each crisis, a row each, over the same seeds for all.

    Columns: `scenario, policy, score, low, high` (mean and its 95% interval), `standing, answered, small` (means of its
    parts), `worst` (5th percentile), `behind` (mean points behind the sensible plan on the same seeds).
    """
    rows, drawn = [], tuple(seeds)
    for name in tuple(names) or tuple(scenarios()):
        best = whole(name, BEST, drawn, effects())
        for policy in tuple(policies) or tuple(POLICIES):
            of = world(scenarios()[name], drawn, _roster(name))
            parts = scored(of, POLICIES[policy].acts)
            middle, half = parts.whole.mean(), Z * parts.whole.std(ddof=1) / np.sqrt(len(drawn))
            rows.append(
                {
                    "scenario": name, "policy": policy, "score": middle, "low": middle - half, "high": middle + half,
                    "standing": parts.standing.mean(), "answered": parts.answered.mean(), "small": parts.small.mean(),
                    "worst": np.quantile(parts.whole, 0.05), "behind": (best - parts.whole).mean(),
                }
            )  # fmt: skip
    return pd.DataFrame(rows)


def sensitivity(
    names: Iterable[str] = (), policies: Sequence[str] = (), seeds: Iterable[int] = range(SEEDS)
) -> pd.DataFrame:
    """Return, for each assumption halved and doubled, by how much the sensible plan leads, and who comes first.

    Columns: `scenario, effect, factor, lead` (mean points before the best of the others), `first` (who is ahead).
    """
    rows, drawn, others = [], tuple(seeds), tuple(policies) or tuple(POLICIES)
    assumed = [name for name in EFFECTS if effects_said()[name][1]]
    for name in tuple(names) or tuple(scenarios()):
        for effect in assumed:
            for factor in FACTORS:
                changed = effects().times(effect, factor)
                means = {each: float(whole(name, each, drawn, changed).mean()) for each in others}
                first = max(means, key=lambda each: means[each])
                lead = means[BEST] - max(value for each, value in means.items() if each != BEST)
                rows.append({"scenario": name, "effect": effect, "factor": factor, "lead": lead, "first": first})
    return pd.DataFrame(rows)


def whole(name: str, policy: str, seeds: tuple[int, ...], figures: Effects) -> Numbers:
    """Return the scores of a policy in a crisis, a number a seed."""
    return _whole(name, policy, seeds, figures)


@lru_cache(maxsize=256)
def _whole(name: str, policy: str, seeds: tuple[int, ...], figures: Effects) -> Numbers:
    of = world(scenarios()[name], seeds, _roster(name), figures)
    return scored(of, POLICIES[policy].acts).whole


def _roster(name: str) -> Roster:
    return roster_of(sample_card(), scenarios()[name])
