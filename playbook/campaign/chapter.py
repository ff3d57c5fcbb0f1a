"""The handbook’s chapter on campaigns: their calendar, the limits they keep to, and each brief with what goes out."""

from __future__ import annotations

from datetime import date

from playbook.campaign.brief import Brief
from playbook.campaign.chapter_brief import brief_blocks
from playbook.campaign.limits_form import CHECK, NUMBERS
from playbook.campaign.plan import CampaignPlan, Limits
from playbook.campaign.said import NO_FORM, UNNAMED
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Para
from playbook.handbook.laid import Part, chapter_of
from playbook.handbook.said import account, amount, day, decisions, table, who
from playbook.language import Text, same

TITLE = Text("活动", "Campaigns")
CALENDAR, LIMITS, BRIEFS = (
    Text("活动日历", "Calendar of campaigns"), Text("限额和占比", "Limits and shares"),
    Text("活动方案", "Briefs"),
)  # fmt: skip
NAME, ACCOUNT, FORM, STARTS, ENDS, DRAWN, MEASURED, OWNER = (
    Text("名称", "Name"), Text("账号", "Account"), Text("形式", "Form"), Text("开始", "First day"),
    Text("截止", "Last day"), Text("开奖", "Draw"), Text("哪天量", "Measured"), Text("谁负责", "Owner"),
)  # fmt: skip
SHARED = Text("新读者 {new}%，老读者 {old}%", "{new}% for new readers, {old}% for those we have")
BUDGET, REGULAR = (
    Text("预算怎么分", "how the budget is shared"),
    Text("定期活动隔几天", "days between regular campaigns"),
)
NONE_SET = Text("不定", "none set")
BRIEF = Text("{at}. {name}", "{at}. {name}")


def chapter(plan: CampaignPlan, facts: Facts) -> Chapter:
    """Return the chapter; a brief is a part of its own, in the order of the calendar."""
    briefs = sorted(plan.briefs, key=_when)
    each: list[Part] = [
        (BRIEF.format(at=at, name=_name(brief)), brief_blocks(brief, facts)) for at, brief in enumerate(briefs, start=1)
    ]
    parts = [(CALENDAR, _calendar(briefs, facts)), *(each or [(BRIEFS, [])]), (LIMITS, _limits(plan))]
    return chapter_of(plan, TITLE, parts)


def _when(brief: Brief) -> tuple[bool, date]:
    return brief.starts is None, brief.starts or date.max


def _name(brief: Brief) -> Text:
    return same(brief.name.strip()) if brief.name.strip() else UNNAMED


def _calendar(briefs: list[Brief], facts: Facts) -> list[Block]:
    rows = [
        (
            _name(each),
            account(each.account, facts),
            each.shape.name if each.shape else NO_FORM,
            *(day(on) for on in (each.starts, each.ends, each.draw_on, each.measured_on)),
            who(each.owner, facts),
        )
        for each in briefs
    ]
    return table((NAME, ACCOUNT, FORM, STARTS, ENDS, DRAWN, MEASURED, OWNER), rows)


def _limits(plan: CampaignPlan) -> list[Block]:
    """Return the limits; nothing while there is no brief and none of them was changed."""
    if plan == CampaignPlan(stances=plan.stances):
        return []
    limits = plan.limits
    told = [(NUMBERS[name][0], amount(getattr(limits, name))) for name in Limits.model_fields]
    regular = str(plan.interval_days) if plan.interval_days else NONE_SET
    shared = SHARED.format(new=plan.for_new, old=100 - plan.for_new)
    return [*decisions([(BUDGET, shared), (REGULAR, regular), *told]), Para(CHECK, "quiet")]
