"""How often do the stated 95% intervals of metrics hold the truth? Effects are planted in weeks and looked for.

The generator shares nothing with the sample company nor with the estimators: seasons of bumps in any week of the year
instead of months or waves, departures that carry over and are drawn from Student's t with 4 degrees, counts that vary
more than by chance alone, weeks that nobody wrote down in runs, an effect that begins after a lag, rises and fades.

    .venv/bin/python tests/bench/effects.py [VARIANTS] [NAME]      200 variants of every scenario (or of those so named)
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import signal

from playbook.company import Account, Company
from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.analysis.estimates import UNKNOWN, Estimate
from playbook.metrics.analysis.launch import Asked, effect
from playbook.metrics.analysis.leads import leads
from playbook.metrics.analysis.peers import against
from playbook.posts import COLUMNS, typed

Floats = npt.NDArray[np.float64]
COMPANY = Company(name="A", accounts=[Account(id="us", name="us")])
CLICKS = ("link_clicks", 1)
FIRST = pd.Timestamp("2022-01-03")
Kind = Literal["launch", "peers", "leads"]


@dataclass(frozen=True)
class Scenario:
    """A world of weeks: how long, how noisy, and what is planted; `carried` from week to week, `typical` a count.

    `apart` of the `peers` have a trend of their own.
    """

    name: str
    kind: Kind = "launch"
    weeks: int = 104
    carried: float = 0.4
    noise: float = 0.2
    typical: float = 200.0
    tails: bool = True
    size: float = 0.5
    gaps: int = 2
    peers: int = 20
    apart: int = 0


LAUNCHES = (
    Scenario("launch, weeks by lot", carried=0.0),
    Scenario("launch, carried 0.4"),
    Scenario("launch, carried 0.7", carried=0.7),
    Scenario("launch, nothing planted", size=0.0, carried=0.5),
    Scenario("launch, counts of 15", typical=15.0),
    Scenario("launch, three years", weeks=156, carried=0.6),
    Scenario("launch, noisy", noise=0.5, carried=0.3, gaps=4),
)

AGAINST = (
    Scenario("peers, all alike", "peers", noise=0.3),
    Scenario("peers, 5 of 20 apart", "peers", noise=0.3, apart=5),
    Scenario("peers, carried 0.7, 5 apart", "peers", noise=0.3, carried=0.7, apart=5),
    Scenario("peers, nothing planted, 5 apart", "peers", noise=0.3, apart=5, size=0.0),
    Scenario("peers, 5 of them", "peers", noise=0.3, peers=5, apart=1),
)
LEADING = (
    Scenario("leads, clicks by 0.5", "leads", noise=0.25),
    Scenario("leads, carried 0.7", "leads", noise=0.25, carried=0.7),
    Scenario("leads, nothing planted", "leads", noise=0.25, size=0.0, carried=0.6),
    Scenario("leads, orders of 30", "leads", noise=0.25, typical=30.0),
)
SCENARIOS = (*LAUNCHES, *AGAINST, *LEADING)


def season(weeks: int, chance: np.random.Generator) -> Floats:
    """Return three bumps of any width in any week of the year, the same every year (log units)."""
    at = np.arange(weeks)
    total = np.zeros(weeks)
    for _ in range(3):
        middle, width, height = chance.uniform(0, 52), chance.uniform(2, 7), chance.uniform(-0.4, 0.5)
        away = (at - middle + 26) % 52 - 26
        total += height * np.exp(-0.5 * (away / width) ** 2)
    return total


def carried_over(weeks: int, carried: float, chance: np.random.Generator, *, tails: bool) -> Floats:
    """Return departures of spread 1 of which each takes a share of the one before."""
    fresh = chance.standard_t(4, size=weeks + 100) / np.sqrt(2) if tails else chance.normal(size=weeks + 100)
    return np.asarray(signal.lfilter([np.sqrt(1 - carried**2)], [1.0, -carried], fresh)[100:])


def counted(logs: Floats, typical: float, chance: np.random.Generator) -> Floats:
    """Return counts that vary a little more than by chance alone."""
    return chance.poisson(typical * np.exp(logs) * chance.gamma(100, 0.01, len(logs))).astype(float)


def lost(values: Floats, gaps: int, chance: np.random.Generator) -> Floats:
    """Lose runs of one to three weeks."""
    told = values.copy()
    for _ in range(gaps):
        first = int(chance.integers(2, len(told) - 3))
        told[first : first + int(chance.integers(1, 4))] = np.nan
    return told


def by_week(values: Floats) -> pd.Series:
    """Return values by the Mondays of so many weeks."""
    return pd.Series(values, index=pd.date_range(FIRST, periods=len(values), freq="7D"))


def after_a_launch(scenario: Scenario, chance: np.random.Generator) -> tuple[Estimate, float]:
    """Plant an effect that begins after a lag and fades, and look for its mean over eight weeks."""
    weeks = scenario.weeks
    at = int(chance.integers(weeks - 40, weeks - 16))
    since = np.arange(weeks) - at - int(chance.integers(0, 4))
    planted = np.where(since >= 0, scenario.size * np.exp(-since.clip(min=0) / 6), 0.0)
    noise = scenario.noise * carried_over(weeks, scenario.carried, chance, tails=scenario.tails)
    logs = 0.3 * np.arange(weeks) / 52 + season(weeks, chance) + planted + noise
    values = lost(counted(logs, scenario.typical, chance), scenario.gaps, chance)
    told = by_week(values)
    found = effect(Asked(told, "orders", told.index[at]))
    known = ~np.isnan(values[at : at + 8])
    return (UNKNOWN if isinstance(found, Text) else found.mean), float(planted[at : at + 8][known].mean())


def against_peers(scenario: Scenario, chance: np.random.Generator) -> tuple[Estimate, float]:
    """Plant a lift of an account's posts in weeks 3 to 13 beside peers with the same season, some with trends."""
    weeks, at = scenario.weeks, int(chance.integers(scenario.weeks - 40, scenario.weeks - 16))
    common = season(weeks, chance) + 0.3 * np.arange(weeks) / 52
    common += 0.3 * carried_over(weeks, 0.6, chance, tails=False)  # what comes to all of a trade alike
    rows = [_posting(common, scenario, chance, "us", 40)]
    rows[0]["moved"] += np.where((np.arange(weeks) >= at + 3) & (np.arange(weeks) <= at + 13), scenario.size, 0.0)
    for number in range(scenario.peers):
        slope = chance.choice([-1.0, 1.0]) * chance.uniform(0.6, 1.2) if number < scenario.apart else 0.0
        rows.append(_posting(common + slope * np.arange(weeks) / 52, scenario, chance, f"p{number:02d}", 6))
    table = pd.concat(rows, ignore_index=True)
    gets = np.exp(table["moved"]) * table["posts"]
    table["reactions"] = chance.poisson(gets.clip(upper=1e8))
    own = table[table["peer"] == "us"].rename(columns={"peer": "account"})
    peers = table[table["peer"] != "us"]
    facts = Facts(COMPANY, posts_of(pd.DataFrame()), None, invented=True, weekly=own, peers=peers)
    found = against(facts, "us", FIRST + pd.Timedelta(days=7 * at))
    return (UNKNOWN if isinstance(found, Text) else found.difference), scenario.size


