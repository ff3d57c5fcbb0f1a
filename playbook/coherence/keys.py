"""Keys: whoever is to answer, post, pause or own an account can get into it.

Before the governance plan gives anybody a key, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from playbook.campaign.plan import CampaignPlan
from playbook.coherence.clash import Check, Found
from playbook.coherence.posting import accounts_of
from playbook.crisis.plan import CrisisPlan
from playbook.facts import Facts
from playbook.governance.keys import May
from playbook.governance.plan import GovernancePlan
from playbook.handbook.duties import duties
from playbook.interaction.plan import ANYBODY, InteractionPlan
from playbook.language import Text, same
from playbook.matrix.names import account_said, accounts_said
from playbook.matrix.plan import MatrixPlan
from playbook.persons import blank, known_as, on_card, person, same_person
from playbook.timing.plan import Slot, TimingPlan
from playbook.week import DAYS, listed

PRIVATE = ("private", "both")  # where answers are messages


def _keyed(governance: GovernancePlan) -> list[str]:
    """Return the accounts to which somebody has a key."""
    return list(dict.fromkeys(key.account for key in governance.keys if key.may))


def _can(governance: GovernancePlan, who: str, facts: Facts, *rights: May) -> set[str]:
    """Return the accounts on which somebody has one of these rights (any right, if none is named)."""
    return {
        key.account for key in governance.keys
        if key.may and same_person(key.who, who, facts) and (not rights or set(rights) & set(key.may))
    }  # fmt: skip


def _owner_without_key(matrix: MatrixPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Whoever answers for an account can do something on it."""
    for place in matrix.kept if _keyed(governance) else ():
        if not blank(place.owner) and place.account not in _can(governance, place.owner, facts):
            said = Text(
                "矩阵计划里 {account} 归{who}管，分工计划里{who}在这个账号上什么权限也没有。",
                "In the matrix plan {who} answers for {account}; the governance plan gives {who} no key to it.",
            ).format(account=account_said(facts, place.account), who=person(place.owner, facts))
            mend = Text(
                "在分工计划里给权限，或者在矩阵计划里换一个有权限的人。",
                "Give the key in the governance plan, or name somebody who has one in the matrix plan.",
            )
            yield Found(said, mend, (f"matrix:{place.account}", "governance:keys"))


