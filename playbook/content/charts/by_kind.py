"""Columns: what a typical post of each gets, and how they rank by reposts, by comments and by likes."""

from __future__ import annotations

from matplotlib.figure import Figure

from playbook.account_charts import of_account, subtitle
from playbook.bars import GETS, Row, bars, intervals
from playbook.claims import ENOUGH
from playbook.content.columns import By, Of, kind_result, name_of, tells_columns, typical
from playbook.facts import Facts
from playbook.figures import MAIN, SECOND, WARN, cannot_show, chart
from playbook.language import Text

NO_LEDGER = Text(
    "没有编辑日志，不知道哪一条属于哪个栏目。\n给每条微博带上一个栏目的话题，以后就数得出来。",
    "There is no editorial log, so nobody knows which post belongs to which column.\n"
    "Give each post the topic of its column, and from then on it can be counted.",
)
NO_KIND = Text("没有一类攒够 20 条，先不比。", "No kind has 20 posts behind it yet, so nothing is compared.")
POSTS = Text("{name}，{n:,} 条", "{name}, {n:,} posts")
TYPICAL = Text("通常的一条得到的互动", "reactions to a typical post")
AGAINST = Text(
    "同一钟点里，是其余微博的几倍；横条是 95% 区间",
    "at the same hour, against all other posts; the bar is the 95% interval",
)
AGAINST_DATES = Text("是其余微博的几倍；横条是 95% 区间", "against all other posts; the bar is the 95% interval")
RANKED: dict[Of, tuple[Text, str]] = {
    "likes": (Text("爱看什么：通常的一条得到的赞（阅读数没有导出，拿赞代替）",
                   "what they like to read: likes to a typical post (reads are not exported, likes stand in)"), MAIN),
    "comments": (Text("爱评什么：通常的一条得到的评论", "what they comment on: comments on a typical post"), SECOND),
    "reposts": (Text("爱转什么：通常的一条得到的转发", "what they pass on: reposts of a typical post"), WARN),
}  # fmt: skip


@of_account(Text("@{name}：哪个栏目得到的互动多？", "@{name}: which column gets most?"), hours=False)
def columns(facts: Facts, name: str, title: Text) -> Figure:
    """Which column gets most? A typical post of each above; below, its ratio to all other posts at the same hour."""
    if not tells_columns(facts, name):
        return cannot_show(title, NO_LEDGER, facts)
    return _kinds(facts, name, title, "column")


@of_account(Text("@{name}：哪一种形式得到的互动多？", "@{name}: which form gets most?"), hours=False)
def forms(facts: Facts, name: str, title: Text) -> Figure:
    """Which form gets most? The same picture by form, which needs no log."""
    return _kinds(facts, name, title, "form")


@of_account(Text("@{name}：爱看、爱评、爱转，是一回事吗？",
                 "@{name}: do readers read, discuss and pass on the same things?"), hours=False)  # fmt: skip
def rankings(facts: Facts, name: str, title: Text) -> Figure:
    """Do they read, comment on and pass on the same? Three rankings of the columns (without a log: of the forms)."""
    by: By = "column" if tells_columns(facts, name) else "form"
    table = typical(facts, name, by)
    table = table[table["posts"] >= ENOUGH]
    if table.empty:
        return cannot_show(title, NO_KIND, facts)
    figure, panels = chart(title, facts, panels=len(RANKED), height=0.32 * len(table) + 0.75)
    for axes, (of, (said, colour)) in zip(panels, RANKED.items(), strict=True):
        ordered = table[of].sort_values(ascending=False, kind="stable")
        bars(
            axes, [(str(name_of(str(each), by)), float(value)) for each, value in ordered.items()], colour, sides=False
        )
        subtitle(axes, said)
    return figure


def _kinds(facts: Facts, name: str, title: Text, by: By) -> Figure:
    table = typical(facts, name, by)
    table = table[table["posts"] >= ENOUGH]
    if table.empty:
        return cannot_show(title, NO_KIND, facts)
    figure, [above, below] = chart(title, facts, panels=2, height=0.42 * len(table) + 1.1)
    rows: list[Row] = [
        (str(POSTS.format(name=name_of(str(each), by), n=n)), value)
        for each, n, value in zip(table.index, table["posts"], table["reactions"], strict=True)
    ]
    bars(above, rows, sides=False)
    subtitle(above, TYPICAL)
    results = [kind_result(facts, name, str(each), by) for each in table.index]
    intervals(below, results, verdicts=True, words=GETS)
    below.set_yticks(range(len(table)), [str(name_of(str(each), by)) for each in table.index])
    subtitle(below, AGAINST if any(result.traps for result in results) else AGAINST_DATES)
    return figure
