"""What an account tells the public of itself: how it is verified, how many there are, and whose it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text, join
from playbook.matrix.kinds import KINDS, Kind, Verified
from playbook.matrix.names import account_said, accounts_said, person_said
from playbook.matrix.plan import MatrixPlan, Place
from playbook.rules import Finding, rule

VERIFIED, NUMBER = "matrix.name-and-verification", "matrix.two-accounts-a-company"
IN_PERSON: tuple[Kind, ...] = ("leader", "employee", "internal-expert")  # they speak as themselves
WHOSE: dict[Verified, Text] = {
    "company": Text("公司认证", "the company’s"),
    "person": Text("个人认证", "a person’s own"),
    "none": Text("没有认证", "none"),
}
APPLY = Text(
    "公司的账号申请公司认证，以本人身份说话的申请个人认证；认证没有下来，读者分不出真假。",
    "Apply for the company’s verification, or for a person’s own where somebody speaks in person; until then readers "
    "cannot tell it from an imitation.",
)
MATCH = Text(
    "把认证改成和类别相合的，或者改类别：谁说话，就由谁认证。",
    "Change the verification to suit the kind, or change the kind: whoever speaks is the one to be verified.",
)
ASK = Text(
    "先问平台一家公司可以有几个，问到了再勾选“问过平台”；多出来的每一个都写明为什么要有，写不出来就并掉。",
    "Ask the platform how many a company may have, and tick that you did; write for each further account why it must "
    "be there, and merge it if there is no reason.",
)
ONE_EACH = Text(
    "留下一个；其余的换成真正说话的那个人，或者改成公司的账号。",
    "Keep one; give each of the others to the person who really speaks there, or make it the company’s account.",
)
SAY_SO = Text(
    "在名字、简介或认证说明里写明和公司的关系，写好了再勾选。装作不相干的人来说好话，会使人误解。",
    "Say in the name, the profile or the verification how it belongs to the company, and tick it then. Praise from "
    "somebody who seems to have no part in the company misleads.",
)
LABEL_CLUB = Text(
    "在名字或简介里写明是公司办的；不愿意写，就交给真正的读者去办。",
    "Say in its name or profile that the company runs it; if you would rather not, leave it to real readers.",
)


def standing(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """Find accounts wrongly verified, more of them than the notice has, and any that hide whose they are."""
    yield from _verification(plan, facts)
    yield from _company_accounts(plan, facts)
    yield from _persons_accounts(plan, facts)
    yield from _hidden(plan, facts)


def _verification(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    without = [place.account for place in plan.kept if place.verified == "none"]
    if without:
        said = Text("还没有认证：{where}。", "Not verified yet: {where}.")
        yield Finding(VERIFIED, said.format(where=accounts_said(facts, without)), APPLY, tuple(without))
    unlike = [place for place in plan.kept if place.verified != "none" and not _suits(place)]
    if unlike:
        said = Text("认证和类别不合：{where}。", "The verification does not suit the kind: {where}.")
        where = join([_unlike(place, facts) for place in unlike], "；", "; ")
        yield Finding(VERIFIED, said.format(where=where), MATCH, tuple(each.account for each in unlike))


def _suits(place: Place) -> bool:
    return place.kind is None or KINDS[place.kind].verified == place.verified


def _unlike(place: Place, facts: Facts) -> Text:
    if place.kind is None:
        return account_said(facts, place.account)
    said = Text("{account}（{kind}，现在是{now}，应是{wanted}）", "{account} ({kind}: has {now}, wants {wanted})")
    kind = KINDS[place.kind]
    return said.format(
        account=account_said(facts, place.account),
        kind=kind.name,
        now=WHOSE[place.verified],
        wanted=WHOSE[kind.verified],
    )


def _company_accounts(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    most = rule(NUMBER).values["company"]
    ours = [place.account for place in plan.kept if place.verified == "company"]
    if len(ours) > most and not plan.platform_asked:
        said = Text(
            "保留的账号里有 {count} 个是公司认证：{where}。通知要求平台照“一人一号、一企两号”管；"
            "微博给一家公司几个，没有查到公布的数。",
            "{count} of the accounts kept have the company’s verification: {where}. The notice has platforms keep to "
            "one account a person and two a company; we found no published number for Weibo.",
        )
        filled = said.format(count=len(ours), where=accounts_said(facts, ours))
        yield Finding(NUMBER, filled, ASK, tuple(ours))


def _persons_accounts(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    most = rule(NUMBER).values["person"]
    owned: dict[str, list[str]] = defaultdict(list)
    for place in plan.kept:
        if place.kind in IN_PERSON and place.owner:
            owned[place.owner].append(place.account)
    for person, accounts in owned.items():
        if len(accounts) > most:
            said = Text(
                "{name}一个人以本人身份管着 {count} 个账号：{where}。",
                "{name} speaks in person on {count} accounts: {where}.",
            )
            filled = said.format(
                name=person_said(facts, person), count=len(accounts), where=accounts_said(facts, accounts)
            )
            yield Finding(NUMBER, filled, ONE_EACH, tuple(accounts))


def _hidden(plan: MatrixPlan, facts: Facts) -> Iterator[Finding]:
    """People of the company, and its fan club, who do not say so; each is told once, by the rule that names it."""
    silent = [place for place in plan.kept if not place.says_whose]
    persons = [place.account for place in silent if place.kind in IN_PERSON]
    if persons:
        said = Text("没有写明是公司的人：{where}。", "Nothing says that the company’s own people speak here: {where}.")
        yield Finding("matrix.says-whose", said.format(where=accounts_said(facts, persons)), SAY_SO, tuple(persons))
    clubs = [place.account for place in silent if place.kind == "fan-club"]
    if clubs:
        said = Text(
            "粉丝团没有写明是公司办的：{where}。", "The fan club does not say that the company runs it: {where}."
        )
        yield Finding(
            "matrix.additional-types", said.format(where=accounts_said(facts, clubs)), LABEL_CLUB, tuple(clubs)
        )
