"""What is wrong with one account's mix, whatever stances the company takes."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from playbook.content.kinds import KINDS
from playbook.content.plan import WHOLE, ContentPlan, Mix
from playbook.content.sums import apart, by_kind, title, today
from playbook.facts import Facts
from playbook.language import Text, same
from playbook.rules import Finding, rule
from playbook.week import listed

ARTICLE_8 = 95  # what its four shares come to


def mix_findings(plan: ContentPlan, account: str, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with an account's mix: sum, shares too small for a post, no core, far from today."""
    mix = plan.mix(account)
    if mix is None or not any(mix.shares.values()):
        yield from _undecided(plan, account, facts)
        return
    yield from _unknown(plan, mix)
    yield from _sum(mix)
    yield from _under_one_post(plan, mix)
    yield from _diverse(plan, mix)
    yield from _extension(plan, mix)
    yield from _unlike_today(plan, mix, facts)


def at(account: str) -> tuple[str, ...]:
    """Return the address of an account's mix in a finding."""
    return (f"mix/{account}",)


def _undecided(plan: ContentPlan, account: str, facts: Facts) -> Iterator[Finding]:
    if plan.of(account):
        said = Text(
            "@{name} 有 {count} 条草稿，配比还没定：一周几条、各栏目占多少都没说。",
            "@{name} has {count} drafts and no mix: how many a week, and of which column, is not decided.",
        )
        mend = Text("给它定一周的条数和各栏目的占比。", "Decide its posts a week and the share of each column.")
        name = facts.company.account(account).name
        filled = said.format(name=name, count=len(plan.of(account)))
        yield Finding("content.four-design-factors", filled, mend, at(account))


