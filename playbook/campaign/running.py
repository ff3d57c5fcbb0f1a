"""Who does the work while a campaign runs, when it is stopped, and how it is measured afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from playbook.campaign.brief import Brief
from playbook.campaign.raised import blank, raised
from playbook.company import Company, Person
from playbook.language import Text
from playbook.rules import Finding
from playbook.week import DAYS, clock

KEPT_AFTER = 90  # days after which a follower counts as kept
WHO_TENDS = Text(
    "定一个人和要回多少条；活动那几天，他要有空。", "Name somebody, and how many replies; they need the time."
)


def running(brief: Brief, company: Company) -> Iterator[Finding]:
    """Yield what is wrong with dates, people, money, the stop rule and the measures."""
    yield from _dates(brief)
    yield from _tended(brief, company)
    if blank(brief.owner) or brief.budget == 0 or brief.hours == 0:
        said = Text("{campaign}没有定负责人、预算或者工时。", "{campaign} lacks an owner, a budget or hours of work.")
        mend = Text("三样都填上：一个人，多少元，多少小时。", "Enter all three: one person, yuan, hours.")
        yield raised(brief, "owner-and-budget", said, mend)
    elif not any(person.id == brief.owner for person in company.people):
        said = Text("{campaign}的负责人不在公司卡上。", "The owner of {campaign} is not on the company card.")
        yield raised(brief, "owner-and-budget", said, Text("选卡上的一个人。", "Choose somebody on the card."))
    if brief.budget < brief.total:
        said = Text(
            "{campaign}的奖品值 {total}，预算只有 {budget}。",
            "The prizes of {campaign} are worth {total}, its budget is {budget}.",
        )
        mend = Text("预算要包括奖品。", "A budget covers the prizes too.")
        yield raised(brief, "owner-and-budget", said, mend, total=_sum(brief.total), budget=_sum(brief.budget))
    if blank(brief.stop) or blank(brief.risks):
        said = Text(
            "{campaign}没有写会出什么事，出了事什么时候停。",
            "{campaign} does not say what may go wrong, and when it would be stopped.",
        )
        mend = Text("写一件最怕的事，和一个停下来的条件。", "Write the one thing you fear, and what would stop it.")
        yield raised(brief, "stop-rule", said, mend)
    yield from _measured(brief)


def _sum(amount: float) -> Text:
    return Text(f"{amount:g} 元", f"{amount:g} yuan")


def _dates(brief: Brief) -> Iterator[Finding]:
    order = [brief.starts, brief.ends, brief.draw_on if brief.gives else None, brief.claim_by if brief.gives else None]
    told = [day for day in order if day is not None]
    if brief.starts is None or brief.ends is None:
        said = Text("{campaign}没有定从哪天到哪天。", "{campaign} has no first and last day yet.")
        yield raised(brief, "dates-in-order", said, Text("两个日子都填上。", "Enter both."))
    elif told != sorted(told):
        said = Text(
            "{campaign}的日子倒了：开始、截止、开奖、兑奖要一个在一个后面。",
            "The days of {campaign} run backwards: start, end, draw and claims come in this order.",
        )
        yield raised(brief, "dates-in-order", said, Text("改成先后有序。", "Put them in order."))


def _tended(brief: Brief, company: Company) -> Iterator[Finding]:
    person = next((each for each in company.people if each.id == brief.answers), None)
    if person is None or brief.replies == 0:
        said = Text(
            "{campaign}没有定办的时候谁来回评论，回多少条。",
            "{campaign} does not say who answers comments while it runs, and how many.",
        )
        yield raised(brief, "care-during-run", said, WHO_TENDS)
    elif brief.starts and brief.launch_hour is not None and not _on_duty(person, brief):
        said = Text(
            "{campaign}在{day} {hour}发出，{person}那时不在班上。",
            "{campaign} goes out at {hour} on {day}, when {person} is not on duty.",
        )
        mend = Text("换个时间，或者换个人。", "Choose another hour, or somebody else.")
        yield raised(brief, "care-during-run", said, mend, day=DAYS[brief.starts.weekday()],
                     hour=clock(brief.launch_hour), person=person.name)  # fmt: skip


def _on_duty(person: Person, brief: Brief) -> bool:
    assert brief.starts is not None  # noqa: S101 - asked for by the caller
    day, hour = brief.starts.isoweekday(), brief.launch_hour or 0
    return not person.duty or any(day in shift.days and shift.start <= hour < shift.end for shift in person.duty)


def _measured(brief: Brief) -> Iterator[Finding]:
    soonest = brief.ends + timedelta(days=KEPT_AFTER) if brief.ends else None
    mend = Text(
        "加上“90 天后还在的”和“留下一个粉丝花多少元”，日子定在结束 90 天以后。",
        "Add followers kept 90 days and yuan for each, on a day 90 days after the end or later.",
    )
    if not {"kept_90", "cost_per_kept"} <= set(brief.measures):
        said = Text(
            "{campaign}不量留下了多少人、留一个人花多少钱。",
            "{campaign} will not measure who stays, and what each of them cost.",
        )
        yield raised(brief, "measured-by-kept", said, mend)
    elif brief.measured_on is None or (soonest and brief.measured_on < soonest):
        said = Text(
            "{campaign}要量 90 天后还在的人，量的日子没有定，或者太早。",
            "{campaign} is to count who stays 90 days; the day for it is missing, or too early.",
        )
        yield raised(brief, "measured-by-kept", said, mend)
