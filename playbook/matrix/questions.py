"""What lessons and exercises on the matrix ask of the data: right answers, and answers that people get wrong."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from statistics import NormalDist
from typing import Literal, NamedTuple

import pandas as pd

from playbook.claims import Outcome
from playbook.facts import Facts
from playbook.language import Text
from playbook.matrix.analysis import Line, alive, followers, reach, relay_effect, relay_lines, relay_log, repeated
from playbook.matrix.names import account_said
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.matrix.relay import Step, simulate
from playbook.matrix.relaying import brought_nothing
from playbook.matrix.review import review
from playbook.matrix.standing import standing
from playbook.rules import Finding
from playbook.sample.truths import calibration

LEAST_KEPT = 3  # accounts that exercise 3.1 asks to keep: to close them all would leave nothing to find fault with
NOBODY = pd.DataFrame({"people": pd.Series(dtype="int64")})
Measure = Literal["posts", "reactions", "answers"]
Order = Literal["new", "followers", "share"]
RelayOrder = Literal["people", "followers", "backwards"]
Asks = Literal["say_whose", "ask_platform", "verify_person", "fine"]
Next = Literal["keep", "stop", "try"]


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
# What somebody wants to do, as the plan would have it.
IDEAS: dict[str, tuple[Place, ...]] = {
    "staff": (Place(account="store-staff", kind="employee", verified="person"),),
    "expert": (Place(account="tea-critic", kind="internal-expert", verified="person"),),
    "leader": (Place(account="founder", kind="leader", verified="company", says_whose=True),),
    "fourth": tuple(Place(account=name, verified="company") for name in ("flagship", "shop", "store", "gifts")),
    "open": (Place(account="store-staff", kind="employee", verified="person", says_whose=True),),
}
ASKED_BY: dict[str, Asks] = {
    "matrix.says-whose": "say_whose",
    "matrix.two-accounts-a-company": "ask_platform",
    "matrix.name-and-verification": "verify_person",
}


def people_of(facts: Facts, accounts: list[str]) -> int:
    """Return how many people follow at least one of the accounts."""
    return reach(_audiences(facts), accounts)


def added_up(facts: Facts, accounts: list[str]) -> int:
    """Return the followers of the accounts added up, people who follow several counted each time."""
    return int(followers(_audiences(facts)).reindex(accounts, fill_value=0).sum())


def following_both(facts: Facts, accounts: list[str]) -> int:
    """Return how many people follow two or more of the accounts."""
    return repeated(_audiences(facts), accounts)


def already(facts: Facts, account: str, beside: list[str]) -> float:
    """Return the share of an account's followers who follow one of those it is put beside; 0 where it has none."""
    own = added_up(facts, [account])
    return 1 - _new(facts, account, beside) / own if own else 0.0


def most_new(facts: Facts, accounts: list[str], beside: list[str], by: Order = "new") -> list[str]:
    """Return the accounts in order of what each adds to the people of those `beside`: most new people first.

    Or by what people take for it: `followers`, or the `share` of followers who are new.
    """
    keys = {
        "new": lambda name: _new(facts, name, beside),
        "followers": lambda name: added_up(facts, [name]),
        "share": lambda name: 1 - already(facts, name, beside),
    }
    return sorted(accounts, key=keys[by], reverse=True)


def strongest_at(facts: Facts, account: str) -> Measure:
    """Return in which of three measures the account stands highest among the company's: how much it posts and gets.

    `answers` is the share of readers' questions answered. Of equal places the first in this order counts.
    """
    table = alive(facts)
    share = table["answered"] / table["asked"].where(table["asked"] > 0)
    measures: dict[Measure, pd.Series] = {
        "posts": table["posts_a_week"],
        "reactions": table["typical"],
        "answers": share,
    }
    return min(measures, key=lambda name: float(measures[name].rank(ascending=False)[account]))


def asked_today(facts: Facts, idea: str) -> Asks:
    """Return what today's rules ask first of an idea: one of IDEAS."""
    for finding in standing(MatrixPlan(places=list(IDEAS[idea])), facts):
        return ASKED_BY[finding.rule]
    return "fine"


def hours_relaying(facts: Facts, of: str = "", minutes: float = 5, *, each: bool = True) -> int:
    """Return the hours that a year's relays took, whole, a half rounded up: of one account's posts, or of all.

    Without `each`, a post counts once, however many accounts relayed it.
    """
    return _rounded(_relays_of(facts, of, each=each) * minutes / 60)


def minutes_relaying(facts: Facts, of: str, minutes: int = 5) -> int:
    """Return the minutes that a year's relays of an account's posts took."""
    return _relays_of(facts, of) * minutes


def next_step(facts: Facts, by: str, of: str) -> Next:
    """Return what to do with a habit of relaying within the hour: keep what helps, stop what has no room to.

    The rest is tried further: the data are too few to tell.
    """
    result = relay_effect(facts, by, of)
    if result.outcome == "supported":
        return "keep"
    return "stop" if brought_nothing(result) else "try"


