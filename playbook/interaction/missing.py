"""What is said where a company has no inbox, no single followers or no list of accounts; and how a wait is said."""

from __future__ import annotations

import math

from playbook.facts import Facts
from playbook.interaction.analysis.empty import empty
from playbook.language import Text

METHOD = Text(
    "也可以点本页开头的“改看示例公司”，先学方法。",
    "Or press “Show the sample company” at the top of this page and learn the method first.",
)
NO_INBOX = (
    Text(
        "没有收件箱：不知道读者几点来、几点得到回复。\n请从平台后台或客服工具导出评论和提及，带上来的时刻和回复的时刻。\n",
        "There is no inbox, so nobody knows when readers wrote and when they were answered.\n"
        "Export comments and mentions from the back end or the service desk, with both times.\n",
    )
    + METHOD
)
NO_FOLLOWERS = (
    Text(
        "没有一位一位的粉丝：不知道谁从哪里来、谁走了、账号什么样。\n平台的后台一般只给总数；可以按月抽一两百位，自己记下来。\n",
        "There is no list of single followers: where they came from, who left, what the accounts look like.\n"
        "Back ends mostly give totals; draw one or two hundred a month and note them yourself.\n",
    )
    + METHOD
)
NOT_CHECKED = (
    Text(
        "没有人工看过的粉丝，不知道这条规则错多少。\n抽签抽出 200 位，一位一位看过，记下背后有没有人。\n",
        "No follower was looked at by hand, so nobody knows how often the rule errs.\n"
        "Pick 200 at random, look at each, and note whether anybody is behind it.\n",
    )
    + METHOD
)
NO_CANDIDATES = (
    Text(
        "没有可关注账号的清单：不知道哪一类肯答、读它要多久。\n列出几十个，评论几次，记三个月。\n",
        "There is no list of accounts to follow: who answers, and what it takes to read them.\n"
        "List a few dozen, comment now and then, and keep a note for three months.\n",
    )
    + METHOD
)
NO_COMPLAINTS = (
    Text(
        "没有既回得早、又回得晚，而且读者又写来的投诉，没有什么可以比较。\n",
        "There are no complaints, some answered early and some late, whose readers wrote again: nothing to compare.\n",
    )
    + METHOD
)
THERE = {True: Text("有人值班时来的", "somebody was on duty"), False: Text("没人值班时来的", "nobody was on duty")}
TOGETHER_SAID = Text("轻重混在一起比", "mild and severe mixed")
WITHIN_SAID = Text("轻重分开比，再合起来", "apart, then put together")
MARKED = Text("五个记号里有 {n} 个以上", "at least {n} of five marks")
NEVER = Text("一半以上还没等到", "more than half still wait")
SHORT = 90  # minutes that are said as minutes


def no_inbox(facts: Facts) -> Text | None:
    """Say that there is no inbox, if there is none."""
    return NO_INBOX if facts.comments is None or facts.comments.empty else None


def no_followers(facts: Facts) -> Text | None:
    """Say that single followers are not known, if they are not."""
    return NO_FOLLOWERS if facts.followers is None or facts.followers.empty else None


def not_checked(facts: Facts) -> Text | None:
    """Say that single followers are not known, or that none was looked at by hand on either side of the rule."""
    missing = no_followers(facts)
    if missing is not None:
        return missing
    return NOT_CHECKED if math.isnan(empty(facts).corrected.value) else None


def no_candidates(facts: Facts) -> Text | None:
    """Say that nobody listed accounts to follow, if nobody did."""
    return NO_CANDIDATES if facts.candidates is None or facts.candidates.empty else None


def lasted(minutes: float) -> Text:
    """Say how long a wait is: in minutes, else in hours with one decimal; that it is not over, where it is not."""
    if math.isinf(minutes):
        return NEVER
    if minutes < SHORT:
        return Text("{n:.0f} 分钟", "{n:.0f} min").format(n=minutes)
    return Text("{n:.1f} 小时", "{n:.1f} h").format(n=minutes / 60)
