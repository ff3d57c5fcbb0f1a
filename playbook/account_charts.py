"""What all charts of one account share: their facts, their title, and the word that stands where there are no data."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Protocol

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import QUIET, cannot_show
from playbook.language import Text
from playbook.posts import originals, reactions, tells_hours

Draw = Callable[[Facts, str, Text], Figure]


class ChartOfAccount(Protocol):
    """A chart that a page calls without arguments, or with other facts, or for another account."""

    def __call__(self, known: Facts | None = None, account: str | None = None) -> Figure:
        """Draw it."""


NO_HOURS = Text(
    "这份导出只有日期，没有钟点，所以看不出读者几点回应。\n请用能导出发布时刻的工具重新导出，或点本页开头的“改看示例公司”先学方法。",
    "This export has dates but no time of day, so it cannot say when readers answer.\n"
    "Export again with a tool that keeps the time, or press “Show the sample company” "
    "at the top of this page\nand learn the method first.",
)
NO_COUNTS = Text(
    "这份数据没有完整的转发、评论、赞的数目，没有什么可以比较。\n请把这三列补上，再读一次；或点本页开头的“改看示例公司”先学方法。",
    "These data have no complete counts of reposts, comments and likes, so there is nothing to compare.\n"
    "Read them again with these three columns, or press “Show the sample company” "
    "at the top of this page\nand learn the method first.",
)
NOT_ENOUGH = Text(
    "还没有哪个钟点攒够 20 条微博，先不下判断。",
    "No hour has 20 posts behind it yet, so there is nothing to judge.",
)
NO_POSTS = Text(
    "这份数据里没有这个账号的微博。\n请换一个账号，或点本页开头的“改看示例公司”先学方法。",
    "There are no posts of this account in these data.\n"
    "Choose another account, or press “Show the sample company” at the top of this page\nand learn the method first.",
)


def of_account(title: Text, *, hours: bool = True) -> Callable[[Draw], ChartOfAccount]:
    """Make a chart of one account: of the present facts and the main account, unless told otherwise.

    Where there are no posts, no counts or (if the chart needs `hours`) no time of day, a word stands in its place.
    """

    def decorate(draw: Draw) -> ChartOfAccount:
        @wraps(draw)
        def drawn(known: Facts | None = None, account: str | None = None) -> Figure:
            facts = known or present_facts()
            name = account or facts.main
            said = title.format(name=facts.company.account(name).name)
            missing = _missing(facts, name, hours=hours)
            return cannot_show(said, missing, facts) if missing else draw(facts, name, said)

        return drawn

    return decorate


def _missing(facts: Facts, name: str, *, hours: bool) -> Text | None:
    own = originals(facts.posts[facts.posts["account"] == name])
    if own.empty:
        return NO_POSTS
    if hours and not tells_hours(own):
        return NO_HOURS
    return None if reactions(own).notna().any() else NO_COUNTS


def subtitle(axes: Axes, said: Text, pad: int = 10) -> None:
    """Say above the axes, in small grey type, what its numbers are."""
    axes.set_title(str(said), loc="left", fontsize=11, color=QUIET, pad=pad)
