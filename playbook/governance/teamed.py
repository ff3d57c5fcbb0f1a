"""What is wrong with the team: roles, deputies, the nine systems, how people work with us, and training."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.governance.people import RoleName, Training
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import holders, people_said, raised, team
from playbook.governance.words import ROLES, SYSTEMS
from playbook.language import Text, join
from playbook.persons import blank, person, same_person
from playbook.rules import Finding, rule

FOUR: tuple[RoleName, ...] = ("lead", "editor", "picture", "inbox")  # the article's four editors


def teamed(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the people and what they answer for; a part that is not begun is not judged."""
    yield from _members(plan, facts)
    if plan.roles:
        yield from _roles(plan, facts)
    if plan.systems:
        yield from _systems(plan, facts)
    yield from _trained(plan)


def _members(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    named = [each for each in plan.members if not blank(each.who)]
    open_ones = [each.who for each in named if not each.left and (each.mode is None or each.hours == 0)]
    if open_ones:
        said = Text("没有写怎么用人、一周几小时：{who}。", "Terms or weekly hours are missing for {who}.")
        mend = Text("写明全职、兼职还是服务机构，一周几小时。", "Say full-time, part-time or agency, and hours a week.")
        yield raised("running-modes", said, mend, "members", who=people_said(open_ones, facts))
    endless = [each.who for each in named if each.mode == "agency" and each.until is None and not each.left]
    if endless:
        said = Text("服务机构没有写合同到哪天：{who}。", "The contract of {who} has no end written down.")
        mend = Text("写上到期日；到那天，权限一起收回。", "Enter the day it ends; on that day the rights end too.")
        yield raised("agency-ends", said, mend, "members", who=people_said(endless, facts))
    hidden = [each.who for each in named if each.hidden]
    if hidden:
        said = Text(
            "{who}用自己的账号替公司说话，没有写明是公司的人。",
            "{who}: speaks for us from a private account without saying so.",
        )
        mend = Text(
            "在资料和微博里写明是公司的人；不愿写的，就别替公司说话。",
            "Say so in the profile and in the post; whoever will not, does not speak of us.",
        )
        yield raised("hidden-team-as-fans", said, mend, "members", who=people_said(hidden, facts))
    yield from _enough(plan, facts)


def _enough(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    people, accounts = len(team(plan, facts)), len(facts.company.accounts)
    values = rule("governance.staff-per-account").values
    if people and not values["people_min"] <= people / accounts <= values["people_max"] and blank(plan.staff_why):
        said = Text(
            "{people} 个人、{accounts} 个账号，每个账号 {share:.1f} 个人，没有写为什么够（或者为什么要这么多）。",
            "People: {people}; accounts: {accounts}; that is {share:.1f} to an account, and nothing says why.",
        )
        mend = Text(
            "写一句理由，按小时算；或者加人，或者停号。", "Say why, in hours; or add people, or close accounts."
        )
        values = {"people": people, "accounts": accounts, "share": people / accounts}
        yield raised("staff-per-account", said, mend, "members", **values)


def _roles(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    filled = [each for each in plan.roles if each.role and not blank(each.who)]
    least = rule("governance.needs-a-team").values["roles"]
    if len({each.role for each in filled}) < least:
        said = Text("有人担任的角色不到 {least} 个。", "Fewer than {least} roles are filled.")
        mend = Text(
            "至少写两个：写的人，和看的人。人少时一个人可以担几个。",
            "Two at least: who writes, and who looks. With few people, one may hold several.",
        )
        yield raised("needs-a-team", said, mend, "roles", least=least)
    missing = [ROLES[role] for role in FOUR if not holders(plan, role)]
    if missing:
        said = Text("这些角色没有人：{roles}。", "Nobody is named for {roles}.")
        mend = Text("写上名字；一个人可以担几个。", "Name somebody; one person may hold several.")
        yield raised("editorial-team-roles", said, mend, "roles", roles=join(missing))
    for each in filled:
        role = ROLES[each.role] if each.role else Text("", "")
        yield from _deputy(role, each.who, each.deputy, facts, "roles")
    yield from _own_post(plan, facts)


def _own_post(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    """Where there are two, whoever writes does not approve."""
    both = [
        who for who in holders(plan, "approver") if any(same_person(who, one, facts) for one in holders(plan, "editor"))
    ]
    if both and len(team(plan, facts)) != 1:
        said = Text("{who}又写稿又审稿：自己的稿自己批。", "{who}: writes and approves, and so passes their own posts.")
        mend = Text("换一个人审；写的人看不见自己的错。", "Let somebody else approve; nobody sees their own slips.")
        yield raised("author-not-approver", said, mend, "roles", who=people_said(both, facts))


def _deputy(what: Text, who: str, deputy: str, facts: Facts, at: str) -> Iterator[Finding]:
    """A deputy is there, and is somebody else."""
    mend = Text("另写一个人，写他也做得了的。", "Name somebody else, who can do it.")
    if blank(who):
        return
    if blank(deputy):
        said = Text("“{what}”是{who}，没有写谁替。", "“{what}”: {who}, with nobody to stand in.")
        yield raised("deputy-is-another", said, mend, at, what=what, who=person(who, facts))
    elif same_person(who, deputy, facts):
        said = Text("“{what}”：替{who}的还是{who}。", "“{what}”: {who} is to stand in for {who}.")
        yield raised("deputy-is-another", said, mend, at, what=what, who=person(who, facts))


def _systems(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    whole = {each.system for each in plan.systems if not blank(each.owner) and not blank(each.written)}
    missing = [said for name, said in SYSTEMS.items() if name not in whole]
    if missing:
        said = Text("九套里这几套没有人管，或者没有写在哪里：{which}。",
                    "Of the nine, these have no owner, or are not written down anywhere: {which}.")  # fmt: skip
        mend = Text("每套写一个人、一个写着它的地方（哪份计划）。", "Give each an owner and a place (which plan).")
        yield raised("nine-management-systems", said, mend, "systems", which=join(missing))
    for each in plan.systems:
        if each.system:
            yield from _deputy(SYSTEMS[each.system], each.owner, each.deputy, facts, "systems")


def _trained(plan: GovernancePlan) -> Iterator[Finding]:
    training = plan.training
    if training == Training():
        return
    lacks = [
        text
        for there, text in (
            (training.platform > 0, Text("平台培训几小时", "hours of the platform’s courses")),
            (training.in_house > 0, Text("企业内部培训几小时", "hours of our own")),
            (not blank(training.check), Text("怎么看出会了", "how we see that it worked")),
        )
        if not there
    ]
    if lacks:
        said = Text("新人的培训还缺：{lacks}。", "The training of newcomers lacks {lacks}.")
        mend = Text("三样都写上；会了，才给发布权限。", "Settle all three; the right to post comes after.")
        yield raised("training-sources", said, mend, "training", lacks=join(lacks))
