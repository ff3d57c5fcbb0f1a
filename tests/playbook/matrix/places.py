"""Short ways to write a matrix down."""

from typing import Any

from playbook.facts import Facts
from playbook.matrix.kinds import KINDS, Kind
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.matrix.review import review
from playbook.stances import Stance

# By account: kind, owner, hours, what it is for, what is only there.
SAID: dict[str, tuple[Kind, str, float, str, str]] = {
    "flagship": ("official", "xiaoman", 20, "speaks for the company", "new teas first"),
    "shop": ("product", "shen", 20, "helps people choose tea", "what is in stock"),
    "store": ("region", "tao", 10, "tells the street what is on today", "seats and snacks"),
    "service": ("customer-service", "xiaoman", 10, "answers complaints", "how far a complaint has got"),
    "founder": ("leader", "shen", 5, "the founder remembers", "old stories of his own"),
    "class": ("corporate-university", "tao", 5, "teaches brewing", "how to enrol"),
}  # fmt: skip


def place(like: str, **changed: object) -> Place:
    """The place of an account with which nothing is wrong, but for what is changed."""
    kind, owner, hours, purpose, only_here = SAID[like]
    sound: dict[str, Any] = {
        "account": like, "kind": kind, "owner": owner, "hours": hours, "purpose": purpose, "only_here": only_here,
        "audience": f"readers of {like}", "hand_off": "service", "verified": KINDS[kind].verified,
        "says_whose": True,
    }  # fmt: skip
    return Place(**sound | changed)


def plan(*places: Place, relays: str = "", asked: bool = True, **stances: str) -> MatrixPlan:
    """A matrix; relays as "flagship>shop class>store", each with words of its own; stances with `_` for `-`."""
    ends = [pair.split(">") for pair in relays.split()]
    return MatrixPlan(
        places=list(places),
        relays=[Relay(by=by, of=of, adds="a word of our own") for by, of in ends],
        platform_asked=asked,
        stances={topic.replace("_", "-"): Stance(position=position) for topic, position in stances.items()},
    )


def found(matrix: MatrixPlan, facts: Facts, rule: str) -> list[str]:
    """What is said under one rule, in English."""
    return [finding.what.en for finding in review(matrix, facts) if finding.rule == f"matrix.{rule}"]
