"""Is the plan as the company decided? A rule binds only whoever takes the position that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.content.kinds import CLASSES, KINDS, by_class
from playbook.content.mix_review import at
from playbook.content.plan import WHOLE, ContentPlan, Mix
from playbook.content.queue_review import ENOUGH, ends_asking
from playbook.content.sums import by_kind, column_of, drafts_named, kind_of, live, named, ready, selling
from playbook.facts import Facts
from playbook.language import Text
from playbook.rules import Finding, rule
from playbook.stances import unlike_data
from playbook.week import listed

DIVISION, LEADING, PROMOTION, HOT = (
    "content-mix-sum", "leading-content-type", "discounts-and-promotion-share", "hot-events",
)  # fmt: skip
OR_STANCE = Text("改配比，或者改立场。", "Change the mix, or change the stance.")
KNOWING = frozenset(kind for kind, each in KINDS.items() if each.of.get(8) == "knowledge")
HELPING = frozenset({"knowledge", "extension", "trends", "interaction"})
LIVING = frozenset({"daily", "staff-life"})
# What may have the largest share, by the position taken: the rule, and the kinds.
LEADS = {
    "knowledge": ("knowledge-class", KNOWING),
    "useful": ("usefulness", HELPING),
    "useful_and_fun": ("useful-and-fun", HELPING | {"fun"}),
    "life": ("life-like", LIVING),
    "care_and_humour": ("soft-ads-over-blunt", LIVING | {"fun", "interaction", "user-review"}),
}
CAPS = {"five_percent": "campaign-class", "occasional": "occasional-ad", "followers_only": "promotion-cap"}
# Positions that the law closes, by topic: the rule that says so.
CLOSED = {
    "originality-and-reuse": {"as_own": "supplied-as-original", "reworked": "named-source"},
    "hidden-advertising-vs-transparency": {"hidden": "soft-ads-over-blunt"},
}


def unlawful(plan: ContentPlan) -> Iterator[Finding]:
    """Yield positions taken that no company may take, whatever its data say."""
    for topic, closed in CLOSED.items():
        taken = plan.position(topic)
        if taken and taken.id in closed:
            said = Text(
                "“{stance}”：法律不许，不是立场可以定的。", "“{stance}”: the law forbids it; no stance can allow it."
            )
            mend = Text("改成法律许可的那一种。", "Take a position that the law leaves open.")
            yield Finding(f"content.{closed[taken.id]}", said.format(stance=taken.says), mend)


def unlike_stances(plan: ContentPlan, account: str, facts: Facts) -> Iterator[Finding]:
    """Yield where an account's mix and queue are unlike the stances taken, and stances that its data speak against."""
    mix = plan.mix(account)
    if mix and any(mix.shares.values()):
        yield from _division(plan, mix)
        yield from _leading(plan, mix)
        yield from _promotion(plan, mix)
        yield from _hot(plan, mix)
        yield from _persona(plan, mix)
        yield from unlike_data(plan, account, facts, "content.formula-against-data", at(account))
    yield from _related(plan, account)
    yield from _closing(plan, account)


