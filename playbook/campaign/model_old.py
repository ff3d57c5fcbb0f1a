"""The draw that won most and kept fewest, planned once more, and one that passes: where an exercise begins and ends."""

from __future__ import annotations

from datetime import date

from playbook.campaign.brief import Brief, Prize
from playbook.campaign.handed_over import BOWL, HOW_TIED, PRIZES, TABLET, WORDS
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
MENDED_WORDS: dict[str, Text] = {
    "occasion": Text("冬至，围炉喝茶", "the winter solstice, tea by the stove"),
    "tied_by": HOW_TIED,
    "draw_how": Text("用平台的抽奖工具从评论里随机抽取", "drawn at random from the comments with the platform’s tool"),
    "rights": Text("作品归作者；转用要先问，署名", "it stays theirs; we ask before using it, and name them"),
    "risks": Text("有人冒充中奖通知", "somebody poses as us with false winners’ notices"),
    "stop": Text(
        "有人冒充，或者投诉超过 10 条，就停，并公告",
        "if somebody poses as us, or complaints pass 10, we stop and announce it",
    ),
}


def old_brief(facts: Facts) -> CampaignPlan:  # noqa: ARG001 - the same for every company
    """Return the big draw of two years ago planned again, as old articles would have it, in the reader's language.

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
    """Return the old draw mended, in the reader's language, with a stance on each topic: one right answer."""
    [brief] = old_brief(facts).briefs
    mended = brief.model_copy(
        update={
            "form": "prize_collection", "expected": 300, "actions": ["follow", "comment"], "mentions": 0,
            "occasion_on": date(2026, 12, 22), "ends": date(2026, 12, 25), "draw_on": date(2026, 12, 28),
            "prizes": [Prize(name=str(BOWL), value=120, number=PRIZES)], "budget": 4400, "tied": True,
            "tool": "official", "insiders_barred": True, "collects": ["name", "phone", "address"],
            "measures": ["entries", "new_followers", "kept_90", "cost_per_kept"], "measured_on": date(2027, 3, 25),
        }
        | {name: str(said) for name, said in MENDED_WORDS.items()}
    )  # fmt: skip
    return decided(CampaignPlan(briefs=[mended]), "flagship", facts, topics, lambda plan: review(plan, facts))
