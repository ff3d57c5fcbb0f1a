"""The simulation of pay as tables: what each scheme brings, what is assumed, and what would turn the order over."""

from __future__ import annotations

import pandas as pd

from playbook.governance.charts.pay import OF, SCHEMES
from playbook.governance.incentive import SchemeName
from playbook.governance.incentive_runs import COMPARED, Outcome, compared, order, sensitivity
from playbook.governance.incentive_work import assumptions
from playbook.language import Text, join
from playbook.tables import table

SOURCES = {
    "sample": Text("示例公司的数据（虚构）", "the sample’s data (invented)"),
    "article-4": Text("来源文章第 4 篇", "source article 4"),
}
ASSUMED = Text("我们假设的", "assumed by us")
TRIED = {"low": Text("减半", "halved"), "high": Text("加倍", "doubled")}
SCHEME = Text("怎么付钱", "scheme")


def outcomes(*names: SchemeName, of: tuple[Outcome, ...] = tuple(OF)) -> pd.DataFrame:
    """Return what a team’s year brings under each scheme: the middle of a thousand runs."""
    found = compared(names or COMPARED)
    rows = [tuple(f"{row[outcome] / OF[outcome][1]:,.0f}" for outcome in of) for _, row in found.iterrows()]
    return table(rows, [str(SCHEMES[name]) for name in names or COMPARED], [OF[each][0] for each in of], SCHEME)


def assumed(*groups: str) -> pd.DataFrame:
    """Return what the simulation assumes, with its value and where that comes from; of some groups, or all."""
    rows, names = [], []
    for group, of in assumptions().items():
        for each in of.values() if not groups or group in groups else ():
            rows.append((f"{each['value']:,g}", str(SOURCES.get(each.get("source", ""), ASSUMED))))
            names.append(str(Text(each["zh"], each["en"])))
    return table(rows, names, [Text("多少", "value"), Text("哪里来的", "from")], Text("假设", "assumption"))


def flips(outcome: Outcome = "orders") -> pd.DataFrame:
    """Return which assumptions, halved or doubled, change which scheme brings the most of an outcome, or the least two.

    A last row says how many were tried, and how many left the first and the last two as they are.
    """
    found, first = sensitivity(outcome), order(outcome)
    changed = found[
        (found["best"] != first[0]) | (found["order"].map(lambda names: set(names[-2:]) != set(first[-2:])))
    ]
    rows, names = [], []
    for row in changed.to_dict("records"):
        group, name = row["assumption"].split(".")
        told = assumptions()[group][name]
        rows.append((f"{told['value']:,g} → {row['value']:,g}", _said(row["order"])))
        names.append(str(Text(told["zh"], told["en"])))
    rows.append(
        (str(Text("{n} 次里 {m} 次", "{m} of {n}").format(n=len(found), m=len(found) - len(changed))), _said(first))
    )
    names.append(str(Text("其余：第一名和最后两名不变", "all others: the first and the last two stay")))
    heads = [Text("改成", "changed"), OF[outcome][0] + Text("：从多到少", ": most first")]
    return table(rows, names, heads, Text("假设", "assumption"))


def _said(names: tuple[SchemeName, ...] | list[SchemeName]) -> str:
    return str(join([SCHEMES[name] for name in names], " > ", " > "))
