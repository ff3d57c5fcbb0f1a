"""Which accounts the company keeps, whose each is and why, and who relays whom. `review.py` finds what is wrong."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from playbook.language import COLON, Text, join, same
from playbook.matrix.kinds import KINDS, Kind, Verified
from playbook.plans import Id, Part, Reason
from playbook.stances import StancePlan

MOST = 60  # accounts
Line = Annotated[str, StringConstraints(max_length=200)]
MaybeId = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^/\x00-\x1f]*$")]  # an id, or none yet
Fate = Literal["keep", "merge", "close"]
When = Literal["at_once", "later"]


class Place(Part):
    """An account's place in the matrix; an empty text is a decision still to be made.

    `account` is an id of the card or of the register; `owner` a person of the card; `hours` are hours of work a week;
    `only_here` is what a reader finds on this account and on no other; `hand_off` is the account that answers
    questions and complaints that arrive here (itself, if its owner does).
    """

    account: Id
    fate: Fate = "keep"
    kind: Kind | None = None
    purpose: Line = ""
    audience: Line = ""
    only_here: Line = ""
    owner: Line = ""
    hours: float = Field(default=0.0, ge=0, le=168)
    hand_off: MaybeId = ""
    verified: Verified = "none"
    says_whose: bool = False


class Relay(Part):
    """One account relays another's posts as a habit: when, and what it adds in its own words (empty: it repeats)."""

    by: Id
    of: Id
    when: When = "at_once"
    adds: Line = ""

    @property
    def at(self) -> str:
        """Return the relay's address in a finding."""
        return f"{self.by}>{self.of}"

    @model_validator(mode="after")
    def _is_of_another(self) -> Relay:
        if self.by == self.of:
            raise ValueError(f"an account cannot relay itself; read {self.by}")
        return self


class MatrixPlan(StancePlan):
    """The accounts with their places, the relays between them, and whether the platform was asked for more than two."""

    system: ClassVar[str] = "matrix"
    places: list[Place] = Field(default_factory=list, max_length=MOST)
    relays: list[Relay] = Field(default_factory=list, max_length=MOST * MOST)
    platform_asked: bool = False
    unused: dict[Id, Reason] = Field(
        default_factory=dict, max_length=60
    )  # by kind: why the company has no such account

    @field_validator("places")
    @classmethod
    def _each_once(cls, places: list[Place]) -> list[Place]:
        if len({place.account for place in places}) < len(places):
            raise ValueError("an account has two places")
        return places

    @field_validator("relays")
    @classmethod
    def _each_pair_once(cls, relays: list[Relay]) -> list[Relay]:
        if len({relay.at for relay in relays}) < len(relays):
            raise ValueError("two relays from the same account to the same account")
        return sorted(relays, key=lambda relay: (relay.by, relay.of))

    def said(self) -> Text:
        """Return the accounts that are kept, by kind, and the relays."""
        kept = [
            same(f"@{each.account}") + (COLON + KINDS[each.kind].name if each.kind else Text("", ""))
            for each in self.kept
        ]
        relays = [Text(f"{each.by} 转 {each.of}", f"{each.by} relays {each.of}") for each in self.relays]
        return join([*kept, *relays], "；", "; ")

    def entries(self, account: str) -> int:  # noqa: ARG002 - a matrix is the whole company's
        """Return how many accounts have a place."""
        return len(self.places)

    @property
    def kept(self) -> list[Place]:
        """Return the places of the accounts that are kept."""
        return [place for place in self.places if place.fate == "keep"]

    def of(self, account: str) -> Place:
        """Return an account's place; an empty one if it has none yet."""
        return next((place for place in self.places if place.account == account), Place(account=account))
