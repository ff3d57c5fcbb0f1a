"""The campaigns a company plans, the limits it keeps to, and its effort for new and existing readers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, field_validator

from playbook.campaign.brief import Brief
from playbook.campaign.forms import FORMS
from playbook.language import Text, join, same
from playbook.plans import Part
from playbook.stances import StancePlan

MOST = 60  # briefs


class Limits(Part):
    """What a campaign may not exceed; all can be changed, since platforms and laws change them.

    `single` and `total` are the platform's for one prize and for all (yuan; sources report two sets, the stricter one
    stands here); `by_law` is the law's for the highest prize of a draw (yuan); `mentions` and the steps are ours.
    """

    single: float = Field(default=5_000, ge=0, le=1e9)
    total: float = Field(default=50_000, ge=0, le=1e9)
    by_law: float = Field(default=50_000, ge=0, le=1e9)
    mentions: int = Field(default=3, ge=0, le=100)
    steps_new: int = Field(default=2, ge=1, le=10)
    steps_existing: int = Field(default=4, ge=1, le=10)


Percent = Annotated[int, Field(ge=0, le=100)]


class CampaignPlan(StancePlan):
    """The briefs in their order, with the limits they keep to.

    `for_new` is the share of budget (percent) meant to win new readers, the rest is for those there are: 40, as article
    6 has it. `interval_days` lie between the starts of regular campaigns of one account; 0: none is fixed.
    """

    system: ClassVar[str] = "campaign"
    limits: Limits = Field(default_factory=Limits)
    for_new: Percent = 40
    interval_days: Annotated[int, Field(ge=0, le=366)] = 0
    briefs: list[Brief] = Field(default_factory=list, max_length=MOST)

    @field_validator("briefs")
    @classmethod
    def _each_once(cls, briefs: list[Brief]) -> list[Brief]:
        if len({brief.id for brief in briefs}) < len(briefs):
            raise ValueError("two briefs have the same id")
        return briefs

    def said(self) -> Text:
        """Return the campaigns by name, with their form."""
        return join([_said(brief) for brief in self.briefs], "；", "; ")

    def entries(self, account: str) -> int:
        """Return how many campaigns are planned for an account; of all accounts, if it is empty."""
        return sum(account in {"", brief.account} for brief in self.briefs)

    def of(self, brief_id: str) -> Brief | None:
        """Return a brief by its id; None if there is none."""
        return next((brief for brief in self.briefs if brief.id == brief_id), None)


def _said(brief: Brief) -> Text:
    name = same(brief.name.strip() or brief.id)
    return name + Text("（", " (") + FORMS[brief.form].name + Text("）", ")") if brief.form else name
