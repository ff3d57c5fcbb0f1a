"""What is wrong with one account's queue of drafts: what is missing beside them, and how they follow one another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.mix_review import at as mix_at
from playbook.content.plan import WHOLE, ContentPlan
from playbook.content.ready_review import ready_findings
from playbook.content.sums import drafts_named, kind_of, live, named, title
from playbook.facts import Facts
from playbook.language import Text
from playbook.microblog import LINK, chain, links, mentions, topics
from playbook.rules import Finding, rule

ENOUGH = 6  # drafts from which a queue is judged as a whole
QUESTION = re.compile("[?？]")
AFTERWORDS = re.compile(r"#[^#\n]{1,64}#|\[[^\[\]\s]{1,6}\]")


def queue_findings(plan: ContentPlan, account: str, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with an account's queue. A draft under review or approved is held to more than one begun."""
    drafts = live(plan, account)
    if not drafts:
        return
    yield from _whose(plan, drafts, facts)
    yield from _topic_words(plan, drafts)
    yield from _runs(plan, drafts)
    yield from _stock(plan, account, drafts)
    yield from _timely(plan, account, drafts)
    if len(drafts) >= ENOUGH:
        yield from _like_mix(plan, account, drafts)
        yield from _staff_life(plan, account, drafts)
        yield from _forms(drafts)
        yield from _asks(drafts)
        yield from _series(plan, drafts)
    yield from ready_findings(plan, account)


def combination(draft: Draft) -> frozenset[str]:
    """Return the forms that a draft puts together beside its words."""
    used = {"image": draft.has_image, "video": draft.has_video, "link": bool(links(draft.text))}
    used |= {"mention": bool(mentions(draft.text)), "hashtag": bool(topics(draft.text))}
    return frozenset(form for form, there in used.items() if there)


def asks(draft: Draft) -> bool:
    """Tell whether a draft asks its readers something: a question mark in what we say ourselves."""
    return bool(QUESTION.search(chain(draft.text).said))


def ends_asking(draft: Draft) -> bool:
    """Tell whether the last sentence of what we say is a question, whatever topics and links come after it."""
    said = AFTERWORDS.sub("", LINK.sub("", chain(draft.text).said)).rstrip()
    return said.endswith(("?", "？"))


def _whose(plan: ContentPlan, drafts: list[Draft], facts: Facts) -> Iterator[Finding]:
    known = {column.id for column in plan.columns}
    people = {name for person in facts.company.people for name in (person.id, person.name)}
    no_column = [draft for draft in drafts if draft.column not in known]
    no_owner = [draft for draft in drafts if not draft.owner or (people and draft.owner not in people)]
    if no_column:
        said = Text("这些草稿不属于任何栏目：{which}。", "These drafts belong to no column of the plan: {which}.")
        mend = Text(
            "给每条选一个栏目；选不出来的，想想该不该发。", "Choose a column for each; if none fits, ask why post it."
        )
        yield _on("whose-draft", no_column, said, mend)
    if no_owner:
        said = Text(
            "这些草稿没有公司卡上的人负责：{which}。", "Nobody on the company card answers for these drafts: {which}."
        )
        mend = Text("每条写上谁写、谁改到能发。", "Name for each who writes it and sees it through.")
        yield _on("whose-draft", no_owner, said, mend)


def _topic_words(plan: ContentPlan, drafts: list[Draft]) -> Iterator[Finding]:
    """A draft without its column's word cannot be found under it."""
    words = {column.id: column.topic.strip().strip("#") for column in plan.columns}
    lost = [
        draft
        for draft in drafts
        if not draft.repost and draft.text and (word := words.get(draft.column)) and word not in topics(draft.text)
    ]
    if lost:
        said = Text("这些草稿没带栏目的话题词：{which}。", "These drafts lack their column’s topic word: {which}.")
        mend = Text("加上 #话题词#，读者才能按栏目找到。", "Add it as #word#, so that readers find them by column.")
        yield _on("hashtag-classification", lost, said, mend)


def _runs(plan: ContentPlan, drafts: list[Draft]) -> Iterator[Finding]:
    length = rule("content.no-runs").values["run"]
    for start in range(len(drafts) - length + 1):
        run = drafts[start : start + length]
        if run[0].column and len({draft.column for draft in run}) == 1:
            said = Text(
                "从 {first} 起，连着 {length} 条都是“{name}”。", "From {first} on, {length} in a row are “{name}”."
            )
            filled = said.format(first=run[0].id, length=length, name=title(plan, run[0].column))
            mend = Text("中间插一条别的栏目。", "Put a draft of another column between them.")
            yield Finding("content.no-runs", filled, mend, tuple(draft.id for draft in run))
            return


def _stock(plan: ContentPlan, account: str, drafts: list[Draft]) -> Iterator[Finding]:
    mix = plan.mix(account)
    if mix and len(drafts) < mix.posts_a_week:
        said = Text(
            "一周要发 {week} 条，备下的草稿只有 {count} 条。", "A week takes {week} posts; {count} drafts are in stock."
        )
        filled = said.format(week=mix.posts_a_week, count=len(drafts))
        mend = Text(
            "先备够一周，或者少发几条：停更的账号会被忘记。", "Stock a week’s, or post less: silence is forgotten."
        )
        yield Finding("content.keep-updating", filled, mend, mix_at(account))


