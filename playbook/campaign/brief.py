"""The brief of one campaign: what it is for, what it asks and gives, who does what, and what the law wants told."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.campaign.forms import FORMS, Form, FormName
from playbook.plans import Id, Part

MOST_TEXT = 4000  # characters of a text to publish
MOST_LINE = 300
LEVELS = 3  # prizes of different rank that a brief has room for

Line = Annotated[str, StringConstraints(max_length=MOST_LINE)]
Yuan = Annotated[float, Field(ge=0, le=1e9)]
Count = Annotated[int, Field(ge=0, le=10**9)]
Run = Literal["self_run", "network", "hot"]
Goal = Literal["followers", "brand", "sales", "heat", "feedback", "visits"]
Readers = Literal["new", "existing"]
Action = Literal["follow", "repost", "comment", "like", "answer", "submit", "vote", "register", "visit", "buy"]
Kind = Literal["goods", "voucher", "cash", "service"]
Tool = Literal["official", "filed", "none"]
Datum = Literal["name", "phone", "address", "wechat", "birthday", "id_number"]
Measure = Literal[
    "entries", "new_followers", "kept_90", "cost_per_kept", "orders", "visits", "complaints", "topic_posts",
    "returning", "conversion",
]  # fmt: skip


class Prize(Part):
    """A prize of one rank: what it is, what one is worth in yuan, and how many there are."""

    name: Line = ""
    value: Yuan = 0
    number: Count = 0

    @property
    def is_set(self) -> bool:
        """Tell whether anything is written of it."""
        return bool(self.name.strip()) or self.value > 0 or self.number > 0


class Change(Part):
    """What was changed in a campaign's terms, when, and for what reason."""

    on: date | None = None
    what: Line = ""
    why: Line = ""

    @property
    def is_set(self) -> bool:
        """Tell whether anything is written of it."""
        return self.on is not None or bool(self.what.strip() or self.why.strip())


class Brief(Part):
    """One campaign; an empty text, 0 or None is a decision still to be made.

    Money is in yuan, `budget` covers everything, prizes too; `hours` are hours of work. `ends` is the last day for
    entries. `launch_hour` is the hour of its first post, on `starts`. `owner` and `answers` are people of the card. The
    `text` is what is published; while it is empty, the announcement made from the brief stands in its place.
    """

    id: Id
    name: Line = ""
    account: Line = ""
    line: Run | None = None
    form: FormName | None = None
    # why and for whom
    goal: Goal | None = None
    expected: Count = 0
    readers: Readers | None = None
    occasion: Line = ""
    occasion_on: date | None = None
    theme: Line = ""
    topic: Line = ""
    # what readers do
    who_may: Line = ""
    actions: list[Action] = Field(default_factory=list, max_length=10)
    mentions: Annotated[int, Field(ge=0, le=1000)] = 0
    # when
    starts: date | None = None
    ends: date | None = None
    launch_hour: Annotated[int, Field(ge=0, le=23)] | None = None
    reveal_on: date | None = None
    draw_on: date | None = None
    # prizes
    prizes: list[Prize] = Field(default_factory=list, max_length=LEVELS)
    prize_kind: Kind | None = None
    tied: bool = False
    tied_by: Line = ""
    draw_how: Line = ""
    insiders_barred: bool = False
    claim_by: date | None = None
    claim_needs: Line = ""
    claim_how: Line = ""
    delivery: Line = ""
    forfeit: Line = ""
    contact: Line = ""
    tool: Tool | None = None
    filing_number: Line = ""
    approved: bool = False
    # cost and people
    budget: Yuan = 0
    hours: Annotated[float, Field(ge=0, le=10_000)] = 0
    owner: Line = ""
    answers: Line = ""
    replies: Count = 0
    # personal data and rights
    collects: list[Datum] = Field(default_factory=list, max_length=6)
    data_for: Line = ""
    data_until: date | None = None
    under_14: Line = ""
    data_seen_by: Line = ""
    rights: Line = ""
    # offers
    exclusive: bool = False
    price_before: Yuan = 0
    price_charged: Line = ""
    price_now: Yuan = 0
    quantity: Count = 0
    deliver_on: date | None = None
    refund: Line = ""
    link: Line = ""
    tool_tried: bool = False
    # open about it
    paid: bool = False
    ad_marked: bool = False
    leader: Line = ""
    leader_says_whose: bool = False
    # afterwards
    risks: Line = ""
    stop: Line = ""
    measures: list[Measure] = Field(default_factory=list, max_length=10)
    measured_on: date | None = None
    changes: list[Change] = Field(default_factory=list, max_length=20)
    text: Annotated[str, StringConstraints(max_length=MOST_TEXT)] = ""

    @property
    def steps(self) -> int:
        """Return how many things a reader must do to take part; mentioning friends is one."""
        return len(set(self.actions)) + (self.mentions > 0)

    @property
    def shape(self) -> Form | None:
        """Return what is known of its form; None while none is chosen."""
        return FORMS[self.form] if self.form else None

    @property
    def ranks(self) -> list[Prize]:
        """Return the prizes of which anything is written, the first rank first."""
        return [each for each in self.prizes if each.is_set]

    @property
    def gives(self) -> bool:
        """Tell whether there is something to win: the law on prize promotions then asks for its particulars."""
        return bool(self.ranks) or bool(self.shape and self.shape.prizes)

    @property
    def highest(self) -> float:
        """Return what the dearest prize is worth in yuan; 0 if none has a value."""
        return max((each.value for each in self.ranks), default=0.0)

    @property
    def total(self) -> float:
        """Return what all prizes are worth in yuan."""
        return sum(each.value * each.number for each in self.ranks)
