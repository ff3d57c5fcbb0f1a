"""What counts for each account, with whom the company compares itself, and how the evaluation goes on."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, field_validator

from playbook.company import MOST_ACCOUNTS
from playbook.language import COLON, Text, join, same
from playbook.metrics.routine import Comparison, Pay, Report, Review
from playbook.metrics.scorecard import Scorecard
from playbook.stances import StancePlan

MOST_REVIEWS = 60


class MetricsPlan(StancePlan):
    """A scorecard for each account, the peers, the monthly report, the reviews held, and what pay goes by."""

    system: ClassVar[str] = "metrics"
    scorecards: list[Scorecard] = Field(default_factory=list, max_length=MOST_ACCOUNTS)
    comparison: Comparison = Comparison()
    report: Report = Report()
    reviews: list[Review] = Field(default_factory=list, max_length=MOST_REVIEWS)
    pay: Pay = Pay()

    @field_validator("scorecards")
    @classmethod
    def _each_account_once(cls, cards: list[Scorecard]) -> list[Scorecard]:
        if len({card.account for card in cards}) < len(cards):
            raise ValueError("an account has two scorecards")
        return cards

    def said(self) -> Text:
        """Return each account with the measures on its card, and how many peers and reviews there are."""
        cards = [
            same(f"@{card.account}") + COLON + join([row.known.name for row in card.rows])
            for card in self.scorecards
            if card.rows
        ]
        peers = len(self.comparison.peers)
        told = [Text(f"同行 {peers} 家", f"peers: {peers}")] if peers else []
        held = [Text(f"复盘 {len(self.reviews)} 次", f"reviews: {len(self.reviews)}")] if self.reviews else []
        return join([*cards, *told, *held], "；", "; ")

    def entries(self, account: str) -> int:
        """Return how many measures stand on an account's card; on all cards, if it is empty."""
        return sum(len(card.rows) for card in self.scorecards if account in {"", card.account})

    def card(self, account: str) -> Scorecard:
        """Return an account's scorecard; an empty one if it has none yet."""
        return next((each for each in self.scorecards if each.account == account), Scorecard(account=account))

    def with_card(self, card: Scorecard) -> MetricsPlan:
        """Return the plan with a scorecard in the place of the account's earlier one, or added; empty ones go."""
        cards = [each for each in self.scorecards if each.account != card.account]
        at = next((at for at, each in enumerate(self.scorecards) if each.account == card.account), len(cards))
        if card != Scorecard(account=card.account):
            cards.insert(at, card)
        return self.model_copy(update={"scorecards": cards})
