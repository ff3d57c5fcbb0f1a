"""What a brief may expect: the campaign it plans, as past campaigns knew them."""

from __future__ import annotations

import pandas as pd

from playbook.campaign.brief import Brief
from playbook.campaign.outlook import NEW_TYPE, NOBODY, Idea, Outlook, looked_up
from playbook.campaign.outlook_past import Past
from playbook.facts import Facts
from playbook.language import Text
from playbook.once import once

UNDECIDED = Text(
    "先定账号、形式、读者要做什么，再看能有多少人。",
    "Settle the account, the form and what readers do first; then you see how many may come.",
)
UNPRICED = Text("先填一等奖每份多少元。", "First fill in what one prize is worth.")


def idea_of(brief: Brief) -> Idea | None:
    """Return a brief as past campaigns are told; None while account, form or what readers do is still to be decided.

    Of several prizes the dearest counts, as in the record.
    """
    if brief.shape is None or not brief.account.strip() or not brief.steps:
        return None
    return Idea(
        account=brief.account, type=brief.shape.type, steps=brief.steps, mentions=brief.mentions,
        prize_value=brief.highest, tied=brief.tied, budget=brief.budget,
    )  # fmt: skip


def outlook_of(brief: Brief, facts: Facts) -> Outlook:
    """Return what a brief may expect out of the company's past campaigns, or why nothing can be said."""
    if facts.campaigns is None:
        return Outlook(refused=(NOBODY,))
    idea = idea_of(brief)
    if idea is None or brief.shape is None:
        return Outlook(refused=(UNDECIDED,))
    if not idea.type:
        return Outlook(refused=(NEW_TYPE.format(type=brief.shape.name),))
    if brief.gives and not brief.highest:
        return Outlook(refused=(UNPRICED,))
    return _expected(facts, idea)


@once(512)
def _expected(facts: Facts, idea: Idea) -> Outlook:
    """Return the same for the same idea: a planner asks again at every move, whatever was moved."""
    return looked_up(_past(facts), idea)


@once(8)
def _past(facts: Facts) -> Past:
    """Return the company's campaigns made ready; wants facts that have them."""
    return Past.of(pd.DataFrame(facts.campaigns))
