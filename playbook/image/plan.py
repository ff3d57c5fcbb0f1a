"""How the company looks and sounds, and the papers that prove who it is: the plan. `review.py` finds what is wrong."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field, field_validator

from playbook.company import MOST_ACCOUNTS
from playbook.image.parts import Limits, Line, Page, Paper, Positioning, Step, StepName, Voice
from playbook.language import COLON, Text, join, same
from playbook.stances import StancePlan


class ImagePlan(StancePlan):
    """What the account is to be, a page for each account, the voice card, the papers to file and the opening steps."""

    system: ClassVar[str] = "image"
    positioning: Positioning = Positioning()
    pages: list[Page] = Field(default_factory=list, max_length=MOST_ACCOUNTS)
    voice: Voice = Voice()
    licence_name: Line = ""
    papers: list[Paper] = Field(default_factory=list, max_length=30)
    opening: list[Step] = Field(default_factory=list, max_length=40)
    limits: Limits = Limits()

    @field_validator("pages")
    @classmethod
    def _each_account_once(cls, pages: list[Page]) -> list[Page]:
        if len({page.account for page in pages}) < len(pages):
            raise ValueError("an account has two pages")
        return pages

    def said(self) -> Text:
        """Return each account with its bio, who speaks, and how many papers there are."""
        pages = [same(f"@{page.nickname or page.account}") + COLON + same(page.bio) for page in self.pages]
        speaks = [Text("口吻：", "voice: ") + same(self.voice.speaker)] if self.voice.speaker else []
        papers = [Text(f"材料 {len(self.papers)} 份", f"papers: {len(self.papers)}")] if self.papers else []
        return join([*pages, *speaks, *papers], "；", "; ")

    def entries(self, account: str) -> int:
        """Return how many pages are begun, of an account or of all; the voice card and the papers count with all."""
        pages = sum(page != Page(account=page.account) for page in self.pages if account in {"", page.account})
        return pages + (0 if account else (self.voice != Voice()) + bool(self.papers))

    def page(self, account: str) -> Page:
        """Return an account's page; an empty one if it has none yet."""
        return next((each for each in self.pages if each.account == account), Page(account=account))

    def with_page(self, page: Page) -> ImagePlan:
        """Return the plan with a page in the place of the account's earlier one, or added; empty ones go."""
        pages = [each for each in self.pages if each.account != page.account]
        at = next((at for at, each in enumerate(self.pages) if each.account == page.account), len(pages))
        if page != Page(account=page.account):
            pages.insert(at, page)
        return self.model_copy(update={"pages": pages})

    def step(self, name: StepName) -> Step | None:
        """Return a step of the opening."""
        return next((each for each in self.opening if each.name == name), None)

    def on(self, name: StepName) -> date | None:
        """Return the day of a step; None if there is no such step, or no day yet."""
        found = self.step(name)
        return found.on if found else None
