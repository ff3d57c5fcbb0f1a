"""A relay played through: who of our followers sees a post when other accounts of ours relay it, and who passes it on.

People are counted by the accounts they follow (`audiences`). Some of them come by while the post is fresh; whoever
does and follows an account looks at a post of its with the same chance, less at a relay, and less the older the post
is. A second look adds half as much to the reposts, a third nothing. What strangers pass on goes further down
(`cascade`); that it comes back to our own followers is left out, and so are readers who come by only when a late
relay is there. Posts differ in luck, so each figure is a range over many runs. What nobody measured is called an
assumption in `playbook/sample/calibration.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np

from playbook.facts import Facts
from playbook.matrix.analysis import followers, reach, repeated
from playbook.matrix.cascade import grow
from playbook.matrix.exposure import SHAPE, Step, known_of, looked
from playbook.matrix.plan import MatrixPlan, When
from playbook.matrix.staffing import duty_of
from playbook.once import once
from playbook.posts import originals
from playbook.sample.truths import Ints, Numbers, calibration

__all__ = ["Range", "Reach", "Spread", "Step", "added", "matrix_reach", "ranged", "simulate"]

RUNS = 2000
RUNS_LIVE = 1000  # of a planner, at every move
SEED = 0  # the same plan always shows the same
Range = tuple[int, int, int]
Figure = Literal["reached", "repeated", "reposts"]


@dataclass(frozen=True, eq=False)
class Spread:
    """What became of a post in many runs; a figure a run.

    `reached`: people who follow an account of ours and saw it; `repeated`: those of them who saw it more than once;
    `gained`: runs x steps, those who saw it first through each step, in order of time; `by_depth`: runs x depth, the
    reposts (the first column: direct ones).
    """

    reached: Ints
    repeated: Ints
    gained: Ints
    by_depth: Ints

    @property
    def reposts(self) -> Ints:
        """Return the reposts of each run, at all depths."""
        return np.asarray(self.by_depth.sum(axis=1))

    @property
    def depth_shares(self) -> Numbers:
        """Return the share of reposts at each depth, over all runs together; empty if there are none."""
        total = self.by_depth.sum()
        return np.asarray(self.by_depth.sum(axis=0) / total) if total else np.zeros(0)

    def range(self, name: Figure) -> Range:
        """Return the 10th, 50th and 90th percentile of a figure over the runs."""
        return ranged(getattr(self, name))


class Reach(NamedTuple):
    """A matrix plan in figures: people who follow a kept account, and those who follow two or more (both exact).

    `hours` are planned a week, `duty` are on the card; `adds` has for each relay, as `by>of`, how many people see a
    typical post who would not have (10th, 50th, 90th percentile).
    """

    people: int
    repeated: int
    hours: float
    duty: int
    adds: dict[str, Range]


def simulate(
    facts: Facts, of: str, steps: tuple[Step, ...] = (), *, runs: int = RUNS, seed: int = SEED
) -> Spread | None:
    """Play a post of `of` that other accounts relay; None where who follows what is not known of all of them."""
    known = known_of(facts, of, steps)
    if known is None:
        return None
    chance = np.random.default_rng(seed)
    luck = np.exp(_luck_sd() * chance.normal(size=runs))
    looks = looked(known, runs, chance)
    weight = calibration()["relay"]["second"]["weight"]
    expected = (looks.first.sum(axis=1) + weight * looks.second) * _reposts_a_look(facts, of) * luck
    return Spread(looks.first.sum(axis=1), looks.second, looks.first[:, 1:], grow(expected, SHAPE, chance))


def ranged(values: Ints) -> Range:
    """Return the 10th, 50th and 90th percentile, as whole numbers."""
    low, middle, high = np.quantile(values, [0.1, 0.5, 0.9]).round().astype(int).tolist()
    return low, middle, high


@once(1024)
def added(facts: Facts, by: str, of: str, when: When) -> Range | None:
    """Return how many people a relay shows a typical post who would not have seen it; None if nobody can tell."""
    step = Step(by, float(calibration()["relay"]["assumption"][when]))
    known = known_of(facts, of, (step,))
    return None if known is None else ranged(looked(known, RUNS_LIVE, np.random.default_rng(SEED)).first[:, 1])


def matrix_reach(facts: Facts, plan: MatrixPlan) -> Reach | None:
    """Return a plan in figures; None where nobody knows who follows what. Relays of unknown accounts are left out."""
    if facts.audiences is None:
        return None
    kept = [place.account for place in plan.kept]
    adds = {each.at: added(facts, each.by, each.of, each.when) for each in plan.relays if {each.by, each.of} <= {*kept}}
    return Reach(
        people=reach(facts.audiences, kept),
        repeated=repeated(facts.audiences, kept),
        hours=sum(place.hours for place in plan.kept),
        duty=sum(duty_of(facts.company).values()),
        adds={at: told for at, told in adds.items() if told is not None},
    )


def _luck_sd() -> float:
    """Return the spread of reposts a look, in log units: with that of who is there, what was measured in an account."""
    measured = calibration()["posts"]["within_account_sd"]["reposts"]
    return float(np.sqrt(measured**2 - calibration()["relay"]["assumption"]["there_sd"] ** 2))


@once(64)
def _reposts_a_look(facts: Facts, of: str) -> float:
    """Return how many reposts, at all depths, a look at a post of `of` leads to, by what its typical post gets."""
    if facts.audiences is None:
        return 0.0
    own = originals(facts.posts[facts.posts["account"] == of])["reposts"].dropna().to_numpy(dtype=float)
    assumed = calibration()["relay"]["assumption"]
    looks = float(followers(facts.audiences)[of]) * assumed["there"] * assumed["look"]
    return float(np.expm1(np.log1p(own).mean())) / looks if len(own) and looks else 0.0
