"""Accounts to follow in numbers: what each kind brings and takes, single accounts, and a list that grows."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pandas as pd

from playbook.facts import Facts
from playbook.facts import facts as present_facts
from playbook.interaction.analysis.candidates import by_kind, minutes_each
from playbook.interaction.analysis.candidates import growth as growth_of
from playbook.interaction.analysis.estimates import Estimate
from playbook.interaction.kinds import followed_said
from playbook.interaction.missing import no_candidates
from playbook.interaction.tables.shown import cannot_tell, decimal, percent, percent_between
from playbook.language import Text
from playbook.tables import table

KIND, MINUTES = Text("是哪一类", "kind"), Text("一周读几分钟", "minutes a week")
ANSWERED, SIGNALS = Text("评了 / 答了", "our comments / answered"), Text("有用的消息", "useful signals")
ANSWERED_95, WORTH_95 = Text("95%，答了几成", "95%, answered"), Text("95%，1 小时得几条", "95%, signals for an hour")
WEEKS = (1, 4, 12, 26, 52)


def kinds(known: Facts | None = None) -> pd.DataFrame:
    """What each kind of account answers, brings and takes; most signals for an hour of reading first."""
    facts = known or present_facts()
    told = by_kind(facts)
    if told is None:
        return cannot_tell(no_candidates(facts) or Text("", ""))
    heads = [
        Text("几个", "accounts"), ANSWERED, Text("答了几成", "answered"), ANSWERED_95, SIGNALS, MINUTES,
        Text("读 1 小时得几条", "signals for an hour"), WORTH_95,
    ]  # fmt: skip
    ordered = told.sort_values("worth", ascending=False, kind="stable")
    rows = [_kind(row) for row in ordered.to_dict("records")]
    return table(rows, [str(followed_said(str(kind))) for kind in ordered.index], heads, KIND)


def candidates(known: Facts | None = None, accounts: Collection[str] | None = None) -> pd.DataFrame:
    """Single accounts (all, if None), in the order of the list: what they are, write, answer, bring and take."""
    facts = known or present_facts()
    if facts.candidates is None:
        return cannot_tell(no_candidates(facts) or Text("", ""))
    heads = [
        KIND, Text("每月条数", "posts a month"), Text("30 条里谈茶的", "on tea, of 30"), ANSWERED,
        Text("关注我们", "follows us"), SIGNALS, MINUTES,
    ]  # fmt: skip
    own = facts.candidates
    own = own if accounts is None else own[own["id"].isin(list(accounts))]
    every = own.to_dict("records")
    return table([_account(row) for row in every], [str(_name(row)) for row in every], heads, Text("账号", "account"))


def growth(known: Facts | None = None, per_day: int = 5) -> pd.DataFrame:
    """What so many a day come to, five days a week, none dropped: accounts followed, and hours a week to read them."""
    facts = known or present_facts()
    missing = no_candidates(facts)
    if missing is not None:
        return cannot_tell(missing)
    told = growth_of(minutes_each(facts), per_day, WEEKS)
    pairs = zip(told["followed"].tolist(), told["minutes"].tolist(), strict=True)
    rows = [(f"{followed:,}", decimal(minutes / 60)) for followed, minutes in pairs]
    names = [str(Text(f"{week} 周后", f"after {week} weeks" if week > 1 else "after 1 week")) for week in WEEKS]
    heads = [Text("关注了几个", "accounts followed"), Text("一周读几小时", "hours a week to read")]
    return table(rows, names, heads, Text("一天加 {n} 个", "{n} a day").format(n=per_day))


def _kind(row: dict[Any, Any]) -> tuple[str, ...]:
    answers = Estimate(row["answers"], row["answers_low"], row["answers_high"])
    return (
        f"{row['accounts']:,}", f"{row['commented']} / {row['answered']}", percent(answers.value),
        percent_between(answers), f"{row['signals']:,}", decimal(row["minutes"]), decimal(row["worth"]),
        f"{decimal(row['worth_low'])}–{decimal(row['worth_high'])}",
    )  # fmt: skip


def _account(row: dict[Any, Any]) -> tuple[str, ...]:
    follows = Text("是", "yes") if row["follows_us"] else Text("否", "no")
    return (
        str(followed_said(row["kind"])), f"{row['posts_a_month']:,}", str(row["tea_of_30"]),
        f"{row['commented']} / {row['answered']}", str(follows), str(row["signals"]), decimal(row["minutes_a_week"]),
    )  # fmt: skip


def _name(row: dict[Any, Any]) -> Text:
    return Text(row["name"], row["name_en"])
