"""The drill over many seeds: what each way of acting is worth, how quick it is, and whether an assumption decides.

    python tests/bench/drill.py

Prints the table of policies over 400 seeds; the seconds that ten thousand runs of a whole day take; the smallest leads
of the sensible plan when one assumption is halved or doubled (30 seeds), and each time it is not first; what a holding
statement is worth, which is the one word by which "patient" differs; and how often the sensible plan is first when all
assumptions are drawn at once between half and double.
"""

from __future__ import annotations

import time

import pandas as pd

from playbook.crisis.drill.policies import POLICIES, played
from playbook.crisis.drill.scenarios import scenarios
from playbook.crisis.drill.trial import BEST, policy_table, sensitivity, together
from playbook.crisis.drill.world import roster_of, world
from playbook.sample.card import sample_card

MANY, FEW, DRAWS, SHOWN = 400, 30, 20, 12
OTHERS = tuple(name for name in POLICIES if name != "patient")  # which differs from the sensible plan in one word
TELLING = ("facts_asked", "passing", "hold_calms", "silence_angers", "attention")
RUNS = range(100_000, 110_000)


def say(table: pd.DataFrame | pd.Series | str) -> None:
    """Print a result."""
    print(table if isinstance(table, str) else table.round(1).to_string(), end="\n\n", flush=True)  # noqa: T201


def seconds() -> tuple[float, float]:
    """Return how long the luck of ten thousand runs takes, and a day played ten thousand times."""
    scenario = scenarios()["tins"]
    begun = time.perf_counter()
    of = world(scenario, RUNS, roster_of(sample_card(), scenario))
    drawn = time.perf_counter()
    played(of, POLICIES[BEST].acts)
    return drawn - begun, time.perf_counter() - drawn


if __name__ == "__main__":
    say(policy_table(seeds=range(MANY)))
    drawn, run = seconds()
    say(f"10,000 runs of a day: luck {drawn:.1f} s, play {run:.1f} s")
    rows = sensitivity(policies=OTHERS, seeds=range(FEW))
    say(rows.sort_values("lead").head(SHOWN))
    say("not first:")
    say(rows[rows["first"] != BEST])
    say("points that a holding statement is worth:")
    held = sensitivity(policies=(BEST, "patient"), seeds=range(FEW), figures=TELLING)
    say(held.pivot(index=["figure", "factor"], columns="scenario", values="lead"))
    drawn_at_once = together(policies=OTHERS, seeds=range(FEW), draws=DRAWS)
    say("first, of draws of all assumptions at once:")
    say(pd.crosstab(drawn_at_once["scenario"], drawn_at_once["first"]))
    say(drawn_at_once.groupby("scenario")["lead"].describe()[["min", "50%", "max"]])
