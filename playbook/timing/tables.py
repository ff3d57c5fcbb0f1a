"""The numbers behind the charts on timing, as tables that a page shows or quotes."""

from __future__ import annotations

import math

import pandas as pd

from playbook.claims import OUTCOMES, test_claim
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.language import Text
from playbook.timing.analysis import EVENING_RULE, by_hour
from playbook.week import clock


def evening(known: Facts | None = None) -> pd.DataFrame:
    """The evening rule in numbers: a row an account, with the verdict."""
    facts = known or present_facts()
    heads = [
        Text("结论", "verdict"),
        Text("比值", "ratio"),
        Text("95% 区间", "95% interval"),
        Text("工作日晚间条数", "workday evening posts"),
        Text("工作日其余条数", "other workday posts"),
    ]
    rows = [
        (
            str(OUTCOMES[row.outcome]),
            "—" if math.isnan(row.ratio) else f"{row.ratio:.2f}",
            "—" if math.isnan(row.ratio) else f"{row.low:.2f}–{row.high:.2f}",
            row.inside,
            f"{row.outside:,}",
        )
        for row in (test_claim(facts.posts, EVENING_RULE, each.id) for each in facts.company.accounts)
    ]
    table = pd.DataFrame(rows, [each.name for each in facts.company.accounts], [str(head) for head in heads])
    return table.rename_axis(columns=str(Text("账号", "account")))


def hours(known: Facts | None = None, account: str | None = None) -> pd.DataFrame:
    """One account's hours as a table: posts, all reactions, mean and median per post."""
    facts = known or present_facts()
    table = by_hour(facts.posts, account or facts.main)
    table = table[table["posts"] > 0].round(0).astype(int)
    table.index = pd.Index([str(clock(int(hour))) for hour in table.index])
    heads = {
        "posts": Text("微博条数", "posts"),
        "total": Text("互动合计", "reactions in all"),
        "mean": Text("平均每条", "mean per post"),
        "median": Text("中位数", "median"),
    }
    table = table.map("{:,}".format)
    return table.rename(columns={name: str(text) for name, text in heads.items()}).rename_axis(
        columns=str(Text("钟点", "hour"))
    )
