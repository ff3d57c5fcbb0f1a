"""The draw that won most and kept fewest, planned once more, and one that passes: where an exercise begins and ends."""

from __future__ import annotations

from datetime import date

from playbook.campaign.brief import Brief, Prize
from playbook.campaign.handed_over import TABLET, WORDS
from playbook.campaign.model_brief import sound_plan
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.review import review
from playbook.facts import Facts
from playbook.language import Text
from playbook.stances import decided

OWN_WORDS: dict[str, Text] = {  # what differs from the brief of the lesson, or is not in it
    "name": Text("年末大抽奖", "The Big Year-End Draw"),
    "theme": Text("今年最后一杯茶，你和谁喝？", "With whom will you drink the last tea of the year?"),
    "draw_how": Text("从转发里随机抽取", "drawn at random from the reposts"),
    "forfeit": Text("到期没有回复的，视为放弃", "whoever has not answered by then gives it up"),
    "contact": Text("私信 @岚间客服", "direct message to @岚间客服 (Lanjian Service)"),
    "data_for": Text("寄奖品", "to send the prize"),
}


def old_brief(facts: Facts) -> CampaignPlan:  # noqa: ARG001 - the same for every company
    """Return last year's big draw planned again, as old articles would have it, in the reader's language.

    No stance is taken. What is published is there; wrong is what the draw is for, asks, gives and collects.
    """
    brief = Brief(
        id="b1", account="flagship", line="self_run", form="prize_repost", goal="followers", expected=3000,
        readers="new", actions=["follow", "repost", "comment"], mentions=10,
        starts=date(2026, 12, 14), ends=date(2026, 12, 21), launch_hour=15, draw_on=date(2026, 12, 24),
        prizes=[Prize(name=str(TABLET), value=2199, number=20)], prize_kind="goods", tool="none",
        claim_by=date(2027, 1, 7), budget=46000, hours=20, owner="xiaoman", answers="xiaoman", replies=60,
        collects=["name", "phone", "address", "id_number"], data_until=date(2027, 1, 31),
        measures=["entries", "new_followers"],
    )  # fmt: skip
    words = {name: str(said) for name, said in (WORDS | OWN_WORDS).items()}
    return CampaignPlan(briefs=[brief.model_copy(update=words)])


def mended_brief(facts: Facts, topics: list[str]) -> CampaignPlan:
    """Return a plan of one brief with a stance on each topic: one right answer to an exercise."""
    return decided(sound_plan({}), "flagship", facts, topics, lambda plan: review(plan, facts))
