"""What a draft must have before it goes out: marks of a person, a named origin, proof; asked under review only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from playbook.content.draft import Draft
from playbook.content.plan import ContentPlan
from playbook.content.reading import exemption, review_text
from playbook.content.sums import drafts_named, kind_of, ready
from playbook.language import Text
from playbook.microblog import links, says_nothing
from playbook.rules import Finding, rule

REMINDER, FOLD = "content.dialogue-questions", "content.limit-140"
NOT_READ = {"score", "status", "owner", "notes"}  # they change nothing about the text
DATED = re.compile(
    r"\d|今年|明年|后年|年底|本月|下月|下周|春|夏|秋|冬|next (?:week|month|year)|spring|summer|autumn|winter"
)


def ready_findings(plan: ContentPlan, account: str) -> Iterator[Finding]:
    """Yield what is missing from an account's drafts under review or approved."""
    drafts = ready(plan, account)
    yield from _scores(drafts)
    yield from _origin(plan, drafts)
    for kind, name, is_wrong, said, mend in OF_KIND:
        wrong = [draft for draft in drafts if _is_of(plan, draft, kind) and is_wrong(draft)]
        if wrong:
            yield _on(name, wrong, said, mend)
    yield from _unmarked(plan, drafts)
    yield from _faulty(plan, drafts)


def _scores(drafts: list[Draft]) -> Iterator[Finding]:
    values = rule("content.four-quality-dimensions").values
    wanted = set(values["dimensions"])
    beside = [draft for draft in drafts if draft.score.get("relevance") == 0]
    unmarked = [draft for draft in drafts if not wanted <= draft.score.keys()]
    marked = [draft for draft in drafts if wanted <= draft.score.keys() and draft.score["relevance"]]
    weak = [draft for draft in marked if sum(draft.score[each] for each in wanted) < values["least"]]
    if unmarked:
        said = Text("这些草稿四项质量没打全分：{which}。", "Not marked on all four qualities: {which}.")
        mend = Text(
            "请没写过它的人打关联、趣味、价值、沟通四项，每项 0 到 2 分。",
            "Have somebody who did not write it mark relevance, fun, value and communication, 0 to 2 each.",
        )
        yield _on("four-quality-dimensions", unmarked, said, mend)
    if weak:
        said = Text("四项合计不到 {least} 分：{which}。", "Fewer than {least} marks in all: {which}.")
        mend = Text("重写分低的那一项，或者不发。", "Rework what was marked low, or leave the draft out.")
        yield _on("four-quality-dimensions", weak, said, mend, least=values["least"])
    if beside:
        said = Text("关联性 0 分，和我们无关：{which}。", "Marked 0 for relevance, nothing to do with us: {which}.")
        mend = Text(
            "写出它和我们这一行的关系，写不出就不发。", "Say what it has to do with our trade, or leave it out."
        )
        yield _on("relevance", beside, said, mend)


def _origin(plan: ContentPlan, drafts: list[Draft]) -> Iterator[Finding]:
    """Whose a draft is; of amusing ones article 8 says nothing, so they are told under its rule."""
    fun = {column.id for column in plan.columns if column.kind == "fun"}
    nameless = [draft for draft in drafts if draft.origin == "licensed" and not draft.source.strip()]
    unknown = [draft for draft in drafts if draft.origin == "unknown"]
    claimed = [draft for draft in drafts if draft.origin == "own" and draft.source.strip() and not draft.repost]
    for name, wrong, (said, mend) in (
        ("content-platform-choice", [draft for draft in nameless if draft.column not in fun], NAMELESS),
        ("supplied-as-original", [draft for draft in unknown if draft.column not in fun], UNKNOWN),
        ("supplied-as-original", claimed, CLAIMED),
        ("fun-class", [draft for draft in [*nameless, *unknown] if draft.column in fun], JOKES),
    ):
        if wrong:
            yield _on(name, wrong, said, mend)


NAMELESS = (
    Text("用了别人的内容，没写是谁的：{which}。", "Other people’s work, and it is not said whose: {which}."),
    Text("写上来源，许可的条款也存一份。", "Note the source, and keep the terms of the permission."),
)
UNKNOWN = (
    Text("不清楚是谁的，已经在审：{which}。", "Under review, and nobody knows whose it is: {which}."),
    Text("找到作者，得到许可并署名；找不到就换成自己的。", "Find the author and ask, or make one of our own."),
)
CLAIMED = (
    Text("写了别人的来源，又记成自己做的：{which}。", "A source is named, and yet it is called our own: {which}."),
    Text("供稿和改写都不算原创：改成“别人的，已获许可并署名”。", "Supplied work is not ours: record whose it is."),
)
JOKES = (
    Text("笑话、图或视频没有写明是谁的：{which}。", "A joke, picture or video without its author: {which}."),
    Text("得到许可并署名，或者拍自己店里的。", "Get permission and name the author, or film one of our own."),
)


