"""Drafts that colleagues of the sample company hand over, put into a learner's queue once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from playbook.company import Company
from playbook.content.draft import Draft
from playbook.content.kinds import KINDS
from playbook.content.plan import ContentPlan
from playbook.content.to_mend import ToMend, draft_to_mend, drafts_to_mend


def handed_over(
    plan: ContentPlan, drafts: Sequence[str], company: Company, account: str, *, mended: bool = False
) -> list[Draft]:
    """Return drafts to mend (by id; `mended`: as they read afterwards) that the queue does not have yet.

    A draft keeps its account if the card has it, else it is for `account`; its column is the plan's of that kind, if
    there is one.
    """
    taken = {each.id for each in plan.queue}
    known = {each.id for each in company.accounts}
    found = [draft_to_mend(name) for name in drafts if name not in taken]
    return [
        (_mended(each) if mended else each.draft).model_copy(
            update={
                "account": each.draft.account if each.draft.account in known else account,
                "column": _column(plan, each.draft.column),
            }
        )
        for each in found
    ]


def gloss_of(text: str) -> str:
    """Return in English what a draft of the sample says, as handed in or mended; "" for any other text."""
    return _glosses().get(text, "")


@cache
def _glosses() -> dict[str, str]:
    """Return the glosses by text."""
    mended = {each.mended.zh: each.mended.en for each in drafts_to_mend() if each.mended}
    return {each.draft.text: each.gloss for each in drafts_to_mend() if each.draft.text} | mended


def _mended(each: ToMend) -> Draft:
    """Return a draft with its mended text, declared if AI made it, and with nothing of unknown making left in it."""
    ticks = {"ai_declared": each.draft.made_with_ai, "origin": "own", "status": "review"}
    return each.draft.model_copy(update=ticks | ({"text": each.mended.zh} if each.mended else {}))


def _column(plan: ContentPlan, ledger: str) -> str:
    """Return the plan's column of the kind that the sample files under this name; empty if it has none."""
    return next((each.id for each in plan.columns if each.kind in KINDS and KINDS[each.kind].ledger == ledger), "")
