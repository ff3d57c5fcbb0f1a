"""The world in which a drill is played: a crisis, the figures, who is on duty, and the luck of each seed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

import numpy as np

from playbook.company import Company
from playbook.crisis.drill.scenarios import PACES, STEP, Effects, Scenario, effects, pools, scenarios
from playbook.sample.readers import by_hour
from playbook.sample.truths import Flags, Numbers

# What luck decides in each step, by its place in `World.chances`: whether …
TAKEN_BACK, SEEN, SLIPS, LARGE, JOURNALIST, WHO_LARGE = range(6)
_CHANCES: Final = 6
_SIZE_SD, _HOURS_SD = 0.3, 0.35  # of log size and log hours until facts are known: assumptions
_SLOWEST, _QUICKEST = 0.15, 1.5  # how slow or quick a story moves by the hour, against an even day
MOST_PEOPLE = 12
Roster = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class World:
    """A crisis for one or many seeds; a row of each array is a seed (a run).

    `duty`: people x hours of the crisis, who is on duty by the card; `chances`: steps x runs x what luck decides
    (uniform, 0 to 1); `noise`: steps x runs (normal); `scale`: how large the story is, as a multiple of its size;
    `ours`: whether the fault is ours; `late`, `asked`: hours until the facts are known, unasked and once asked for.
    """

    scenario: Scenario
    effects: Effects
    duty: Flags
    chances: Numbers
    noise: Numbers
    scale: Numbers
    ours: Flags
    late: Numbers
    asked: Numbers

    @property
    def runs(self) -> int:
        """Return how many runs are played side by side."""
        return len(self.scale)

    @cached_property
    def hours(self) -> list[int]:
        """Return the hour of the day of every step."""
        return [int(hour) for hour in self.scenario.hours()]

    @cached_property
    def share_out(self) -> Numbers:
        """Return how much of each pool comes in during each step: steps x paces. At night a story moves slowly."""
        pace = np.clip(24 * by_hour()[self.hours], _SLOWEST, _QUICKEST)
        return np.asarray(1 - np.exp(-STEP * pace[:, None] / PACES))

    @cached_property
    def fuel(self) -> Numbers:
        """Return the mentions that posts about it will draw by themselves, by the step of the post: steps."""
        rising = np.zeros(self.scenario.steps)
        first = np.arange(1, round(self.scenario.growth / STEP) + 1)
        rising[: len(first)] = first[: len(rising)]
        return np.asarray(self.scenario.size * rising / first.sum())

    @cached_property
    def alone(self) -> Numbers:
        """Return how many mentions come in during the drill if nobody passes anything on: runs."""
        pots, total = np.zeros(len(PACES)), 0.0
        for step, fuel in enumerate(self.fuel):
            pots = pots + fuel * pools()
            total += float((pots * self.share_out[step]).sum())
            pots = pots * (1 - self.share_out[step])
        return total * self.scale

    def on_duty(self, step: int) -> Flags:
        """Return who is on duty by the card in a step: people."""
        return np.asarray(self.duty[:, int(step * STEP)])


def world(scenario: Scenario, seeds: Iterable[int], roster: Roster, figures: Effects | None = None) -> World:
    """Return the world of one run a seed; the same seed has the same luck whichever runs are beside it."""
    luck = [_luck(scenario.steps, seed) for seed in seeds]
    fixed = np.array([each[0] for each in luck])
    spread = np.exp(fixed[:, 1:4] * [_SIZE_SD, _HOURS_SD, _HOURS_SD])
    return World(
        scenario=scenario,
        effects=figures or effects(),
        duty=np.array([[sign == "1" for sign in each] for each in roster]),
        chances=np.stack([each[1] for each in luck], axis=1),
        noise=np.stack([each[2] for each in luck], axis=1),
        scale=spread[:, 0],
        ours=fixed[:, 0] < scenario.ours,
        late=scenario.facts_late * spread[:, 1],
        asked=scenario.facts_asked * spread[:, 2],
    )


def roster_of(company: Company, scenario: Scenario) -> Roster:
    """Return who is on duty in each hour of a crisis, a row of 0 and 1 a person; nobody on the card is one tired soul.

    At most MOST_PEOPLE are taken, as the card lists them.
    """
    hours = int(np.ceil(scenario.steps * STEP)) + 1
    moments = [scenario.at(0) + np.timedelta64(hour, "h") for hour in range(hours)]
    there = [{each.id for each in company.on_duty(at.isoweekday(), at.hour)} for at in moments]
    rows = tuple("".join("1" if each.id in here else "0" for here in there) for each in company.people[:MOST_PEOPLE])
    return rows or ("0" * hours,)


def one(name: str, seed: int, roster: Roster) -> World:
    """Return the world of a single run, by the scenario's id. Raises KeyError for a scenario there is none of."""
    return world(scenarios()[name], [seed], roster)


@lru_cache(maxsize=16384)
def _luck(steps: int, seed: int) -> tuple[Any, Any, Any]:
    """Return a seed's luck: what is drawn once, what is drawn at every step, and the noise of every step."""
    chance = np.random.default_rng([seed, 8])
    fixed = np.concatenate([chance.random(1), chance.normal(size=3)])
    return fixed, chance.random((steps, _CHANCES)), chance.normal(size=steps)
