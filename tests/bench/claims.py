"""How often does the interval of `test_claim` hold the truth? Effects are planted and looked for.

The generator shares nothing with the sample company nor with the estimator: noise with heavier tails than log-normal
(Student's t with 2 degrees, Pareto with index 0.8, both of the logarithm's kind), luck shared by the posts of a day
that carries over to the next days, spells without posts, posts that get nothing, several accounts, effects on single
posts, on days, on weekends and on runs of days. The true ratio is computed, not measured: the median of noise + luck
is found by quadrature, and the counts are laid around it. (Counts are whole: where a typical post gets 1, medians
jump from 1 to 2, and an interval that holds every jump holds the truth more often than it need.)

    .venv/bin/python tests/bench/claims.py [VARIANTS] [NAME]      200 variants of every scenario (or of those so named)
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import optimize, signal, stats

from playbook.claims import Claim, Result, test_claim
from playbook.language import Text
from playbook.posts import COLUMNS, typed

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
NOISE = {"t": stats.t(2, scale=0.7), "pareto": stats.expon(scale=1.25), "normal": stats.norm(scale=1.0)}
NODES, WEIGHTS = np.polynomial.hermite_e.hermegauss(61)
HIGHEST = 1e9  # what a post can get: far above every median, so that none moves
WITH_VIDEO = Claim(
    Text("带视频的微博，互动更多", "Posts with a video get more reactions"),
    holds=lambda posts: posts["has_video"],
    needs=("has_video",),
)


@dataclass(frozen=True)
class Scenario:
    """A world: how long, how many posts, whose, how noisy, and what is planted where.

    `typical` holds what a typical untreated post of each account gets; `ratio` is the planted truth:
    (median + 1) / (median + 1), a whole number of reactions on both sides. `luck` is the standard deviation of a day's
    luck in log units and `carried` its correlation with the next day's. `quiet` is the share of days without posts.
    """

    name: str
    ratio: float = 1.0
    weeks: int = 52
    a_day: float = 5.0
    typical: tuple[int, ...] = (99,)
    noise: Literal["t", "pareto", "normal"] = "t"
    luck: float = 0.5
    carried: float = 0.6
    nothing: float = 0.0
    treated: Literal["posts", "days", "weekends", "runs"] = "posts"
    share: float = 0.2
    quiet: float = 0.0


SIX = (4, 9, 24, 59, 99, 499)
SCENARIOS = (
    Scenario("posts, t"),
    Scenario("posts, Pareto, x1.5", 1.5, noise="pareto"),
    Scenario("posts, log-normal, x1.25", 1.25, noise="normal"),
    Scenario("posts, 2 in 5 get nothing", typical=(9,), nothing=0.4),
    Scenario("posts, typical post gets 1, x2", 2.0, typical=(1,)),
    Scenario("posts, 12 weeks", weeks=12),
    Scenario("posts, 9 weeks, x2", 2.0, weeks=9),
    Scenario("posts, 1 in 50 treated", share=0.02),
    Scenario("posts, 3 years, every other day", weeks=156, a_day=0.5, quiet=0.4),
    Scenario("posts, 300 in a year, x1.5", 1.5, a_day=0.8, noise="pareto"),
    Scenario("days", treated="days"),
    Scenario("days, luck carried 0.9", treated="days", luck=0.8, carried=0.9),
    Scenario("days, gaps, x1.25", 1.25, treated="days", quiet=0.5),
    Scenario("days, 12 weeks, Pareto, x1.5", 1.5, weeks=12, treated="days", noise="pareto", share=0.3),
    Scenario("days, nothing, x2", 2.0, treated="days", typical=(3,), nothing=0.3),
    Scenario("weekends", treated="weekends"),
    Scenario("runs of days", treated="runs"),
    Scenario("runs of days, luck carried 0.9", treated="runs", luck=0.8, carried=0.9),
    Scenario("runs of days, 30 weeks, x1.5", 1.5, weeks=30, treated="runs", noise="pareto", share=0.3),
    Scenario("6 accounts, posts, x2", 2.0, a_day=1.0, typical=SIX, quiet=0.3),
    Scenario("6 accounts, days", a_day=1.0, typical=SIX, treated="days", quiet=0.3),
    Scenario("6 accounts, runs, Pareto, x1.4", 1.4, a_day=1.0, typical=SIX, treated="runs", noise="pareto"),
    Scenario("60 accounts of 20 posts, x2", 2.0, a_day=0.06, typical=(99,) * 60, share=0.3),
    Scenario("60 accounts of 20 posts", a_day=0.06, typical=(9,) * 60, noise="pareto", nothing=0.1),
)


@cache
def middle(scenario: Scenario) -> float:
    """Return the value of noise + luck that leaves half of all posts (those that get nothing among them) below."""
    wanted = (0.5 - scenario.nothing) / (1 - scenario.nothing)
    shares = WEIGHTS / WEIGHTS.sum()

    def missed(value: float) -> float:
        return float(shares @ NOISE[scenario.noise].cdf(value - scenario.luck * NODES) - wanted)

    return float(optimize.brentq(missed, -40, 40))


def plant(scenario: Scenario, seed: int) -> pd.DataFrame:
    """Return the posts table of one variant; `has_video` marks the treated posts."""
    chance = np.random.default_rng([seed, *scenario.name.encode()])
    days = scenario.weeks * 7
    luck, treated, quiet = _luck(scenario, days, chance), _days(scenario, days, chance), _quiet(scenario, days, chance)
    parts = []
    for account, typical in enumerate(scenario.typical):
        # Busy and idle days: the number of posts varies more than by chance alone.
        counts = chance.poisson(scenario.a_day * chance.gamma(2, 0.5, days)) * ~quiet
        day = np.repeat(np.arange(days), counts)
        video = chance.random(len(day)) < scenario.share if scenario.treated == "posts" else treated[day]
        gets = _gets(scenario, np.where(video, (typical + 1) * scenario.ratio - 1, typical), luck[day], chance)
        parts.append(pd.DataFrame({"account": f"a{account}", "day": day, "has_video": video, "gets": gets}))
    return _table(pd.concat(parts, ignore_index=True), chance)


def _gets(scenario: Scenario, typical: Floats, luck: Floats, chance: np.random.Generator) -> npt.NDArray[np.int64]:
    noise = NOISE[scenario.noise].rvs(len(typical), random_state=chance)
    # + 0.5: the median lies inside its whole number, so that rounding down leaves it there.
    gets = (typical + 0.5) * np.exp(np.minimum(noise + luck - middle(scenario), 20))
    gets[chance.random(len(typical)) < scenario.nothing] = 0
    return np.minimum(gets, HIGHEST).astype(np.int64)


def _luck(scenario: Scenario, days: int, chance: np.random.Generator) -> Floats:
    """Return the luck of each day, an autoregression that starts in its steady state."""
    carried = scenario.carried
    steps = chance.normal(scale=scenario.luck * np.sqrt(1 - carried**2), size=days)
    steps[0] = chance.normal(scale=scenario.luck)
    return np.asarray(signal.lfilter([1.0], [1.0, -carried], steps))


def _days(scenario: Scenario, days: int, chance: np.random.Generator) -> Flags:
    """Return which days are treated."""
    if scenario.treated == "weekends":
        return np.arange(days) % 7 >= 5
    if scenario.treated == "days":
        return chance.random(days) < scenario.share
    lengths = chance.geometric(0.2, size=days)  # five days on average
    pauses = chance.geometric(0.2 * scenario.share / (1 - scenario.share), size=days)
    spells = np.column_stack([pauses, lengths]).ravel()
    return np.repeat(np.tile([False, True], days), spells)[:days]


def _quiet(scenario: Scenario, days: int, chance: np.random.Generator) -> Flags:
    """Return the days without posts: spells of uneven length, some of weeks."""
    if not scenario.quiet:
        return np.zeros(days, dtype=bool)
    spells = np.minimum(2 + (4 * chance.pareto(1.2, size=days)).astype(int), 60)
    states = chance.random(days) < scenario.quiet
    return np.repeat(states, spells)[:days]


def _table(planted: pd.DataFrame, chance: np.random.Generator) -> pd.DataFrame:
    """Make a posts table of it, the reactions split into reposts, comments and likes."""
    on = pd.Timestamp("2024-01-01") + pd.to_timedelta(planted["day"], unit="D")
    reposts = chance.binomial(planted["gets"], 0.2)
    comments = chance.binomial(planted["gets"] - reposts, 0.3)
    texts = {
        "account": planted["account"], "posted_on": on.dt.strftime("%Y-%m-%d"), "is_repost": "false",
        "has_video": np.where(planted["has_video"], "true", "false"), "reposts": reposts.astype(str),
        "comments": comments.astype(str), "likes": (planted["gets"] - reposts - comments).astype(str),
    }  # fmt: skip
    return typed(pd.DataFrame(texts, index=planted.index).reindex(columns=list(COLUMNS), fill_value=""))


@dataclass(frozen=True)
class Score:
    """What came of the variants of a scenario."""

    results: tuple[Result, ...]
    truth: float
    seconds: float

    @property
    def compared(self) -> list[Result]:
        """Return the results whose posts could be compared."""
        return [result for result in self.results if result.unable is None]

    @property
    def held(self) -> float:
        """Return the share of intervals that hold the truth."""
        return float(np.mean([each.low - 1e-9 <= self.truth <= each.high + 1e-9 for each in self.compared]))

    def share(self, outcome: str) -> float:
        """Return the share of compared variants with an outcome."""
        return float(np.mean([each.outcome == outcome for each in self.compared]))

    @property
    def width(self) -> float:
        """Return the median of high / low."""
        return float(np.median([each.high / each.low for each in self.compared]))


def score(scenario: Scenario, variants: int) -> Score:
    """Plant and look, so many times."""
    tables = [plant(scenario, seed) for seed in range(variants)]
    start = time.perf_counter()
    results = tuple(test_claim(table, WITH_VIDEO) for table in tables)
    return Score(results, scenario.ratio, (time.perf_counter() - start) / variants)


def main(variants: int = 200, name: str = "") -> None:
    """Print a line a scenario."""
    heads = ("posts", "compared", "held", "supported", "refuted", "width", "seconds")
    print(f"{'scenario':36}" + "".join(f"{head:>10}" for head in heads))  # noqa: T201 - it speaks to the person who runs it
    for scenario in SCENARIOS:
        if name in scenario.name:
            found = score(scenario, variants)
            posts = np.median([each.inside + each.outside for each in found.results])
            numbers = (
                f"{posts:10.0f}{len(found.compared):10}{found.held:10.1%}{found.share('supported'):10.1%}"
                f"{found.share('refuted'):10.1%}{found.width:10.2f}{found.seconds:10.3f}"
            )
            print(f"{scenario.name:36}{numbers}", flush=True)  # noqa: T201 - likewise


if __name__ == "__main__":
    main(*(kind(given) for kind, given in zip((int, str), sys.argv[1:], strict=False)))
