"""What the strategy leaves to other channels, and other plans do all the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from playbook.campaign.across import PROMOTES
from playbook.campaign.plan import CampaignPlan
from playbook.coherence.campaigns import called
from playbook.coherence.clash import PLANS, Check, Found
from playbook.content.plan import ContentPlan
from playbook.facts import Facts
from playbook.language import Text, same
from playbook.matrix.names import account_said
from playbook.matrix.plan import MatrixPlan
from playbook.plans import Plan
from playbook.strategy.plan import StrategyPlan
from playbook.week import listed

# Words in which a company says that the channel does not hire, or does not sell.
HIRING = re.compile(r"招人|招聘|招工|\bhir(?:e|es|ing)\b|recruit|\bvacanc(?:y|ies)\b", re.IGNORECASE)
SELLING = re.compile(
    r"促销|打折|折扣|优惠|卖货|卖东西|带货|\bsell(?:s|ing)?\b|\bsales\b|discount|promotion", re.IGNORECASE
)
Held = tuple[tuple[str, ...], Text]  # texts of a part of a plan, and what the part is called
SHORTEST = 2  # signs of a phrase that is looked for as it stands


def _done(strategy: StrategyPlan, plan: Plan, facts: Facts) -> Iterator[Found]:
    """Something that the channel is not to do, and that this plan does."""
    for number, each in enumerate(strategy.not_done, start=1):
        wanted = each.what.strip()
        told = _told(wanted, plan, facts) if len(wanted) >= SHORTEST else []
        if told:
            said = Text(
                "策略计划说微博上不做“{what}”，{plan}里却有：{told}。",
                "By the strategy plan Weibo is not for “{what}”; {plan} has it all the same: {told}.",
            ).format(what=wanted, plan=PLANS[plan.system], told=listed(dict.fromkeys(told), measure="样"))
            mend = Text(
                "在{plan}里拿掉，交给策略计划写的那个渠道；真要做，就在策略计划里改。",
                "Take it out of {plan} and leave it to the channel that the strategy plan names; or change the "
                "strategy plan.",
            ).format(plan=PLANS[plan.system])
            yield Found(said, mend, (f"strategy:not_done/{number}", plan.system))


def _told(wanted: str, plan: Plan, facts: Facts) -> list[Text]:
    """Return what a plan has of the thing: by its own words, and by what they mean if that is hiring or selling."""
    found = [said for texts, said in TEXTS[type(plan)](plan, facts) if _speaks_of(wanted, texts)]
    if HIRING.search(wanted) and isinstance(plan, MatrixPlan):
        found += [account_said(facts, each.account) for each in plan.kept if each.kind == "recruitment"]
    if HIRING.search(wanted) and isinstance(plan, ContentPlan):
        found += [Text(f"草稿 {each.id}", f"draft {each.id}") for each in plan.queue if HIRING.search(each.text)]
    if SELLING.search(wanted) and isinstance(plan, ContentPlan):
        found += [same(f"“{each.name or each.id}”") for each in plan.columns if _sells(plan, each.id, each.kind)]
    if SELLING.search(wanted) and isinstance(plan, CampaignPlan):
        found += [called(each) for each in plan.briefs if each.goal == "sales" or each.form in PROMOTES]
    return found


def _sells(plan: ContentPlan, column: str, kind: str) -> bool:
    return kind == "discount" and any(mix.shares.get(column) for mix in plan.mixes)


def _speaks_of(wanted: str, texts: tuple[str, ...]) -> bool:
    hiring = bool(HIRING.search(wanted))
    return any(wanted.casefold() in text.casefold() or (hiring and bool(HIRING.search(text))) for text in texts)


def _columns(plan: ContentPlan, facts: Facts) -> Iterator[Held]:  # noqa: ARG001 - as the others
    """Yield the columns that have a share: a draft may speak of a thing without doing it."""
    shared = {column for mix in plan.mixes for column, share in mix.shares.items() if share}
    for column in plan.columns:
        if column.id in shared:
            yield (column.name, column.topic), Text(f"栏目“{column.name}”", f"the column “{column.name}”")


def _briefs(plan: CampaignPlan, facts: Facts) -> Iterator[Held]:  # noqa: ARG001 - as the others
    for brief in plan.briefs:
        yield (brief.name, brief.theme, brief.topic), called(brief)


def _places(plan: MatrixPlan, facts: Facts) -> Iterator[Held]:
    for place in plan.kept:
        yield (place.purpose, place.only_here), account_said(facts, place.account)


TEXTS: dict[type[Plan], Callable[[Any, Facts], Iterator[Held]]] = {
    ContentPlan: _columns,
    CampaignPlan: _briefs,
    MatrixPlan: _places,
}
CHECKS = tuple(Check("left-out-but-done", StrategyPlan, kind, _done) for kind in TEXTS)
