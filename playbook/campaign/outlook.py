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
from playbook.campaign.analysis_entries import log_prize
from playbook.campaign.outlook_past import TRIED, Floats, Past, span
from playbook.language import Text

Whole = npt.NDArray[np.intp]
DRAWS = 4000
LOW, HIGH = 10, 90
LIKEST = 3  # campaigns that are named
NEAREST = 12  # campaigns that speak where no line can be drawn
NOBODY = Text(
    "没有一次活动的记录，没有什么可以预计。", "There is no record of any campaign, so nothing can be expected."
)
TOO_FEW = Text(
    "奖品同类、又知道留下多少人的活动只有 {n} 次，不到 {least} 次，预计不出范围。",
    "Only of {n} campaigns with a prize of this sort is it known who stayed, fewer than {least}: too few for a range.",
)
NEW_ACCOUNT = Text("这个账号还没有办过活动，没有什么可以参照。", "This account never ran a campaign: nothing to go by.")
NEW_TYPE = Text("还没有办过“{type}”这一类活动，没有什么可以参照。", "No campaign of the type “{type}” was ever run.")
OUTSIDE = Text(
    "{what}是 {value:g}，过去试得不够：{low:g} 到 {high:g} 之间，才有足够的活动可以参照（每一头至少 {tried} 次）。",
    "Too few campaigns tried {value:g} ({what}): only from {low:g} to {high:g} are there enough to go by, at least "
    "{tried} at either end.",
)
STEPS, NAMES = Text("步骤", "steps"), Text("要 @ 的好友", "friends to mention")
VALUE = Text("一份奖品的价值（元）", "value of one prize, in yuan")
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
    return Outlook(refused=(NOBODY,)) if campaigns is None else looked_up(Past.of(campaigns), idea)


def looked_up(past: Past, idea: Idea) -> Outlook:
    """Return what an idea may expect out of campaigns made ready."""
    refused = tuple(_refusals(past, idea))
    if refused:
        return Outlook(refused=refused)
    order = _by_nearness(past, idea)
    speaking = order[:NEAREST] if past.line is None else order
    chance = np.random.default_rng(0)  # the same idea always expects the same
    entries = _entries(past, idea, speaking, chance)
    new = entries * chance.choice(past.won[speaking], DRAWS)
    stayed = past.kept_with(tied=idea.tied)
    kept = new * chance.choice(stayed, DRAWS)
    return Outlook(
        _range(entries),
        _range(new),
        _range(kept),
        _range(_price(idea.budget, kept)) if idea.budget > 0 else None,
        by="nearest" if past.line is None else "line",
        out_of=len(speaking),
        kept_of=len(stayed),
        nearest=tuple(past.ids[each] for each in order[:LIKEST]),
        cautions=_cautions(past, idea),
    )


def _refusals(past: Past, idea: Idea) -> Iterator[Text]:
    """Say in what an idea lies outside all that was tried."""
    if not past.ids:
        yield NOBODY
        return
    known = len(past.kept_with(tied=idea.tied))
    if known < ENOUGH_CAMPAIGNS:
        yield TOO_FEW.format(n=known, least=ENOUGH_CAMPAIGNS)
        return
    if idea.account not in past.accounts:
        yield NEW_ACCOUNT
    if idea.type not in past.types:
        yield NEW_TYPE.format(type=_type(idea))
    asked = [
        (STEPS, past.steps, idea.steps),
        (NAMES, past.mentions, idea.mentions),
        (VALUE, past.value, idea.prize_value),
    ]
    for what, values, value in asked:
        low, high = span(values)
        if not low <= value <= high:
            yield OUTSIDE.format(what=what, low=low, high=high, tried=TRIED, value=value)


def _cautions(past: Past, idea: Idea) -> tuple[Text, ...]:
    own = set(zip(past.accounts, past.types, strict=True))
    return () if (idea.account, idea.type) in own else (ELSEWHERE.format(type=_type(idea)),)


def _type(idea: Idea) -> Text:
    return TYPES.get(idea.type, Text(idea.type, idea.type))


def _by_nearness(past: Past, idea: Idea) -> Whole:
    """Return the places of campaigns in order of likeness, of equally near ones the latest first.

    A step, two mentions, another account, another sort of prize and one worth e times as much weigh the same; another
    type half of it.
    """
    apart = (
        np.abs(past.steps - idea.steps)
        + np.abs(past.mentions - idea.mentions) / 2
        + np.abs(past.prize - log_prize(np.array([idea.prize_value])))
        + (1 - past.are(past.accounts, idea.account))
        + (1 - past.are(past.types, idea.type)) / 2
        + np.abs(past.tied - idea.tied)
    )
    latest_first = np.arange(len(apart))[::-1]
    order: Whole = latest_first[np.argsort(apart[::-1], kind="stable")]
    return order


def _entries(past: Past, idea: Idea, speaking: Whole, chance: np.random.Generator) -> Floats:
    """Return entries drawn: the line's with its misses, wider the farther the idea lies from what was.

    Without a line, those of the campaigns `speaking`, as they were.
    """
    if past.line is None:
        return chance.choice(past.entries[speaking], DRAWS)
    middle, far = past.line.at(idea.account, idea.steps, idea.mentions, idea.prize_value)
    logs: Floats = middle + math.sqrt(1 + far) * chance.choice(past.line.residuals, DRAWS)
    return np.exp(logs)


def _price(budget: float, kept: Floats) -> Floats:
    """Return the yuan for each follower kept, whole followers counted; infinite where none is."""
    whole = np.floor(kept)
    price: Floats = np.divide(budget, whole, out=np.full(len(kept), math.inf), where=whole > 0)
    return price


def _range(drawn: Floats) -> Range:
    """Return the range of what was drawn; in steps that were drawn, since what is infinite has no mean."""
    return Range(*(float(each) for each in np.percentile(drawn, (LOW, 50, HIGH), method="nearest")))
