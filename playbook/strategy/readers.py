"""What is wrong with the audiences and with the figures of the market that the plan cites."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playbook.facts import Facts
from playbook.language import Text, same
from playbook.rules import Finding, rule
from playbook.strategy.lists import Audience
from playbook.strategy.models import SELF_SELECTED
from playbook.strategy.plan import StrategyPlan
from playbook.strategy.raised import Texts, about, blank, quoted, raised, those

PLAIN: dict[str, tuple[Callable[[Audience], bool], Texts]] = {
    "follower-motives": (
        lambda each: not each.wants,
        (
            Text("没有写他们想要什么：{names}。", "Nothing says what they want: {names}."),
            Text("七种动机里勾出他们的。", "Tick theirs among the seven motives."),
        ),
    ),
    "audience-gathering": (
        lambda each: not each.share,
        (
            Text(
                "没有写占粉丝几成：{names}。粉丝只是“一定程度上”的目标群体。",
                "Nothing says what share of the followers they are: {names}. Followers are the target group only “to "
                "a degree”.",
            ),
            Text("抽一批粉丝看，写上占几成。", "Look at a sample of followers and write the share."),
        ),
    ),
    "audience-analysis": (
        lambda each: blank(each.source) or each.on is None,
        (
            Text("没有写凭哪张表、哪天的数：{names}。", "No table, or no date of it, is named: {names}."),
            Text(
                "写上表名和日子；三个月前的数，再问一次。",
                "Name the table and its date; ask again what is three months old.",
            ),
        ),
    ),
    "audience-finding-routes": (
        lambda each: not each.routes,
        (
            Text("没有写从哪条路找到他们：{names}。", "Nothing says by which route they were found: {names}."),
            Text(
                "勾上走过的路；文章里的“微群”，今天看超话和群聊。",
                "Tick the routes; for the article’s “micro-groups” take super-topics and group chats today.",
            ),
        ),
    ),
    "asked-how": (
        lambda each: each.asked is None,
        (
            Text("没有写怎么问的：{names}。", "Nothing says how they were asked: {names}."),
            Text(
                "写明在哪里问；没有问，只看了记录，也写明。",
                "Say where they were asked; if you went by records alone, say that.",
            ),
        ),
    ),
    "advantage-research": (
        lambda each: each.asked in SELF_SELECTED,
        (
            Text(
                "只发帖问过：{names}。愿意回的是最热心的那些，不是大家。",
                "Asked by a post alone: {names}. Those who answer are the keenest, not everybody.",
            ),
            Text(
                "在包裹里、请外面的人再问一批，两边对着看。",
                "Ask by parcel or through an outside panel too, and compare the two.",
            ),
        ),
    ),
    "personal-data-basis": (
        lambda each: bool(each.keeps.strip()) and each.basis in {None, "none"},
        (
            Text(
                "留着他们的个人信息，没有依据：{names}。",
                "Personal data of them are kept without a legal basis: {names}.",
            ),
            Text(
                "取得同意，或者只留办事用得着的，用完删；没有依据就不留。",
                "Ask for consent, or keep only what the order needs and delete it after; without a basis, keep none.",
            ),
        ),
    ),
}


def readers(plan: StrategyPlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with the audiences, and with figures; the latest post says which year it is."""
    if plan.audiences:
        yield from _count(plan)
        for name, (wrong, texts) in PLAIN.items():
            yield from about(name, those("audiences", plan.audiences, wrong, lambda each: same(each.name)), texts)
    yield from _figures(plan, int(facts.posts["posted_on"].max().year))


def _count(plan: StrategyPlan) -> Iterator[Finding]:
    values = rule("strategy.two-or-three-audiences").values
    if not values["least"] <= len(plan.audiences) <= values["most"]:
        yield raised(
            "two-or-three-audiences",
            (
                Text(
                    "有 {count} 群受众。一群看不出取舍，四群顾不过来。",
                    "Audiences: {count}. With one nothing is chosen, with four nobody is served.",
                ),
                Text("写两三群。", "Write two or three."),
            ),
            "audiences",
            count=len(plan.audiences),
        )


def _figures(plan: StrategyPlan, year: int) -> Iterator[Finding]:
    oldest = year - rule("strategy.user-numbers-2012").values["years"]
    undated = those("figures", plan.figures, lambda each: not each.year, lambda each: quoted(each.what))
    yield from about(
        "user-numbers-2012",
        undated,
        (
            Text(
                "数没有年份：{names}。没有年份的数不是数。",
                "Figures without a year: {names}. A figure without a year is no figure.",
            ),
            Text("查到年份写上；查不到就删。", "Find the year and write it; if there is none, take the figure out."),
        ),
    )
    old = those(
        "figures",
        plan.figures,
        lambda each: 0 < each.year < oldest and each.use == "present",
        lambda each: quoted(each.what),
    )
    yield from about(
        "user-numbers-2012",
        old,
        (
            Text("拿 {oldest} 年以前的数当今天的用：{names}。", "Used as present, and from before {oldest}: {names}."),
            Text(
                "换成近三年的、自家的，或者标成“历史”。",
                "Take one of the last three years, or your own; or mark it as history.",
            ),
        ),
        oldest=oldest,
    )
    nobody = those("figures", plan.figures, lambda each: blank(each.source), lambda each: quoted(each.what))
    yield from about(
        "survey-77-percent",
        nobody,
        (
            Text("没有写谁数的、问了多少人：{names}。", "Nothing says who counted, and how many were asked: {names}."),
            Text("写上出处和样本。", "Write the source and its sample."),
        ),
    )
