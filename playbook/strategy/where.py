"""What is wrong with where the company is: platforms, other channels, and the points at which it meets people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playbook.language import Text, same
from playbook.rules import Finding
from playbook.strategy.lists import Platform
from playbook.strategy.models import POINTS
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.raised import Texts, about, blank, lacking, quoted, raised, those

PLAIN: dict[str, tuple[Callable[[Platform], bool], Texts]] = {
    "platform-two-factors": (
        lambda each: not each.share or blank(each.character) or blank(each.source) or each.on is None,
        (
            Text(
                "没有写齐：我们的顾客几成在那里、平台的性格、凭什么数、哪天的：{names}。",
                "One of these is missing (share of our customers, the platform’s character, source, date): {names}.",
            ),
            Text(
                "四样补齐。注册数大，不等于我们的顾客在。",
                "Add all four. Many registered users do not mean that ours are among them.",
            ),
        ),
    ),
    "platform-decided": (
        lambda each: each.choice is None or blank(each.why),
        (
            Text("没有定，或者没有理由：{names}。", "Not decided, or without a reason: {names}."),
            Text("定下做、关，还是现在不做，写一句为什么。", "Keep it, close it, or not now: decide, and write why."),
        ),
    ),
    "multi-platform-caution": (
        lambda each: each.choice == "keep" and (not each.hours or each.posting is None or _unanswered(each)),
        (
            Text(
                "要做，却没有工时、没有写自己写还是同步，或者同步了没有人答：{names}。",
                "Kept without hours, without saying whether posts are native, or synced with nobody answering: "
                "{names}.",
            ),
            Text(
                "写上一周几小时；同步过去的，也要有人在那里答。做不到就关，或者并到别的账号。",
                "Give it hours a week; where posts are synced, somebody answers there too. Else close or merge it.",
            ),
        ),
    ),
}


def _unanswered(platform: Platform) -> bool:
    return platform.posting == "synced" and not platform.replies


def where(plan: StrategyPlan) -> Iterator[Finding]:
    """Yield what is wrong with platforms, channels and touchpoints."""
    if plan.platforms:
        for name, (wrong, texts) in PLAIN.items():
            yield from about(name, those("platforms", plan.platforms, wrong, lambda each: same(each.name)), texts)
        yield from _overlap(plan)
    yield from _channels(plan)
    if plan.touchpoints:
        yield from _met(plan)


def _overlap(plan: StrategyPlan) -> Iterator[Finding]:
    """Of the platforms kept all but one say how many customers they add to it: most are on both."""
    silent = [each for each in plan.platforms if each.choice == "keep" and not each.added]
    base = max(silent, key=lambda each: each.share, default=None)
    rest = those(
        "platforms",
        plan.platforms,
        lambda each: each in silent and each is not base,
        lambda each: same(each.name),
    )
    yield from about(
        "reach-it-adds",
        rest,
        (
            Text(
                "要做，没有写多够到几成顾客：{names}。两个平台上，多半是同一批人。",
                "Kept, and nothing says how many more customers it reaches: {names}. On two platforms, most are the "
                "same people.",
            ),
            Text(
                "数一数只在那里的顾客占几成；添得少，就现在不做。",
                "Count the customers who are only there; if it adds few, not now.",
            ),
        ),
    )


def _channels(plan: StrategyPlan) -> Iterator[Finding]:
    rule = "channel-integration"
    if plan.platforms and not plan.channels:
        yield raised(
            rule,
            (
                Text(
                    "没有写别的渠道。微博是整体里的一样，不单独用。",
                    "No other channel is named. Weibo is one tool in the whole, and not used alone.",
                ),
                Text(
                    "写一个渠道（门店、网店、短信、活动），和在哪里把人交过去。",
                    "Name one (store, shop, messages, events) and where people are handed over.",
                ),
            ),
            "channels",
        )
    loose = those("channels", plan.channels, lambda each: blank(each.handover), lambda each: same(each.name))
    yield from about(
        rule,
        loose,
        (
            Text("没有写在哪里交接：{names}。", "No hand-over point: {names}."),
            Text("写明谁在哪里把人请到哪里。", "Say who sends people from where to where."),
        ),
    )


def _met(plan: StrategyPlan) -> Iterator[Finding]:
    rule = "all-round-relationships"
    mute = those(
        "touchpoints",
        plan.touchpoints,
        lambda each: blank(each.first) or blank(each.wanted),
        lambda each: quoted(each.where),
    )
    yield from about(
        rule,
        mute,
        (
            Text(
                "没有写我们先做什么，或者盼他们怎么回：{names}。",
                "No first move of ours, or no answer hoped for: {names}.",
            ),
            Text(
                "每个触点写两句：我们先开口说什么，盼他们做什么。",
                "Two sentences for each: what we say first, what we hope they do.",
            ),
        ),
    )
    if not any(each.shared for each in plan.touchpoints):
        yield raised(
            rule,
            (
                Text("没有一处让读者一起塑造品牌。", "Nowhere do readers help to shape the brand."),
                Text(
                    "挑一处请他们出主意、起名字、写自己的用法，勾上。",
                    "Choose one where they suggest, name or show something; tick it.",
                ),
            ),
            "touchpoints",
        )
    served = {each.point for each in plan.touchpoints}
    yield from lacking(
        "five-points",
        [said for name, said in POINTS.items() if name not in served],
        (
            Text("五点里还没有做法的：{lacks}。", "Of the five points these have no action yet: {lacks}."),
            Text(
                "每点一件具体的事，谁，哪天。请人写要付钱的，那是广告，要标明。",
                "One concrete action for each, who and when. Writers who are paid write adverts, and label them.",
            ),
        ),
        "touchpoints",
    )
    undated = those(
        "touchpoints",
        plan.touchpoints,
        lambda each: blank(each.who) or each.on is None,
        lambda each: quoted(each.where),
    )
    yield from about(
        "five-points",
        undated,
        (
            Text("没有写谁、哪天：{names}。", "Nobody, or no day, is named: {names}."),
            Text("写上谁和哪天。", "Write who, and on which day."),
        ),
    )
