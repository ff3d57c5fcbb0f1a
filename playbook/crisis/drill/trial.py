"""Policies held against each other over many seeds, and whether their order hangs on an assumption."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
import pandas as pd

from playbook.crisis.drill.policies import POLICIES, scored
from playbook.crisis.drill.scenarios import EFFECTS, effects, effects_said, scenarios
from playbook.crisis.drill.score import Score
from playbook.crisis.drill.world import Roster, roster_of, world
from playbook.sample.card import sample_card
from playbook.sample.truths import Numbers

SEEDS = 200
BEST = "sensible"
FACTORS = (0.5, 2.0)
OF_A_CRISIS = ("size", "growth", "passing", "ours", "facts_late", "facts_asked")  # assumed of each scenario
MOST_SHARE = 0.95  # of a share that is doubled
Z = 1.96  # of a 95% interval
Factors = tuple[tuple[str, float], ...]  # figures by name, and what each is multiplied with


def policy_table(
    names: Iterable[str] = (), policies: Iterable[str] = (), seeds: Iterable[int] = range(SEEDS)
) -> pd.DataFrame:
    """Return what each policy is worth in each crisis, a row each, over the same seeds for all.

    Columns: `scenario, policy, score, low, high` (mean and its 95% interval), `standing, answered, small` (means of its
    parts), `worst` (5th percentile), `behind` (mean points behind the sensible plan on the same seeds).
    """
    rows, drawn = [], tuple(seeds)
    for name in tuple(names) or tuple(scenarios()):
        best = whole(name, BEST, drawn)
        for policy in tuple(policies) or tuple(POLICIES):
            parts = _scores(name, policy, drawn, ())
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
    names: Iterable[str] = (),
    policies: Sequence[str] = (),
    seeds: Iterable[int] = range(SEEDS),
    figures: Sequence[str] = (),
) -> pd.DataFrame:
    """Return, for each assumption (or those named) halved and doubled, by how much the sensible plan leads.

    Columns: `scenario, figure, factor, lead` (mean points before the best of the others), `first` (who is ahead).
    """
    rows, drawn, others = [], tuple(seeds), tuple(policies) or tuple(POLICIES)
    for name in tuple(names) or tuple(scenarios()):
        for figure in tuple(figures) or assumed():
            for factor in FACTORS:
                lead, first = lead_of(name, others, drawn, ((figure, factor),))
                rows.append({"scenario": name, "figure": figure, "factor": factor, "lead": lead, "first": first})
    return pd.DataFrame(rows)


def together(
    names: Iterable[str] = (), policies: Sequence[str] = (), seeds: Iterable[int] = range(SEEDS), draws: int = 20
) -> pd.DataFrame:
    """Return the same with all assumptions drawn at once, each between half and double of what it is; a row a draw."""
    rows, drawn, others = [], tuple(seeds), tuple(policies) or tuple(POLICIES)
    chance = np.random.default_rng(0)
    for draw in range(draws):
        factors = tuple(zip(assumed(), np.exp2(chance.uniform(-1, 1, len(assumed()))).tolist(), strict=True))
        for name in tuple(names) or tuple(scenarios()):
            lead, first = lead_of(name, others, drawn, factors)
            rows.append({"scenario": name, "draw": draw, "lead": lead, "first": first})
    return pd.DataFrame(rows)


def assumed() -> list[str]:
    """Return the figures that are assumptions: those of the effects, and those of each crisis."""
    return [*(name for name in EFFECTS if effects_said()[name][1]), *OF_A_CRISIS]


def lead_of(name: str, policies: Sequence[str], seeds: tuple[int, ...], factors: Factors) -> tuple[float, str]:
    """Return by how many mean points the sensible plan leads the best of the others, and which policy is first."""
    means = {each: float(whole(name, each, seeds, factors).mean()) for each in policies}
    first = max(means, key=lambda each: means[each])
    return means[BEST] - max(value for each, value in means.items() if each != BEST), first


def whole(name: str, policy: str, seeds: tuple[int, ...], factors: Factors = ()) -> Numbers:
    """Return the scores of a policy in a crisis, a number a seed."""
    return _scores(name, policy, seeds, factors).whole


@lru_cache(maxsize=128)
def _scores(name: str, policy: str, seeds: tuple[int, ...], factors: Factors) -> Score:
    scenario, figures = scenarios()[name], effects()
    for figure, factor in factors:
        if figure in OF_A_CRISIS:
            changed = getattr(scenario, figure) * factor
            shares = figure in {"passing", "ours"}
            scenario = replace(scenario, **{figure: min(changed, MOST_SHARE) if shares else changed})
        else:
            figures = figures.times(figure, factor)
    return scored(world(scenario, seeds, _roster(name), figures), POLICIES[policy].acts)


def _roster(name: str) -> Roster:
    return roster_of(sample_card(), scenarios()[name])
