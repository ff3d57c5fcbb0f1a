"""The handbook’s chapter on timing: the week of every account, how far apart posts are, and why these hours."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Grid, Para, Words
from playbook.handbook.laid import card_order, chapter_of, reasons
from playbook.handbook.said import account, amount, decisions
from playbook.language import Text, join, same
from playbook.timing.plan import GAP, TimingPlan
from playbook.timing.words import GAP_WORDS
from playbook.week import DAYS

TITLE = Text("发布时间", "Timing")
WEEK, PACE, WHY = (
    Text("一周的发布时段", "The week’s posting slots"),
    Text("间隔和工夫", "Gap and effort"),
    Text("为什么选这些时段", "Why these hours"),
)
ACCOUNT, A_WEEK, REASON = Text("账号", "Account"), Text("一周几条", "Posts a week"), Text("为什么", "Why")
NO_REASON = Text("还没有写为什么选这些时段：{which}。", "No reason is written yet for the hours of {which}.")
KEEP_TO = Text(
    "照这张表发，格里是钟点。要挪一条，先看它和前后两条隔得够不够，那时有没有人值班。",
    "Post by this table. Before you move a post, check the gap to its neighbours and who is on duty then.",
)
ASSUMED = Text("{gap}（还没有立场，先照这个）", "{gap} (no position yet; go by this for now)")
APART = Text("同一个账号两条之间", "between two posts of an account")
A_POST, ALL_POSTS = Text("写一条", "writing a post"), Text("一周写稿", "writing in a week")
MINUTES = Text("大约 {count} 分钟", "about {count} minutes")
HOURS = Text("{count} 条，约 {hours} 小时", "posts: {count}; about {hours} h")


def chapter(plan: TimingPlan, facts: Facts) -> Chapter:
    """Return the chapter: a table of the week, the gap and the hours that writing takes, and the reasons by account."""
    return chapter_of(plan, TITLE, [(WEEK, _week(plan, facts)), (PACE, _pace(plan)), (WHY, _why(plan, facts))])


def _week(plan: TimingPlan, facts: Facts) -> list[Block]:
    """Return a row an account and a column a day; a day without posts keeps its column."""
    accounts = card_order((slot.account for slot in plan.slots), facts)
    if not accounts:
        return []
    rows: list[tuple[Words, ...]] = [
        (account(each, facts), *(_times(plan, each, day) for day in range(1, 8)), str(plan.entries(each)))
        for each in accounts
    ]
    return [Para(KEEP_TO), Grid("", (ACCOUNT, *DAYS, A_WEEK), rows, [len(DAYS) + 1])]


def _times(plan: TimingPlan, account_id: str, day: int) -> Text:
    return join([same(f"{slot.hour}:{slot.minute:02}") for slot in plan.of(account_id) if slot.day == day])


def _pace(plan: TimingPlan) -> list[Block]:
    taken, count = plan.position(GAP), len(plan.slots)
    if not taken and not count:
        return []
    gap = GAP_WORDS[taken.id] if taken else ASSUMED.format(gap=GAP_WORDS["one_hour"])
    hours = HOURS.format(count=count, hours=amount(count * plan.minutes_a_post / 60))
    return decisions([
        (APART, gap),
        (A_POST, MINUTES.format(count=plan.minutes_a_post)),
        (ALL_POSTS, hours if count else same("")),
    ])  # fmt: skip


def _why(plan: TimingPlan, facts: Facts) -> list[Block]:
    """Return the reasons of every account that has slots or a reason; nothing as long as none has one."""
    order = card_order([*(slot.account for slot in plan.slots), *plan.why], facts)
    told = {each: plan.why.get(each, "") for each in order}
    return reasons(told, REASON, NO_REASON, facts) if any(each.strip() for each in told.values()) else []
