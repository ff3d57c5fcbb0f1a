"""Who looks at a post when accounts of ours relay it: people by the accounts they follow, played in many runs at once.

`relay` says what is assumed of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from playbook.claims import ENOUGH
from playbook.facts import Facts
from playbook.matrix.analysis import AT_ONCE, overlap, typical
from playbook.matrix.cascade import Shape, still_to_come
from playbook.once import once
from playbook.sample.truths import Ints, calibration

SHAPE: Shape = "relayed"  # of the trees: as measured on posts that were no rumours
MOST_THERE = 0.9  # of an account's followers: never everybody
Pair = tuple[str, str]  # by, of


@dataclass(frozen=True, slots=True)
class Step:
    """A relay: the account that makes it, and how many minutes after the post."""

    by: str
    minutes: float


@dataclass(frozen=True, slots=True)
class Known:
    """What a run needs: people by what they follow, and of the post and each relay who follows it and its chance."""

    people: Ints
    follows: list[Ints]
    chances: list[float]


class Looks(NamedTuple):
    """Looks in each run: `first`, runs x (post and relays), and `second`, runs: people who looked once more."""

    first: Ints
    second: Ints


def known_of(facts: Facts, of: str, steps: tuple[Step, ...]) -> Known | None:
    """Return what a run of a post of `of` needs, relays in order of time; None if an account's followers are not known.

    People are put together by which of these accounts they follow.
    """
    people, flags = _audiences(facts)
    ordered = sorted(steps, key=lambda step: step.minutes)
    names = [of, *(step.by for step in ordered)]
    if any(name not in flags for name in names):
        return None
    each = list(dict.fromkeys(names))
    groups = np.arange(2 ** len(each))
    code = sum((flags[name] << at for at, name in enumerate(each)), start=np.zeros_like(people))
    look = float(calibration()["relay"]["assumption"]["look"])
    fades = [pull(facts, step.by, of) * still_to_come(step.minutes, SHAPE) for step in ordered]
    return Known(
        people=np.bincount(code, weights=people, minlength=len(groups)).astype(np.int64),
        follows=[(groups >> each.index(name)) & 1 for name in names],
        chances=[look, *(look * fade for fade in fades)],
    )


def looked(known: Known, runs: int, chance: np.random.Generator) -> Looks:
    """Play who is there and who looks: at the post, then at each relay in turn."""
    assumed = calibration()["relay"]["assumption"]
    there = np.minimum(assumed["there"] * np.exp(assumed["there_sd"] * chance.normal(size=(runs, 1))), MOST_THERE)
    never = chance.binomial(known.people, there * np.ones(len(known.people)))
    once, second, first = np.zeros_like(never), np.zeros(runs, dtype=np.int64), []
    for follows, chances in zip(known.follows, known.chances, strict=True):
        new, again = chance.binomial(never * follows, chances), chance.binomial(once * follows, chances)
        never, once = never - new, once + new - again
        first.append(new.sum(axis=1))
        second += again.sum(axis=1)
    return Looks(np.column_stack(first), second)


def tried(facts: Facts, by: str, of: str) -> bool:
    """Tell whether enough relays within the hour say what this one brings; else `pull` is an assumption."""
    return (by, of) in _soon(facts)


@once(1024)
def pull(facts: Facts, by: str, of: str) -> float:
    """Return the share of those who would look at a post of `by` that look at a post of `of` it relays.

    From what relays within the hour brought, against what a post of `by` gets; of readers who follow both, those who
    look have mostly seen the post, and count less. Where fewer than ENOUGH relays tell, the assumption stands.
    """
    told, found = calibration()["relay"], _soon(facts).get((by, of))
    if found is None or not {by, of} <= _audiences(facts)[1].keys() or not typical(facts, by) > 0:
        return float(told["assumption"]["pull"])
    minutes, brought = found
    fresh = 1 - _overlaps(facts)[of][by] * told["assumption"]["look"] * (1 - told["second"]["weight"])
    return float(np.clip(brought / typical(facts, by) / (still_to_come(minutes, SHAPE) * fresh), 0, 1))


@once(16)
def _audiences(facts: Facts) -> tuple[Ints, dict[str, Ints]]:
    """Return people, and for each account which of them follow it (0 or 1); of no account where nobody knows."""
    table = facts.audiences
    if table is None:
        return np.zeros(0, dtype=np.int64), {}
    flags = {str(name): table[name].to_numpy(dtype=np.int64) for name in table.columns if name != "people"}
    return table["people"].to_numpy(dtype=np.int64), flags


@once(16)
def _overlaps(facts: Facts) -> dict[str, dict[str, float]]:
    """Return the overlaps by column and row."""
    table = {} if facts.audiences is None else overlap(facts.audiences).to_dict()
    return {str(also): {str(of): float(share) for of, share in rows.items()} for also, rows in table.items()}


@once(16)
def _soon(facts: Facts) -> dict[Pair, tuple[float, float]]:
    """Return the median minutes, and what it brought, of each pair's relays within the hour, where there are enough."""
    if facts.relays is None:
        return {}
    log = facts.relays[facts.relays["minutes_after"] <= AT_ONCE]
    return {
        (str(by), str(of)): (float(own["minutes_after"].median()), float(own["brought"].median()))
        for (by, of), own in log.groupby(["by", "of"])
        if len(own) >= ENOUGH
    }
