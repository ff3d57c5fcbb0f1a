"""The right matrix of an exercise, made wrong in one way at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from classroom.exercise import PlanField
from playbook.facts import sample_facts
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.stances import Stance

WRONG: dict[str, dict[str, Any]] = {
    "founder": {"says_whose": False},
    "service": {"verified": "none"},
    "store": {"hours": 18.0},
    "flagship": {"hand_off": ""},
    "shop": {"purpose": ""},
}
NOT_DECIDED: dict[str, dict[str, Any]] = {"class": {"owner": ""}, "store": {"kind": None}}
TEAWARE = Place(
    account="ware", kind="product", owner="shen", hours=1, hand_off="service", purpose="answers collectors of pots",
    audience="collectors", only_here="which kiln made which pot", verified="company", says_whose=True,
)  # fmt: skip
STANCES = {"matrix-size-and-roles": ("ten", "five", "own_people", "one_for_all"), "who-relays-whom": ("mutual",)}


def varied_matrices(field: PlanField) -> Iterator[MatrixPlan]:
    """Yield the right matrix without its stance, under others, with one place or its relays changed, and cut short."""
    right: Any = field.expect.value(sample_facts())
    matrix = MatrixPlan.model_validate(right)
    yield matrix.model_copy(update={"stances": {}})
    for topic in field.stances:
        for position in STANCES[topic]:
            yield matrix.model_copy(update={"stances": {topic: Stance(position=position)}})
    for changes in (WRONG, NOT_DECIDED):
        for account, changed in changes.items():
            yield with_place(matrix, matrix.of(account).model_copy(update=changed))
    yield with_place(matrix, matrix.of("class").model_copy(update={"purpose": matrix.of("store").purpose}))
    yield with_place(matrix, TEAWARE)
    yield matrix.model_copy(update={"platform_asked": False})
    yield matrix.model_copy(update={"places": matrix.kept})
    yield from with_other_relays(matrix)


def with_place(matrix: MatrixPlan, place: Place) -> MatrixPlan:
    """Return a matrix with another place for an account."""
    return matrix.model_copy(update={"places": [place if each.account == place.account else each
                                                for each in matrix.places]})  # fmt: skip


def with_other_relays(matrix: MatrixPlan) -> Iterator[MatrixPlan]:
    """Yield a matrix without relays, with one that only repeats, with all there can be, and with more than half."""
    kept = [place.account for place in matrix.kept]
    tried = {("founder", "flagship"), *((by, "class") for by in kept)}
    others = [(by, of) for by in kept for of in kept if by != of and (by, of) not in tried]
    drawn = {(relay.by, relay.of) for relay in matrix.relays}
    more = [Relay(by=by, of=of, adds="in our own words") for by, of in others if (by, of) not in drawn]
    yield matrix.model_copy(update={"relays": []})
    yield matrix.model_copy(update={"relays": [*matrix.relays, Relay(by="store", of="shop")]})
    yield matrix.model_copy(update={"relays": [*matrix.relays, *more]})
    everyone = {"who-relays-whom": Stance(position="everyone")}
    if "who-relays-whom" in matrix.stances:
        yield matrix.model_copy(update={"stances": everyone})
