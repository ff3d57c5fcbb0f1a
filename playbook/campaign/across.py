"""Campaigns beside each other: how the effort is shared out, how close they follow, and how much is promotion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from playbook.campaign.brief import Brief
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.words import called
from playbook.facts import Facts
from playbook.language import Text, same
from playbook.rules import Finding, rule

WINDOW = 30  # days
PROMOTES = frozenset({"coupon", "online_sale", "first_launch"})


def across(plan: CampaignPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the campaigns together; one without dates, or without a budget, is not counted."""
    yield from _split(plan)
    for account in dict.fromkeys(brief.account for brief in plan.briefs if brief.account):
        dated = sorted(
            (each for each in plan.briefs if each.account == account and each.starts and each.ends), key=_first
        )
        name = same(f"@{facts.company.account(account).name}")
        yield from _crowded(dated, name)
        yield from _promotions(dated, name)
        yield from _regular(plan, dated, name)


def shares(plan: CampaignPlan) -> tuple[float, float] | None:
    """Return the percent of budget for new and for existing readers; None while no budget says for whom it is."""
    told = [brief for brief in plan.briefs if brief.readers and brief.budget > 0]
    total = sum(brief.budget for brief in told)
    if not total:
        return None
    new = 100 * sum(brief.budget for brief in told if brief.readers == "new") / total
    return new, 100 - new


def _split(plan: CampaignPlan) -> Iterator[Finding]:
    found = shares(plan)
    values = rule("campaign.split-40-60").values
    if found is None or len(plan.briefs) < values["least"] or abs(found[0] - plan.for_new) <= values["tolerance"]:
        return
    said = Text(
        "预算的 {new:.0f}% 给新读者、{old:.0f}% 给老读者，定的是 {for_new}% 和 {rest}%。",
        "{new:.0f}% of the budget is for new readers and {old:.0f}% for those there are; you planned {for_new}% and "
        "{rest}%.",
    )
    mend = Text("改预算、改对象，或者改定下的占比。", "Change budgets or readers, or the shares you planned.")
    filled = said.format(new=found[0], old=found[1], for_new=plan.for_new, rest=100 - plan.for_new)
    yield Finding("campaign.split-40-60", filled, mend, tuple(brief.id for brief in plan.briefs))


def _crowded(dated: list[Brief], name: Text) -> Iterator[Finding]:
    """No thirty days in which an account holds campaigns on more than half of them."""
    most = rule("campaign.no-blind-campaigns").values["days"]
    for first in dated:
        window = {_first(first) + timedelta(days=each) for each in range(WINDOW)}
        within = [brief for brief in dated if window & days_of(brief)]
        held = {day for brief in within for day in days_of(brief)} & window
        if len(within) > 1 and len(held) > most:
            said = Text(
                "{name} 从 {first} 起的 {window} 天里，有 {count} 天在办活动。",
                "In the {window} days from {first}, {name} is in a campaign on {count} of them.",
            )
            mend = Text(
                "删一个，或者隔开：影响靠细水长流，不靠活动。",
                "Drop one, or put them further apart: influence grows slowly, not by campaigns.",
            )
            filled = said.format(name=name, first=_first(first).isoformat(), window=WINDOW, count=len(held))
            yield Finding("campaign.no-blind-campaigns", filled, mend, tuple(brief.id for brief in within))
            return


def _promotions(dated: list[Brief], name: Text) -> Iterator[Finding]:
    least = rule("campaign.no-promo-flood").values["days"]
    selling = [brief for brief in dated if brief.form in PROMOTES]
    for one, other in pairwise(selling):
        gap = (_first(other) - _last(one)).days
        if gap < least:
            said = Text(
                "{name} 的{one}和{other}都是促销，中间隔了不到 {least} 天。",
                "On {name}, {one} and {other} both sell, less than {least} days apart.",
            )
            mend = Text("隔开，中间办一次不卖东西的。", "Put them apart, with something between that sells nothing.")
            filled = said.format(name=name, one=called(one), other=called(other), least=least)
            yield Finding("campaign.no-promo-flood", filled, mend, (one.id, other.id))


def _regular(plan: CampaignPlan, dated: list[Brief], name: Text) -> Iterator[Finding]:
    tolerance = rule("campaign.regular-loyalty-events").values["tolerance"]
    kept = [brief for brief in dated if brief.readers == "existing"]
    for one, other in pairwise(kept):
        gap = (_first(other) - _first(one)).days
        if plan.interval_days and abs(gap - plan.interval_days) > tolerance:
            said = Text(
                "{name} 给老读者的{one}和{other}隔了 {gap} 天，定的是 {interval} 天一次。",
                "On {name}, {one} and {other}, both for readers we have, are {gap} days apart; you planned {interval}.",
            )
            mend = Text("挪一挪，或者改间隔。", "Move one, or change the interval.")
            filled = said.format(name=name, one=called(one), other=called(other), gap=gap, interval=plan.interval_days)
            yield Finding("campaign.regular-loyalty-events", filled, mend, (one.id, other.id))


def days_of(brief: Brief) -> set[date]:
    """Return the days of a run; none if it ends before it begins, and a year's at most."""
    length = min((_last(brief) - _first(brief)).days, 366)
    return {_first(brief) + timedelta(days=each) for each in range(length + 1)}


def _first(brief: Brief) -> date:
    return brief.starts or date.min


def _last(brief: Brief) -> date:
    return brief.ends or date.min
