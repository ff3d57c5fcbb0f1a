"""What lesson and exercise 3.2 ask of the data: hours, verdicts, a simulation, and the relays that a plan must draw.

An account is named `of_account` where `of` would do, since a spec has a word `of` of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from statistics import NormalDist
from typing import Literal, NamedTuple

import pandas as pd

from playbook.claims import Outcome, Result
from playbook.facts import Facts
from playbook.language import Text
from playbook.matrix.analysis import Line, relay_effect, relay_lines, relay_log
from playbook.matrix.names import account_said
from playbook.matrix.plan import MatrixPlan, Relay
from playbook.matrix.questions import added_up
from playbook.matrix.relay import Step, simulate
from playbook.matrix.relaying import brought_nothing
from playbook.matrix.review import review
from playbook.rules import Finding
from playbook.sample.truths import calibration
from playbook.tables import half_up

RelayOrder = Literal["people", "followers", "backwards"]
Next = Literal["keep", "stop", "try"]
MISSED = Text(
    "{by} 一小时内转 {of}，数据说有用，却没有画。",
    "{by} relaying {of} within the hour helps, say the data, and it is not drawn.",
)
DRAW_IT = Text("画上这支箭头，写一句自己的话。", "Draw this arrow, with words of its own.")


class Habit(NamedTuple):
    """A way of relaying: who, whom, and within how many minutes (`later`: after so many)."""

    by: str
    of: str
    minutes: int
    later: bool


HABITS = {
    "shop": Habit("flagship", "shop", 15, later=False),
    "store": Habit("flagship", "store", 15, later=False),
    "flagship": Habit("founder", "flagship", 180, later=True),
}


def hours_relaying(facts: Facts, account: str = "", minutes: float = 5, *, each: bool = True) -> int:
    """Return the hours that a year's relays took, whole, a half rounded up: of one account's posts, or of all.

    Without `each`, a post counts once, however many accounts relayed it.
    """
    return half_up(_relays_of(facts, account, each=each) * minutes / 60)


def minutes_relaying(facts: Facts, account: str, minutes: int = 5) -> int:
    """Return the minutes that a year's relays of an account's posts took."""
    return _relays_of(facts, account) * minutes


def next_step(facts: Facts, by: str, of_account: str) -> Next:
    """Return what to do with a habit of relaying within the hour: keep what helps, stop what has no room to.

    The rest is tried further: the data are too few to tell.
    """
    result = relay_effect(facts, by, of_account)
    if result.outcome == "supported":
        return "keep"
    return "stop" if brought_nothing(result) else "try"


def compared(facts: Facts) -> int:
    """Return how many habits of relaying the data could compare."""
    return len(_tested(facts))


def one_by_chance(facts: Facts) -> float:
    """Return the chance that at least one of the intervals compared leaves the truth out."""
    return 1 - 0.95 ** compared(facts)


def among_many(facts: Facts, by: str, of_account: str, *, later: bool = False) -> Literal["stands", "chance"]:
    """Tell whether a result stands when all habits were looked at, or may be the one that chance makes.

    Each interval is widened so that all of them together hold the truth 95 times in 100 (Bonferroni); on a log scale,
    on the side that faces 1.
    """
    result, many = relay_effect(facts, by, of_account, later=later), max(compared(facts), 1)
    if result.outcome == "cannot_tell":
        return "chance"
    middle, side = math.log(result.ratio), math.log(result.low if result.ratio > 1 else result.high)
    wider = NormalDist().inv_cdf(1 - 0.025 / many) / NormalDist().inv_cdf(0.975)
    return "stands" if (middle + (side - middle) * wider) * middle > 0 else "chance"


def outcome(facts: Facts, habit: str) -> Outcome:
    """Return what the data say of one of HABITS: that posts relayed so get more."""
    return _result(facts, habit).outcome


def relayed(facts: Facts, habit: str) -> int:
    """Return how many posts were relayed as one of HABITS has it."""
    return _result(facts, habit).inside


def ratio_of(facts: Facts, by: str, of_account: str) -> float:
    """Return what posts relayed within the hour get, as a multiple of what posts get that nobody relayed."""
    return relay_effect(facts, by, of_account).ratio


def share_shows(facts: Facts, by: str, of_account: str) -> Literal["works", "no_comparison"]:
    """Return what a share of reactions that came through relays shows: help only where a comparison says so."""
    return "works" if relay_effect(facts, by, of_account).outcome == "supported" else "no_comparison"


def widest_relay(facts: Facts, account: str, relayers: list[str], by: RelayOrder = "people") -> list[str]:
    """Return the relayers by how many people their relay shows a post of the account who would not have seen it.

    Most first, in the middle run, as the chart of the simulation has it. Or by `followers`, or `backwards`.
    """
    if by == "followers":
        return sorted(relayers, key=lambda name: added_up(facts, [name]), reverse=True)
    return sorted(relayers, key=lambda name: _gained(facts, account, name), reverse=by == "people")


def review_relays(plan: MatrixPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Review a plan that draws every relay within the hour that the data support."""
    drawn = {(relay.by, relay.of) for relay in plan.relays if relay.when == "at_once"}
    missing = [line for line in _helpful(facts) if not drawn & {(by, line.of) for by in line.by}]
    return [*review(plan, facts), *(_missed(facts, line) for line in missing)]


def _relays_of(facts: Facts, of: str, *, each: bool = True) -> int:
    log = relay_log(facts)
    own = log[log["of"] == of] if of else log
    return len(own) if each else int(own["repost_of"].nunique())


def _tested(facts: Facts) -> list[Line]:
    return [line for line in relay_lines(facts) if line.result.unable is None]


def _result(facts: Facts, habit: str) -> Result:
    by, of, minutes, later = HABITS[habit]
    return relay_effect(facts, by, of, within_minutes=minutes, later=later)


def _helpful(facts: Facts) -> Iterable[Line]:
    return (line for line in _tested(facts) if not line.later and line.result.outcome == "supported")


def _gained(facts: Facts, of: str, by: str) -> float:
    spread = simulate(facts, of, (Step(by, float(calibration()["relay"]["assumption"]["at_once"])),))
    return 0.0 if spread is None else float(pd.Series(spread.gained[:, 0]).median())


def _missed(facts: Facts, line: Line) -> Finding:
    said = MISSED.format(by=account_said(facts, line.by[0]), of=account_said(facts, line.of))
    at = tuple(Relay(by=by, of=line.of).at for by in line.by)
    return Finding("matrix.synergy-dimensions", said, DRAW_IT, at)
