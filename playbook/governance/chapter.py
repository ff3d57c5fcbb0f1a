"""The handbook’s chapter on governance: the team, who may do what, how a post goes out, and what is rewarded."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.fields import Names, people
from playbook.governance.chapter_flow import covers, kinds, moves
from playbook.governance.form_words import HEADS, LABELS
from playbook.governance.keys import MAY, LeaveStep
from playbook.governance.people import Member
from playbook.governance.picture import lasting
from playbook.governance.plan import GovernancePlan
from playbook.governance.rewarding import Scheme
from playbook.governance.words import ACTS, GUARDS, MODES, RIGHTS, ROLES, SYSTEMS, WHOSE
from playbook.handbook.blocks import Block, Chapter, Listing, Para, Words
from playbook.handbook.laid import card_order, chapter_of
from playbook.handbook.parts import field_said, told
from playbook.handbook.said import (
    account,
    amount,
    capital,
    chosen,
    day,
    decisions,
    line,
    percent,
    several,
    still_open,
    table,
    who,
    yes,
)  # fmt: skip
from playbook.language import Text, join, same
from playbook.metrics.measures import MEASURES
from playbook.persons import NOBODY, person

TITLE = Text("分工与流程", "Governance")
TEAM, KEYS, LANES, STEPS, COVERS, REWARDED, SCHEME = (
    Text("队里有谁", "The team"), Text("谁在哪个账号上能做什么", "Who may do what on which account"),
    Text("哪一类稿子走哪条道", "Which draft takes which lane"), Text("一条微博怎么发出去", "How a post goes out"),
    Text("谁什么时候能批", "Who can approve when"), Text("奖励看哪几项", "What is rewarded"),
    Text("怎么算，先查什么，什么永远不算", "How it adds up, what is checked, what never counts"),
)  # fmt: skip
ACCOUNT, TWO_STEPS = Text("账号", "Account"), Text("登录要第二步", "Second step at login")
ONE_KEY_EACH = Text(
    "表里没有名字的格，谁都不能做。要多一把钥匙，先改计划。",
    "Where a cell has no name, nobody may. Whoever needs another key changes the plan first.",
)
LEAVE = Text("从最后一天下班算起，照着做，做完打勾。", "Count from the end of the last day, and tick each off.")
WITHIN, AT_ONCE, BY = Text("{time}内", "within {time}: "), Text("当时就", "at once: "), Text("：", ", ")
NO_COMMISSION = Text("不提成", "none")
ANSWERED, TAKEN = Text("多久答", "Answers within"), Text("多久以内", "Within")
HOUR = 60  # minutes


def chapter(plan: GovernancePlan, facts: Facts) -> Chapter:
    """Return the chapter, from the people over the keys and the workflow to the scheme."""
    flow = plan.workflow
    parts = [
        (TEAM, _team(plan, facts)),
        (HEADS["roles"], _roles(plan, facts)),
        (HEADS["systems"], _systems(plan, facts)),
        (HEADS["training"], _training(plan)),
        (KEYS, _keys(plan, facts)),
        (HEADS["leaving"], _leaving(plan, facts)),
        (HEADS["lockout"], _lockout(plan, facts)),
        (LANES, kinds(flow)),
        (STEPS, moves(plan, facts)),
        (COVERS, covers(flow, facts)),
        (HEADS["departments"], _departments(plan, facts)),
        (HEADS["handovers"], _handovers(plan, facts)),
        (REWARDED, _rewards(plan.scheme)),
        (SCHEME, _scheme(plan.scheme)),
    ]
    return chapter_of(plan, TITLE, parts)


def _team(plan: GovernancePlan, facts: Facts) -> list[Block]:
    """Return the team, those who left last, and why it is enough."""
    rows = [_member(each, facts) for each in sorted(plan.members, key=lambda each: each.left)]
    names = ("who", "mode", "hours", "until", "left", "hidden")
    why = [Para(line(LABELS["staff_why"], plan.staff_why.strip()))] if plan.staff_why.strip() else []
    return [*table([LABELS[each] for each in names], rows, numbers=[2]), *why]


def _member(each: Member, facts: Facts) -> tuple[Text | str, ...]:
    mode, hours = chosen(MODES, each.mode), amount(each.hours) if each.hours else ""
    return who(each.who, facts), mode, hours, day(each.until), yes(each.left), yes(each.hidden)


def _roles(plan: GovernancePlan, facts: Facts) -> list[Block]:
    rows = [(chosen(ROLES, each.role), who(each.who, facts), who(each.deputy, facts)) for each in plan.roles]
    missing = [said for role, said in ROLES.items() if rows and role not in {each.role for each in plan.roles}]
    return [*table([LABELS[each] for each in ("role", "who", "deputy")], rows), *still_open(missing)]


def _systems(plan: GovernancePlan, facts: Facts) -> list[Block]:
    rows = [
        (chosen(SYSTEMS, each.system), who(each.owner, facts), who(each.deputy, facts), each.written.strip())
        for each in plan.systems
    ]
    missing = [said for name, said in SYSTEMS.items() if rows and name not in {each.system for each in plan.systems}]
    return [*table([LABELS[each] for each in ("system", "owner", "deputy", "written")], rows), *still_open(missing)]


def _training(plan: GovernancePlan) -> list[Block]:
    names = {"platform": 200, "in_house": 200, "check": None}
    return decisions(told(plan.training, {name: (LABELS[name], kind) for name, kind in names.items()}))


def _keys(plan: GovernancePlan, facts: Facts) -> list[Block]:
    """Return a row an account and a column a right, with the people in the cells."""
    rows = [
        (account(each, facts), *(_holding(plan, each, right, facts) for right in MAY), yes(each in plan.two_steps))
        for each in card_order([*(key.account for key in plan.keys if key.may), *plan.two_steps], facts)
    ]
    heads = (ACCOUNT, *(RIGHTS[right] for right in MAY), TWO_STEPS)
    return [Para(ONE_KEY_EACH), *table(heads, rows)] if rows else []


def _holding(plan: GovernancePlan, account_id: str, right: str, facts: Facts) -> Text:
    return join([person(each.who, facts) for each in plan.keys if each.account == account_id and right in each.may])


def _leaving(plan: GovernancePlan, facts: Facts) -> list[Block]:
    begun = [each for each in plan.leaving if each.act or each.by.strip()]
    steps = [_leave_step(each, facts) for each in sorted(begun, key=lambda each: each.within)]
    return [Para(LEAVE), Listing(steps, ordered=True, boxes=True)] if steps else []


def _leave_step(each: LeaveStep, facts: Facts) -> Words:
    within = WITHIN.format(time=lasting(each.within * HOUR)) if each.within else AT_ONCE
    return capital(within + (ACTS[each.act] if each.act else NOBODY) + BY + person(each.by, facts))


def _lockout(plan: GovernancePlan, facts: Facts) -> list[Block]:
    lock, names = plan.lockout, people(facts.company)
    return decisions(
        told(
            lock,
            {
                "call": (LABELS["call"], names),
                "deputy": (LABELS["lock_deputy"], names),
                "proof": (LABELS["proof"], None),
                "where": (LABELS["where"], None),
                "meanwhile": (LABELS["meanwhile"], None),
            },
        )
    )


def _departments(plan: GovernancePlan, facts: Facts) -> list[Block]:
    rows = [
        (
            each.name.strip(),
            who(each.contact, facts),
            each.asks.strip(),
            lasting(each.within * HOUR) if each.within else same(""),
        )
        for each in plan.departments
    ]
    return table([*(LABELS[each] for each in ("name", "contact", "asks")), ANSWERED], rows)


def _handovers(plan: GovernancePlan, facts: Facts) -> list[Block]:
    """Return what passes from whom to whom: people and accounts of the card by name, others as they are written."""
    names = Names({f"@{each.name}": each.id for each in facts.company.accounts} | people(facts.company))
    rows = [
        (
            each.what.strip(),
            field_said(names, each.source),
            field_said(names, each.to),
            lasting(each.within) if each.within else same(""),
            each.proof.strip(),
        )
        for each in plan.handovers
    ]
    return table((LABELS["what"], LABELS["from"], LABELS["to_whom"], TAKEN, LABELS["arrived"]), rows)


def _rewards(scheme: Scheme) -> list[Block]:
    rows = [
        (MEASURES[each.measure].name if each.measure else "", chosen(WHOSE, each.whose), str(each.weight or ""))
        for each in scheme.rewards
    ]
    return table([LABELS[each] for each in ("measure", "whose", "weight")], rows, numbers=[2])


def _scheme(scheme: Scheme) -> list[Block]:
    if scheme == Scheme(rewards=scheme.rewards):
        return []
    return decisions([
        (LABELS["formula"], scheme.formula.strip()),
        (LABELS["commission"], percent(scheme.commission) if scheme.commission else NO_COMMISSION),
        (LABELS["guards"], several(GUARDS, scheme.guards)),
        (LABELS["never"], join([MEASURES[each].name for each in scheme.never])),
        (LABELS["thanks"], scheme.thanks.strip()),
        (LABELS["review_on"], day(scheme.review_on)),
    ])  # fmt: skip
