"""What our own data say on a conflict: whose data are spoken of, what they lack, and how a ratio is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from playbook.claims import Result
from playbook.claims.same_hour import HELD
from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.once import once
from playbook.posts import counted, originals, tells_hours

SMALL = 0.8  # a ratio from here to 1 / here is a difference that nobody need plan for


Judge = Callable[[Facts, str], Evidence]
Row = tuple[Text, int, float]  # a class of posts: its name, how many posts, what a typical one gets
HEAD = Text("{first} 至 {last}：", "{first} to {last}: ")
NO_POSTS = Text(
    "这份数据里没有这个账号的微博，答不了。", "These data have no posts of this account, so they cannot say."
)
NO_COUNTS = Text(
    "没有完整的转发、评论、赞的数目，所以答不了。",
    "There are no complete counts of reposts, comments and likes, so the data cannot say.",
)
NO_HOURS = Text("只有日期，没有钟点，所以答不了。", "There are dates but no time of day, so the data cannot say.")
TOLD = Text(
    "{ratio:.2f} 倍（95% 区间 {low:.2f}–{high:.2f}）",
    "{ratio:.2f} times as much (95% interval {low:.2f} to {high:.2f})",
)
TOUCHES = Text(
    "{ratio:.2f} 倍（95% 区间 {low:.2f}–{high:.2f}，碰到 1，说不准）",
    "{ratio:.2f} times as much (95% interval {low:.2f} to {high:.2f}, which touches 1: cannot tell)",
)
CLASS = Text("{name} {posts:,} 条，通常得 {median:,.0f}", "{name}, {posts:,} posts, typically {median:,.0f}")


def topic(*, counts: bool = True, hours: bool = False) -> Callable[[Judge], Judge]:
    """Begin what is said with when the data are from, and say what they lack; once for the same facts."""

    def decorate(judge: Judge) -> Judge:
        @once(16)
        @wraps(judge)
        def judged(facts: Facts, account: str) -> Evidence:
            own = originals(facts.posts[facts.posts["account"] == account])
            if own.empty:
                return Evidence(NO_POSTS)
            on = own["posted_on"]
            head = HEAD.format(first=f"{on.min():%Y-%m-%d}", last=f"{on.max():%Y-%m-%d}")
            if counts and counted(own, account).empty:
                return Evidence(head + NO_COUNTS)
            if hours and not tells_hours(own):
                return Evidence(head + NO_HOURS)
            found = judge(facts, account)
            return Evidence(head + found.said, found.favours)

        return judged

    return decorate


def ratio(result: Result) -> Text:
    """Say a ratio with its interval, or why there is none."""
    if result.unable is not None:
        return result.unable
    said = TOUCHES if result.outcome == "cannot_tell" else TOLD
    return said.format(ratio=result.ratio, low=result.low, high=result.high)


def at_hour(result: Result) -> Text:
    """Say that posts of the same hour were compared, where they were (dates alone do not allow it)."""
    return Text("同一钟点里，", "at the same hour, ") if HELD in result.traps else Text("", "")


def classes(rows: list[Row]) -> Text:
    """List classes of posts with their number and typical post; those without posts are left out."""
    told = [CLASS.format(name=name, posts=posts, median=median) for name, posts, median in rows if posts]
    return join(told, "；", "; ")


def not_less(result: Result) -> bool:
    """Tell whether the interval leaves no loss that would matter."""
    return result.low >= SMALL


def not_more(result: Result) -> bool:
    """Tell whether the interval leaves no gain that would matter."""
    return result.high <= 1 / SMALL


def favoured(result: Result, supported: str = "", refuted: str = "") -> tuple[str, ...]:
    """Return the position that an outcome speaks for, if it speaks for any."""
    told = {"supported": supported, "refuted": refuted, "cannot_tell": ""}[result.outcome]
    return (told,) if told else ()