def _slots(timing: TimingPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Somebody is on duty when the post goes out, and cannot get into the account.

    Where somebody outside the card may post or read messages, nobody knows their hours, and nothing is said. Hours at
    which nobody at all is on duty are a finding of the timing plan's own.
    """
    for account in accounts_of(timing):
        holders = _reaching(governance, account, facts)
        if not holders or holders - {each.id for each in facts.company.people}:
            continue
        shut = [slot for slot in timing.of(account) if _on_duty(slot, facts) and not _on_duty(slot, facts) & holders]
        if shut:
            there = dict.fromkeys(each.name for slot in shut for each in facts.company.on_duty(slot.day, slot.hour))
            said = Text(
                "时间计划里 {account} 在这些时段发：{slots}。那时在班的：{who}。分工计划里他们都没有这个账号的发布"
                "或私信权限，评论来了也进不去。",
                "By the timing plan {account} posts at {slots}. On duty then: {who}. The governance plan lets none of "
                "them post or read messages on this account: when comments come, nobody can get in.",
            ).format(
                account=account_said(facts, account),
                slots=listed((slot.said for slot in shut), measure="个时段"),
                who=listed(map(same, there), measure="个"),
            )
            mend = Text(
                "在分工计划里给一个在班的人权限，或者在时间计划里挪到有权限的人在的钟点。",
                "Give a key to somebody who is there in the governance plan, or move the slots in the timing plan to "
                "hours of somebody who has one.",
            )
            yield Found(said, mend, (*(f"timing:{slot.at}" for slot in shut), "governance:keys"))


def _reaching(plan: GovernancePlan, account: str, facts: Facts) -> set[str]:
    return {
        known_as(key.who, facts)
        for key in plan.keys
        if key.account == account and key.who.strip() and {"post", "messages"} & set(key.may)
    }


def _on_duty(slot: Slot, facts: Facts) -> set[str]:
    return {each.id for each in facts.company.on_duty(slot.day, slot.hour)}


def _answers(interaction: InteractionPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Answers in private messages need somebody there who may read them."""
    if not _keyed(governance):
        return
    named = {each.answered_by for each in interaction.triage if each.where in PRIVATE}
    for who in sorted(named - {ANYBODY, ""}):
        if on_card(who, facts) and not _can(governance, who, facts, "messages"):
            said = Text(
                "互动计划里{who}要在私信里答（{what}），分工计划里{who}一个账号的私信也看不了。",
                "In the interaction plan {who} is to answer in private messages ({what}); by the governance plan {who} "
                "may read them on no account.",
            ).format(who=person(who, facts), what=listed(_tasks(interaction, who, facts), measure="样"))
            mend = Text(
                "在分工计划里给“看私信”，或者在互动计划里换一个看得了的人。",
                "Give “read messages” in the governance plan, or name somebody who has it in the interaction plan.",
            )
            yield Found(said, mend, ("interaction:triage", "governance:keys"))
    if ANYBODY in named:
        yield from _shifts(governance, facts)


def _tasks(interaction: InteractionPlan, who: str, facts: Facts) -> list[Text]:
    return [task.what for task in duties(interaction, facts) if same_person(task.who, who, facts)]


def _shifts(governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Hours at which somebody is on duty, and nobody of them may read messages."""
    may = {each.id for each in facts.company.people if _can(governance, each.id, facts, "messages")}
    shut = [
        (day, hour) for day in range(1, 8) for hour in range(24)
        if (there := facts.company.on_duty(day, hour)) and not {each.id for each in there} & may
    ]  # fmt: skip
    if shut:
        said = Text(
            "互动计划里谁值班谁答私信；这些钟点在班的人，分工计划里一个账号的私信也看不了：{hours}。",
            "In the interaction plan whoever is on duty answers private messages; by the governance plan nobody who is "
            "on duty at these hours may read them on any account: {hours}.",
        ).format(hours=_spans(shut))
        mend = Text(
            "在分工计划里给那时在班的人“看私信”，或者在互动计划里指定一个看得了的人来答。",
            "Give “read messages” to somebody who is there then in the governance plan, or name somebody who has it "
            "to answer in the interaction plan.",
        )
        yield Found(said, mend, ("interaction:triage", "governance:keys"))


def _spans(hours: list[tuple[int, int]]) -> Text:
    """Return hours of the week (weekday, hour; in order) in words, those on end as a span."""
    runs = [
        (day, [hour for _, (_, hour) in run])
        for (day, _), run in groupby(enumerate(hours), key=lambda each: (each[1][0], each[1][1] - each[0]))
    ]
    return listed(
        DAYS[day - 1] + Text(f" {run[0]}—{run[-1] + 1} 点", f" {run[0]}:00–{run[-1] + 1}:00") for day, run in runs
    )


def _campaign_keys(campaign: CampaignPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Whoever answers comments on a campaign can get into its account."""
    for brief in campaign.briefs:
        needed = brief.account in _keyed(governance) and not blank(brief.answers)
        if needed and brief.account not in _can(governance, brief.answers, facts, "post", "messages"):
            said = Text(
                "活动计划里{who}回“{campaign}”的评论，分工计划里{who}在 {account} 上没有发布或私信权限。",
                "In the campaign plan {who} answers comments on “{campaign}”; by the governance plan {who} may neither "
                "post nor read messages on {account}.",
            ).format(
                who=person(brief.answers, facts), campaign=brief.name.strip() or brief.id,
                account=accounts_said(facts, [brief.account]),
            )  # fmt: skip
            mend = Text(
                "在分工计划里给权限，或者在活动计划里换一个有权限的人来回。",
                "Give the key in the governance plan, or name somebody who has one in the campaign plan.",
            )
            yield Found(said, mend, (f"campaign:{brief.id}", "governance:keys"))


def _crisis_keys(crisis: CrisisPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
    """Whoever is to read messages in a crisis may read them, and whoever pauses posts can get into every account."""
    accounts = _keyed(governance)
    inbox = crisis.of("inbox").who
    if accounts and not blank(inbox) and not _can(governance, inbox, facts, "messages"):
        said = Text(
            "危机计划里{who}守收件箱，分工计划里{who}一个账号的私信也看不了。",
            "In the crisis plan {who} keeps the inbox; by the governance plan {who} may read messages on no account.",
        ).format(who=person(inbox, facts))
        mend = Text(
            "在分工计划里给“看私信”，或者在危机计划里换一个看得了的人。",
            "Give “read messages” in the governance plan, or name somebody who has it in the crisis plan.",
        )
        yield Found(said, mend, ("crisis:roles", "governance:keys"))
    for step in crisis.first_hours:
        if step.act != "pause" or blank(step.who):
            continue
        open_ones = _can(governance, step.who, facts)
        shut = [each for each in accounts if each not in open_ones]
        if shut:
            said = Text(
                "危机计划里由{who}停掉定时微博，分工计划里{who}在这些账号上没有权限：{which}。",
                "In the crisis plan {who} pauses scheduled posts; the governance plan gives {who} no key to {which}.",
            ).format(who=person(step.who, facts), which=accounts_said(facts, shut))
            mend = Text(
                "在分工计划里给权限，或者在危机计划里换一个每个账号都进得去的人。",
                "Give the keys in the governance plan, or name somebody in the crisis plan who can get into every "
                "account.",
            )
            yield Found(said, mend, ("crisis:first_hours", "governance:keys"))


CHECKS = (
    Check("owner-without-key", MatrixPlan, GovernancePlan, _owner_without_key),
    Check("slot-without-key", TimingPlan, GovernancePlan, _slots),
    Check("answer-without-key", InteractionPlan, GovernancePlan, _answers),
    Check("campaign-without-key", CampaignPlan, GovernancePlan, _campaign_keys),
    Check("crisis-without-key", CrisisPlan, GovernancePlan, _crisis_keys),
)