def _unknown(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    known = {column.id for column in plan.columns}
    strange = [column for column, share in mix.shares.items() if share and column not in known]
    if strange:
        said = Text(
            "配比里有栏目表里没有的栏目：{names}。",
            "The mix gives shares to columns that the plan does not have: {names}.",
        )
        mend = Text(
            "加上这些栏目，写明发什么；或者把占比给别的栏目。", "Add the columns, or give their shares to others."
        )
        filled = said.format(names=listed(same(each) for each in strange))
        yield Finding("content.core-how-and-what", filled, mend, at(mix.account))


def _sum(mix: Mix) -> Iterator[Finding]:
    off = WHOLE - mix.total
    if off == 0:
        return
    said = Text("各栏目加起来是 {total}%，不是 100%。", "The shares come to {total}%, not 100%.")
    if mix.total == ARTICLE_8:
        said += Text("第 8 篇的四类也正好差这 5%。", " Article 8’s four shares lack the same 5%.")
    mend = (
        Text("还有 {off}% 没给：给哪个栏目，写下来。", "{off}% are still to give: decide which column gets them.")
        if off > 0
        else Text("多了 {off}%：从哪个栏目减，写下来。", "{off}% too many: decide which column gives them up.")
    )
    yield Finding("content.mix-adds-up", said.format(total=mix.total), mend.format(off=abs(off)), at(mix.account))


def _under_one_post(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    small = {
        column: share * mix.posts_a_week / WHOLE
        for column, share in mix.shares.items()
        if 0 < share * mix.posts_a_week < WHOLE
    }
    if small:
        said = Text(
            "一周 {posts} 条，这些栏目每周不到一条：{which}。", "Of {posts} posts a week, less than one: {which}."
        )
        which = listed(
            Text("{name} {posts}", "{name} {posts}").format(name=title(plan, column), posts=f"{posts:.2f}".rstrip("0"))
            for column, posts in small.items()
        )
        enough = ceil(WHOLE / min(mix.shares[column] for column in small))
        mend = Text(
            "占比提到一周够一条，或者把“一周几条”加到 {enough}，或者并进别的栏目。",
            "Raise the share to a whole post a week, set “Posts a week” to {enough}, or merge the column.",
        ).format(enough=enough)
        filled = said.format(posts=mix.posts_a_week, which=which)
        yield Finding("content.one-post-a-week", filled, mend, at(mix.account))


def _diverse(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    values = rule("content.related-diversity").values
    column, most = max(mix.shares.items(), key=lambda pair: pair[1])
    if most >= values["most"]:
        said = Text("“{name}”一个栏目占了 {share}%，题材太窄。", "“{name}” alone takes {share}%: too narrow.")
        mend = Text("分一些给别的栏目，免得没话可说。", "Give part of it to other columns, or you will run dry.")
        filled = said.format(name=title(plan, column), share=most)
        yield Finding("content.related-diversity", filled, mend, at(mix.account))
    shares = by_kind(plan, mix)
    core = sum(share for kind, share in shares.items() if KINDS[kind].core)
    if sum(shares.values()) >= mix.total > 0 and core < values["core"]:
        said = Text(
            "讲我们这一行的只有 {core:.0f}%，不到 {least}%：题材散了，没有中心。",
            "Only {core:.0f}% is about our trade, less than {least}%: the mix has no centre.",
        )
        mend = Text("给讲本行的栏目多一些。", "Give the columns about our trade more.")
        yield Finding("content.related-diversity", said.format(core=core, least=values["core"]), mend, at(mix.account))


def _extension(plan: ContentPlan, mix: Mix) -> Iterator[Finding]:
    """Knowledge about using the goods before their description, unless the company decided that readers want both."""
    if plan.holds("company-news-and-product", "wanted"):
        return
    shares = by_kind(plan, mix)
    product, knowledge = shares.get("product", 0.0), shares.get("knowledge", 0.0) + shares.get("extension", 0.0)
    if product > knowledge:
        said = Text(
            "产品介绍占 {product:.0f}%，怎么喝、怎么存、怎么选一类的知识只有 {knowledge:.0f}%。",
            "Product descriptions take {product:.0f}%, knowledge of how to use, keep and choose only {knowledge:.0f}%.",
        )
        mend = Text(
            "把一部分产品介绍写成读者用得上的知识，至少一样多。",
            "Turn part of the descriptions into knowledge that readers can use, at least as much.",
        )
        filled = said.format(product=product, knowledge=knowledge)
        yield Finding("content.product-extension", filled, mend, at(mix.account))


def _unlike_today(plan: ContentPlan, mix: Mix, facts: Facts) -> Iterator[Finding]:
    """A mix may differ from today's as far as it likes, for a reason; silent where nobody noted today's."""
    now, planned = today(facts, mix.account), by_kind(plan, mix)
    if now is None or mix.why.strip() or not planned:
        return
    off, most = apart(planned, now), rule("content.mix-with-reason").values["most"]
    if off <= most:
        return
    grown, shrunk = _moves(planned, now)
    said = Text(
        "和现在发的差得远，{off:.0f}% 要换类别：增得多的是{grown}，减得多的是{shrunk}。没写为什么。",
        "Far from what the account posts today: {off:.0f}% changes its kind, most of all towards {grown}, away from "
        "{shrunk}. No reason is given.",
    )
    mend = Text(
        "写下理由：读者问了什么，数据说了什么，几周以后看什么再定。",
        "Write why: what readers ask, what the data say, what you will look at in some weeks.",
    )
    filled = said.format(off=off, grown=grown, shrunk=shrunk)
    yield Finding("content.mix-with-reason", filled, mend, at(mix.account))


def _moves(planned: dict[str, float], now: dict[str, float]) -> tuple[Text, Text]:
    """Return the kinds that grow most and shrink most."""
    moves = {kind: planned.get(kind, 0.0) - now.get(kind, 0.0) for kind in planned | now if kind in KINDS}
    order = sorted(moves, key=lambda kind: moves[kind])
    return KINDS[order[-1]].name, KINDS[order[0]].name
