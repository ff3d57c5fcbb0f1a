"""What is wrong with the permission table, with what is done when somebody leaves, and when nobody can log in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from playbook.facts import Facts
from playbook.governance.keys import MAY, LeaveAct, Lockout, May
from playbook.governance.plan import GovernancePlan
from playbook.governance.raised import accounts_said, people_said, raised, team
from playbook.governance.words import ACTS
from playbook.language import Text, join
from playbook.persons import blank, known_as, person, same_person
from playbook.rules import Finding, rule

NEEDED: tuple[LeaveAct, ...] = ("rights", "password", "phone", "devices")


def who_may(plan: GovernancePlan, account: str, right: May, facts: Facts) -> list[str]:
    """Return who has a right on an account, each once, by id or name."""
    held = [each for each in plan.keys if each.account == account and right in each.may and not blank(each.who)]
    return list(dict.fromkeys(known_as(each.who, facts) for each in held))


def locked(plan: GovernancePlan, away: str, facts: Facts) -> dict[May, list[str]]:
    """Return, for each right, the accounts on which nobody has it while one person is away, and somebody had before."""
    gone = known_as(away, facts)
    accounts = dict.fromkeys(each.account for each in plan.keys)
    return {right: [account for account in accounts if who_may(plan, account, right, facts) == [gone]] for right in MAY}


def logged_out(plan: GovernancePlan, away: str, facts: Facts) -> list[str]:
    """Return the accounts that nobody can log in to while one person is away, and that somebody could before."""
    gone = {known_as(away, facts)}
    accounts = dict.fromkeys(each.account for each in plan.keys)
    return [account for account in accounts if (held := can_log_in(plan, account, facts)) and held <= gone]


def codeless(plan: GovernancePlan, away: str, facts: Facts) -> list[str]:
    """Return the accounts whose code reaches nobody while one person is away, though somebody has the password."""
    gone, out = [known_as(away, facts)], logged_out(plan, away, facts)
    accounts = dict.fromkeys(each.account for each in plan.keys)
    return [each for each in accounts if who_may(plan, each, "phone", facts) == gone and each not in out]


def can_log_in(plan: GovernancePlan, account: str, facts: Facts) -> set[str]:
    """Return who knows the password of an account or has its bound phone."""
    rights: tuple[May, May] = ("password", "phone")
    return {who for right in rights for who in who_may(plan, account, right, facts)}


def keyed(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with keys, leaving and lock-out; a part that is not begun is not judged."""
    if any(each.may for each in plan.keys):
        yield from _second(plan, facts)
        yield from _one_holds_all(plan, facts)
        yield from _without_duty(plan, facts)
        yield from _left(plan, facts)
        yield from _alone(plan, facts)
        bare = [each.id for each in facts.company.accounts if each.id not in plan.two_steps]
        if bare:
            said = Text("登录只要密码，没有第二步：{which}。", "A password alone is enough to log in to {which}.")
            mend = Text("开两步验证。", "Turn on the second step.")
            yield raised("two-steps", said, mend, "two_steps", which=accounts_said(bare, facts))
    yield from _leaving(plan)
    yield from _lockout(plan, facts)


