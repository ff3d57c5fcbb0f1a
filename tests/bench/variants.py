"""Which seeds give a company in which all of every exercise that varies holds: those for `classroom/variants.toml`.

    python -m tests.bench.variants [FIRST [HOW_MANY]]

Each of so many seeds (20 from 300 on, if not told) is printed with what does not hold there, and last those that can
be dealt. A seed takes some six seconds.
"""

from __future__ import annotations

import sys

from playbook.facts import variant_facts
from tests.held import faults_in


def main(first: int = 300, how_many: int = 20) -> None:
    """Try so many seeds from the first on, and print what came of each."""
    sound = []
    for seed in range(first, first + how_many):
        faults = faults_in(variant_facts(seed))
        print(seed, *(faults or ["holds"]), sep="\n  ", flush=True)  # noqa: T201 - the result
        sound += [] if faults else [seed]
    print("seeds:", *sound)  # noqa: T201 - the result


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
