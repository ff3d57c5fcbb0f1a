"""What is wrong with planned campaigns: aim, threshold, prizes, law, data, people, and what is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from playbook.campaign.across import PROMOTES, across
from playbook.campaign.brief import Brief
from playbook.campaign.held import closed, unlike_stances
from playbook.campaign.lawful import lawful
from playbook.campaign.model_brief import sound_plan
from playbook.campaign.offers import offers
from playbook.campaign.particulars import to_publish, unpublished
from playbook.campaign.personal import personal
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.purpose import purpose
from playbook.campaign.running import running
from playbook.campaign.words import called
from playbook.content.draft import Draft
from playbook.content.reading import places, review_text
from playbook.facts import Facts, sample_facts
from playbook.language import Text
from playbook.rules import Finding

IN_TEXT = Text("{campaign}要发布的文字：", "The text of {campaign}: ")
OF_PRIZES = re.compile(r"\d[\d.,]* ?元|包邮|现金|(?:代金|优惠|礼)?券")  # amounts, delivery and kinds of prizes
# What drafts are asked and an announcement is excused from: its rules take room, and it tells rather than asks.
NOT_OF_CAMPAIGNS = frozenset({
    "content.limit-140", "content.dialogue-questions",
})  # fmt: skip


def review(plan: CampaignPlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with the briefs in a plan, each by itself and all together; `at` names briefs by id."""
    return [
        *closed(plan),
        *(finding for brief in plan.briefs for finding in review_brief(plan, brief, facts)),
        *across(plan, facts),
        *unlike_stances(plan, facts),
    ]


def review_brief(plan: CampaignPlan, brief: Brief, facts: Facts) -> list[Finding]:
    """Find what is wrong with one brief by itself: the law first, then what must be published, then the rest."""
    return [
        *lawful(plan, brief),
        *unpublished(brief, facts.company),
        *personal(brief),
        *offers(brief),
        *purpose(plan, brief, facts),
        *running(brief, facts.company),
        *text_findings(brief, facts),
    ]


def review_account(plan: CampaignPlan, account: str, facts: Facts) -> list[Finding]:
    """Return the findings on the campaigns of one account, and those on all campaigns together."""
    own = {brief.id for brief in plan.briefs if brief.account == account}
    return [each for each in review(plan, facts) if not each.at or own & set(each.at)]


def text_findings(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """Yield what an editor would raise on the text that goes out; it is read as drafts are, once for the whole text."""
    text = to_publish(brief, facts.company).zh
    if not text.strip():
        return
    known = {each.id for each in facts.company.accounts}
    account = brief.account if brief.account in known else facts.main  # a brief's is free text, a draft's an id
    draft = Draft(id=brief.id, account=account, text=text, ad_marked=brief.ad_marked, status="draft")
    for finding in review_text(draft, facts):
        if finding.rule not in NOT_OF_CAMPAIGNS and not _of_a_prize(brief, finding):
            yield replace(finding, what=IN_TEXT.format(campaign=called(brief)) + finding.what, at=(brief.id,))


def _of_a_prize(brief: Brief, finding: Finding) -> bool:
    """Tell whether a text passes for an advertisement only because it says, as it must, what the prizes are worth."""
    if finding.rule != "content.ad-mark" or not brief.gives or brief.goal == "sales" or brief.form in PROMOTES:
        return False
    return all(OF_PRIZES.fullmatch(words) for words in places(finding))


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`) against the sample company.

    `sound` lists what is changed in a sound brief, one brief for each; all else are fields of the plan.
    """
    given = dict(example)
    return review(sound_plan(*given.pop("sound", [{}]), **given), sample_facts())
