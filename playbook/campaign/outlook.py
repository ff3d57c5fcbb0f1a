"""What a brief may expect, as a range, out of past campaigns; and nothing where nobody has tried the like.

Entries come from the line through all past campaigns (`analysis_entries`), whose own misses are drawn again: what it
missed by then, it may miss by now. Followers won for an entry, and the share of them kept, are drawn from campaigns
that were, the share from those whose prize was tied to the business, or not, as this one's is. Where there are too few
campaigns for a line, the nearest ones speak for themselves. A range holds eight in ten of what may come (10% to 90%).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from playbook.campaign.analysis import ENOUGH_CAMPAIGNS, TYPES
from playbook.campaign.analysis_entries import Fit, design, fit
from playbook.language import Text

Floats = npt.NDArray[np.float64]
DRAWS = 4000
LOW, HIGH = 10, 90
TRIED = 3  # campaigns that must have gone as far: one that did so once tells no range
NEAREST = 12  # campaigns that speak where no line can be drawn
NOBODY = Text(
    "没有一次活动的记录，没有什么可以预计。", "There is no record of any campaign, so nothing can be expected."
)
TOO_FEW = Text(
    "奖品同类、又知道留下多少人的活动只有 {n} 次，不到 {least} 次，预计不出范围。",
    "Of only {n} campaigns with a prize of this sort is it known who stayed, fewer than {least}: that tells no range.",
)
NEW_ACCOUNT = Text("这个账号还没有办过活动，没有什么可以参照。", "This account never ran a campaign: nothing to go by.")
NEW_TYPE = Text("还没有办过“{type}”这一类活动，没有什么可以参照。", "No campaign of the type “{type}” was ever run.")
OUTSIDE = Text(
    "{what}在 {low:g} 到 {high:g} 之间，才各有至少 {tried} 次活动试到那么远；{value:g} 在外面，预计不了。",
    "Only from {low:g} to {high:g} have at least {tried} campaigns gone as far in {what}; {value:g} lies outside.",
)
SPANS = {
    "steps": ("steps", Text("步骤", "steps")),
    "mentions": ("mentions_asked", Text("要 @ 的好友", "friends to mention")),
    "prize_value": ("prize_value", Text("一份奖品的价值（元）", "value of one prize (yuan)")),
}
ELSEWHERE = Text(
    "“{type}”这一类，这个账号没有办过；用的是别的账号的。",
    "This account never ran a campaign of the type “{type}”; those of other accounts speak for it.",
)


@dataclass(frozen=True, slots=True)
class Idea:
    """What a brief asks and gives: enough to look for campaigns like it. `prize_value` of one prize, `budget` in yuan.

    `tied`: the prize has to do with what the company does.
    """

    account: str
    type: str
    steps: int
    mentions: int
    prize_value: float
    tied: bool
    budget: float


class Range(NamedTuple):
    """What may come: one in ten below `low`, half below `middle`, one in ten above `high`."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """What an idea may expect, or why nothing can be said (`refused`; the ranges are then None).

    `per_kept` is in yuan for each follower still there after 90 days, infinite where nobody may stay, None
    without a budget. `by` says whether
    the line through all campaigns speaks or the `nearest` ones alone; `out_of` campaigns gave entries and followers,
    `kept_of` the share kept; `nearest` are the ids of those most like the idea; `cautions` stand beside the ranges.
    """

    entries: Range | None = None
    new_followers: Range | None = None
    kept: Range | None = None
    per_kept: Range | None = None
    by: Literal["line", "nearest"] = "line"
    out_of: int = 0
    kept_of: int = 0
    nearest: tuple[str, ...] = ()
    cautions: tuple[Text, ...] = ()
    refused: tuple[Text, ...] = ()


def expected(campaigns: pd.DataFrame | None, idea: Idea) -> Outlook:
    """Return what an idea may expect out of past campaigns; the same idea always the same."""
    if campaigns is None or campaigns.empty:
        return Outlook(refused=(NOBODY,))
    past = campaigns.dropna(subset=["entries", "new_followers", "steps", "mentions_asked", "prize_value", "tied"])
    past = past[(past["entries"] > 0) & (past["new_followers"] > 0)]
    refused = tuple(_refusals(past, idea))
    if refused:
        return Outlook(refused=refused)
    order = _by_nearness(past, idea)
    line = fit(past)
    speaking = past.loc[order[:NEAREST]] if line is None else past
    chance = np.random.default_rng(0)  # the same idea always expects the same
    entries = _entries(speaking, idea, line, chance)
    new = entries * chance.choice(_shares(speaking, "new_followers", "entries"), DRAWS)
    stayed = _shares(past[past["tied"].astype(bool) == idea.tied], "kept_90", "new_followers")
    kept = new * chance.choice(stayed, DRAWS)
    return Outlook(
        _range(entries),
        _range(new),
        _range(kept),
        _range(_price(idea.budget, kept)) if idea.budget > 0 else None,
        by="nearest" if line is None else "line",
        out_of=len(speaking),
        kept_of=len(stayed),
        nearest=tuple(str(each) for each in past.loc[order[:TRIED], "id"]),
        cautions=_cautions(past, idea),
    )


def _refusals(past: pd.DataFrame, idea: Idea) -> Iterator[Text]:
    """Say in what an idea lies outside all that was tried."""
    of_prize = past[past["tied"].astype(bool) == idea.tied]["kept_90"].notna().sum()
    if of_prize < ENOUGH_CAMPAIGNS:
        yield TOO_FEW.format(n=of_prize, least=ENOUGH_CAMPAIGNS)
        return
    if idea.account not in set(past["account"]):
        yield NEW_ACCOUNT
    if idea.type not in set(past["type"]):
        yield NEW_TYPE.format(type=TYPES.get(idea.type, Text(idea.type, idea.type)))
    for name, (column, what) in SPANS.items():
        low, high = span(past, column)
        value = float(getattr(idea, name))
        if not low <= value <= high:
            yield OUTSIDE.format(what=what, low=low, high=high, tried=TRIED, value=value)


def span(campaigns: pd.DataFrame, column: str) -> tuple[float, float]:
    """Return how far down and up at least TRIED campaigns have gone in a column; wants that many."""
    values = np.sort(campaigns[column].to_numpy(dtype=float))
    return float(values[TRIED - 1]), float(values[-TRIED])


def _cautions(past: pd.DataFrame, idea: Idea) -> tuple[Text, ...]:
    own = past[(past["account"] == idea.account) & (past["type"] == idea.type)]
    return () if len(own) else (ELSEWHERE.format(type=TYPES.get(idea.type, Text(idea.type, idea.type))),)


def _by_nearness(past: pd.DataFrame, idea: Idea) -> pd.Index:
    """Return the rows in order of likeness: a step, two mentions, another account, e times the prize weigh the same.

    Of equally near ones the latest comes first.
    """
    prize = past["prize_value"].astype(float).clip(lower=1).map(math.log)
    apart = (
        (past["steps"].astype(float) - idea.steps).abs()
        + (past["mentions_asked"].astype(float) - idea.mentions).abs() / 2
        + (prize - math.log(max(idea.prize_value, 1))).abs()
        + (past["account"] != idea.account).astype(float)
        + (past["type"] != idea.type).astype(float) / 2
        + (past["tied"].astype(bool) != idea.tied).astype(float)
    )
    return past.assign(apart=apart).sort_values(["apart", "starts"], ascending=[True, False]).index


def _shares(past: pd.DataFrame, part: str, whole: str) -> Floats:
    """Return what share one column is of another, a number a campaign; those not known yet are left out."""
    known = past[[part, whole]].dropna().astype(float)
    shares: Floats = (known[part] / known[whole]).to_numpy()
    return shares


def _price(budget: float, kept: Floats) -> Floats:
    """Return the yuan for each follower kept, whole followers counted; infinite where none is."""
    whole = np.floor(kept)
    price: Floats = np.divide(budget, whole, out=np.full(len(kept), math.inf), where=whole > 0)
    return price


def _entries(past: pd.DataFrame, idea: Idea, line: Fit | None, chance: np.random.Generator) -> Floats:
    """Return entries drawn: the line's with its misses, wider the farther the idea lies from what was; or the past's.

    Entries of the nearest campaigns are taken as they were.
    """
    if line is None:
        return chance.choice(past["entries"].to_numpy(dtype=float), DRAWS)
    asked = pd.DataFrame({
        "account": [idea.account], "steps": [idea.steps], "mentions_asked": [idea.mentions],
        "prize_value": [idea.prize_value],
    })  # fmt: skip
    row = design(asked).reindex(columns=list(line.names), fill_value=0.0).to_numpy()[0]
    wider = math.sqrt(1 + float(row @ line.inverse @ row))
    logs: Floats = float(row @ line.numbers) + wider * chance.choice(line.residuals, DRAWS)
    return np.exp(logs)


def _range(drawn: Floats) -> Range:
    """Return the range of what was drawn; in steps that were drawn, since what is infinite has no mean."""
    return Range(*(float(each) for each in np.percentile(drawn, (LOW, 50, HIGH), method="nearest")))
