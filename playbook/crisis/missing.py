"""What is said where a company has not counted its mentions, labelled any, or searched with a tool."""

from __future__ import annotations

from playbook.crisis.analysis.completeness import by_day
from playbook.crisis.analysis.judged import counts_of
from playbook.crisis.analysis.speed import crisis_of
from playbook.facts import Facts
from playbook.interaction.missing import METHOD
from playbook.language import Text

NO_MENTIONS = (
    Text(
        "没有按钟点数过的提及，不知道平常有多少、哪一刻多起来的。\n请每小时记一个数，负面的另记；记上四周，就知道平常什么样。\n",
        "Mentions were not counted by the hour, so nobody knows what is usual and when it became more.\n"
        "Note a number each hour, and the negative ones; after four weeks you know what is usual.\n",
    )
    + METHOD
)
NO_EVENTS = (
    Text(
        "没有记过出过什么事、几点开始，量不出警报响得早晚，也量不出来得多快。\n每出一次事，记下几点开始、几点发现。\n",
        "What happened, and when it began, is not on record, so nobody can say how soon an alarm rings or how fast a "
        "thing comes.\nEach time, note when it began and when it was detected.\n",
    )
    + METHOD
)
NO_HEARD = (
    Text(
        "没有人工看过的微博，不知道一个词漏掉多少、捞错多少。\n从沾边的微博里抽 300 条，一条条看：是不是在说我们。\n",
        "No posts were labelled by hand, so nobody knows what a word misses and what it catches wrongly.\n"
        "Draw 300 posts that touch on you, and ask of each: is it about us?\n",
    )
    + METHOD
)
NO_SEARCHED = (
    Text(
        "没有搜索工具返回的条数，或者没有别的计数可以比，不知道搜漏了多少。\n每天记下搜到几条、翻到第几页。\n",
        "There are no posts returned by a search, or no other count to hold them against, so nobody knows what it "
        "misses.\nNote each day how many it found and on which page it stopped.\n",
    )
    + METHOD
)
NO_WATCH_DAYS = (
    Text(
        "还没有盯防日历。\n先写上 3·15、黄金周和自家的活动。\n",
        "There is no watch calendar yet.\nBegin with 15 March, the golden weeks and your own campaigns.\n",
    )
    + METHOD
)


def no_mentions(facts: Facts) -> Text | None:
    """Say that mentions were not counted, if they were not."""
    return NO_MENTIONS if counts_of(facts) is None else None


def no_crisis(facts: Facts) -> Text | None:
    """Say that mentions were not counted, or that no crisis is known among them."""
    return no_mentions(facts) or (NO_EVENTS if crisis_of(facts) is None else None)


def no_heard(facts: Facts) -> Text | None:
    """Say that nobody labelled posts, if nobody did."""
    return NO_HEARD if facts.heard is None or facts.heard.empty else None


def no_searched(facts: Facts) -> Text | None:
    """Say that there is no search to hold against a count, if there is none."""
    return NO_SEARCHED if by_day(facts) is None else None


def no_watch_days(facts: Facts) -> Text | None:
    """Say that there is no watch calendar, if there is none."""
    return NO_WATCH_DAYS if facts.watch_days is None or facts.watch_days.empty else None
