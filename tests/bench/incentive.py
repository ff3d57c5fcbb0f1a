"""What the simulation of pay rests on: which assumptions turn the order of the schemes over.

    python tests/bench/incentive.py [runs]

Each assumption is halved and doubled (or set to what incentive.toml names in place of these) in so many runs (1,000 if
not told), and the order is printed where the first, or the last two, change; then two at once, drawn by lot a hundred
times. Last, the seconds that a thousand runs of one scheme take.
"""

from __future__ import annotations

import sys
import time
from itertools import islice

import numpy as np

from playbook.governance.incentive import schemes, simulate
from playbook.governance.incentive_runs import BY_COUNT, COMPARED, Outcome, order, tried

JUDGED: tuple[Outcome, ...] = ("orders", "answered", "kept")
PAIRS, SEED = 100, 0


def main(runs: int) -> None:
    """Print what changes the order, how often two changes at once leave it, and how long a scheme takes."""
    for outcome in JUDGED:
        first = order(outcome, runs=runs)
        print(f"{outcome}: {' > '.join(first)}")  # noqa: T201 - the result
        for key, _, value in tried():
            found = order(outcome, {key: value}, runs)
            if found[0] != first[0] or set(found[-2:]) != set(first[-2:]):
                print(f"  {key} = {value:g}: {' > '.join(found)}")  # noqa: T201 - the result
        print(f"  counts come last in {_pairs(outcome):.0%} of {PAIRS} worlds with two things changed")  # noqa: T201 - the result
    start = time.perf_counter()
    simulate(schemes()["mixed"], runs=1000)
    print(f"a thousand runs: {time.perf_counter() - start:.3f} s; {len(COMPARED)} schemes compared")  # noqa: T201 - the result


def _pairs(outcome: Outcome) -> float:
    """Return in which share of worlds with two assumptions changed pay by counts is among the last two."""
    chance, changes = np.random.default_rng(SEED), list(tried())
    last = 0
    for _ in range(PAIRS):
        drawn = chance.choice(len(changes), 2, replace=False)
        found = order(outcome, {changes[at][0]: changes[at][2] for at in drawn}, 200)
        last += set(islice(reversed(found), 2)) == set(BY_COUNT)
    return last / PAIRS


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
