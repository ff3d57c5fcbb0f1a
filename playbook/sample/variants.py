"""Variants: for each learner a company of its own, whose planted answers differ (`variants.toml` has the space)."""

from __future__ import annotations

import copy
from typing import Any

import numpy as np

from playbook.sample.truths import Planted, generator, read, truths
from playbook.sample.world import World

EVENING = range(18, 23)  # hours of posting: 18 is from 18:00 to 18:59


def variant(seed: int) -> World:
    """Return a learner's own company; the same seed gives the same. Its tables are made when they are asked for."""
    return World(seed, vary(seed))


def same_story(seed: int) -> World:
    """Return a company of which all holds that is told of the sample, while what is counted there is other.

    Its readers, hours, columns and relays are the sample's; chance is the seed's, and so are the hours of work, what
    the survey and the synced posts came to, and which purpose brought the orders.
    """
    space, planted = read("variants.toml"), copy.deepcopy(truths())
    _vary_work(planted["diary"]["week"], space["diary"], generator(seed, "variant", "diary"))
    _ask_others(planted, space, generator(seed, "variant", "strategy"))
    return World(seed, planted)


def vary(seed: int) -> Planted:
    """Return planted truths drawn for a seed; whatever is not drawn is the sample company's."""
    space, planted, chance = read("variants.toml"), copy.deepcopy(truths()), generator(seed, "variant")
    kinds = chance.permutation(space["audiences"]["kinds"])
    for account, kind in zip(space["audiences"]["order"], kinds, strict=True):
        _give_audience(planted["accounts"][account], str(kind), space["audiences"]["least"][account], space, chance)
    for account, hours in space["habit"].items():
        _move_habit(planted["accounts"][account]["posts"], int(chance.choice(hours)))
        _move_chance(planted["accounts"][account], space["spare"])
    up, down = (str(chance.choice(space["columns"][way])) for way in ("up", "down"))
    sizes = planted["column"]["effect"]
    planted["column"]["effect"] = {up: max(sizes.values()), down: min(sizes.values())}
    helping = chance.permutation(len(planted["relay"]))[: int(chance.choice(space["relays"]["helping"]))]
    size = max(relay["effect"] for relay in planted["relay"])
    for at, relay in enumerate(planted["relay"]):
        relay["effect"] = size if at in helping else 0.0
    _vary_work(planted["diary"]["week"], space["diary"], generator(seed, "variant", "diary"))
    _vary_governance(planted, space["governance"], generator(seed, "variant", "governance"))
    _ask_others(planted, space, generator(seed, "variant", "strategy"))
    return planted


def best_hours(planted: Planted) -> dict[str, int]:
    """Return the planted best hour of each account that has one on workdays."""
    tables = {name: of["effect"] for name, of in planted["accounts"].items() if of["effect"]}
    return {name: int(max(effect, key=effect.__getitem__)) for name, effect in tables.items()}


def _vary_work(weeks: dict[str, Any], space: dict[str, Any], chance: np.random.Generator) -> None:
    """Let more or less of each week go to answering, and as much less or more to writing."""
    for week in weeks.values():
        more = float(chance.choice(space["answer"]))
        week["taken"]["answer"] += more
        week["taken"]["write"] -= more


def _vary_governance(planted: Planted, space: dict[str, Any], chance: np.random.Generator) -> None:
    """Let evenings, the hours of the approver, and who holds what be others."""
    approvals, keys = planted["approvals"], planted["keys"]
    approvals["evening"] = float(chance.choice(space["evening"]))
    approvals["hours"] = [9, int(chance.choice(space["until"]))]
    keys["phones"] = str(chance.choice(space["phones"]))
    order = [str(each) for each in chance.permutation(space["accounts"])]
    left = int(chance.choice(space["left"]))
    keys["leaver"] = keys["leaver"] | {"accounts": order[:left]}
    keys["agency"] = keys["agency"] | {"accounts": order[left : left + 1]}


def _ask_others(planted: Planted, space: dict[str, Any], chance: np.random.Generator) -> None:
    """Let the survey's post reach others, synced posts get another share, and another purpose bring the orders."""
    asked = planted["survey"]["ways"]["post"]
    asked["region"] = float(chance.choice(space["survey"]["region"]))
    asked["draws"]["gifts"] = float(chance.choice(space["survey"]["gifts"]))
    planted["platforms"]["synced_gets"] = float(chance.choice(space["platforms"]["synced_gets"]))
    each, dealt = planted["purposes"]["each"], space["purposes"]["dealt"]
    sizes = chance.permutation([each[purpose]["orders_an_hour"] for purpose in dealt])
    for purpose, size in zip(dealt, sizes, strict=True):
        each[purpose]["orders_an_hour"] = float(size)


def _give_audience(
    of: dict[str, Any], kind: str, least: int, space: dict[str, Any], chance: np.random.Generator
) -> None:
    """Give an account readers of a kind: a best hour, what lies around it, and habits that try these hours."""
    best = int(chance.choice(space["best"][kind]))
    elsewhere = space["elsewhere"][kind]
    effect = {str(hour): elsewhere["evening"] for hour in EVENING}
    for away, size in enumerate(space["around"]["steps"]):
        effect |= {str(best - away): size, str(best + away): size}
    of["effect"], of["weekend_effect"] = effect, effect | elsewhere["weekend"]
    for hour in (best - 1, best, best + 1):
        of["posts"][str(hour)] = max(of["posts"].get(str(hour), 0), least)


def _move_habit(posts: dict[str, int], hour: int) -> None:
    """Let the busiest hour be another: the two change places."""
    busiest = max(posts, key=posts.__getitem__)
    posts[busiest], posts[str(hour)] = posts[str(hour)], posts[busiest]


def _move_chance(of: dict[str, Any], spare: dict[str, list[int]]) -> None:
    """Keep the lucky posts in an hour without others, and the viral one in an hour that the readers do not prefer."""
    of["thin"]["hour"] = next(hour for hour in spare["thin"] if not of["posts"].get(str(hour)))
    plain = [hour for hour in spare["viral"] if of["posts"].get(str(hour)) and of["effect"].get(str(hour), 0.0) <= 0]
    of["viral"]["hour"] = plain[0]
