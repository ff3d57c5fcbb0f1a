"""When each account posts: a week of slots, and the stances behind it. `review.py` finds what is wrong with it."""

from __future__ import annotations

from itertools import groupby
from typing import Any, ClassVar, Literal

from pydantic import Field, field_validator, model_validator

from playbook.language import Text, join
from playbook.plans import Id, Part, Reason
from playbook.stances import StancePlan
from playbook.week import DAYS, clock, moment

GAP = "gap-between-posts"  # the topic of conflicts.toml
GAPS: dict[str, Literal[1, 2]] = {"one_hour": 1, "two_hours": 2}


class Slot(Part):
    """A time of the week at which an account posts; `day` is 1 (Monday) to 7."""

    account: Id
    day: int = Field(ge=1, le=7)
    hour: int = Field(ge=0, le=23)
    minute: int = Field(default=0, ge=0, le=59)

    @property
    def at(self) -> str:
        """Return the slot's address in a finding."""
        return f"{self.account}/{self.day}/{self.hour}"

    @property
    def said(self) -> Text:
        """Return the slot's time in words."""
        return moment(self.day, self.hour, self.minute)

    @property
    def minutes(self) -> int:
        """Return the minutes from Monday 0:00."""
        return ((self.day - 1) * 24 + self.hour) * 60 + self.minute


class TimingPlan(StancePlan):
    """The week of every account, the company's stances, how long a post takes, and why these hours (by account)."""

    system: ClassVar[str] = "timing"
    slots: list[Slot] = Field(default_factory=list, max_length=2000)
    minutes_a_post: int = Field(default=30, ge=5, le=480)
    why: dict[Id, Reason] = Field(default_factory=dict, max_length=60)

    @model_validator(mode="before")
    @classmethod
    def _gap_as_stance(cls, read: Any) -> Any:  # noqa: ANN401 - whatever JSON held
        """Read a plan saved when the gap was a field of its own; now it is a stance like the others."""
        if not isinstance(read, dict) or read.get("gap_hours") not in GAPS.values():
            return read
        taken = next(name for name, hours in GAPS.items() if hours == read["gap_hours"])
        stances = {GAP: {"position": taken}} | (read.get("stances") or {})
        return {key: value for key, value in read.items() if key != "gap_hours"} | {"stances": stances}

    @property
    def gap_hours(self) -> Literal[1, 2]:
        """Return the shortest gap that the company allows: one hour as long as no stance is taken."""
        taken = self.position(GAP)
        return GAPS[taken.id] if taken else 1

    @field_validator("slots")
    @classmethod
    def _in_order(cls, slots: list[Slot]) -> list[Slot]:
        if len({(slot.account, slot.minutes) for slot in slots}) < len(slots):
            raise ValueError("an account has the same slot twice")
        return sorted(slots, key=lambda slot: (slot.account, slot.minutes))

    def said(self) -> Text:
        """Return the slots in words, day by day, and the stances."""
        days = groupby(self.slots, key=lambda slot: (slot.account, slot.day))
        said = [
            DAYS[day - 1] + Text(" ", " ") + join([clock(slot.hour, slot.minute) for slot in slots])
            for (_, day), slots in days
        ]
        taken = [position.says for topic in self.stances if (position := self.position(topic))]
        stances = [Text("立场：", "stances: ") + join(taken)] if taken else []
        return join([*said, *stances], "；", "; ")

    def entries(self, account: str) -> int:
        """Return how many slots an account has."""
        return len(self.of(account))

    def of(self, account: str) -> list[Slot]:
        """Return one account's slots in order of time."""
        return [slot for slot in self.slots if slot.account == account]