def _timely(plan: ContentPlan, account: str, drafts: list[Draft]) -> Iterator[Finding]:
    timely = [draft for draft in drafts if (kind := kind_of(plan, draft.column)) and kind.of.get(8) == "timely"]
    nameless = [draft for draft in timely if not draft.event.strip()]
    if nameless:
        said = Text(
            "这些时效内容没写跟着哪件事：{which}。", "These timely drafts do not say which event they follow: {which}."
        )
        mend = Text(
            "写上是什么事、哪一天；过期就撤。", "Note the event and its day; take the draft out when it is past."
        )
        yield _on("timely-class", nameless, said, mend)
    mix = plan.mix(account)
    soon = {draft.id for draft in drafts[: mix.posts_a_week]} if mix else {draft.id for draft in drafts}
    late = [draft for draft in timely if draft.id not in soon]
    if late:
        said = Text(
            "这些时效内容排到一周以后，发出去事情已经过了：{which}。", "More than a week back in the queue: {which}."
        )
        mend = Text("往前挪，或者撤掉。", "Move them up, or take them out: by then the event is over.")
        yield _on("timeliness", late, said, mend)


def _like_mix(plan: ContentPlan, account: str, drafts: list[Draft]) -> Iterator[Finding]:
    mix, most = plan.mix(account), rule("content.queue-like-mix").values["most"]
    if not mix or mix.total != WHOLE:
        return
    counts = Counter(draft.column for draft in drafts)
    off = {column: WHOLE * counts[column] / len(drafts) - share for column, share in mix.shares.items()}
    more = [column for column, points in off.items() if points > most]
    fewer = [column for column, points in off.items() if points < -most]
    for columns, said, mend in (
        (more, MORE, Text("往后放几条。", "Hold some of them back.")),
        (fewer, FEWER, Text("补写几条。", "Write some more of them.")),
    ):
        if columns:
            yield Finding(
                "content.queue-like-mix", said.format(names=named(plan, columns), most=most), mend, mix_at(account)
            )


MORE = Text(
    "队列里这些栏目比配比多出 {most} 个百分点以上：{names}。", "Over their share by more than {most} points: {names}."
)
FEWER = Text(
    "队列里这些栏目比配比少了 {most} 个百分点以上：{names}。", "Under their share by more than {most} points: {names}."
)


def _staff_life(plan: ContentPlan, account: str, drafts: list[Draft]) -> Iterator[Finding]:
    """A week without staff life, although the company has a column for it and this account a share."""
    mix = plan.mix(account)
    columns = {column.id for column in plan.columns if column.kind == "staff-life"}
    wanted = [column for column, share in mix.shares.items() if column in columns and share] if mix else []
    if wanted and not any(draft.column in columns for draft in drafts):
        said = Text("配比里有“{names}”，队列里一条也没有。", "The mix has “{names}”, and the queue has none of it.")
        mend = Text(
            "拍一条店里的人和事：出镜的人先问过，背景里没有不能公开的东西。",
            "Show people and things from inside the company: ask whoever is shown, and keep internal things out of it.",
        )
        yield Finding("content.staff-life-topics", said.format(names=named(plan, wanted)), mend, mix_at(account))


def _forms(drafts: list[Draft]) -> Iterator[Finding]:
    combinations = [combination(draft) for draft in drafts]
    plain = sum(not each & {"image", "video", "link"} for each in combinations)
    if 2 * plain > len(drafts):
        said = Text("{count} 条草稿里有 {plain} 条只有文字。", "Of {count} drafts, {plain} are words alone.")
        mend = Text("多数微博至少配一样：图、视频或者链接。", "Give most of them a picture, a video or a link.")
        yield _whole("five-forms", drafts, said.format(count=len(drafts), plain=plain), mend)
    if len(set(combinations)) == 1:
        said = Text("{count} 条草稿的形式一模一样。", "All {count} drafts put the same forms together.")
        mend = Text("换几种搭配：图、视频、链接、@、话题。", "Vary them: picture, video, link, @ and topic.")
        yield _whole("form-combinations", drafts, said.format(count=len(drafts)), mend)


def _asks(drafts: list[Draft]) -> Iterator[Finding]:
    least = rule("content.interaction-throughout").values["least"]
    asking = sum(asks(draft) for draft in drafts)
    if asking < least * len(drafts):
        said = Text(
            "{count} 条草稿里只有 {asking} 条问了读者什么，不到三分之一。",
            "Of {count} drafts {asking} ask readers anything: less than a third.",
        )
        mend = Text("多问几句真想知道的。", "Ask more of what you really want to know.")
        yield _whole("interaction-throughout", drafts, said.format(count=len(drafts), asking=asking), mend)


def _series(plan: ContentPlan, drafts: list[Draft]) -> Iterator[Finding]:
    length = rule("content.continuity").values["series"]
    with_word = {column.id for column in plan.columns if column.topic}
    counts = Counter(draft.column for draft in drafts if draft.column in with_word)
    if max(counts.values(), default=0) < length:
        said = Text(
            "没有一个带话题词的栏目有 {length} 条或更多，连不成系列。",
            "No column with a topic word has {length} drafts: there is no series.",
        )
        mend = Text("挑一个栏目，接着上一条写下去。", "Take one column and let each draft follow on the last.")
        yield _whole("continuity", drafts, said.format(length=length), mend)


def _on(name: str, drafts: list[Draft], said: Text, mend: Text) -> Finding:
    filled = said.format(which=drafts_named(drafts))
    return Finding(f"content.{name}", filled, mend, tuple(draft.id for draft in drafts))


def _whole(name: str, drafts: list[Draft], said: Text, mend: Text) -> Finding:
    """Return a finding on the queue as a whole."""
    return Finding(f"content.{name}", said, mend, mix_at(drafts[0].account))
