"""What keeps the evaluation going: peers, the monthly report, the reviews with their changes, and what pay goes by."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from playbook.metrics.measures import MeasureName
from playbook.metrics.scorecard import Line
from playbook.plans import Part

Per = Literal["per_thousand", "per_post", "raw"]
Lead = Literal["relations", "counts", "money"]
Guard = Literal["suspicious_followers", "comment_attitude", "reply_share"]
Outcome = Literal["open", "better", "same", "worse"]


class Peer(Part):
    """A company of the same trade to compare with: its id in the data or its name, and why this one."""

    name: Line = ""
    why: Line = ""


class Gap(Part):
    """Where we stand apart from the peers, and what is done about it, by whom, until when."""

    what: Line = ""
    action: Line = ""
    owner: Line = ""
    due: date | None = None


class Comparison(Part):
    """With whom we compare, and how: `per` is what counts are divided by.

    `same_period`: theirs and ours are of the same weeks. `public`: from their public pages alone. `inflated_noted`:
    whoever reads it is told that followers may be inflated.
    """

    peers: list[Peer] = Field(default_factory=list, max_length=30)
    per: Per | None = None
    same_period: bool = False
    public: bool = False
    inflated_noted: bool = False
    gaps: list[Gap] = Field(default_factory=list, max_length=20)


class Report(Part):
    """The monthly report: its day (0: none is set), who writes it, who reads it, and in what order it tells.

    `leads_with` comes first; `money_apart`: sales and return have a section of their own, at the end. `alarm` is by how
    many percent unfollows after a post exceed the usual before somebody looks (0: nobody does);
    `unfollow_is_customer`: each is reported as a customer lost.
    """

    day: Annotated[int, Field(ge=0, le=28)] = 0
    writer: Line = ""
    reader: Line = ""
    leads_with: Lead | None = None
    money_apart: bool = False
    alarm: Annotated[int, Field(ge=0, le=1000)] = 0
    unfollow_is_customer: bool = False


class Change(Part):
    """What is changed after a review, by whom, until when, and what the next review saw of it."""

    what: Line = ""
    owner: Line = ""
    due: date | None = None
    outcome: Outcome = "open"


class Review(Part):
    """One review: its day, what was found, what is changed, and what was learned for the next time."""

    on: date | None = None
    found: Line = ""
    learned: Line = ""
    changes: list[Change] = Field(default_factory=list, max_length=20)


class Pay(Part):
    """What pay goes by, if it goes by measures: which ones, and what is checked before it is paid."""

    tied: list[MeasureName] = Field(default_factory=list, max_length=28)
    guards: list[Guard] = Field(default_factory=list, max_length=3)
