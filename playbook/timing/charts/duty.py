"""By hand against scheduled: what posts get, and how soon somebody answers."""

from __future__ import annotations

from matplotlib.figure import Figure

from playbook.account_charts import of_account, subtitle
from playbook.bars import Row, bars
from playbook.facts import Facts
from playbook.figures import QUIET, SECOND, cannot_show, chart
from playbook.language import Text
from playbook.timing.duty import first_replies
from playbook.timing.rhythm import by_source

NO_SOURCE = Text(
    "导出没有写微博是用什么发的，看不出哪些是定时发的。\n请用带“来源”一列的工具重新导出。",
    "The export does not say what posts were sent with, so nobody can tell which were scheduled.\n"
    "Export again with a tool that keeps the source.",
)
NO_LEDGER = Text(
    "没有编辑日志，不知道多久后第一次回复读者。", "There is no editorial log, so the first reply is not known."
)
SIDES = Text("手工发的，{n:,} 条", "by hand, {n:,} posts"), Text("定时发的，{n:,} 条", "scheduled, {n:,} posts")


@of_account(Text("@{name}：定时发布，少了什么？", "@{name}: what do scheduled posts lose?"), hours=False)
def scheduled(facts: Facts, name: str, title: Text) -> Figure:
    """What do scheduled posts lose? Reactions above, minutes to the first reply below, by hand against scheduled."""
    table, replies = by_source(facts.posts, name), first_replies(facts, name)
    if not table["posts"].sum():
        return cannot_show(title, NO_SOURCE, facts)
    figure, [above, below] = chart(title, facts, panels=2, height=2.0)
    bars(above, _rows(table["posts"].tolist(), table["median"].tolist()))
    subtitle(above, Text("通常的一条得到的互动", "reactions to a typical post"))
    if replies is None:
        below.axis("off")
        below.text(0, 0.5, str(NO_LEDGER), va="center", color=QUIET, transform=below.transAxes)
        return figure
    bars(below, _rows(replies["there"].astype(int).tolist(), replies["minutes_there"].tolist()), SECOND)
    subtitle(below, Text("多少分钟后第一次回复读者（只算有人值班时发出的）",
                         "minutes to the first reply (posts sent while somebody was on duty)"))  # fmt: skip
    return figure


def _rows(posts: list[int], values: list[float]) -> list[Row]:
    return [(str(side.format(n=n)), value) for side, n, value in zip(SIDES, posts, values, strict=True)]
