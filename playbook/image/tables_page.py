"""What lesson and exercise 2.1 show as tables: elements and papers then and now, and who stays of whom searches."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.image.analysis.searches import KINDS, by_kind
from playbook.image.charts.searched import NO_SEARCHES
from playbook.interaction.tables.shown import cannot_tell
from playbook.language import Text
from playbook.tables import number, table

SEARCHED = Text("搜的词", "search term")
HEADS: dict[str, tuple[Text, Text, Text]] = {
    "elements": (Text("第 3 篇的六样", "article 3’s six"), Text("当年", "then"), Text("今天", "now")),
    "papers": (Text("材料", "paper"), Text("第 5 篇怎么说", "what article 5 said"), Text("今天", "now")),
}


@cache
def _written() -> dict[str, Any]:
    return tomllib.loads(resources.files("playbook.image").joinpath("then_now.toml").read_text("utf-8"))


def then_and_now(what: Literal["elements", "papers"]) -> pd.DataFrame:
    """Return what an article said of the elements of a page, or of the papers to file, and what is left of it."""
    corner, *heads = HEADS[what]
    listed = _written()[what]
    rows = [(str(Text.of(each["then"])), str(Text.of(each["now"]))) for each in listed]
    return table(rows, [str(Text.of(each["name"])) for each in listed], heads, corner)


def counts(known: Facts | None = None) -> pd.DataFrame:
    """Return searches, visits and follows of each kind of term in the year, and nothing divided by anything."""
    facts = known or present_facts()
    if facts.searches is None:
        return cannot_tell(NO_SEARCHES)
    found = by_kind(facts.searches)
    rows = [(number(each.searches), number(each.visits), number(each.follows)) for each in found.values()]
    heads = [Text("搜了几次", "searches"), Text("打开主页", "page opened"), Text("关注", "follows")]
    return table(rows, [str(KINDS[kind]) for kind in found], heads, SEARCHED)


def stays(known: Facts | None = None) -> pd.DataFrame:
    """Return follows per 100 visits by each kind of term, with the interval."""
    facts = known or present_facts()
    if facts.searches is None:
        return cannot_tell(NO_SEARCHES)
    found = by_kind(facts.searches)
    rows = [
        (f"{100 * each.stay.ratio:.1f}", f"{100 * each.stay.low:.1f}–{100 * each.stay.high:.1f}")
        for each in found.values()
    ]
    heads = [Text("每打开 100 次关注", "follows per 100 opened"), Text("95% 区间", "95% interval")]
    return table(rows, [str(KINDS[kind]) for kind in found], heads, SEARCHED)