def _posting(logs: Floats, scenario: Scenario, chance: np.random.Generator, name: str, often: int) -> pd.DataFrame:
    """Return weeks of an account: how many posts, and the log of what one gets, with the luck of its week."""
    weeks = len(logs)
    number = chance.poisson(often * chance.gamma(4, 0.25, weeks))
    luck = scenario.noise * carried_over(weeks, scenario.carried, chance, tails=scenario.tails)
    luck += 0.8 * chance.standard_t(4, size=weeks) / np.sqrt(np.maximum(number, 1))
    table = pd.DataFrame({"peer": name, "week": pd.date_range(FIRST, periods=weeks, freq="7D"), "posts": number})
    return table.assign(followers=10_000, moved=chance.uniform(3, 6) + logs + luck)


def leading(scenario: Scenario, chance: np.random.Generator) -> tuple[Estimate, float]:
    """Plant clicks that lead orders by a week beside measures that tell nothing, and look at all of these claims."""
    weeks = scenario.weeks
    luck = scenario.noise * carried_over(weeks, scenario.carried, chance, tails=scenario.tails)
    rest = scenario.noise * carried_over(weeks, scenario.carried, chance, tails=scenario.tails) / 2
    shape, growth = season(weeks, chance), 0.3 * np.arange(weeks) / 52
    clicks = counted(growth + luck, 2000, chance)
    # What is counted of clicks leads, not what is hidden behind it: noise in a measure is part of the measure.
    led = np.concatenate([[0.0], np.log1p(clicks[:-1]) - np.log(2000)])
    orders = growth + shape + rest + scenario.size * led
    table = pd.DataFrame({"account": "us", "week": pd.date_range(FIRST, periods=weeks, freq="7D")})
    table["link_clicks"] = lost(clicks, scenario.gaps, chance)
    table["orders"] = lost(counted(orders, scenario.typical, chance), scenario.gaps, chance)
    for name in ("profile_visits", "reads", "reactions", "followers"):
        table[name] = counted(growth + 0.2 * carried_over(weeks, 0.5, chance, tails=False), 5000, chance)
    table = table.assign(posts=10, reads_capped=pd.array([False] * weeks, dtype="boolean"))
    facts = Facts(COMPANY, posts_of(pd.DataFrame()), None, invented=True, weekly=table)
    found = leads(facts, "us")
    claims = [(each, 0.0) for name, lead in found.items() for lag, each in lead.moves.items() if (name, lag) != CLICKS]
    claims.append((found[CLICKS[0]].moves[CLICKS[1]], scenario.size))
    # All of them together are stated to hold in 95 of 100: the first that misses is returned, if any does.
    return next((each for each in claims if not each[0].low <= each[1] <= each[0].high), claims[-1])


