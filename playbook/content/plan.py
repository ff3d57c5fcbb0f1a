"""What the company says: its columns, the mix of them, and the queue of drafts. `review.py` finds what is wrong."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, field_validator

from playbook.content.draft import Draft, Line
from playbook.language import Text, join, same
from playbook.plans import Id, Part, Reason
from playbook.stances import StancePlan

WHOLE = 100  # per cent


class Column(Part):
    """A column of posts: its name, the readers' question it answers, the topic word its posts carry, and its kind.

    `kind` is the kind of content that the sources would call it: a key of `kinds.KINDS`.
    """

    id: Id
    name: Line
    answers: Line = ""
    topic: Line = ""
    kind: Line = ""


class Mix(Part):
    """The share of each column (by id, in %) in the posts of one account, for so many posts a week, and why."""

    account: Id
    shares: dict[Id, Annotated[int, Field(ge=0, le=WHOLE)]] = Field(default_factory=dict, max_length=20)
    posts_a_week: int = Field(default=14, ge=1, le=500)
    why: Reason = ""

    @property
    def total(self) -> int:
        """Return what the shares come to, in per cent."""
        return sum(self.shares.values())


class ContentPlan(StancePlan):
    """The company's columns, each account's mix of them, and the drafts in their order."""

    system: ClassVar[str] = "content"
    columns: list[Column] = Field(default_factory=list, max_length=20)
    mixes: list[Mix] = Field(default_factory=list, max_length=60)
    queue: list[Draft] = Field(default_factory=list, max_length=1000)

    @field_validator("columns", "queue")
    @classmethod
    def _ids_once(cls, parts: list[Column] | list[Draft]) -> list[Column] | list[Draft]:
        if len({part.id for part in parts}) < len(parts):
            raise ValueError("two columns, or two drafts, have the same id")
        return parts

    @field_validator("mixes")
    @classmethod
    def _accounts_once(cls, mixes: list[Mix]) -> list[Mix]:
        if len({mix.account for mix in mixes}) < len(mixes):
            raise ValueError("an account has two mixes")
        return mixes

    def said(self) -> Text:
        """Return each account's mix, and how many drafts there are."""
        names = {column.id: column.name for column in self.columns}
        mixes = [
            same(f"@{mix.account}: " + ", ".join(f"{names.get(each, each)} {n}%" for each, n in mix.shares.items()))
            for mix in self.mixes
        ]
        count = len(self.queue)
        return join([*mixes, Text(f"草稿 {count} 条", f"{count} drafts")], "；", "; ")

    def entries(self, account: str) -> int:
        """Return how many drafts an account has; where there are no drafts, how many columns its mix shares out."""
        if self.queue:
            return len(self.of(account))
        mix = self.mix(account)
        return sum(share > 0 for share in mix.shares.values()) if mix else 0

    def of(self, account: str) -> list[Draft]:
        """Return an account's drafts in the order of the queue."""
        return [draft for draft in self.queue if draft.account == account]

    def mix(self, account: str) -> Mix | None:
        """Return an account's mix, None if none is decided."""
        return next((mix for mix in self.mixes if mix.account == account), None)
