"""What alarms do in worlds that they were not tuned in.

    python tests/bench/alarms.py [worlds]

Each kind of rule is tuned in 40 worlds, for one measure and window, and judged in so many others (200 if not told):
false alarms a month with their interval, minutes to the crisis (median and longest), hours to the slow burn and in
which share of the worlds it was found. Last, the milliseconds that one rule takes over three months.
"""

from __future__ import annotations

import sys
import time

from playbook.crisis.analysis.alarms import RULES
from playbook.crisis.analysis.counts import Of
from playbook.crisis.analysis.judged import judge_alarm, sample_events
from playbook.crisis.analysis.tuning import over, tuned, world

TUNED_ON, FIRST = range(1000, 1040), 2000
WINDOWS: tuple[tuple[Of, int], ...] = (("mentions", 60), ("negative", 60), ("negative_share", 1440))
RUNS = 20


def main(worlds: int) -> None:
    """Print a line for each rule."""
    for kind in RULES:
        for of, minutes in WINDOWS:
            best = tuned(kind, of, minutes, TUNED_ON)
            if best is None:
                print(f"{kind:<10}{of:<15}{minutes:>5}  rings more often than once a month")  # noqa: T201 - the result
                continue
            seen, told = best.false_a_month.value, over(best.rule, range(FIRST, FIRST + worlds))
            a_month = told.false_a_month
            print(  # noqa: T201 - likewise
                f"{kind:<10}{of:<15}{minutes:>5}  false a month {seen:.2f} tuned, {a_month.value:.2f} "
                f"({a_month.low:.2f}-{a_month.high:.2f}) unseen; crisis {told.crisis:.0f} min, at most "
                f"{told.crisis_longest:.0f}; slow burn {told.slow_burn / 60:.0f} h, in {told.slow_burn_found:.0%}  "
                f"{best.rule}",
                flush=True,
            )
    for kind, made in RULES.items():
        begun = time.perf_counter()
        for _ in range(RUNS):
            judge_alarm(made(), world(FIRST), sample_events())
        print(f"{kind:<10}{1000 * (time.perf_counter() - begun) / RUNS:>6.1f} ms", flush=True)  # noqa: T201 - likewise


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
