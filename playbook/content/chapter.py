"""The content's chapter of the handbook: the columns, each account's mix of them, and the drafts in their order."""

from __future__ import annotations

from collections.abc import Sequence

from playbook.content.draft import ORIGINS, STATUSES, Draft
from playbook.content.kinds import KINDS
from playbook.content.plan import WHOLE, Column, ContentPlan, Mix
from playbook.content.rubric import dimensions
from playbook.content.words import NO_COLUMN, TICKS
from playbook.facts import Facts
from playbook.handbook.blocks import Block, Chapter, Listing, Para, Section, Words
from playbook.handbook.laid import card_order, chapter_of, reasons
from playbook.handbook.said import account, amount, is_said, line, percent, run, table, who
from playbook.language import Text, join, same

TITLE = Text("内容", "Content")
COLUMNS = Text("栏目", "Columns")
MIXES = Text("每个账号的配比", "The mix of each account")
QUEUE = Text("草稿，照发出的先后", "Drafts, in the order they go out")
COLUMN, ANSWERS, TOPIC, KIND = (
    Text("栏目", "Column"), Text("回答读者的什么问题", "The readers’ question it answers"), Text("话题", "Topic"),
    Text("内容类型", "Kind"),
)  # fmt: skip
SHARE, ALL = Text("{share}（一周 {posts} 条）", "{share} ({posts} a week)"), Text("合计", "In all")
WHY = Text("为什么这样分", "Why these shares")
NO_REASON = Text("还没有写为什么这样分：{which}。", "No reason is written yet for the shares of {which}.")
ABREAST = 4  # mixes side by side on a page
NUMBER, POST, STATUS, BESIDE = (
    Text("序号", "No."), Text("正文", "Post"), Text("状态，谁负责", "Status, owner"), Text("附注", "Beside it"),
)  # fmt: skip
UNNAMED = Text("还没有名字的栏目", "a column without a name yet")
GONE = Text("已经去掉的栏目", "a column that was removed")
ASK_FIRST = Text("每一条发出以前，问四句：", "Before a post goes out, ask four questions:")
SOURCE, EVENT, NOTES, SCORE = (
    Text("来源", "source"), Text("跟着哪件事", "event"), Text("备注", "notes"), Text("打分", "scores"),
)  # fmt: skip
NOT_WRITTEN = Text("还没有写", "not written yet")


def chapter(plan: ContentPlan, facts: Facts) -> Chapter:
    """Return what the company says: what a writer looks up before a draft, and what waits to go out."""
    return chapter_of(
        plan,
        TITLE,
        [(COLUMNS, _columns(plan.columns)), (MIXES, _mixes(plan, facts)), (QUEUE, _queue(plan, facts))],
    )


def _columns(columns: list[Column]) -> list[Block]:
    rows = [
        (each.name if each.name.strip() else UNNAMED, each.answers, f"#{each.topic}#" if each.topic.strip() else "",
         _kind(each.kind))
        for each in columns
    ]  # fmt: skip
    return table((COLUMN, ANSWERS, TOPIC, KIND), rows)


def _kind(kind: str) -> Words:
    return KINDS[kind].name if kind in KINDS else kind


def _mixes(plan: ContentPlan, facts: Facts) -> list[Block]:
    """Return the mixes side by side, as many as a page holds, then why they were decided so."""
    order = card_order((each.account for each in plan.mixes), facts)
    mixes = {each.account: each for each in plan.mixes}
    side_by_side = [_table(plan, [mixes[each] for each in few], facts) for few in _few(order)]
    return [
        *(block for each in side_by_side for block in each),
        *reasons({each: mixes[each].why for each in order}, WHY, NO_REASON, facts),
    ]


def _few(accounts_in_order: list[str]) -> list[list[str]]:
    return [accounts_in_order[at : at + ABREAST] for at in range(0, len(accounts_in_order), ABREAST)]


def _table(plan: ContentPlan, mixes: Sequence[Mix], facts: Facts) -> list[Block]:
    shared = {column for mix in mixes for column, share in mix.shares.items() if share}
    order = [*(each.id for each in plan.columns if each.id in shared), *sorted(shared - {c.id for c in plan.columns})]
    rows = [
        (_column(plan, each), *(_share(mix, share) if (share := mix.shares.get(each)) else "" for mix in mixes))
        for each in order
    ]
    total = (ALL, *(_share(mix, mix.total) for mix in mixes))
    return table([COLUMN, *(account(mix.account, facts) for mix in mixes)], [*rows, total])


def _share(mix: Mix, share: int) -> Text:
    """Return a share with the posts a week that it comes to."""
    posts = amount(round(mix.posts_a_week * share / WHOLE, 1))
    return SHARE.format(share=percent(share), posts=posts)


def _column(plan: ContentPlan, column: str) -> Words:
    """Return a column by the name it has in the plan; empty if none is named."""
    if not column.strip():
        return ""
    found = next((each for each in plan.columns if each.id == column), None)
    return (found.name if found.name.strip() else UNNAMED) if found else GONE


def _queue(plan: ContentPlan, facts: Facts) -> list[Block]:
    if not plan.queue:
        return []
    order = card_order((each.account for each in plan.queue), facts)
    return [
        Para(ASK_FIRST),
        Listing([line(each.name, each.asks) for each in dimensions()], boxes=True),
        *(Section(account(each, facts), _drafts(plan, each, facts)) for each in order),
    ]


def _drafts(plan: ContentPlan, account_id: str, facts: Facts) -> list[Block]:
    rows = [
        (
            str(at),
            each.text if each.text.strip() else NOT_WRITTEN,
            _column(plan, each.column) or NO_COLUMN,
            run([STATUSES[each.status], who(each.owner, facts)]),
            _beside(each),
        )
        for at, each in enumerate(plan.of(account_id), start=1)
    ]
    return table((NUMBER, POST, COLUMN, STATUS, BESIDE), rows, numbers=(0,))


def _beside(draft: Draft) -> Text:
    """Return what stands beside a draft: what was ticked, whose it is if not ours, its event, its marks and notes."""
    ticked = join([said for name, said in TICKS.items() if getattr(draft, name)])
    named = {each.key: each.name for each in dimensions()}
    marks = join([named.get(key, same(key)) + same(f" {mark}") for key, mark in draft.score.items()])
    noted = ((SOURCE, draft.source), (EVENT, draft.event), (SCORE, marks), (NOTES, draft.notes))
    origin = "" if draft.origin == "own" else ORIGINS[draft.origin]
    return run([ticked, origin, *(line(label, words) for label, words in noted if is_said(words))])
