"""Who may do what on which account, what is done when somebody leaves, and what when nobody can log in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from playbook.governance.people import Line
from playbook.plans import Id, Part

MOST_KEYS = 400
May = Literal["post", "approve", "password", "phone", "messages"]
MAY: tuple[May, ...] = ("post", "approve", "password", "phone", "messages")
LeaveAct = Literal["rights", "password", "phone", "devices", "tools", "files"]


class Key(Part):
    """What one person (or an agency, or a shared phone) may do on one account.

    `phone`: the account's bound phone is theirs; `password`: they know it.
    """

    account: Id
    who: Line = ""
    may: list[May] = Field(default_factory=list, max_length=len(MAY))


class LeaveStep(Part):
    """One thing that is done when somebody leaves, within so many hours of the last one, and by whom."""

    act: LeaveAct | None = None
    within: Annotated[int, Field(ge=0, le=720)] = 0
    by: Line = ""


class Lockout(Part):
    """When nobody can log in: who calls the platform, who if they cannot, with which proof, and where that lies."""

    call: Line = ""
    deputy: Line = ""
    proof: Line = ""
    where: Line = ""
    meanwhile: Line = ""
