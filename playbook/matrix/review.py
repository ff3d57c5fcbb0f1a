"""What is wrong with a matrix: accounts without a reason, a person, hours or an answer, and relays that add nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from playbook.facts import Facts, sample_facts
from playbook.language import Text
from playbook.matrix.alike import alike
from playbook.matrix.held import unlike_stances
from playbook.matrix.names import account_said, accounts_said
from playbook.matrix.plan import MatrixPlan, Place
from playbook.matrix.relaying import relaying
from playbook.matrix.staffing import staffing
from playbook.matrix.standing import standing
from playbook.plans import read_plan
from playbook.rules import Finding
from playbook.week import listed

REASON, KIND, ANSWERS = "matrix.fit-company", "matrix.union-of-types", "matrix.service-account-role"
SAY_WHAT_FOR = Text(
    "用一句话写它为谁做什么；写不出来，就并掉或者停掉。",
    "Write in a sentence what it does and for whom; if nothing comes to mind, merge it or close it.",
)
SAY_WHY_APART = Text(
    "业务线长、有子品牌、有一家门店、有一件专门的事，都是另开账号的理由。写明是哪一样，哪一样也不是就并掉。",
    "A long line of goods, a sub-brand, a store or a job of its own is a reason for a further account. Write which it "
    "is; if it is none of these, merge the account.",
)
CHOOSE_KIND = Text(
    "在十四类里选最近的一类：类别说明它做什么、该由谁认证。",
    "Choose the nearest of the fourteen kinds: the kind tells what it does and whose verification it needs.",
)
WHO_ANSWERS = Text(
    "写明由哪个账号来答；自己答的，写它自己。",
    "Name the account that answers; if it answers for itself, name itself.",
)
ANSWER_ELSEWHERE = Text(
    "换一个保留的、排了时间的账号，或者给它排上时间。",
    "Choose an account that is kept and has hours, or give this one hours.",
)

ANSWER_ONE = Text(
    "定一个账号来答，把它的“咨询投诉”改成“自己答”。",
    "Decide which of them answers, and set its “Questions to” to “answered here”.",
)


def review(plan: MatrixPlan, facts: Facts) -> list[Finding]:
    """Find what is wrong with the accounts and relays in a plan; an account that has no place yet is not missed.

    A finding's `at` names accounts by id, and relays as "by>of". Of accounts to be merged or closed only relays and
    hand-offs are told. What the data do not hold (followers, relays, the editorial log) is not judged.
    """
    return [
        *_reasons(plan, facts),
        *_hand_offs(plan, facts),
        *staffing(plan, facts),
        *standing(plan, facts),
        *alike(plan, facts),
        *relaying(plan, facts),
        *unlike_stances(plan, facts),
    ]


def review_account(plan: MatrixPlan, account: str, facts: Facts) -> list[Finding]:  # noqa: ARG001 - as in every system
    """Return the findings on the whole matrix: it belongs to the company, not to one account."""
    return review(plan, facts)


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`) against the sample company."""
    return review(read_plan(MatrixPlan, example), sample_facts())


def _reasons(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """What it is for, what is only there, and which kind it is; a single account has everything to itself."""
    yield from _missing(
        [place for place in plan.kept if not place.purpose.strip()], facts, REASON, SAY_WHAT_FOR,
        Text("没有写是做什么用的：{where}。", "Nothing says what these are for: {where}."),
    )  # fmt: skip
    if len(plan.kept) > 1:
        yield from _missing(
            [place for place in plan.kept if not place.only_here.strip()], facts, REASON, SAY_WHY_APART,
            Text(
                "没有写读者在这里能找到、在公司别的账号上找不到什么：{where}。",
                "Nothing says what readers find on these and on no other account of ours: {where}.",
            ),
        )  # fmt: skip
    yield from _missing(
        [place for place in plan.kept if place.kind is None], facts, KIND, CHOOSE_KIND,
        Text("没有选类别：{where}。", "No kind is chosen for {where}."),
    )  # fmt: skip


def _hand_offs(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Who answers the questions and complaints that arrive on each account that is kept?"""
    without = [place for place in plan.kept if not place.hand_off]
    if len(without) == len(plan.kept) > 1:
        said = Text(
            "{count} 个账号，没有一个写明咨询和投诉由谁来答。",
            "{count} accounts, and none of them says who answers questions and complaints.",
        )
        at = tuple(place.account for place in without)
        yield Finding(ANSWERS, said.format(count=len(without)), WHO_ANSWERS, at)
    else:
        yield from _missing(
            without, facts, ANSWERS, WHO_ANSWERS,
            Text("没有写咨询和投诉由谁来答：{where}。", "Nothing says who answers questions sent to {where}."),
        )  # fmt: skip
    nobody = [place for place in plan.kept if place.hand_off and not _answers(plan, place.hand_off)]
    if nobody:
        said = Text(
            "咨询和投诉交给了不保留或者没有排时间的账号：{where}。",
            "Questions and complaints go to an account that is not kept or has no hours: {where}.",
        )
        where = listed(account_said(facts, each.account) + Text(" 交给 ", " to ") + account_said(facts, each.hand_off)
                       for each in nobody)  # fmt: skip
        at = tuple(place.account for place in nobody)
        yield Finding(ANSWERS, said.format(where=where), ANSWER_ELSEWHERE, at)
    circle = [place for place in plan.kept if place not in nobody and _goes_round(plan, place.account)]
    if circle:
        said = Text(
            "咨询和投诉转来转去，没有一个账号自己答：{where}。",
            "Questions and complaints go round and no account answers them: {where}.",
        )
        where = accounts_said(facts, [place.account for place in circle])
        yield Finding(ANSWERS, said.format(where=where), ANSWER_ONE, tuple(place.account for place in circle))


def _goes_round(plan: MatrixPlan, account: str) -> bool:
    """Tell whether what arrives on an account comes back to one that has passed it on already."""
    passed: list[str] = []
    while account and account not in passed:
        passed.append(account)
        account = plan.of(account).hand_off
    return bool(account) and account != passed[-1]


def _answers(plan: MatrixPlan, account: str) -> bool:
    place = plan.of(account)
    return place.fate == "keep" and place.hours > 0


def _missing(places: list[Place], facts: Facts, rule_id: str, mend: Text, said: Text) -> Iterator[Finding]:
    accounts = [place.account for place in places]
    if accounts:
        yield Finding(rule_id, said.format(where=accounts_said(facts, accounts)), mend, tuple(accounts))
