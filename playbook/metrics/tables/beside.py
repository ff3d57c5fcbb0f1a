"""What stands beside a measure: peers, and the measures that may lead it."""

from __future__ import annotations

import math

import pandas as pd

from playbook.claims import OUTCOMES
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.metrics.analysis.done import NOT_NOTED, done, launched
from playbook.metrics.analysis.estimates import Estimate
from playbook.metrics.analysis.leads import leads as leads_of
from playbook.metrics.analysis.peers import NO_PEERS, against, own_trends
from playbook.metrics.analysis.peers import standing as standing_of
from playbook.metrics.charts.frame import NO_WEEKS, named
from playbook.metrics.tables.shown import CHANGE, change, changes, lacking
from playbook.tables import INTERVAL, NOTHING, VERDICT, between, number, table

PEER, OWN_TREND = Text("同行", "peer"), Text("一年里和大家的差距", "gap to all in a year")
COMPARED, YES, NO = Text("拿来比吗", "compared with"), Text("比", "yes"), Text("剔出", "left out")
WITH = (Text("所有同行", "all peers"), Text("剔出走势不一样的", "without those apart"))
GAP_BEFORE = Text("上市前一年差距的变化", "gap in the year before")
MEASURE, ALIKE = Text("什么数", "measure"), Text("看着有多像", "how alike")
TENTH = Text("上一周多 10%，订单", "orders, if 10% more the week before")
OURS = Text("我们", "we")


def peers(known: Facts | None = None) -> pd.DataFrame:
    """Return what each peer’s gap to all did in a year before the launch, the steepest rise first."""
    facts = known or present_facts()
    it = done(facts, "launch")
    if it is None or facts.peers is None:
        return lacking(NOT_NOTED if facts.peers is not None else NO_PEERS)
    found = own_trends(facts.peers, it.day).sort_values("value", ascending=False)
    rows = [
        (change(Estimate(value, low, high)), changes(Estimate(value, low, high)), str(NO if apart else YES))
        for value, low, high, apart in found.itertuples(index=False)
    ]
    return table(rows, [str(peer) for peer in found.index], [OWN_TREND, INTERVAL, COMPARED], PEER)


def beyond_peers(known: Facts | None = None) -> pd.DataFrame:
    """Return what came to posts beyond the peers after the launch: against all of them, and without those apart."""
    facts = known or present_facts()
    it = done(facts, "launch")
    if it is None:
        return lacking(NOT_NOTED if facts.peers is not None else NO_PEERS)
    rows, names = [], []
    for name, every in zip(WITH, (True, False), strict=True):
        found = against(facts, it.account, it.day, every=every)
        if isinstance(found, Text):
            return lacking(found)
        difference, verdict = found.difference, str(OUTCOMES[found.difference.outcome])
        rows.append((len(found.kept), change(difference), changes(difference), verdict, changes(found.before)))
        names.append(str(name))
    heads = [Text("几家", "peers"), CHANGE, INTERVAL, VERDICT, GAP_BEFORE]
    return table(rows, names, heads, Text("和谁比", "compared with"))


def standing(known: Facts | None = None, account: str | None = None, weeks: int = 12, most: int = 8) -> pd.DataFrame:
    """Return us among the peers over the latest weeks: medians of a week, for every 1,000 followers, the highest first.

    At most `most` rows, ours always among them.
    """
    facts = known or present_facts()
    if facts.peers is None or facts.weekly is None:
        return lacking(NO_PEERS)
    last = facts.peers["week"].max()
    found = standing_of(facts, account or facts.main, last - pd.Timedelta(days=7 * (weeks - 1)), last)
    place = {name: at for at, name in enumerate(found.index, start=1)}
    shown = [name for name in found.index if name == "us" or place[name] < most]
    rows = [
        (place[name], number(followers), number(posts), number(each), f"{per_1000:,.1f}")
        for name, (followers, posts, each, per_1000) in zip(found.index, found.itertuples(index=False), strict=True)
        if name in shown
    ]
    heads = [
        Text("第几", "place"), Text("粉丝", "followers"), Text("一周条数", "posts a week"),
        Text("每条互动", "reactions a post"), Text("每 1,000 粉丝的互动", "reactions for 1,000 followers"),
    ]  # fmt: skip
    return table(rows, [str(OURS) if name == "us" else str(name) for name in shown], heads, PEER)


def leads(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """Return how alike each measure looks to orders, and what it tells of them a week ahead: the verdict is asked."""
    facts = known or present_facts()
    name = account or facts.main
    found = leads_of(facts, name, without=launched(facts) if name == "flagship" else ())
    if not found:
        return lacking(NO_WEEKS)
    rows = []
    for lead in found.values():
        tenth = Estimate(*(math.log(1.1) * end for end in lead.moves[1]))
        said = NOTHING if not tenth.known else f"{tenth.percent.value:+.1f}%".replace("-", "−")
        ends = NOTHING if not tenth.known else _ends(tenth.percent)
        alike = f"{lead.naive:.2f}" if math.isfinite(lead.naive) else NOTHING
        rows.append((alike, said, ends))
    return table(rows, [str(named(each)) for each in found], [ALIKE, TENTH, INTERVAL], MEASURE)


def _ends(found: Estimate) -> str:
    low, high = (f"{end:+.1f}%".replace("-", "−") for end in (found.low, found.high))
    return between(low, high)