def _second(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    """Two people can log in to every account: one is ill one day."""
    few = [each.id for each in facts.company.accounts if len(can_log_in(plan, each.id, facts)) < 2]  # noqa: PLR2004 - one and another
    if few:
        said = Text("只有一个人登得上，或者没有人：{which}。", "Only one person can log in, or none: {which}.")
        mend = Text("再给一个人密码或者绑定手机，写明谁替谁。", "Give one more the password or the bound phone.")
        yield raised("second-holder", said, mend, "keys", which=accounts_said(few, facts))


def _one_holds_all(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    by = {each.id: who_may(plan, each.id, "phone", facts) for each in facts.company.accounts}
    bound = [holding for holding in by.values() if holding]
    share = rule("governance.not-all-keys").values["share"]
    who, count = Counter(holding[0] for holding in bound if len(holding) == 1).most_common(1)[0] if bound else ("", 0)
    if count > max(1, share * len(bound)):
        said = Text(
            "{count} 个账号的验证码只发到{who}的手机：这部手机一丢，换了设备就全登不上。",
            "The codes of {count} accounts go to the phone of {who} alone: without it, none opens on a new device.",
        )
        mend = Text(
            "一个人最多拿一半；分给别人，或者换成公司的号码，放在两个人拿得到的地方。",
            "Nobody holds more than half: share them out, or bind a phone of the company’s that two people can get at.",
        )
        yield raised("not-all-keys", said, mend, "keys", count=count, who=person(who, facts))


def _without_duty(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    known = team(plan, facts) | {known_as(each.who, facts) for each in plan.roles if not blank(each.who)}
    known |= {known_as(each.who, facts) for each in plan.members}  # whoever left has a finding of their own
    known |= {each.id for each in facts.company.people}
    strangers = [
        each.who for each in plan.keys if each.may and not blank(each.who) and known_as(each.who, facts) not in known
    ]
    if strangers and (plan.members or plan.roles):
        said = Text(
            "手里有权限，队伍里却没有写：{who}。",
            "These hold rights and are not in the team: {who}.",
        )
        mend = Text(
            "是自己人，写进队伍；不是，收回权限。外面的人真要用，写明做什么、到哪天。",
            "One of ours: enter them in the team. If not, take the rights back; whoever is from outside needs a duty "
            "and a last day.",
        )
        yield raised("least-rights", said, mend, "keys", who=people_said(strangers, facts))


def _left(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    gone = [each.who for each in plan.members if each.left]
    still = [each.who for each in plan.keys if each.may and any(same_person(each.who, one, facts) for one in gone)]
    if still:
        said = Text("已经离开，权限还在：{who}。", "Left, and still has rights: {who}.")
        mend = Text("今天就收回，改密码，退出其他设备。", "Take them back today, change passwords, log out devices.")
        yield raised("leaver-out", said, mend, "keys", who=people_said(still, facts))


def _alone(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    """On no account is the one who approves the only one who posts, where there are two."""
    if len(team(plan, facts)) == 1:
        return
    alone = []
    for each in facts.company.accounts:
        posting, approving = (who_may(plan, each.id, right, facts) for right in ("post", "approve"))
        if posting and not [who for who in approving if posting != [who]]:
            alone.append(each.id)
    if alone:
        said = Text("除了发的人自己，没有别人能批：{which}。", "Nobody but the one who posts can approve: {which}.")
        mend = Text("给另一个人审稿的权限。", "Let another person approve.")
        yield raised("author-not-approver", said, mend, "keys", which=accounts_said(alone, facts))


def _leaving(plan: GovernancePlan) -> Iterator[Finding]:
    if not plan.leaving:
        return
    most = rule("governance.leaving-steps").values["hours"]
    whole = {each.act for each in plan.leaving if each.within and not blank(each.by)}
    missing = [ACTS[each] for each in NEEDED if each not in whole]
    mend = Text(
        "写上几小时内、谁来做；收回的事一天之内做完。",
        "Say who, and within how many hours: a day for what is taken back.",
    )
    if missing:
        said = Text(
            "有人离开时，这几样没有人、没有时限：{which}。",
            "When somebody leaves, these have nobody or no limit: {which}.",
        )
        yield raised("leaving-steps", said, mend, "leaving", which=join(missing))
    late = [ACTS[each.act] for each in plan.leaving if each.act in NEEDED and each.within > most]
    if late:
        said = Text("这几样过了 {most} 小时才做：{which}。", "Done only after more than {most} hours: {which}.")
        yield raised("leaving-steps", said, mend, "leaving", most=most, which=join(late))


def _lockout(plan: GovernancePlan, facts: Facts) -> Iterator[Finding]:
    lockout = plan.lockout
    if lockout == Lockout():
        return
    lacks = [
        text
        for there, text in (
            (not blank(lockout.call), Text("谁去找平台", "who calls the platform")),
            (not blank(lockout.deputy) and not same_person(lockout.call, lockout.deputy, facts),
             Text("他不在时谁去（另一个人）", "who if they cannot (somebody else)")),
            (not blank(lockout.proof), Text("拿什么证明", "the proof")),
            (not blank(lockout.where), Text("证明放在哪里", "where the proof is kept")),
        )
        if not there
    ]  # fmt: skip
    if lacks:
        said = Text("登不上时还缺：{lacks}。", "The plan for the day when nobody can log in lacks {lacks}.")
        mend = Text(
            "现在写好，放在不用登录也看得到的地方。", "Write it down now, where it can be read without logging in."
        )
        yield raised("lock-out", said, mend, "lockout", lacks=join(lacks))
