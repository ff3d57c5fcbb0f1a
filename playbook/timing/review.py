"""What is wrong with a week of slots: gaps, bursts, silence, nobody there, and hours that the data speak against."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from playbook.facts import Facts, sample_facts
from playbook.language import Text
from playbook.once import once
from playbook.plans import read_plan
from playbook.rules import Finding
from playbook.timing.analysis import strength, usual_of
from playbook.timing.held import clashes, unlike_stances
from playbook.timing.plan import Slot, TimingPlan
from playbook.timing.room import open_days
from playbook.week import clock, listed

WEEK = 7 * 24 * 60  # minutes
BURST, WITHIN = 3, 120  # three posts inside two hours are a burst
SILENCE = 48 * 60  # minutes without a post
WEAK = 0.85  # of what a typical post of the account gets
STRONG = 1.2
FRIDAY = 5
ON_WORKDAYS, AT_WEEKENDS = Text("工作日", "on workdays"), Text("周末", "at weekends")
MORE_POSTS = Text("再排几条，两条之间不超过 48 小时。", "Add posts, no more than 48 hours apart.")
POST_OR_DECIDE = Text(
    "周末排一条；有意空着，就在“周末发不发”上写明立场。",
    "Add a post at the weekend; if the silence is meant, take that stance on “Post at weekends?”.",
)
ATTEND = Text(
    "挪到有人值班的钟点：公开数据里，约五分之一的互动第一个小时就到了。一定要这时发，就先在公司卡里排好班。",
    "Move the post to an hour when somebody is there: in public data about a fifth of the reactions come "
    "within the first hour. If it must go out then, first change the hours on the company card.",
)


def review(plan: TimingPlan, facts: Facts) -> list[Finding]:
    """Find gaps too short, bursts, silence, slots that nobody attends, and hours that the data speak against."""
    return [
        finding
        for account in dict.fromkeys(slot.account for slot in plan.slots)
        for finding in review_account(plan, account, facts)
    ]


def review_account(plan: TimingPlan, account: str, facts: Facts) -> list[Finding]:
    """Return the findings on one account's week, then those that hold the week to the stances taken."""
    slots, together = plan.of(account), [*clashes(plan, facts)]
    if not slots:
        return together
    tools = plan.position("scheduling-tools")
    return [
        *_gaps(slots, plan.gap_hours),
        *_bursts(slots),
        *_silence(slots, decided=plan.position("weekend-posting") is not None),
        *_unattended(slots, facts, tools.id if tools else "scheduled_attended"),
        *_against_data(slots, account, facts, open_days(plan)),
        *together,
        *unlike_stances(plan, account, facts),
    ]


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`) against the sample company."""
    return review(read_plan(TimingPlan, example), sample_facts())


def _gaps(slots: list[Slot], hours: int) -> Iterator[Finding]:
    close = [(one, two) for one, two in _neighbours(slots) if 0 < _minutes(one, two) < hours * 60]
    if close:
        yield Finding(
            "timing.gap-one-hour" if hours == 1 else "timing.gap-two-hours",
            Text("间隔不到 {hours} 小时：{where}。", "Less than {unit} apart: {where}.").format(
                hours=hours,
                unit="an hour" if hours == 1 else "two hours",
                where=listed(one.said + Text("和", " and ") + two.said for one, two in close),
            ),
            Text("把其中一条往后挪，或者去掉。", "Move one of them later, or take it out."),
            tuple(two.at for _, two in close),
        )


def _bursts(slots: list[Slot]) -> Iterator[Finding]:
    runs = [slots[i : i + BURST] for i in range(len(slots) - BURST + 1)]
    bursts = [run for run in runs if run[-1].minutes - run[0].minutes <= WITHIN]
    if bursts:
        yield Finding(
            "timing.no-bursts",
            Text(
                "两小时内连发三条或更多：从{where}起。", "Three or more posts within two hours, beginning {where}."
            ).format(where=listed(run[0].said for run in bursts)),
            Text(
                "留下最好的一条，其余分到别的钟点：挤在一起，读者会觉得被刷屏。",
                "Keep the best one and spread the others over the day: readers feel flooded.",
            ),
            tuple(dict.fromkeys(slot.at for run in bursts for slot in run)),
        )


def _silence(slots: list[Slot], *, decided: bool) -> Iterator[Finding]:
    """A weekend without a post is a silence too, unless the company has decided on it."""
    if len(slots) == 1:
        yield Finding(
            "timing.no-bursts",
            Text("这一周只有一条：{one}。", "There is only one post this week, on {one}.").format(one=slots[0].said),
            MORE_POSTS,
        )
        return
    weekend = [(one, two) for one, two in _neighbours(slots) if one.day <= FRIDAY and two.minutes < one.minutes]
    if weekend and not decided:
        yield _quiet("timing.no-weekend-posts", *weekend[0], POST_OR_DECIDE)
    rest = [pair for pair in _neighbours(slots) if pair not in weekend]
    one, two = max(rest, key=lambda pair: _minutes(*pair))
    if _minutes(one, two) > SILENCE:
        yield _quiet("timing.no-bursts", one, two, MORE_POSTS)


def _quiet(rule: str, one: Slot, two: Slot, mend: Text) -> Finding:
    said = Text("从{one}到{two}，{hours} 小时一条不发。", "Nothing from {one} to {two}: {hours} hours of silence.")
    return Finding(rule, said.format(one=one.said, two=two.said, hours=_minutes(one, two) // 60), mend)


def _unattended(slots: list[Slot], facts: Facts, tools: str) -> Iterator[Finding]:
    alone = [slot for slot in slots if not facts.company.on_duty(slot.day, slot.hour)]
    if not alone or tools == "scheduled":
        return
    where, at = listed(slot.said for slot in alone), tuple(slot.at for slot in alone)
    if tools == "by_hand":
        said = Text(
            "立场是每条都由人发，可这些钟点没有人：{where}。",
            "You decided that a person sends every post, and nobody is there at {where}.",
        )
        mend = Text("挪到有人值班的钟点，或者允许定时发布。", "Move the posts to hours on duty, or allow scheduling.")
        yield Finding("timing.no-scheduling-tools", said.format(where=where), mend, at)
    else:
        said = Text("发出时无人值班：{where}。", "Nobody is on duty at {where}.")
        yield Finding("timing.somebody-answers", said.format(where=where), ATTEND, at)


def _against_data(slots: list[Slot], account: str, facts: Facts, days: range) -> Iterator[Finding]:
    """Hold the slots against what the company's own posts got by hour; silent where no time of day is known."""
    week, usual = _typical(facts, account)
    if np.isnan(week).all():
        return
    gets = {slot: week[slot.day - 1, slot.hour] for slot in slots}
    weak = [slot for slot, value in gets.items() if value < WEAK * usual]
    if weak:
        yield Finding(
            "timing.own-audience-slots",
            Text(
                "这些钟点发的，通常不到平时（{usual:.0f} 次互动）的 {share:.0%}：{where}。",
                "At these hours a post typically gets less than {share:.0%} of this account’s usual "
                "{usual:.0f} reactions: {where}.",
            ).format(share=WEAK, usual=usual, where=listed(slot.said for slot in weak)),
            Text("换到读者会回应的钟点。", "Move them to hours when readers answer."),
            tuple(slot.at for slot in weak),
        )
    yield from _best_unused(_usable(week, facts, days), usual, slots)
    yield from _untried(gets)


@once(16)  # a plan is reviewed at every move, and a cohort’s are reviewed by the thousand
def _typical(facts: Facts, account: str) -> tuple[npt.NDArray[np.float64], float]:
    """Return what a typical post gets in each hour of the week, and whenever it goes out."""
    week = strength(facts.posts, account)
    week.flags.writeable = False  # it is handed out again
    return week, usual_of(facts.posts, account)


def _usable(week: npt.NDArray[np.float64], facts: Facts, days: range) -> npt.NDArray[np.float64]:
    """Leave the hours on duty (all where no duty is planned yet) of the days on which the company posts."""
    duty = np.array([[bool(facts.company.on_duty(day, hour)) for hour in range(24)] for day in range(1, 8)])
    usable = duty if facts.company.staffed else np.ones_like(duty)
    usable[[day - 1 for day in range(1, 8) if day not in days]] = False
    return np.where(usable, week, np.nan)


def _best_unused(week: npt.NDArray[np.float64], usual: float, slots: list[Slot]) -> Iterator[Finding]:
    if np.isnan(week).all():
        return
    day, hour = divmod(int(np.nanargmax(week)), 24)
    if week[day, hour] >= STRONG * usual and hour not in {slot.hour for slot in slots}:
        yield Finding(
            "timing.own-audience-slots",
            Text(
                "最好的钟点 {hour}没有用上：{days}那时一条微博通常得 {best:.0f} 次互动，平时是 {usual:.0f} 次。",
                "The best hour, {hour}, is not used: {days} a post typically gets {best:.0f} reactions then, "
                "against {usual:.0f} overall.",
            ).format(
                days=ON_WORKDAYS if day < FRIDAY else AT_WEEKENDS, hour=clock(hour), best=week[day, hour], usual=usual
            ),
            Text("在这个钟点至少排一条。", "Give that hour at least one slot."),
        )


def _untried(gets: dict[Slot, Any]) -> Iterator[Finding]:
    unknown = [slot for slot, value in gets.items() if np.isnan(value)]
    if unknown:
        yield Finding(
            "timing.own-fans-first",
            Text(
                "自家数据说不准这些钟点（发过的不足 20 条）：{where}。",
                "We have too few posts at these hours to judge (fewer than 20 so far): {where}.",
            ).format(where=listed(slot.said for slot in unknown)),
            Text(
                "当作一次试验：发满 20 条，再回来比较。",
                "Treat them as a trial: post until you have 20, then come back and compare.",
            ),
            tuple(slot.at for slot in unknown),
        )


def _neighbours(slots: list[Slot]) -> Iterator[tuple[Slot, Slot]]:
    """Return each slot with the next one, the last with the first of the following week."""
    return pairwise([*slots, slots[0]])


def _minutes(one: Slot, two: Slot) -> int:
    return (two.minutes - one.minutes) % WEEK
