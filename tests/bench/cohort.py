"""How long a cohort takes to grade, and how much memory: learners, exercises, seconds, MB.

    python tests/bench/cohort.py [--learners 1000] [--all]

For 100 and 1,000 learners (with --all 5,000 too), all asked of the sample and each of one of six variants. No two
learners hand in the same plan. Seconds are by the clock and of all processors together; MB are those of all processes
at their highest, memory that they share counted once.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from classroom.exercise import exercise_ids
from tests.cohorts import make_cohort

CODE = "6-k7m2qx"
HEAD = "{:>8} {:>9} {:>8} {:>8} {:>8} {:>6} {:>10}"


def memory(process: int) -> int:
    """Return the KB that a process and its children use, each its share of what they share; 0 once it is gone."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return own + sum(memory(int(child)) for child in children)


def graded(folder: Path, code: str, workers: int) -> tuple[float, float, float]:
    """Grade as the command does; return seconds by the clock, seconds of all processors, and MB."""
    command = [sys.executable, "-m", "classroom", "grade", folder / "submissions", "--roster", folder / "roster.csv"]
    command += ["-o", folder / "out", "--workers", workers, *(["--code", code] if code else [])]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun, most = time.perf_counter(), 0
    process = subprocess.Popen(list(map(str, command)), stderr=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, memory(process.pid))
        time.sleep(0.2)
    took = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime, most / 1024


def measure(learners: int, code: str, workers: int) -> None:
    """Make a cohort, grade it twice, the second time with nothing left to grade, and print what that took."""
    with tempfile.TemporaryDirectory() as place:
        making = get_context("spawn").Process(target=make_cohort, args=(Path(place), learners), kwargs={"code": code})
        making.start()
        making.join()
        seconds, used, most = graded(Path(place), code, workers)
        again, _, _ = graded(Path(place), code, workers)
    line = HEAD.format(
        f"{learners:,}", len(exercise_ids()), "6" if code else "none",
        f"{seconds:.1f}", f"{used:.1f}", f"{most:.0f}", f"{again:.1f}",
    )  # fmt: skip
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--learners", type=int, action="append")
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--all", action="store_true")
    given = asked.parse_args()
    print(HEAD.format("learners", "exercises", "variants", "seconds", "CPU s", "MB", "once more"))  # noqa: T201
    for size in given.learners or ([100, 1000, 5000] if given.all else [100, 1000]):
        for variants in ("", CODE):
            measure(size, variants, given.workers)
