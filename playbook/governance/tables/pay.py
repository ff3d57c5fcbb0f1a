"""The simulation of pay as tables: what each scheme brings, what is assumed, and what would turn the order over."""

from __future__ import annotations

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.governance.charts.pay import OF, SCHEMES
from playbook.governance.incentive import SchemeName
from playbook.governance.incentive_runs import COMPARED, Outcome, compared, sensitivity, year
from playbook.governance.incentive_work import ACTS, SPENT, assumptions
from playbook.interaction.analysis.retention import LATER, ORIGINS, retention
from playbook.interaction.missing import no_followers
from playbook.interaction.tables.shown import cannot_tell, percent
from playbook.language import Text
from playbook.tables import NOTHING, half_up, table

SOURCES = {
    "sample": Text("示例公司的数据（虚构）", "the sample’s data (invented)"),
    "article-4": Text("来源文章第 4 篇", "source article 4"),
}
ASSUMED = Text("我们假设的", "assumed by us")
NO_RELAYS = Text(
    "没有转发记录，看不出谁替谁转了什么。", "There is no record of relays, so nothing says who helped whom."
)
SCHEME = Text("怎么付钱", "scheme")


def outcomes(*names: SchemeName, of: tuple[Outcome, ...] = tuple(OF)) -> pd.DataFrame:
    """Return what a team’s year brings under each scheme: the middle of a thousand runs."""
    found = compared(names or COMPARED)
    rows = [tuple(f"{row[outcome] / OF[outcome][1]:,.0f}" for outcome in of) for _, row in found.iterrows()]
    return table(rows, [str(SCHEMES[name]) for name in names or COMPARED], [OF[each][0] for each in of], SCHEME)


def hours(*names: SchemeName) -> pd.DataFrame:
    """Return what a person’s month is spent on after a year of each scheme: whole hours, the mean of all runs."""
    shown = names or COMPARED
    rows = [tuple(half_up(float(each)) for each in year(name).hours.mean(axis=0)) for name in shown]
    return table(rows, [str(SCHEMES[name]) for name in shown], [SPENT[act] for act in ACTS], SCHEME)


def origins(known: Facts | None = None) -> pd.DataFrame:
    """Return where followers came from, who was there after 90 days, who was empty, and what a yuan each would pay."""
    facts = known or present_facts()
    if facts.followers is None:
        return cannot_tell(no_followers(facts) or Text("", ""))
    rows, names = [], []
    for key, said in ORIGINS.items():
        own = facts.followers[facts.followers["origin"] == key]
        if len(own):
            looked = own["checked_empty"].dropna()
            empty = f"{int(looked.sum())} / {len(looked)}" if len(looked) else NOTHING
            rows.append((len(own), percent(retention(facts)[key].after(LATER).value), empty, f"{len(own):,}"))
            names.append(str(said))
    heads = [
        Text("来了几位", "joined"),
        Text("90 天后还在", "there after 90 days"),
        Text("空壳 / 人工看过", "empty / looked at"),
        Text("一元一个，付几元", "paid, at a yuan each"),
    ]  # fmt: skip
    return table(rows, names, heads, Text("从哪里来", "brought by"))


def helped(known: Facts | None = None, rows: int = 5) -> pd.DataFrame:
    """Return which account relayed which other one, how often, and the reactions that brought: the most first."""
    facts = known or present_facts()
    if facts.relays is None or facts.relays.empty:
        return cannot_tell(NO_RELAYS)
    told = facts.relays.groupby(["by", "of"])["brought"].agg(["size", "sum"])
    told = told.sort_values("sum", ascending=False).head(rows)
    named = {each.id: f"@{each.name}" for each in facts.company.accounts}
    shown = [(named.get(of, of), f"{times:,}", f"{brought:,}", named.get(of, of)) for (_, of), times, brought in
             told.itertuples()]  # fmt: skip
    heads = [
        Text("替谁转", "relayed"), Text("转了几条", "posts relayed"), Text("带来几次互动", "reactions brought"),
        Text("记在谁的计分卡上", "counted on the card of"),
    ]  # fmt: skip
    return table(shown, [named.get(by, by) for by, _ in told.index], heads, Text("谁转的", "who relayed"))


def assumed(*groups: str) -> pd.DataFrame:
    """Return what the simulation assumes, with its value and where that comes from; of some groups, or all."""
    rows, names = [], []
    for group, of in assumptions().items():
        for each in of.values() if not groups or group in groups else ():
            rows.append((f"{each['value']:,g}", str(SOURCES.get(each.get("source", ""), ASSUMED))))
            names.append(str(Text(each["zh"], each["en"])))
    return table(rows, names, [Text("多少", "value"), Text("哪里来的", "from")], Text("假设", "assumption"))


def places(outcome: Outcome = "orders") -> pd.DataFrame:
    """Return how often each scheme comes first, in the middle, and among the last two, over all changes of assumptions.

    Most firsts on top; a head says how many changes there were.
    """
    orders = [list(names) for names in sensitivity(outcome)["order"]]
    at = {name: [names.index(name) for names in orders] for name in COMPARED}
    last = len(COMPARED) - 2
    rows = {
        name: (
            sum(each == 0 for each in found),
            sum(0 < each < last for each in found),
            sum(each >= last for each in found),
        )
        for name, found in at.items()
    }
    shown = sorted(rows, key=lambda name: (-rows[name][0], rows[name][2]))
    heads = [Text("第一", "first"), Text("第二到第四", "second to fourth"), Text("最后两名", "last two")]
    corner = Text("改 {n} 次，{what}排在", "{n} changes, place by {what}").format(n=len(orders), what=OF[outcome][0])
    return table([rows[name] for name in shown], [str(SCHEMES[name]) for name in shown], heads, corner)