def tested(facts: Facts) -> int:
    """Return how many habits of relaying the data could compare."""
    return len(_tested(facts))


def one_by_chance(facts: Facts) -> float:
    """Return the chance that at least one of the intervals compared leaves the truth out."""
    return 1 - 0.95 ** tested(facts)


def among_many(facts: Facts, by: str, of: str, *, later: bool = False) -> Literal["stands", "chance"]:
    """Tell whether a result stands when all habits were looked at, or may be the one that chance makes.

    Each interval is widened so that all of them together hold the truth 95 times in 100 (Bonferroni); on a log scale,
    on the side that faces 1.
    """
    result, many = relay_effect(facts, by, of, later=later), max(tested(facts), 1)
    if result.outcome == "cannot_tell":
        return "chance"
    middle, side = math.log(result.ratio), math.log(result.low if result.ratio > 1 else result.high)
    wider = NormalDist().inv_cdf(1 - 0.025 / many) / NormalDist().inv_cdf(0.975)
    return "stands" if (middle + (side - middle) * wider) * middle > 0 else "chance"


def outcome(facts: Facts, habit: str) -> Outcome:
    """Return what the data say of one of HABITS: that posts relayed so get more."""
    each = HABITS[habit]
    return relay_effect(facts, each.by, each.of, within_minutes=each.minutes, later=each.later).outcome


def share_shows(facts: Facts, by: str, of: str) -> Literal["works", "no_comparison"]:
    """Return what a share of reactions that came through relays shows: help only where a comparison says so."""
    return "works" if relay_effect(facts, by, of).outcome == "supported" else "no_comparison"


def widest_relay(facts: Facts, of: str, accounts: list[str], by: RelayOrder = "people") -> list[str]:
    """Return the accounts by how many people their relay shows a post of `of` who would not have seen it, most first.

    As the chart of the simulation has it: the middle run. Or by `followers`, or `backwards`.
    """
    if by == "followers":
        return sorted(accounts, key=lambda name: added_up(facts, [name]), reverse=True)
    return sorted(accounts, key=lambda name: _gained(facts, of, name), reverse=by == "people")


def review_kept(plan: MatrixPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Review a plan that keeps at least LEAST_KEPT accounts."""
    few = len(plan.kept) < LEAST_KEPT
    return [*review(plan, facts), *([Finding("matrix.fit-company", TOO_FEW, KEEP_MORE)] if few else [])]


def review_relays(plan: MatrixPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Review a plan that draws every relay within the hour that the data support."""
    drawn = {(relay.by, relay.of) for relay in plan.relays if relay.when == "at_once"}
    missing = [line for line in _helpful(facts) if not drawn & {(by, line.of) for by in line.by}]
    return [*review(plan, facts), *(_missed(facts, line) for line in missing)]


TOO_FEW = Text("留下的账号不到 3 个。", "Fewer than 3 accounts are kept.")
KEEP_MORE = Text(
    "留下有人管、有人看、有事做的，至少 3 个。", "Keep at least 3: those with a person, readers and a job."
)
MISSED = Text(
    "{by} 一小时内转 {of}，数据说有用，却没有画。",
    "{by} relaying {of} within the hour helps, say the data, and it is not drawn.",
)
DRAW_IT = Text("画上这支箭头，写一句自己的话。", "Draw this arrow, with words of its own.")


def _audiences(facts: Facts) -> pd.DataFrame:
    return NOBODY if facts.audiences is None else facts.audiences


def _new(facts: Facts, account: str, beside: list[str]) -> int:
    return people_of(facts, [*beside, account]) - people_of(facts, beside)


def _relays_of(facts: Facts, of: str, *, each: bool = True) -> int:
    log = relay_log(facts)
    own = log[log["of"] == of] if of else log
    return len(own) if each else int(own["repost_of"].nunique())


def _rounded(hours: float) -> int:
    return int(Decimal(str(hours)).quantize(Decimal(1), ROUND_HALF_UP))


def _tested(facts: Facts) -> list[Line]:
    return [line for line in relay_lines(facts) if line.result.unable is None]


def _helpful(facts: Facts) -> Iterable[Line]:
    return (line for line in _tested(facts) if not line.later and line.result.outcome == "supported")


def _gained(facts: Facts, of: str, by: str) -> float:
    spread = simulate(facts, of, (Step(by, float(calibration()["relay"]["assumption"]["at_once"])),))
    return 0.0 if spread is None else float(pd.Series(spread.gained[:, 0]).median())


def _missed(facts: Facts, line: Line) -> Finding:
    said = MISSED.format(by=account_said(facts, line.by[0]), of=account_said(facts, line.of))
    at = tuple(Relay(by=by, of=line.of).at for by in line.by)
    return Finding("matrix.synergy-dimensions", said, DRAW_IT, at)
