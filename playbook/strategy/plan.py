"""What the company decides on strategy: what for, whom it speaks to, where, and what it leaves to other channels."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from playbook.language import Text, join, same
from playbook.stances import StancePlan
from playbook.strategy.lists import (
    Audience,
    Channel,
    Figure,
    Goal,
    NotDone,
    Platform,
    Promise,
    Risk,
    Touchpoint,
)
from playbook.strategy.models import PURPOSES
from playbook.strategy.parts import Backing, Chain, Diagnosis, Maturity, Phase, Positioning

MOST = 40  # entries of a list: a row each in the planner


class StrategyPlan(StancePlan):
    """The strategy; the review judges each part that is begun, and no other."""

    system: ClassVar[str] = "strategy"
    positioning: Positioning = Positioning()
    promises: list[Promise] = Field(default_factory=list, max_length=MOST)
    backing: Backing = Backing()
    goals: list[Goal] = Field(default_factory=list, max_length=MOST)
    not_done: list[NotDone] = Field(default_factory=list, max_length=MOST)
    phase: Phase = Phase()
    chain: Chain = Chain()
    risks: list[Risk] = Field(default_factory=list, max_length=MOST)
    audiences: list[Audience] = Field(default_factory=list, max_length=MOST)
    figures: list[Figure] = Field(default_factory=list, max_length=MOST)
    platforms: list[Platform] = Field(default_factory=list, max_length=MOST)
    channels: list[Channel] = Field(default_factory=list, max_length=MOST)
    touchpoints: list[Touchpoint] = Field(default_factory=list, max_length=MOST)
    maturity: Maturity = Maturity()
    diagnosis: Diagnosis = Diagnosis()

    def said(self) -> Text:
        """Return for whom the company is there, its goals, its audiences, and the platforms it keeps."""
        told = [
            (Text("对谁：", "For whom: "), [same(self.positioning.for_whom)] if self.positioning.for_whom else []),
            (Text("目标：", "Goals: "), [goal_said(goal) for goal in self.goals]),
            (Text("受众：", "Audiences: "), [same(each.name) for each in self.audiences if each.name]),
            (Text("平台：", "Platforms: "), [same(each.name) for each in self.platforms if each.choice == "keep"]),
        ]
        return join([head + join(parts) for head, parts in told if parts], "；", "; ")

    def entries(self, account: str) -> int:
        """Return how many goals an account has; all goals if it is empty."""
        return sum(account in {"", goal.account} for goal in self.goals)


def goal_said(goal: Goal) -> Text:
    """Return a goal's purpose with its measure, as far as they are decided."""
    purpose = PURPOSES[goal.purpose].name if goal.purpose else Text("目的未定", "no purpose yet")
    return purpose + Text("（", " (") + goal.known.name + Text("）", ")") if goal.known else purpose
