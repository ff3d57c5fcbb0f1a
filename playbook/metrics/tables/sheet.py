"""What the weekly sheet says as it stands, of which sort each number on it is, and whose followers look like orders."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text, join, same
from playbook.metrics.analysis.leads import alike as alike_of
from playbook.metrics.analysis.peers import NO_PEERS
from playbook.metrics.analysis.series import on_scale, series
from playbook.metrics.charts.frame import NO_WEEKS, named
from playbook.metrics.measures import MEASURES, SORTS, MeasureName
from playbook.metrics.tables.shown import lacking
from playbook.tables import NOTHING, number, table

WEEK, MEASURE = Text("哪一周起", "week from"), Text("数的是什么", "measure")
SORT, GAMED = Text("哪一种", "sort"), Text("怎样就能抬高它", "what raises it")
NAMED_BY = Text("哪几篇提到", "articles")
ARTICLES = Text("第 {numbers} 篇", "{numbers}")
WHOSE, ALIKE = Text("谁的粉丝", "whose followers"), Text("和我们的订单有多像", "how alike to our orders")
OURS, PEER = Text("我们自己", "our own"), Text("同行 {peer}", "peer {peer}")
SHOWN = ("followers", "reads", "orders")


def weeks(
    known: Facts | None = None,
    account: str | None = None,
    measures: Sequence[str] = SHOWN,
    until: str | None = None,
    last: int = 4,
) -> pd.DataFrame:
    """Return the `last` weeks of an account up to that of Monday `until`, as the back end shows them: limits stand."""
    facts = known or present_facts()
    heads = [named(each) for each in measures]
    if facts.weekly is None:
        return lacking(NO_WEEKS)
    own = facts.weekly[facts.weekly["account"] == (account or facts.main)].set_index("week").sort_index()
    shown = own[: until or own.index.max()].tail(last)
    rows = [
        tuple(NOTHING if pd.isna(each) else number(float(each)) for each in row)
        for row in shown[list(measures)].itertuples(index=False)
    ]
    return table(rows, [f"{week:%Y-%m-%d}" for week in shown.index], heads, WEEK)


def sorts(measures: Sequence[MeasureName]) -> pd.DataFrame:
    """Return of which sort measures are, what raises each without anything being better, and who names it."""
    rows = []
    for name in measures:
        of = MEASURES[name]
        told = [same(str(each)) for each in of.articles]
        by = str(ARTICLES.format(numbers=join(told, "、", ", "))) if told else NOTHING
        rows.append((str(SORTS[of.sort]), str(of.gamed), by))
    return table(rows, [str(MEASURES[name].name) for name in measures], [SORT, GAMED, NAMED_BY], MEASURE)


def alike(
    known: Facts | None = None, account: str | None = None, peers: Sequence[str] = ("p03", "p10", "p16")
) -> pd.DataFrame:
    """Return how alike followers look to an account's orders: its own, and those of peers, which cannot cause them."""
    facts = known or present_facts()
    name = account or facts.main
    own, orders = series(facts, name, "followers"), series(facts, name, "orders")
    if facts.peers is None or own is None or orders is None:
        return lacking(NO_PEERS if facts.peers is None else NO_WEEKS)
    whole = facts.peers.pivot_table(values="followers", index="week", columns="peer", aggfunc="last").astype(float)
    logs = on_scale(orders, "orders")
    curves = [own, *(whole[peer] for peer in peers)]
    rows = [(f"{alike_of(on_scale(each, 'followers'), logs):.2f}",) for each in curves]
    return table(rows, [str(OURS), *(str(PEER.format(peer=peer)) for peer in peers)], [ALIKE], WHOSE)
