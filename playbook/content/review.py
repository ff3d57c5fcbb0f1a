"""What is wrong with a plan of content: its columns here, its mixes, its queues, and what is unlike the stances."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from playbook.content.held import unlawful, unlike_stances
from playbook.content.kinds import KINDS
from playbook.content.mix_review import mix_findings
from playbook.content.plan import Column, ContentPlan
from playbook.content.queue_review import queue_findings
from playbook.content.sums import named
from playbook.facts import Facts, sample_facts
from playbook.language import Text
from playbook.plans import read_plan
from playbook.rules import Finding, rule

HEALTH = re.compile("减肥|瘦身|刮油|排毒|降[血三]|养生|治疗|疗效|抗癌|助眠|slimming|detox|weight loss", re.IGNORECASE)


def review(plan: ContentPlan, facts: Facts) -> list[Finding]:
    """Find faults in the columns, in each account's mix and queue, and where they are unlike the stances taken.

    What is wrong with the text of a draft, `playbook.content.reading` says.
    """
    accounts = dict.fromkeys([mix.account for mix in plan.mixes] + [draft.account for draft in plan.queue])
    of_each = [finding for account in accounts for finding in _of_account(plan, account, facts)]
    return [*_columns(plan), *of_each]


def review_account(plan: ContentPlan, account: str, facts: Facts) -> list[Finding]:
    """Return the findings on the columns, and on one account's mix and queue."""
    return [*_columns(plan), *_of_account(plan, account, facts)]


def review_example(example: dict[str, Any]) -> list[Finding]:
    """Review a plan written as data (the examples in `rules.toml`) against the sample company."""
    return review(read_plan(ContentPlan, example), sample_facts())


def _of_account(plan: ContentPlan, account: str, facts: Facts) -> Iterator[Finding]:
    yield from mix_findings(plan, account, facts)
    yield from queue_findings(plan, account, facts)
    yield from unlike_stances(plan, account, facts)


def _columns(plan: ContentPlan) -> Iterator[Finding]:
    yield from unlawful(plan)
    if not plan.columns:
        return
    bare = [column for column in plan.columns if not (column.answers or column.kind or column.topic)]
    rest = [column for column in plan.columns if column not in bare]
    yield from _unnamed(plan)
    yield from _bare(plan, [column for column in bare if column.name.strip()])
    yield from _number(plan)
    yield from _questions(plan, rest)
    yield from _kinds(plan, rest)
    yield from _topics(plan, rest)
    yield from _health(plan)
    if not plan.mixes:
        said = Text(
            "有 {count} 个栏目，可是没有一个账号定了配比：说了发什么，没说发多少。",
            "The columns are there ({count}), but no account has a mix: what to post is said, how much of each is not.",
        )
        mend = Text("给一个账号定下各栏目的占比和一周的条数。", "Give an account its shares and its posts a week.")
        yield Finding("content.core-how-and-what", said.format(count=len(plan.columns)), mend)


def _unnamed(plan: ContentPlan) -> Iterator[Finding]:
    """A column without a name is told by its place: what it is called inside means nothing to a reader."""
    without = [column for column in plan.columns if not column.name.strip()]
    if without:
        said = Text("{names}还没有名字。", "Still without a name: {names}.")
        mend = Text("先起一个名字，两三个词就够。", "Give it one first; two or three words will do.")
        yield _on(plan, "core-of-marketing", without, said, mend)


def _bare(plan: ContentPlan, bare: list[Column]) -> Iterator[Finding]:
    """A column that is no more than a name is told once, not three times."""
    if bare:
        said = Text(
            "这些栏目只有名字：{names}。没写答读者的什么问题、属于哪一类、带什么话题词。",
            "No more than a name: {names}. Which readers’ question, which kind and which topic word is not said.",
        )
        mend = Text(
            "三样各写一句：读者要什么，我们是谁（哪一类内容），微博上怎么找到它（话题词）。",
            "Write all three: what readers want, who we are (the kind), how it is found on Weibo (the topic word).",
        )
        yield _on(plan, "core-of-marketing", bare, said, mend)


