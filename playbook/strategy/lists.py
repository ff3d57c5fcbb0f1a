"""The lists of a strategy: promises, goals, what is left to others, audiences, platforms, channels, risks, figures.

An empty text, 0 or None is a decision still to be made.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from playbook.metrics.measures import MEASURES, Measure, MeasureName
from playbook.plans import Part
from playbook.strategy.models import (
    AskedName,
    FunctionName,
    ModelName,
    MotiveName,
    PointName,
    PurposeName,
    ReturnName,
    RouteName,
)
from playbook.strategy.parts import Amount, Count, Line, Percent

Horizon = Literal["short", "long"]
Place = Literal["inside", "outside", "both"]
Basis = Literal["consent", "contract", "none"]
Choice = Literal["keep", "close", "not_now"]
Posting = Literal["native", "synced"]
Use = Literal["present", "history"]


class Promise(Part):
    """What we promise, and what proves it."""

    what: Line = ""
    proof: Line = ""


class Goal(Part):
    """A goal: what for, for whom, by which use of the channel, and by which measure from where to which range.

    `audience` is the name of an audience of the plan, `account` and `owner` are ids of the card. `base_on` is the day
    of the data that `base` comes from. `labelled`: what is advertising says so.
    """

    purpose: PurposeName | None = None
    audience: Line = ""
    model: ModelName | None = None
    function: FunctionName | None = None
    brings: ReturnName | None = None
    measure: MeasureName | None = None
    base: Amount = 0
    base_on: date | None = None
    low: Amount = 0
    high: Amount = 0
    by: date | None = None
    horizon: Horizon | None = None
    account: Line = ""
    owner: Line = ""
    why: Line = ""
    labelled: bool = False

    @property
    def known(self) -> Measure | None:
        """Return what is known of its measure."""
        return MEASURES[self.measure] if self.measure else None


class NotDone(Part):
    """What the channel is not expected to do, and which other channel does it."""

    what: Line = ""
    instead: Line = ""


class Audience(Part):
    """Some of those we speak to: what they want, how we know, and what share of our followers they are.

    `routes` are the ways they were found, `asked` is how they were asked. `keeps` says which personal data are kept of
    them, on what `basis`.
    """

    name: Line = ""
    who: Line = ""
    place: Place | None = None
    wants: list[MotiveName] = Field(default_factory=list, max_length=7)
    routes: list[RouteName] = Field(default_factory=list, max_length=5)
    asked: AskedName | None = None
    source: Line = ""
    on: date | None = None
    share: Percent = 0
    keeps: Line = ""
    basis: Basis | None = None


class Platform(Part):
    """A platform that could be ours: who of our customers is there, what it is like, and what we decide.

    `share` and `added` are percent of our customers: those who are there weekly, and those whom no platform kept
    reaches without it. `hours` and `replies` are a week’s.
    """

    name: Line = ""
    share: Percent = 0
    added: Percent = 0
    character: Line = ""
    source: Line = ""
    on: date | None = None
    hours: Annotated[float, Field(ge=0, le=168)] = 0
    replies: Count = 0
    posting: Posting | None = None
    choice: Choice | None = None
    why: Line = ""


class Channel(Part):
    """Another channel beside Weibo, what it is for, and where people are handed over, by whom."""

    name: Line = ""
    does: Line = ""
    handover: Line = ""
    owner: Line = ""


class Touchpoint(Part):
    """Where we meet people: our first move, the answer we hope for, and which of the article’s five points it serves.

    `shared`: readers help to shape the brand there.
    """

    where: Line = ""
    first: Line = ""
    wanted: Line = ""
    point: PointName | None = None
    who: Line = ""
    on: date | None = None
    shared: bool = False


class Risk(Part):
    """What can go wrong, how we notice, and what we do then."""

    what: Line = ""
    sign: Line = ""
    then: Line = ""


class Figure(Part):
    """A number of the market that the plan cites: its year (0: none stated), who counted and how, and its use."""

    what: Line = ""
    value: Line = ""
    year: Annotated[int, Field(ge=0, le=2100)] = 0
    source: Line = ""
    use: Use = "present"
