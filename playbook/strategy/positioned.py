"""What is wrong with the position: for whom, where, what proves the promises, who backs it, how readers come."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import Finding
from playbook.strategy.parts import Backing, Phase, Positioning
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.raised import about, blank, lacking, quoted, raised, those
from playbook.strategy.words import LABELS

GIVES_UP = Text(
    "本地的账号把目标和范围定得太大，转化就低，最后放弃。",
    "A local business that aims too wide converts little, and gives up.",
)


def positioned(plan: StrategyPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with where the company stands; `facts` tell whom the plan may name."""
    if plan.positioning != Positioning():
        yield from _position(plan.positioning)
        yield from _scope(plan)
    yield from _promises(plan)
    if plan.positioning != Positioning() or plan.goals or plan.backing != Backing():
        yield from _backed(plan.backing, facts)
    if plan.phase != Phase() or plan.goals:
        yield from _phase(plan.phase)


def _position(position: Positioning) -> Iterator[Finding]:
    def missing(*names: str) -> list[Text]:
        return [LABELS[name] for name in names if not getattr(position, name)]

    yield from lacking(
        "positioning-triple",
        missing("for_whom", "doing", "effect"),
        (
            Text("定位还缺：{lacks}。", "The position still lacks: {lacks}."),
            Text(
                "三问各写一句：对谁，做什么，起什么作用。", "A sentence for each: for whom, doing what, to what effect."
            ),
        ),
        "positioning",
    )
    yield from lacking(
        "brand-strategy-triad",
        missing("humane", "mood"),
        (
            Text("品牌策略还缺：{lacks}。", "The brand strategy still lacks: {lacks}."),
            Text(
                "写出产品或服务里体谅人的一处，和大家难过的时候停下什么。",
                "Write what is humane in the offer, and what stops when the public mourns.",
            ),
        ),
        "positioning",
    )
    yield from lacking(
        "groundwork-six",
        missing("character"),
        (
            Text("起步六件里还缺：{lacks}。", "Of the six items of groundwork this is missing: {lacks}."),
            Text("用一句话写出几年不变的性格。", "Write in a sentence the character that will not change for years."),
        ),
        "positioning",
    )
    wanted = ("price",) if position.scope == "local" else ("price", "region")
    yield from lacking(
        "case-plastic-surgery",
        missing(*wanted),
        (
            Text("公司的底细还缺：{lacks}。", "The profile still lacks: {lacks}."),
            Text(
                "写明价位和能服务到的地区：贵的、只在一地的，读者要少而准。",
                "State the price tier and the region you can serve: what is dear, or bound to a place, needs fewer "
                "readers, "
                "and the right ones.",
            ),
        ),
        "positioning",
    )


def _scope(plan: StrategyPlan) -> Iterator[Finding]:
    position, rule = plan.positioning, "local-else-industry"
    if position.scope is None:
        yield raised(
            rule,
            (
                Text("还没有定做本地还是做全行业。", "Neither local nor for the whole trade: the scope is open."),
                Text(
                    "比一比服务范围内外，每千粉丝各下多少单，再定。",
                    "Compare orders per 1,000 followers inside your region and outside, then decide.",
                ),
            ),
            "positioning",
        )
    elif position.scope == "local" and blank(position.region):
        yield raised(
            rule,
            (
                Text("做本地，却没有写服务到哪里。", "The scope is local, and no region is named."),
                Text("写出服务的地区。", "Name the region you serve."),
            ),
            "positioning",
        )
    elif position.scope == "industry" and blank(position.conversion):
        yield raised(
            rule,
            (
                Text(
                    "做全行业，却没有写单子从哪里来。",
                    "The scope is the whole trade, and nothing says where orders come from.",
                ),
                Text(
                    "写出外地的读者怎么买：寄得到的货、课程、转给门店。",
                    "Write how readers elsewhere can buy: goods that travel, a course, a referral to a store.",
                ),
            ),
            "positioning",
        )
    if position.scope == "local" and plan.audiences and all(each.place in {None, "outside"} for each in plan.audiences):
        yield raised(
            "local-failure-cause",
            (
                Text(
                    "做本地，受众却没有一群在服务范围里。", "The scope is local, and no audience lives in the region. "
                )
                + GIVES_UP,
                Text("加一群本地的受众，或者改范围。", "Add an audience of the region, or change the scope."),
            ),
            "positioning",
            "audiences",
        )


def _promises(plan: StrategyPlan) -> Iterator[Finding]:
    bare = those("promises", plan.promises, lambda each: blank(each.proof), lambda each: quoted(each.what))
    yield from about(
        "case-car-goods-shop",
        bare,
        (
            Text("承诺没有凭据：{names}。", "Promises without proof: {names}."),
            Text(
                "写出拿什么证明（检测、价目、退换的记录）；没有凭据就不许诺。",
                "Say what proves it (tests, a price list, records of returns); without proof, do not promise.",
            ),
        ),
    )


def _backed(backing: Backing, facts: Facts) -> Iterator[Finding]:
    if blank(backing.company_goal):
        yield raised(
            "strategic-goal-service",
            (
                Text("没有写它为公司的哪个目标服务。", "Nothing says which goal of the company this serves."),
                Text("写一个公司今年的目标。", "Name one goal the company has this year."),
            ),
            "backing",
        )
    missing = [LABELS[name] for name in ("sponsor", "review_on") if not getattr(backing, name)]
    yield from lacking(
        "activity-depends-on",
        missing,
        (
            Text("{company}的账号还缺：{lacks}。", "The accounts of {company} still lack: {lacks}."),
            Text(
                "请管理层里一位担着，约好哪天一起看。",
                "Ask one of the management to stand for it, and set the day to look at it together.",
            ),
        ),
        "backing",
        company=facts.company.name,
    )


def _phase(phase: Phase) -> Iterator[Finding]:
    missing = [LABELS[name] for name in ("now", "switch", "at") if not getattr(phase, name)]
    yield from lacking(
        "two-phase-growth",
        missing,
        (
            Text(
                "分两个阶段，还缺：{lacks}。文章只说“时机成熟”，成熟是几，没有写。",
                "Of the two phases this is still open: {lacks}. The article says “when ripe”, and not what ripe is.",
            ),
            Text(
                "写一个数：哪一项到了多少，就换阶段。",
                "Write a number: which measure, at which value, ends the first phase.",
            ),
        ),
        "phase",
    )
    if blank(phase.growth):
        yield raised(
            "conflict-follower-acquisition",
            (
                Text(
                    "没有写读者从哪里来。各篇说法相反：有的靠内容，有的互粉，有的花钱买。",
                    "Nothing says where readers come from. The articles contradict each other: by content, by mutual "
                    "follows, "
                    "by money.",
                ),
                Text(
                    "写出从哪里来：内容、门店、包裹、活动。买来的不算。",
                    "Say where they come from: content, the store, parcels, campaigns. Bought ones do not count.",
                ),
            ),
            "phase",
        )
