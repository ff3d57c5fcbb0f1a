"""How many customers several platforms reach together, and the hours they take: the same people are on most of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.analysis.estimates import Estimate
from playbook.language import Text
from playbook.strategy import missing
from playbook.strategy.analysis import adding, customers_of, reach
from playbook.strategy.lists import Posting
from playbook.strategy.missing import present
from playbook.strategy.readers_named import PLATFORM_NAMES
from playbook.tables import NOTHING, half_up, number, table

KIND = Text("平台", "platform")
SIDES: dict[bool, Text] = {True: Text("{name}，同步", "{name}, synced"), False: Text("{name}，专写", "{name}, native")}
ALL = {True: Text("同步的合计", "all synced"), False: Text("专写的合计", "all native")}
TRIAL_HEADS = [
    Text("条数", "posts"), Text("每条互动", "reactions a post"), Text("要答的评论", "comments wanting an answer"),
    Text("答了", "answered"), Text("没有答", "left unanswered"),
]  # fmt: skip


class Together(NamedTuple):
    """What a choice of platforms beside Weibo comes to: hours a week, the customers reached in all, and by Weibo."""

    hours: float
    reached: Estimate
    weibo: Estimate


def tried(facts: Facts) -> tuple[str, ...]:
    """Return the platforms that posts were tried on, in the order they are named."""
    kinds = set(present(facts.synced)["platform"])
    return tuple(key for key in PLATFORM_NAMES if key in kinds)


def together(facts: Facts, chosen: Mapping[str, Posting]) -> Together:
    """Return what the platforms chosen come to, each with the way its posts are made."""
    customers, hours = customers_of(present(facts.survey)), present(facts.platforms).set_index("platform")
    taken = sum((float(hours[f"hours_{posting}"][key]) for key, posting in chosen.items()), 0.0)
    return Together(taken, reach(customers, ["weibo", *chosen]), reach(customers, ["weibo"]))


def best_within(facts: Facts, hours: float) -> str:
    """Return which one platform, with posts of its own, reaches most customers beside Weibo in the hours there are."""
    within = [key for key in tried(facts) if together(facts, {key: "native"}).hours <= hours]
    return max(within, key=lambda key: together(facts, {key: "native"}).reached.value)


def adds_per_cent(facts: Facts, platform: str, have: Sequence[str] = ("weibo",)) -> int:
    """Return which per cent of customers a platform adds to those reached already."""
    return half_up(100 * adding(customers_of(present(facts.survey)), platform, have).value)


def trial(known: Facts | None = None) -> pd.DataFrame:
    """Return a row a platform and way of posting: posts, reactions a post, comments that wanted an answer, answered."""
    facts = known or present_facts()
    if (told := missing.no_trial(facts)) is not None:
        return table([(str(told),)], [NOTHING], [Text("答不了", "cannot tell")], KIND)
    posts, labels, rows = present(facts.synced), [], []
    for key in tried(facts):
        for side, said in SIDES.items():
            labels.append(str(said.format(name=PLATFORM_NAMES[key])))
            rows.append(_counted(posts[(posts["platform"] == key) & (posts["synced"] == side)]))
    for side, name in ALL.items():
        labels.append(str(name))
        rows.append(_counted(posts[posts["synced"] == side]))
    return table(rows, labels, TRIAL_HEADS, KIND)


def _counted(posts: pd.DataFrame) -> tuple[str, ...]:
    asked, answered = int(posts["asked"].sum()), int(posts["answered"].sum())
    each = f"{posts['reactions'].astype(float).mean():.0f}"
    return number(len(posts)), each, number(asked), number(answered), number(asked - answered)
