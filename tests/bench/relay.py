"""How long the figures of a matrix take: what the planner shows at every move, and one relay played through.

    python tests/bench/relay.py

Prints milliseconds, the median of several runs: a plan in which every account relays every other, first with nothing
known yet, then again as at the next move; and 2,000 posts of the shop with three relays.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from playbook.facts import sample_facts
from playbook.matrix.analysis import accounts_of
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.matrix.relay import Step, matrix_reach, simulate

RUNS = 5
STEPS = (Step("flagship", 20), Step("store", 30), Step("founder", 40))


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of several runs."""
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


if __name__ == "__main__":
    facts = sample_facts()
    names = accounts_of(facts)
    relays = [Relay(by=by, of=of) for by in names for of in names if by != of]
    plan = MatrixPlan(places=[Place(account=name) for name in names], relays=relays)
    shown = partial(matrix_reach, facts, plan)
    for said, taken in (
        (
            f"a plan of {len(relays)} relays, nothing known yet",
            milliseconds(lambda: matrix_reach(replace(facts), plan)),
        ),
        ("the same at the next move", milliseconds(shown)),
        ("2,000 posts with three relays", milliseconds(partial(simulate, facts, "shop", STEPS))),
    ):
        print(f"{said:<42}{taken:>8.0f} ms", flush=True)  # noqa: T201 - the result