def _no_event_or_source(draft: Draft) -> bool:
    return not (draft.event.strip() and draft.source.strip())


def _sells_something(draft: Draft) -> bool:
    return bool(links(draft.text)) or draft.ad_marked


OF_KIND: tuple[tuple[str, str, Callable[[Draft], bool], Text, Text], ...] = (
    (
        "trends",
        "pillar-foresight",
        lambda draft: not DATED.search(draft.text),
        Text("讲趋势却没写到什么时候：{which}。", "On trends, without saying by when: {which}."),
        Text("写上时间，到时回来说准不准。", "Give a date, and come back on it to say whether you were right."),
    ),
    (
        "voices",
        "pillar-openness",
        lambda draft: draft.repost and says_nothing(draft.text),
        Text("转了别人的见解，自己一句没说：{which}。", "Somebody’s view passed on without a word of ours: {which}."),
        Text("写上赞成什么、补充什么。", "Say what you agree with, and what you would add."),
    ),
    (
        "industry",
        "pillar-responsibility",
        _no_event_or_source,
        Text(
            "评论行业的事，没写是哪件事、消息从哪来：{which}。",
            "On an event of the trade, without event or source: {which}.",
        ),
        Text(
            "写上事件和消息来源；涉及同行出事的，先请负责人批。",
            "Note both; if a rival is in trouble, ask for approval.",
        ),
    ),
    (
        "big-event",
        "pillar-wide-view",
        _sells_something,
        Text("大事面前带了链接或广告：{which}。", "A link or an advertisement beside a great event: {which}."),
        Text("去掉产品、优惠和链接；拿不准就不发。", "Take out goods, offers and links; in doubt, do not post."),
    ),
)  # kind of column, rule, what is wrong, what is said, what would mend it


def _unmarked(plan: ContentPlan, drafts: list[Draft]) -> Iterator[Finding]:
    """A column that sells is advertising, however softly it is written."""
    selling = [draft for draft in drafts if (kind := kind_of(plan, draft.column)) and kind.sells]
    unmarked = [draft for draft in selling if not draft.ad_marked and "广告" not in draft.text]
    if unmarked:
        said = Text(
            "属于推销的栏目，写得再软也是广告，却没有标明：{which}。",
            "Of a column that sells: advertising, however softly written, and not marked: {which}.",
        )
        mend = Text(
            "标上“广告”，读者一眼要认得出来。", "Mark them 广告: readers must see at once that it is advertising."
        )
        yield _on("soft-ads-over-blunt", unmarked, said, mend)


def _faulty(plan: ContentPlan, drafts: list[Draft]) -> Iterator[Finding]:
    """Findings on the text are told draft by draft elsewhere; here only that some are left."""
    let_pass = {REMINDER, FOLD} if plan.holds("text-length", "full") else {REMINDER}
    faulty = [draft for draft in drafts if _open_rules(draft.model_dump_json(exclude=NOT_READ)) - let_pass]
    if faulty:
        said = Text(
            "{count} 条已经在审或通过，文字上还有问题没处理：{which}。",
            "Under review or approved with issues in the text still open, {count}: {which}.",
        )
        mend = Text(
            "逐条打开：改掉；要留的，先把凭据存好。", "Open each and mend it; what is to stay needs its proof on file."
        )
        yield _on("mend-before-approval", faulty, said, mend, count=len(faulty))


@lru_cache(maxsize=2048)
def _open_rules(draft: str) -> frozenset[str]:
    """Return the rules that a draft (as JSON) breaks; a word for which an exemption was named may stay.

    Kept, because a composer asks about every draft of the queue at every letter typed into one.
    """
    findings = review_text(Draft.model_validate_json(draft))
    return frozenset(finding.rule for finding in findings if exemption(finding) is None)


def _is_of(plan: ContentPlan, draft: Draft, kind: str) -> bool:
    return any(column.id == draft.column and column.kind == kind for column in plan.columns)


def _on(name: str, drafts: list[Draft], said: Text, mend: Text, **values: object) -> Finding:
    filled = said.format(which=drafts_named(drafts), **values)
    return Finding(f"content.{name}", filled, mend, tuple(draft.id for draft in drafts))
