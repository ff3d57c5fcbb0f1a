"""Is every lane in time, and does somebody approve between a draft's arrival and its slot?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.governance.raised import people_said, raised
from playbook.governance.words import LANES
from playbook.governance.workflow import Workflow, lanes, minutes
from playbook.language import Text
from playbook.persons import known_as, on_card
from playbook.rules import Finding
from playbook.timing.plan import TimingPlan
from playbook.week import listed, moment

AT = "workflow"
WEEK = 7 * 24  # hours


def attended(workflow: Workflow, facts: Facts, timing: TimingPlan | None) -> Iterator[Finding]:
    """Yield lanes that take longer than drafts come before their slot, and slots before which nobody can approve."""
    yield from _in_time(workflow)
    yield from _attended(workflow, facts, timing)
    yield from _alone(workflow, facts)


def _in_time(workflow: Workflow) -> Iterator[Finding]:
    for lane in lanes(workflow):
        total = minutes(workflow, lane)
        if lane != "fast" and total and total > workflow.ahead * 60:
            said = Text(
                "{lane}：每步照时限走完要 {total} 分钟，稿子只提前 {ahead} 小时到。",
                "{lane}: by its limits it takes {total} minutes, and drafts come only {ahead} hours before their slot.",
            )
            mend = Text(
                "缩短时限，少一步，或者让稿子早到。", "Shorten the limits, drop a step, or have drafts in earlier."
            )
            yield raised("in-time", said, mend, AT, lane=LANES[lane], total=total, ahead=workflow.ahead)


def _attended(workflow: Workflow, facts: Facts, timing: TimingPlan | None) -> Iterator[Finding]:
    """Does somebody approve between a draft's arrival and its slot?"""
    mend = Text(
        "加一个晚上、周末能批的人，让稿子早到，或者挪时段。",
        "Let somebody approve in the evening and at weekends, have drafts in earlier, or move the slot.",
    )
    missed = [moment(day, hour) for day, hour in unattended(workflow, facts, timing)]
    if missed:
        said = Text(
            "稿子到了以后、发出以前，没有人能批：{hours}。", "From arrival to slot nobody can approve: {hours}."
        )
        yield raised("approver-on-duty", said, mend, AT, hours=listed(missed, measure="个钟点"))
    away = [
        each.who for each in workflow.covers
        if (known := on_card(each.who, facts)) and facts.company.staffed
        and any(known not in {one.id for one in facts.company.on_duty(*hour)} for hour in each.hours())
    ]  # fmt: skip
    if away:
        said = Text("写了能批的钟点，公司卡上那时不值班：{who}。", "Listed to approve while off duty: {who}.")
        change = Text("改钟点，或者先在公司卡上排班。", "Change the hours here, or in the company’s duty hours.")
        yield raised("approver-on-duty", said, change, AT, who=people_said(away, facts))


def _alone(workflow: Workflow, facts: Facts) -> Iterator[Finding]:
    """More than one person approves, unless the company has only one."""
    alone = {known_as(each.who, facts): each.who for each in workflow.covers}
    if len(facts.company.people) > 1 and len(alone) == 1:
        said = Text("能批的只有{who}一个人。", "Only {who} can approve.")
        yield raised(
            "stands-in", said, Text("再加一个人。", "Add another."), AT, who=people_said(alone.values(), facts)
        )


def unattended(workflow: Workflow, facts: Facts, timing: TimingPlan | None) -> list[tuple[int, int]]:
    """Return the slots (weekday, hour) in whose `ahead` hours before them nobody approves.

    Without a timing plan every hour at which somebody of the card is on duty is taken for a slot.
    """
    slots = timing.slots if timing and timing.slots else []
    wanted = sorted({(each.day, each.hour) for each in slots}) or [
        (day, hour) for day in range(1, 8) for hour in range(24) if facts.company.on_duty(day, hour)
    ]
    before = range(1, workflow.ahead + 1) or range(1)
    covered = {(day - 1) * 24 + hour for day, hour in workflow.covered()}
    return [
        (day, hour)
        for day, hour in wanted
        if not any(((day - 1) * 24 + hour - back) % WEEK in covered for back in before)
    ]
