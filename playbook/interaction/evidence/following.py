"""Whom to follow, how many, by what groups, and whether to ask: what came of the accounts we dealt with."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.interaction.analysis.candidates import by_kind, growth, minutes_each, reading, weeks_until_full
from playbook.interaction.analysis.estimates import Estimate, rate, share
from playbook.interaction.evidence.about import about
from playbook.interaction.kinds import FOLLOWS, followed_said
from playbook.language import Text, join
from playbook.timing.duty import duty_a_week

GROUP = "follow-back-group"
CHOSEN = ("loyal-customer", "potential-customer", "peer-fan")
POSITIONS = {1: "five_groups", 5: "six_kinds", 6: "five_own", 8: "three_targets"}
PER_DAY, A_MONTH, A_YEAR = 5, 4, 52
SIDE = Text(
    "{who}：我们评论 {commented} 次，答了 {answered} 次，带来有用的消息 {signals} 条，一周要读 {minutes:.0f} 分钟",
    "{who}: {commented} comments of ours, {answered} answered, {signals} useful signals, {minutes:.0f} minutes of "
    "reading a week",
)
IN_GROUPS, PICKED = (
    Text("互粉群里的", "members of follow-back groups"),
    Text("挑过的顾客和茶友", "chosen customers and followers of peers"),
)
ANSWERED = Text(
    "我们在互粉群里的账号下评论 {commented} 次，答了 {answered} 次",
    "Members of follow-back groups answered {answered} of our {commented} comments",
)
NO_SIDE = Text("清单里缺了一边，没法比，答不了。", "One side is not on the list, so the data cannot say.")
RANKED = Text(
    "读一小时得到的有用的消息，全部账号平均 {average:.1f} 条；明显多的：{more}；明显少的：{less}。",
    "useful signals for an hour of reading: {average:.1f} over all accounts; clearly more from: {more}; clearly "
    "fewer from: {less}.",
)
LISTS = Text(
    "四张名单里，一类“明显少”的也没有的，是{articles}。",
    " Of the four lists, those without a single kind of the “clearly fewer” are {articles}.",
)
NO_LIST = Text("四张名单里，张张都有“明显少”的。", " All four lists have kinds of the “clearly fewer” on them.")
ARTICLE = Text("第 {n} 篇", "article {n}")
NOBODY = Text("没有", "none")
NUMBER = Text(
    "清单上 {count} 个账号，一周要读 {minutes:.0f} 分钟，平均每个 {each:.1f} 分钟。每天加 {n} 个、一周五天、不清理，"
    "四周后一周要读 {month:.0f} 小时，一年后 {year:.0f} 小时；",
    "the {count} accounts on the list take {minutes:.0f} minutes a week, {each:.1f} each on average. With {n} added "
    "every working day and none dropped, reading takes {month:.0f} hours a week after four weeks and {year:.0f} after "
    "a year; ",
)
DUTY = Text("公司卡上一周有 {hours} 个钟点有人值班。", "on the card, somebody is on duty for {hours} hours a week.")
NO_DUTY = Text("公司卡上还没有人值班。", "the card has nobody on duty yet.")
NOT_SEEN = Text(
    "关注多了以后读得到几成、答得了几成，数据没有记。",
    " What share is still read and answered as the list grows is not in the data.",
)
COMMENTS = Text(
    "我们在别人的微博下评论 {commented} 次，答了 {answered} 次（{share:.0%}，95% 区间 {low:.0%}–{high:.0%}）；"
    "答得最多的是{most}，最少的是{least}。@ 人、私信求关注有多少人答应、拉黑、举报，数据没有记。",
    "{commented} comments of ours under others’ posts, {answered} answered ({share:.0%}, 95% interval {low:.0%} to "
    "{high:.0%}); most by {most}, fewest by {least}. How many agree, block us or report us when asked for a follow by "
    "mention or message is not in the data.",
)


@about("candidates")
def follow_back_groups(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - as in every system
    """Do members of follow-back groups answer and bring anything, beside accounts that were chosen?"""
    table = _kinds(facts)
    group, picked = table[table.index == GROUP], table[table.index.isin(CHOSEN)]
    if group.empty or picked.empty:
        return Evidence(NO_SIDE)
    said = join([_side(IN_GROUPS, group), _side(PICKED, picked)], "；", "; ") + Text("。", ".")
    worse = all(_of(group, what).high < _of(picked, what).low for what in ("answers", "worth"))
    return Evidence(said, ("targeted", "limited") if worse else ())


@about("candidates")
def whom_to_follow(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - likewise
    """Which kinds bring clearly more or fewer signals for an hour of reading, and whose list is free of the latter?"""
    table = _kinds(facts)
    average = _of(table, "worth").value
    more, less = table.index[table["worth_low"] > average], table.index[table["worth_high"] < average]
    said = RANKED.format(average=average, more=_named(more), less=_named(less))
    if less.empty:
        return Evidence(said)
    sound = [number for number in POSITIONS if not any(number in FOLLOWS[kind].of for kind in FOLLOWS if kind in less)]
    free = (
        LISTS.format(articles=join([ARTICLE.format(n=number) for number in sound], "和", " and ")) if sound else NO_LIST
    )
    return Evidence(said + free, (*(POSITIONS[number] for number in sound), "by_use"))


@about("candidates")
def number_of_follows(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - likewise
    """What does it take to read a list that grows by five a day, against the hours on duty?"""
    each, duty = minutes_each(facts), duty_a_week(facts.company)
    hours = growth(each, PER_DAY, (A_MONTH, A_YEAR))["minutes"] / 60
    said = NUMBER.format(
        count=0 if facts.candidates is None else len(facts.candidates), minutes=reading(facts), each=each, n=PER_DAY,
        month=hours[A_MONTH], year=hours[A_YEAR],
    )  # fmt: skip
    said += (DUTY.format(hours=duty) if duty else NO_DUTY) + NOT_SEEN
    full = bool(duty) and weeks_until_full(each, duty * 60, PER_DAY) < A_YEAR
    return Evidence(said, ("limited", "necessary") if full else ())


@about("candidates")
def soliciting_by_mention_and_dm(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - likewise
    """How often is a comment of ours answered? What asking for follows brings is not logged."""
    table = _kinds(facts)
    told, ordered = _of(table, "answers"), table["answers"].sort_values()
    said = COMMENTS.format(
        commented=int(table["commented"].sum()), answered=int(table["answered"].sum()), share=told.value, low=told.low,
        high=told.high, most=followed_said(str(ordered.index[-1])), least=followed_said(str(ordered.index[0])),
    )  # fmt: skip
    return Evidence(said)


def group_is_idle(facts: Facts) -> bool:
    """Tell whether members of follow-back groups answer clearly less than all accounts together."""
    table = by_kind(facts)
    if table is None or GROUP not in table.index:
        return False
    return _of(table[table.index == GROUP], "answers").high < _of(table, "answers").low


def group_said(facts: Facts) -> Text | None:
    """Say what came of members of follow-back groups; None where none is on the list."""
    table = by_kind(facts)
    if table is None or GROUP not in table.index:
        return None
    own = table[table.index == GROUP]
    return ANSWERED.format(commented=int(own["commented"].sum()), answered=int(own["answered"].sum()))


def _kinds(facts: Facts) -> pd.DataFrame:
    table = by_kind(facts)
    return pd.DataFrame() if table is None else table


def _side(who: Text, table: pd.DataFrame) -> Text:
    sums = table[["commented", "answered", "signals", "minutes"]].sum()
    return SIDE.format(
        who=who, commented=int(sums["commented"]), answered=int(sums["answered"]), signals=int(sums["signals"]),
        minutes=float(sums["minutes"]),
    )  # fmt: skip


def _of(table: pd.DataFrame, what: str) -> Estimate:
    """Return the share answered, or the signals for an hour of reading, of several kinds together."""
    if what == "answers":
        return share(int(table["answered"].sum()), int(table["commented"].sum()))
    return rate(int(table["signals"].sum()), float(table["hours"].sum()))


def _named(kinds: Iterable[object]) -> Text:
    every = [followed_said(str(kind)) for kind in kinds]
    return join(every) if every else NOBODY
