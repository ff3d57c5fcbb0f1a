"""What is wrong with the position: for whom, where, what proves the promises, who backs it, how readers come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from playbook.campaign.lawful import BOUGHT
from playbook.facts import Facts
from playbook.language import Text
from playbook.refused import meant
from playbook.rules import Finding
from playbook.strategy.parts import Backing, Phase, Positioning
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.raised import about, blank, lacking, quoted, raised, those
from playbook.strategy.words import LABELS

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
    yield from _written(plan)


def _position(position: Positioning) -> Iterator[Finding]:
    def missing(*names: str) -> list[Text]:
        return [LABELS[name] for name in names if not getattr(position, name)]

    yield from lacking("positioning-triple", missing("for_whom", "doing", "effect"), (
        Text("定位还缺：{lacks}。", "The position still lacks: {lacks}."),
        Text("三问各写一句：对谁，做什么，起什么作用。", "A sentence for each: for whom, doing what, to what effect."),
    ), "positioning")  # fmt: skip
    yield from lacking("brand-strategy-triad", missing("humane", "mood"), (
        Text("品牌策略还缺：{lacks}。", "The brand strategy still lacks: {lacks}."),
        Text(
            "写出产品或服务里体谅人的一处，和大家难过的时候停下什么。",
            "Write what is humane in the offer, and what stops when the public mourns.",
        ),
    ), "positioning")  # fmt: skip
    yield from lacking("groundwork-six", missing("character"), (
        Text("起步六件里还缺：{lacks}。", "Of the six items of groundwork this is missing: {lacks}."),
        Text("用一句话写出几年不变的性格。", "Write in a sentence the character that will not change for years."),
    ), "positioning")  # fmt: skip
    wanted = ("price",) if position.scope == "local" else ("price", "region")
    yield from lacking("case-plastic-surgery", missing(*wanted), (
        Text("公司的底细还缺：{lacks}。", "The profile still lacks: {lacks}."),
        Text(
            "写明价位和能服务到的地区：贵的、只在一地的，读者要少而准。",
            "State the price tier and the region you can serve: what is dear, or bound to a place, needs fewer readers, "
            "and the right ones.",
        ),
    ), "positioning")  # fmt: skip


def _scope(plan: StrategyPlan) -> Iterator[Finding]:
    position, rule = plan.positioning, "local-else-industry"
    if position.scope is None:
        yield raised(rule, (
            Text("还没有定做本地还是做全行业。", "Neither local nor for the whole trade: the scope is open."),
            Text("比一比服务范围内外，每千粉丝各下多少单，再定。",
                 "Compare orders per 1,000 followers inside your region and outside, then decide."),
        ), "positioning")  # fmt: skip
    elif position.scope == "local" and blank(position.region):
        yield raised(rule, (
            Text("做本地，却没有写服务到哪里。", "The scope is local, and no region is named."),
            Text("写出服务的地区。", "Name the region you serve."),
        ), "positioning")  # fmt: skip
    elif position.scope == "industry" and blank(position.conversion):
        yield raised(rule, (
            Text("做全行业，却没有写单子从哪里来。", "The scope is the whole trade, and nothing says where orders come from."),
            Text("写出外地的读者怎么买：寄得到的货、课程、转给门店。",
                 "Write how readers elsewhere can buy: goods that travel, a course, a referral to a store."),
        ), "positioning")  # fmt: skip
    if position.scope == "local" and plan.audiences and all(each.place in {None, "outside"} for each in plan.audiences):
        yield raised("local-failure-cause", (
            Text("做本地，受众却没有一群在服务范围里。", "The scope is local, and no audience lives in the region. ") + GIVES_UP,
            Text("加一群本地的受众，或者改范围。", "Add an audience of the region, or change the scope."),
        ), "positioning", "audiences")  # fmt: skip


def _promises(plan: StrategyPlan) -> Iterator[Finding]:
    bare = those("promises", plan.promises, lambda each: blank(each.proof), lambda each: quoted(each.what))
    yield from about("case-car-goods-shop", bare, (
        Text("承诺没有凭据：{names}。", "Promises without proof: {names}."),
        Text("写出拿什么证明（检测、价目、退换的记录）；没有凭据就不许诺。",
             "Say what proves it (tests, a price list, records of returns); without proof, do not promise."),
    ))  # fmt: skip


def _backed(backing: Backing, facts: Facts) -> Iterator[Finding]:
    if blank(backing.company_goal):
        yield raised("strategic-goal-service", (
            Text("没有写它为公司的哪个目标服务。", "Nothing says which goal of the company this serves."),
            Text("写一个公司今年的目标。", "Name one goal the company has this year."),
        ), "backing")  # fmt: skip
    missing = [LABELS[name] for name in ("sponsor", "review_on") if not getattr(backing, name)]
    yield from lacking("activity-depends-on", missing, (
        Text("{company}的账号还缺：{lacks}。", "The accounts of {company} still lack: {lacks}."),
        Text("请管理层里一位担着，约好哪天一起看。", "Ask one of the management to stand for it, and set the day to look at it together."),
    ), "backing", company=facts.company.name)  # fmt: skip


def _phase(phase: Phase) -> Iterator[Finding]:
    missing = [LABELS[name] for name in ("now", "switch", "at") if not getattr(phase, name)]
    yield from lacking("two-phase-growth", missing, (
        Text("分两个阶段，还缺：{lacks}。文章只说“时机成熟”，成熟是几，没有写。",
             "Of the two phases this is still open: {lacks}. The article says “when ripe”, and not what ripe is."),
        Text("写一个数：哪一项到了多少，就换阶段。", "Write a number: which measure, at which value, ends the first phase."),
    ), "phase")  # fmt: skip
    if blank(phase.growth):
        yield raised("conflict-follower-acquisition", (
            Text("没有写读者从哪里来。各篇说法相反：有的靠内容，有的互粉，有的花钱买。",
                 "Nothing says where readers come from. The articles contradict each other: by content, by mutual follows, "
                 "by money."),
            Text("写出从哪里来：内容、门店、包裹、活动。买来的不算。",
                 "Say where they come from: content, the store, parcels, campaigns. Bought ones do not count."),
        ), "phase")  # fmt: skip


def _written(plan: StrategyPlan) -> Iterator[Finding]:
    """Look through all that is written for what no strategy may hold."""
    texts = [*_texts(plan.model_dump(mode="json", exclude={"stances"}))]
    if found := meant(BOUGHT, texts):
        yield raised("earned-not-bought", (
            Text("计划里写着“{found}”。粉丝不能靠买；用假流量做宣传，今天的反不正当竞争法不许。",
                 "The plan has “{found}”. Followers are not for sale; to advertise with fake traffic is against today’s "
                 "Anti-Unfair Competition Law."),
            Text("删掉，改成真的来路：内容、门店、包裹。", "Take it out; name true sources: content, the store, parcels."),
        ), found=found)  # fmt: skip
    if found := meant(PRAISE, texts):
        yield raised("no-paid-praise", (
            Text("计划里写着“{found}”。花钱换来的好评是虚假评价。", "The plan has “{found}”. Praise that is paid for is a fake review."),
            Text("删掉；请买过的人说真话，好坏都留。", "Take it out; ask buyers for the truth, and keep the bad with the good."),
        ), found=found)  # fmt: skip
    if found := meant(CASES, texts):
        yield raised("case-catering-training-brand", (
            Text("计划里留着别家案例的名字“{found}”。", "The plan still names another company’s case: “{found}”."),
            Text("换成自家的牌子、行业和读者，整句重写。", "Put in your own brand, trade and readers, and rewrite the sentence."),
        ), found=found)  # fmt: skip
    if found := meant(SHIFTED, texts):
        yield raised("three-adopter-motives", (
            Text("“{found}”不是对读者的目的。文章写它，是讽刺有些机构把人工推给读者。",
                 "“{found}” is no purpose that serves readers. The article means it as mockery of bodies that shift their work "
                 "to the public."),
            Text("写读者得到什么，例如多快有人答。", "Write what readers get, such as how soon somebody answers."),
        ), found=found)  # fmt: skip


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - data as JSON holds it
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