def _division(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    taken = plan.position(DIVISION)
    shares = by_kind(plan, mix)
    if not taken:
        return
    if taken.id in {"rest_to_interaction", "rest_to_campaigns"}:
        yield from _four_shares(taken.id, shares, mix.account)
    for position, article, name in (
        ("seven_kinds", 2, "seven-content-sources"),
        ("seven_pillars", 5, "pillars-six-plus-business"),
        ("four_classes", 6, "what-to-post-four"),
    ):
        if taken.id == position:
            yield from _lacking(article, name, taken.says, shares, mix)
    professional = by_class(shares, 5)["professional"] * mix.posts_a_week
    if taken.id == "seven_pillars" and 0 < professional < WHOLE:
        said = Text("专业性栏目一周不到一条。", "The professional pillar has less than one post a week.")
        mend = Text("给它一周至少一条。", "Give it a post a week at least.")
        yield Finding("content.pillar-professional", said, mend, at(mix.account))


def _four_shares(position: str, shares: dict[str, float], account: str) -> Iterator[Finding]:
    """Article 8's shares, with the missing 5% where the stance puts them."""
    values = rule("content.mix-four-shares").values
    wanted = dict(values["shares"])
    names, ours = dict(CLASSES[8]), by_class(shares, 8)
    if position == "rest_to_campaigns":
        wanted["campaign"] += values["missing"]
    else:
        wanted["interaction"], names["interaction"] = values["missing"], KINDS["interaction"].name
        ours["interaction"] = shares.get("interaction", 0.0)
    off = [
        Text("{name} {ours:.0f}%（要 {wanted}%）", "{name} {ours:.0f}% (wanted: {wanted}%)").format(
            name=names[key], ours=ours[key], wanted=share
        )
        for key, share in wanted.items()
        if abs(ours[key] - share) > values["tolerance"]
    ]
    if off:
        said = Text("立场是第 8 篇的占比，这几类不是：{off}。", "You decided on article 8’s shares; not so: {off}.")
        yield Finding("content.mix-four-shares", said.format(off=listed(off)), OR_STANCE, at(account))


def _lacking(article: int, name: str, stance: Text, shares: dict[str, float], mix: Mix) -> Iterator[Finding]:
    """Classes of an article that the mix has nothing of; where its rule asks for one a week, less than that."""
    values = rule(f"content.{name}").values
    least = WHOLE / mix.posts_a_week if values.get("every_week") else 0.0
    lacks = [
        CLASSES[article][key]
        for key, share in by_class(shares, article).items()
        if key not in values.get("not_asked", []) and (share == 0 or share < least)
    ]
    if lacks:
        said = Text(
            "立场是“{stance}”，配比里没有，或者一周不到一条：{lacks}。",
            "You decided on “{stance}”; the mix has none, or less than one a week, of: {lacks}.",
        )
        filled = said.format(stance=stance, lacks=listed(lacks))
        yield Finding(f"content.{name}", filled, OR_STANCE, at(mix.account))


def _leading(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    taken, shares = plan.position(LEADING), by_kind(plan, mix)
    most = max(mix.shares.values())
    first = [column for column, share in mix.shares.items() if share == most]
    if taken and taken.id in LEADS:
        name, kinds = LEADS[taken.id]
        if not any(column_of(plan, column).kind in kinds for column in first):
            said = Text(
                "立场是最多的一类：{stance}；配比里最多的却是{first}，占 {most}%。",
                "You decided that the largest share goes to {stance}; the largest, {most}%, is {first}.",
            )
            filled = said.format(stance=taken.says, first=named(plan, first), most=most)
            yield Finding(f"content.{name}", filled, OR_STANCE, at(mix.account))
    if taken and taken.id == "greeting" and shares.get("daily", 0.0) <= shares.get("notice", 0.0):
        said = Text(
            "立场是问候多于公司新闻，可是通告不比日常少。",
            "You decided on greetings rather than company news, but notices have no smaller share than daily life.",
        )
        yield Finding("content.greeting-beats-news", said, OR_STANCE, at(mix.account))


def _promotion(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    taken = plan.position(PROMOTION)
    share = selling(by_kind(plan, mix))
    if taken and taken.id in CAPS:
        name = CAPS[taken.id]
        cap = rule(f"content.{name}").values["cap"]
        if share > cap:
            said = Text(
                "折扣和活动占 {share:.0f}%，立场定的是最多 {cap}%。",
                "Discounts and campaigns take {share:.0f}%; your stance allows {cap}%.",
            )
            yield Finding(f"content.{name}", said.format(share=share, cap=cap), OR_STANCE, at(mix.account))
    if taken and taken.id == "last":
        business = {c: s for c, s in mix.shares.items() if s and (k := kind_of(plan, c)) and k.of.get(5) == "business"}
        others = [s for c, s in mix.shares.items() if s and c not in business]
        if business and others and max(business.values()) > min(others):
            said = Text(
                "立场是业务信息排在最后，可是有别的栏目比它还少。",
                "You decided that business comes last, but another column has a smaller share.",
            )
            yield Finding("content.pillar-business-notices", said, OR_STANCE, at(mix.account))


def _hot(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    timely = by_class(by_kind(plan, mix), 8)["timely"]
    if plan.holds(HOT, "ride") and not timely:
        said = Text(
            "立场是借热点，配比里没有时效一类。", "You decided to join in on hot topics; the mix has nothing timely."
        )
        yield Finding("content.hot-topic-leverage", said, OR_STANCE, at(mix.account))
    if plan.holds(HOT, "none") and timely:
        said = Text(
            "立场是一概不借热点，时效类却占 {share:.0f}%。",
            "You decided to join in on no hot topic; timely posts take {share:.0f}%.",
        )
        yield Finding("content.hot-event-filter", said.format(share=timely), OR_STANCE, at(mix.account))


def _persona(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    least = rule("content.personality-by-content").values["least"]
    share = by_class(by_kind(plan, mix), 5)["professional"]
    if plan.holds("tone-and-persona", "expert") and share < least:
        said = Text(
            "立场是行家的形象，讲专业的只占 {share:.0f}%，不到 {least}%。",
            "You decided to appear as an expert; {share:.0f}% shows expertise, less than {least}%.",
        )
        mend = Text("多发自家的专业成果，或者改立场。", "Show more of what you know, or change the stance.")
        yield Finding("content.personality-by-content", said.format(share=share, least=least), mend, at(mix.account))


def _related(plan: ContentPlan, account: str) -> Iterator[Finding]:
    """Timely and amusing drafts must have to do with us, where the company decided so: somebody marked relevance."""
    checks = (
        (HOT, "timely", "fit-positioning-four", Text("热点", "Hot topics")),
        ("jokes-vs-relevance", "fun", "relevance", Text("逗乐", "Fun")),
    )
    for topic, name, rule_id, what in checks:
        drafts = [
            draft
            for draft in ready(plan, account)
            if (kind := kind_of(plan, draft.column))
            and kind.of.get(8) == name
            and (name != "fun" or kind.of.get(6) == "fun")
            and draft.score.get("relevance", 0) == 0
        ]
        if plan.holds(topic, "related") and drafts:
            said = Text(
                "{what}要和我们这一行有关，这些没有人打过关联分，或者打了 0 分：{which}。",
                "{what} must have to do with our trade; nobody marked these for relevance, or they got 0: {which}.",
            )
            mend = Text("写出关系，再请人打分；写不出就不发。", "Say the relation and have it marked, or leave it out.")
            filled = said.format(what=what, which=drafts_named(drafts))
            yield Finding(f"content.{rule_id}", filled, mend, tuple(draft.id for draft in drafts))


def _closing(plan: ContentPlan, account: str) -> Iterator[Finding]:
    drafts, least = live(plan, account), rule("content.closing-hook").values["least"]
    ending = [draft for draft in drafts if ends_asking(draft)]
    if plan.holds("induced-engagement", "closing_call") and len(drafts) >= ENOUGH and len(ending) < least * len(drafts):
        said = Text(
            "立场是多数微博用提问收尾，{count} 条草稿里只有 {ending} 条问了。",
            "You decided that most posts end with a question; of {count} drafts {ending} ask one.",
        )
        mend = Text("补几句真想知道的，或者改立场。", "Add what you really want to know, or change the stance.")
        yield Finding("content.closing-hook", said.format(count=len(drafts), ending=len(ending)), mend)
