"""Is the week lawful, does it hold what was promised, and does somebody answer in each department?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.persons import blank, known_as, person, same_person
from playbook.rules import Finding, rule
from playbook.specialist.plan import AREAS, DEPARTMENTS, SpecialistPlan
from playbook.specialist.words import DEPARTMENTS_SAID, WORKS_SAID
from playbook.week import DAYS, listed

DAYS_OF_WEEK = 7


def normal_week() -> float:
    """Return the hours of a normal week (State Council, 1995)."""
    return float(rule("specialist.working-time").values["week_hours"])


def normal_day() -> float:
    """Return the hours of a normal day (Labour Law, article 36)."""
    return float(rule("specialist.working-time").values["day_hours"])


def duty_hours(plan: SpecialistPlan, facts: Facts) -> int | None:
    """Return the hours a week for which the card has this person on duty; None if it has none."""
    who = known_as(plan.who, facts)
    shifts = [shift for each in facts.company.people if each.id == who for shift in each.duty]
    return sum((shift.end - shift.start) * len(shift.days) for shift in shifts) if shifts else None


def working(plan: SpecialistPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the week, as soon as it has hours, and with the answers promised."""
    if plan.week.total:
        yield from _lawful(plan)
        yield from _filled(plan)
        yield from _on_card(plan, facts)
    yield from _promised(plan, facts)


def _lawful(plan: SpecialistPlan) -> Iterator[Finding]:
    week = plan.week
    a_day = week.total / max(1, week.days)
    if week.total > normal_week() or a_day > normal_day():
        said = Text(
            "一周排了 {total:g} 小时、{days} 天，平均一天 {a_day:.1f} 小时；"
            "标准是一天 {day:g} 小时、一周 {week:g} 小时。",
            "The week has {total:g} hours on {days} days, {a_day:.1f} a day; "
            "the norm is {day:g} a day and {week:g} a week.",
        ).format(total=week.total, days=week.days, a_day=a_day, day=normal_day(), week=normal_week())
        mend = Text(
            "减到标准以内。加班要先与工会和本人商量，付加班费，一月不超过 36 小时，不能排进平常的一周。",
            "Cut it to the norm. Overtime is agreed with union and worker first, and paid; at most 36 hours "
            "a month. An ordinary week holds none.",
        )
        yield Finding("specialist.working-time", said, mend, ("week",))
    if week.days == DAYS_OF_WEEK:
        said = Text("一周七天都上班。", "The week has seven working days.")
        mend = Text("每周至少留一天休息。", "Keep at least one day of rest a week.")
        yield Finding("specialist.rest-day", said, mend, ("week",))


def _filled(plan: SpecialistPlan) -> Iterator[Finding]:
    hours = plan.week.hours
    empty = [WORKS_SAID[each] for each in AREAS if not hours.get(each)]
    if empty:
        said = Text("一周里没有时间给：{which}。", "The week has no time for: {which}.")
        mend = Text("每项至少留半小时，不做的写给谁。", "At least half an hour each; or agree who else does it.")
        yield Finding("specialist.seven-service-areas", said.format(which=listed(empty, measure="项")), mend, ("week",))
    if not hours.get("fan-interaction"):
        said = Text("没有留时间回复。", "There is no time for answering.")
        mend = Text(
            "人脉和信任靠回复攒起来，先给它时间。", "Contacts and trust come from answering; give it time first."
        )
        yield Finding("specialist.trust-first", said, mend, ("week",))
    beyond = [WORKS_SAID[each] for each in ("crisis", "approval") if not hours.get(each)]
    if beyond:
        said = Text(
            "四大工作里没有、一周里却少不了的，没有留时间：{which}。",
            "The four duties leave it out and no week is without it: {which}.",
        )
        mend = Text("照上一周实际花的时间留。", "Reserve what last week really took.")
        yield Finding("specialist.beyond-four-duties", said.format(which=join(beyond)), mend, ("week",))
    if not hours.get("learning"):
        said = Text("没有留时间学习。", "There is no time for learning.")
        mend = Text("每周至少留一小时给素材库。", "Keep at least an hour a week for the content stock.")
        yield Finding("specialist.ability-learning", said, mend, ("week",))


def _on_card(plan: SpecialistPlan, facts: Facts) -> Iterator[Finding]:
    duty = duty_hours(plan, facts)
    if duty is not None and plan.week.total > duty:
        said = Text(
            "一周排了 {total:g} 小时，{who}照排班在岗只有 {duty} 小时（午休算在内）。",
            "The week has {total:g} hours; by the rota {who} is on duty for {duty}, meals included.",
        ).format(total=plan.week.total, who=person(known_as(plan.who, facts), facts), duty=duty)
        mend = Text("减掉一些，或者先改值班。", "Take some out, or change the duty hours first.")
        yield Finding("specialist.hard-work", said, mend, ("week",))


def _promised(plan: SpecialistPlan, facts: Facts) -> Iterator[Finding]:
    """Yield the hours for which answers are promised and nobody is on duty; a card without duty hours says nothing."""
    week = plan.week
    if not week.answers_to or not facts.company.staffed:
        return
    open_days = [
        DAYS[day - 1]
        for day in week.answers_days
        if any(not facts.company.on_duty(day, hour) for hour in range(week.answers_from, week.answers_to))
    ]
    if open_days:
        said = Text(
            "答应 {start}:00 到 {end}:00 有人回复，这几天却有钟点没人值班：{days}。",
            "Answers are promised from {start}:00 to {end}:00, with hours when nobody is on duty on: {days}.",
        ).format(start=week.answers_from, end=week.answers_to, days=join(open_days))
        mend = Text(
            "改承诺的钟点，或者排人值班；手机在身边不算值班。",
            "Promise other hours or put somebody on duty; a phone within reach is not being on duty.",
        )
        yield Finding("specialist.flexible-work", said, mend, ("week",))


def contacts(plan: SpecialistPlan, facts: Facts) -> Iterator[Finding]:
    """Yield departments without a contact, and contacts without a name or an answer time."""
    answered = {
        each.department
        for each in plan.contacts
        if not blank(each.who) and each.within and not same_person(each.who, plan.who, facts)
    }
    missing = [DEPARTMENTS_SAID[each] for each in DEPARTMENTS if each not in answered]
    if missing:
        said = Text(
            "还没有别人答应几小时内答复：{which}。", "No colleague is named who answers within so many hours: {which}."
        )
        mend = Text(
            "每个部门写一个人、几小时；那人不能是自己。", "For each, one person and a number of hours; not yourself."
        )
        yield Finding(
            "specialist.covers-departments", said.format(which=listed(missing, measure="个")), mend, ("contacts",)
        )
