"""The week of slots against what there is to post, and the hours to write it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.coherence.clash import Check, Found
from playbook.content.plan import ContentPlan
from playbook.content.sums import live
from playbook.facts import Facts
from playbook.language import Text
from playbook.matrix.names import account_said
from playbook.matrix.plan import MatrixPlan
from playbook.matrix.staffing import hours_said
from playbook.timing.plan import TimingPlan

NO_DRAFT = Text(
    "时间计划给 {account} 一周排了 {slots} 个时段，内容计划里它一条草稿也没有。",
    "In the timing plan {account} has {slots} slots a week; the content plan has no draft for it.",
)
TOO_FEW = Text(
    "时间计划给 {account} 一周排了 {slots} 个时段，内容计划里它只有 {drafts} 条草稿：第一周从{first}起就没有东西可发。",
    "In the timing plan {account} has {slots} slots a week; the content plan has {drafts} drafts for it. In the first "
    "week there is nothing to post from {first} on.",
)
WRITE_OR_DROP = Text(
    "在内容计划里补写 {short} 条，或者在时间计划里去掉 {short} 个时段。",
    "Write what is missing in the content plan (drafts: {short}), or take as many slots out of the timing plan.",
)


def accounts_of(plan: TimingPlan) -> list[str]:
    """Return the accounts that have slots, in the plan's order."""
    return list(dict.fromkeys(slot.account for slot in plan.slots))


def accounts_written(plan: ContentPlan) -> list[str]:
    """Return the accounts that have a mix with shares, or drafts on their way."""
    named = dict.fromkeys([*(mix.account for mix in plan.mixes), *(draft.account for draft in plan.queue)])
    return [each for each in named if live(plan, each) or ((mix := plan.mix(each)) and mix.total)]


def _without_drafts(timing: TimingPlan, content: ContentPlan, facts: Facts) -> Iterator[Found]:
    """A week's slots need a week's drafts; ideas and what is already out do not count."""
    for account in accounts_of(timing):
        slots, drafts = timing.of(account), len(live(content, account))
        if drafts < len(slots):
            said = (TOO_FEW if drafts else NO_DRAFT).format(
                account=account_said(facts, account), slots=len(slots), drafts=drafts, first=slots[drafts].said
            )
            mend = WRITE_OR_DROP.format(short=len(slots) - drafts)
            yield Found(said, mend, (*(f"timing:{slot.at}" for slot in slots[drafts:]), "content:queue"))


def _without_slots(content: ContentPlan, timing: TimingPlan, facts: Facts) -> Iterator[Found]:
    """Drafts or a mix of an account that never posts; of a timing plan without any slot nothing is said."""
    planned = accounts_of(timing)
    for account in accounts_written(content) if planned else ():
        drafts = live(content, account)
        if account in planned:
            continue
        said = Text(
            "内容计划里有 {account} 的{what}，时间计划里它一个时段也没有。",
            "The content plan has {what} for {account}, the timing plan not one slot.",
        ).format(account=account_said(facts, account), what=_what(len(drafts)))
        mend = Text(
            "在时间计划里给它排时段，或者在内容计划里归给别的账号。",
            "Give it slots in the timing plan, or what there is to another account in the content plan.",
        )
        at = [f"content:{draft.id}" for draft in drafts] or [f"content:mix/{account}"]
        yield Found(said, mend, (*at, "timing:slots"))


def _what(drafts: int) -> Text:
    """Return what the content plan has for an account: so many drafts, or a mix alone."""
    return Text(f" {drafts} 条草稿", f"drafts ({drafts})") if drafts else Text("配比", "a mix")


def _unlike_mix(timing: TimingPlan, content: ContentPlan, facts: Facts) -> Iterator[Found]:
    """The shares of a mix are shares of so many posts a week."""
    for account in accounts_of(timing):
        mix, slots = content.mix(account), len(timing.of(account))
        if mix is None or mix.posts_a_week == slots:
            continue
        said = Text(
            "时间计划里 {account} 一周发 {slots} 条，内容计划的配比按一周 {posts} 条算。",
            "By the timing plan {account} posts {slots} times a week; the mix in the content plan divides up {posts} "
            "posts.",
        ).format(account=account_said(facts, account), slots=slots, posts=mix.posts_a_week)
        mend = Text(
            "在内容计划里把“一周几条”改成 {slots}，或者在时间计划里排成 {posts} 个时段。",
            "Set “Posts a week” to {slots} in the content plan, or plan {posts} slots in the timing plan.",
        ).format(slots=slots, posts=mix.posts_a_week)
        yield Found(said, mend, (f"timing:{account}", f"content:mix/{account}"))


def _hours(timing: TimingPlan, matrix: MatrixPlan, facts: Facts) -> Iterator[Found]:
    """Writing alone takes no more than all the hours that the matrix gives an account."""
    for account in accounts_of(timing):
        hours, posts = matrix.of(account).hours, len(timing.of(account))
        needed = posts * timing.minutes_a_post / 60
        if 0 < hours < needed:
            said = Text(
                "时间计划里 {account} 一周 {posts} 条，每条 {minutes} 分钟，光写就要 {needed} 小时；"
                "矩阵计划一周只给它 {hours} 小时，回复还没有算。",
                "By the timing plan {account} has {posts} posts a week of {minutes} minutes each: {needed} hours of "
                "writing. The matrix plan gives it {hours} hours a week, answers included.",
            ).format(
                account=account_said(facts, account), posts=posts, minutes=timing.minutes_a_post,
                needed=hours_said(needed), hours=hours_said(hours),
            )  # fmt: skip
            mend = Text(
                "在时间计划里少排几条，或者在矩阵计划里多给几个小时。",
                "Plan fewer slots in the timing plan, or give it more hours in the matrix plan.",
            )
            yield Found(said, mend, (f"timing:{account}", f"matrix:{account}"))


CHECKS = (
    Check("slots-without-drafts", TimingPlan, ContentPlan, _without_drafts),
    Check("drafts-without-slots", ContentPlan, TimingPlan, _without_slots),
    Check("week-unlike-mix", TimingPlan, ContentPlan, _unlike_mix),
    Check("writing-over-hours", TimingPlan, MatrixPlan, _hours),
)
