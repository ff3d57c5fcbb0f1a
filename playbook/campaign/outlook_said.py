"""An outlook in words: the ranges in round numbers, what they come from, and which campaigns were like it."""

from __future__ import annotations

import math
from decimal import Decimal

import pandas as pd

from playbook.campaign.analysis import name_of
from playbook.campaign.outlook import Outlook, Range
from playbook.language import Text, join

NOTHING_SAID = Text("预计不了：{why}", "Nothing can be expected. {why}")
RANGES = Text(
    "参加 {entries}人次，涨粉 {new}人，90 天后留下 {kept}人",
    "{entries} entries, {new} new followers, {kept} of them kept after 90 days",
)
PRICE = Text("；留下一个粉丝 {price}元", "; {price} yuan for each follower kept")
PRICE_OPEN = Text(
    "；留下一个粉丝 {low} 元起，最坏时一个也留不下", "; from {low} yuan for each follower kept, at worst none stays"
)
EIGHT = Text(
    "。这样的活动，十次里有八次落在这些范围里。", ". Eight campaigns in ten like it end up within these ranges."
)
SOURCE = {
    "line": Text(
        "人次和涨粉照过去 {n} 次活动算，留下几成照奖品同类的 {kept} 次算。",
        " Entries and followers go by {n} past campaigns, the share kept by {kept} whose prize was of the same sort.",
    ),
    "nearest": Text(
        "活动太少，画不出线：人次和涨粉照最像的 {n} 次算，留下几成照奖品同类的 {kept} 次算。",
        " Too few for a line: entries and followers go by the {n} campaigns most like it, the share kept by {kept} "
        "whose prize was of the same sort.",
    ),
}
LIKE = Text("最像的是{names}。", " Most like it: {names}.")
BETWEEN = Text("{low:f} 到 {high:f} ", "{low:,f} to {high:,f}")


def said(outlook: Outlook, campaigns: pd.DataFrame | None) -> Text:
    """Say an outlook in a few sentences, or why there is none."""
    if outlook.refused or campaigns is None:
        return NOTHING_SAID.format(why=join(list(outlook.refused), "", " "))
    told = RANGES.format(
        entries=between(outlook.entries), new=between(outlook.new_followers), kept=between(outlook.kept)
    )
    source = SOURCE[outlook.by].format(n=outlook.out_of, kept=outlook.kept_of)
    like = LIKE.format(names=join([name_of(campaigns, each) for each in outlook.nearest]))
    cautions = join([Text("", " ") + each for each in outlook.cautions], "", "")
    return told + _price_said(outlook.per_kept) + EIGHT + source + like + cautions


def between(found: Range | None) -> Text:
    """Say a range from low to high, each rounded to two figures that tell."""
    if found is None:
        return Text("", "")
    return BETWEEN.format(low=rounded(found.low), high=rounded(found.high))


def rounded(value: float) -> Decimal:
    """Return a number with two figures that tell: 1234 becomes 1200, 6.04 becomes 6; wants a finite one."""
    if value <= 0:
        return Decimal(0)
    step = Decimal(10) ** (math.floor(math.log10(value)) - 1)
    return max(Decimal(round(Decimal(value) / step)) * step, step).normalize()


def _price_said(found: Range | None) -> Text:
    if found is None:
        return Text("", "")
    if math.isinf(found.high):
        return PRICE_OPEN.format(low="—" if math.isinf(found.low) else f"{rounded(found.low):f}")
    return PRICE.format(price=between(found))
