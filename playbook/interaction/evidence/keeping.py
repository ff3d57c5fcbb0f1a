"""Keeping followers or winning them, buying them, and the one article that says both: who is still there later."""

from __future__ import annotations

import math

import pandas as pd

from playbook.conflicts import Evidence
from playbook.facts import Facts
from playbook.interaction.analysis.estimates import share
from playbook.interaction.analysis.retention import LATER, ORIGINS, retained
from playbook.interaction.evidence.about import about
from playbook.interaction.evidence.following import group_is_idle, group_said
from playbook.language import Text, join, same

STAYED = Text(
    "90 天后还在的（括号里是 95% 区间）：{rows}。"
    "要 100 位留到 90 天后，{best}要来 {few:.0f} 位，{worst}要来 {many:.0f} 位",
    "still there after 90 days (in brackets the 95% interval): {rows}. For 100 to be there after 90 days it takes "
    "{few:.0f} {best} and {many:.0f} {worst}",
)
ROW = Text("{name} {share:.0%}（{low:.0%}–{high:.0%}）", "{name} {share:.0%} ({low:.0%} to {high:.0%})")
SHARE = Text("{name} {share:.0%}", "{name} {share:.0%}")
COST = Text(
    "；往年的活动，每留下一位到 90 天后，通常花 {cost:.0f} 元",
    "; campaigns typically cost {cost:.0f} yuan for each follower still there after 90 days",
)
VALUE = Text("。留下的人一位值多少，数据没有记。", ". What a follower who stays is worth is not in the data.")
TOO_FEW = Text(
    "每一种来路，能看到 90 天后的人都不够，答不了。",
    "Too few followers of any origin were watched for 90 days, so the data cannot say.",
)
BOUGHT = Text(
    "买来的 {count} 位，90 天后还在 {kept:.0%}；人工看过其中 {checked} 位，{empty} 位是空壳{between}。"
    "这一题不由数据定，由法律和平台规则定。",
    "{count} were bought, {kept:.0%} of them still there after 90 days; of the {checked} looked at by hand, {empty} "
    "are empty{between}. It is not the data that decide here, but the law and the platform’s rules.",
)
BETWEEN = Text("（95% 区间 {low:.0%}–{high:.0%}）", " (95% interval {low:.0%} to {high:.0%})")
NOT_BOUGHT = Text(
    "粉丝样本里没有买来的。这一题不由数据定，由法律和平台规则定。",
    "Nobody in the sample of followers was bought. It is not the data that decide here, but the law and the platform’s "
    "rules.",
)
MEANS = Text(
    "90 天后还在的粉丝：{rows}。{group}。互粉群和求来的粉丝没有单记来路，留下几成，数据答不了。",
    "followers still there after 90 days: {rows}. {group}. Followers won by follow-back groups or by asking are not "
    "marked, so how many of them stay the data cannot say.",
)


@about("followers")
def retention_vs_acquisition(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - as in every system
    """How many have to be won, by each way of winning them, for a hundred to be still there?"""
    table = _known(facts)
    if table.empty:
        return Evidence(TOO_FEW)
    best, worst = table.iloc[0], table.iloc[-1]
    said = STAYED.format(
        rows=_rows(table), best=_name(table.index[0]), worst=_name(table.index[-1]),
        few=100 / best["kept_90"], many=100 / worst["kept_90"],
    )  # fmt: skip
    cost = _cost_of_one_kept(facts)
    said += (COST.format(cost=cost) if cost else Text("", "")) + VALUE
    return Evidence(said, ("keep_first",) if worst["kept_90_high"] < best["kept_90_low"] else ())


@about("followers")
def buying_fans(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - likewise
    """What came of bought followers? The law decides, so no position is favoured."""
    table = facts.followers
    own = pd.DataFrame() if table is None else table[table["origin"] == "bought"]
    if own.empty:
        return Evidence(NOT_BOUGHT)
    looked = own["checked_empty"].dropna()
    empty = share(int(looked.sum()), len(looked))
    between = BETWEEN.format(low=empty.low, high=empty.high) if len(looked) else Text("", "")
    kept = float(retained(facts)["kept_90"]["bought"])
    if math.isnan(kept):
        return Evidence(TOO_FEW)
    return Evidence(
        BOUGHT.format(count=len(own), kept=kept, checked=len(looked), empty=int(looked.sum()), between=between)
    )


@about("followers")
def article6_growth_means_vs_principle(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - likewise
    """Do the article's means bring people who answer, and do those that its principle brings stay?"""
    table, group = _known(facts), group_said(facts)
    if table.empty:
        return Evidence(TOO_FEW)
    head = group or Text("清单里没有互粉群的账号", "No member of a follow-back group is on the list")
    rows = join([SHARE.format(name=_name(name), share=kept) for name, kept in table["kept_90"].items()])
    return Evidence(MEANS.format(group=head, rows=rows), ("principle",) if group_is_idle(facts) else ())


def _known(facts: Facts) -> pd.DataFrame:
    """Return the origins whose share after 90 days is known and not nought, who stays longest first."""
    table = retained(facts)
    return table if table.empty else table[table["kept_90"] > 0]


def _rows(table: pd.DataFrame) -> Text:
    rows = [
        ROW.format(name=_name(name), share=kept, low=low, high=high)
        for name, kept, low, high in zip(
            table.index, table["kept_90"], table["kept_90_low"], table["kept_90_high"], strict=True
        )
    ]
    return join(rows)


def _name(origin: object) -> Text:
    return next((said for key, said in ORIGINS.items() if key == origin), same(str(origin)))


def _cost_of_one_kept(facts: Facts) -> float | None:
    """Return what a campaign typically paid for a follower still there after LATER days; None where nobody knows."""
    if facts.campaigns is None:
        return None
    kept = facts.campaigns[f"kept_{LATER}"].astype("Float64")
    each = (facts.campaigns["cost"] / kept.where(kept > 0)).dropna()
    return float(each.median()) if len(each) else None
