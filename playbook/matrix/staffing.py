"""Does every account that is kept have somebody, and do the hours planned for it fit into the hours on duty?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from playbook.company import Company
from playbook.facts import Facts
from playbook.language import Text, join, same
from playbook.matrix.names import SHOWN, account_said, accounts_said, person_said
from playbook.matrix.plan import MatrixPlan, Place
from playbook.rules import Finding
from playbook.week import listed

OWNER, HOURS = "matrix.owner-named", "matrix.staff-hours"
NAME_ONE = Text(
    "从公司卡上选一个人；没有人能管，就把账号并掉或者停掉。",
    "Choose a person of the company card; if nobody can take it, merge the account or close it.",
)
ADD_TO_CARD = Text(
    "先把这个人写进公司卡，或者换一个卡上有的人。",
    "Put them on the company card first, or choose somebody who is on it.",
)
SET_HOURS = Text(
    "写下一周拿得出几个小时；一个小时也拿不出，就把账号并掉或者停掉。",
    "Write how many hours a week it can have; if there are none, merge the account or close it.",
)
SHIFT_WORK = Text(
    "把一个账号交给别人，少排几个小时，或者在公司卡上多排值班。",
    "Give one of the accounts to somebody else, plan fewer hours, or put more duty on the card.",
)
FEWER_ACCOUNTS = Text(
    "并掉或者停掉一个账号，少排几个小时，或者多排人手：换谁来管都不够。",
    "Merge or close an account, plan fewer hours, or add people: no other owner would make them fit.",
)
FILL_CARD = Text("先在公司卡里排好谁什么时候值班。", "First say on the company card who is on duty when.")


def duty_of(company: Company) -> dict[str, int]:
    """Return each person's hours on duty in a week, by id; shifts that overlap count once."""
    return {
        person.id: len({(day, hour) for one in person.duty for day in one.days for hour in range(one.start, one.end)})
        for person in company.people
    }


def staffing(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Find accounts that nobody answers for or has time for, and hours that do not fit into the hours on duty."""
    yield from _owners(plan, facts)
    idle = [place.account for place in plan.kept if place.hours == 0]
    if idle:
        said = Text("一个小时也没有排：{where}。", "No hours a week are set aside for {where}.")
        yield Finding(HOURS, said.format(where=accounts_said(facts, idle)), SET_HOURS, tuple(idle))
    wanted = sum(place.hours for place in plan.kept)
    if wanted and not facts.company.staffed:
        said = Text(
            "保留的账号一周要 {wanted} 小时，公司卡上还没有人值班，够不够答不了。",
            "The accounts kept want {wanted} hours a week; nobody is on duty on the card yet, so nobody can "
            "tell whether they fit.",
        )
        yield Finding(HOURS, said.format(wanted=hours_said(wanted)), FILL_CARD)
    elif wanted:
        yield from _too_many(plan, facts, wanted)


def hours_said(hours: float) -> str:
    """Return hours with a decimal only where there is one."""
    return f"{hours:.1f}".removesuffix(".0")


def _owners(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    known = {person.id for person in facts.company.people}
    without = [place.account for place in plan.kept if not place.owner]
    if without:
        said = Text("没有人负责：{where}。", "Nobody answers for {where}.")
        yield Finding(OWNER, said.format(where=accounts_said(facts, without)), NAME_ONE, tuple(without))
    unknown = [place for place in plan.kept if place.owner and place.owner not in known]
    if unknown:
        who = join([account_said(facts, each.account) + _in_brackets(each.owner) for each in unknown])
        said = Text("公司卡上没有负责的这个人：{who}。", "The company card does not know who answers for {who}.")
        yield Finding(OWNER, said.format(who=who), ADD_TO_CARD, tuple(each.account for each in unknown))


def _too_many(plan: MatrixPlan, facts: Facts, wanted: float) -> Iterator[Finding]:
    """Hold each person's accounts against their own hours, and all of them against everybody's."""
    duty = duty_of(facts.company)
    for person, places in _by_owner(plan).items():
        hours = sum(place.hours for place in places)
        if person in duty and hours > duty[person]:
            said = Text(
                "{name}负责的账号一周要 {hours} 小时（{parts}），值班只有 {duty} 小时。",
                "The accounts that {name} answers for want {hours} hours a week ({parts}), and {name} is on duty "
                "for {duty}.",
            )
            parts = [account_said(facts, each.account) + Text(" ", " ") + _hours(each) for each in places if each.hours]
            filled = said.format(
                name=person_said(facts, person),
                hours=hours_said(hours),
                parts=listed(parts, SHOWN, "个"),
                duty=duty[person],
            )
            yield Finding(HOURS, filled, SHIFT_WORK, tuple(each.account for each in places))
    if wanted > sum(duty.values()):
        said = Text(
            "保留的账号一周一共要 {wanted} 小时，所有人值班加起来 {duty} 小时。",
            "Together the accounts kept want {wanted} hours a week, and everybody’s hours on duty come to {duty}.",
        )
        yield Finding(HOURS, said.format(wanted=hours_said(wanted), duty=sum(duty.values())), FEWER_ACCOUNTS)


def _by_owner(plan: MatrixPlan) -> dict[str, list[Place]]:
    owned: dict[str, list[Place]] = defaultdict(list)
    for place in plan.kept:
        owned[place.owner].append(place)
    return owned


def _hours(place: Place) -> Text:
    return same(hours_said(place.hours))


def _in_brackets(word: str) -> Text:
    return Text(f"（{word}）", f" ({word})")
