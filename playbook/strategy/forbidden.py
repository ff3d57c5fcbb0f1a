"""What no strategy may hold: bought followers, paid praise, another company's name, work shifted to readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from playbook.campaign.lawful import BOUGHT
from playbook.language import Text
from playbook.refused import meant
from playbook.rules import Finding
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.raised import raised

CASES = re.compile(r"三又三原|250\s?车品|San You San Yuan|250 Car Goods", re.IGNORECASE)
PRAISE = re.compile(
    r"好评返现|返现好评|[刷买](?:好评|口碑|评价)|付费(?:好评|口碑)|雇人(?:夸|写好评)"
    r"|\b(?:buy|buying|pay(?:ing)? for|paid) (?:\w+ )?(?:praise|reviews?|word of mouth)\b",
    re.IGNORECASE,
)
SHIFTED = re.compile(
    r"转嫁|省(?:下|掉)?(?:人工|客服)|减少客服人手|显得(?:创新|时髦)"
    r"|\b(?:shift|save|cut)\w* (?:the )?(?:labou?r|staff)\b|\blook(?:s|ing)? innovative\b",
    re.IGNORECASE,
)


def forbidden(plan: StrategyPlan) -> Iterator[Finding]:
    """Yield what is written anywhere in the plan that no strategy may hold; “no bought followers” is not meant."""
    parts = plan.model_dump(mode="json", exclude={"stances"})
    texts = [*_texts(parts)]

    def where(found: str) -> list[str]:
        """Return the parts in which it stands, so that a planner can open them."""
        return [name for name, part in parts.items() if any(found in each for each in _texts(part))]

    if found := meant(BOUGHT, texts):
        yield raised(
            "earned-not-bought",
            (
                Text(
                    "计划里写着“{found}”。粉丝不能靠买；用假流量做宣传，今天的反不正当竞争法不许。",
                    "The plan has “{found}”. Followers are not for sale; to advertise with fake traffic is against "
                    "today’s "
                    "Anti-Unfair Competition Law.",
                ),
                Text(
                    "删掉，改成真的来路：内容、门店、包裹。",
                    "Take it out; name true sources: content, the store, parcels.",
                ),
            ),
            *where(found),
            found=found,
        )
    if found := meant(PRAISE, texts):
        yield raised(
            "no-paid-praise",
            (
                Text(
                    "计划里写着“{found}”。花钱换来的好评是虚假评价。",
                    "The plan has “{found}”. Praise that is paid for is a fake review.",
                ),
                Text(
                    "删掉；请买过的人说真话，好坏都留。",
                    "Take it out; ask buyers for the truth, and keep the bad with the good.",
                ),
            ),
            *where(found),
            found=found,
        )
    if found := meant(CASES, texts):
        yield raised(
            "case-catering-training-brand",
            (
                Text("计划里留着别家案例的名字“{found}”。", "The plan still names another company’s case: “{found}”."),
                Text(
                    "换成自家的牌子、行业和读者，整句重写。",
                    "Put in your own brand, trade and readers, and rewrite the sentence.",
                ),
            ),
            *where(found),
            found=found,
        )
    if found := meant(SHIFTED, texts):
        yield raised(
            "three-adopter-motives",
            (
                Text(
                    "“{found}”不是对读者的目的。文章写它，是讽刺有些机构把人工推给读者。",
                    "“{found}” is no purpose that serves readers. The article means it as mockery of bodies that "
                    "shift their work "
                    "to the public.",
                ),
                Text("写读者得到什么，例如多快有人答。", "Write what readers get, such as how soon somebody answers."),
            ),
            *where(found),
            found=found,
        )


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - data as JSON holds it
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
