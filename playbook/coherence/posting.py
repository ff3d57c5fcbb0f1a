"""The week of slots against what there is to post, the hours to write it, and who can reach the account then."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.coherence.clash import Check, Found
from playbook.content.plan import ContentPlan
from playbook.content.sums import live
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.language import Text, same
from playbook.matrix.names import account_said
from playbook.matrix.plan import MatrixPlan
from playbook.matrix.staffing import hours_said
from playbook.persons import known_as
from playbook.timing.plan import Slot, TimingPlan
from playbook.week import listed


def accounts_of(plan: TimingPlan) -> list[str]:
    """Return the accounts that have slots, in the plan's order."""
    return list(dict.fromkeys(slot.account for slot in plan.slots))


def _without_drafts(timing: TimingPlan, content: ContentPlan, facts: Facts) -> Iterator[Found]:
    """A week's slots need a week's drafts; ideas and what is already out do not count."""
    for account in accounts_of(timing):
        slots, drafts = timing.of(account), live(content, account)
        if len(drafts) < len(slots):
            said = Text(
                "发布时间里 {account} 一周有 {slots} 个时段，内容的队列里只有 {drafts} 条草稿："
                "第一周从{first}起就没有东西可发。",
                "Timing gives {account} slots ({slots} a week), and the content queue has fewer drafts for it "
                "({drafts}): in the first week there is nothing to post from {first} on.",
            ).format(
                account=account_said(facts, account), slots=len(slots), drafts=len(drafts),
                first=slots[len(drafts)].said,
            )  # fmt: skip
            mend = Text(
                "在内容规划器里补写 {short} 条，或者在发布时间规划器里去掉 {short} 个时段。",
                "Write as many drafts in the content planner as are missing ({short}), or take as many slots out in "
                "the timing planner.",
            ).format(short=len(slots) - len(drafts))
            yield Found(said, mend, tuple(f"timing:{slot.at}" for slot in slots[len(drafts) :]))


def _without_slots(content: ContentPlan, timing: TimingPlan, facts: Facts) -> Iterator[Found]:
    """Drafts of an account that never posts; of a timing plan without any slot nothing is said."""
    planned = accounts_of(timing)
    for account in dict.fromkeys(draft.account for draft in content.queue if planned):
        drafts = live(content, account)
        if drafts and account not in planned:
            said = Text(
                "内容的队列里有 {account} 的 {drafts} 条草稿，发布时间里它一个时段也没有。",
                "The content queue has drafts for {account} ({drafts}), and timing gives it no slot at all.",
            ).format(account=account_said(facts, account), drafts=len(drafts))
            mend = Text(
                "在发布时间规划器里给它排时段，或者把草稿挪给别的账号。",
                "Give it slots in the timing planner, or move the drafts to another account.",
            )
            yield Found(said, mend, tuple(f"content:{draft.id}" for draft in drafts))


def _unlike_mix(timing: TimingPlan, content: ContentPlan, facts: Facts) -> Iterator[Found]:
    """The shares of a mix are shares of so many posts a week."""
    for account in accounts_of(timing):
        mix, slots = content.mix(account), len(timing.of(account))
        if mix is None or mix.posts_a_week == slots:
            continue
        said = Text(
            "发布时间里 {account} 一周发 {slots} 条，内容的配比按一周 {posts} 条算。",
            "Timing has {slots} posts a week on {account}; the mix in the content plan divides up {posts}.",
        ).format(account=account_said(facts, account), slots=slots, posts=mix.posts_a_week)
        mend = Text(
            "在内容规划器里把“一周几条”改成 {slots}，或者在发布时间规划器里排成 {posts} 个时段。",
            "Set “Posts a week” to {slots} in the content planner, or plan {posts} slots in the timing planner.",
        ).format(slots=slots, posts=mix.posts_a_week)
        yield Found(said, mend, (f"timing:{account}", f"content:mix/{account}"))


def _hours(timing: TimingPlan, matrix: MatrixPlan, facts: Facts) -> Iterator[Found]:
    """Writing alone takes no more than all the hours that the matrix gives an account."""
    for account in accounts_of(timing):
        hours, posts = matrix.of(account).hours, len(timing.of(account))
        needed = posts * timing.minutes_a_post / 60
        if 0 < hours < needed:
            said = Text(
                "发布时间里 {account} 一周 {posts} 条，每条 {minutes} 分钟，光写就要 {needed} 小时；"
                "账号矩阵一周只给它 {hours} 小时，回复还没有算。",
                "By the timing plan {account} has {posts} posts a week of {minutes} minutes each: {needed} hours of "
                "writing. The matrix gives it {hours} hours a week, answers included.",
            ).format(
                account=account_said(facts, account), posts=posts, minutes=timing.minutes_a_post,
                needed=hours_said(needed), hours=hours_said(hours),
            )  # fmt: skip
            mend = Text(
                "在发布时间规划器里少排几条，或者在账号矩阵规划器里多给几个小时。",
                "Plan fewer slots in the timing planner, or give it more hours in the matrix planner.",
            )
            yield Found(said, mend, (f"timing:{account}", f"matrix:{account}"))


def _without_key(timing: TimingPlan, governance: GovernancePlan, facts: Facts) -> Iterator[Found]:
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
                "发布时间里 {account} 在这些时段发：{slots}。那时在班的是{who}，分工与流程没有给他们这个账号的发布"
                "或私信权限：评论来了也进不去。",
                "By the timing plan {account} posts at {slots}. On duty then: {who}, to whom governance gives neither "
                "posting nor messages on this account: when comments come, they cannot get in.",
            ).format(
                account=account_said(facts, account),
                slots=listed((slot.said for slot in shut), measure="个时段"),
                who=listed(map(same, there), measure="个"),
            )
            mend = Text(
                "在分工与流程规划器里给一个在班的人权限，或者在发布时间规划器里挪到有权限的人在的钟点。",
                "Give a key to somebody who is there in the governance planner, or move the slots in the timing "
                "planner to hours of somebody who has one.",
            )
            yield Found(said, mend, tuple(f"timing:{slot.at}" for slot in shut))


def _reaching(plan: GovernancePlan, account: str, facts: Facts) -> set[str]:
    return {
        known_as(key.who, facts)
        for key in plan.keys
        if key.account == account and key.who.strip() and {"post", "messages"} & set(key.may)
    }


def _on_duty(slot: Slot, facts: Facts) -> set[str]:
    return {each.id for each in facts.company.on_duty(slot.day, slot.hour)}


CHECKS = (
    Check("slots-without-drafts", TimingPlan, ContentPlan, _without_drafts),
    Check("drafts-without-slots", ContentPlan, TimingPlan, _without_slots),
    Check("week-unlike-mix", TimingPlan, ContentPlan, _unlike_mix),
    Check("writing-over-hours", TimingPlan, MatrixPlan, _hours),
    Check("slot-without-key", TimingPlan, GovernancePlan, _without_key),
)
