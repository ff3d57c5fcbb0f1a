"""Has everybody who is needed a deputy, can they be reached while we watch, and does the plan belong to the company?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import is_begun, raised
from playbook.crisis.responding import Role
from playbook.crisis.words import DUTIES, level_said
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.persons import blank, on_card, person, same_person
from playbook.rules import Finding, rule
from playbook.week import listed, moment

FILLED, DEPUTY, REACHED, NIGHT = "roles-filled", "deputy-is-another", "reached-when-watched", "reached-at-night"
NORM, COMPANY, STRATEGIC = "standard-response-norm", "part-of-company-pr", "strategic-level"
ANOTHER = Text("另定一个人。", "Name somebody else.")


def watch_staffed(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    """Find watched hours without a watcher, and a watcher or an alarm without a deputy."""
    watch, alarm = plan.watch, plan.alarm
    yield from _deputy(Text("盯的人", "the watch"), watch.owner, watch.deputy, facts, "watch.deputy")
    yield from _deputy(Text("夜里叫的人", "the alarm"), alarm.told, alarm.deputy, facts, "alarm.deputy")
    if not blank(watch.owner):
        yield from _absent(Text("盯的人", "the watch"), (watch.owner, watch.deputy), plan, facts, "watch.owner")


def staffed(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    """Find duties without people, people without deputies, and a norm without a place in the company."""
    if not is_begun(plan):
        return
    yield from _filled(plan)
    for role in plan.roles:
        if role.duty:
            yield from _deputy(DUTIES[role.duty], role.who, role.deputy, facts, "roles")
    for level in plan.levels:
        if not level.silent and not blank(level.stands_in):  # of an empty one the sheet says that it is missing
            yield from _deputy(level_said(plan, level), level.decides, level.stands_in, facts, "levels")
    yield from _reached(plan, facts)
    yield from _at_night(plan)
    yield from _norm(plan)


def _filled(plan: CrisisPlan) -> Iterator[Finding]:
    held = [each.duty for each in plan.roles if not blank(each.who)]
    count = held.count("coordinator")
    if count != 1:
        said = Text(
            "总协调要正好一个人，现在有 {count} 个。", "There must be exactly one coordinator; there are {count}."
        )
        mend = Text("定一个人统一口径，别人照着说。", "Name one, whose wording everybody else follows.")
        yield raised("single-coordinator", said, mend, "roles", count=count)
    empty = [said for duty, said in DUTIES.items() if duty not in held and duty != "coordinator"]
    if empty:
        said = Text("没有人担任：{duties}。", "Nobody has the duty of: {duties}.")
        mend = Text("一个人可以担两样，总要写上名字。", "One person may have two duties; but name them.")
        yield raised(FILLED, said, mend, "roles", duties=join(empty))


def _deputy(what: Text, who: str, deputy: str, facts: Facts, at: str) -> Iterator[Finding]:
    """A deputy is there, and is somebody else."""
    if blank(who):
        return
    if blank(deputy):
        said = Text("{what}是{who}，没有写谁替。", "{what}: {who}, with nobody to stand in.")
        yield raised(DEPUTY, said, ANOTHER, at, what=what, who=person(who, facts))
    elif same_person(who, deputy, facts):
        said = Text("{what}：替{who}的还是{who}。", "{what}: the deputy is the same person, {who}.")
        yield raised(DEPUTY, said, ANOTHER, at, what=what, who=person(who, facts))


def _reached(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    watch, needed = plan.watch, rule(f"crisis.{REACHED}").values["duties"]
    for each in plan.roles:
        if each.duty is None or blank(each.who) or not watch.hours:
            continue
        if not _spans(each, watch.start, watch.end):
            said = Text(
                "{duty}{who}：找得到的钟点没有盖住盯的钟点（{start} 点到 {end} 点）。",
                "{duty}, {who}: not to be reached in all watched hours ({start}:00 to {end}:00).",
            )
            mend = Text("放长找得到的钟点，或者换一个人。", "Lengthen the hours, or name somebody else.")
            values = {"start": watch.start, "end": watch.end, "duty": DUTIES[each.duty], "who": person(each.who, facts)}
            yield raised(REACHED, said, mend, "roles", **values)
        if each.duty in needed:
            yield from _absent(DUTIES[each.duty], (each.who, each.deputy), plan, facts, "roles")


def _at_night(plan: CrisisPlan) -> Iterator[Finding]:
    """Of the hours of the night there is none in which nobody can be called, by a role or by the alarm."""
    named = [each for each in plan.roles if not blank(each.who)]
    rings = not blank(plan.alarm.told) and plan.alarm.by in ("phone", "chat")
    first, last = rule(f"crisis.{NIGHT}").values["hours"]
    alone = [hour for hour in range(first, last) if not any(_covers(each, hour) for each in named)]
    if not named or rings or not alone:  # of a plan without people the roles say so
        return
    said = Text(
        "夜里 {first}—{last} 点没有一个角色找得到。", "Between {first}:00 and {last}:00 no role can be reached."
    )
    mend = Text("写夜里打谁的电话，他不接打给谁。", "Write whom to phone at night, and whom next.")
    ends = next((hour for hour in range(alone[0], last) if hour not in alone), last)
    yield raised(NIGHT, said, mend, "roles", first=alone[0], last=ends)


def _covers(role: Role, hour: int) -> bool:
    """Tell whether a role can be reached in an hour; from 22 to 6 is the night."""
    through = role.start <= hour or hour < role.end
    return role.start <= hour < role.end if role.start <= role.end else through


def _spans(role: Role, start: int, end: int) -> bool:
    return role.start <= start and role.end >= end


def _absent(what: Text, two: tuple[str, str], plan: CrisisPlan, facts: Facts, at: str) -> Iterator[Finding]:
    """Yield the watched hours at which neither of two is on duty; without a staffed card that cannot be told."""
    who, people = two[0], {known for each in two if (known := on_card(each, facts))}
    if not facts.company.staffed:
        return
    if not people:
        said = Text(
            "{what}：{who}不在公司卡上，替的人也不在，几点在不知道。",
            "{what}: neither {who} nor a deputy is on the company card, so their hours are not known.",
        )
        mend = Text("从公司卡上选人，或者先把人写上公司卡。", "Name somebody of the card, or enter them there first.")
        yield raised(REACHED, said, mend, at, what=what, who=person(who, facts))
        return
    gaps = [
        moment(day, hour)
        for day, hour in plan.watch.hours
        if not people & {each.id for each in facts.company.on_duty(day, hour)}
    ]
    if gaps:
        said = Text(
            "{what}：这些钟点在盯，{who}和替的人都不值班：{hours}。",
            "{what}: at these watched hours neither {who} nor the deputy is on duty: {hours}.",
        )
        mend = Text(
            "改盯的钟点，或者换一个那时在班的人。", "Change the watched hours, or name somebody who is there then."
        )
        yield raised(REACHED, said, mend, at, what=what, who=person(who, facts), hours=listed(gaps, measure="个钟点"))


def _norm(plan: CrisisPlan) -> Iterator[Finding]:
    norm = plan.norm
    if blank(norm.version) or blank(norm.owner):
        said = Text("预案没有版本，或者没有人管。", "The norm has no version, or nobody keeps it.")
        yield raised(NORM, said, Text("写上版本和管的人。", "Enter both."), "norm.version")
    if blank(norm.procedure) or blank(norm.contact):
        said = Text(
            "没有写归公司哪一套公关办法，找谁。",
            "Nothing says which procedure of the company it belongs to, and whom to call.",
        )
        yield raised(
            COMPANY, said, Text("写上办法的名字和联系的人。", "Enter its name and a contact."), "norm.procedure"
        )
    if blank(norm.approved_by) or norm.approved_on is None:
        said = Text("没有管理层点头：谁批的，哪天批的。", "The management has not approved it: who did, and when?")
        yield raised(
            STRATEGIC, said, Text("请负责人批，写上日子。", "Have it approved, and enter the day."), "norm.approved_by"
        )
