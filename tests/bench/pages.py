"""How long exercise pages take to run with learners' answers, as `classroom feedback --pages` runs them.

    python tests/bench/pages.py [PAGES]

Prints for kernels that start cold, and for kernels forked from a process that has imported the course, with one, two
and four workers: pages, seconds, seconds a page (the start of the workers among them), and the most memory that all
processes held together (MB, what several share counted once; Linux alone tells).
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from threading import Event, Thread

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from classroom.exercise import exercise_ids
from classroom.grading_run.workers import lanes
from classroom.pages import many
from classroom.pages.build import right_answers
from classroom.pages.many import Sitting, run_sittings, versions
from classroom.pages.warm import warm_kernels
from playbook.language import Text
from tests.bench.cohort import memory

PAGES = 46  # each exercise twice
OFTEN = 0.25  # seconds between two looks at the memory
WAYS = (("cold", 1), ("warm", 1), ("warm", 2), ("warm", 4))


def sittings(count: int) -> list[Sitting]:
    """Return so many pages to run, of all exercises by turns, each answered right."""
    known = versions("")
    answers = {name: right_answers(name) for name in exercise_ids()}
    return [Sitting("0012", answers[name], "zh", "", known[name]) for name in islice(cycle(answers), count)]


@contextmanager
def watched() -> Iterator[list[float]]:
    """Yield a list that ends up with the MB that this process and all it started held at each look."""
    seen, over = [0.0], Event()

    def look() -> None:
        while not over.wait(OFTEN):
            seen.append(memory(os.getpid()) / 1024)

    looking = Thread(target=look, daemon=True)
    looking.start()
    try:
        yield seen
    finally:
        over.set()
        looking.join()


def main(count: int) -> None:
    """Run the pages each way and print what it took."""
    pages = sittings(count)
    print(f"{'kernels':<10}{'workers':>8}{'pages':>7}{'seconds':>9}{'s a page':>10}{'MB':>7}", flush=True)  # noqa: T201
    for way, workers in WAYS:
        many.warm_kernels = warm_kernels if way == "warm" else dict  # type: ignore[attr-defined]
        begun = time.perf_counter()
        with lanes(workers, "") as hands, watched() as seen:
            failed = [page for _, page in run_sittings(pages, hands) if isinstance(page, Text)]
        taken = time.perf_counter() - begun
        if failed:
            raise SystemExit(str(failed[0]))
        print(f"{way:<10}{workers:>8}{count:>7}{taken:>9.0f}{taken / count:>10.2f}{max(seen):>7.0f}", flush=True)  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PAGES)
