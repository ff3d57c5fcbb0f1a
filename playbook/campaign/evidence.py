"""Where the articles disagree on campaigns: what our own past ones say, and which position they speak for.

`conflicts.toml` names a function for each topic; it takes the facts and an account. All speak of the whole company's
campaigns: an account has too few of its own to tell.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps

import pandas as pd

from playbook.campaign.analysis import (
    ENOUGH_CAMPAIGNS,
    GOALS,
    TIED,
    Rate,
    apart,
    costs,
    name_of,
    ranks,
    rate,
    rates,
    spent,
)
from playbook.campaign.analysis_entries import ENOUGH_TO_FIT, fit
from playbook.conflicts import Evidence
from playbook.evidence import HEAD
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.once import once
from playbook.tables import half_up

Judge = Callable[[pd.DataFrame], Evidence]
LITTLE = 0.9  # a factor from here on is a loss of entries that nobody need plan for
FEW_STEPS = 2  # article 6's low threshold, as the course reads it
NO_RECORD = Text(
    "没有过去活动的记录（做几步、@ 几位、奖品、花费、人次、涨粉、90 天后还在几个），所以答不了。",
    "There is no record of past campaigns (steps, mentions, prize, cost, entries, new followers and how many are there "
    "after 90 days), so the data cannot say.",
)
FEW = Text(
    "有记录的活动只有 {n} 次，不到 {least} 次，答不了。",
    "Only {n} campaigns are on record, fewer than {least}, so the data cannot say.",
)
ALL_ALIKE = Text(
    "过去的活动要求得都一样，答不了。",
    "All past campaigns asked the same, so the data cannot say what asking more does.",
)
NOT_YET = Text(
    "还没有活动满 90 天，不知道谁留下了，答不了。",
    "No campaign is 90 days past yet, so nobody knows who stayed: the data cannot say.",
)
LEFT = Text(
    "别的都一样时，多一步剩 {step}，要求 @ 3 位剩 {three}，",
    "all else equal, one more step leaves {step} of the entries, three mentions leave {three}, ",
)
TEN_TRIED = Text("@ 10 位剩 {ten}", "and ten {ten}")
TEN = Text("@ 10 位从来没试过，照这条线画过去剩 {ten}", "and ten, never tried, by the line extended {ten}")
COMPLAINED = Text(
    "；每 1000 人次的投诉，{steps} 步以内 {low:.1f}，更多 {high:.1f}",
    "; complaints for every 1,000 entries: {low:.1f} up to {steps} steps, {high:.1f} above",
)
STAYED = Text(
    "；90 天后留下的，{steps} 步以内 {low}，更多 {high}{verdict}。",
    "; kept after 90 days: {low} up to {steps} steps, {high} above{verdict}.",
)
MEET = Text("，两个区间碰到，说不准", ", but the intervals meet: cannot tell")
BETWEEN = Text("{value:.0%}（95% 区间 {low:.0%}–{high:.0%}）", "{value:.0%} (95% interval {low:.0%} to {high:.0%})")
ALONE = Text("{value:.0%}（只有 {n} 次，没有区间）", "{value:.0%} (of {n} campaigns, no interval)")
LOOKS_BEST = Text(
    "人来得最多的是{name}，留下一个粉丝花 {price}，在满 90 天的 {of} 次里按这样排第 {place}；",
    "most entries had {name}, at {price} for each follower kept, place {place} of {of} that are 90 days past; ",
)
YUAN, NO_PRICE = Text("{yuan} 元", "{yuan:,} yuan"), Text("的钱没有换来一个人", "no price, since nobody stayed")
BY_GOAL = Text(
    "按目的，90 天后留下的：{goals}；钱花在{money}。活动不办会怎样，这张表没有对照。",
    "kept after 90 days by goal: {goals}; money went to {money}. What would have come without campaigns, the table "
    "cannot say.",
)
OF_GOAL = Text("{goal} {rate}", "{goal} {rate}")
OF_MONEY = Text("{goal} {share:.0%}", "{goal} {share:.0%}")
PRIZE = Text(
    "冲着奖品来的占新粉丝：{hunters}；90 天后留下的：{kept}。"
    "不算涨粉最多的{worst}，冲着奖品来的分别是 {without}。送小礼换来的评价和口碑，数据没有记。",
    "came for the prize alone, of new followers: {hunters}; kept after 90 days: {kept}. Without {worst}, which won "
    "most, it is {without} who came for the prize. Reviews and praise for small gifts are not in the data.",
)
OF_PRIZE = Text("{prize}的 {rate}", "{prize} {rate}")


def of_record(judge: Judge) -> Callable[[Facts, str], Evidence]:
    """Begin what is said with when the campaigns ran, and say what is missing; once for the same facts."""

    @once(16)
    @wraps(judge)
    def judged(facts: Facts, account: str) -> Evidence:  # noqa: ARG001 - campaigns are the whole company's
        table = facts.campaigns
        if table is None:
            return Evidence(NO_RECORD, whole=True)
        if len(table) < ENOUGH_CAMPAIGNS:
            return Evidence(FEW.format(n=len(table), least=ENOUGH_CAMPAIGNS), whole=True)
        head = HEAD.format(first=f"{table['starts'].min():%Y-%m-%d}", last=f"{table['ends'].max():%Y-%m-%d}")
        found = judge(table)
        return Evidence(head + found.said, found.favours, whole=True)

    return judged


@of_record
def campaign_threshold(campaigns: pd.DataFrame) -> Evidence:
    """What do a step and a mention leave of the entries, and do those who climb higher complain or stay more?"""
    line = fit(campaigns)
    if line is None:
        return Evidence(
            FEW.format(n=len(campaigns), least=ENOUGH_TO_FIT) if len(campaigns) < ENOUGH_TO_FIT else ALL_ALIKE
        )
    step, three, ten = line.effect("steps"), line.effect("mentions", 3), line.effect("mentions", 10)
    if math.isnan(step[0]) or math.isnan(three[0]):
        return Evidence(ALL_ALIKE)
    said = LEFT.format(step=_left(step), three=_left(three))
    tried = bool((campaigns["mentions_asked"] >= 10).any())  # noqa: PLR2004 - article 8's ten
    said += (TEN_TRIED if tried else TEN).format(ten=_left(ten))
    said += _high_against_low(campaigns)
    low = step[2] < LITTLE and three[2] < 1
    return Evidence(said, ("low_for_new", "low") if low else ())


@of_record
def role_of_campaigns(campaigns: pd.DataFrame) -> Evidence:
    """Is the campaign that most people entered the best one, and which goals keep followers?"""
    places = ranks(campaigns)
    if places.empty:
        return Evidence(NOT_YET)
    first = str(places["entries"].idxmin())
    place, price = int(places["per_kept"][first]), float(costs(campaigns)["per_kept"][first])
    said = LOOKS_BEST.format(
        name=name_of(campaigns, first),
        price=NO_PRICE if math.isinf(price) else YUAN.format(yuan=half_up(price)),
        of=len(places),
        place=place,
    )
    kept = rates(campaigns, "kept_90", "new_followers", "goal")
    told = [OF_GOAL.format(goal=GOALS[goal], rate=share_said(each)) for goal, each in kept.items() if each.campaigns]
    money = [
        OF_MONEY.format(goal=GOALS[str(goal)], share=share) for goal, share in spent(campaigns)["cost_share"].items()
    ]
    said += BY_GOAL.format(goals=join(told, "，", ", "), money=join(money, "、", ", "))
    favours = [("why_first", place > len(places) / 2), ("loyalty", _loyal(kept))]
    return Evidence(said, tuple(name for name, holds in favours if holds))


@of_record
def prize_and_bought_word_of_mouth(campaigns: pd.DataFrame) -> Evidence:
    """Does a prize that has to do with the business bring fewer who come for it alone, and more who stay?"""
    if campaigns["kept_90"].isna().all():
        return Evidence(NOT_YET)
    hunters, kept = (_by_prize(campaigns, part) for part in ("prize_hunters", "kept_90"))
    largest = str(costs(campaigns)["new_followers"].idxmax())
    without = _by_prize(campaigns[campaigns["id"] != largest], "prize_hunters")
    said = PRIZE.format(
        hunters=_prizes(hunters),
        kept=_prizes(kept),
        worst=name_of(campaigns, largest),
        without=join([share_said(without[tied]) for tied in (True, False) if tied in without], "和 ", " and "),
    )
    both = all(set(each) == {True, False} for each in (hunters, kept, without))
    fewer = both and apart(hunters[False], hunters[True]) and apart(without[False], without[True])
    return Evidence(said, ("related",) if fewer and apart(kept[True], kept[False]) else ())


def share_said(found: Rate) -> Text:
    """Say a share with its interval, or that there are too few campaigns for one."""
    if math.isnan(found.low):
        return ALONE.format(value=found.ratio, n=found.campaigns)
    return BETWEEN.format(value=found.ratio, low=found.low, high=found.high)


def _left(effect: tuple[float, float, float]) -> Text:
    value, low, high = effect
    return BETWEEN.format(value=value, low=low, high=high)


def _high_against_low(campaigns: pd.DataFrame) -> Text:
    """Compare campaigns of few steps with those of more: complaints, and who stayed."""
    few = campaigns["steps"] <= FEW_STEPS
    sides = campaigns[few], campaigns[~few]
    low, high = (rate(side, "complaints", "entries", 1000).ratio for side in sides)
    said = COMPLAINED.format(steps=FEW_STEPS, low=low, high=high) if math.isfinite(low + high) else Text("", "")
    easy, hard = (rate(side, "kept_90", "new_followers") for side in sides)
    if not easy.campaigns or not hard.campaigns:
        return said + Text("。", ".")
    verdict = MEET if apart(hard, easy) is None else Text("", "")
    return said + STAYED.format(steps=FEW_STEPS, low=share_said(easy), high=share_said(hard), verdict=verdict)


def _loyal(kept: dict[str, Rate]) -> bool:
    """Tell whether campaigns for the readers there are keep more of those they win than campaigns to win more."""
    return {"readers", "followers"} <= set(kept) and apart(kept["readers"], kept["followers"]) is True


def _by_prize(campaigns: pd.DataFrame, part: str) -> dict[bool, Rate]:
    found = rates(campaigns, part, "new_followers", "tied")
    return {bool(tied): each for tied, each in found.items() if each.campaigns}


def _prizes(found: dict[bool, Rate]) -> Text:
    told = [OF_PRIZE.format(prize=TIED[tied], rate=share_said(found[tied])) for tied in (True, False) if tied in found]
    return join(told, "，", ", ")
