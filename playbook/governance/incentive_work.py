"""What hours of a person bring in a month, and what of it is assumed (`incentive.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

import numpy as np

from playbook.language import Text
from playbook.sample.truths import Numbers

Act = Literal["answer", "write", "post", "hand", "draw", "fake", "rest"]
ACTS: tuple[Act, ...] = ("answer", "write", "post", "hand", "draw", "fake", "rest")
SPENT: dict[Act, Text] = {
    "answer": Text("答问题", "answering"),
    "write": Text("好好写", "writing well"),
    "post": Text("凑数发", "filling up"),
    "hand": Text("交接、帮别的号", "hand-overs, helping others"),
    "draw": Text("办抽奖拉粉", "prize draws for followers"),
    "fake": Text("买粉、拉亲友", "buying followers, asking friends"),
    "rest": Text("闲着", "idle"),
}
Values = Mapping[str, Mapping[str, float]]


@cache
def assumptions() -> dict[str, dict[str, dict[str, Any]]]:
    """Return `incentive.toml`: each assumption with its value, where it comes from, and what it says in zh and en."""
    return tomllib.loads(resources.files("playbook.governance").joinpath("incentive.toml").read_text("utf-8"))


def values(changed: Mapping[str, float] | None = None) -> dict[str, dict[str, float]]:
    """Return the numbers alone; `changed` has other ones by `group.name`. Raises KeyError for one that is not there."""
    found = {group: {name: float(each["value"]) for name, each in of.items()} for group, of in assumptions().items()}
    for key, value in (changed or {}).items():
        group, name = key.split(".")
        _ = found[group][name]
        found[group][name] = value
    return found


def habit(told: Values) -> Numbers:
    """Return the hours of a month as usual; what is left is rest."""
    named = [told["habit"][act] for act in ACTS if act != "rest"]
    return np.array([*named, max(0.0, told["team"]["hours"] - sum(named))])


def made(act: Act, hours: Numbers, told: Values) -> dict[str, Numbers]:
    """Return what hours of one thing bring in a month; what it does not bring is not in it.

    `kept` followers who stay (fewer, if old ones are bored away), `new` ones as the counter shows them, `prized` new
    ones who came for a prize, `bought` ones, `answered` questions, `orders` on one’s own account, `helped` orders on
    others’, `posts`, `upset` complaints.
    """
    give, out = told["yields"], hours ** told["yields"]["bends"]
    if act == "answer":
        answered = give["questions"] * -np.expm1(-hours / give["answers"])
        kept = give["kept_answer"] * out
        return {"kept": kept, "new": kept, "answered": answered, "orders": give["order_answer"] * out}
    if act == "write":
        kept = give["kept_write"] * out
        return {"kept": kept, "new": kept, "orders": give["order_write"] * out, "posts": give["posts_write"] * hours}
    if act == "post":
        return {"kept": -give["bores"] * out, "new": give["new_post"] * out, "posts": give["posts_post"] * hours}
    if act == "draw":
        prized = give["new_draw"] * out
        return {"kept": give["stays_draw"] * prized, "prized": prized, "upset": give["upset_draw"] * out}
    if act == "hand":
        return {"helped": give["order_hand"] * out}
    return {"bought": give["new_fake"] * out} if act == "fake" else {}


def usual(told: Values) -> dict[str, float]:
    """Return what a person makes in a month as usual: the score 1 of a scorecard."""
    sums: dict[str, float] = {}
    for act, hours in zip(ACTS, habit(told), strict=True):
        for name, value in made(act, np.asarray(hours), told).items():
            sums[name] = sums.get(name, 0.0) + float(value)
    return sums
