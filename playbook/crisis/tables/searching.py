"""A search in numbers: what it returned beside what was counted, and what each would have us believe."""

from __future__ import annotations

import pandas as pd

from playbook.crisis.analysis.completeness import State, by_day, days_in, told_by
from playbook.crisis.missing import no_searched
from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.tables.shown import cannot_tell, decimal, percent
from playbook.language import Text
from playbook.tables import number, table

STATES: dict[State, Text] = {
    "whole": Text("翻完了", "read to the end"),
    "cut": Text("翻到顶，截断了", "cut at the ceiling"),
    "broken": Text("翻一页就断了", "broke off"),
}
FOUND, PAGE = Text("搜到几条", "found"), Text("翻到第几页", "last page")
COUNTED, SHARE = Text("实际几条", "counted"), Text("搜到几成", "share found")
COLUMNS = {"found": Text("搜来的", "the search"), "counted": Text("数出来的", "the count")}


def found_by_day(
    known: Facts | None = None, first: str = "2025-11-05", last: str = "2025-11-20", *, counted: bool = True
) -> pd.DataFrame:
    """What the search found each day and on which page it stopped; with what was `counted`, share and state too."""
    facts = known or present_facts()
    missing, told = no_searched(facts), by_day(facts)
    if missing is not None or told is None:
        return cannot_tell(missing or Text("", ""))
    own = told.loc[first:last]
    rows = [
        (number(each["found"]), number(each["page"]))
        + ((number(each["counted"]), percent(each["share"]), str(STATES[each["state"]])) if counted else ())
        for each in own.to_dict("records")
    ]
    heads = [FOUND, PAGE, *([COUNTED, SHARE, Text("怎么样", "state")] if counted else [])]
    return table(rows, [f"{day:%m-%d}" for day in own.index], heads, Text("哪天", "day"))


def search_says(known: Facts | None = None) -> pd.DataFrame:
    """What a search and a count each say of the same weeks: the busiest day, and how far above the usual it was."""
    facts = known or present_facts()
    missing = no_searched(facts)
    if missing is not None:
        return cannot_tell(missing)
    heads = [
        Text("最高的一天", "busiest day"), Text("是平常的几倍", "times the usual"),
        Text("占全部几成", "share of all"), Text("截断几天", "days cut"), Text("断了几天", "days lost"),
    ]  # fmt: skip
    cut, broken = (len(days_in(facts, state)) for state in ("cut", "broken"))
    rows, names = [], []
    for column, says in COLUMNS.items():
        told = told_by(facts, column)  # type: ignore[arg-type] # one of the two
        if told is not None:
            lost = (f"{cut}", f"{broken}") if column == "found" else ("0", "0")
            rows.append((f"{told.peak:%m-%d}", decimal(told.times), percent(told.share), *lost))
            names.append(str(says))
    return table(rows, names, heads, Text("谁说", "says"))
