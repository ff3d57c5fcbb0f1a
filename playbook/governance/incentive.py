"""What people do for what they are paid: a small simulation of a team over a year, under different schemes.

Each person divides the month between answering, writing well, filling up, handing work over, prize draws, fake
followers and rest. What pays best for them is found exactly (returns fall, so the hours go one block after another to
whatever gives most), and each month they move part of the way there. Everything assumed stands in `incentive.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from playbook.governance.incentive_work import ACTS, Act, Values, habit, made, usual, values
from playbook.sample.truths import Numbers

SchemeName = Literal["fixed", "followers", "posts", "orders", "card", "mixed", "team"]
GAMING: tuple[Act, ...] = ("draw", "fake")
MONTHS, BLOCK = 12, 5  # months; hours that are given to one thing at a time


@dataclass(frozen=True)
class Pay:
    """A scheme: yuan a month. `card` and `team` are paid for a score of 1: work as usual, one’s own or the team’s.

    `guarded`: followers that look bought or came for a prize are taken out before anything is counted.
    """

    base: float = 0.0
    follower: float = 0.0
    post: float = 0.0
    order: float = 0.0
    card: float = 0.0
    team: float = 0.0
    guarded: bool = False


@dataclass(frozen=True)
class People:
    """What differs between people: how much they care, and how much faking costs them, in yuan; arrays alike."""

    care: Numbers
    honesty: Numbers


@dataclass(frozen=True)
class Year:
    """What a year brought, an array of one number a run each; for the whole team.

    `counted` are new followers as the counter shows them, `kept` those still there; `answered` a share (0 to 1);
    `gaming` and `idle` hours; `pay` and `prizes` yuan; `hours` an array runs x activities: a person's hours for each in
    the last month.
    """

    kept: Numbers
    counted: Numbers
    orders: Numbers
    answered: Numbers
    complaints: Numbers
    gaming: Numbers
    idle: Numbers
    pay: Numbers
    prizes: Numbers
    hours: Numbers


def simulate(pay: Pay, given: Values | None = None, *, runs: int = 1000, seed: int = 0) -> Year:
    """Play a year of the team so many times; the same seed gives every scheme the same people and the same luck."""
    told = given or values()
    team = max(1, round(told["team"]["people"]))
    chance = np.random.default_rng(seed)
    care = _spread(told["people"]["care"], told["people"]["care_spread"], (runs, team), chance)
    honesty = _spread(told["people"]["honesty"], told["people"]["honesty_spread"], (runs, team), chance)
    luck = np.exp(chance.normal(0, told["measured"]["noise"], (runs, team, MONTHS)))
    chosen = best(pay, told, People(care[..., None], honesty[..., None]))
    moved = 1 - (1 - told["people"]["adapts"]) ** np.arange(1, MONTHS + 1)
    usual = habit(told)
    hours = usual + moved[:, None] * (chosen[:, :, None, :] - usual)  # runs x people x months x activities
    return _counted(pay, told, hours, luck)


def best(pay: Pay, told: Values, people: People) -> Numbers:
    """Return the hours that pay each person best: runs x people x activities.

    What an hour block adds falls from block to block, so that the best blocks of all activities are the best plan.
    """
    blocks = int(told["team"]["hours"] // BLOCK)
    at: Numbers = np.arange(blocks + 1, dtype=np.float64) * BLOCK
    gains = np.stack([np.diff(worth(act, at, pay, told, people)) for act in ACTS], axis=2)
    flat = gains.reshape(*gains.shape[:2], -1)
    taken = np.argsort(-flat, axis=2, kind="stable")[..., :blocks]
    counts = np.zeros(flat.shape, dtype=bool)
    np.put_along_axis(counts, taken, values=True, axis=2)
    return np.asarray(counts.reshape(gains.shape).sum(axis=3) * float(BLOCK))


def bonus_as_usual(told: Values) -> float:
    """Return the bonus of a month’s work as usual, in yuan: what so much for each new follower comes to."""
    work = usual(told)
    return told["team"]["follower"] * (work["new"] + work["prized"])


def schemes(told: Values | None = None) -> dict[SchemeName, Pay]:
    """Return the schemes that are compared; for work as usual each pays the base and the same bonus."""
    known = told or values()
    base, work = known["team"]["base"], usual(known)
    bonus = bonus_as_usual(known)
    plain = Pay(base=base)
    return {
        "fixed": replace(plain, base=base + bonus),
        "followers": replace(plain, follower=known["team"]["follower"]),
        "posts": replace(plain, post=bonus / work["posts"]),
        "orders": replace(plain, order=bonus / work["orders"]),
        "card": replace(plain, card=bonus, guarded=True),
        "mixed": replace(plain, card=0.6 * bonus, team=0.4 * bonus, guarded=True),
        "team": replace(plain, team=bonus, guarded=True),
    }


def worth(act: Act, hours: Numbers, pay: Pay, told: Values, people: People) -> Numbers:
    """Return what hours of one thing are worth to each person: the pay, the wish to do well, less the effort."""
    brought, team = made(act, hours, told), told["team"]["people"]
    money = _paid(brought, pay, told, own=True) + _paid(brought, pay, told, own=False) / team
    well = people.care * _score(brought, told, team=True)
    away = told["people"]["pull"] * (hours - habit(told)[ACTS.index(act)]) ** 2
    if act == "rest":
        return np.asarray(np.zeros_like(people.care * hours) + told["people"]["rest"] * hours - away)
    effort = told["effort"][act] * hours + away
    if act == "fake":
        effort = effort + people.honesty * hours + told["measured"]["price"] * brought["bought"]
    return np.asarray(money + well - effort)


def _paid(brought: Mapping[str, Numbers], pay: Pay, told: Values, *, own: bool) -> Numbers:
    """Return the bonus for what was brought: one’s `own`, or the part that the team shares."""
    seen = 1 - told["measured"]["found"] if pay.guarded else 1.0
    shown = dict(brought)
    shown["kept"] = _of(brought, "kept") + seen * _of(brought, "bought")  # a bought follower looks like one who stays
    if not own:
        return pay.team * _score(shown, told, team=True)
    counted = _of(brought, "new") + seen * (_of(brought, "prized") + _of(brought, "bought"))
    counts = pay.follower * counted + pay.post * _of(brought, "posts") + pay.order * _of(brought, "orders")
    return np.asarray(counts + pay.card * _score(shown, told, team=False))


def _score(brought: Mapping[str, Numbers], told: Values, *, team: bool) -> Numbers:
    """Return the scorecard: followers kept, questions answered, orders, a third each, 1 for work as usual.

    The team’s counts the orders that somebody helped another account to; one’s own does not see them.
    """
    work = usual(told)
    orders, of = _of(brought, "orders"), work["orders"]
    if team:
        orders, of = orders + _of(brought, "helped"), of + work["helped"]
    parts = _of(brought, "kept") / work["kept"] + _of(brought, "answered") / work["answered"] + orders / of
    return np.asarray(parts / 3)


def _counted(pay: Pay, told: Values, hours: Numbers, luck: Numbers) -> Year:
    """Add up a year of hours (runs x people x months x activities), with the luck of each month."""
    brought: dict[str, Numbers] = {}
    for at, act in enumerate(ACTS):
        for name, value in made(act, hours[..., at], told).items():
            brought[name] = brought.get(name, np.zeros(1)) + value
    lucky = {name: value * luck for name, value in brought.items() if name not in {"answered", "posts", "bought"}}
    seen = brought | lucky
    whole = _paid(seen, pay, told, own=False).mean(axis=1, keepdims=True)
    wages = pay.base + _paid(seen, pay, told, own=True) + whole
    questions = told["yields"]["questions"]
    upset = told["yields"]["upset"] * (questions - brought["answered"]) + brought["upset"]

    def year(value: Numbers) -> Numbers:
        return np.asarray(np.broadcast_to(value, luck.shape).sum(axis=(1, 2)))

    gaming, idle = (hours[..., [ACTS.index(act) for act in acts]].sum(axis=3) for acts in (GAMING, ("rest",)))
    return Year(
        kept=year(seen["kept"]),
        counted=year(seen["new"] + seen["prized"] + seen["bought"]),
        orders=year(seen["orders"] + seen["helped"]),
        answered=np.asarray(brought["answered"].mean(axis=(1, 2)) / questions),
        complaints=year(upset),
        gaming=year(gaming),
        idle=year(idle),
        pay=year(wages),
        prizes=year(told["yields"]["prize"] * seen["prized"]),
        hours=np.asarray(hours[:, :, -1].mean(axis=1)),
    )


def _spread(middle: float, spread: float, size: tuple[int, int], chance: np.random.Generator) -> Numbers:
    return np.asarray(middle * np.exp(chance.normal(0, spread, size)))


def _of(brought: Mapping[str, Numbers], name: str) -> Numbers:
    return brought.get(name, np.zeros(1))
