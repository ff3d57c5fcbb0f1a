"""Are the campaigns as the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.campaign.plan import CampaignPlan
from playbook.campaign.purpose import THRESHOLD
from playbook.campaign.raised import raised
from playbook.campaign.words import called
from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import Finding, rule
from playbook.stances import unlike_data
from playbook.week import listed

ROLE, INCENTIVE, FILING = "role-of-campaigns", "prize-and-bought-word-of-mouth", "prize-filing"
# Positions that the law or the platform closes, by topic: the rule that says so.
CLOSED = {INCENTIVE: {"small_gift": "praise-not-bought"}, FILING: {"not_filed": "official-tool"}}
OR_STANCE = Text("改活动，或者改立场。", "Change the campaign, or change the stance.")


def closed(plan: CampaignPlan) -> Iterator[Finding]:
    """Yield positions taken that no company may take, whatever its data say."""
    for topic, positions in CLOSED.items():
        taken = plan.position(topic)
        if taken and taken.id in positions:
            said = Text(
                "“{stance}”：今天的法律或者平台不许，不是立场可以定的。",
                "“{stance}”: today the law or the platform forbids it; no stance can allow it.",
            )
            mend = Text("改成许可的那一种。", "Take a position that is allowed.")
            yield Finding(f"campaign.{positions[taken.id]}", said.format(stance=taken.says), mend)


def unlike_stances(plan: CampaignPlan, facts: Facts) -> Iterator[Finding]:
    """Yield where the briefs are unlike the stances taken, and formulas that the company's data speak against."""
    if not plan.briefs:
        return
    yield from _threshold(plan)
    yield from _role(plan)
    if plan.holds(INCENTIVE, "goods"):
        for brief in plan.briefs:
            if brief.ranks and brief.prize_kind not in {None, "goods"}:
                said = Text(
                    "立场是奖品用实物，{campaign}的不是。", "You decided on goods; the prizes of {campaign} are not."
                )
                yield raised(brief, "physical-prizes", said, OR_STANCE)
    if plan.holds(INCENTIVE, "none"):
        giving = [brief for brief in plan.briefs if brief.gives]
        if giving:
            said = Text(
                "立场是不靠奖品，有奖的却有：{which}。", "You decided against prizes; these give some: {which}."
            )
            which = listed(called(brief) for brief in giving)
            yield Finding("campaign.prize-relevance", said.format(which=which), OR_STANCE, tuple(b.id for b in giving))
    yield from unlike_data(plan, facts.main, facts, "campaign.formula-against-data")


def _threshold(plan: CampaignPlan) -> Iterator[Finding]:
    ten = rule("campaign.at-least-ten-mentions").values["mentions"]
    for brief in plan.briefs:
        if plan.holds(THRESHOLD, "ten") and brief.form == "prize_repost" and brief.mentions < ten:
            said = Text(
                "立场是转发至少 @ {ten} 个好友，{campaign}只要 {count} 个。",
                "You decided that reposts mention at least {ten} friends; {campaign} asks for {count}.",
            )
            yield raised(brief, "at-least-ten-mentions", said, OR_STANCE, ten=ten, count=brief.mentions)
        if plan.holds(THRESHOLD, "low") and brief.steps > plan.limits.steps_new:
            said = Text(
                "立场是门槛一律放低，{campaign}要做 {steps} 步。",
                "You decided on a low threshold for all; {campaign} asks for {steps} steps.",
            )
            yield raised(brief, "simple-rules-low-threshold", said, OR_STANCE, steps=brief.steps)


def _role(plan: CampaignPlan) -> Iterator[Finding]:
    if plan.holds(ROLE, "loyalty") and not plan.interval_days:
        said = Text("立场是定期办，却没有定多少天一次。", "You decided on regular events, and no interval is set.")
        yield Finding("campaign.regular-loyalty-events", said, Text("定一个间隔。", "Set an interval."))
    if plan.holds(ROLE, "gather"):
        others = [brief for brief in plan.briefs if brief.goal not in {None, "followers"}]
        if others:
            said = Text(
                "立场是活动只为攒粉，目的不是增粉的有：{which}。",
                "You decided that campaigns only gather followers; these have another goal: {which}.",
            )
            which = listed(called(brief) for brief in others)
            yield Finding("campaign.why-first", said.format(which=which), OR_STANCE, tuple(b.id for b in others))