def _number(plan: ContentPlan) -> Iterator[Finding]:
    values = rule("content.columns-to-keep").values
    count = len(plan.columns)
    if count < values["least"]:
        said = Text("只有 {count} 个栏目，写不了几天就没话说了。", "So few columns ({count}) soon run dry.")
        mend = Text("至少分 {n} 个，每个答一个读者的问题。", "Make {n} at least, each for a question of readers.")
        yield Finding("content.columns-to-keep", said.format(count=count), mend.format(n=values["least"]))
    if count > values["most"]:
        said = Text("有 {count} 个栏目，读者记不住，也写不过来。", "Nobody can remember, or fill, {count} columns.")
        mend = Text("合成 {n} 个以内。", "Merge them into {n} at most.")
        yield Finding("content.columns-to-keep", said.format(count=count), mend.format(n=values["most"]))


def _questions(plan: ContentPlan, columns: list[Column]) -> Iterator[Finding]:
    """Notices, offers and everyday life answer no question; what is about the trade does."""
    asked = [column for column in columns if _should_answer(column)]
    silent = [column for column in asked if not column.answers.strip()]
    mend = Text(
        "先看读者在评论里问了什么，每个栏目写下它答的那一个问题。",
        "Look first at what readers ask in the comments; write down for each column the question it answers.",
    )
    if len(silent) > 1 and len(silent) == len(asked):
        said = Text(
            "没有一个栏目写了答读者的什么问题：栏目是先想好的，还没有听。",
            "No column says which readers’ question it answers: they were thought up before anybody listened.",
        )
        yield _on(plan, "listen-first-process", silent, said, mend)
    elif silent:
        said = Text(
            "这些栏目没写答读者的什么问题：{names}。",
            "These columns name no readers’ question that they answer: {names}.",
        )
        yield _on(plan, "usefulness", silent, said, mend)


def _should_answer(column: Column) -> bool:
    kind = KINDS.get(column.kind)
    return kind is None or kind.core or kind.helps


def _kinds(plan: ContentPlan, columns: list[Column]) -> Iterator[Finding]:
    off = [column for column in columns if column.kind not in KINDS]
    if off:
        said = Text(
            "这些栏目没写属于哪一类内容，看不出和我们这一行有什么关系：{names}。",
            "These columns are of no known kind, so nobody sees what they have to do with our trade: {names}.",
        )
        mend = Text("给每个栏目选一类。", "Choose a kind for each.")
        yield _on(plan, "core-topic-radiation", off, said, mend)


def _topics(plan: ContentPlan, columns: list[Column]) -> Iterator[Finding]:
    words = [column.topic.strip().strip("#") for column in columns]
    none = [column for column, word in zip(columns, words, strict=True) if not word]
    twice = [column for column, word in zip(columns, words, strict=True) if word and words.count(word) > 1]
    broken = [column for column, word in zip(columns, words, strict=True) if "#" in word or "\n" in word]
    if none:
        said = Text(
            "这些栏目没有话题词，读者没法按栏目找：{names}。",
            "Without a topic word readers cannot look these up: {names}.",
        )
        mend = Text("给每个栏目定一个话题词，发的时候写成 #话题词#。", "Give each a topic word, posted as #word#.")
        yield _on(plan, "hashtag-classification", none, said, mend)
    if twice:
        said = Text("几个栏目用了同一个话题词：{names}。", "Several columns share one topic word: {names}.")
        mend = Text("各用各的，读者点开才是一个栏目。", "Give each its own, so that one word opens one column.")
        yield _on(plan, "hashtag-classification", twice, said, mend)
    if broken:
        said = Text(
            "话题词里面有 # 或换行，连不成话题：{names}。", "A # or a line break splits the topic word: {names}."
        )
        mend = Text("去掉它，一个栏目一个词。", "Take it out: one word for one column.")
        yield _on(plan, "hashtag-classification", broken, said, mend)


def _health(plan: ContentPlan) -> Iterator[Finding]:
    columns = [each for each in plan.columns if HEALTH.search(f"{each.name} {each.answers} {each.topic}")]
    if columns:
        said = Text(
            "这些栏目许诺健康或瘦身：{names}。普通商品不能说有疗效，养生内容也不能带出药品或诊所。",
            "These columns promise health or slimming: {names}. Ordinary goods must not be said to heal, and posts on "
            "health must not lead to a medicine or a clinic.",
        )
        mend = Text("改成讲搭配、口味和时令，不讲功效。", "Speak of pairings, taste and season, not of effects.")
        yield _on(plan, "pillar-richness", columns, said, mend)


def _on(plan: ContentPlan, name: str, columns: list[Column], said: Text, mend: Text) -> Finding:
    ids = [column.id for column in columns]
    return Finding(f"content.{name}", said.format(names=named(plan, ids)), mend, tuple(ids))
