"""Are the ninety days reviewed in time by somebody else, and do they begin with trust rather than with counts?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.persons import blank, same_person
from playbook.refused import meant
from playbook.rules import Finding
from playbook.specialist.plan import DAYS, Goal, SpecialistPlan
from playbook.specialist.words import SHOWN_SAID, STRETCHES_SAID
from playbook.week import listed

# A target in words: a count or a growth of followers, posts, or sales.
FOLLOWERS = re.compile(
    r"(?:涨粉|增粉|粉丝[^，。；\n]{0,8}(?:\d|万|千|翻))|(?:\d[\d,.]*[^，。；\n]{0,3}粉丝)"
    r"|\d[\d,.]*(?:k| thousand)?(?: new| more)? followers|followers[^,.;\n]{0,12}\d",
    re.IGNORECASE,
)
SALES = re.compile(
    r"(?:销售额|成交额|营业额|订单|销量)[^，。；\n]{0,8}(?:\d|万|翻)|\d[\d,.]* ?万?(?:元|单)的?(?:销售|成交|订单)"
    r"|(?:sales|turnover|orders)[^,.;\n]{0,12}\d|\d[\d,.]*(?: yuan of| in)? (?:sales|orders)",
    re.IGNORECASE,
)
BOUGHT = frozenset({"followers", "posts"})


def ninety(plan: SpecialistPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the three stretches; nothing as long as no goal is set."""
    if not plan.goals:
        return
    for at in range(len(plan.days)):
        yield from _goals(plan, at)
        yield from _reviewed(plan, at, facts)
    yield from _grown(plan)
    first = plan.days[0]
    hasty = [goal for goal in first.goals if goal.judged_by in {"sales", "followers"} or _counted(goal)]
    if hasty:
        said = Text(
            "头三十天就有销售或粉丝的指标：{which}。",
            "The first thirty days have a target of sales or followers: {which}.",
        )
        mend = Text("头三十天按回复、人脉和做出来的东西评。", "Judge them by answers, contacts and work done.")
        yield Finding("specialist.trust-first", said.format(which=_listed(hasty)), mend, ("days/0",))


def ends(plan: SpecialistPlan, at: int) -> date | None:
    """Return the last day of a stretch; None as long as the first day is not set."""
    return plan.begins + timedelta(days=DAYS * (at + 1) - 1) if plan.begins else None


def _goals(plan: SpecialistPlan, at: int) -> Iterator[Finding]:
    stretch, where = plan.days[at], STRETCHES_SAID[at]
    if not stretch.goals:
        said = Text("{where}没有目标。", "{where}: no goal.").format(where=where)
        yield Finding("specialist.goal-shown", said, Text("至少定一个。", "Set at least one."), (f"days/{at}",))
    bare = [goal for goal in stretch.goals if goal.ability is None or blank(goal.what) or blank(goal.evidence)]
    if bare:
        said = Text(
            "{where}的目标没有写全能力、目标和证据：{which}。",
            "{where}: a goal lacks its ability, what it is or what will show it: {which}.",
        ).format(where=where, which=_listed(bare))
        mend = Text(
            "每个目标写明是哪项能力、拿什么给评议的人看。",
            "Say which ability it is for, and what the reviewer will be shown.",
        )
        yield Finding("specialist.goal-shown", said, mend, (f"days/{at}",))
    bought = [goal for goal in stretch.goals if goal.judged_by in BOUGHT or meant(FOLLOWERS, [goal.what])]
    if bought:
        said = Text(
            "{where}有目标按花钱买得到、凑得出的数评：{which}。",
            "{where}: a goal goes by a count that can be bought or padded: {which}.",
        ).format(where=where, which=_listed(bought))
        mend = Text("改成按{work}、{time}或{relations}评。", "Judge it by {work}, {time} or {relations}.").format(
            work=SHOWN_SAID["work"], time=SHOWN_SAID["time"], relations=SHOWN_SAID["relations"]
        )
        yield Finding("specialist.no-counts-that-are-bought", said, mend, (f"days/{at}",))


def _reviewed(plan: SpecialistPlan, at: int, facts: Facts) -> Iterator[Finding]:
    stretch, where, last = plan.days[at], STRETCHES_SAID[at], ends(plan, at)
    place = (f"days/{at}",)
    if blank(stretch.reviewer) or stretch.review_on is None:
        said = Text("{where}没有定谁评议、哪一天。", "{where}: no reviewer or no review date.").format(where=where)
        mend = Text("写一个人和一个日子，不晚于这一段的最后一天。", "Name a person, and a day within the stretch.")
        yield Finding("specialist.reviewed-in-time", said, mend, place)
    elif last and not last - timedelta(days=DAYS - 1) <= stretch.review_on <= last:
        said = Text(
            "{where}的评议定在 {on}，不在这一段里（最后一天是 {last}）。",
            "{where}: the review is on {on}, outside the stretch, which ends on {last}.",
        ).format(where=where, on=stretch.review_on.isoformat(), last=last.isoformat())
        mend = Text("改到这一段里，最好是最后一周。", "Move it into the stretch, best into its last week.")
        yield Finding("specialist.reviewed-in-time", said, mend, place)
    if not blank(stretch.reviewer) and same_person(stretch.reviewer, plan.who, facts):
        said = Text("{where}由本人评议自己。", "{where}: the reviewer is the person reviewed.").format(where=where)
        mend = Text("请看得到成果的另一个人。", "Ask somebody else who sees the work.")
        yield Finding("specialist.reviewer-is-another", said, mend, place)


def _grown(plan: SpecialistPlan) -> Iterator[Finding]:
    """Yield what article 4 wants trained month by month and the stretches lack: stock, a new form, a drill."""
    for rule, lacks, said, mend in (
        ("ability-learning", [not each.stock for each in plan.days],
         Text("没有定存稿够发几天：{where}。", "No stock of posts is set for: {where}."),
         Text("第一段三天起，逐段加。", "Begin with three days, and more each stretch.")),
        ("ability-new-forms", [blank(each.new_form) for each in plan.days],
         Text("没有新形式要试：{where}。", "No new form is tried in: {where}."),
         Text("每月试一种，写明与什么比。", "Try one a month, and say against what.")),
    ):  # fmt: skip
        where = [STRETCHES_SAID[at] for at, lack in enumerate(lacks) if lack]
        if where:
            yield Finding(f"specialist.{rule}", said.format(where=join(where)), mend, ("days",))
    if not any(stretch.drill_on for stretch in plan.days):
        said = Text("九十天里没有一次热点演练。", "The ninety days have no hot-topic drill.")
        mend = Text(
            "定一个日子：限时选题、说理由、写草稿，不发布。",
            "Set a day: pick, justify and draft against the clock; publish nothing.",
        )
        yield Finding("specialist.ability-sensitivity", said, mend, ("days",))


def _counted(goal: Goal) -> bool:
    return bool(meant(FOLLOWERS, [goal.what]) or meant(SALES, [goal.what]))


def _listed(goals: list[Goal]) -> Text:
    named = (
        same(goal.what.strip()) if not blank(goal.what) else Text("没有名字的目标", "a goal without words")
        for goal in goals
    )
    return listed((Text("“{what}”", "“{what}”").format(what=each) for each in named), measure="个")
