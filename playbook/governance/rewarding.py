"""How accounts and departments work together, and what is rewarded."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from playbook.governance.people import Line
from playbook.metrics.measures import MeasureName
from playbook.plans import Part

Whose = Literal["person", "account", "team"]
Percent = Annotated[int, Field(ge=0, le=100)]
Guard = Literal["suspicious_followers", "comment_attitude", "reply_share", "sample_read", "complaints"]
MOST_REWARDS = 40


class Department(Part):
    """Another department: whom we ask there, for what, and within how many hours they answer."""

    name: Line = ""
    contact: Line = ""
    asks: Line = ""
    within: Annotated[int, Field(ge=0, le=720)] = 0


class Handover(Part):
    """Work that passes from one account, role or department to another; `proof` is how we see that it arrived."""

    what: Line = ""
    source: Line = ""
    to: Line = ""
    within: Annotated[int, Field(ge=0, le=10_080)] = 0
    proof: Line = ""


class Reward(Part):
    """A measure that is rewarded, whose it is, and how much it weighs (percent of what is rewarded)."""

    measure: MeasureName | None = None
    whose: Whose | None = None
    weight: Percent = 0


class Scheme(Part):
    """What is rewarded: measures with weights, what is never paid for, what is checked first, and when it is reviewed.

    `commission` is what part of the orders goes to whoever posted (percent). `formula` says in words how the sum comes
    about; `thanks` what is rewarded without money.
    """

    rewards: list[Reward] = Field(default_factory=list, max_length=MOST_REWARDS)
    commission: Percent = 0
    formula: Line = ""
    never: list[MeasureName] = Field(default_factory=list, max_length=28)
    guards: list[Guard] = Field(default_factory=list, max_length=5)
    thanks: Line = ""
    review_on: date | None = None

    @property
    def team_part(self) -> int:
        """Return what share of the weights goes by the team's result."""
        return sum(each.weight for each in self.rewards if each.whose == "team")
