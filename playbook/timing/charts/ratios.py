"""Ratios with their intervals: a line for each account (or weekday, or set of hours), against the mark of 1×."""

from __future__ import annotations

from matplotlib.figure import Figure

from playbook.account_charts import NO_HOURS
from playbook.bars import intervals
from playbook.claims import Claim, test_claim
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.figures import cannot_show, chart
from playbook.language import Text
from playbook.posts import tells_hours
from playbook.timing.analysis import EVENING_RULE, WEEKEND_RULE


def evening_by_account(known: Facts | None = None) -> Figure:
    """Does the evening rule hold? One account a line: the ratio, its interval, and what the data say."""
    facts = known or present_facts()
    title = Text(
        "工作日 18 点到 23 点发的，比别的钟点得到更多互动吗？",
        "On workdays, do posts from 18:00 to 23:00 get more than others?",
    )
    return _by_account(title, facts, EVENING_RULE, Text("晚间 {n} 条", "{n} evening posts"), verdicts=True)


def weekend_by_account(known: Facts | None = None) -> Figure:
    """Does the weekend rule hold? The same picture without the verdict, which is the reader's to give."""
    facts = known or present_facts()
    title = Text(
        "周末 13 点到 14 点、17 点到 20 点发的，比周末别的钟点得到更多互动吗？",
        "At weekends, do posts from 13:00 to 14:00 and 17:00 to 20:00 get more?",
    )
    return _by_account(title, facts, WEEKEND_RULE, Text("这些钟点 {n} 条", "{n} at these hours"), verdicts=False)


def _by_account(title: Text, facts: Facts, claim: Claim, counted: Text, *, verdicts: bool) -> Figure:
    if not tells_hours(facts.posts):
        return cannot_show(title, NO_HOURS, facts)
    names = [each.id for each in facts.company.accounts if (facts.posts["account"] == each.id).any()]
    figure, [axes] = chart(title, facts, height=0.55 * len(names) + 1.3)
    rows = [test_claim(facts.posts, claim, name) for name in names]
    intervals(axes, rows, verdicts=verdicts)
    said = [Text(f"{facts.company.account(name).name}（", f"{facts.company.account(name).name} (") for name in names]
    labels = [name + counted.format(n=row.inside) + Text("）", ")") for name, row in zip(said, rows, strict=True)]
    axes.set_yticks(range(len(rows)), [str(each) for each in labels])
    return figure
