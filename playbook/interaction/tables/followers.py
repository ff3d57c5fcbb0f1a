"""Followers in numbers: who stays, whom a rule suspects, and what was found by hand."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.analysis.empty import MARKS, RULE, empty, suspected, wrong_calls
from playbook.interaction.analysis.retention import LATER, ORIGINS, SOON, retained
from playbook.interaction.analysis.retention import retention as curves_of
from playbook.interaction.missing import MARKED, no_followers, not_checked
from playbook.interaction.tables.shown import cannot_tell, decimal, percent, percent_between
from playbook.language import Text
from playbook.tables import INTERVAL, NOTHING, number, table

SOON_95, LATER_95 = Text("95%，30 天后", "95%, after 30 days"), Text("95%，90 天后", "95%, after 90 days")


def retention(known: Facts | None = None) -> pd.DataFrame:
    """Who is still there: a row an origin, who stays longest first."""
    facts = known or present_facts()
    missing = no_followers(facts)
    if missing is not None:
        return cannot_tell(missing)
    heads = [
        Text("来了几位", "joined"), Text("年底还在", "still there"), Text("30 天后还在", "after 30 days"), SOON_95,
        Text("90 天后还在", "after 90 days"), LATER_95, Text("头十二个月平均待几个月", "months of the first 12"),
        Text("人工看过 / 空壳", "looked at / empty"),
    ]  # fmt: skip
    curves, names = curves_of(facts), [str(name) for name in retained(facts).index]
    rows = []
    for name, told in zip(names, (curves[each] for each in retained(facts).index), strict=True):
        soon, later = told.after(SOON), told.after(LATER)
        shares = (percent(soon.value), percent_between(soon), percent(later.value), percent_between(later))
        months = decimal(float(retained(facts)["months"][name]))
        rows.append((f"{told.count:,}", f"{told.lasting:,}", *shares, months, _looked(facts, name)))
    said = [str(each) for name in names for key, each in ORIGINS.items() if key == name]
    return table(rows, said, heads, Text("从哪里来", "how they came"))


def found(known: Facts | None = None, marks: int = RULE.marks) -> pd.DataFrame:
    """What the hand found on either side of the rule: how many are suspected, looked at, and truly empty."""
    facts = known or present_facts()
    missing = not_checked(facts)
    if missing is not None or facts.followers is None:
        return cannot_tell(missing or Text("", ""))
    heads = [
        Text("占全部粉丝", "of all followers"), Text("人工看过", "looked at by hand"),
        Text("其中空壳", "of them empty"),
    ]  # fmt: skip
    guilty = suspected(facts.followers, replace(RULE, marks=marks))
    rows = []
    for side in (True, False):
        own = facts.followers[guilty == side]
        looked = own["checked_empty"].dropna()
        rows.append((f"{len(own) / len(guilty):.1%}", f"{len(looked):,}", f"{int(looked.sum()):,}"))
    names = [str(Text("规则怀疑的", "suspected")), str(Text("规则不怀疑的", "not suspected"))]
    return table(rows, names, heads, MARKED.format(n=marks))


def _looked(facts: Facts, origin: str) -> str:
    """Return how many of an origin were looked at by hand, and how many of these are empty; a dash where nobody was."""
    if facts.followers is None:
        return NOTHING
    looked = facts.followers.loc[facts.followers["origin"] == origin, "checked_empty"].dropna()
    return f"{len(looked):,} / {int(looked.sum()):,}" if len(looked) else NOTHING


def rules(known: Facts | None = None) -> pd.DataFrame:
    """The rule with one to five marks: whom it suspects, how many are empty in truth, and what it gets wrong."""
    facts = known or present_facts()
    missing = not_checked(facts)
    if missing is not None:
        return cannot_tell(missing)
    heads = [
        Text("怀疑", "suspected"), Text("改正以后的空壳", "empty once corrected"), INTERVAL,
        Text("每千位误伤真读者", "readers blocked, per 1,000"), Text("每千位放过空壳", "empty ones kept, per 1,000"),
    ]  # fmt: skip
    rows = []
    for count in range(1, MARKS + 1):
        rule = replace(RULE, marks=count)
        told, wrong = empty(facts, rule), wrong_calls(facts, rule)
        shares = (percent(told.suspected.value), percent(told.corrected.value), percent_between(told.corrected))
        rows.append((*shares, number(wrong.readers_blocked), number(wrong.empty_kept)))
    names = [str(MARKED.format(n=count)) for count in range(1, MARKS + 1)]
    return table(rows, names, heads, Text("规则", "rule"))
