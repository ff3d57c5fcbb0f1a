"""The company card: its accounts, its people, and who is on duty when. Plans refer to them by id."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field, model_validator

from playbook.language import Text, same
from playbook.plans import Id, Part, Plan, Words

MOST_ACCOUNTS = 60
Kind = Literal["brand", "shop", "store", "service", "founder", "topic"]
KINDS: dict[Kind, Text] = {
    "brand": Text("品牌主账号", "brand"),
    "shop": Text("网店", "online shop"),
    "store": Text("门店", "store"),
    "service": Text("客服", "customer service"),
    "founder": Text("创始人", "founder"),
    "topic": Text("专题", "topic"),
}


class Account(Part):
    """One Weibo account of the company; `id` is what the posts table and the plans call it."""

    id: Id
    name: Words
    kind: Kind = "brand"


class Shift(Part):
    """Hours on duty: from `start` up to, not including, `end`, on these weekdays (1 = Monday … 7)."""

    days: list[int] = Field(min_length=1, max_length=7)
    start: int = Field(ge=0, le=23)
    end: int = Field(ge=1, le=24)

    @model_validator(mode="after")
    def _makes_sense(self) -> Shift:
        if self.end <= self.start:
            raise ValueError(f"a shift must end after it starts; read {self.start} to {self.end}")
        if any(not 1 <= day <= 7 for day in self.days) or len(set(self.days)) < len(self.days):  # noqa: PLR2004 - days of a week
            raise ValueError(f"days are 1 (Monday) to 7 (Sunday), each once; read {self.days}")
        return self


class Person(Part):
    """Somebody who answers for the accounts, with the hours on duty."""

    id: Id
    name: Words
    duty: list[Shift] = Field(default_factory=list, max_length=14)


class Company(Plan):
    """The card itself. It is saved like a plan, and every system's planner reads it."""

    system: ClassVar[str] = "company"
    name: Words
    accounts: list[Account] = Field(min_length=1, max_length=MOST_ACCOUNTS)
    people: list[Person] = Field(default_factory=list, max_length=200)

    def said(self) -> Text:
        """Return the company's name and its accounts."""
        return same(f"{self.name}: {', '.join(each.name for each in self.accounts)}")

    def account(self, account_id: str) -> Account:
        """Return an account by id; what the card does not list, however written, gives a plain card of that name."""
        known = {each.id: each for each in self.accounts}
        return known.get(account_id) or Account.model_construct(id=account_id, name=account_id)

    @property
    def staffed(self) -> bool:
        """Tell whether anybody is ever on duty; a new card has nobody yet."""
        return any(person.duty for person in self.people)

    def on_duty(self, day: int, hour: int) -> list[Person]:
        """Return who is on duty at a weekday (1 = Monday) and hour (0 to 23)."""
        return [
            person
            for person in self.people
            if any(day in shift.days and shift.start <= hour < shift.end for shift in person.duty)
        ]