def posts_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Return a posts table without posts: these facts are of weeks alone."""
    return typed(rows.reindex(columns=list(COLUMNS)).astype(str))


LOOK: dict[Kind, Callable[[Scenario, np.random.Generator], tuple[Estimate, float]]] = {
    "launch": after_a_launch,
    "peers": against_peers,
    "leads": leading,
}


@dataclass(frozen=True)
class Score:
    """What came of the variants of a scenario: what was found, and what was planted."""

    found: list[Estimate]
    truths: list[float]
    seconds: float

    @property
    def known(self) -> list[tuple[Estimate, float]]:
        """Return those that could be told, with their truths."""
        return [(each, truth) for each, truth in zip(self.found, self.truths, strict=True) if each.known]

    @property
    def held(self) -> float:
        """Return the share of intervals that hold the truth."""
        return float(np.mean([each.low <= truth <= each.high for each, truth in self.known]))

    @property
    def width(self) -> float:
        """Return the median width of the intervals."""
        return float(np.median([each.high - each.low for each, _ in self.known]))


def score(scenario: Scenario, variants: int) -> Score:
    """Plant and look, so many times."""
    start = time.perf_counter()
    pairs = [
        LOOK[scenario.kind](scenario, np.random.default_rng([seed, *scenario.name.encode()]))
        for seed in range(variants)
    ]
    seconds = (time.perf_counter() - start) / variants
    return Score([each for each, _ in pairs], [truth for _, truth in pairs], seconds)


def main(variants: int = 200, name: str = "") -> None:
    """Print a line a scenario."""
    print(f"{'scenario':44}" + "".join(f"{head:>10}" for head in ("told", "held", "width", "seconds")))  # noqa: T201 - it speaks to the person who runs it
    for scenario in SCENARIOS:
        if name in scenario.name:
            found = score(scenario, variants)
            numbers = f"{len(found.known):10}{found.held:10.1%}{found.width:10.2f}{found.seconds:10.3f}"
            print(f"{scenario.name:44}{numbers}", flush=True)  # noqa: T201 - likewise


if __name__ == "__main__":
    main(*(kind(given) for kind, given in zip((int, str), sys.argv[1:], strict=False)))
