"""Formulas against own hours, and the trap of an export that holds only the hits."""

from __future__ import annotations

import math

from matplotlib.figure import Figure

from playbook.account_charts import NOT_ENOUGH, of_account, subtitle
from playbook.bars import intervals
from playbook.facts import Facts
from playbook.figures import MAIN, SECOND, cannot_show, chart
from playbook.language import Text
from playbook.posts import timed
from playbook.timing.charts.hours import hour_bars
from playbook.timing.formulas import NAMES, halves
from playbook.timing.trust import TOP, hits_by_hour

NO_OWN_HOURS = Text(
    "{split} 以前没有一个钟点攒够 20 条，选不出自己的钟点，先不比。",
    "Before {split} no hour has 20 posts behind it, so there are no own hours to compare yet.",
)
NOT_SO_MANY = Text(
    f"这个账号的微博不到 {2 * TOP} 条，最火的 {TOP} 条几乎就是全部，看不出区别。",
    f"This account has fewer than {2 * TOP} posts: the {TOP} best are nearly all of them, so there is nothing to see.",
)


@of_account(Text("@{name}：公式和自己的钟点，放到后来的微博上比", "@{name}: formulas and own hours, on later posts"))
def halves_chart(facts: Facts, name: str, title: Text) -> Figure:
    """Do formulas do as well as own hours on posts that neither was made from? Each against all other hours."""
    found = halves(facts, name)
    if found is None:
        return cannot_show(title, NOT_ENOUGH, facts)
    if not found.hours:
        return cannot_show(title, NO_OWN_HOURS.format(split=f"{found.split:%Y-%m-%d}"), facts)
    names = [each for each in NAMES if each in found.rest]
    figure, [axes] = chart(title, facts, height=3.6)
    intervals(axes, [found.rest[each] for each in names], verdicts=True)
    counted = Text("{name}\n{n:,} 条，{ratio}", "{name}\n{n:,} posts, {ratio}")
    rows = [(each, found.rest[each]) for each in names]
    labels = [counted.format(name=NAMES[each], n=row.inside, ratio=_times(row.ratio)) for each, row in rows]
    axes.set_yticks(range(len(names)), [str(label) for label in labels])
    said = Text(
        "{split} 起的微博：这些钟点的一条是其余钟点的几倍\n自己的三个钟点由此前的微博选出：{hours}",
        "posts from {split} on: these hours against all others\nour own three hours were chosen before: {hours}",
    )
    subtitle(axes, said.format(split=f"{found.split:%Y-%m-%d}", hours=found.hours_said))
    return figure


def _times(ratio: float) -> Text:
    return Text("—", "—") if math.isnan(ratio) else Text(f"{ratio:.2f} 倍", f"{ratio:.2f}×")


@of_account(
    Text(
        f"@{{name}}：只导出最火的 {TOP} 条，会看到什么？",
        f"@{{name}}: what would an export of the {TOP} best posts show?",
    )
)
def top_hundred(facts: Facts, name: str, title: Text) -> Figure:
    """What would an export of hits show? Hits by hour over the share of each hour's posts that became one."""
    if len(timed(facts.posts, name)) < 2 * TOP:
        return cannot_show(title, NOT_SO_MANY, facts)
    table = hits_by_hour(facts.posts, name)
    figure, [above, below] = chart(title, facts, panels=2, height=2.4)
    hour_bars(above, table["hits"], Text(f"最火的 {TOP} 条各在几点发的", f"when the {TOP} best posts went out"), MAIN)
    said = Text(
        f"那个钟点每 100 条里，有几条进了前 {TOP}（不足 20 条的钟点没有画）",
        f"of 100 posts at that hour, how many are among the {TOP} best (hours with fewer than 20 posts left out)",
    )
    hour_bars(below, table["share"] * 100, said, SECOND)
    return figure
