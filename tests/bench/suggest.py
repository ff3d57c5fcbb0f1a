"""How long the best week takes: a real week of each account of the sample company, the median of several runs.

    python tests/bench/suggest.py [POSTS...]

Prints milliseconds for each account, gap and number of posts a week: those of the whole suggestion (reading the posts,
weighing the hours, the reasons), and after the bar those of the integer programme alone. A number in brackets is the
time it took to find that no such week fits, and what would make room.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from playbook.facts import sample_facts
from playbook.timing.best_week import best_week, worth
from playbook.timing.suggest import Constraints, suggest

POSTS = (7, 14, 28, 56)
RUNS = 5


def milliseconds(work: Callable[[], object]) -> float:
    """Return the median time of several runs."""
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - begun))
    return statistics.median(taken)


def lines(sizes: list[int]) -> Iterator[str]:
    """Yield a line for each account, gap, and whether somebody must be on duty."""
    facts = sample_facts()
    yield f"{'ms a week':<28}" + "".join(f"{f'{posts} posts':>18}" for posts in sizes)
    for account in [each.id for each in facts.company.accounts]:
        for gap, attended in ((1, True), (2, True), (1, False), (2, False)):
            cells = []
            for posts in sizes:
                asked = Constraints(posts, gap, attended=attended)
                values = worth(facts, account, asked)
                whole = f"{milliseconds(partial(suggest, facts, account, asked)):.0f}"
                alone = milliseconds(partial(best_week, values, asked))
                cells.append(f"{f'({whole})' if best_week(values, asked) is None else whole} | {alone:.0f}")
            hours = "on duty" if attended else "all hours"
            yield f"{account:<10}{gap} h  {hours:<13}" + "".join(f"{cell:>18}" for cell in cells)


if __name__ == "__main__":
    for line in lines([int(word) for word in sys.argv[1:]] or list(POSTS)):
        print(line, flush=True)  # noqa: T201 - the result
