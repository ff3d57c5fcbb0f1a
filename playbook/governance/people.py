"""Who does what: the people of the team, the roles they hold, the nine management systems, and training."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.plans import Part

MOST_PEOPLE, MOST_LINE = 40, 200
Line = Annotated[str, StringConstraints(max_length=MOST_LINE)]
Mode = Literal["full_time", "part_time", "agency"]
RoleName = Literal["lead", "editor", "approver", "picture", "inbox", "legal", "data"]
SystemName = Literal[
    "organisation",
    "operation",
    "image",
    "content",
    "publishing",
    "authorisation",
    "coordination",
    "crisis",
    "incentive",
]


class Member(Part):
    """Somebody who works on the accounts: a name or an id of the company card.

    `hours` a week; `until` is the last day (an agency's contract, or of somebody who leaves). `hidden`: has an account
    of their own that speaks of us and does not say that they are ours.
    """

    who: Line = ""
    mode: Mode | None = None
    hours: Annotated[int, Field(ge=0, le=80)] = 0
    until: date | None = None
    left: bool = False
    hidden: bool = False


class Role(Part):
    """A role, who holds it, and who stands in. One person may hold several; the deputy is somebody else."""

    role: RoleName | None = None
    who: Line = ""
    deputy: Line = ""


class Held(Part):
    """One of the nine management systems: who answers for it, who stands in, and where it is written down."""

    system: SystemName | None = None
    owner: Line = ""
    deputy: Line = ""
    written: Line = ""


class Training(Part):
    """How somebody new is made ready: hours with the platform's courses and our own, and how we see that it worked.

    `check` says what they do before they may post.
    """

    platform: Annotated[int, Field(ge=0, le=200)] = 0
    in_house: Annotated[int, Field(ge=0, le=200)] = 0
    check: Line = ""
