"""What the company decides on governance: who leads, who may do what, how a post goes out, and what is rewarded."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playbook.governance.keys import MOST_KEYS, Key, LeaveStep, Lockout
from playbook.governance.people import MOST_PEOPLE, Held, Line, Member, Role, Training
from playbook.governance.rewarding import Department, Handover, Scheme
from playbook.governance.workflow import Workflow
from playbook.language import Text, join
from playbook.plans import Id
from playbook.stances import StancePlan


class GovernancePlan(StancePlan):
    """The team and its roles, the nine systems, the keys, the workflow, the coordination, and the scheme.

    `staff_why` says why an account has more or fewer than one to three people; `two_steps` are the accounts that ask
    for a second step at login.
    """

    system: ClassVar[str] = "governance"
    members: list[Member] = Field(default_factory=list, max_length=MOST_PEOPLE)
    roles: list[Role] = Field(default_factory=list, max_length=40)
    staff_why: Line = ""
    systems: list[Held] = Field(default_factory=list, max_length=40)
    training: Training = Training()
    keys: list[Key] = Field(default_factory=list, max_length=MOST_KEYS)
    two_steps: list[Id] = Field(default_factory=list, max_length=60)
    leaving: list[LeaveStep] = Field(default_factory=list, max_length=40)
    lockout: Lockout = Lockout()
    workflow: Workflow = Workflow()
    departments: list[Department] = Field(default_factory=list, max_length=40)
    handovers: list[Handover] = Field(default_factory=list, max_length=40)
    scheme: Scheme = Scheme()

    def said(self) -> Text:
        """Return how much of each part is settled."""
        counts = (
            (len([each for each in self.roles if each.who.strip()]), "有人担任的角色", "roles filled"),
            (len([each for each in self.systems if each.owner.strip()]), "有人管的体系", "systems with an owner"),
            (len([each for each in self.keys if each.may]), "权限", "permissions"),
            (len(self.workflow.moves), "流程的步子", "steps of the workflow"),
            (len(self.scheme.rewards), "奖励的指标", "measures rewarded"),
        )
        told = [Text(f"{zh} {count} 项", f"{en}: {count}") for count, zh, en in counts if count]
        return join(told, "；", "; ") if told else Text("还没有定什么", "nothing settled yet")

    def entries(self, account: str) -> int:
        """Return how many people hold a key of an account; all keys and steps of the workflow, if it is empty."""
        keys = [each for each in self.keys if each.may and account in {"", each.account}]
        return len(keys) + (0 if account else len(self.workflow.moves))

    def held(self, account: str, who: str) -> Key:
        """Return what somebody may do on an account; an empty key if nothing."""
        return next(
            (each for each in self.keys if each.account == account and each.who == who), Key(account=account, who=who)
        )

    def with_key(self, key: Key) -> GovernancePlan:
        """Return the plan with a key in the place of that person's earlier one on this account; empty ones go."""
        keys = [each for each in self.keys if (each.account, each.who) != (key.account, key.who)]
        at = next((at for at, each in enumerate(self.keys) if (each.account, each.who) == (key.account, key.who)), None)
        if key.may:
            keys.insert(len(keys) if at is None else at, key)
        return self.model_copy(update={"keys": keys})
