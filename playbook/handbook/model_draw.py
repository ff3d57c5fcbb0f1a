"""The draw of the sample company’s whole playbook: begun at a slot of its account, published in Chinese."""

from __future__ import annotations

from datetime import timedelta

from playbook.campaign.brief import Brief
from playbook.campaign.model_old import mended_brief
from playbook.campaign.particulars import announcement
from playbook.campaign.plan import CampaignPlan
from playbook.facts import Facts, sample_facts
from playbook.language import language, speaking
from playbook.timing.plan import TimingPlan


def draw(facts: Facts, timing: TimingPlan) -> CampaignPlan:
    """Return the draw, begun at the first slot of its account in that week and answered by somebody who is there."""
    plan = mended_brief(facts, [])
    [brief] = plan.briefs
    brief = _begun(brief, facts, timing)
    return plan.model_copy(update={"briefs": [brief.model_copy(update={"text": _published(brief, facts)})]})


def _begun(brief: Brief, facts: Facts, timing: TimingPlan) -> Brief:
    slots = [slot for slot in timing.of(brief.account) if facts.company.on_duty(slot.day, slot.hour)]
    if brief.starts is None or not slots:
        return brief
    slot = slots[0]
    monday = brief.starts - timedelta(days=brief.starts.weekday())
    return brief.model_copy(update={
        "starts": monday + timedelta(days=slot.day - 1), "launch_hour": slot.hour,
        "answers": facts.company.on_duty(slot.day, slot.hour)[0].id,
    })  # fmt: skip


def _published(brief: Brief, facts: Facts) -> str:
    """Return what goes out, where it is not what the form makes: beside notes in English it is Chinese all the same."""
    if language() == "zh":
        return ""
    with speaking("zh"):
        [chinese] = mended_brief(facts, []).briefs
        company = sample_facts().company if facts.invented else facts.company
        when = {"starts": brief.starts, "launch_hour": brief.launch_hour}
        return announcement(chinese.model_copy(update=when), company).zh
